//! The frame being drawn and the one on the screen: what is sent is what differs. Knows cells, not how they are written.

use std::io;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;

use super::painter::{Painter, is_picture};

/// The frames of a screen of this size.
pub(super) struct Frames {
    painter: Painter,
    /// Blank, until it is drawn.
    next: Buffer,
    /// Nothing is known of the screen before the first frame and after others have used it.
    shown: Option<Buffer>,
}

impl Frames {
    /// For a screen of so many columns and rows, of which nothing is known.
    pub(super) fn new((columns, rows): (u16, u16)) -> Self {
        let next = Buffer::empty(Rect::new(0, 0, columns, rows));
        Self { painter: Painter::default(), next, shown: None }
    }

    /// Draws the next frame and sends what makes it of the one on the screen, in one piece. `render` tells where the
    /// cursor is, if it is to be seen.
    ///
    /// # Errors
    /// None in practice: writing to memory does not fail.
    pub(super) fn draw(
        &mut self,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
        send: impl FnOnce(&[u8]),
    ) -> io::Result<()> {
        let cursor = render(&mut self.next);
        self.painter.begin(self.shown.is_none());
        match &self.shown {
            Some(shown) => self.painter.paint(shown.diff_iter(&self.next))?,
            None => self.painter.paint(whole(&self.next))?,
        }
        self.painter.set_cursor(cursor)?;
        send(self.painter.end());
        self.turn();
        Ok(())
    }

    /// What was drawn is on the screen now. The frame after the first one gets its memory here, when the first is sent.
    fn turn(&mut self) {
        let mut next = self.shown.take().unwrap_or_else(|| Buffer::empty(self.next.area));
        next.reset();
        self.shown = Some(std::mem::replace(&mut self.next, next));
    }
}

/// What a frame shows on an empty screen: all but blank cells and those that a wide sign before them covers. A picture may
/// take one column only (see the painter), so that it covers nothing.
fn whole(frame: &Buffer) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let mut covered = 0;
    frame.content.iter().enumerate().filter_map(move |(at, cell)| {
        if at < covered || is_blank(cell) {
            return None;
        }
        covered = at + if is_picture(cell.symbol()) { 1 } else { usize::from(cell.cell_width()) };
        let (column, row) = frame.pos_of(at);
        Some((column, row, cell))
    })
}

/// Is it a cell nobody has drawn in?
fn is_blank(cell: &Cell) -> bool {
    cell.fg == Color::Reset && cell.bg == Color::Reset && cell.modifier.is_empty() && cell.symbol() == " "
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::backend::CrosstermBackend;
    use ratatui::style::{Modifier, Style};
    use ratatui::{Terminal, TerminalOptions, Viewport};
    use std::cell::RefCell;
    use std::io::Write;
    use std::rc::Rc;

    const SIZE: (u16, u16) = (24, 4);

    /// A piece of text at a place, as all frames are made of.
    type Piece = (u16, u16, String, Style);

    fn piece() -> impl Strategy<Value = Piece> {
        let signs = ["a", "Grün", "b c", "     ", " ", "●●○", "─│┃", "漢字", "e\u{301}", "🙂", "x   y    z     ."];
        let colours = [Color::Reset, Color::Cyan, Color::LightRed, Color::Indexed(200), Color::Rgb(1, 2, 3)];
        let style = (prop::sample::select(colours.to_vec()), prop::sample::select(colours.to_vec()), 0..512u16);
        (0..SIZE.0, 0..SIZE.1, prop::sample::select(signs.to_vec()), style).prop_map(
            |(x, y, text, (fore, back, bits))| {
                (x, y, text.to_owned(), Style::new().fg(fore).bg(back).add_modifier(Modifier::from_bits_truncate(bits)))
            },
        )
    }

    /// The bytes for these cells on an empty screen.
    fn painted<'c>(cells: impl Iterator<Item = (u16, u16, &'c Cell)>) -> Vec<u8> {
        let mut painter = Painter::default();
        painter.begin(true);
        painter.paint(cells).unwrap();
        painter.end().to_vec()
    }

    fn write(pieces: &[Piece], buffer: &mut Buffer) {
        for (x, y, text, style) in pieces {
            buffer.set_stringn(*x, *y, text, usize::from(SIZE.0 - x), *style);
        }
    }

    /// What is sent for a frame of these pieces.
    fn sent(frames: &mut Frames, pieces: &[Piece], cursor: Option<Position>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let render = |buffer: &mut Buffer| {
            write(pieces, buffer);
            cursor
        };
        frames.draw(render, |sent| bytes.extend_from_slice(sent)).unwrap();
        bytes
    }

    /// The same, escapes as `^`.
    fn told(frames: &mut Frames, pieces: &[Piece]) -> String {
        String::from_utf8(sent(frames, pieces, None)).unwrap().replace('\u{1b}', "^")
    }

    /// A screen to write on and to look at.
    #[derive(Clone)]
    struct Seen(Rc<RefCell<vt100::Parser>>);

    impl Seen {
        fn blank() -> Self {
            Seen(Rc::new(RefCell::new(vt100::Parser::new(SIZE.1.try_into().unwrap(), SIZE.0.try_into().unwrap(), 0))))
        }

        /// What one sees: each cell, of a blank one only what is behind it, and the cursor.
        fn all(&self) -> Vec<String> {
            let seen = self.0.borrow();
            let screen = seen.screen();
            let places = (0..SIZE.1).flat_map(|row| (0..SIZE.0).map(move |column| (row, column)));
            let cell = |(row, column)| {
                let cell = screen.cell(row, column).unwrap();
                let behind = (cell.bgcolor(), cell.inverse(), cell.underline(), cell.is_wide_continuation());
                match cell.contents().trim() {
                    "" if !cell.inverse() => format!("{behind:?}"),
                    text => {
                        format!("{text} {behind:?} {:?}", (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic()))
                    }
                }
            };
            let cursor =
                format!("{:?}", (screen.hide_cursor() || screen.cursor_position() == (1, 3), screen.hide_cursor()));
            places.map(cell).chain([cursor]).collect()
        }
    }

    impl Write for Seen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().process(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    proptest! {
        #[test]
        fn the_screen_is_the_one_the_library_draws(
            frames in prop::collection::vec((prop::collection::vec(piece(), 0..9), any::<bool>()), 1..5),
        ) {
            let [mut seen, wanted] = [Seen::blank(), Seen::blank()];
            let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1));
            let library = CrosstermBackend::new(wanted.clone());
            let mut theirs = Terminal::with_options(library, TerminalOptions { viewport }).unwrap();
            let mut ours = Frames::new(SIZE);
            // What somebody else left on the screen.
            seen.write_all(&[b"\x1b[7m", &[b'x'; 96][..], b"\x1b[H"].concat()).unwrap();
            for (pieces, cursor) in &frames {
                let cursor = cursor.then_some(Position::new(3, 1));
                theirs.draw(|frame| {
                    write(pieces, frame.buffer_mut());
                    if let Some(cursor) = cursor {
                        frame.set_cursor_position(cursor);
                    }
                }).unwrap();
                seen.write_all(&sent(&mut ours, pieces, cursor)).unwrap();
                prop_assert_eq!(seen.all(), wanted.all());
            }
        }
    }

    proptest! {
        #[test]
        fn a_whole_frame_is_what_differs_from_a_blank_one(
            pieces in prop::collection::vec((piece(), any::<bool>()), 0..12),
        ) {
            let area = Rect::new(0, 0, SIZE.0, SIZE.1);
            let mut frame = Buffer::empty(area);
            for ((x, y, text, style), picture) in pieces {
                let text = if picture { format!("{text}♻\u{fe0f}{text}") } else { text };
                write(&[(x, y, text, style)], &mut frame);
            }
            prop_assert_eq!(painted(whole(&frame)), painted(Buffer::empty(area).diff_iter(&frame)));
        }
    }

    #[test]
    fn a_border_over_half_a_picture_is_drawn() {
        let mut frame = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        write(
            &[(0, 0, "ab♻\u{fe0f} Kita".to_owned(), Style::new()), (3, 0, "│box│".to_owned(), Style::new())],
            &mut frame,
        );
        assert!(whole(&frame).any(|(column, _, cell)| column == 3 && cell.symbol() == "│"));
    }

    #[test]
    fn a_style_is_told_in_one_sequence_and_a_word_behind_a_blank_needs_no_move() {
        let dim = Style::new().fg(Color::Cyan).add_modifier(Modifier::DIM);
        let pieces = [(0, 1, "AG Kita".to_owned(), dim), (20, 1, "x".to_owned(), Style::new())];
        let told = told(&mut Frames::new(SIZE), &pieces);
        assert_eq!(told, "^[?2026h^[0m^[2J^[2H^[2;38;5;6mAG Kita^[21G^[0mx^[?25l^[?2026l");
    }

    #[test]
    fn a_picture_stands_whole_whether_it_takes_two_columns_or_one() {
        let mut frames = Frames::new(SIZE);
        told(&mut frames, &[(0, 0, "AG Kita".to_owned(), Style::new())]);
        let told = told(&mut frames, &[(0, 0, "♻\u{fe0f}xKita".to_owned(), Style::new())]);
        assert_eq!(told, "^[?2026h^[1H  ^[1G♻\u{fe0f}^[1;3Hx^[?2026l");
    }
}
