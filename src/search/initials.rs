//! Initials: `afa` for Agentur für Arbeit, `vhs` for Volkshochschule, `drk` for Deutsches Rotes Kreuz.
//!
//! Letters must be the first letters of neighbouring words or compound parts, beginning at a word. Small words may
//! be left out, and nobody types more than six; parts of compounds too, which counts as the weaker match.

use super::parts::{begins_word, positions, small_word};
use super::word::{LetterPlaces, Word};

/// How well initials fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// No part was left out.
    Full,
    /// Parts of compounds were left out.
    Loose,
}

/// Whether the letters of the word are initials in this text.
pub(super) fn initials(word: &Word, text: &[u8], starts: u64) -> Option<Fit> {
    let letters = word.bytes();
    let possible = (2..=6).contains(&letters.len()) && starts.count_ones() as usize >= letters.len();
    if !possible || !word.text.is_ascii() {
        return None;
    }
    let places = word.letter_places();
    fits(letters.len(), places, text, starts, Fit::Loose)
        .then(|| if fits(letters.len(), places, text, starts, Fit::Full) { Fit::Full } else { Fit::Loose })
}

/// Runs all possible readings at once: bit i of `open` means that the first i letters have been seen.
fn fits(count: usize, letters: &LetterPlaces, text: &[u8], starts: u64, fit: Fit) -> bool {
    let done = 1_u64 << count;
    let mut open = 0_u64;
    for at in positions(starts) {
        let Some(byte) = text.get(at) else { break };
        let word = begins_word(text, at);
        let before = if word { open | 1 } else { open };
        if before == 0 {
            continue;
        }
        let seen = u64::from(letters.of_letter(*byte));
        let kept = open != 0 && if word { small_word(text, at) } else { fit == Fit::Loose };
        open = (before & seen) << 1 | if kept { open } else { 0 };
        if open & done != 0 {
            return true;
        }
    }
    false
}

/// The byte positions of the letters, for highlights: the first reading that fits.
pub(super) fn initial_positions(word: &Word, text: &[u8], starts: u64) -> Option<Vec<usize>> {
    let fit = initials(word, text, starts)?;
    let places: Vec<usize> = positions(starts).collect();
    (0..places.len()).filter_map(|from| places.get(from..)).find_map(|tail| {
        let at = *tail.first()?;
        let begins = begins_word(text, at) && text.get(at) == word.bytes().first();
        begins.then(|| read(word.bytes(), tail, text, fit))?
    })
}

/// Reads the letters off these places, each at the next one that may not be left out.
fn read(letters: &[u8], mut places: &[usize], text: &[u8], fit: Fit) -> Option<Vec<usize>> {
    let Some((letter, letters)) = letters.split_first() else { return Some(Vec::new()) };
    loop {
        let (at, later) = places.split_first()?;
        let here = text.get(*at) == Some(letter);
        if let Some(mut found) = here.then(|| read(letters, later, text, fit)).flatten() {
            found.insert(0, *at);
            return Some(found);
        }
        let may_skip = if begins_word(text, *at) { small_word(text, *at) } else { fit == Fit::Loose };
        if !may_skip {
            return None;
        }
        places = later;
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::starts;
    use super::*;

    fn fit(typed: &str, key: &str) -> Option<Fit> {
        initials(&Word::new(typed).unwrap(), key.as_bytes(), starts(key.as_bytes()))
    }

    #[test]
    fn words_and_parts_lend_their_first_letters() {
        assert_eq!(fit("afa", "agentur fuer arbeit bautzen"), Some(Fit::Full));
        assert_eq!(fit("aa", "agentur fuer arbeit bautzen"), Some(Fit::Full));
        assert_eq!(fit("drk", "deutsches rotes kreuz"), Some(Fit::Full));
        assert_eq!(fit("vhs", "volkshochschule"), Some(Fit::Full));
        assert_eq!(fit("oa", "oeffentlichkeitsarbeit"), Some(Fit::Full));
        assert_eq!(fit("jfh", "jugendamt, fruehe hilfen"), Some(Fit::Loose));
        assert_eq!(fit("dk", "deutsches rotes kreuz"), None);
        assert_eq!(fit("hs", "volkshochschule"), None);
    }

    #[test]
    fn their_places_are_known() {
        let key = b"agentur fuer arbeit";
        let word = Word::new("afa").unwrap();
        assert_eq!(initial_positions(&word, key, starts(key)), Some(vec![0, 8, 13]));
        let word = Word::new("aa").unwrap();
        assert_eq!(initial_positions(&word, key, starts(key)), Some(vec![0, 13]));
    }
}
