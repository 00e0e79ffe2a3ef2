//! The ways a spoken rhythm can be meant, each with its first day where the rule needs one, and what it would make of the
//! record. Knows no keys.

use super::spoken;
use crate::analysis::series::Almanac;
use crate::app::Context;
use crate::arrange::Arrange as _;
use crate::calendar::{
    Avoid, Bounds, Moment, Reading, Rule, Series, Unclear, anchors, show_short, speak, speak_avoid, speak_per_year,
};
use crate::i18n::fill;
use crate::landscape::{Field, Record, Value, rhythm, vocabulary};
use jiff::civil::Date;

/// How many of the next dates are shown.
const DATES: usize = 3;
/// Up to this hour it is night.
const NIGHT: i8 = 6;

/// One way to understand what was said.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub reading: Reading,
    /// The first day, which carries the hour.
    start: Option<Moment>,
    /// There are other first days to choose from.
    offered: bool,
}

/// All ways to understand a text, for a rhythm as far as it is known.
pub(super) fn of(record: &Record, text: &str, cx: &Context) -> Result<Vec<Way>, Unclear> {
    let held: Option<Moment> = record.text(rhythm::START).parse().ok();
    let today = cx.now.date();
    let readings = spoken::read(text.trim())?;
    let mut ways: Vec<Way> = readings.into_iter().flat_map(|reading| starts(reading, held, today)).collect();
    // Nobody meets at three in the morning: possible, but the last thing to offer.
    ways.arrange_by_key(|way| way.reading.time.is_some_and(|time| time.hour() < NIGHT));
    Ok(ways)
}

/// A reading with the first days it can have.
fn starts(reading: Reading, held: Option<Moment>, today: Date) -> Vec<Way> {
    let time = reading.time;
    let way = |date: Option<Date>, offered: bool, time| Way {
        reading: reading.clone(),
        start: date.map(|date| Moment { date, time }),
        offered,
    };
    let Some(rule) = rule_of(&reading) else { return vec![way(None, false, time)] };
    if let Some(date) = reading.start {
        return vec![way(Some(date), false, time)];
    }
    if let Some(held) = held {
        return vec![way(Some(held.date), false, time.or(held.time))];
    }
    if !reading.needs_anchor {
        let next = time.and_then(|_| first(rule, today));
        return vec![way(next, false, time)];
    }
    let firsts = anchors(rule, today);
    let several = firsts.len() > 1;
    let open = firsts.is_empty() || (several && time.is_none());
    let mut all: Vec<Way> = firsts.into_iter().map(|date| way(Some(date), several, time)).collect();
    if open {
        all.push(way(None, several, time));
    }
    all
}

fn rule_of(reading: &Reading) -> Option<&Rule> {
    reading.rhythm.as_ref()?.rule()
}

fn first(rule: &Rule, today: Date) -> Option<Date> {
    let series = Series::new(rule.clone(), Moment::day(today));
    series.occurrences(Moment::day(today), Bounds::default()).next().map(|at| at.date)
}

impl Way {
    /// Has it a rule that gives dates?
    pub(super) fn has_rule(&self) -> bool {
        rule_of(&self.reading).is_some()
    }

    /// Must the first day still be asked for?
    pub(super) fn asks(&self, record: &Record) -> bool {
        self.has_rule() && self.start.is_none() && record.text(rhythm::START).is_empty()
    }

    /// What it says of the record, field by field; the rule in any case, the others where they were said.
    pub(super) fn said(&self) -> Vec<(Field, Option<Value>)> {
        let reading = &self.reading;
        let rule = reading.rhythm.as_ref().and_then(|rhythm| Value::text(&rhythm.to_string()));
        let others = [
            (rhythm::PER_YEAR, reading.per_year.map(|(min, max)| Value::Range(min.into(), max.into()))),
            (rhythm::DURATION, reading.length.and_then(|length| Value::text(&length.to_string()))),
            (rhythm::AVOID, Value::set(reading.avoid.iter().map(|avoid| avoid.key()))),
            (rhythm::START, self.start.and_then(|start| Value::text(&start.to_string()))),
        ];
        let others = others.into_iter().filter(|(_, value)| value.is_some());
        std::iter::once((rhythm::RULE, rule)).chain(others).collect()
    }

    /// The record as it would be.
    fn applied(&self, record: &Record) -> Record {
        self.said().into_iter().fold(record.clone(), |record, (field, value)| record.with(field, value))
    }

    /// In words.
    pub(super) fn speak(&self, record: &Record, cx: &Context) -> String {
        joined(self.parts(record, cx))
    }

    /// What it says, in the order of [`joined`]: the rule, from when on where that is the question, the hour, how often,
    /// how long, what is kept clear of.
    fn parts(&self, record: &Record, cx: &Context) -> [String; 6] {
        let (reading, lang) = (&self.reading, cx.lang);
        let from = match (self.offered, self.start) {
            (true, Some(start)) => fill(cx.texts.spoken.from, &[&show_short(start.date, lang)]),
            (true, None) => cx.texts.spoken.from_when.to_owned(),
            _ => String::new(),
        };
        let time = reading.time.or(self.start.and_then(|start| start.time));
        let record = self.applied(record);
        let avoids = |avoid: &Avoid| record.texts(rhythm::AVOID).iter().any(|key| &**key == avoid.key());
        let avoid: Vec<Avoid> = [Avoid::PublicHolidays, Avoid::SchoolHolidays].into_iter().filter(avoids).collect();
        [
            reading.rhythm.as_ref().map_or_else(String::new, |rhythm| speak(rhythm, None, lang)),
            from,
            time.map_or_else(String::new, |time| time.strftime("%H:%M").to_string()),
            reading.per_year.map_or_else(String::new, |range| speak_per_year(range, lang)),
            reading.length.map_or_else(String::new, |length| length.speak(lang)),
            speak_avoid(&avoid, lang),
        ]
    }

    /// Its next dates.
    pub(super) fn next(&self, record: &Record, cx: &Context) -> String {
        let record = self.applied(record);
        if self.reading.needs_anchor && record.text(rhythm::START).is_empty() {
            let field = vocabulary::field_label("rhythm", "start", cx.lang);
            return fill(cx.texts.spoken.no_dates, &[field]);
        }
        let dates = Almanac::of(cx.data.store()).next(cx.data, &record, cx.now, DATES);
        dates.iter().map(|at| show_short(at.date, cx.lang)).collect::<Vec<_>>().join(", ")
    }
}

/// Each way in the words that tell it from the others.
pub(super) fn apart(ways: &[Way], record: &Record, cx: &Context) -> Vec<String> {
    let all: Vec<[String; 6]> = ways.iter().map(|way| way.parts(record, cx)).collect();
    let same = |at: usize| all.windows(2).all(|pair| matches!(pair, [a, b] if a.get(at) == b.get(at)));
    let common: Vec<bool> = (0..6).map(|at| at > 0 && same(at)).collect();
    let told = |parts: &[String; 6]| {
        let parts = parts.clone().into_iter().zip(&common);
        joined(parts.map(|(part, common)| if *common { String::new() } else { part }))
    };
    all.iter().map(told).collect()
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
