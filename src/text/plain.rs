//! The common case: letters, digits and signs of German and English, each a grapheme cluster of one column by itself.
//! Such text is walked letter by letter; everything else goes by the rules of Unicode (UAX #29).

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};

/// A sign that is one cluster and one column wherever it stands among its like, and that needs no cleaning.
#[inline]
pub(super) fn plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '–' | '„' | '“' | '”' | '…' | '→'
        | '\u{2500}'..='\u{259f}' | '●' | '○' | '▸' | '▰' | '▱')
}

/// Does the text hold nothing but such signs?
#[inline]
pub(super) fn is_plain(text: &str) -> bool {
    text.is_ascii() && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(plain)
}

/// The columns of a text that holds nothing but such signs; nothing for any other.
#[must_use]
pub fn plain_width(text: &str) -> Option<usize> {
    is_plain(text).then(|| text.chars().count())
}

/// The grapheme clusters of a text with their places.
#[must_use]
pub fn clusters(text: &str) -> Clusters<'_> {
    if is_plain(text) { Clusters::Letters { text, at: 0 } } else { Clusters::Graphemes(text.grapheme_indices(true)) }
}

/// A walk through [`clusters`].
pub enum Clusters<'t> {
    /// Letter by letter.
    Letters {
        /// The whole text.
        text: &'t str,
        /// How far it was walked, in bytes.
        at: usize,
    },
    /// By the rules of Unicode.
    Graphemes(GraphemeIndices<'t>),
}

impl<'t> Iterator for Clusters<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        match self {
            Clusters::Letters { text, at } => {
                let from = *at;
                let rest = text.get(from..)?;
                let len = rest.chars().next()?.len_utf8();
                *at = from + len;
                Some((from, rest.get(..len)?))
            }
            Clusters::Graphemes(graphemes) => graphemes.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn plain_signs_are_one_cluster_and_one_column_in_any_company() {
        let all: Vec<char> = ('\0'..='\u{ffff}').filter(|letter| plain(*letter)).collect();
        assert!(all.len() > 250);
        for letter in &all {
            let text = letter.to_string();
            assert_eq!((text.width(), &*super::super::clean(&text)), (1, &*text), "{letter:?}");
            for other in [' ', 'a', 'ä', '©', '–', '→', '\'', '1', '.', *letter] {
                let pair: String = [*letter, other].iter().collect();
                assert_eq!(pair.graphemes(true).count(), 2, "{pair:?}");
            }
        }
        let text: String = all.iter().collect();
        assert!(clusters(&text).eq(text.grapheme_indices(true)));
    }
}
