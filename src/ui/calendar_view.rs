//! The calendar's month, and the meetings of the selected day below it.
//!
//! ```text
//!  KW   Mo      Di      Mi  …        digits: day, * holiday, then the meetings of the day
//!  48   23      24  2   25 1
//!  ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
//!  Di 24. Nov · 2 Treffen
//!   14:00 Runder Tisch Ganztag
//! ```

use super::brush::{layer, write, write_right};
use super::calendar_year;
use super::theme::Theme;
use crate::analysis::agenda::{EXPECTED, Item};
use crate::app::Context;
use crate::app::calendar_view::CalendarView;
use crate::calendar::{month_name, show_short, week_of, weekday_letters};
use crate::i18n::fill;
use crate::landscape::{Kind, network};
use crate::store::name_of;
use jiff::ToSpan;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

pub(super) fn draw(view: &CalendarView, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let texts = &cx.texts.calendar;
    let span = if view.year {
        view.day.year().to_string()
    } else {
        format!("{} {}", month_name(view.day.month(), cx.lang), view.day.year())
    };
    let heading = format!("{} {span} · {}", texts.calendar, view.of().name(cx));
    let inside = layer(buf, area, &heading, theme);
    let (cursor, below) = if view.year {
        calendar_year::draw(view, cx, theme, inside, buf)
    } else {
        draw_month(view, cx, theme, inside, buf)
    };
    let in_list = draw_day(view, cx, theme, below, buf);
    if view.row.is_some() { in_list.or(cursor) } else { cursor }
}

/// The weeks of the month. Gives where the selected day stands, and the place left below.
fn draw_month(
    view: &CalendarView,
    cx: &Context,
    theme: &Theme,
    inside: Rect,
    buf: &mut Buffer,
) -> (Option<Position>, Rect) {
    let first = monday(view.day.first_of_month());
    let weeks: Vec<Date> = first.series(7.days()).take_while(|day| *day <= view.day.last_of_month()).collect();
    let number: u16 = if inside.width >= 60 { 6 } else { 2 };
    let cell = (inside.width.saturating_sub(number + 1) / 7).max(4);
    let lines: u16 = if inside.height >= 30 && cell >= 10 { 3 } else { 1 };
    let head = inside.y;
    write(buf, inside.x + 1, head, texts_week(cx), usize::from(number), theme.quiet);
    for (column, day) in (0_u16..).zip(first.series(1.day()).take(7)) {
        let x = inside.x + 1 + number + column * cell;
        write(
            buf,
            x + u16::from(cell < 8),
            head,
            weekday_letters(day.weekday(), cx.lang),
            usize::from(cell),
            theme.quiet,
        );
    }
    let mut cursor = None;
    for (row, monday) in (0_u16..).zip(&weeks) {
        let y = head + 1 + row * lines;
        if y >= inside.bottom() {
            break;
        }
        write(buf, inside.x + 1, y, &format!("{:>2}", week_of(*monday).1), usize::from(number), theme.quiet);
        for (column, day) in (0_u16..).zip(monday.series(1.day()).take(7)) {
            let place = Rect { x: inside.x + 1 + number + column * cell, y, width: cell, height: lines };
            draw_cell(view, day, cx, theme, place, buf);
            if day == view.day {
                cursor = Some(Position { x: place.x, y });
            }
        }
    }
    let used = u16::try_from(weeks.len()).unwrap_or(6) * lines + 1;
    let rest = inside.height.saturating_sub(used);
    (cursor, Rect { y: inside.y + used.min(inside.height), height: rest, ..inside })
}

fn texts_week(cx: &Context) -> &'static str {
    cx.texts.calendar.week
}

/// Monday of a day's week.
fn monday(day: Date) -> Date {
    day.saturating_sub(i32::from(day.weekday().to_monday_zero_offset()).days())
}

/// A day: its number, a mark for a holiday, how many meetings, and where there is room the first of them.
fn draw_cell(view: &CalendarView, day: Date, cx: &Context, theme: &Theme, place: Rect, buf: &mut Buffer) {
    let (count, holiday) = (view.count(day), view.holiday(day));
    let mark = if holiday.is_some() { '*' } else { ' ' };
    let load = if count == 0 { String::new() } else { count.to_string() };
    let text = if place.width >= 8 { format!("{:>2}{mark} {load}", day.day()) } else { narrow(view, day) };
    let style = style(view, day, cx, theme);
    write(buf, place.x, place.y, &text, usize::from(place.width), style);
    let columns = usize::from(place.width.saturating_sub(1));
    let beside = |y: u16, text: &str, buf: &mut Buffer| write(buf, place.x, y, text, columns, theme.quiet);
    let mut items = view.on(day);
    for y in place.y + 1..place.bottom() {
        match (items.next(), holiday) {
            (Some(item), _) => drop(beside(y, &short_name(item, cx), buf)),
            (None, Some(name)) if y == place.y + 1 => drop(beside(y, name, buf)),
            _ => {}
        }
    }
    if day == view.day {
        let before = u16::from(place.width < 8);
        let width = place.width.saturating_sub(1).min(8);
        buf.set_style(Rect { x: place.x + before, width, height: 1, ..place }, theme.selected);
    }
}

/// A day in five columns: ` 26·3`, ` 18*`, ` 24!2` for meetings on a holiday.
fn narrow(view: &CalendarView, day: Date) -> String {
    let between = match (view.count(day), view.holiday(day)) {
        (0, None) => ' ',
        (0, Some(_)) => '*',
        (_, Some(_)) => '!',
        (_, None) => '·',
    };
    let load = match view.count(day) {
        0 => String::new(),
        count @ 1..=9 => count.to_string(),
        _ => "+".to_owned(),
    };
    format!(" {:>2}{between}{load}", day.day())
}

/// How a day stands out: days of other months are quiet, today and full days strong.
pub(super) fn style(view: &CalendarView, day: Date, cx: &Context, theme: &Theme) -> Style {
    let elsewhere = !view.year && day.month() != view.day.month();
    match view.count(day) {
        _ if day == cx.now.date() => theme.name,
        _ if elsewhere => theme.quiet,
        0 => theme.plain,
        _ => theme.strong,
    }
}

/// The short name of the body, where it has one.
fn short_name(item: &Item, cx: &Context) -> String {
    let store = cx.data.store();
    let Some(id) = item.networks.first() else { return String::new() };
    let short = store.get(Kind::Network, id).map_or("", |record| record.text(network::SHORT));
    if short.is_empty() { name_of(store, id) } else { short.to_owned() }
}

/// The selected day and its meetings.
fn draw_day(view: &CalendarView, cx: &Context, theme: &Theme, below: Rect, buf: &mut Buffer) -> Option<Position> {
    if below.height == 0 {
        return None;
    }
    let texts = &cx.texts.calendar;
    let columns = usize::from(below.width.saturating_sub(2));
    let mut y = below.y;
    if below.height >= 4 {
        write(buf, below.x, y, &"┄".repeat(columns + 2), columns + 2, theme.border);
        y += 1;
    }
    let count = view.count(view.day);
    let said = match count {
        0 => texts.no_meetings_day.to_owned(),
        1 => texts.one_meeting.to_owned(),
        n => fill(texts.n_meetings, &[&n.to_string()]),
    };
    let week = format!("{} {}", texts.week, week_of(view.day).1);
    let day = format!("{} {}", show_short(view.day, cx.lang), view.day.year());
    let holiday = view.holiday(view.day).map(|name| format!("* {name}"));
    let parts: Vec<String> = [Some(day), Some(week), holiday, Some(said)].into_iter().flatten().collect();
    let used = write(buf, below.x + 1, y, &parts.join(" · "), columns, theme.strong);
    let left = below.width.saturating_sub(used + 5);
    if usize::from(left) >= crate::text::width(texts.legend) {
        write_right(buf, Rect { x: below.x + used + 3, width: left, ..below }, y, texts.legend, theme.quiet);
    }
    y += 1;
    let room = usize::from(below.bottom().saturating_sub(y)).max(1);
    let chosen = view.row.unwrap_or(0);
    let top = (chosen + 1).saturating_sub(room);
    let mut cursor = None;
    for (line, (at, item)) in (0_u16..).zip(view.on(view.day).enumerate().skip(top).take(room)) {
        let place = Rect { y: y + line, height: 1, ..below };
        if place.y >= below.bottom() {
            break;
        }
        draw_item(item, view.row == Some(at), cx, theme, place, buf);
        if view.row == Some(at) {
            cursor = Some(Position { x: place.x, y: place.y });
        }
    }
    cursor
}

fn draw_item(item: &Item, here: bool, cx: &Context, theme: &Theme, place: Rect, buf: &mut Buffer) {
    if here {
        write(buf, place.x, place.y, theme.marker, 1, theme.title_focused);
    }
    let time = item.at.time.map_or_else(|| "     ".to_owned(), |time| time.strftime("%H:%M").to_string());
    let names: Vec<String> = item.networks.iter().map(|id| name_of(cx.data.store(), id)).collect();
    let body = Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place };
    let text = format!("{time}  {}", names.join(" + "));
    let used = write(buf, body.x, body.y, &text, usize::from(body.width), theme.plain);
    let expected = if &*item.status == EXPECTED { cx.texts.calendar.expected } else { "" };
    let right = [&*item.place, expected].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let left = body.width.saturating_sub(used + 2);
    if left >= 12 {
        write_right(buf, Rect { x: body.x + used + 2, width: left, ..body }, body.y, &right, theme.quiet);
    }
    if here {
        buf.set_style(body, theme.selected);
    }
}
