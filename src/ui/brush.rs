//! Strokes every panel needs: a frame, a line of text, a row with a right side. Text comes cleaned and cut to size.

use super::theme::Theme;
use crate::text::{Breaks, fit, plain_width, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::widgets::{Clear, Widget};

/// Writes text from here on, no further than `columns`; gives the columns used.
pub(super) fn write(buf: &mut Buffer, x: u16, y: u16, text: &str, columns: usize, style: Style) -> u16 {
    if y >= buf.area.bottom() || columns == 0 {
        return 0;
    }
    let fitted = fit(text, columns, Breaks::Signs);
    put(buf, x, y, &fitted, columns, style);
    u16::try_from(width(&fitted)).unwrap_or(u16::MAX)
}

/// Writes cleaned text from here on, no further than `columns` and the edge: the same cells as
/// [`Buffer::set_stringn`], which looks for clusters where every letter is one.
pub(super) fn put(buf: &mut Buffer, x: u16, y: u16, text: &str, columns: usize, style: Style) {
    if !(buf.area.top()..buf.area.bottom()).contains(&y) {
        return;
    }
    if plain_width(text).is_none() {
        buf.set_stringn(x, y, text, columns, style);
        return;
    }
    for (letter, x) in text.chars().zip(x..buf.area.right()).take(columns) {
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.set_char(letter).set_style(style);
        }
    }
}

/// Writes text so that it ends at the right edge of the area.
pub(super) fn write_right(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) -> u16 {
    let fitted = fit(text, usize::from(area.width), Breaks::Signs);
    let columns = u16::try_from(width(&fitted)).unwrap_or(area.width);
    write(buf, area.right().saturating_sub(columns), y, &fitted, usize::from(columns), style);
    columns
}

/// A panel: frame and title, thick when it has the keys; or only the title line where there is no room for frames.
/// Gives what is inside.
pub(super) fn panel(buf: &mut Buffer, area: Rect, title: &str, focused: bool, borders: bool, theme: &Theme) -> Rect {
    let (border_style, heading) =
        if focused { (theme.border_focused, theme.title_focused) } else { (theme.border, theme.title) };
    if !borders {
        let used = write(buf, area.x, area.y, title, usize::from(area.width), heading);
        let rest = area.width.saturating_sub(used + 1);
        write(buf, area.x + used + 1, area.y, &"─".repeat(usize::from(rest)), usize::from(rest), theme.border);
        return Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    }
    frame(buf, area, if focused { &border::THICK } else { &border::PLAIN }, border_style);
    if !title.is_empty() {
        write(buf, area.x + 2, area.y, &format!(" {title} "), usize::from(area.width.saturating_sub(4)), heading);
    }
    inside(area)
}

/// What is inside a frame.
pub(super) fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.saturating_sub(2) }
}

/// A frame of these signs: the same cells as [`Block::bordered`] draws, which looks at each for what to join it with.
///
/// [`Block::bordered`]: ratatui::widgets::Block::bordered
pub(super) fn frame(buf: &mut Buffer, area: Rect, signs: &border::Set<'static>, style: Style) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    let mut set = |x, y, sign: &'static str| {
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.set_symbol(sign).set_style(style);
        }
    };
    for y in area.top()..area.bottom() {
        set(area.x, y, signs.vertical_left);
        set(right, y, signs.vertical_right);
    }
    for x in area.left()..area.right() {
        set(x, area.y, signs.horizontal_top);
        set(x, bottom, signs.horizontal_bottom);
    }
    set(right, bottom, signs.bottom_right);
    set(right, area.y, signs.top_right);
    set(area.x, bottom, signs.bottom_left);
    set(area.x, area.y, signs.top_left);
}

/// A layer above everything: clears its place and draws its frame.
pub(super) fn layer(buf: &mut Buffer, area: Rect, title: &str, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    Clear.render(area, buf);
    panel(buf, area, title, true, area.height >= 6, theme)
}

/// A centred area of about this size; what would leave only a sliver beside it takes the whole side.
pub(super) fn centred(area: Rect, columns: u16, rows: u16) -> Rect {
    let whole =
        |wanted: u16, there: u16, sliver: u16| if wanted.saturating_add(sliver) > there { there } else { wanted };
    let (width, height) = (whole(columns, area.width, 8), whole(rows, area.height, 3));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Cell;
    use ratatui::widgets::{Block, BorderType};

    #[test]
    fn a_frame_is_the_one_the_library_draws() {
        let whole = Rect::new(0, 0, 9, 6);
        for (signs, kind) in [(&border::PLAIN, BorderType::Plain), (&border::THICK, BorderType::Thick)] {
            for (x, y, width, height) in [
                (0, 0, 9, 6),
                (2, 1, 5, 4),
                (1, 1, 1, 3),
                (1, 2, 4, 1),
                (3, 3, 1, 1),
                (0, 0, 0, 3),
                (5, 3, 9, 9),
                (9, 0, 3, 3),
                (2, 2, 2, 2),
            ] {
                let (area, style) = (Rect { x, y, width, height }, Style::new().bold());
                let [mut ours, mut theirs] = [(); 2].map(|()| Buffer::filled(whole, Cell::new("x")));
                Block::bordered().border_type(kind).border_style(style).render(area, &mut theirs);
                frame(&mut ours, area, signs, style);
                assert_eq!(ours, theirs, "{area:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn writes_the_cells_the_buffer_would(
            text in "[ -~ä-üß–…│●a]{0,30}|\\PC{0,12}", x in 0u16..12, y in 0u16..4, columns in 0usize..20,
        ) {
            let area = Rect::new(0, 0, 10, 3);
            let text = crate::text::clean(&text);
            let (mut ours, mut theirs) = (Buffer::filled(area, Cell::new("x")), Buffer::filled(area, Cell::new("x")));
            let style = Style::new().bold();
            if x < area.width && y < area.height {
                theirs.set_stringn(x, y, &text, columns, style);
                put(&mut ours, x, y, &text, columns, style);
                prop_assert_eq!(ours, theirs);
            } else if crate::text::plain_width(&text).is_some() {
                put(&mut ours, x, y, &text, columns, style);
                prop_assert_eq!(ours, theirs);
            }
        }
    }
}
