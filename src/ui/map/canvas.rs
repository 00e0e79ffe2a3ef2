//! Lines out of braille dots, two across and four down in a cell (Unicode block 2800). Knows no map.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A sheet of dots over an area of cells.
pub(super) struct Canvas {
    area: Rect,
    cells: Vec<u8>,
}

impl Canvas {
    /// An empty one.
    pub(super) fn over(area: Rect) -> Self {
        Canvas { area, cells: vec![0; usize::from(area.width) * usize::from(area.height)] }
    }

    /// A line between two dots; what lies outside is left out. One in `every` dots is set.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), every: usize) {
        let (width, height) = (f64::from(self.area.width) * 2.0, f64::from(self.area.height) * 4.0);
        let Some((from, to)) = clipped(from, to, width - 1.0, height - 1.0) else { return };
        let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0);
        let mut step = 0.0;
        let mut count = 0_usize;
        while step <= steps {
            if count.is_multiple_of(every) {
                let part = step / steps;
                self.dot(from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            }
            step += 1.0;
            count += 1;
        }
    }

    fn dot(&mut self, x: f64, y: f64) {
        let (Some(x), Some(y)) = (whole(x), whole(y)) else { return };
        let bit = match (x % 2, y % 4) {
            (0, 0) => 0x01,
            (0, 1) => 0x02,
            (0, 2) => 0x04,
            (0, _) => 0x40,
            (_, 0) => 0x08,
            (_, 1) => 0x10,
            (_, 2) => 0x20,
            (_, _) => 0x80,
        };
        let (column, row) = (x / 2, y / 4);
        if column < usize::from(self.area.width)
            && let Some(cell) = self.cells.get_mut(row * usize::from(self.area.width) + column)
        {
            *cell |= bit;
        }
    }

    /// Puts the dots on the screen.
    pub(super) fn draw(&self, style: Style, buf: &mut Buffer) {
        let columns = usize::from(self.area.width).max(1);
        for (at, cell) in self.cells.iter().enumerate().filter(|(_, cell)| **cell != 0) {
            let x = self.area.x + u16::try_from(at % columns).unwrap_or(0);
            let y = self.area.y + u16::try_from(at / columns).unwrap_or(0);
            if let (Some(sign), Some(place)) = (char::from_u32(0x2800 + u32::from(*cell)), buf.cell_mut((x, y))) {
                place.set_char(sign).set_style(style);
            }
        }
    }
}

/// A dot's number along one side; nothing outside.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the size of a screen")]
pub(super) fn whole(at: f64) -> Option<usize> {
    (0.0..100_000.0).contains(&at).then_some(at as usize)
}

/// The part of a line inside the sheet (Liang & Barsky, A new concept and method for line clipping, 1984).
fn clipped(from: (f64, f64), to: (f64, f64), width: f64, height: f64) -> Option<((f64, f64), (f64, f64))> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, from.0), (dx, width - from.0), (-dy, from.1), (dy, height - from.1)] {
        if p == 0.0 {
            if q < 0.0 {
                return None;
            }
        } else if p < 0.0 {
            start = start.max(q / p);
        } else {
            end = end.min(q / p);
        }
    }
    let at = |part: f64| (from.0 + part * dx, from.1 + part * dy);
    (start <= end).then(|| (at(start), at(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_the_edge_and_never_lost() {
        let area = Rect::new(0, 0, 4, 2);
        let mut canvas = Canvas::over(area);
        canvas.line((-100.0, 0.0), (1e6, 0.0), 1);
        canvas.line((0.0, 7.9), (0.0, -5.0), 1);
        canvas.line((50.0, 50.0), (60.0, 70.0), 1);
        let mut buf = Buffer::empty(area);
        canvas.draw(Style::new(), &mut buf);
        let row = |y| (0..4).map(|x| buf[(x, y)].symbol()).collect::<String>();
        assert_eq!([row(0), row(1)], ["⡏⠉⠉⠉", "⡇   "]);
    }
}
