//! The fuzzy matcher, asked little: only scattered matches are scored, and only the stretch of text they can be in.
//!
//! The one place that knows the crate `fuzzy-matcher`. A matcher is made for each text: one that is kept reads some of its
//! working memory as the text before left it (0.3.7: the bonus of a cell is not cleared), so that scores would hang on what
//! was scored before; and it cannot be told to forget (`use_cache(false)` panics).

use super::word::Word;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// A matcher as it was before it matched anything.
fn matcher() -> SkimMatcherV2 {
    SkimMatcherV2::default().ignore_case()
}

/// The score of scattered letters within a stretch of the text.
pub(super) fn score(word: &Word, text: &[u8], stretch: (usize, usize)) -> u16 {
    let text = std::str::from_utf8(text).unwrap_or("");
    let piece = before(text, stretch.0).and_then(|from| text.get(from..stretch.1)).unwrap_or(text);
    let score = matcher().fuzzy_match(piece, &word.text).unwrap_or(0);
    u16::try_from(score.max(0)).unwrap_or(u16::MAX)
}

/// The byte positions of the letters in the text.
pub(super) fn positions(word: &Word, text: &str) -> Vec<usize> {
    let Some((_, found)) = matcher().fuzzy_indices(text, &word.text) else { return Vec::new() };
    let mut wanted = found.into_iter().peekable();
    let chars = text.char_indices().enumerate();
    chars.filter_map(|(n, (at, _))| (wanted.next_if_eq(&n)).map(|_| at)).collect()
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
        let word = Word::new("jgt").unwrap();
        let (start, inside) = ("ein jugendamt", "einjugendamt ");
        let score = |text: &str| score(&word, text.as_bytes(), word.tightest(text.as_bytes()).unwrap());
        assert!(score(start) > score(inside));
        assert_eq!(positions(&word, "日 jugendamt"), [4, 6, 12]);
    }
}
