//! Days: the n-th weekday of a month, holidays, how a moment is written.

use super::text::{LANDSCAPE, cell, lines};
use crate::records::Holiday;
use anyhow::{Context, Result, bail};
use jiff::civil::{Date, Time, Weekday, date};

/// The first day of the year of meetings.
pub(super) const BEGIN: Date = date(2025, 11, 24);
/// Nothing is planned after this day.
pub(super) const END: Date = date(2027, 5, 31);

/// Public holidays in the time of the demo, movable ones included.
const PUBLIC: [Date; 18] = [
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2026, 1, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 1),
    date(2026, 5, 14),
    date(2026, 5, 25),
    date(2026, 10, 3),
    date(2026, 10, 31),
    date(2026, 11, 18),
    date(2026, 12, 25),
    date(2026, 12, 26),
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 29),
    date(2027, 5, 6),
    date(2027, 5, 17),
];

/// Is it a public holiday?
pub(super) fn is_public_holiday(day: Date) -> bool {
    PUBLIC.contains(&day)
}

/// The school holidays of the tables.
pub(super) fn school_holidays() -> Vec<Holiday> {
    lines(LANDSCAPE)
        .filter(|line| line.starts_with("H "))
        .map(|line| Holiday {
            name: cell(line, ' ', 1).to_owned(),
            from: cell(line, ' ', 2).to_owned(),
            until: cell(line, ' ', 3).to_owned(),
            source: "Beispieldaten, nicht amtlich".to_owned(),
        })
        .collect()
}

/// Does the day lie in school holidays? ISO dates compare as text.
pub(super) fn is_school_holiday(day: Date, holidays: &[Holiday]) -> bool {
    let day = day.to_string();
    holidays.iter().any(|holiday| holiday.from <= day && day <= holiday.until)
}

/// `2TU`: the second Tuesday of that month.
pub(super) fn nth_weekday(year: i16, month: i8, nth: &str) -> Result<Date> {
    let (number, name) = nth.split_at_checked(1).context("a weekday wants a number in front")?;
    Ok(Date::new(year, month, 1)?.nth_weekday_of_month(number.parse()?, weekday(name)?)?)
}

/// `TU`, as in RFC 5545.
pub(super) fn weekday(name: &str) -> Result<Weekday> {
    Ok(match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        other => bail!("no weekday `{other}`"),
    })
}

/// `2026-11-23T14:00`, or the date alone when the hour is not known.
pub(super) fn moment(day: Date, time: Option<Time>) -> String {
    time.map_or_else(|| day.to_string(), |time| format!("{day}T{:02}:{:02}", time.hour(), time.minute()))
}
