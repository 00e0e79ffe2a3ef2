//! Makes stored text harmless and honest for the screen: what would steer the terminal, turn the reading direction or
//! stay invisible is shown as a sign. The stored text is never changed. Must not know where the text is drawn.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::hidden::{hidden, joins, selects};
use super::plain::is_plain;

/// How line breaks and tabulators appear in a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Breaks {
    /// As `⏎` and `⇥`: nothing is hidden from the reader.
    #[default]
    Signs,
    /// As a blank each: for previews of long text.
    Blanks,
}

/// What stands for a character that cannot be shown.
const SIGN: char = '\u{FFFD}';
/// What carries a combining mark that has lost its letter.
const CARRIER: char = '◌';
/// Code points shown of one grapheme cluster; piled-up marks beyond are cut off, with a [`SIGN`].
pub(super) const TALLEST: usize = 8;

/// Text fit for one line of the screen, breaks shown as signs. Borrowed when there is nothing to change.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    clean_with(text, Breaks::Signs)
}

/// [`clean`], with the breaks as asked for.
#[must_use]
pub fn clean_with(text: &str, breaks: Breaks) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let Some(first) = text.grapheme_indices(true).find(|(_, grapheme)| !harmless(grapheme)).map(|(at, _)| at) else {
        return Cow::Borrowed(text);
    };
    let (good, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + SIGN.len_utf8());
    out.push_str(good);
    for grapheme in rest.graphemes(true) {
        push_clean(&mut out, grapheme, breaks);
    }
    Cow::Owned(out)
}

/// A grapheme cluster that can go to the screen as it is.
fn harmless(grapheme: &str) -> bool {
    if grapheme.len() == 1 {
        return grapheme.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    }
    let mut before = None;
    let mut chars = grapheme.chars().peekable();
    let mut count = 0;
    while let Some(c) = chars.next() {
        count += 1;
        let after = chars.peek().copied();
        if count > TALLEST || (hidden(c) && !joins(c, before, after) && !selects(c, before, after)) {
            return false;
        }
        before = Some(c);
    }
    grapheme.width() > 0
}

/// One grapheme cluster, made harmless, at the end of `out`.
pub(super) fn push_clean(out: &mut String, grapheme: &str, breaks: Breaks) {
    if harmless(grapheme) {
        return out.push_str(grapheme);
    }
    match (grapheme, breaks) {
        ("\n" | "\r\n" | "\r", Breaks::Signs) => out.push('⏎'),
        ("\t", Breaks::Signs) => out.push('⇥'),
        ("\n" | "\r\n" | "\r" | "\t", Breaks::Blanks) => out.push(' '),
        _ => push_signs(out, grapheme),
    }
}

/// The visible part of a cluster, at most [`TALLEST`] code points, and one sign for each run of what is not shown.
fn push_signs(out: &mut String, grapheme: &str) {
    let start = out.len();
    let mut before = None;
    let mut chars = grapheme.chars().peekable();
    let mut hides = false;
    for _ in 0..TALLEST {
        let Some(c) = chars.next() else { break };
        let after = chars.peek().copied();
        if !hidden(c) || joins(c, before, after) || selects(c, before, after) {
            match (out.len() == start && c.width() == Some(0), combines(c)) {
                (true, true) => out.extend([CARRIER, c]),
                (true, false) => out.push(SIGN),
                (false, _) => out.push(c),
            }
            hides = false;
        } else if let Some(picture) = control_picture(c) {
            out.push(picture);
        } else if !std::mem::replace(&mut hides, true) {
            out.push(SIGN);
        }
        before = Some(c);
    }
    if chars.next().is_some() {
        trim_joiners(out, start);
        out.push(SIGN);
    }
}

/// A mark that really goes onto its carrier; unassigned ones do not.
fn combines(mark: char) -> bool {
    [CARRIER, mark].iter().collect::<String>().graphemes(true).count() == 1
}

/// A joiner at the cut would join what follows.
fn trim_joiners(out: &mut String, start: usize) {
    while out.len() > start && out.ends_with(['\u{200D}', '\u{FE0E}', '\u{FE0F}', SIGN]) {
        out.pop();
    }
}

/// The picture of a C0 control or DEL (Unicode block "Control Pictures").
fn control_picture(c: char) -> Option<char> {
    match u32::from(c) {
        code @ 0x00..=0x1F => char::from_u32(0x2400 + code),
        0x7F => Some('\u{2421}'),
        _ => None,
    }
}
