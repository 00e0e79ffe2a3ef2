//! Text brought to a number of columns: cut with `…`, or filled up with blanks. Looks only at the part that fits, so
//! a text of any length costs no more than a screen line. Must not know what is cut.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::{
    clean::{Breaks, TALLEST, push_clean},
    columns_of,
    plain::{clusters, plain_width},
    width,
};

/// What shows that text was cut off; one column wide.
const MORE: char = '…';

/// Text in at most `columns` columns. Cut at the end of a word (or behind its dash) if one lies in the last half, else between two
/// grapheme clusters; `…` shows the cut.
#[must_use]
pub fn clip(text: &str, columns: usize) -> Cow<'_, str> {
    let Some(cut) = place_of_cut(text, columns) else { return Cow::Borrowed(text) };
    let (head, _) = text.split_at(cut);
    let mut short = String::with_capacity(cut + MORE.len_utf8());
    short.push_str(head);
    if columns > 0 {
        short.push(MORE);
    }
    Cow::Owned(short)
}

/// Byte position at which the text must be cut to fit with `…`, or nothing when it fits whole.
fn place_of_cut(text: &str, columns: usize) -> Option<usize> {
    let room = columns.saturating_sub(1);
    let (mut used, mut hard, mut word_end) = (0, 0, None);
    let (mut after_word, mut after_dash) = (false, false);
    for (at, grapheme) in clusters(text) {
        let blank = grapheme.chars().all(char::is_whitespace);
        if used <= room {
            hard = at;
            if (blank && after_word || after_dash) && used * 2 >= columns {
                word_end = Some(at);
            }
        }
        used += columns_of(grapheme);
        if used > columns {
            return Some(without_blanks(text, word_end.unwrap_or(hard)));
        }
        after_dash = after_word && matches!(grapheme, "–" | "-" | "/");
        after_word = !blank;
    }
    None
}

/// The place before blanks and loose signs that would stand in front of the `…`.
fn without_blanks(text: &str, cut: usize) -> usize {
    text.split_at(cut).0.trim_end().trim_end_matches([' ', ',', ';', '·', '(']).len()
}

/// [`clean`](super::clean) and [`clip`] in one, for text of unknown origin and length: reads no more of it than fits.
#[must_use]
pub fn fit(text: &str, columns: usize, breaks: Breaks) -> String {
    let head = enough(text, columns);
    if head.len() == text.len()
        && let Some(used) = plain_width(text)
    {
        return if used <= columns { text.to_owned() } else { clip(text, columns).into_owned() };
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in head.graphemes(true) {
        let from = out.len();
        push_clean(&mut out, grapheme, breaks);
        used += width(out.split_at(from).1);
        if used > columns {
            break;
        }
    }
    if head.len() < text.len() {
        out.push(MORE);
    }
    match clip(&out, columns) {
        Cow::Owned(short) => short,
        Cow::Borrowed(_) => out,
    }
}

/// As much of the beginning as can be seen in so many columns, and plenty: 64 KiB. Only marks piled up by the hundred
/// on each of many letters need more, and they may be cut early.
pub(super) fn enough(text: &str, columns: usize) -> &str {
    let bytes = columns.saturating_mul(4 * TALLEST).max(64 * 1024);
    if text.len() <= bytes {
        return text;
    }
    let cut = (0..=bytes).rev().find(|at| text.is_char_boundary(*at));
    text.split_at(cut.unwrap_or(0)).0
}

/// Text in exactly `columns` columns: cut, or blanks behind it.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    let mut line = clip(text, columns).into_owned();
    line.extend(blanks(&line, columns));
    line
}

/// Text in exactly `columns` columns: cut, or blanks before it (numbers).
#[must_use]
pub fn pad_start(text: &str, columns: usize) -> String {
    let short = clip(text, columns);
    let mut line: String = blanks(&short, columns).collect();
    line.push_str(&short);
    line
}

fn blanks(text: &str, columns: usize) -> std::iter::RepeatN<char> {
    std::iter::repeat_n(' ', columns.saturating_sub(width(text)))
}
