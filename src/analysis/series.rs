//! From a rhythm's record to its dates and its words.

use crate::calendar::{Bounds, Keyword, Moment, Recurrence, Series, speak, speak_per_year};
use crate::i18n::Lang;
use crate::landscape::{Record, rhythm};
use jiff::civil::DateTime;

/// The series a rhythm stands for; nothing without a rule that can be read or without a start to anchor it.
#[must_use]
pub fn of(record: &Record) -> Option<Series> {
    let moments = |field| record.texts(field).iter().filter_map(|text| text.parse::<Moment>().ok()).collect();
    let rule = record.text(rhythm::RULE).parse::<Recurrence>().ok().and_then(|found| found.rule().cloned());
    let extra: Vec<Moment> = moments(rhythm::EXTRA);
    let start = record.text(rhythm::START).parse().ok().or_else(|| extra.iter().min().copied())?;
    Some(Series { rule, start, until: record.text(rhythm::UNTIL).parse().ok(), skip: moments(rhythm::SKIP), extra })
}

/// The next date of a rhythm from now on, as its rule has it.
#[must_use]
pub fn next(record: &Record, now: DateTime) -> Option<Moment> {
    let today = Moment::day(now.date());
    of(record)?
        .occurrences(today, Bounds::default())
        .find(|moment| moment.time.is_none() || *moment >= Moment::from(now))
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
