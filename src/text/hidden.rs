//! Which characters a screen would not show, or would obey instead of showing. Facts from the Unicode character
//! database (`Default_Ignorable_Code_Point`, `Bidi_Control`, `Cc`, `Zl`, `Zp`). Must not know what replaces them.

use std::ops::RangeInclusive;

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// Ranges never shown as they are, sorted. Joiners and variation selectors are listed too: they stay only where
/// [`joins`] or [`selects`] finds them at work.
const RANGES: [RangeInclusive<u32>; 27] = [
    0x00..=0x1F,         // C0
    0x7F..=0x9F,         // DEL, C1
    0xAD..=0xAD,         // soft hyphen
    0x034F..=0x034F,     // combining grapheme joiner
    0x061C..=0x061C,     // Arabic letter mark (bidi)
    0x115F..=0x1160,     // Hangul fillers
    0x17B4..=0x17B5,     // Khmer inherent vowels
    0x180B..=0x180F,     // Mongolian selectors
    0x200B..=0x200F,     // zero width, joiners, bidi marks
    0x2028..=0x202E,     // line and paragraph separator, bidi embeddings
    0x2060..=0x206F,     // word joiner, invisible operators, bidi isolates
    0x2800..=0x2800,     // empty braille pattern
    0x3164..=0x3164,     // Hangul filler
    0xFDD0..=0xFDEF,     // noncharacters
    0xFE00..=0xFE0F,     // variation selectors
    0xFEFF..=0xFEFF,     // byte order mark
    0xFFA0..=0xFFA0,     // halfwidth Hangul filler
    0xFFF0..=0xFFFB,     // unassigned ignorables, interlinear annotation
    0xFFFE..=0xFFFF,     // noncharacters
    0x13430..=0x1343F,   // hieroglyph format controls
    0x1BCA0..=0x1BCA3,   // shorthand format controls
    0x1D159..=0x1D159,   // musical null notehead
    0x1D173..=0x1D17A,   // musical format controls
    0x1FFFE..=0x1FFFF,   // noncharacters
    0x2FFFE..=0x2FFFF,   // noncharacters
    0xE0000..=0xE0FFF,   // tags, variation selectors supplement
    0xF0000..=0x10_FFFF, // private planes
];

/// Characters that choose between text and picture form (VS15, VS16) are sensible behind these.
const PICTURES: [RangeInclusive<u32>; 13] = [
    0xA9..=0xA9,
    0xAE..=0xAE,
    0x203C..=0x203C,
    0x2049..=0x2049,
    0x2122..=0x2122,
    0x2139..=0x2139,
    0x2194..=0x21AA,
    0x231A..=0x2BFF,
    0x3030..=0x3030,
    0x303D..=0x303D,
    0x3297..=0x3299,
    0x1F000..=0x1FAFF,
    0x1FB00..=0x1FBFF,
];

/// Ideographs, behind which any variation selector chooses a registered form.
const IDEOGRAPHS: [RangeInclusive<u32>; 3] = [0x3400..=0x9FFF, 0xF900..=0xFAFF, 0x20000..=0x3FFFD];

fn within(ranges: &[RangeInclusive<u32>], c: char) -> bool {
    ranges.iter().any(|range| range.contains(&u32::from(c)))
}

/// A character nobody would see, or that would steer the terminal or the reading direction.
pub(super) fn hidden(c: char) -> bool {
    if (' '..='~').contains(&c) {
        return false;
    }
    within(&RANGES, c) || (c.width().unwrap_or(0) == 0 && !is_combining_mark(c) && !is_jamo(c))
}

/// Vowel and final parts of Korean syllables: without width of their own, but visible in their syllable.
fn is_jamo(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}')
}

/// A zero-width joiner that joins: something with a width follows it in the same grapheme cluster (UAX #29).
pub(super) fn joins(c: char, before: Option<char>, after: Option<char>) -> bool {
    let visible = |c: Option<char>| c.is_some_and(|c| !hidden(c));
    c == '\u{200D}' && (visible(before) || before.is_some_and(is_picture_selector)) && visible(after)
}

/// A variation selector that selects: picture form behind a picture or a keycap digit, any form behind an ideograph.
pub(super) fn selects(c: char, before: Option<char>, after: Option<char>) -> bool {
    let Some(base) = before else { return false };
    let selector = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    let keycap = matches!(base, '0'..='9' | '#' | '*') && after == Some('\u{20E3}');
    let picture = is_picture_selector(c) && (keycap || within(&PICTURES, base));
    picture || (selector && within(&IDEOGRAPHS, base))
}

fn is_picture_selector(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}')
}
