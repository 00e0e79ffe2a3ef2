//! Which meeting is opened: one that is noted, one a rhythm leads one to expect, the next one of a body. Changes nothing.

use super::{Half, Minutes, Section};
use crate::analysis::agenda::{Item, upcoming};
use crate::app::Context;
use crate::app::line::Line;
use crate::calendar::Moment;
use crate::landscape::{Id, Kind, Record, Value, id, meeting, rhythm};
use jiff::ToSpan;

/// How far ahead the next meeting of a body is looked for, in days.
const AHEAD: i32 = 400;

impl Minutes {
    /// A meeting of the agenda.
    #[must_use]
    pub fn of_item(item: &Item, cx: &Context) -> Option<Minutes> {
        match item.meeting.as_ref().and_then(|id| cx.data.store().get(Kind::Meeting, id)) {
            Some(record) => Some(Minutes::over(Record::clone(record), cx)),
            None => Some(Minutes::over(expected(item)?, cx)),
        }
    }

    /// The meeting of what is selected: a meeting itself, else the one of today or the next of the body; of one that
    /// expects none, a meeting of today.
    #[must_use]
    pub fn of_record(kind: Kind, record: &Record, cx: &Context) -> Option<Minutes> {
        let network: &str = match kind {
            Kind::Meeting => return Some(Minutes::over(record.clone(), cx)),
            Kind::Network => &record.id,
            Kind::Rhythm => record.text(rhythm::NETWORK),
            _ => return None,
        };
        let today = cx.now.date();
        let until = today.saturating_add(AHEAD.days());
        let items = upcoming(cx.data.store(), Moment::day(today), Moment::day(until));
        if let Some(item) = items.iter().find(|item| item.networks.iter().any(|id| **id == *network)) {
            return Minutes::of_item(item, cx);
        }
        let new = fresh()?
            .with(meeting::NETWORKS, Value::set([network.to_owned()]))
            .with_text(meeting::AT, &Moment::day(today).to_string());
        Some(Minutes::over(new, cx))
    }

    /// A meeting with a line that was left half typed.
    #[must_use]
    pub fn resumed(half: &Half, cx: &Context) -> Minutes {
        let mut minutes = Minutes::over(half.preset.clone(), cx);
        minutes.take_up(half);
        minutes
    }

    /// Takes up a line that was left half typed here.
    pub(in crate::app) fn take_up(&mut self, half: &Half) -> bool {
        if !half.is_of(&self.preset) {
            return false;
        }
        self.preset.id = half.preset.id.clone();
        self.section = half.section;
        self.line.replace(&half.text);
        true
    }

    fn over(preset: Record, cx: &Context) -> Minutes {
        let mut minutes = Minutes {
            preset,
            section: Section::People,
            rows: [None; 5],
            line: Line::new(""),
            picked: Vec::new(),
            picking: None,
            landing: false,
        };
        minutes.refresh(cx);
        minutes
    }

    /// What is left half typed.
    #[must_use]
    pub fn half(&self) -> Option<Half> {
        let text = self.line.text();
        let half = || Half { preset: self.preset.clone(), section: self.section, text: text.to_owned() };
        (!text.trim().is_empty()).then(half)
    }
}

/// A meeting that is only expected, as its rhythm says.
fn expected(item: &Item) -> Option<Record> {
    let record = fresh()?
        .with(meeting::NETWORKS, Value::set(item.networks.iter().map(ToString::to_string)))
        .with_text(meeting::RHYTHM, item.rhythm.as_ref().map_or("", Id::as_str))
        .with_text(meeting::OCCURRENCE, &item.at.to_string())
        .with_text(meeting::AT, &item.at.to_string())
        .with_text(meeting::PLACE, &item.place)
        .with_text(meeting::MODE, &item.mode);
    Some(record)
}

/// An empty meeting with an id of its own; nothing when the system has no randomness.
fn fresh() -> Option<Record> {
    let id = Id::fresh(Kind::Meeting, false, "", id::random().ok()?);
    Some(Record::new(Kind::Meeting.shape(), id))
}
