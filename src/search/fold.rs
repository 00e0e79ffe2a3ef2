//! Folding: one plain spelling for every way of writing the same word.
//!
//! Lower case, no accents, `ä`→`ae` `ö`→`oe` `ü`→`ue` `ß`→`ss`, composed and decomposed letters alike, dashes and
//! quotes in one form, invisible signs dropped. Knows letters, not documents; the index map serves highlights only.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// The combining diaeresis, the second half of a decomposed `ä`.
const DIAERESIS: char = '\u{308}';

/// The folded form of a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    fold_into(text, &mut out);
    out
}

/// Appends the folded form of a text, so that many texts can share one arena.
pub fn fold_into(text: &str, out: &mut String) {
    let mut rest = text;
    let mut vowel = false;
    loop {
        let at = ascii_run(rest.as_bytes());
        let (plain, later) = rest.split_at_checked(at).unwrap_or((rest, ""));
        vowel = (vowel && at == 0) || push_ascii(plain, out);
        let mut later = later.chars();
        let Some(c) = later.next() else { return };
        vowel = fold_char(c, vowel, out);
        rest = later.as_str();
    }
}

/// How many bytes of ASCII a text begins with.
#[inline]
fn ascii_run(text: &[u8]) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (eights, rest) = text.as_chunks::<8>();
    for (n, eight) in eights.iter().enumerate() {
        let high = u64::from_le_bytes(*eight) & HIGH;
        if high != 0 {
            return 8 * n + high.trailing_zeros() as usize / 8;
        }
    }
    text.len() - rest.len() + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// Appends a run of ASCII; true when a diaeresis may follow it (a, o, u).
#[inline]
fn push_ascii(plain: &str, out: &mut String) -> bool {
    let from = out.len();
    out.push_str(plain);
    if let Some(tail) = out.get_mut(from..) {
        tail.make_ascii_lowercase();
    }
    plain.ends_with(['a', 'o', 'u', 'A', 'O', 'U'])
}

/// Appends one folded letter; true when a diaeresis may follow it (a, o, u).
fn push(c: char, out: &mut String) -> bool {
    out.push(c);
    matches!(c, 'a' | 'o' | 'u')
}

/// Folds one character beyond ASCII; `vowel` says that a diaeresis would now turn the last letter into an umlaut.
fn fold_char(c: char, vowel: bool, out: &mut String) -> bool {
    match c {
        'ä' | 'Ä' => out.push_str("ae"),
        'ö' | 'Ö' => out.push_str("oe"),
        'ü' | 'Ü' => out.push_str("ue"),
        'ß' | 'ẞ' => out.push_str("ss"),
        '–' | '—' => out.push('-'),
        _ => return fold_rare(c, vowel, out),
    }
    false
}

/// The slow road: compatibility decomposition, marks off, lower case, letters without a decomposition by table.
fn fold_rare(c: char, mut vowel: bool, out: &mut String) -> bool {
    decompose_compatible(c, |part| {
        if part == DIAERESIS && vowel {
            out.push('e');
            vowel = false;
        } else if !is_combining_mark(part) {
            vowel = false;
            for lower in part.to_lowercase().filter(|l| !is_combining_mark(*l)) {
                match plain(lower) {
                    Some(text) => out.push_str(text),
                    None => vowel = push(lower, out),
                }
            }
        }
    });
    vowel
}

/// Letters that Unicode does not decompose, dashes, quotes, and signs nobody sees (dropped).
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ı' => "i",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ø' | 'œ' => "oe",
        'æ' => "ae",
        'þ' => "th",
        'ß' => "ss",
        'ς' => "σ",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '„' | '“' | '”' | '«' | '»' => "\"",
        '‚' | '‘' | '’' | '‹' | '›' => "'",
        c if invisible(c) => "",
        _ => return None,
    })
}

/// Soft hyphens, joiners, direction marks, tags.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A folded text that remembers which grapheme of the original each folded byte came from.
pub(super) struct Folded {
    /// The folded text.
    pub text: String,
    /// For each folded byte the byte range of its grapheme in the original.
    pub origin: Vec<(u32, u32)>,
}

/// Folds grapheme by grapheme, keeping the way back. Only for rows on the screen.
pub(super) fn fold_with_origin(original: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(original.len() + 8), origin: Vec::new() };
    for (at, grapheme) in original.grapheme_indices(true) {
        fold_into(grapheme, &mut folded.text);
        let range = (small(at), small(at + grapheme.len()));
        folded.origin.resize(folded.text.len(), range);
    }
    folded
}

/// A text position as stored in the map; texts of more than 4 GiB are never on a screen.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_folds_to_one() {
        for spelling in ["Büro", "Bu\u{308}ro", "BÜRO", "buero", "B\u{fc}ro"] {
            assert_eq!(fold(spelling), "buero", "{spelling:?}");
        }
        assert_eq!(fold("STRAẞE"), "strasse");
        assert_eq!(fold("İstanbul ısı"), "istanbul isi");
        assert_eq!(fold("Wiśniewski Łódź Søren Ayşe"), "wisniewski lodz soeren ayse");
        assert_eq!(fold("Ju\u{ad}gend\u{200b}amt"), "jugendamt");
        assert_eq!(fold("u\u{323}\u{308}"), "ue");
        assert_eq!(fold("ﬁnanz ①"), "finanz 1");
    }

    #[test]
    fn the_map_leads_back_to_whole_graphemes() {
        let original = "Mu\u{308}ller-Weiß";
        let folded = fold_with_origin(original);
        assert_eq!(folded.text, fold(original));
        assert_eq!(folded.origin.len(), folded.text.len());
        let e = folded.text.find('e').unwrap();
        assert_eq!(folded.origin[e], (1, 4));
    }
}
