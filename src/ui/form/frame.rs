//! The box of a form or a picker, and what is said on its border. Small windows go without a border. Knows no contents.

use crate::text;
use crate::ui::brush::{frame, inside};
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::widgets::{Clear, Widget};

/// A box that was drawn.
pub(in crate::ui) struct Frame {
    /// The place for what is in it.
    pub inner: Rect,
    outer: Rect,
    border: bool,
}

impl Frame {
    /// Has a window of this size a border around its boxes?
    fn has_border(area: Rect) -> bool {
        area.width >= 60 && area.height >= 15
    }

    /// Columns of a box that may be so wide: all there are when only a useless edge would be left.
    fn columns(area: Rect, widest: u16) -> u16 {
        if area.width <= widest.saturating_add(12) { area.width } else { widest }
    }

    /// Columns inside a box that may be so wide.
    pub(in crate::ui) fn inner_columns(area: Rect, widest: u16) -> usize {
        let edge = if Frame::has_border(area) { 2 } else { 0 };
        usize::from(Frame::columns(area, widest).saturating_sub(edge))
    }

    /// Draws the box and its title: at most `size` columns, and as many lines inside as wanted and possible.
    pub(in crate::ui) fn draw(title: &str, theme: &Theme, area: Rect, size: (u16, usize), buf: &mut Buffer) -> Frame {
        let border = Frame::has_border(area);
        let outer = if border { Frame::place(area, size) } else { area };
        Clear.render(outer, buf);
        buf.set_style(outer, theme.plain);
        let title = text::clean(title);
        let room = usize::from(outer.width).saturating_sub(16);
        if border {
            frame(buf, outer, &border::THICK, theme.border_focused);
            let inner = inside(outer);
            buf.set_string(outer.x + 1, outer.y, format!(" {} ", text::clip(&title, room)), theme.title_focused);
            return Frame { inner, outer, border };
        }
        buf.set_string(outer.x, outer.y, format!(" {}", text::clip(&title, room)), theme.title_focused);
        let inner = Rect { y: outer.y.saturating_add(1), height: outer.height.saturating_sub(1), ..outer };
        Frame { inner, outer, border }
    }

    /// The box is as tall as it needs and always begins at the same place, so that it does not jump when it grows.
    fn place(area: Rect, (widest, lines): (u16, usize)) -> Rect {
        let width = Frame::columns(area, widest);
        let above = u16::from(area.height >= 30);
        let wanted = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).max(12);
        let height = wanted.min(area.height - 2 * above);
        Rect { x: area.x + (area.width - width) / 2, y: area.y + above, width, height }
    }

    /// Says how many lines lie above and below.
    pub(in crate::ui) fn more(&self, above: usize, below: usize, theme: &Theme, buf: &mut Buffer) {
        let both = match (above, below) {
            (0, 0) => return,
            (above, 0) => format!(" ↑ {above} "),
            (0, below) => format!(" ↓ {below} "),
            (above, below) => format!(" ↑ {above} ↓ {below} "),
        };
        let wide = u16::try_from(text::width(&both)).unwrap_or(0);
        let edge = u16::from(self.border);
        let x = self.outer.right().saturating_sub(wide + edge).max(self.outer.x);
        buf.set_string(x, self.outer.y, both, theme.quiet);
    }
}
