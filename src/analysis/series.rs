//! From a rhythm's record to its dates and its words.

use super::agenda::{Noted, expected, planned, zone};
use super::free_days::FreeDays;
use crate::calendar::{Keyword, Moment, Recurrence, speak, speak_per_year};
use crate::i18n::Lang;
use crate::landscape::{Kind, Record, rhythm};
use crate::store::{Data, Store};
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;

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
        let [named, held] = [record.id.as_str(), record.text(rhythm::NETWORK)]
            .map(|id| data.refs().from(Kind::Meeting, id, data.store()));
        let noted = Noted::of(named.into_iter().chain(held).map(|record| &**record), now.date());
        let ahead = |moment: &Moment| is_ahead(*moment, now);
        expected(data.store(), record, Moment::day(now.date()), &noted, (&self.zone, &self.free), |dates| {
            dates.filter(ahead).take(count).collect()
        })
    }

    /// The very next date, expected or noted.
    #[must_use]
    pub fn first(&self, data: &Data, record: &Record, now: DateTime) -> Option<Moment> {
        let noted = data.refs().from(Kind::Meeting, &record.id, data.store());
        let noted = noted.into_iter().filter_map(|meeting| planned(meeting)).filter(|moment| is_ahead(*moment, now));
        noted.chain(self.next(data, record, now, 1)).min()
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
