//! From a rhythm's record to its dates and its words.

use super::agenda::{Noted, expected, is_before, planned, zone};
use super::free_days::FreeDays;
use crate::calendar::{Keyword, Moment, Recurrence, speak, speak_per_year};
use crate::i18n::Lang;
use crate::landscape::{Kind, Record, meeting, rhythm};
use crate::store::{Data, Store, Table};
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What the dates of all rhythms of a landscape depend on: its clocks and its free days.
pub struct Almanac {
    zone: TimeZone,
    free: FreeDays,
}

impl Almanac {
    /// That of a landscape.
    #[must_use]
    pub fn of(store: &Store) -> Self {
        Almanac { zone: zone(store), free: FreeDays::of(store) }
    }

    /// The next dates a rhythm leads one to expect from now on, without those a noted meeting stands for.
    #[must_use]
    pub fn next(&self, data: &Data, record: &Record, now: DateTime, count: usize) -> Vec<Moment> {
        self.next_beside(&Ahead::around(data, record, now), data.store(), record, None, count)
    }

    /// The very next date, expected or noted.
    #[must_use]
    pub fn first(&self, data: &Data, record: &Record, now: DateTime) -> Option<Moment> {
        self.first_beside(&Ahead::around(data, record, now), data.store(), record)
    }

    /// The same, from what all meetings of the landscape stand for.
    #[must_use]
    pub fn first_beside(&self, ahead: &Ahead<'_>, store: &Store, record: &Record) -> Option<Moment> {
        let noted = ahead.first.get(record.id.as_str()).copied();
        self.next_beside(ahead, store, record, noted, 1).first().copied().or(noted)
    }

    /// The next dates expected, so many at most, before a moment where one is given.
    fn next_beside(
        &self,
        ahead: &Ahead<'_>,
        store: &Store,
        record: &Record,
        before: Option<Moment>,
        count: usize,
    ) -> Vec<Moment> {
        let now = ahead.now;
        expected(store, record, (Moment::day(now.date()), before), &ahead.noted, (&self.zone, &self.free), |dates| {
            dates.filter(|moment| is_ahead(*moment, now)).take(count).collect()
        })
    }
}

/// Chunks of meetings one thread has looked through before another has woken up.
const FEW: usize = 16;

/// What meetings that were noted say about the time from now on.
pub struct Ahead<'s> {
    now: DateTime,
    noted: Noted<'s>,
    /// Rhythm → the next of its meetings.
    first: HashMap<&'s str, Moment>,
}

impl<'s> Ahead<'s> {
    /// That of all meetings of a landscape.
    #[must_use]
    pub fn of(store: &'s Store, now: DateTime) -> Self {
        let day = now.date().to_string();
        let ahead = |record: &&'s Arc<Record>| {
            [meeting::AT, meeting::OCCURRENCE].iter().any(|field| !is_before(record.text(*field), &day))
        };
        let coming = |chunk: &'s [Arc<Record>]| chunk.iter().filter(ahead).map(|record| &**record);
        let chunks: Vec<&[Arc<Record>]> = store.table(Kind::Meeting).into_iter().flat_map(Table::chunks).collect();
        let coming: Vec<&Record> = match chunks.len() {
            ..=FEW => chunks.into_iter().flat_map(coming).collect(),
            _ => chunks.into_par_iter().flat_map_iter(coming).collect(),
        };
        Self::among(coming.into_iter(), now)
    }

    /// That of the meetings of one rhythm and of its network.
    fn around(data: &'s Data, record: &Record, now: DateTime) -> Self {
        let [named, held] = [record.id.as_str(), record.text(rhythm::NETWORK)]
            .map(|id| data.refs().from(Kind::Meeting, id, data.store()));
        Self::among(named.into_iter().chain(held).map(|record| &**record), now)
    }

    fn among(meetings: impl Iterator<Item = &'s Record> + Clone, now: DateTime) -> Self {
        let (mut first, day) = (HashMap::new(), now.date().to_string());
        for meeting in meetings.clone().filter(|meeting| !is_before(meeting.text(meeting::AT), &day)) {
            if let Some(at) = planned(meeting).filter(|at| is_ahead(*at, now)) {
                let next = first.entry(meeting.text(meeting::RHYTHM)).or_insert(at);
                *next = at.min(*next);
            }
        }
        Ahead { now, noted: Noted::of(meetings, now.date()), first }
    }
}

fn is_ahead(moment: Moment, now: DateTime) -> bool {
    moment.date >= now.date() && (moment.time.is_none() || moment >= Moment::from(now))
}

/// How a rhythm without a date sorts after those with one.
#[must_use]
pub fn later(rule: &str) -> &'static str {
    match rule.parse::<Recurrence>() {
        Ok(Recurrence::Rule(_)) => "x1",
        Ok(Recurrence::Keyword(Keyword::AsNeeded | Keyword::SchoolTerm)) => "x2",
        _ => "x3",
    }
}

/// The hour at which a rhythm means to begin, where it is known.
#[must_use]
pub fn hour(record: &Record) -> Option<Time> {
    record.text(rhythm::START).parse::<Moment>().ok().and_then(|start| start.time)
}

/// How often a year, where people say no more than that: "3–4 mal im Jahr".
#[must_use]
pub fn often(record: &Record, lang: Lang) -> Option<String> {
    let narrow = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
    record.range(rhythm::PER_YEAR).map(|(least, most)| speak_per_year((narrow(least), narrow(most)), lang))
}

/// A rhythm as people say it: "jeden 2. Dienstag im Monat, 14:00"; empty when nothing is known.
#[must_use]
pub fn spoken(record: &Record, lang: Lang) -> String {
    let rule = record.text(rhythm::RULE);
    let time = hour(record);
    match (rule.parse::<Recurrence>(), often(record, lang)) {
        (Ok(Recurrence::Keyword(_)), Some(range)) => range,
        (Ok(recurrence), _) => speak(&recurrence, time, lang),
        (Err(_), Some(range)) if rule.is_empty() => range,
        (Err(_), _) => rule.to_owned(),
    }
}
