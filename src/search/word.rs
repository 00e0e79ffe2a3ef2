//! One word of a query, prepared for being looked for in folded keys.
//!
//! `buro`, `buero` and `büro` are the same word: an `e` after a, o or u is dropped from the word, and a key may have
//! one there or not. Knows bytes of folded text, neither documents nor ranks.

mod glance;
mod places;

use super::letters::{has, in_word, letters};
use glance::Glance;
use memchr::{memchr, memmem};
pub(super) use places::LetterPlaces;

/// Longest word that is looked at, in folded bytes.
const LONGEST: usize = 64;

/// From this length on, in bytes, a text is searched for a piece of a word and not for its rarest letter.
const FAR: usize = 64;

/// German letters from frequent to rare (Best, "Zur Häufigkeit von Buchstaben", 2005); what is not listed is rarest.
const FREQUENT: &[u8] = b"enisratdhulcgmobwfkzpvjyxq";

/// A word of a query.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Folded letters without the optional e.
    pub text: String,
    /// Their set.
    pub set: u64,
    /// Whether all of them are of ASCII.
    is_ascii: bool,
    /// Position in `text` of its rarest byte, the one to look for first.
    rarest: usize,
    /// How many optional e may stand before the rarest byte.
    slack: usize,
    /// The longest piece of it in which no e is optional.
    piece: Piece,
    /// Where its first letters stand.
    places: LetterPlaces,
    /// Which texts it may begin with one slip.
    glance: Glance,
    /// How many optional e there may be.
    vowels: usize,
    /// How many letters may be wrong (0, 1 or 2), by length.
    pub edits: u8,
}

/// A piece of a word that stands in every text as it stands in the word.
#[derive(Clone, Debug)]
struct Piece {
    /// Looks for it, many bytes at a time.
    finder: memmem::Finder<'static>,
    /// Where it begins in the word.
    from: usize,
    /// How many optional e may stand before it.
    slack: usize,
}

impl Piece {
    /// The longest, the first of several.
    fn of(word: &[u8]) -> Self {
        let ends = |(at, byte): (usize, &u8)| (vowel(*byte) || at + 1 == word.len()).then_some(at + 1);
        let (mut from, mut longest) = (0, 0..0);
        for to in word.iter().enumerate().filter_map(ends) {
            if to - from > longest.len() {
                longest = from..to;
            }
            from = to;
        }
        let slack = word.iter().take(longest.start).filter(|byte| vowel(**byte)).count();
        let needle = word.get(longest.clone()).unwrap_or(word);
        Self { finder: memmem::Finder::new(needle).into_owned(), from: longest.start, slack }
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Word {}

impl Word {
    /// Prepares one folded word; `None` when it is empty.
    pub(super) fn new(folded: &str) -> Option<Self> {
        let mut text = String::new();
        let mut before = ' ';
        for c in folded.chars() {
            let optional = c == 'e' && matches!(before, 'a' | 'o' | 'u');
            before = c;
            if !optional && text.len() + c.len_utf8() <= LONGEST {
                text.push(c);
            }
        }
        let rarity = |byte: u8| FREQUENT.iter().position(|f| *f == byte).unwrap_or(FREQUENT.len());
        let rarest = text.bytes().enumerate().max_by_key(|(_, b)| rarity(*b)).map(|(at, _)| at)?;
        let slack = text.bytes().take(rarest).filter(|b| vowel(*b)).count();
        let vowels = text.bytes().filter(|b| vowel(*b)).count();
        let edits = match text.chars().count() {
            0..=3 => 0,
            4..=8 => 1,
            _ => 2,
        };
        let (piece, places) = (Piece::of(text.as_bytes()), LetterPlaces::of(text.as_bytes()));
        let glance = if edits == 1 { Glance::of(text.as_bytes()) } else { Glance::default() };
        let (set, is_ascii) = (letters(text.as_bytes()), text.is_ascii());
        Some(Self { text, set, is_ascii, rarest, slack, piece, places, glance, vowels, edits })
    }

    /// The most bytes of a key that the word can cover: its letters, optional e, letters left out.
    #[inline]
    pub(super) fn reach(&self) -> usize {
        self.longest() + usize::from(self.edits)
    }

    /// The word's bytes.
    #[inline]
    pub(super) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// Where its first letters stand.
    #[inline]
    pub(super) fn letter_places(&self) -> &LetterPlaces {
        &self.places
    }

    /// Whether a text that begins with these letters may begin with the word when one slip is forgiven, if it may have one.
    #[inline]
    pub(super) fn may_begin_with_slip(&self, letters: [u8; 3]) -> bool {
        self.glance.passes(&self.places, letters)
    }

    /// Whether every key that matches this word also matches `shorter` (a word typed on).
    pub(super) fn extends(&self, shorter: &Self) -> bool {
        self.text.starts_with(&shorter.text)
    }

    /// Whether a text that begins with these two bytes, 0 where it is shorter, may begin with the word; and the word may
    /// end with a `whole` word of the text, if it is to.
    #[inline]
    pub(super) fn may_begin(&self, [first, second]: [u8; 2], whole: bool) -> bool {
        let passed = |letter: u8| vowel(letter) && second == b'e';
        match *self.bytes() {
            [a, b, ..] => a == first && (b == second || passed(a)),
            [a] => a == first && (!whole || !in_word(second) || passed(a)),
            [] => true,
        }
    }

    /// The end of the word in `text` when it stands in one piece at `at`.
    #[inline]
    pub(super) fn stands_at(&self, text: &[u8], at: usize) -> Option<usize> {
        let mut rest = text.get(at..)?;
        let mut word = self.bytes();
        while let Some((wanted, later)) = word.split_first() {
            let (found, tail) = rest.split_first()?;
            if wanted != found {
                return None;
            }
            word = later;
            rest = skip_e(*wanted, word, tail);
        }
        Some(text.len() - rest.len())
    }

    /// The first place at or after `from` where the word stands in one piece: start and end.
    pub(super) fn find(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        if text.len() < FAR {
            let rare = *self.bytes().get(self.rarest)?;
            self.find_around(text, from, (self.rarest, self.slack), |text| memchr(rare, text))
        } else {
            let Piece { finder, from: at, slack } = &self.piece;
            self.find_around(text, from, (*at, *slack), |text| finder.find(text))
        }
    }

    /// The same by looking for what stands at this place in the word, with so many optional e before it.
    #[inline]
    fn find_around(
        &self,
        text: &[u8],
        from: usize,
        (place, slack): (usize, usize),
        next: impl Fn(&[u8]) -> Option<usize>,
    ) -> Option<(usize, usize)> {
        let mut look = from + place;
        loop {
            let hit = look + next(text.get(look..)?)?;
            let latest = hit - place;
            let earliest = latest.saturating_sub(slack).max(from);
            for at in earliest..=latest {
                if let Some(end) = self.stands_at(text, at) {
                    return Some((at, end));
                }
            }
            look = hit + 1;
        }
    }

    /// Whether the letters stand in the text in this order, with anything in between; where the first letter
    /// stands and where the earliest possible last one ends.
    #[expect(clippy::inline_always, reason = "asked of every document; a call costs as much as a short answer")]
    #[inline(always)]
    pub(super) fn scattered(&self, text: &[u8]) -> Option<(usize, usize)> {
        if !self.is_ascii {
            return self.scattered_chars(text);
        }
        let mut bytes = self.bytes().iter();
        let first = memchr(*bytes.next()?, text)?;
        let mut end = first + 1;
        for byte in bytes {
            end += text.get(end..)?.iter().position(|b| b == byte)? + 1;
        }
        Some((first, end))
    }

    /// The most bytes of a key that is this word.
    #[inline]
    pub(super) fn longest(&self) -> usize {
        self.text.len() + self.vowels
    }

    /// The shortest stretch of the text that has the letters in this order; the first of several.
    pub(super) fn tightest(&self, text: &[u8]) -> Option<(usize, usize)> {
        let (first, end) = self.scattered(text)?;
        if !self.is_ascii {
            return Some((first, end));
        }
        let mut best = (self.back(text, end).unwrap_or(first), end);
        let mut from = best.0 + 1;
        while let Some((_, end)) = text.get(from..).and_then(|rest| self.scattered(rest)) {
            let end = from + end;
            let start = self.back(text, end).unwrap_or(from);
            if end - start < best.1 - best.0 {
                best = (start, end);
            }
            from = start + 1;
        }
        Some(best)
    }

    /// The latest place where letters that end before `end` can begin.
    fn back(&self, text: &[u8], end: usize) -> Option<usize> {
        let mut at = end;
        for byte in self.bytes().iter().rev() {
            at = text.get(..at)?.iter().rposition(|b| b == byte)?;
        }
        Some(at)
    }

    /// Scattered letters of words beyond ASCII, character by character.
    fn scattered_chars(&self, text: &[u8]) -> Option<(usize, usize)> {
        let (mut first, mut end) = (None, 0);
        let mut buffer = [0; 4];
        for c in self.text.chars() {
            let found = end + memmem::find(text.get(end..)?, c.encode_utf8(&mut buffer).as_bytes())?;
            first = first.or(Some(found));
            end = found + c.len_utf8();
        }
        Some((first?, end))
    }

    /// Whether one single letter is the whole word and its set bit alone proves that a key has it.
    #[inline]
    pub(super) fn proved_by_set(&self) -> bool {
        matches!(self.bytes(), [byte] if byte.is_ascii_alphanumeric())
    }

    /// Whether the sets allow this word in a key with at most `edits` letters missing.
    #[inline]
    pub(super) fn allowed(&self, key: u64, edits: u8) -> bool {
        has(key, self.set, u32::from(edits))
    }
}

/// Whether an e after this letter is optional.
#[inline]
pub(super) fn vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'o' | b'u')
}

/// What is left of the key after a letter was matched: an optional e is passed, unless the word needs it next.
#[inline]
pub(super) fn skip_e<'a>(matched: u8, word: &[u8], rest: &'a [u8]) -> &'a [u8] {
    match rest {
        [b'e', tail @ ..] if vowel(matched) && (word.first() != Some(&b'e') || tail.first() == Some(&b'e')) => tail,
        _ => rest,
    }
}

/// Whether a word of the key ends here.
#[inline]
pub(super) fn word_ends(text: &[u8], at: usize) -> bool {
    text.get(at).is_none_or(|byte| !in_word(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        Word::new(&super::super::fold::fold(text)).unwrap()
    }

    #[test]
    fn umlauts_may_be_typed_in_three_ways() {
        for typed in ["buro", "buero", "büro", "Büro"] {
            for key in ["buero fuer", "buro fuer"] {
                assert!(word(typed).stands_at(key.as_bytes(), 0).is_some(), "{typed} in {key}");
            }
        }
        assert_eq!(word("eltern").find(b"kitaelternrat", 0), Some((4, 10)));
        assert_eq!(word("neueeinst").find(b"neueeinstellung", 0), Some((0, 9)));
        assert_eq!(word("menü").stands_at(b"menue", 0), Some(5));
    }

    #[test]
    fn words_are_found_behind_their_rarest_letter() {
        assert_eq!(word("schule").find(b"volkshochschule", 0), Some((9, 15)));
        assert_eq!(word("schule").find(b"schule, schule", 1), Some((8, 14)));
        assert_eq!(word("schule").find(b"schuhe", 0), None);
        assert_eq!(word("müller").find(b"a mueller", 0), Some((2, 9)));
    }

    #[test]
    fn two_letters_tell_what_cannot_begin_so() {
        for typed in ["a", "au", "aue", "b", "be", "ü", "日", "x1"] {
            let word = word(typed);
            for key in ["a", "au", "aue", "ae", "aeu", "b c", "b", "bl", "be", "ue", "uel", "u", "日本", "x1", ""] {
                let begins = [0, 1].map(|at| key.as_bytes().get(at).copied().unwrap_or(0));
                if let Some(end) = word.stands_at(key.as_bytes(), 0) {
                    assert!(word.may_begin(begins, false), "{typed} in {key}");
                    assert!(
                        !word_ends(key.as_bytes(), end) || word.may_begin(begins, true),
                        "{typed}, the whole {key}"
                    );
                }
            }
        }
        assert!(!word("au").may_begin(*b"ab", false) && !word("b").may_begin(*b"bl", true));
    }

    #[test]
    fn the_shortest_stretch_is_found() {
        assert_eq!(word("jgt").tightest(b"jugend jgxt jag"), Some((7, 11)));
        assert_eq!(word("aba").tightest(b"a xx b a abba"), Some((9, 13)));
        assert_eq!(word("aba").tightest(b"abab"), Some((0, 3)));
    }

    #[test]
    fn scattered_letters_keep_their_order() {
        assert_eq!(word("jgt").scattered(b"jugendamt"), Some((0, 9)));
        assert_eq!(word("tj").scattered(b"jugendamt"), None);
        assert_eq!(word("日語").scattered("日本語".as_bytes()), Some((0, 9)));
    }
}
