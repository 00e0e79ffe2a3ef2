//! The fuzzy matcher, asked little: only scattered matches are scored, and only the stretch of text they can be in.
//!
//! The one place that knows the crate `fuzzy-matcher`. Each search has its own, since a shared one is slow.

use super::word::Word;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// A matcher for one search.
pub(super) struct Scorer(SkimMatcherV2);

impl Scorer {
    /// A fresh matcher; its working memory grows to a few kilobytes.
    pub(super) fn new() -> Self {
        Self(SkimMatcherV2::default().ignore_case().use_cache(true))
    }

    /// The score of scattered letters within a stretch of the text.
    pub(super) fn score(&self, word: &Word, text: &[u8], stretch: (usize, usize)) -> u16 {
        let text = std::str::from_utf8(text).unwrap_or("");
        let piece = before(text, stretch.0).and_then(|from| text.get(from..stretch.1)).unwrap_or(text);
        let score = self.0.fuzzy_match(piece, &word.text).unwrap_or(0);
        u16::try_from(score.max(0)).unwrap_or(u16::MAX)
    }

    /// The byte positions of the letters in the text.
    pub(super) fn positions(&self, word: &Word, text: &str) -> Vec<usize> {
        let Some((_, found)) = self.0.fuzzy_indices(text, &word.text) else { return Vec::new() };
        let mut wanted = found.into_iter().peekable();
        let chars = text.char_indices().enumerate();
        chars.filter_map(|(n, (at, _))| (wanted.next_if_eq(&n)).map(|_| at)).collect()
    }
}

/// Where the character before this place begins (it tells the matcher whether a word starts here).
fn before(text: &str, at: usize) -> Option<usize> {
    Some(text.get(..at)?.char_indices().next_back().map_or(at, |(from, _)| from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_start_counts_in_a_stretch_too() {
        let scorer = Scorer::new();
        let word = Word::new("jgt").unwrap();
        let (start, inside) = ("ein jugendamt", "einjugendamt ");
        let score = |text: &str| scorer.score(&word, text.as_bytes(), word.tightest(text.as_bytes()).unwrap());
        assert!(score(start) > score(inside));
        assert_eq!(scorer.positions(&word, "日 jugendamt"), [4, 6, 12]);
    }
}
