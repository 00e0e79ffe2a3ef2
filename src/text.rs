//! Text on its way to the screen: made harmless ([`clean`]), measured in columns ([`width`]), cut ([`clip`], [`fit`]),
//! wrapped ([`wrap`], [`lines`]) and filled up ([`pad`]). All panels go through here; nothing else counts columns.
//! Works on grapheme clusters, as the screen buffer does. Must not know what the text means.

mod clean;
mod cut;
mod hidden;
mod plain;
mod wrap;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use clean::{Breaks, clean, clean_with};
pub use cut::{clip, fit, pad, pad_start};
pub use plain::{clusters, plain_width};
pub use wrap::{first_row, lines, wrap};

/// Columns the text takes on the screen: the sum over its grapheme clusters, which is how the screen buffer places
/// them (UAX #11 through `unicode-width`). Exact for cleaned text.
#[must_use]
pub fn width(text: &str) -> usize {
    if plain::is_plain(text) { text.chars().count() } else { text.graphemes(true).map(columns_of).sum() }
}

/// The same with a capital first: a name as it stands in a heading.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Columns of one grapheme cluster. Halfwidth sound marks take a cell of their own in terminals, and in the buffer.
fn columns_of(grapheme: &str) -> usize {
    grapheme.width() + grapheme.matches(['\u{FF9E}', '\u{FF9F}']).count()
}

#[cfg(test)]
mod tests;
