//! Text in lines of a given width: broken at blanks, behind hyphens and slashes, and inside a word only when the word
//! alone is too long. Must not know how tall the place is, except where a caller says so.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    clean::{Breaks, clean_with},
    columns_of, width,
};

/// One line of (cleaned) text in slices of at most `columns` columns, without the blanks at the breaks. Never empty:
/// text without content gives one empty slice. A grapheme cluster wider than the line gets a line of its own.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let mut rows = Rows::default();
    for piece in pieces(text) {
        rows.place(text, piece, columns.max(1));
    }
    rows.finish(text)
}

/// Notes in lines for the screen: every line of `text` cleaned and wrapped, at most `most` rows in all.
#[must_use]
pub fn lines(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let left = most - rows.len();
        if left == 0 {
            break;
        }
        let enough = beginning(line, columns.max(1).saturating_mul(left.saturating_add(1)).saturating_mul(4));
        let line = clean_with(enough, Breaks::Blanks);
        rows.extend(wrap(&line, columns).into_iter().take(left).map(str::to_owned));
    }
    rows
}

/// The grapheme clusters that begin within the first `bytes` bytes.
fn beginning(text: &str, bytes: usize) -> &str {
    let end = text.grapheme_indices(true).map(|(at, _)| at).find(|at| *at >= bytes);
    end.map_or(text, |end| text.split_at(end).0)
}

/// A stretch that is kept together, as byte positions: from, to, and where its trailing blanks end.
#[derive(Clone, Copy)]
struct Piece {
    from: usize,
    to: usize,
    next: usize,
}

/// The stretches between which a line may end.
fn pieces(text: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    let (mut from, mut to) = (0, 0);
    let mut graphemes = text.grapheme_indices(true).peekable();
    while let Some((at, grapheme)) = graphemes.next() {
        let end = at + grapheme.len();
        let blank = grapheme.chars().all(|c| c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}');
        if !blank {
            to = end;
        }
        let next_is_blank = graphemes.peek().is_none_or(|(_, next)| next.chars().all(char::is_whitespace));
        let ends = if blank { !next_is_blank } else { breaks_behind(grapheme) && !next_is_blank && at > from };
        if ends {
            all.push(Piece { from, to: to.max(from), next: end });
            (from, to) = (end, end);
        }
    }
    all.push(Piece { from, to: to.max(from), next: text.len() });
    all
}

/// Signs behind which German and English text may be broken: `Schule–Beruf`, `Eltern-Kind`, `Kita/Hort`.
fn breaks_behind(grapheme: &str) -> bool {
    matches!(grapheme, "-" | "‐" | "–" | "—" | "/" | "⏎")
}

/// Lines so far, as byte positions, and the line being filled.
#[derive(Default)]
struct Rows {
    done: Vec<(usize, usize)>,
    from: usize,
    to: usize,
    used: usize,
}

impl Rows {
    fn place(&mut self, text: &str, piece: Piece, columns: usize) {
        let wide = width(slice(text, piece.from, piece.to));
        if self.used > 0 && self.used + wide > columns {
            self.next_row(piece.from);
        }
        if self.used + wide > columns {
            self.place_in_parts(text, piece, columns);
        } else {
            (self.to, self.used) = (piece.to, self.used + wide);
        }
        self.used += width(slice(text, piece.to, piece.next));
    }

    fn place_in_parts(&mut self, text: &str, piece: Piece, columns: usize) {
        for (at, grapheme) in slice(text, piece.from, piece.to).grapheme_indices(true) {
            let at = piece.from + at;
            let wide = columns_of(grapheme);
            if self.used > 0 && self.used + wide > columns {
                self.next_row(at);
            }
            (self.to, self.used) = (at + grapheme.len(), self.used + wide);
        }
    }

    fn next_row(&mut self, at: usize) {
        self.done.push((self.from, self.to));
        (self.from, self.to, self.used) = (at, at, 0);
    }

    fn finish(mut self, text: &str) -> Vec<&str> {
        self.done.push((self.from, self.to));
        self.done.into_iter().map(|(from, to)| slice(text, from, to)).collect()
    }
}

fn slice(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}
