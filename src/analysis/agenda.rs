//! Meetings to come: those that were noted, and those a rhythm leads one to expect. A meeting that was noted stands in
//! for the occurrence it belongs to, also when it was moved or cancelled. Knows no screens and never what day it is.

use super::day::last_day;
use super::free_days::{FreeDay, FreeDays};
use crate::calendar::{Bounds, Moment, Recurrence, Series};
use crate::config::clock;
use crate::landscape::{Id, Kind, Record, meeting, network, rhythm, the_landscape};
use crate::store::Store;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// The status of a meeting nobody has noted yet: its rhythm leads one to expect it.
pub const EXPECTED: &str = "expected";

/// A meeting that took place or is to take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// When.
    pub at: Moment,
    /// Which bodies meet.
    pub networks: Vec<Id>,
    /// The rhythm it belongs to.
    pub rhythm: Option<Id>,
    /// The meeting, where it was noted.
    pub meeting: Option<Id>,
    /// `planned`, `held`, a word of the office's own, or [`EXPECTED`].
    pub status: Box<str>,
    /// Where.
    pub place: Box<str>,
    /// In person, online, hybrid.
    pub mode: Box<str>,
    /// The public or other holiday it falls on.
    pub free: Option<FreeDay>,
}

/// Everything in `from <= at < until`, in order. Cancelled meetings are left out, and so is what they stand for;
/// rhythms of bodies that have ended give nothing.
#[must_use]
pub fn upcoming(store: &Store, from: Moment, until: Moment) -> Vec<Item> {
    let noted = Noted::of(store.all(Kind::Meeting).map(|record| &**record), from.date);
    let (zone, free) = (zone(store), FreeDays::of(store));
    let rhythms: Vec<&Record> = store.all(Kind::Rhythm).map(|record| &**record).collect();
    let by_rhythm = rhythms.par_iter().flat_map_iter(|rhythm| {
        let dates = expected(store, rhythm, (from, Some(until)), &noted, (&zone, &free), |dates| dates.collect());
        dates.into_iter().map(|at| expected_item(rhythm, at, &free))
    });
    let mut items: Vec<Item> = by_rhythm.collect();
    items.extend(store.all(Kind::Meeting).filter_map(|record| item_of(store, record, (from, until), &free)));
    items.par_sort_by(|a, b| (a.at, &a.networks, &a.meeting).cmp(&(b.at, &b.networks, &b.meeting)));
    items
}

/// The zone of the landscape's wall clocks.
#[must_use]
pub fn zone(store: &Store) -> TimeZone {
    let name = store.landscape().text(the_landscape::TIMEZONE);
    let name = if name.is_empty() { "Europe/Berlin" } else { name };
    clock::zone(name).unwrap_or(TimeZone::UTC)
}

/// Which occurrences the noted meetings stand for.
#[derive(Default)]
pub(super) struct Noted<'s> {
    /// Rhythm → the occurrences its meetings stand for.
    by_rhythm: HashMap<&'s str, Vec<Moment>>,
    /// Days on which a network meets without a rhythm being named.
    by_network: HashSet<(&'s str, Date)>,
}

impl<'s> Noted<'s> {
    /// What these meetings stand for from a day on.
    pub(super) fn of(meetings: impl IntoIterator<Item = &'s Record>, from: Date) -> Self {
        let (mut noted, day) = (Noted::default(), from.to_string());
        for record in meetings {
            if is_before(record.text(meeting::AT), &day) && is_before(record.text(meeting::OCCURRENCE), &day) {
                continue;
            }
            let (at, occurrence) = (moment(record.text(meeting::AT)), moment(record.text(meeting::OCCURRENCE)));
            let Some(stands_for) = occurrence.or(at).filter(|moment| moment.date >= from) else { continue };
            match record.text(meeting::RHYTHM) {
                "" => {
                    let networks = record.texts(meeting::NETWORKS).iter();
                    noted.by_network.extend(networks.map(|network| (&**network, stands_for.date)));
                }
                rhythm => noted.by_rhythm.entry(rhythm).or_default().push(stands_for),
            }
        }
        noted
    }

    fn has(&self, rhythm: &str, network: &str, at: Moment) -> bool {
        self.by_rhythm.get(rhythm).is_some_and(|moments| moments.iter().any(|noted| noted.covers(at)))
            || self.by_network.contains(&(network, at.date))
    }
}

/// Of the dates a rhythm leads one to expect from a moment on, before another where one is given, those that are taken
/// from them: in order, while its body lasts, clear of free days, and without those a noted meeting stands for.
pub(super) fn expected(
    store: &Store,
    record: &Record,
    (from, before): (Moment, Option<Moment>),
    noted: &Noted<'_>,
    (zone, free): (&TimeZone, &FreeDays),
    take: impl FnOnce(&mut dyn Iterator<Item = Moment>) -> Vec<Moment>,
) -> Vec<Moment> {
    let network = record.text(rhythm::NETWORK);
    let Some(end) = end_of_network(store, network) else { return Vec::new() };
    let Some(series) = series(record, from.date, zone) else { return Vec::new() };
    let mut dates = series
        .occurrences(from, Bounds::default())
        .take_while(|at| before.is_none_or(|before| *at < before) && end.is_none_or(|end| at.date <= end))
        .filter(|at| !noted.has(&record.id, network, *at) && !free.avoids(record, at.date));
    take(&mut dates)
}

fn expected_item(record: &Record, at: Moment, free: &FreeDays) -> Item {
    Item {
        at,
        networks: vec![Id::new(record.text(rhythm::NETWORK))],
        rhythm: Some(record.id.clone()),
        meeting: None,
        status: EXPECTED.into(),
        place: record.text(rhythm::PLACE).into(),
        mode: record.text(rhythm::MODE).into(),
        free: free.on(at.date),
    }
}

/// The last day of a body, if it has one; nothing at all for a body that has ended already.
#[must_use]
pub fn end_of_network(store: &Store, id: &str) -> Option<Option<Date>> {
    let Some(record) = store.get(Kind::Network, id) else { return Some(None) };
    let over = matches!(record.text(network::LIFECYCLE), "ended" | "merged");
    (!over).then(|| last_day(record.text(network::UNTIL)))
}

/// The series of a rhythm; none when it has neither a rule nor dates of its own. Without a first meeting the rule runs
/// from the day asked about, unless it cannot be counted without one.
#[must_use]
pub fn series(record: &Record, from: Date, zone: &TimeZone) -> Option<Series> {
    let rule = match record.text(rhythm::RULE).parse::<Recurrence>() {
        Ok(Recurrence::Rule(rule)) => Some(rule.localized(zone)),
        _ => None,
    };
    let start = moment(record.text(rhythm::START));
    let rule = rule.filter(|rule| start.is_some() || !rule.needs_anchor());
    let moments = |field| record.texts(field).iter().filter_map(|text| moment(text)).collect::<Vec<_>>();
    let extra = moments(rhythm::EXTRA);
    (rule.is_some() || !extra.is_empty()).then(|| Series {
        rule,
        start: start.unwrap_or(Moment::day(from)),
        until: last_day(record.text(rhythm::UNTIL)).map(Moment::day),
        skip: moments(rhythm::SKIP),
        extra,
    })
}

/// A meeting that was noted, if it lies in the time and is not cancelled.
fn item_of(store: &Store, record: &Record, (from, until): (Moment, Moment), free: &FreeDays) -> Option<Item> {
    let at = planned(record).filter(|at| *at >= from && *at < until)?;
    let status = record.text(meeting::STATUS);
    let rhythm = record.text(meeting::RHYTHM);
    let of_rhythm = |field| store.get(Kind::Rhythm, rhythm).map_or("", |rhythm| rhythm.text(field));
    let or = |own: &str, other: &str| if own.is_empty() { other.into() } else { own.into() };
    Some(Item {
        at,
        networks: record.texts(meeting::NETWORKS).iter().map(|id| Id::new(id)).collect(),
        rhythm: (!rhythm.is_empty()).then(|| Id::new(rhythm)),
        meeting: Some(record.id.clone()),
        status: or(status, "planned"),
        place: or(record.text(meeting::PLACE), of_rhythm(rhythm::PLACE)),
        mode: or(record.text(meeting::MODE), of_rhythm(rhythm::MODE)),
        free: free.on(at.date),
    })
}

/// Does a moment as written lie before this day, or is there none? Told from the letters alone, without reading it as a
/// date (ISO 8601 dates sort as texts); where they do not tell, it does not.
pub(super) fn is_before(text: &str, day: &str) -> bool {
    text.is_empty() || (text.starts_with(|first: char| first.is_ascii_digit()) && text < day)
}

/// When a noted meeting is; never for one that is cancelled.
pub(super) fn planned(record: &Record) -> Option<Moment> {
    moment(record.text(meeting::AT)).filter(|_| record.text(meeting::STATUS) != "cancelled")
}

fn moment(text: &str) -> Option<Moment> {
    text.parse().ok()
}

#[cfg(test)]
#[path = "agenda_tests.rs"]
mod tests;
