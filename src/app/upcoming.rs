//! Meetings on a board: those to come, today first, and those that were noted in the past. What a rhythm leads one to
//! expect stands there too, and one key notes it as a meeting. Computes nothing itself.

use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::clash_list::{bodies, when};
use super::form::Form;
use super::keymap::Scope;
use super::minutes::Minutes;
use super::{Action, Context, Overlay, Reply};
use crate::analysis::agenda::{EXPECTED, Item, upcoming};
use crate::calendar::{Moment, week_of};
use crate::landscape::{Id, Kind, Record, Value, decision, meeting, task, vocabulary};
use jiff::ToSpan;

/// How many days ahead and back are shown.
const DAYS: i32 = 183;

/// The place of the mode that looks back.
const PAST: usize = 1;

/// The list of meetings.
#[derive(Debug, Default)]
pub struct Upcoming {
    /// What stands in the rows, by their keys.
    items: Vec<(String, Item)>,
}

impl Content for Upcoming {
    fn title(&self, cx: &Context) -> String {
        vocabulary::kind_label(Kind::Meeting.name(), 2, cx.lang).to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        vec![cx.texts.house.ahead, cx.texts.house.past]
    }

    fn columns(&self, _: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.minutes;
        vec![
            Column::text(cx.texts.house.week, 4, 5),
            Column::text(texts.when, 23, 0),
            Column::wide(texts.col_body),
            Column::text(texts.place, 24, 2),
            Column::text(cx.texts.house.state, 20, 3),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let today = Moment::day(cx.now.date());
        let day = |days: i32| Moment::day(cx.now.date().saturating_add(days.days()));
        let (from, until) = if mode == PAST { (day(-DAYS), today) } else { (today, day(DAYS)) };
        let mut items = upcoming(cx.data.store(), from, until);
        if mode == PAST {
            items.retain(|item| item.meeting.is_some());
            items.reverse();
        }
        self.items = items.into_iter().map(|item| (key(&item), item)).collect();
        self.items.iter().map(|(key, item)| row(key, item, cx)).collect()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Upcoming, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        let item = || row.and_then(|row| self.items.iter().find(|(key, _)| *key == row.key)).map(|(_, item)| item);
        match action {
            Action::Edit | Action::Meeting => Some(item().map_or(Reply::Stay, |item| note(item, cx))),
            Action::HoldMeeting => {
                let minutes = item().and_then(|item| Minutes::of_item(item, cx));
                let open = |minutes| Reply::Open(Box::new(Overlay::Minutes(Box::new(minutes))));
                Some(minutes.map_or(Reply::Stay, open))
            }
            _ => None,
        }
    }
}

/// What a meeting is known by in the list, whether noted or expected.
fn key(item: &Item) -> String {
    let own = item.meeting.as_ref().or(item.rhythm.as_ref()).map_or("", Id::as_str);
    format!("{own} {}", item.at)
}

fn row(key: &str, item: &Item, cx: &Context) -> Row {
    let noted = item.meeting.as_ref().and_then(|id| cx.data.store().get(Kind::Meeting, id));
    let week = week_of(item.at.date).1;
    let at = when(item.at, cx);
    let body = Cell::text(bodies(cx.data.store(), item));
    let body = if *item.status == *EXPECTED { body.tone(Tone::Quiet) } else { body };
    let cells = vec![
        Cell::number(f64::from(week), week.to_string()).tone(Tone::Quiet),
        if item.at.date == cx.now.date() { at.tone(Tone::Strong) } else { at },
        body,
        Cell::text(&*item.place).tone(Tone::Quiet),
        Cell::text(state(item, noted.map(|record| &**record), cx)).tone(Tone::Quiet),
    ];
    // To the meeting that was noted, else to the body that is to meet.
    let to = item.meeting.clone().map(|id| (Kind::Meeting, id));
    let to = to.or_else(|| item.networks.first().cloned().map(|id| (Kind::Network, id)));
    let row = Row { to, ..Row::new(key, cells) };
    noted
        .map_or_else(Vec::new, |record| told(record, cx))
        .into_iter()
        .fold(row, |row, (label, text)| row.say(label, text))
}

/// Whether it is only expected, or what became of it; the holiday it falls on.
fn state(item: &Item, noted: Option<&Record>, cx: &Context) -> String {
    let texts = &cx.texts.house;
    let status = match &*item.status {
        EXPECTED => texts.expected,
        "held" if noted.is_some_and(|record| !record.texts(meeting::PRESENT).is_empty()) => texts.minuted,
        status => vocabulary::label("meeting_status", status, cx.lang),
    };
    match &item.free {
        Some(free) => format!("{status}, {}", free.name(cx.lang)),
        None => status.to_owned(),
    }
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

/// Opens the form of the meeting; one that is only expected starts with what its rhythm says.
fn note(item: &Item, cx: &Context) -> Reply {
    let noted = item.meeting.as_ref().and_then(|id| cx.data.store().get(Kind::Meeting, id));
    let form = match noted {
        Some(record) => Form::edit(Kind::Meeting, record, cx),
        None => Form::create(Kind::Meeting, expected(item), cx),
    };
    Reply::Open(Box::new(Overlay::Form(Box::new(form))))
}

/// What an expected meeting starts with.
pub(super) fn expected(item: &Item) -> Record {
    Record::new(Kind::Meeting.shape(), Id::none())
        .with(meeting::NETWORKS, Value::set(item.networks.iter().map(ToString::to_string)))
        .with_text(meeting::RHYTHM, item.rhythm.as_ref().map_or("", Id::as_str))
        .with_text(meeting::OCCURRENCE, &item.at.to_string())
        .with_text(meeting::AT, &item.at.to_string())
        .with_text(meeting::PLACE, &item.place)
        .with_text(meeting::MODE, &item.mode)
}
