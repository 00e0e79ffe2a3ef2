//! From a rhythm's record to its dates and its words.

use super::agenda::{series, zone};
use super::free_days::FreeDays;
use crate::calendar::{Bounds, Keyword, Moment, Recurrence, speak, speak_per_year};
use crate::i18n::Lang;
use crate::landscape::{Record, rhythm};
use crate::store::Store;
use jiff::civil::DateTime;
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

    /// The next dates of a rhythm from now on, as its rule has them, without the days it keeps clear of.
    #[must_use]
    pub fn next(&self, record: &Record, now: DateTime, count: usize) -> Vec<Moment> {
        let Some(series) = series(record, now.date(), &self.zone) else { return Vec::new() };
        series
            .occurrences(Moment::day(now.date()), Bounds::default())
            .filter(|moment| moment.time.is_none() || *moment >= Moment::from(now))
            .filter(|moment| !self.free.avoids(record, moment.date))
            .take(count)
            .collect()
    }

    /// The very next date.
    #[must_use]
    pub fn first(&self, record: &Record, now: DateTime) -> Option<Moment> {
        self.next(record, now, 1).pop()
    }
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

/// A rhythm as people say it: "jeden 2. Dienstag im Monat, 14:00"; empty when nothing is known.
#[must_use]
pub fn spoken(record: &Record, lang: Lang) -> String {
    let rule = record.text(rhythm::RULE);
    let time = record.text(rhythm::START).parse::<Moment>().ok().and_then(|start| start.time);
    let range = record.range(rhythm::PER_YEAR).map(|(least, most)| {
        let narrow = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
        speak_per_year((narrow(least), narrow(most)), lang)
    });
    match (rule.parse::<Recurrence>(), range) {
        (Ok(Recurrence::Keyword(_)), Some(range)) => range,
        (Ok(recurrence), _) => speak(&recurrence, time, lang),
        (Err(_), Some(range)) if rule.is_empty() => range,
        (Err(_), _) => rule.to_owned(),
    }
}
