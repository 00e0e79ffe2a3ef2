//! The finder: what is typed, the matches, and beside them what one mostly wants to know of the selected one.

use super::brush::{centred, layer, write, write_right};

use super::pane::mark;
use super::theme::Theme;
use crate::app::Context;
use crate::app::finder::{Finder, WIDE};
use crate::calendar::{Moment, show_date};
use crate::i18n::fill;
use crate::landscape::{Kind, Record, evidence, meeting, vocabulary};
use crate::search::Query;
use crate::search::landscape::Found;
use crate::store::{context, title};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) fn draw(finder: &Finder, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let wide = area.width >= WIDE;
    let area = centred(area, 112, if area.height > 30 { 30 } else { area.height });
    let heading = format!("{} · {}", cx.texts.house.find_title, finder.kind_label(cx));
    let inside = layer(buf, area, &heading, theme);
    let used = write(buf, inside.x, inside.y, "› ", 2, theme.strong);
    let text = finder.line.text();
    let room = usize::from(inside.width.saturating_sub(used));
    if text.is_empty() {
        write(buf, inside.x + used, inside.y, cx.texts.house.type_to_find, room, theme.quiet);
    } else {
        write(buf, inside.x + used, inside.y, text, room, theme.input);
    }
    let before = text.get(..finder.line.cursor()).unwrap_or("");
    let cursor = Position {
        x: (inside.x + used + u16::try_from(width(before)).unwrap_or(0)).min(inside.right().saturating_sub(1)),
        y: inside.y,
    };
    let body = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let list = Rect { width: if wide { body.width * 9 / 20 } else { body.width }, ..body };
    draw_list(finder, cx, theme, list, buf);
    if wide {
        let beside = Rect { x: list.right() + 1, width: body.width.saturating_sub(list.width + 1), ..body };
        draw_preview(finder, cx, theme, beside, buf);
    }
    Some(cursor)
}

fn draw_list(finder: &Finder, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) {
    if finder.found.is_empty() && !finder.line.text().trim().is_empty() {
        write(buf, area.x + 2, area.y, cx.texts.house.nothing_found, usize::from(area.width), theme.quiet);
    }
    let height = usize::from(area.height).max(1);
    let top = (finder.row + 1).saturating_sub(height);
    let query = Query::new(finder.line.text());
    for (line, found) in finder.found.iter().skip(top).take(height).enumerate() {
        let y = area.y + u16::try_from(line).unwrap_or(0);
        let place = Rect { y, height: 1, ..area };
        draw_found(found, top + line == finder.row, &query, cx, theme, place, buf);
    }
}

fn draw_found(found: &Found, here: bool, query: &Query, cx: &Context, theme: &Theme, place: Rect, buf: &mut Buffer) {
    let store = cx.data.store();
    let Some(record) = store.get(found.kind, &found.id) else { return };
    if here {
        write(buf, place.x, place.y, theme.marker, 1, theme.title_focused);
    }
    let body = Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..place };
    let name = title(store, record);
    let kind = vocabulary::kind_label(found.kind.name(), 1, cx.lang);
    let apart = apart(found, record, cx);
    // A day always shows; anything longer gets what the name leaves.
    let day = if matches!(found.kind, Kind::Meeting | Kind::Evidence) { width(&apart) + 2 } else { 0 };
    let columns = usize::from(body.width).saturating_sub(day);
    let used = write(buf, body.x, body.y, &name, columns, theme.plain);
    mark(buf, body, &name, usize::from(used), query, theme);
    let field = found.field.map(|field| {
        let label = vocabulary::field_label(record.shape.name, record.shape.spec(field).key, cx.lang);
        fill(cx.texts.house.in_field, &[label])
    });
    let beside = [apart, field.unwrap_or_default()];
    let beside: Vec<&str> = beside.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let beside = if beside.is_empty() { kind.to_owned() } else { beside.join(" · ") };
    let room = body.width.saturating_sub(used + 2);
    // a single word is shown whole or not at all
    let whole = width(&beside) <= usize::from(room) || beside.contains(' ');
    if room >= 6 && whole {
        let place = Rect { x: body.x + used + 2, width: room, ..body };
        write_right(buf, place, body.y, &beside, theme.quiet);
    }
    if here {
        buf.set_style(body, theme.selected);
    }
}

/// What tells it from others of its name: the day of a meeting, what a rhythm says, else what everybody would say.
fn apart(found: &Found, record: &Record, cx: &Context) -> String {
    match found.kind {
        Kind::Meeting => day_of(record.text(meeting::AT), cx),
        Kind::Evidence => day_of(record.text(evidence::DATE), cx),
        Kind::Rhythm => vocabulary::kind_label(found.kind.name(), 1, cx.lang).to_owned(),
        kind => context(cx.data.store(), kind, record).into_owned(),
    }
}

/// A day as people write it; what is no day stays as it is.
fn day_of(text: &str, cx: &Context) -> String {
    text.parse::<Moment>().map_or_else(|_| text.to_owned(), |at| show_date(at.date, cx.lang))
}

/// The first lines of the card: who coordinates, the number, the next date. A look-up often needs no Enter.
fn draw_preview(finder: &Finder, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) {
    for y in area.y..area.bottom() {
        write(buf, area.x.saturating_sub(1), y, "│", 1, theme.border);
    }
    let Some(card) = finder.card(cx) else { return };
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    write(buf, inside.x, inside.y, &card.title, usize::from(inside.width), theme.strong);
    let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let (columns, rows) = (usize::from(below.width), usize::from(below.height));
    let top = super::card::scroll(&card, None, finder.page.saturating_mul(rows), columns, rows);
    super::card::draw(&card, None, top, theme, below, buf);
}
