//! A glance at the first three letters of a stretch of text, which rules out most in which a word cannot begin with one slip.

use super::places::LetterPlaces;
use super::vowel;

/// Whether three letters can begin a word with one slip, for each way in which they are its first three: a bit for each way
/// of the first and the second, a number for each of the third.
#[derive(Clone, Debug, Default)]
pub(in crate::search) struct Glance([u32; 4]);

impl Glance {
    /// For a word of three letters at least; for a shorter one nothing passes.
    pub(super) fn of(word: &[u8]) -> Self {
        let &[a, b, _, ..] = word else { return Self::default() };
        let passed = [vowel(a), vowel(b)];
        Self([0, 1, 2, 3].map(|third| {
            let passing = (0..32).filter(|signs| can_begin([signs & 3, signs >> 2, third << 1], passed));
            passing.fold(0, |bits, signs| bits | 1 << signs)
        }))
    }

    /// Whether a text that begins with these letters may begin with the word, one slip forgiven.
    #[inline]
    pub(in crate::search) fn passes(&self, places: &LetterPlaces, letters: [u8; 3]) -> bool {
        let [x, y, z] = letters.map(|letter| places.of_letter(letter) & 7);
        self.0.get(usize::from(z >> 1)).is_some_and(|bits| bits >> (x & 3 | y << 2) & 1 == 1)
    }
}

/// Whether it can begin so: each letter as the places at which it stands in the word; whether an e after the first and the
/// second letter of the word is optional.
fn can_begin(places: [u8; 3], passed: [bool; 2]) -> bool {
    const A: u8 = 1;
    const B: u8 = 2;
    const C: u8 = 4;
    let [x, y, z] = places;
    let is = |place: u8, letter: u8| place & letter != 0;
    if is(x, A) {
        is(y, B | C) || is(z, B | C) || passed[0]
    } else {
        is(y, B) && (is(z, C) || passed[1])
            || is(y, A) && (is(x, B) || is(z, B) || passed[0])
            || is(x, B) && (is(y, C) || passed[1])
    }
}
