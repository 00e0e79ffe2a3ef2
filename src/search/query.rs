//! What was typed, split into words and prepared once. Knows words, neither documents nor ranks.

use super::fold::fold;
use super::word::Word;

/// More words than anybody types; the rest of a pasted text is not looked at.
const MOST_WORDS: usize = 12;

/// A prepared query: words in any order, each of which must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words.
    pub(super) words: Vec<Word>,
    /// All words as one, when there are several and they are short enough to be a name together.
    pub(super) phrase: Option<Word>,
    /// Letters that every match must have.
    pub(super) need: u64,
}

impl Query {
    /// Prepares what was typed. Plain words are always plain words: there is no query language.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let words: Vec<Word> = folded.split_whitespace().filter_map(Word::new).take(MOST_WORDS).collect();
        let joined = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        let phrase = if words.len() > 1 && joined.len() <= 64 { Word::new(&joined) } else { None };
        let need = words.iter().fold(0, |set, word| set | word.set);
        Self { words, phrase, need }
    }

    /// Nothing to look for: there are no hits then, and lists show all their rows themselves.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every match of this query is a match of the one before (letters were typed on, words added).
    #[must_use]
    pub fn narrows(&self, before: &Self) -> bool {
        !before.is_empty()
            && before.words.len() <= self.words.len()
            && self.words.iter().zip(&before.words).all(|(word, shorter)| word.extends(shorter))
    }

    /// Whether that holds for matches with slips as well: no word may have more of them than before.
    pub(super) fn narrows_slips(&self, before: &Self) -> bool {
        self.narrows(before) && self.words.iter().zip(&before.words).all(|(word, shorter)| word.edits <= shorter.edits)
    }

    /// Whether only the last word was typed on or added, so that all others are known to be there.
    pub(super) fn goes_on(&self, before: &Self) -> bool {
        let Some((_, others)) = self.words.split_last() else { return false };
        before.words == others || before.words.split_last().is_some_and(|(_, same)| same == others)
    }

    /// How many letters may be wrong in all words together.
    pub(super) fn edits(&self) -> u32 {
        self.words.iter().map(|word| u32::from(word.edits)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_on_narrows() {
        let typed = ["m", "mu", "mue", "muel", "muell", "müller", "müller ", "müller j", "müller ju"];
        for pair in typed.windows(2) {
            assert!(Query::new(pair[1]).narrows(&Query::new(pair[0])), "{pair:?}");
        }
        assert!(!Query::new("mul").narrows(&Query::new("mil")));
        assert!(!Query::new("a").narrows(&Query::new("")));
    }

    #[test]
    fn blanks_and_bare_accents_are_no_query() {
        assert!(Query::new(" \t\u{301}\u{a0}\u{200b}").is_empty());
        assert_eq!(Query::new("a\u{a0}b").words.len(), 2);
    }
}
