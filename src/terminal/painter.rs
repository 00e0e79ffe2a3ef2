//! What is sent for a frame, in few bytes: what changes in style at one place is one sequence, a move within a row names
//! its column only, and on a wiped screen a few blanks are sent instead of a move. The drawing library says what differs.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
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

    fn show(&mut self, shown: bool) {
        if self.shown.replace(shown) != Some(shown) {
            self.bytes.extend_from_slice(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
    }
}

/// Where the cursor is.
struct Place {
    column: u16,
    row: u16,
    /// On every terminal: no sign has been drawn since the last move that some take for wider than others.
    certain: bool,
}

impl Place {
    /// Behind a cell that was drawn there; none when it is not one column wide.
    fn behind(cell: &Cell, (column, row): (u16, u16), before: Option<&Place>) -> Option<Self> {
        let symbol = cell.symbol();
        if symbol.len() > 1 && symbol.width() != 1 {
            return None;
        }
        let stays = before.is_none_or(|before| before.column != column || before.row != row || before.certain);
        Some(Self {
            column: column + 1,
            row,
            certain: stays && symbol.width_cjk() == 1 && symbol.chars().all(|c| c < '\u{300}'),
        })
    }
}

impl Backend for Painter {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let (mut pen, mut place): (Pen, Option<Place>) = (Pen::default(), None);
        let mut taken = (0, 0);
        for (column, row, cell) in content {
            if (row, column) < taken && cell.symbol() == " " {
                continue;
            }
            let next = Place::behind(cell, (column, row), place.as_ref());
            self.go(place, (column, row), &pen)?;
            pen.take(cell, &mut self.bytes)?;
            if cell.symbol().contains(PICTURE) {
                // Some terminals give it two columns, others one, and then the next is to be blank.
                write!(self.bytes, "  \x1b[{}G", column + 1)?;
                taken = (row, column + 2);
            }
            self.bytes.extend_from_slice(cell.symbol().as_bytes());
            place = next;
        }
        pen.put_down(&mut self.bytes);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false);
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true);
        Ok(())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn clear(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn size(&self) -> io::Result<Size> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Means nothing here: the frame goes out whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::backend::CrosstermBackend;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};
    use ratatui::{Terminal, TerminalOptions, Viewport};
    use std::cell::RefCell;
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

    fn terminal<B: Backend>(backend: B) -> Terminal<B> {
        let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1));
        Terminal::with_options(backend, TerminalOptions { viewport }).ok().unwrap()
    }

    fn draw<B: Backend>(terminal: &mut Terminal<B>, pieces: &[Piece], cursor: bool) {
        let render = |frame: &mut ratatui::Frame<'_>| {
            for (x, y, text, style) in pieces {
                frame.buffer_mut().set_stringn(*x, *y, text, usize::from(SIZE.0 - x), *style);
            }
            if cursor {
                frame.set_cursor_position((3, 1));
            }
        };
        assert!(terminal.draw(render).is_ok());
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
            let mut theirs = terminal(CrosstermBackend::new(wanted.clone()));
            let mut ours = terminal(Painter::default());
            // What somebody else left on the screen.
            seen.write_all(&[b"\x1b[7m", &[b'x'; 96][..], b"\x1b[H"].concat()).unwrap();
            for (nth, (pieces, cursor)) in frames.iter().enumerate() {
                draw(&mut theirs, pieces, *cursor);
                ours.backend_mut().begin(nth == 0);
                draw(&mut ours, pieces, *cursor);
                seen.write_all(ours.backend_mut().end()).unwrap();
                prop_assert_eq!(seen.all(), wanted.all());
            }
        }
    }

    #[test]
    fn a_style_is_told_in_one_sequence_and_a_word_behind_a_blank_needs_no_move() {
        let mut ours = terminal(Painter::default());
        ours.backend_mut().begin(true);
        let dim = Style::new().fg(Color::Cyan).add_modifier(Modifier::DIM);
        draw(&mut ours, &[(0, 1, "AG Kita".to_owned(), dim), (20, 1, "x".to_owned(), Style::new())], false);
        let sent = String::from_utf8_lossy(ours.backend_mut().end()).replace('\u{1b}', "^");
        assert_eq!(sent, "^[?2026h^[0m^[2J^[2H^[2;38;5;6mAG Kita^[21G^[0mx^[?25l^[?2026l");
    }

    #[test]
    fn a_picture_stands_whole_whether_it_takes_two_columns_or_one() {
        let mut ours = terminal(Painter::default());
        draw(&mut ours, &[(0, 0, "AG Kita".to_owned(), Style::new())], false);
        ours.backend_mut().begin(false);
        draw(&mut ours, &[(0, 0, "♻\u{fe0f}xKita".to_owned(), Style::new())], false);
        let sent = String::from_utf8_lossy(ours.backend_mut().end()).replace('\u{1b}', "^");
        assert_eq!(sent, "^[?2026h^[1H  ^[1G♻\u{fe0f}^[1;3Hx^[?2026l");
    }
}
