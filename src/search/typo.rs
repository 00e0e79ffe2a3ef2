//! Slips of the finger: one letter wrong, left out, too many, or two swapped (Damerau 1964; Levenshtein 1965).
//!
//! A typed word is compared with the *beginning* of a word or of a part of a compound, since people stop typing early.

use super::letters::letters;
use super::parts::positions;
use super::word::{Word, skip_e, word_ends};

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
    if word.edits == 0 {
        return None;
    }
    positions(starts)
        .filter_map(|from| text.get(from..).filter(|rest| may_begin(word, rest)))
        .filter_map(|rest| {
            let (left, tail) = reach(word.bytes(), rest, word.edits)?;
            let (from, to) = (text.len() - rest.len(), text.len() - tail.len());
            Some(Slip { edits: word.edits - left, from, to, whole: word_ends(text, to) })
        })
        .min_by_key(|slip| (slip.edits, !slip.whole))
}

/// A quick look, passing every stretch that can fit: with one slip the first three letters decide, with two the stretch
/// that can be covered must have all letters of the word but two.
#[inline]
fn may_begin(word: &Word, rest: &[u8]) -> bool {
    let &[x, y, z, ..] = rest else { return false };
    if word.edits == 1 {
        return word.may_begin_with_slip([x, y, z]);
    }
    word.allowed(letters(rest.get(..word.reach()).unwrap_or(rest)), word.edits)
}

/// Passes the typed letters over the key with at most `left` slips; slips left and the rest of the key.
fn reach<'a>(word: &[u8], key: &'a [u8], left: u8) -> Option<(u8, &'a [u8])> {
    let (word, key) = along(word, key);
    if word.is_empty() {
        return Some((left, key));
    }
    let left = left.checked_sub(1)?;
    let on = |word, key| match left {
        0 => Some(along(word, key)).filter(|(word, _)| word.is_empty()).map(|(_, rest)| (0, rest)),
        _ => reach(word, key, left),
    };
    let (word_tail, key_tail) = (word.get(1..)?, key.get(1..));
    let swapped = match (word, key) {
        ([a, b, word_rest @ ..], [x, y, key_rest @ ..]) if a == y && b == x => on(word_rest, key_rest),
        _ => None,
    };
    let wrong = key_tail.and_then(|tail| on(word_tail, tail));
    let missing = key_tail.and_then(|tail| on(word, tail));
    let extra = on(word_tail, key);
    [swapped, wrong, missing, extra].into_iter().flatten().max_by_key(|(left, rest)| (*left, word_ends(rest, 0)))
}

/// Passes the typed letters over the key without a slip; what is left of both.
#[inline]
fn along<'w, 'k>(mut word: &'w [u8], mut key: &'k [u8]) -> (&'w [u8], &'k [u8]) {
    while let ([w, word_tail @ ..], [k, key_tail @ ..]) = (word, key)
        && w == k
    {
        word = word_tail;
        key = skip_e(*w, word, key_tail);
    }
    (word, key)
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

    /// Random numbers below a bound, the same at each run (Knuth, "The Art of Computer Programming", 3.3.4, line 26).
    fn dice() -> impl FnMut(u64) -> u64 {
        let mut state = 7_u64;
        move |n| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        }
    }

    /// All that is one slip away from a word of these letters, written down one by one.
    fn one_slip_away(word: &str, letters: &str) -> Vec<String> {
        let mut all = Vec::new();
        for at in 0..=word.len() {
            let (head, tail) = word.split_at(at);
            all.extend(letters.chars().map(|letter| format!("{head}{letter}{tail}")));
            if let Some(later) = tail.get(1..) {
                all.push(format!("{head}{later}"));
                all.extend(letters.chars().map(|letter| format!("{head}{letter}{later}")));
            }
            if let (Some(two), Some(later)) = (tail.get(..2), tail.get(2..)) {
                all.push(format!("{head}{}{later}", two.chars().rev().collect::<String>()));
            }
        }
        all
    }

    #[test]
    fn one_slip_is_what_can_be_written_down() {
        const LETTERS: &str = "bdst";
        let (mut dice, mut found) = (dice(), 0);
        for _ in 0..20_000 {
            let mut text = |length: u64| -> String {
                let letter = |at: u64| char::from(LETTERS.as_bytes()[usize::try_from(at).unwrap()]);
                (0..length).map(|_| letter(dice(4))).collect()
            };
            let (typed, key) = (text(5), text(7));
            let expected = key.starts_with(&typed)
                || one_slip_away(&typed, LETTERS).iter().any(|written| key.starts_with(written.as_str()));
            let reached = reach(typed.as_bytes(), key.as_bytes(), 1);
            assert_eq!(reached.is_some(), expected, "{typed} {key}");
            found += usize::from(reached.is_some_and(|(left, _)| left == 0));
        }
        assert!(found > 200, "{found}");
    }

    #[test]
    fn the_quick_look_rules_out_nothing_that_fits() {
        let mut dice = dice();
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
                assert!(may_begin(&word, key.as_bytes()), "{typed} {key}");
            }
        }
        assert!(fitting > 500, "{fitting}");
    }
}
