//! The calendar: a month or a year with the load of each day, and the meetings of the selected day below. A day that is a
//! holiday is marked, whatever falls on it. Knows no widths.

use super::clash_list::target;
use super::form::Form;
use super::keymap::Scope;
use super::{Action, Context, Outcome, Overlay, Reply};
use crate::analysis::agenda::Item;
use crate::analysis::free_days::FreeDays;
use crate::calendar::Moment;
use crate::i18n::Lang;
use crate::landscape::{Id, Kind, Record, Value, meeting};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use std::collections::BTreeMap;

pub use super::calendar_of::Of;

/// The calendar on the screen.
#[derive(Debug)]
pub struct CalendarView {
    of: Of,
    other: Option<Of>,
    /// The whole year instead of a month.
    pub year: bool,
    /// The selected day.
    pub day: Date,
    /// The meetings of the day have the keys: this one is selected.
    pub row: Option<usize>,
    items: Vec<Item>,
    by_day: BTreeMap<Date, Vec<usize>>,
    holidays: BTreeMap<Date, String>,
    seen: Option<(u64, Lang, i16)>,
}

impl CalendarView {
    /// The month of today; `other` is what one can change over to.
    #[must_use]
    pub fn new(of: Of, other: Option<Of>, cx: &Context) -> Self {
        let mut view = CalendarView {
            of,
            other,
            year: false,
            day: cx.now.date(),
            row: None,
            items: Vec::new(),
            by_day: BTreeMap::new(),
            holidays: BTreeMap::new(),
            seen: None,
        };
        view.refresh(cx);
        view
    }

    /// Fills the year of the selected day, with the weeks it begins and ends in, when it is not there yet.
    pub fn refresh(&mut self, cx: &Context) {
        let wanted = Some((cx.edition, cx.lang, self.day.year()));
        if self.seen != wanted {
            self.fill(cx);
            self.seen = wanted;
        }
    }

    fn fill(&mut self, cx: &Context) {
        let from = self.day.first_of_year().saturating_sub(7.days());
        let until = self.day.last_of_year().saturating_add(15.days());
        self.items = self.of.meetings(from, until, cx);
        self.by_day.clear();
        for (at, item) in self.items.iter().enumerate() {
            self.by_day.entry(item.at.date).or_default().push(at);
        }
        let free = FreeDays::of(cx.data.store());
        let days = from.series(1.day()).take_while(|day| *day < until);
        self.holidays = days.filter_map(|day| Some((day, free.name_on(day, cx.lang)?))).collect();
    }

    /// Whose meetings are shown.
    #[must_use]
    pub fn of(&self) -> &Of {
        &self.of
    }

    /// The meetings of a day, in order.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Item> {
        self.by_day.get(&day).into_iter().flatten().filter_map(|at| self.items.get(*at))
    }

    /// How many there are on a day.
    #[must_use]
    pub fn count(&self, day: Date) -> usize {
        self.by_day.get(&day).map_or(0, Vec::len)
    }

    /// How many there are from a day to another, both included.
    #[must_use]
    pub fn count_between(&self, from: Date, until: Date) -> usize {
        self.by_day.range(from..=until).map(|(_, items)| items.len()).sum()
    }

    /// What the day is called, if it is a holiday.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&str> {
        self.holidays.get(&day).map(String::as_str)
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Calendar, Scope::List, Scope::Everywhere]
    }

    pub(super) fn types(&self) -> bool {
        false
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.row.is_some()
            && let Some(reply) = self.act_in_day(action)
        {
            return reply;
        }
        match action {
            Action::NextPane => self.year = !self.year,
            Action::Linking => self.change_over(cx),
            Action::First => self.day = cx.now.date(),
            Action::Open if self.count(self.day) > 0 => self.row = Some(0),
            Action::Open => {}
            Action::Meeting => return self.note(cx),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            action => match self.step(action) {
                Some((ahead, span)) => {
                    let day = if ahead { self.day.checked_add(span) } else { self.day.checked_sub(span) };
                    self.day = day.unwrap_or(self.day);
                }
                None => return Reply::Pass,
            },
        }
        self.refresh(cx);
        Reply::Stay
    }

    /// How far an action goes, and whether ahead.
    fn step(&self, action: &Action) -> Option<(bool, Span)> {
        let (line, page) = if self.year { (1.month(), 1.year()) } else { (7.days(), 1.month()) };
        Some(match action {
            Action::Next => (true, 1.day()),
            Action::Previous => (false, 1.day()),
            Action::Down => (true, line),
            Action::Up => (false, line),
            Action::PageDown | Action::HalfDown => (true, page),
            Action::PageUp | Action::HalfUp => (false, page),
            _ => return None,
        })
    }

    /// Among the meetings of the day; nothing for what is not meant for them.
    fn act_in_day(&mut self, action: &Action) -> Option<Reply> {
        let row = self.row?;
        let last = self.count(self.day).saturating_sub(1);
        match action {
            Action::Down => self.row = Some((row + 1).min(last)),
            Action::Up => self.row = Some(row.saturating_sub(1)),
            Action::Escape => self.row = None,
            Action::Open => {
                let to = self.on(self.day).nth(row).and_then(target);
                return Some(to.map_or(Reply::Stay, |(kind, id)| Reply::Close(Outcome::Go(kind, id))));
            }
            Action::Meeting => return None,
            _ => {
                self.row = None;
                return None;
            }
        }
        Some(Reply::Stay)
    }

    fn change_over(&mut self, cx: &Context) {
        if let Some(other) = self.other.take() {
            self.other = Some(std::mem::replace(&mut self.of, other));
            self.fill(cx);
        }
    }

    /// The form of a meeting on the selected day; the one that is selected is noted or edited.
    fn note(&self, cx: &Context) -> Reply {
        let item = self.row.and_then(|row| self.on(self.day).nth(row));
        let noted = item.and_then(|item| cx.data.store().get(Kind::Meeting, item.meeting.as_deref()?));
        let form = match (noted, item) {
            (Some(record), _) => Form::edit(Kind::Meeting, record, cx),
            (None, Some(item)) => Form::create(Kind::Meeting, super::upcoming::expected(item), cx),
            (None, None) => {
                let network = if let Of::Network(id) = &self.of { Value::set([id.to_string()]) } else { None };
                let preset = Record::new(Kind::Meeting.shape(), Id::none())
                    .with(meeting::NETWORKS, network)
                    .with_text(meeting::AT, &Moment::day(self.day).to_string());
                Form::create(Kind::Meeting, preset, cx)
            }
        };
        Reply::Open(Box::new(Overlay::Form(Box::new(form))))
    }

    /// A form above has closed: the days may look different now.
    pub(super) fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        self.fill(cx);
        self.row =
            self.row.map(|row| row.min(self.count(self.day).saturating_sub(1))).filter(|_| self.count(self.day) > 0);
        match outcome {
            Outcome::Go(kind, id) => Reply::Close(Outcome::Go(kind, id)),
            _ => Reply::Stay,
        }
    }
}
