//! Dates, times and lengths as people type them, in German or English: `8.12.`, `heute`, `+3d`, `Di`, `14.30 Uhr`,
//! `90 min`. Today is told, never asked for.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::phrase::clock;
use super::phrase::lexicon::{Unit, cardinal, month, unit, weekday};
use super::phrase::token::{Scan, tokens};
use super::{Error, Expected, Length, Moment, PartialDate, Result};

/// Reads a day. Without a year the next such day is meant, today included; the name of a weekday means the next one after
/// today, and beside a date it has to be the right one.
///
/// # Errors
/// [`Error::Unexpected`] with the place of what does not fit.
pub fn read_date(text: &str, today: Date) -> Result<Date> {
    whole(text, Expected::Day, |scan| day(scan, today))
}

/// Reads a time of day: `14`, `14:30`, `14.30 Uhr`, `2pm`, `halb drei` (in the morning: a field knows no better).
///
/// # Errors
/// [`Error::Unexpected`] with the place of what does not fit.
pub fn read_time(text: &str) -> Result<Time> {
    whole(text, Expected::Time, |scan| {
        scan.eat(&["um", "at"]);
        clock::typed(scan)
    })
}

/// Reads a day with or without a time of day: `8.12. 14:30`, `morgen 14 Uhr`, `2026-12-08T14:30`.
///
/// # Errors
/// [`Error::Unexpected`] with the place of what does not fit.
pub fn read_moment(text: &str, today: Date) -> Result<Moment> {
    whole(text, Expected::Day, |scan| {
        let date = day(scan, today)?;
        let time = scan.attempt(|s| {
            s.eat_sign(',');
            s.eat(&["um", "at", "t"]);
            clock::typed(s)
        });
        Some(Moment { date, time })
    })
}

/// Reads a length of time: `2h`, `90 min`, `1:30`, `1,5 Stunden`, `PT1H30M`; a bare number from 10 on counts minutes.
///
/// # Errors
/// [`Error::Unexpected`] with the place of what does not fit.
pub fn read_length(text: &str) -> Result<Length> {
    if let Ok(length) = text.trim().to_ascii_uppercase().parse() {
        return Ok(length);
    }
    whole(text, Expected::Duration, |scan| {
        scan.attempt(hours_and_minutes).or_else(|| clock::length(scan)).or_else(|| scan.attempt(bare_minutes))
    })
}

/// Reads a day, a month (`2026-05`, `05.2026`, `Mai 2026`) or a year.
///
/// # Errors
/// [`Error::Unexpected`] with the place of what does not fit.
pub fn read_partial(text: &str, today: Date) -> Result<PartialDate> {
    whole(text, Expected::Partial, |scan| {
        scan.attempt(month_or_year).or_else(|| day(scan, today).map(PartialDate::Day))
    })
}

/// Runs a reader over the whole text.
fn whole<T>(text: &str, expected: Expected, read: impl FnOnce(&mut Scan<'_>) -> Option<T>) -> Result<T> {
    let fault = |at: usize| Error::unexpected(at, text.get(at..).unwrap_or_default(), expected);
    if text.len() > 200 {
        return Err(Error::unexpected(0, text, Expected::Length(200)));
    }
    let tokens = tokens(text, 0);
    let mut scan = Scan::new(&tokens);
    let found = read(&mut scan);
    match (found, scan.at()) {
        (Some(found), None) => Ok(found),
        (_, at) => Err(fault(at.unwrap_or(text.len()))),
    }
}

/// `1:30`.
fn hours_and_minutes(scan: &mut Scan<'_>) -> Option<Length> {
    let (hours, minutes) = (scan.number(0)?, scan.number(2).filter(|m| scan.digits(2) == 2 && *m < 60)?);
    let colon = scan.sign(1) == Some(':');
    scan.skip(3);
    scan.eat(&["h", "std"]);
    colon.then(|| Length::of_minutes(hours.checked_mul(60)?.checked_add(minutes)?)).flatten()
}

fn bare_minutes(scan: &mut Scan<'_>) -> Option<Length> {
    let minutes = scan.number(0).filter(|n| *n >= 10)?;
    scan.skip(1);
    Length::of_minutes(minutes)
}

/// A month or a year, and nothing after it.
fn month_or_year(scan: &mut Scan<'_>) -> Option<PartialDate> {
    let year = |s: &Scan<'_>, ahead| i16::try_from(s.number(ahead)?).ok().filter(|_| s.digits(ahead) == 4);
    let small = |s: &Scan<'_>, ahead| i8::try_from(s.number(ahead)?).ok().filter(|m| (1..=12).contains(m));
    let found = if let Some(number) = scan.take(month) {
        scan.eat_sign('.');
        let found = PartialDate::Month(year(scan, 0)?, number);
        scan.skip(1);
        found
    } else if scan.sign(1) == Some('-') && scan.digits(0) == 4 {
        let found = PartialDate::Month(year(scan, 0)?, small(scan, 2)?);
        scan.skip(3);
        found
    } else if matches!(scan.sign(1), Some('.' | '/')) {
        let found = PartialDate::Month(year(scan, 2)?, small(scan, 0)?);
        scan.skip(3);
        found
    } else {
        let found = PartialDate::Year(year(scan, 0)?);
        scan.skip(1);
        found
    };
    scan.at().is_none().then_some(found)
}

/// A day in any of its forms.
fn day(scan: &mut Scan<'_>, today: Date) -> Option<Date> {
    if let Some(found) = scan.attempt(|s| relative(s, today)) {
        return Some(found);
    }
    let named = scan.attempt(|s| {
        s.eat(&["am", "on", "naechsten", "naechster", "next", "kommenden"]);
        let named = s.take(weekday)?;
        s.eat_sign('.');
        s.eat_sign(',');
        s.eat(&["den", "der", "the"]);
        Some(named)
    });
    let fits = |d: &Date| named.is_none_or(|w| d.weekday() == w);
    let date = |s: &mut Scan<'_>| {
        iso(s).or_else(|| s.attempt(|s| dotted(s, today))).or_else(|| s.attempt(|s| worded(s, today)))
    };
    match scan.attempt(date) {
        Some(date) => Some(date).filter(fits),
        None => today.nth_weekday(1, named?).ok(),
    }
}

/// `heute`, `übermorgen`, `+3d`, `in 2 Wochen`, `3 days ago`.
fn relative(scan: &mut Scan<'_>, today: Date) -> Option<Date> {
    let word = scan.take(|w| {
        Some(match w {
            "heute" | "today" => 0,
            "morgen" | "tomorrow" => 1,
            "uebermorgen" => 2,
            "gestern" | "yesterday" => -1,
            "vorgestern" => -2,
            _ => return None,
        })
    });
    if let Some(days) = word {
        return today.checked_add(days.days()).ok();
    }
    let ahead = scan.eat_sign('+') || scan.eat(&["in"]);
    let back = !ahead && (scan.eat_sign('-') || scan.eat(&["vor"]));
    let n = match scan.number(0) {
        Some(n) => {
            scan.skip(1);
            i64::from(n)
        }
        None => scan.take(cardinal)?.into(),
    };
    let unit = scan.take(|w| {
        unit(w).or(match w {
            "d" | "t" => Some(Unit::Day),
            "w" => Some(Unit::Week),
            "m" => Some(Unit::Month),
            "y" | "j" => Some(Unit::Year),
            _ => None,
        })
    })?;
    let back = back || !ahead && scan.eat(&["ago"]);
    let n = if back { -n } else { n };
    let length = match unit {
        Unit::Day => jiff::Span::new().try_days(n),
        Unit::Week => jiff::Span::new().try_weeks(n),
        Unit::Month => jiff::Span::new().try_months(n),
        Unit::Year => jiff::Span::new().try_years(n),
        Unit::Quarter | Unit::HalfYear | Unit::Term => return None,
    };
    (ahead || back).then(|| today.checked_add(length.ok()?).ok()).flatten().filter(|d| (0..=9999).contains(&d.year()))
}

/// `2026-12-08`.
fn iso(scan: &mut Scan<'_>) -> Option<Date> {
    scan.attempt(|s| {
        let dashes = s.sign(1) == Some('-') && s.sign(3) == Some('-') && s.digits(0) == 4;
        let (year, month, day) = (s.number(0)?, s.number(2)?, s.number(4)?);
        s.skip(5);
        dashes
            .then(|| Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())
            .flatten()
    })
}

/// `8.12.2026`, `8.12.26`, `8.12.`, `8.12`.
fn dotted(scan: &mut Scan<'_>, today: Date) -> Option<Date> {
    let (day, month) = (scan.number(0)?, scan.number(2)?);
    if scan.sign(1) != Some('.') || scan.digits(0) > 2 || scan.digits(2) > 2 {
        return None;
    }
    scan.skip(3);
    let dot = scan.eat_sign('.');
    let year = if dot && !(scan.digits(0) < 3 && scan.sign(1) == Some(':')) { year(scan) } else { None };
    in_year(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?, today)
}

/// A year of four digits, or of two: 00 to 69 are after 2000.
fn year(scan: &mut Scan<'_>) -> Option<i16> {
    let n = i16::try_from(scan.number(0)?).ok()?;
    let year = match scan.digits(0) {
        4 => n,
        2 if scan.glued(0) && n < 70 => n + 2000,
        2 if scan.glued(0) => n + 1900,
        _ => return None,
    };
    scan.skip(1);
    Some(year)
}

/// `8. Dezember 2026`, `8 Dec`, `December 8, 2026`.
fn worded(scan: &mut Scan<'_>, today: Date) -> Option<Date> {
    let day_of = |s: &mut Scan<'_>| {
        let n = i8::try_from(s.number(0).filter(|_| s.digits(0) < 3)?).ok()?;
        s.skip(1);
        s.eat_sign('.');
        s.eat(&["st", "nd", "rd", "th"]);
        Some(n)
    };
    let month_of = |s: &mut Scan<'_>| {
        let month = s.take(month)?;
        s.eat_sign('.');
        Some(month)
    };
    let before = scan.attempt(day_of);
    let month = month_of(scan)?;
    let day = match before {
        Some(day) => day,
        None => day_of(scan)?,
    };
    let year = scan.attempt(|s| {
        s.eat_sign(',');
        year(s).filter(|_| s.pos() > 0)
    });
    in_year(year, month, day, today)
}

/// The day in that year, or without one the next such day from today on.
fn in_year(year: Option<i16>, month: i8, day: i8, today: Date) -> Option<Date> {
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        // two 29ths of February may lie eight years apart
        None => (0..=8).filter_map(|n| Date::new(today.year().checked_add(n)?, month, day).ok()).find(|d| *d >= today),
    }
}
