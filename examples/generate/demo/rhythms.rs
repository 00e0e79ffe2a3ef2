//! Rhythms: from `m3 2TU` to a rule (RFC 5545) and to the days it names; spoken ones to likely days.

use super::TODAY;
use super::calendar::{BEGIN, END, is_public_holiday, is_school_holiday, nth_weekday, school_holidays, weekday};
use super::names::Names;
use super::text::{Block, RHYTHMS, cell, lines};
use crate::records::{Rhythm, set};
use crate::rng::Rng;
use anyhow::{Context, Result, bail};
use jiff::{
    ToSpan,
    civil::{Date, Time, date},
};

/// A rhythm and the days on which it would meet.
pub(super) struct Plan {
    pub(super) network: &'static str,
    pub(super) record: Rhythm,
    /// False for meetings nobody wrote a rhythm down for.
    pub(super) recorded: bool,
    /// Does a rule name the days?
    pub(super) ruled: bool,
    pub(super) days: Vec<Date>,
    pub(super) time: Option<Time>,
    pub(super) minutes: i64,
}

/// All rhythms: one line each in the networks, the others in a table of their own.
pub(super) fn plans(names: &mut Names, blocks: &[Block]) -> Result<Vec<Plan>> {
    let mut plans = Vec::new();
    for block in blocks {
        for line in block.all("rh") {
            plans.push(plan(names, block, "", line, true)?);
        }
        for line in block.all("mt") {
            plans.push(plan(names, block, "", line, false)?);
        }
    }
    for line in lines(RHYTHMS) {
        let handle = cell(line, '|', 0);
        let block = blocks.iter().find(|block| block.handle == handle).with_context(|| format!("no `{handle}`"))?;
        plans.push(plan(names, block, cell(line, '|', 1), cell(line, '|', 2), true)?);
    }
    Ok(plans)
}

fn plan(names: &mut Names, block: &Block, name: &'static str, line: &'static str, recorded: bool) -> Result<Plan> {
    let mut rng = Rng::of(&["rhythm", block.handle, name]);
    let part = |place| cell(line, ';', place);
    let pattern = Pattern::read(part(0))?;
    let days = pattern.days(block, part(5), &mut rng)?;
    let time: Option<Time> = part(1).parse().ok();
    let minutes: i64 = part(2).parse().unwrap_or(0);
    let ruled = matches!(pattern, Pattern::Weekly(..) | Pattern::Monthly { .. } | Pattern::Yearly(..));
    let start = days.first().filter(|_| ruled).map(|day| super::calendar::moment(*day, time)).unwrap_or_default();
    let per_year = pattern.per_year()?;
    let term = block.one("li").split_whitespace().nth(4).unwrap_or("");
    let record = Rhythm {
        id: names.ids.record("r", &[block.handle, name]),
        network: names.network(block.handle)?,
        name: name.to_owned(),
        rule: pattern.rule(),
        per_year,
        start,
        duration: duration(minutes),
        place: part(3).to_owned(),
        mode: part(4).to_owned(),
        avoid: set(part(5).split_whitespace()),
        until: if ruled { term.to_owned() } else { String::new() },
        ..Rhythm::default()
    };
    Ok(Plan { network: block.handle, record, recorded, ruled, days, time, minutes })
}

/// ISO 8601: `PT2H`, `PT1H30M`, `PT45M`.
pub(crate) fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => String::new(),
        (0, rest) => format!("PT{rest}M"),
        (hours, 0) => format!("PT{hours}H"),
        (hours, rest) => format!("PT{hours}H{rest}M"),
    }
}

enum Pattern {
    /// Every so many weeks on a weekday.
    Weekly(i32, &'static str),
    /// Every so many months on the n-th weekday, beginning in a month if said.
    Monthly {
        every: i8,
        begin: Option<i8>,
        day: &'static str,
    },
    /// In these months on the n-th weekday.
    Yearly(&'static str, &'static str),
    /// As needed, or each school term: so many times a year.
    Spoken(&'static str, &'static str),
    Unknown,
}

impl Pattern {
    fn read(text: &'static str) -> Result<Self> {
        let (front, day) = text.split_once(' ').unwrap_or((text, ""));
        Ok(match front {
            "need" => Pattern::Spoken("as_needed", day),
            "term" => Pattern::Spoken("school_term", day),
            "unk" => Pattern::Unknown,
            _ => {
                if let Some(months) = front.strip_prefix("ym").or_else(|| front.strip_prefix('y')) {
                    Pattern::Yearly(months, day)
                } else if let Some(weeks) = front.strip_prefix('w') {
                    Pattern::Weekly(weeks.parse()?, day)
                } else if let Some(months) = front.strip_prefix('m') {
                    let (every, begin) = months.split_once('@').unwrap_or((months, ""));
                    Pattern::Monthly { every: every.parse()?, begin: begin.parse().ok(), day }
                } else {
                    bail!("no rhythm `{text}`")
                }
            }
        })
    }

    fn rule(&self) -> String {
        match self {
            Pattern::Weekly(1, day) => format!("FREQ=WEEKLY;BYDAY={day}"),
            Pattern::Weekly(weeks, day) => format!("FREQ=WEEKLY;INTERVAL={weeks};BYDAY={day}"),
            Pattern::Monthly { every: 1, day, .. } => format!("FREQ=MONTHLY;BYDAY={day}"),
            Pattern::Monthly { every, day, .. } => format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={day}"),
            Pattern::Yearly(months, day) => format!("FREQ=YEARLY;BYMONTH={months};BYDAY={day}"),
            Pattern::Spoken(word, _) => (*word).to_owned(),
            Pattern::Unknown => "unknown".to_owned(),
        }
    }

    fn per_year(&self) -> Result<Vec<u8>> {
        let Pattern::Spoken(_, range) = self else { return Ok(Vec::new()) };
        range.split('-').map(|number| Ok(number.parse()?)).collect()
    }

    fn days(&self, block: &Block, avoid: &str, rng: &mut Rng) -> Result<Vec<Date>> {
        if block.part("li", 0).starts_with("dormant") {
            return asleep(self);
        }
        match self {
            Pattern::Weekly(weeks, day) => {
                let first = BEGIN.checked_sub(1.day())?.nth_weekday(1, weekday(day)?)?;
                best(i64::from(*weeks), i64::from(*weeks) * 7, avoid, rng, |late| {
                    repeat(first.checked_add(late.weeks())?, |day| Ok(day.checked_add((*weeks).weeks())?))
                })
            }
            Pattern::Monthly { every, begin: Some(begin), day } => {
                monthly(Date::new(if *begin >= 11 { 2025 } else { 2026 }, *begin, 1)?, *every, day)
            }
            Pattern::Monthly { every, begin: None, day } => {
                best(i64::from(*every), i64::from(*every) * 30, avoid, rng, |late| {
                    monthly(date(2025, 12, 1).checked_add(late.months())?, *every, day)
                })
            }
            Pattern::Yearly(months, day) => yearly(months, day),
            Pattern::Spoken("school_term", _) => [(2026, 3), (2026, 10), (2027, 3)]
                .into_iter()
                .map(|(year, month)| nth_weekday(year, month, rng.pick(&["1TU", "1WE", "2TH", "1TH"]).unwrap_or("1TU")))
                .collect(),
            Pattern::Spoken(..) | Pattern::Unknown => spread(self, rng),
        }
    }
}

/// Of all possible beginnings the one whose days fall least into holidays and that met not long ago.
fn best(
    beginnings: i64,
    apart: i64,
    avoid: &str,
    rng: &mut Rng,
    days: impl Fn(i64) -> Result<Vec<Date>>,
) -> Result<Vec<Date>> {
    let holidays = if avoid.contains("school") { school_holidays() } else { Vec::new() };
    let mut late: Vec<i64> = (0..beginnings).collect();
    rng.shuffle(&mut late);
    let mut found: Option<(i64, Vec<Date>)> = None;
    for late in late {
        let days = days(late)?;
        let met = |day: &&Date| !is_public_holiday(**day) && !is_school_holiday(**day, &holidays);
        let last = days.iter().filter(met).rfind(|day| **day <= TODAY).copied().unwrap_or(BEGIN);
        let long_ago = i64::from((TODAY - last).get_days()) * 10 > apart * 13;
        let missed = i64::try_from(days.iter().filter(|day| !met(day)).count())? + if long_ago { 100 } else { 0 };
        if found.as_ref().is_none_or(|best| missed < best.0) {
            found = Some((missed, days));
        }
    }
    Ok(found.map(|best| best.1).unwrap_or_default())
}

fn monthly(first: Date, every: i8, day: &str) -> Result<Vec<Date>> {
    let months = repeat(first, |month| Ok(month.checked_add(i64::from(every).months())?))?;
    months.into_iter().map(|month| nth_weekday(month.year(), month.month(), day)).collect()
}

fn repeat(first: Date, next: impl Fn(Date) -> Result<Date>) -> Result<Vec<Date>> {
    let mut days = Vec::new();
    let mut day = first;
    while day <= END {
        days.push(day);
        day = next(day)?;
    }
    Ok(days)
}

fn yearly(months: &str, day: &str) -> Result<Vec<Date>> {
    let mut days = Vec::new();
    for year in 2025..=2027 {
        for month in months.split(',') {
            days.push(nth_weekday(year, month.parse()?, day)?);
        }
    }
    days.retain(|day| (BEGIN..=END).contains(day));
    Ok(days)
}

/// A body that fell asleep in spring 2025.
fn asleep(pattern: &Pattern) -> Result<Vec<Date>> {
    let Pattern::Monthly { every, day, .. } = pattern else { return Ok(Vec::new()) };
    let mut days = Vec::new();
    let mut month = date(2024, 7, 1);
    while month < date(2025, 5, 1) {
        days.push(nth_weekday(month.year(), month.month(), day)?);
        month = month.checked_add(i64::from(*every).months())?;
    }
    Ok(days)
}

/// As often as said, on some Tuesday, Wednesday or Thursday.
fn spread(pattern: &Pattern, rng: &mut Rng) -> Result<Vec<Date>> {
    let times = i64::from(pattern.per_year()?.last().copied().unwrap_or(2));
    let mut days = Vec::new();
    for number in 0..times {
        let late = number * 365 / times + 20 + i64::try_from(rng.below(60))?;
        let name = rng.pick(&["TU", "WE", "TH"]).unwrap_or("TU");
        days.push(BEGIN.checked_add(late.days())?.nth_weekday(1, weekday(name)?)?);
    }
    days.retain(|day| *day <= TODAY);
    Ok(days)
}
