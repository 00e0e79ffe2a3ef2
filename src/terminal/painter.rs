//! What is sent for a frame, in few bytes: what changes in style at one place is one sequence, a move within a row names
//! its column only, and on a wiped screen a few blanks are sent instead of a move. Is told which cells are to be drawn.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::pen::Pen;

/// Begin and end of a frame that the terminal shows at once (synchronized output; others pass it over).
const FRAME: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");
/// Plain style, empty screen: before the first frame and after others have used the terminal.
const WIPE: &[u8] = b"\x1b[0m\x1b[2J";
/// So many blanks are sent as blanks; for more a move is shorter.
const FEW: u16 = 4;
/// Makes a picture of the sign before it (variation selector 16).
const PICTURE: char = '\u{fe0f}';

/// The bytes of the frame being drawn; by default for a screen of which nothing is known.
#[derive(Default)]
pub(super) struct Painter {
    bytes: Vec<u8>,
    /// The screen is empty where this frame has drawn nothing.
    wiped: bool,
    /// Is the cursor shown? Not known at first.
    shown: Option<bool>,
}

impl Painter {
    /// Begins a frame, on an empty screen where it is to be drawn as a whole.
    pub(super) fn begin(&mut self, wipe: bool) {
        self.bytes.clear();
        self.bytes.extend_from_slice(FRAME.0);
        self.wiped = wipe;
        if wipe {
            self.bytes.extend_from_slice(WIPE);
        }
    }

    /// The frame from beginning to end.
    pub(super) fn end(&mut self) -> &[u8] {
        self.bytes.extend_from_slice(FRAME.1);
        &self.bytes
    }

    /// Moves the cursor from where it is known to be.
    fn go(&mut self, from: Option<Place>, (column, row): (u16, u16), pen: &Pen) -> io::Result<()> {
        match from {
            Some(at) if (at.column, at.row) == (column, row) => Ok(()),
            Some(at) if at.row == row => {
                let gap = column.saturating_sub(at.column);
                if self.wiped && at.certain && (1..=FEW).contains(&gap) && pen.leaves_blanks() {
                    self.bytes.extend(std::iter::repeat_n(b' ', gap.into()));
                    return Ok(());
                }
                write!(self.bytes, "\x1b[{}G", column + 1)
            }
            _ if column == 0 => write!(self.bytes, "\x1b[{}H", row + 1),
            _ => write!(self.bytes, "\x1b[{};{}H", row + 1, column + 1),
        }
    }

    /// Draws these cells, row by row from the left.
    pub(super) fn paint<'a>(&mut self, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> io::Result<()> {
        let (mut pen, mut place): (Pen, Option<Place>) = (Pen::default(), None);
        let mut taken = (0, 0);
        for (column, row, cell) in cells {
            let symbol = cell.symbol();
            if (row, column) < taken && symbol == " " {
                continue;
            }
            let next = Place::behind(symbol, (column, row), place.as_ref());
            self.go(place, (column, row), &pen)?;
            pen.take(cell, &mut self.bytes)?;
            if is_picture(symbol) {
                // Some terminals give it two columns, others one, and then the next is to be blank.
                write!(self.bytes, "  \x1b[{}G", column + 1)?;
                taken = (row, column + 2);
            }
            self.bytes.extend_from_slice(symbol.as_bytes());
            place = next;
        }
        pen.put_down(&mut self.bytes);
        Ok(())
    }

    /// Shows the cursor at this place, or nowhere.
    pub(super) fn set_cursor(&mut self, at: Option<Position>) -> io::Result<()> {
        let shown = at.is_some();
        if self.shown.replace(shown) != Some(shown) {
            self.bytes.extend_from_slice(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
        at.map_or(Ok(()), |Position { x, y }| write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1))
    }
}

/// Is it a sign that some terminals show in two columns and others in one?
pub(super) fn is_picture(symbol: &str) -> bool {
    symbol.len() > PICTURE.len_utf8() && symbol.contains(PICTURE)
}

/// Where the cursor is.
struct Place {
    column: u16,
    row: u16,
    /// On every terminal: no sign has been drawn since the last move that some take for wider than others.
    certain: bool,
}

impl Place {
    /// Behind a sign that was drawn there; none when it is not one column wide.
    fn behind(symbol: &str, (column, row): (u16, u16), before: Option<&Place>) -> Option<Self> {
        let stays = before.is_none_or(|before| before.column != column || before.row != row || before.certain);
        let plain = symbol.len() == 1;
        if !plain && symbol.width() != 1 {
            return None;
        }
        let certain = stays && (plain || symbol.width_cjk() == 1 && symbol.chars().all(|c| c < '\u{300}'));
        Some(Self { column: column + 1, row, certain })
    }
}
