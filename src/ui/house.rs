//! The panes' screen: three lists and the card.

use super::brush::{panel, write};
use super::theme::Theme;
use super::{card, pane};
use crate::app::Model;
use crate::app::layout::{Area, Class};
use crate::app::pane::Pane;
use crate::text::{width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// An area of the layout as the drawing library has it.
pub(super) fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}

/// Draws the lists and the card.
pub(super) fn draw(model: &Model, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let layout = model.layout();
    if layout.class == Class::Tiny {
        let columns = usize::from(buf.area.width);
        for (y, line) in (0..buf.area.height).zip(wrap(model.texts().house.too_small, columns)) {
            write(buf, 0, y, line, columns, theme.warn);
        }
        return None;
    }
    let mut cursor = None;
    for (at, list) in model.panes.iter().enumerate() {
        let area = rect(layout.panes.get(at).copied().unwrap_or_default());
        if area.height > 0 {
            let focused = !model.focus.on_card() && model.focus.pane() == at;
            let placed = pane::draw(model, list, focused, area, layout.borders, theme, buf);
            cursor = if focused { placed } else { cursor };
        }
    }
    if layout.card.height > 0 {
        let placed = draw_card(model, theme, rect(layout.card), layout.borders, buf);
        cursor = if model.focus.on_card() { placed } else { cursor };
    }
    typing_cursor(model, &layout.panes, layout.borders).or(cursor)
}

fn draw_card(model: &Model, theme: &Theme, area: Rect, borders: bool, buf: &mut Buffer) -> Option<Position> {
    let focused = model.focus.on_card();
    let inside = panel(buf, area, &model.card.card.title, focused, borders, theme);
    let padded = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let inside = if borders { padded } else { inside };
    let card = &model.card.card;
    let selected = Some(model.card.row).filter(|row| focused && *row < card.rows.len());
    let (width, rows) = (usize::from(inside.width), usize::from(inside.height));
    let top = card::scroll(card, selected, model.card.top, width, rows);
    card::draw(card, selected, top, theme, inside, buf);
    card::place(card, selected?, top, width).map(|line| Position { x: inside.x, y: inside.y + line })
}

/// While a filter is typed, the cursor stands in it.
fn typing_cursor(model: &Model, panes: &[Area; 3], borders: bool) -> Option<Position> {
    let list: &Pane = model.pane();
    let filter = list.filter.as_ref().filter(|filter| filter.typing)?;
    let area = panes.get(model.focus.pane())?;
    let before = filter.line.text().get(..filter.line.cursor()).unwrap_or("");
    let room = usize::from(area.width.saturating_sub(if borders { 6 } else { 0 }));
    let start = pane::filter_column(model, list, room) + width(before);
    let x = area.x + if borders { 3 } else { 0 } + u16::try_from(start).unwrap_or(0);
    Some(Position { x: x.min(area.x + area.width.saturating_sub(2)), y: area.y })
}
