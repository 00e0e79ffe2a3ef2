//! Text in lines of a given width: broken at blanks, behind hyphens and slashes, and inside a word only when the word
//! alone is too long. Must not know how tall the place is, except where a caller says so.

use super::{
    clean::{Breaks, clean_with},
    columns_of,
    cut::enough,
    plain::clusters,
    width,
};

/// One line of (cleaned) text in slices of at most `columns` columns, without the blanks at the breaks. Never empty:
/// text without content gives one empty slice. A grapheme cluster wider than the line gets a line of its own.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    first_rows(text, columns, usize::MAX)
}

/// The first of those slices.
#[must_use]
pub fn first_row(text: &str, columns: usize) -> &str {
    first_rows(text, columns, 1).first().copied().unwrap_or("")
}

/// [`wrap`], but no more rows than can be seen.
fn first_rows(text: &str, columns: usize, most: usize) -> Vec<&str> {
    let mut rows = Rows::default();
    for piece in pieces(text) {
        rows.place(text, piece, columns.max(1));
        if rows.done.len() >= most {
            break;
        }
    }
    rows.finish(text, most)
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
        let seen = enough(line, columns.max(1).saturating_mul(left.saturating_add(1)));
        let line = clean_with(seen, Breaks::Blanks);
        rows.extend(first_rows(&line, columns, left).into_iter().map(str::to_owned));
    }
    rows
}

/// A stretch that is kept together, as byte positions: from, to, and where its trailing blanks end.
#[derive(Clone, Copy)]
struct Piece {
    from: usize,
    to: usize,
    next: usize,
}

/// The stretches between which a line may end.
fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut graphemes = clusters(text).peekable();
    let (mut from, mut to) = (0, 0);
    std::iter::from_fn(move || {
        while let Some((at, grapheme)) = graphemes.next() {
            let end = at + grapheme.len();
            if !is_blank(grapheme) {
                to = end;
            }
            let next = graphemes.peek().map(|(_, next)| *next);
            if next.is_none_or(|next| may_end(grapheme, next, at == from)) {
                let piece = Piece { from, to, next: end };
                (from, to) = (end, end);
                return Some(piece);
            }
        }
        None
    })
}

/// A blank at which a line may be broken.
fn is_blank(grapheme: &str) -> bool {
    grapheme.chars().all(|c| c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}')
}

/// Whether a stretch may end between the two; a hyphen that begins one belongs to what follows (`-5 °C`), and a dash
/// between numbers stays with both (`3–4`).
fn may_end(grapheme: &str, next: &str, first: bool) -> bool {
    if matches!(grapheme.as_bytes(), [letter] if letter.is_ascii_alphanumeric()) {
        return false;
    }
    let numbers = || grapheme == "–" && next.starts_with(|sign: char| sign.is_ascii_digit());
    !is_blank(next) && (is_blank(grapheme) || (breaks_behind(grapheme) && !first && !numbers()))
}

/// Signs behind which German and English text may be broken: `Schule–Beruf`, `Eltern-Kind`, `Kita/Hort`, `amt@example`.
fn breaks_behind(grapheme: &str) -> bool {
    matches!(grapheme, "-" | "‐" | "–" | "—" | "/" | "@" | "⏎")
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
        for (at, grapheme) in clusters(slice(text, piece.from, piece.to)) {
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

    fn finish(mut self, text: &str, most: usize) -> Vec<&str> {
        self.done.push((self.from, self.to));
        self.done.into_iter().take(most).map(|(from, to)| slice(text, from, to)).collect()
    }
}

fn slice(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}
