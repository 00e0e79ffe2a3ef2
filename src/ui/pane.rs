//! One list: its title with how many there are, its rows, a divider between what belongs to the selection and the rest.

use super::brush::{panel, write, write_right};
use super::theme::Theme;
use crate::analysis::series::Almanac;
use crate::app::Model;
use crate::app::pane::{Pane, RowText, Slot, row_text};
use crate::landscape::{Id, Kind, vocabulary};
use crate::search::{Query, highlight};
use crate::text::{Breaks, capital, fit, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// In a narrower list the names of the networks need the columns of the dots.
const ROOM_FOR_DOTS: usize = 36;

/// Columns of a right side that is never left away.
const SHORT: usize = 12;

/// Draws a list; gives the place of its selected row.
pub(super) fn draw(
    model: &Model,
    pane: &Pane,
    focused: bool,
    area: Rect,
    borders: bool,
    theme: &Theme,
    buf: &mut Buffer,
) -> Option<Position> {
    let room = usize::from(area.width.saturating_sub(if borders { 6 } else { 0 }));
    let inside = panel(buf, area, &title(model, pane, room), focused, borders, theme);
    if pane.rows.is_empty() {
        let texts = &model.texts().house;
        let empty = match () {
            () if pane.awaits.is_some() || pane.is_busy() => "…",
            () if pane.rows.is_filtered() => texts.nothing_found,
            () => texts.no_entries,
        };
        write(buf, inside.x + 1, inside.y, empty, usize::from(inside.width.saturating_sub(1)), theme.quiet);
        return None;
    }
    let query = pane.filter.as_ref().map(|filter| Query::new(filter.line.text()));
    let selected = pane.row();
    let almanac = Almanac::of(model.data.store());
    let mut cursor = None;
    for line in 0..inside.height {
        let row = pane.top + usize::from(line);
        let place = Rect { y: inside.y + line, height: 1, ..inside };
        let here = selected == Some(row);
        match pane.rows.get(row) {
            Some(Slot::Record(id, tied)) => {
                let text = said(model, pane, &almanac, id, tied);
                draw_row(pane, &text, tied, (here, focused), query.as_ref(), place, theme, buf);
            }
            Some(Slot::Divider) => {
                let columns = usize::from(place.width);
                write(buf, place.x, place.y, &"┄".repeat(columns), columns, theme.border);
            }
            None => break,
        }
        if here {
            cursor = Some(Position { x: place.x, y: place.y });
        }
    }
    cursor
}

/// "Actors 12 of 290 here", "Networks 3/98 /ganztag".
fn title(model: &Model, pane: &Pane, room: usize) -> String {
    let texts = &model.texts().house;
    let name = heading(model, pane);
    let all = pane.order.len();
    match &pane.filter {
        Some(filter) => format!("{}{}", filter_label(model, pane, room), filter.line.text()),
        None if pane.rows.first_len() > 0 && !pane.rows.is_filtered() => {
            format!("{name} {} {} {all} {}", pane.rows.first_len(), texts.of, texts.here)
        }
        None => format!("{name} {all}"),
    }
}

fn heading(model: &Model, pane: &Pane) -> String {
    capital(vocabulary::kind_label(pane.kind.name(), 2, model.settings.lang))
}

/// What stands before the filter's text: "Networks 3/98 /"; only the hits where the name would hide what is typed.
fn filter_label(model: &Model, pane: &Pane, room: usize) -> String {
    let hits = if pane.rows.is_filtered() { pane.rows.count() } else { pane.order.len() };
    let counts = format!("{hits}/{} /", pane.order.len());
    let whole = format!("{} {counts}", heading(model, pane));
    let typed = pane.filter.as_ref().map_or(0, |filter| width(filter.line.text()));
    if width(&whole) + typed + 1 > room { counts } else { whole }
}

/// The column of the title at which the filter's text begins.
pub(super) fn filter_column(model: &Model, pane: &Pane, room: usize) -> usize {
    width(&filter_label(model, pane, room))
}

/// What the row of a record says.
fn said(model: &Model, pane: &Pane, almanac: &Almanac, id: &Id, tied: bool) -> RowText {
    let store = model.data.store();
    let Some(record) = store.get(pane.kind, id) else { return RowText::default() };
    let beside = pane.of.tied.as_ref().filter(|_| tied).and_then(|(kind, id)| store.get(*kind, id));
    row_text(&model.data, pane.kind, record, beside.map(|record| &**record), (almanac, model.now), model.settings.lang)
}

#[expect(clippy::too_many_arguments, reason = "a row is drawn from just these")]
fn draw_row(
    pane: &Pane,
    text: &RowText,
    tied: bool,
    (here, focused): (bool, bool),
    query: Option<&Query>,
    place: Rect,
    theme: &Theme,
    buf: &mut Buffer,
) {
    if here {
        write(buf, place.x, place.y, theme.marker, 1, if focused { theme.title_focused } else { theme.quiet });
    }
    let body = Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place };
    let right_style = text.tone.map_or(theme.plain, |tone| theme.tone(tone));
    // A short right side (a date, four dots) always shows; a longer one gets what the name leaves.
    let room = usize::from(body.width);
    let left = room.saturating_sub(width(&text.name).min(room) + 2);
    let dots = pane.kind == Kind::Network && !tied && room < ROOM_FOR_DOTS;
    let columns = match width(&text.right) {
        _ if dots => 0,
        ..=SHORT => room,
        _ => left,
    };
    let right =
        if columns >= SHORT.min(width(&text.right)) { fit(&text.right, columns, Breaks::Signs) } else { String::new() };
    let used = if right.is_empty() { 0 } else { usize::from(write_right(buf, body, body.y, &right, right_style)) + 2 };
    let name_style = if text.tone == Some(crate::app::card::Tone::Quiet) && pane.kind != Kind::Actor {
        theme.quiet
    } else {
        theme.plain
    };
    let written = usize::from(write(buf, body.x, body.y, &text.name, room.saturating_sub(used), name_style));
    let more = room.saturating_sub(used + written + 2);
    if !text.more.is_empty() && more >= 8 {
        write(buf, body.x + u16::try_from(written + 2).unwrap_or(0), body.y, &text.more, more, theme.quiet);
    }
    if let Some(query) = query {
        mark(buf, body, &text.name, written, query, theme);
    }
    if here && focused {
        buf.set_style(Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..place }, theme.selected);
    }
}

/// Underlines what was searched for, as far as it is on the screen.
pub(super) fn mark(buf: &mut Buffer, place: Rect, text: &str, columns: usize, query: &Query, theme: &Theme) {
    for range in highlight(text, query) {
        let (Some(before), Some(hit)) = (text.get(..range.start), text.get(range)) else { continue };
        let from = width(before);
        let to = (from + width(hit)).min(columns);
        if from < to {
            let x = place.x + u16::try_from(from).unwrap_or(u16::MAX);
            let area = Rect { x, y: place.y, width: u16::try_from(to - from).unwrap_or(0), height: 1 };
            buf.set_style(area.intersection(buf.area), theme.matched);
        }
    }
}
