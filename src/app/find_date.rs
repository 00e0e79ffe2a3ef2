//! Find a date on a board: wishes are typed in the heading, the list answers at once; Enter on a date opens the form of
//! the meeting. Computes nothing itself.

use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::clash_list::when;
use super::form::Form;
use super::keymap::Scope;
use super::line::Line;
use super::{Action, Context, Overlay, Reply};
use crate::analysis::slots::{Slot, slots};
use crate::calendar::{Moment, Wish, read_wish};
use crate::i18n::fill;
use crate::landscape::{Id, Kind, Record, Value, meeting};
use crate::store::name_of;
use jiff::ToSpan;

/// The list of dates.
#[derive(Debug)]
pub struct FindDate {
    network: Id,
    line: Line,
    typing: bool,
    wish: Wish,
    /// From where on the wish is not understood.
    unclear: Option<String>,
    found: Vec<Slot>,
}

impl FindDate {
    /// Dates for a body; the wish is to be typed first.
    #[must_use]
    pub fn new(network: Id) -> Self {
        FindDate { network, line: Line::new(""), typing: true, wish: Wish::default(), unclear: None, found: Vec::new() }
    }

    /// Reads the wish anew; while it is not understood, the dates stay those of what was.
    fn read(&mut self) {
        match read_wish(self.line.text()) {
            Ok(wish) => {
                self.wish = wish;
                self.unclear = None;
            }
            Err(unclear) => self.unclear = Some(unclear.rest),
        }
    }

    fn type_in(&mut self, action: &Action) -> Option<Reply> {
        match action {
            _ if self.line.take(action) => {}
            Action::Open | Action::Escape => {
                self.typing = false;
                return Some(Reply::Stay);
            }
            _ => return None,
        }
        self.read();
        Some(Reply::Stay)
    }

    /// The form of a new meeting at the selected date.
    fn note(&self, row: &Row, cx: &Context) -> Option<Reply> {
        let slot = self.found.iter().find(|slot| slot.at.to_string() == row.key)?;
        let time = slot.at.time?;
        let until = slot.at.date.to_datetime(time).saturating_add(i64::from(slot.minutes).minutes());
        let preset = Record::new(Kind::Meeting.shape(), Id::none())
            .with(meeting::NETWORKS, Value::set([self.network.to_string()]))
            .with_text(meeting::AT, &slot.at.to_string())
            .with_text(meeting::UNTIL, &Moment::from(until).to_string())
            .with_text(meeting::STATUS, "planned");
        Some(Reply::Open(Box::new(Overlay::Form(Box::new(Form::create(Kind::Meeting, preset, cx))))))
    }

    fn row(&self, slot: &Slot, cx: &Context) -> Row {
        let (store, texts) = (cx.data.store(), &cx.texts.calendar);
        let one = |(who, by): &(Id, Id)| {
            if who == by {
                texts.meets_itself.to_owned()
            } else {
                fill(texts.taken_by, &[&name_of(store, who), &name_of(store, by)])
            }
        };
        let taken: Vec<String> = slot.taken.iter().map(one).collect();
        let said = if taken.is_empty() { texts.nobody_taken.to_owned() } else { taken.join(", ") };
        let until = slot.at.time.map(|time| {
            let end = slot.at.date.to_datetime(time).saturating_add(i64::from(slot.minutes).minutes());
            end.strftime("%H:%M").to_string()
        });
        let tone = if taken.is_empty() { Tone::Good } else { Tone::Warn };
        let holiday = slot.holiday.clone().unwrap_or_default();
        let cells = vec![
            when(slot.at, cx),
            Cell::text(until.unwrap_or_default()),
            Cell::text(&*said).tone(tone),
            Cell::text(&*holiday).tone(Tone::Warn),
        ];
        let row = Row::new(slot.at.to_string(), cells).say(texts.taken, said);
        if holiday.is_empty() { row } else { row.say(texts.holiday, holiday) }
    }
}

impl Content for FindDate {
    fn title(&self, cx: &Context) -> String {
        fill(cx.texts.calendar.find_a_date, &[&name_of(cx.data.store(), &self.network)])
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        vec![cx.texts.calendar.free, cx.texts.calendar.nearly]
    }

    fn columns(&self, _: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.calendar;
        vec![
            Column::text(texts.date, 21, 0),
            Column::text(texts.until, 5, 1),
            Column::wide(texts.taken),
            Column::text(texts.holiday, 20, 2),
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        self.found = slots(cx.data.store(), &self.network, &self.wish, cx.now, cx.lang);
        let wanted = |slot: &&Slot| mode == 1 || slot.is_free();
        self.found.iter().filter(wanted).map(|slot| self.row(slot, cx)).collect()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.calendar.slots_none
    }

    fn scopes(&self) -> &'static [Scope] {
        if self.typing {
            return &[Scope::Wish, Scope::Line, Scope::Everywhere];
        }
        &[Scope::Dates, Scope::List, Scope::Everywhere]
    }

    fn types(&self) -> bool {
        self.typing
    }

    fn typed(&self, cx: &Context) -> Option<String> {
        let texts = &cx.texts.calendar;
        let unclear = self.unclear.as_ref().map(|rest| fill(texts.wish_unclear, &[rest]));
        if self.line.text().is_empty() {
            return self.typing.then(|| texts.wish_title.to_owned());
        }
        let unclear = unclear.map_or_else(String::new, |said| format!("({said}) "));
        Some(format!("{unclear}{}: {}", texts.wish, self.line.text()))
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        if self.typing {
            return self.type_in(action);
        }
        match action {
            Action::Edit => {
                self.typing = true;
                Some(Reply::Stay)
            }
            Action::Open | Action::Meeting => Some(row.and_then(|row| self.note(row, cx)).unwrap_or(Reply::Stay)),
            _ => None,
        }
    }
}
