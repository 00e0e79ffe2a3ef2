//! Spans brought into lines: cleaned, wrapped at word ends, each word in its tone. Knows no rows and no themes.

use crate::app::card::{Span, Tone};
use crate::text::{Breaks, clean_with, width, wrap};
use unicode_segmentation::UnicodeSegmentation;

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
    let text = paragraph.text.as_str();
    let room = |from: usize| columns.saturating_sub(from).max(1);
    let Some(head) = wrap(text, room(first)).first().copied() else { return Vec::new() };
    let mut all = vec![toned(paragraph, 0, head, first)];
    let used = head.len();
    let left = text.get(used..).unwrap_or("");
    let skipped = left.len() - left.trim_start_matches(' ').len();
    let (from, left) = (used + skipped, left.get(skipped..).unwrap_or(""));
    if !left.is_empty() {
        let mut at = from;
        for part in wrap(left, room(rest)) {
            let found = text.get(at..).and_then(|rest| rest.find(part)).unwrap_or(0);
            all.push(toned(paragraph, at + found, part, rest));
            at += found + part.len();
        }
    }
    all
}

/// A slice of a paragraph that starts at a byte, its clusters in the tone each starts in.
fn toned(paragraph: &Paragraph, start: usize, part: &str, column: usize) -> Line {
    let mut line = Line { pieces: Vec::new(), end: column };
    let mut run = String::new();
    let mut tone = Tone::Plain;
    for (at, cluster) in part.grapheme_indices(true) {
        let next = tone_at(paragraph, start + at);
        if next != tone {
            line.add(&std::mem::take(&mut run), tone);
            tone = next;
        }
        run.push_str(cluster);
    }
    line.add(&run, tone);
    line
}

fn tone_at(paragraph: &Paragraph, at: usize) -> Tone {
    let behind = paragraph.tones.partition_point(|(end, _)| *end <= at);
    paragraph.tones.get(behind).map_or(Tone::Plain, |(_, tone)| *tone)
}
