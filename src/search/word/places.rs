//! Where the letters of a word stand, by letter: a text's letters are looked up, not compared one by one. Knows bytes only.

/// For every byte at which of the first eight places of a word it stands: a bit for each place.
#[derive(Clone, Debug)]
pub(in crate::search) struct LetterPlaces([u8; 256]);

impl LetterPlaces {
    pub(super) fn of(word: &[u8]) -> Self {
        let mut places = [0; 256];
        for (at, byte) in word.iter().enumerate().take(8) {
            if let Some(place) = places.get_mut(usize::from(*byte)) {
                *place |= 1 << at;
            }
        }
        Self(places)
    }

    /// Where this letter stands.
    #[inline]
    pub(in crate::search) fn of_letter(&self, byte: u8) -> u8 {
        self.0.get(usize::from(byte)).copied().unwrap_or(0)
    }
}
