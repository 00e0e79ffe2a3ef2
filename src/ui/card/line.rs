//! Spans brought into lines: cleaned, wrapped at word ends, each word in its tone. Knows no rows and no themes.

use crate::app::card::{Span, Tone};
use crate::text::{Breaks, clean_with, clusters, first_row, plain_width, width, wrap};

/// One line of the screen: words at columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pieces: Vec<(usize, String, Tone)>,
    end: usize,
}

impl Line {
    /// A line with one text.
    pub fn of(text: &str, column: usize, tone: Tone) -> Self {
        let mut line = Line { pieces: Vec::new(), end: column };
        line.add(&clean_with(text, Breaks::Blanks), tone);
        line
    }

    /// The column behind its last word.
    pub fn end(&self) -> usize {
        self.end
    }

    /// More text at its end.
    pub fn add(&mut self, text: &str, tone: Tone) {
        if text.is_empty() {
            return;
        }
        self.pieces.push((self.end, text.to_owned(), tone));
        self.end += width(text);
    }

    /// Text at a column before its words.
    pub fn put_before(&mut self, text: &str, column: usize, tone: Tone) {
        self.pieces.insert(0, (column, text.to_owned(), tone));
    }

    /// Column, words, tone.
    pub fn pieces(&self) -> impl Iterator<Item = (usize, &str, Tone)> {
        self.pieces.iter().map(|(column, words, tone)| (*column, words.as_str(), *tone))
    }
}

/// Spans as lines: the first starts at column `first`, the others at column `rest`, none goes beyond `columns`.
pub(super) fn lines(spans: &[Span], first: usize, rest: usize, columns: usize) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::new();
    for paragraph in paragraphs(spans) {
        let start = if all.is_empty() { first } else { rest };
        all.extend(wrapped(&paragraph, start, rest, columns));
    }
    if all.is_empty() { vec![Line { pieces: Vec::new(), end: first }] } else { all }
}

/// Whether spans take one line for certain, without their being brought into lines.
pub(super) fn fit_one(spans: &[Span], first: usize, columns: usize) -> bool {
    let mut room = columns.saturating_sub(first).max(1);
    spans.iter().all(|span| {
        let left = plain_width(&span.text).and_then(|wide| room.checked_sub(wide));
        left.is_some_and(|left| {
            room = left;
            true
        })
    })
}

/// One paragraph: its cleaned text, and where each tone ends in it.
#[derive(Default)]
struct Paragraph {
    text: String,
    tones: Vec<(usize, Tone)>,
}

/// The spans cut at their line feeds, and cleaned.
fn paragraphs(spans: &[Span]) -> Vec<Paragraph> {
    let mut all = vec![Paragraph::default()];
    for span in spans {
        for (at, part) in span.text.split('\n').enumerate() {
            if at > 0 {
                all.push(Paragraph::default());
            }
            if let Some(last) = all.last_mut() {
                last.text.push_str(&clean_with(part.trim_end_matches('\r'), Breaks::Blanks));
                last.tones.push((last.text.len(), span.tone));
            }
        }
    }
    all
}

/// A paragraph wrapped; what hangs stands further to the right, so the first line is wrapped apart from the rest.
fn wrapped(paragraph: &Paragraph, first: usize, rest: usize, columns: usize) -> Vec<Line> {
    let room = |from: usize| columns.saturating_sub(from).max(1);
    if plain_width(&paragraph.text).is_some_and(|wide| wide <= room(first)) {
        return vec![toned(paragraph, 0, paragraph.text.trim_end_matches(' ').len(), first)];
    }
    let glued = glued(&paragraph.text);
    let head = first_row(&glued, room(first)).len();
    let mut all = vec![toned(paragraph, 0, head, first)];
    let left = glued.get(head..).unwrap_or("").trim_start_matches(' ');
    if !left.is_empty() {
        let start = glued.len() - left.len();
        for part in wrap(left, room(rest)) {
            let from = start + (part.as_ptr() as usize - left.as_ptr() as usize);
            all.push(toned(paragraph, from, from + part.len(), rest));
        }
    }
    all
}

/// The text with the signs that must not end a line (in dates, numbers and `://`) replaced by a digit of the same
/// length, so that places in both are the same.
fn glued(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let holds = |at: usize, sign: char| match sign {
        '-' => digit(at.checked_sub(1)) && digit(Some(at + 1)),
        '/' => bytes.get(at + 1) == Some(&b'/') || digit(at.checked_sub(1)) && digit(Some(at + 1)),
        _ => false,
    };
    text.char_indices().map(|(at, sign)| if holds(at, sign) { '0' } else { sign }).collect()
}

/// A stretch of a paragraph, from byte to byte, its clusters in the tone each starts in.
fn toned(paragraph: &Paragraph, start: usize, end: usize, column: usize) -> Line {
    let part = paragraph.text.get(start..end).unwrap_or("");
    let piece = |from: usize, to: usize| part.get(from..to).unwrap_or("");
    let mut line = Line { pieces: Vec::new(), end: column };
    let (mut from, mut tone, mut over) = (0, None, start);
    let begun = paragraph.tones.partition_point(|(end, _)| *end <= start);
    for (until, next) in paragraph.tones.iter().copied().skip(begun) {
        if over >= end {
            break;
        }
        if let Some(before) = tone.filter(|tone| *tone != next) {
            let to = cluster_from(part, over - start);
            line.add(piece(from, to), before);
            from = to;
        }
        (tone, over) = (Some(next), until);
    }
    line.add(piece(from, part.len()), tone.unwrap_or(Tone::Plain));
    line
}

/// Where the first cluster starts that does not start before this place.
fn cluster_from(text: &str, at: usize) -> usize {
    if plain_width(text).is_some() {
        return at;
    }
    clusters(text).map(|(start, _)| start).find(|start| *start >= at).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Texts and their tones, neighbours of one tone together.
    fn joined<'t>(pieces: impl Iterator<Item = (&'t str, Tone)>) -> Vec<(String, Tone)> {
        let mut all: Vec<(String, Tone)> = Vec::new();
        for (text, tone) in pieces {
            match all.last_mut().filter(|(_, last)| *last == tone) {
                Some((before, _)) => before.push_str(text),
                None => all.push((text.to_owned(), tone)),
            }
        }
        all
    }

    proptest! {
        #[test]
        fn a_cluster_has_the_tone_it_starts_in(
            texts in proptest::collection::vec(("[ a-zäöü–]{0,5}|[a\u{308}\u{200d}👩語]{0,4}", 0usize..3), 1..6),
            from in 0usize..9, length in 0usize..20,
        ) {
            let tone = |n: usize| [Tone::Plain, Tone::Quiet, Tone::Name][n];
            let spans: Vec<Span> = texts.iter().map(|(text, n)| Span { text: text.clone(), tone: tone(*n) }).collect();
            let paragraph = paragraphs(&spans).remove(0);
            let places: Vec<usize> = clusters(&paragraph.text).map(|(at, _)| at).chain([paragraph.text.len()]).collect();
            let (start, end) = (from.min(places.len() - 1), (from + length).min(places.len() - 1));
            let (from, to) = (places[start], places[end]);
            let line = toned(&paragraph, from, to, 0);
            let tone_at = |at: usize| paragraph.tones[paragraph.tones.partition_point(|(end, _)| *end <= at)].1;
            let slowly = clusters(&paragraph.text[from..to]).map(|(at, cluster)| (cluster, tone_at(from + at)));
            prop_assert_eq!(joined(line.pieces.iter().map(|(_, text, tone)| (&**text, *tone))), joined(slowly));
        }

        #[test]
        fn what_fits_one_line_is_one_line(
            texts in proptest::collection::vec("[ a-zäöü/–-]{0,12}|\\PC{0,6}|[a-z\n ]{0,9}", 0..4),
            first in 0usize..12, columns in 0usize..40,
        ) {
            let spans: Vec<Span> = texts.iter().map(|text| Span { text: text.clone(), tone: Tone::Plain }).collect();
            if fit_one(&spans, first, columns) {
                prop_assert_eq!(lines(&spans, first, first, columns).len(), 1);
            }
        }
    }
}
