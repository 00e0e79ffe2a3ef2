//! Meetings to come, or past ones: day, hour, body, place; a line between the weeks.

use super::brush::{layer, write, write_right};
use super::theme::Theme;
use crate::analysis::agenda::{EXPECTED, Item};
use crate::app::Context;
use crate::app::upcoming::Upcoming;
use crate::calendar::week_of;
use crate::landscape::{Kind, Record, decision, meeting, task, vocabulary};
use crate::store::name_of;
use crate::text::{clean, pad, width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Lines below the list, with the line above them.
const FOOT: u16 = 5;

pub(super) fn draw(list: &Upcoming, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let texts = &cx.texts.house;
    let title = if list.past { texts.past_title } else { texts.upcoming_title };
    let filter = if list.line.text().is_empty() && !list.types_now() {
        String::new()
    } else {
        format!(" /{}", list.line.text())
    };
    let heading = format!("{title} {}{filter}", list.len());
    let inside = layer(buf, area, &heading, theme);
    if list.is_empty() {
        write(buf, inside.x + 1, inside.y, texts.nothing_found, usize::from(inside.width), theme.quiet);
    }
    let inside = draw_foot(list, cx, theme, inside, buf);
    let height = usize::from(inside.height).max(1);
    let top = (list.row + 1)
        .saturating_sub(height)
        .max(list.row.saturating_sub(height / 2).min(list.len().saturating_sub(height)));
    let mut cursor = None;
    let mut before = None;
    for (line, item) in list.shown().skip(top).take(height).enumerate() {
        let y = inside.y + u16::try_from(line).unwrap_or(0);
        let here = top + line == list.row;
        let week = week_of(item.at.date);
        draw_item(item, here, before != Some(week), cx, theme, Rect { y, height: 1, ..inside }, buf);
        before = Some(week);
        if here {
            cursor = Some(Position { x: inside.x, y });
        }
    }
    if list.types_now() {
        let x = area.x + 3 + u16::try_from(width(&heading)).unwrap_or(0);
        cursor = Some(Position { x: x.min(area.right().saturating_sub(1)), y: area.y });
    }
    cursor
}

/// Below the list: what the selected meeting is about and what it decided. Gives the place left for the list.
fn draw_foot(list: &Upcoming, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) -> Rect {
    if inside.height < FOOT * 3 || inside.width < 60 {
        return inside;
    }
    let top = inside.bottom() - FOOT;
    let columns = usize::from(inside.width.saturating_sub(2));
    write(buf, inside.x, top, &"┄".repeat(columns + 2), columns + 2, theme.border);
    let store = cx.data.store();
    let noted = list.shown().nth(list.row).and_then(|item| store.get(Kind::Meeting, item.meeting.as_deref()?));
    let said = noted.map_or_else(Vec::new, |record| told(record, cx));
    let lines = said.iter().flat_map(|(label, text)| {
        let all = format!("{label}: {}", clean(text));
        wrap(&all, columns).into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    for (y, line) in (top + 1..inside.bottom()).zip(lines) {
        write(buf, inside.x + 1, y, &line, columns, theme.plain);
    }
    Rect { height: inside.height - FOOT, ..inside }
}

/// Decisions first, then tasks and topics, each with its label.
fn told(record: &Record, cx: &Context) -> Vec<(&'static str, String)> {
    let texts_of = |parts: &[Record], field| {
        let texts: Vec<&str> = parts.iter().map(|part| part.text(field)).filter(|text| !text.is_empty()).collect();
        texts.join(" · ")
    };
    let fields = [
        (meeting::DECISIONS, texts_of(record.parts(meeting::DECISIONS), decision::TEXT)),
        (meeting::TASKS, texts_of(record.parts(meeting::TASKS), task::TEXT)),
        (meeting::TOPICS, record.text(meeting::TOPICS).replace('\n', " · ")),
    ];
    let said = fields.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(field, text)| (vocabulary::field_label("meeting", record.shape.spec(field).key, cx.lang), text))
        .collect()
}

fn draw_item(item: &Item, here: bool, new_week: bool, cx: &Context, theme: &Theme, place: Rect, buf: &mut Buffer) {
    if here {
        write(buf, place.x, place.y, theme.marker, 1, theme.title_focused);
    }
    let store = cx.data.store();
    let wide = place.width >= 60;
    let body = Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place };
    let week = if new_week { format!("{} {:>2}", cx.texts.house.week, week_of(item.at.date).1) } else { String::new() };
    let mut x = body.x;
    if wide {
        write(buf, x, body.y, &pad(&week, 6), 6, theme.quiet);
        x += 6;
    }
    let style = if item.at.date == cx.now.date() { theme.strong } else { theme.plain };
    let day = super::dates::short(item.at, cx.lang);
    write(buf, x, body.y, &day, 20, style);
    x += 21;
    let noted = item.meeting.as_ref().and_then(|id| store.get(Kind::Meeting, id));
    let state = match &*item.status {
        EXPECTED => cx.texts.house.expected,
        _ if place.width < 100 => "",
        "held" if noted.is_some_and(|record| !record.texts(meeting::PRESENT).is_empty()) => cx.texts.house.minuted,
        status => vocabulary::label("meeting_status", status, cx.lang),
    };
    let free = item.free.as_ref().map_or("", |free| free.name(cx.lang));
    let right = [free, &*item.place, state].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let names: Vec<String> = item.networks.iter().map(|id| name_of(store, id)).collect();
    let room = body.right().saturating_sub(x);
    let used = write(buf, x, body.y, &names.join(" + "), usize::from(room), theme.plain);
    let left = room.saturating_sub(used + 2);
    if left >= 10 {
        write_right(buf, Rect { x: x + used + 2, width: left, ..body }, body.y, &right, theme.quiet);
    }
    if here {
        buf.set_style(body, theme.selected);
    }
}
