//! A page to read: its lines as on a card, the selected one in sight; below, the name of the file while it is typed.

use super::super::brush::{layer, write};
use super::super::card;
use super::super::theme::Theme;
use crate::app::Context;
use crate::app::inquiry::Page;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(in crate::ui) fn draw(page: &Page, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let inside = layer(buf, area, &page.title(cx), theme);
    let Some(line) = &page.naming else { return draw_lines(page, theme, inside, buf) };
    let list = Rect { height: inside.height.saturating_sub(2), ..inside };
    draw_lines(page, theme, list, buf);
    let y = list.bottom();
    write(buf, inside.x, y, &"┄".repeat(usize::from(inside.width)), usize::from(inside.width), theme.border);
    let prompt = format!("{} › ", cx.texts.inquiry.write_to);
    let used = write(buf, inside.x + 1, y + 1, &prompt, usize::from(inside.width) - 1, theme.strong);
    let x = inside.x + 1 + used;
    let room = usize::from(inside.right().saturating_sub(x + 1)).max(1);
    let (text, cursor) = (line.text(), line.cursor());
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let fits = |from: &usize| text.get(*from..cursor).is_some_and(|before| width(before) < room);
    let from = starts.clone().find(fits).unwrap_or(0).min(cursor);
    write(buf, x, y + 1, text.get(from..).unwrap_or(""), room, theme.input);
    let before = u16::try_from(width(text.get(from..cursor).unwrap_or(""))).unwrap_or(0);
    Some(Position { x: (x + before).min(inside.right().saturating_sub(1)), y: y + 1 })
}

/// The lines, so that the selected one stands about in the middle.
fn draw_lines(page: &Page, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (columns, rows) = (usize::from(area.width), usize::from(area.height));
    let sheet = &page.view.card;
    let before = card::place(sheet, page.view.row, 0, columns).map_or(0, usize::from);
    let middle = before.saturating_sub(rows / 2);
    let top = card::scroll(sheet, Some(page.view.row), middle, columns, rows);
    card::draw(sheet, Some(page.view.row), top, theme, area, buf)
}
