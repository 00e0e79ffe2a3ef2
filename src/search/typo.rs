//! Slips of the finger: one letter wrong, left out, too many, or two swapped (Damerau 1964; Levenshtein 1965).
//!
//! A typed word is compared with the *beginning* of a word or of a part of a compound, since people stop typing early.

use super::letters::letters;
use super::parts::positions;
use super::word::{Word, skip_e, vowel, word_ends};

/// Where a word stands with slips: how many, and the bytes it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// Number of slips, at least one.
    pub edits: u8,
    /// First byte.
    pub from: usize,
    /// Byte after the last.
    pub to: usize,
    /// Whether a word of the key ends there too.
    pub whole: bool,
}

/// The place with the fewest slips, at most `word.edits`; whole words first, then the first such place.
pub(super) fn slip(word: &Word, text: &[u8], starts: u64) -> Option<Slip> {
    let glance = Glance::of(word)?;
    positions(starts)
        .filter(|at| glance.passes(text, *at))
        .filter_map(|from| {
            let rest = text.get(from..)?;
            let (left, tail) = reach(word.bytes(), rest, word.edits)?;
            let to = text.len() - tail.len();
            Some(Slip { edits: word.edits - left, from, to, whole: word_ends(text, to) })
        })
        .min_by_key(|slip| (slip.edits, !slip.whole))
}

/// A quick look, passing every stretch that can fit: with one slip the first three letters decide, with two the stretch
/// that can be covered must have all letters of the word but two.
struct Glance<'a> {
    word: &'a Word,
    letters: [u8; 3],
    /// Whether an e after the first and the second of them is optional.
    passed: [bool; 2],
}

impl<'a> Glance<'a> {
    /// For words that may have slips; shorter ones have none.
    #[inline]
    fn of(word: &'a Word) -> Option<Self> {
        let &[a, b, c, ..] = word.bytes() else { return None };
        (word.edits > 0).then_some(Self { word, letters: [a, b, c], passed: [vowel(a), vowel(b)] })
    }

    #[expect(clippy::needless_bitwise_bool, reason = "no branch: no processor can guess at which letter a place fails")]
    #[inline]
    fn passes(&self, text: &[u8], at: usize) -> bool {
        let Some(rest @ &[x, y, z, ..]) = text.get(at..) else { return false };
        let ([a, b, c], [passed_a, passed_b]) = (self.letters, self.passed);
        if self.word.edits > 1 {
            let covered = rest.get(..self.word.reach()).unwrap_or(rest);
            return self.word.allowed(letters(covered), self.word.edits);
        }
        let first = (b == y) | passed_a | (b == z) | (c == y) | (c == z);
        let other = ((b == y) & ((c == z) | passed_b))
            | ((a == y) & ((b == x) | (b == z) | passed_a))
            | ((b == x) & ((c == y) | passed_b));
        ((a == x) & first) | ((a != x) & other)
    }
}

/// Passes the typed letters over the key with at most `left` slips; slips left and the rest of the key.
fn reach<'a>(mut word: &[u8], mut key: &'a [u8], left: u8) -> Option<(u8, &'a [u8])> {
    loop {
        match (word, key) {
            ([], _) => return Some((left, key)),
            ([w, word_tail @ ..], [k, key_tail @ ..]) if w == k => {
                word = word_tail;
                key = skip_e(*w, word, key_tail);
            }
            _ => break,
        }
    }
    let left = left.checked_sub(1)?;
    let word_tail = word.get(1..)?;
    let swapped = match (word, key) {
        ([a, b, word_rest @ ..], [x, y, key_rest @ ..]) if a == y && b == x => reach(word_rest, key_rest, left),
        _ => None,
    };
    let wrong = key.get(1..).and_then(|tail| reach(word_tail, tail, left));
    let missing = key.get(1..).and_then(|tail| reach(word, tail, left));
    let extra = reach(word_tail, key, left);
    [swapped, wrong, missing, extra].into_iter().flatten().max_by_key(|(left, rest)| (*left, word_ends(rest, 0)))
}

#[cfg(test)]
mod tests {
    use super::super::parts::starts;
    use super::*;

    fn edits(typed: &str, key: &str) -> Option<u8> {
        let word = Word::new(&super::super::fold::fold(typed)).unwrap();
        slip(&word, key.as_bytes(), starts(key.as_bytes())).map(|slip| slip.edits)
    }

    #[test]
    fn one_slip_of_each_kind() {
        assert_eq!(edits("jugednamt", "jugendamt"), Some(1));
        assert_eq!(edits("volkshochsxhule", "kreisvolkshochschule"), Some(1));
        assert_eq!(edits("rübbezahl", "kita ruebezahl zittau"), Some(1));
        assert_eq!(edits("steuerungsgrupe", "steuerungsgruppe"), Some(1));
        assert_eq!(edits("ugend", "jugendamt"), Some(1));
        assert_eq!(edits("ujgend", "jugendamt"), Some(1));
        assert_eq!(edits("jugend amt".replace(' ', "").as_str(), "jugend amt"), Some(1));
    }

    #[test]
    fn short_words_allow_fewer_slips() {
        assert_eq!(edits("amd", "amt"), None);
        assert_eq!(edits("hord", "hort"), Some(1));
        assert_eq!(edits("horxz", "hort"), None);
        assert_eq!(edits("volkshohcshcule", "volkshochschule"), Some(2));
    }
    #[test]
    fn the_quick_look_rules_out_nothing_that_fits() {
        let mut state = 7_u64;
        let mut dice = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let mut fitting = 0;
        for _ in 0..200_000 {
            let (typed, key): (String, String) = {
                let mut letters =
                    |n: u64| (0..n).map(|_| char::from(b"abeust"[usize::try_from(dice(6)).unwrap()])).collect();
                (letters(5), letters(7))
            };
            let Some(word) = Word::new(&typed).filter(|word| word.edits > 0) else { continue };
            if reach(word.bytes(), key.as_bytes(), word.edits).is_some() {
                fitting += 1;
                assert!(Glance::of(&word).unwrap().passes(key.as_bytes(), 0), "{typed} {key}");
            }
        }
        assert!(fitting > 500, "{fitting}");
    }
}
