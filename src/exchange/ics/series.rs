//! A rhythm as a series of the calendar: its rule, what falls out of it and why, and the meetings that stand for its dates.
//! The same dates as in the agenda, over the years of the horizon.

use super::event::{Event, uid};
use super::export::Desk;
use super::when::{WHOLE, ended};
use crate::analysis::agenda::{end_of_network, series};
use crate::arrange::Arrange as _;
use crate::calendar::{Moment, Rule, Series};
use crate::landscape::{Record, meeting, rhythm};
use jiff::civil::Date;
use std::collections::HashSet;

/// A rhythm in the calendar.
pub(super) struct Sequence<'s> {
    /// The series itself, and dates that cannot stand in it.
    pub(super) events: Vec<Event>,
    /// Meetings that stand for one of its dates: which date, and the meeting.
    pub(super) standing: Vec<(Moment, &'s Record)>,
}

/// What happens on a date of the rule.
enum Fate<'s> {
    /// It is expected.
    Expected,
    /// It does not take place there.
    Out,
    /// A meeting was noted for it.
    Noted(&'s Record),
}

impl<'s> Desk<'s> {
    /// The series of a rhythm; nothing when it has no dates or its body has ended.
    pub(super) fn sequence(&self, record: &'s Record) -> Option<Sequence<'s>> {
        let body_end = end_of_network(self.store, record.text(rhythm::NETWORK))?;
        let series = series(record, self.horizon.0.max(self.year), &self.zone)?;
        let mut out = Sequence { events: Vec::new(), standing: Vec::new() };
        let mut main = series.rule.as_ref().and_then(|rule| self.by_rule(record, &series, rule, body_end, &mut out));
        for at in self.beside(record, &series, body_end) {
            match &mut main {
                Some(main) if fits(main, at) => {
                    if !dates_of(&series, main).contains(&at) {
                        main.extra.push(at);
                    }
                }
                None => main = Some(Event::new(uid(&record.id), at)),
                Some(_) => out.events.push(Event::new(uid(&format!("{}-{}", record.id, at.date)), at)),
            }
        }
        let changes = out.standing.len() + main.as_ref().map_or(0, |main| main.skip.len() + main.extra.len());
        out.events.extend(main);
        for event in &mut out.events {
            self.dress(event, record);
            event.sequence = changes;
        }
        Some(out)
    }

    /// The rule from its first date on, with what falls out of it.
    fn by_rule(
        &self,
        record: &'s Record,
        series: &Series,
        rule: &Rule,
        body_end: Option<Date>,
        out: &mut Sequence<'s>,
    ) -> Option<Event> {
        let last = [series.until.map(|at| at.date), body_end].into_iter().flatten().min();
        let pure = Series { until: last.map(Moment::day), ..Series::new(rule.clone(), series.start) };
        let first = pure.occurrences(Moment::day(series.start.date), WHOLE).next()?;
        let mut event = Event::new(uid(&record.id), first);
        event.rule = Some(ended(&Series { start: first, ..pure.clone() }, rule, last, &self.zone)?);
        let from = Moment::day(first.date.max(self.horizon.0));
        let mut used = HashSet::new();
        for at in pure.occurrences(from, WHOLE).take_while(|at| at.date <= self.horizon.1) {
            match self.fate(record, series, at, &mut used) {
                Fate::Expected => {}
                Fate::Out => event.skip.push(at),
                Fate::Noted(meeting) => out.standing.push((at, meeting)),
            }
        }
        Some(event)
    }

    /// Single dates beside the rule that are still only expected, in order.
    fn beside(&self, record: &'s Record, series: &Series, body_end: Option<Date>) -> Vec<Moment> {
        let hour = |at: &Moment| Moment { time: at.time.or(series.start.time), ..*at };
        let mut extra: Vec<Moment> = series.extra.iter().map(hour).collect();
        extra.retain(|at| body_end.is_none_or(|end| at.date <= end));
        extra.retain(|at| matches!(self.fate(record, series, *at, &mut HashSet::new()), Fate::Expected));
        extra.arrange_by(Ord::cmp);
        extra.dedup();
        extra
    }

    fn fate(&self, record: &'s Record, series: &Series, at: Moment, used: &mut HashSet<&'s str>) -> Fate<'s> {
        let network = record.text(rhythm::NETWORK);
        let out = series.skip.iter().any(|skip| skip.covers(at))
            || self.free.avoids(record, at.date)
            || self.by_network.contains(&(network, at.date));
        if out {
            return Fate::Out;
        }
        let noted = self.by_rhythm.get(&*record.id).into_iter().flatten();
        let here: Vec<&'s Record> = noted.filter(|(stands_for, _)| stands_for.covers(at)).map(|(_, m)| *m).collect();
        let takes_place = here.iter().find(|m| m.text(meeting::STATUS) != "cancelled" && used.insert(m.id.as_str()));
        match (takes_place, here.is_empty()) {
            (Some(meeting), _) => Fate::Noted(meeting),
            (None, false) => Fate::Out,
            (None, true) => Fate::Expected,
        }
    }
}

/// Can a date stand in the series as one beside the rule?
fn fits(event: &Event, at: Moment) -> bool {
    at > event.start && at.time.is_some() == event.start.time.is_some()
}

/// The dates the rule gives anyway, around those beside it.
fn dates_of(series: &Series, event: &Event) -> HashSet<Moment> {
    let Some(rule) = &event.rule else { return HashSet::from([event.start]) };
    let last = series.extra.iter().map(|at| at.date).max().unwrap_or(event.start.date);
    let pure = Series::new(rule.clone(), event.start);
    pure.occurrences(event.start, WHOLE).take_while(|at| at.date <= last).collect()
}
