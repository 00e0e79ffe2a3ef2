//! The fuzzy matcher, asked little: only scattered matches are scored, and only the stretch of text they can be in.
//!
//! The one place that knows the crate `fuzzy-matcher`. Each search has its own, since a shared one is slow.

use super::word::Word;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memrchr;

/// A matcher for one search.
pub(super) struct Scorer(SkimMatcherV2);

impl Scorer {
    /// A fresh matcher; its working memory grows to a few kilobytes.
    pub(super) fn new() -> Self {
        Self(SkimMatcherV2::default().ignore_case().use_cache(true))
    }

    /// The score of scattered letters; `first` is where the first letter stands for the first time.
    pub(super) fn score(&self, word: &Word, text: &str, first: usize) -> u16 {
        let stretch = window(word, text, first).and_then(|(from, to)| text.get(from..to)).unwrap_or(text);
        let score = self.0.fuzzy_match(stretch, &word.text).unwrap_or(0);
        u16::try_from(score.max(0)).unwrap_or(u16::MAX)
    }

    /// The byte positions of the letters in the text.
    pub(super) fn positions(&self, word: &Word, text: &str) -> Vec<usize> {
        let Some((_, found)) = self.0.fuzzy_indices(text, &word.text) else { return Vec::new() };
        let mut wanted = found.into_iter().peekable();
        let chars = text.char_indices().enumerate();
        chars.filter_map(|(n, (at, _))| (wanted.next_if_eq(&n)).map(|_| at)).collect()
    }

    /// No scattered match of this word scores more: 16 a letter, 8 for a word start carried on, the first one double.
    pub(super) fn most(word: &Word) -> u16 {
        let letters = u16::try_from(word.text.len()).unwrap_or(u16::MAX);
        letters.saturating_mul(24).saturating_add(8)
    }
}

/// From one character before the first possible letter (it tells a word start) to the last possible letter.
fn window(word: &Word, text: &str, first: usize) -> Option<(usize, usize)> {
    let last = *word.bytes().last()?;
    let to = if last.is_ascii() { memrchr(last, text.as_bytes())? + 1 } else { text.len() };
    let from = text.get(..first)?.char_indices().next_back().map_or(first, |(at, _)| at);
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_scores_like_the_whole_text() {
        let scorer = Scorer::new();
        let word = Word::new("jgdmt").unwrap();
        let text = "kreis jugendamt, standort altstadt";
        let (first, _) = word.scattered(text.as_bytes()).unwrap();
        let whole = scorer.0.fuzzy_match(&text[5..], "jgdmt").unwrap();
        assert_eq!(i64::from(scorer.score(&word, text, first)), whole);
        assert!(scorer.score(&word, text, first) <= Scorer::most(&word));
        assert_eq!(scorer.positions(&word, "日 jugendamt").first(), Some(&4));
    }
}
