//! Clashes on a board: meetings of the next half year at the same time that expect the same guests; and days on which too
//! much is asked of one. Computes nothing itself.

use super::Context;
use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use crate::analysis::agenda::{Item, upcoming};
use crate::analysis::clashes::{Clash, FullDay, clashes, full_days};
use crate::calendar::{Moment, show_moment, show_short, weekday_letters};
use crate::landscape::{Id, Kind};
use crate::store::{Store, name_of};
use jiff::ToSpan;

/// How many days ahead are looked through.
const DAYS: i32 = 183;

/// The list of clashes.
#[derive(Debug)]
pub struct ClashList;

impl Content for ClashList {
    fn title(&self, cx: &Context) -> String {
        cx.texts.calendar.clashes.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        vec![cx.texts.calendar.ahead, cx.texts.calendar.days]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.calendar;
        let when = Column::text(texts.when, 23, 0);
        if mode == 0 {
            return vec![
                when,
                Column::wide(texts.first),
                Column::text(texts.second, 30, 1),
                Column::text(texts.shared, 26, 2),
            ];
        }
        vec![
            when,
            Column::wide(texts.who),
            Column::number(texts.all_day_meetings, 10, 1),
            Column::number(texts.hours, 8, 2),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let store = cx.data.store();
        let today = cx.now.date();
        let items = upcoming(store, Moment::day(today), Moment::day(today.saturating_add(DAYS.days())));
        if mode == 0 {
            clashes(store, &items).iter().filter_map(|clash| clash_row(clash, &items, cx)).collect()
        } else {
            full_days(store, &items).iter().map(|day| day_row(day, &items, cx)).collect()
        }
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.calendar.clash_none
    }
}

/// The bodies of a meeting.
pub(super) fn bodies(store: &Store, item: &Item) -> String {
    names(store, &item.networks, " + ")
}

fn names(store: &Store, ids: &[Id], between: &str) -> String {
    ids.iter().map(|id| name_of(store, id)).collect::<Vec<_>>().join(between)
}

/// A day with its weekday, and its hour where it is known; sorted by time.
pub(super) fn when(at: Moment, cx: &Context) -> Cell {
    let text = if cx.size.0 < 60 {
        let time = at.time.map_or_else(String::new, |time| time.strftime(" %H:%M").to_string());
        format!("{}{time}", show_short(at.date, cx.lang))
    } else {
        format!("{} {}", weekday_letters(at.date.weekday(), cx.lang), show_moment(at, cx.lang))
    };
    let digits: String = at.to_string().chars().filter(char::is_ascii_digit).collect();
    Cell { number: format!("{digits:0<12}").parse().ok(), ..Cell::text(text) }
}

/// Where a meeting leads: to what was noted, else to the body that is to meet.
pub(super) fn target(item: &Item) -> Option<(Kind, Id)> {
    let noted = item.meeting.clone().map(|id| (Kind::Meeting, id));
    noted.or_else(|| item.networks.first().cloned().map(|id| (Kind::Network, id)))
}

fn clash_row(clash: &Clash, items: &[Item], cx: &Context) -> Option<Row> {
    let (store, texts) = (cx.data.store(), &cx.texts.calendar);
    let (a, b) = items.get(clash.a).zip(items.get(clash.b))?;
    let shared = names(store, &clash.shared, ", ");
    let cells = vec![
        when(a.at.max(b.at), cx),
        Cell::text(bodies(store, a)),
        Cell::text(bodies(store, b)),
        Cell::text(&*shared).tone(Tone::Warn),
    ];
    let told = |item: &Item| {
        let place = if item.place.is_empty() { String::new() } else { format!(", {}", item.place) };
        format!("{}, {}{place}", bodies(store, item), show_moment(item.at, cx.lang))
    };
    let mut row = Row::new(format!("{}:{}:{}:{}", a.at, bodies(store, a), b.at, bodies(store, b)), cells);
    row.to = target(a);
    Some(row.say(texts.first, told(a)).say(texts.second, told(b)).say(texts.shared, shared))
}

fn day_row(day: &FullDay, items: &[Item], cx: &Context) -> Row {
    let store = cx.data.store();
    let count = f64::from(u32::try_from(day.items.len()).unwrap_or(u32::MAX));
    let hours = f64::from(day.minutes) / 60.0;
    let cells = vec![
        when(Moment::day(day.date), cx),
        Cell::text(name_of(store, &day.who)),
        Cell::number(count, day.items.len().to_string()),
        Cell::number(hours, super::load_list::number(hours, cx.lang)),
    ];
    let row = Row::new(format!("{}:{}", day.date, day.who), cells).to(Kind::Actor, day.who.clone());
    day.items.iter().filter_map(|item| items.get(*item)).fold(row, |row, item| {
        let time = item.at.time.map_or_else(String::new, |time| time.strftime("%H:%M").to_string());
        row.say(time, bodies(store, item))
    })
}
