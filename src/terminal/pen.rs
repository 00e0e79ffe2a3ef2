//! The style the terminal writes in, and how it is told of another: select graphic rendition (ECMA-48, 8.3.117; colours
//! by number as in ITU-T T.416). Knows no places.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What a style has that is switched on and off, the number that does the one and the other.
const SWITCHES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, LIGHTER),
    (Modifier::DIM, 2, LIGHTER),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];
/// Switches off bold and dim alike.
const LIGHTER: u8 = 22;

/// A style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    fore: Color,
    back: Color,
    modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self { fore: Color::Reset, back: Color::Reset, modifier: Modifier::empty() }
    }
}

impl Pen {
    /// Takes on the style of a cell and tells the terminal what is different.
    pub(super) fn take(&mut self, cell: &Cell, bytes: &mut Vec<u8>) -> io::Result<()> {
        let wanted = Self { fore: cell.fg, back: cell.bg, modifier: cell.modifier };
        if wanted == *self {
            return Ok(());
        }
        if wanted == Self::default() {
            self.put_down(bytes);
            return Ok(());
        }
        let (before, start) = (std::mem::replace(self, wanted), bytes.len());
        before.switch(wanted.modifier, bytes)?;
        if wanted.fore != before.fore {
            colour(wanted.fore, 30, bytes)?;
        }
        if wanted.back != before.back {
            colour(wanted.back, 40, bytes)?;
        }
        // Each number was written with a sign before it; the first of these begins the sequence.
        if let Some(first) = bytes.get_mut(start) {
            *first = b'[';
            bytes.insert(start, b'\x1b');
            bytes.push(b'm');
        }
        Ok(())
    }

    /// Writes the switches between this and another set of them.
    fn switch(self, wanted: Modifier, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut on = self.modifier;
        for (switch, _, number) in SWITCHES {
            if on.contains(switch) && !wanted.contains(switch) {
                write!(bytes, ";{number}")?;
                let with_it = SWITCHES.iter().filter(|(_, _, other)| *other == number);
                on.remove(with_it.fold(Modifier::empty(), |all, (switch, _, _)| all | *switch));
            }
        }
        for (switch, number, _) in SWITCHES {
            if wanted.contains(switch) && !on.contains(switch) {
                write!(bytes, ";{number}")?;
            }
        }
        Ok(())
    }

    /// Back to the plain style.
    pub(super) fn put_down(&mut self, bytes: &mut Vec<u8>) {
        if *self != Self::default() {
            bytes.extend_from_slice(b"\x1b[0m");
            *self = Self::default();
        }
    }

    /// Does a blank written in this style look like an empty cell?
    pub(super) fn leaves_blanks(&self) -> bool {
        let unseen = Modifier::BOLD | Modifier::DIM | Modifier::ITALIC | Modifier::HIDDEN;
        self.back == Color::Reset && unseen.contains(self.modifier)
    }
}

/// Writes a colour, of letters from 30 on, of what is behind them from 40 on. The sixteen of the terminal are told by
/// their numbers among 256: told as 30 to 37, some terminals make them brighter where the letters are bold.
fn colour(colour: Color, from: u8, bytes: &mut Vec<u8>) -> io::Result<()> {
    let number = match colour {
        Color::Reset => return write!(bytes, ";{}", from + 9),
        Color::Rgb(red, green, blue) => return write!(bytes, ";{};2;{red};{green};{blue}", from + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(number) => number,
    };
    write!(bytes, ";{};5;{number}", from + 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is sent from one set of switches to the other, both in the same colour.
    fn sent(from: Modifier, to: Modifier) -> String {
        let [mut before, mut after] = [from, to].map(|_| Cell::new("x"));
        (before.modifier, after.modifier, before.fg, after.fg) = (from, to, Color::Cyan, Color::Cyan);
        let (mut pen, mut bytes) = (Pen::default(), Vec::new());
        pen.take(&before, &mut bytes).unwrap();
        bytes.clear();
        pen.take(&after, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap().replace('\u{1b}', "^")
    }

    #[test]
    fn switches_go_off_before_others_go_on() {
        for (from, to, expected) in [
            (Modifier::BOLD | Modifier::DIM, Modifier::DIM, "^[22;2m"),
            (Modifier::BOLD, Modifier::DIM | Modifier::BOLD, "^[2m"),
            (Modifier::SLOW_BLINK, Modifier::RAPID_BLINK, "^[25;6m"),
            (Modifier::CROSSED_OUT | Modifier::HIDDEN, Modifier::empty(), "^[28;29m"),
            (Modifier::REVERSED, Modifier::UNDERLINED | Modifier::ITALIC, "^[27;3;4m"),
            (Modifier::BOLD, Modifier::BOLD, ""),
        ] {
            assert_eq!(sent(from, to), expected, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn colours_go_by_number_and_the_plain_style_is_told_at_once() {
        let (mut pen, mut bytes) = (Pen::default(), Vec::new());
        let mut cell = Cell::new("x");
        (cell.fg, cell.bg) = (Color::LightRed, Color::Rgb(1, 2, 3));
        pen.take(&cell, &mut bytes).unwrap();
        pen.take(cell.set_bg(Color::Reset), &mut bytes).unwrap();
        pen.take(&Cell::EMPTY, &mut bytes).unwrap();
        assert_eq!(bytes, b"\x1b[38;5;9;48;2;1;2;3m\x1b[49m\x1b[0m");
    }
}
