//! Which days: weekdays, "2. Dienstag", "letzter Werktag", "am 15.", months, and dates for the beginning and the end.

use jiff::civil::{Date, Weekday};

use super::lexicon::{each, month, ordinal, part_of_day, unit, weekday, weekday_and_part};
use super::token::Scan;
use crate::calendar::rule::WORK_DAYS;

/// What an ordinal counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Nth {
    /// A weekday.
    Weekday(Vec<i8>, Weekday),
    /// A day from Monday to Friday.
    Working(Vec<i8>),
    /// A day of the month.
    Date(Vec<i8>),
}

/// "1. und 3. Montag", "letzter Werktag", "on the 15th", "last day".
pub(super) fn nth(scan: &mut Scan<'_>) -> Option<Nth> {
    scan.attempt(|s| {
        let mut ordinals = vec![one_ordinal(s)?];
        while let Some(next) = s.attempt(|s| {
            let joined = separators(s);
            s.eat(&["den", "the", "am", "on"]);
            one_ordinal(s).filter(|_| joined)
        }) {
            ordinals.push(next);
        }
        if let Some((weekday, _)) = s.attempt(one_weekday) {
            return Some(Nth::Weekday(ordinals, weekday));
        }
        if working_day(s) {
            return Some(Nth::Working(ordinals));
        }
        if s.eat(&["tag", "tage", "day", "days", "kalendertag"]) {
            return Some(Nth::Date(ordinals));
        }
        // "jede zweite Woche" is an interval, "der letzte" alone is nothing
        (unit(s.word(0)).is_none() && ordinals.iter().all(|n| *n > 0)).then_some(Nth::Date(ordinals))
    })
}

/// "und", ",", "/", "&", "+" between things of a list.
fn separators(scan: &mut Scan<'_>) -> bool {
    let sign = [',', '/', '&', '+'].into_iter().any(|c| scan.eat_sign(c));
    scan.eat(&["und", "and", "sowie", "oder", "or"]) || sign
}

/// "2.", "2nd", "zweiter", "vorletzten", "second-to-last"; within a list also "1" before "/3." or "und 3.".
fn one_ordinal(scan: &mut Scan<'_>) -> Option<i8> {
    for (words, n) in [
        ("second to last", -2),
        ("second last", -2),
        ("next to last", -2),
        ("third to last", -3),
        ("third last", -3),
        ("fourth to last", -4),
        ("fifth to last", -5),
    ] {
        if scan.eat_all(words) {
            return Some(n);
        }
    }
    let Some(n) = scan.number(0) else { return scan.take(ordinal) };
    let n = i8::try_from(n).ok().filter(|n| (1..=53).contains(n))?;
    if scan.glued(1) && matches!(scan.word(1), "st" | "nd" | "rd" | "th") {
        scan.skip(2);
        return Some(n);
    }
    // a dot after the number; not the one of "9.30" or "31.12."
    let dot = scan.sign(1) == Some('.') && scan.glued(1) && !(scan.glued(2) && scan.digits(2) > 0);
    if dot {
        scan.skip(2);
        return Some(n);
    }
    let mut ahead = scan.clone();
    ahead.skip(1);
    let listed =
        separators(&mut ahead) && ahead.number(0).is_some() && ahead.sign(1) == Some('.') && ahead.digits(2) == 0;
    if listed {
        scan.skip(1);
    }
    listed.then_some(n)
}

/// "Werktag", "working day", "business day", "weekday".
fn working_day(scan: &mut Scan<'_>) -> bool {
    scan.eat(&[
        "werktag",
        "werktage",
        "werktags",
        "arbeitstag",
        "arbeitstage",
        "weekday",
        "weekdays",
        "workday",
        "workdays",
    ]) || scan.eat_all("working day")
        || scan.eat_all("working days")
        || scan.eat_all("business day")
        || scan.eat_all("business days")
}

/// A weekday, with the part of the day that was said with it.
fn one_weekday(scan: &mut Scan<'_>) -> Option<(Weekday, Option<bool>)> {
    let (day, part) = match scan.take(weekday_and_part) {
        Some((day, before_noon)) => (day, Some(before_noon)),
        None => (scan.take(weekday)?, None),
    };
    if scan.sign(0) == Some('.') && scan.glued(0) {
        scan.skip(1);
    }
    let part = part.or_else(|| if matches!(scan.word(0), "am" | "pm") { None } else { scan.take(part_of_day) });
    Some((day, part))
}

/// "dienstags und donnerstags", "Mo–Fr", "every weekday".
pub(super) fn weekdays(scan: &mut Scan<'_>) -> Option<(Vec<Weekday>, Option<bool>)> {
    scan.attempt(|s| {
        s.take(|w| each(w).then_some(()));
        if working_day(s) || s.eat(&["wochentags"]) {
            return Some((WORK_DAYS.to_vec(), None));
        }
        let (first, mut part) = one_weekday(s)?;
        if let Some(last) = s.attempt(|s| {
            let to = s.eat_sign('-') || s.eat(&["bis", "to", "through"]);
            to.then(|| one_weekday(s)).flatten()
        }) {
            let days = std::iter::successors(Some(first), |d| Some(d.next()).filter(|_| *d != last.0));
            return Some((days.take(7).collect(), part.or(last.1)));
        }
        let mut days = vec![first];
        while let Some((day, later)) = s.attempt(|s| {
            separators(s);
            s.take(|w| each(w).then_some(()));
            one_weekday(s)
        }) {
            days.push(day);
            part = part.or(later);
        }
        Some((days, part))
    })
}

/// "Mai und November", "Oktober bis März"; also whether "nur" stood before them.
pub(super) fn months(scan: &mut Scan<'_>) -> Option<(Vec<i8>, bool)> {
    scan.attempt(|s| {
        let only = s.eat(&["nur", "only"]);
        s.eat(&["im", "in"]);
        s.take(|w| each(w).then_some(()));
        let first = one_month(s)?;
        if let Some(last) =
            s.attempt(|s| (s.eat_sign('-') || s.eat(&["bis", "to", "through"])).then(|| one_month(s)).flatten())
        {
            let months = std::iter::successors(Some(first), |m| (*m != last).then_some(m % 12 + 1));
            return Some((months.take(12).collect(), only));
        }
        let mut months = vec![first];
        while let Some(next) = s.attempt(|s| {
            let joined = separators(s);
            s.eat(&["im", "in"]);
            one_month(s).filter(|_| joined)
        }) {
            months.push(next);
        }
        Some((months, only))
    })
}

fn one_month(scan: &mut Scan<'_>) -> Option<i8> {
    let found = scan.take(month)?;
    if scan.sign(0) == Some('.') && scan.glued(0) {
        scan.skip(1);
    }
    Some(found)
}

/// "3 October", "October 3rd": the day and the month of every year.
pub(super) fn day_and_month(scan: &mut Scan<'_>) -> Option<(i8, i8)> {
    let valid = |n: u32| i8::try_from(n).ok().filter(|n| (1..=31).contains(n));
    scan.attempt(|s| {
        if let Some(day) = s.number(0).and_then(valid) {
            s.skip(1);
            return Some((day, one_month(s)?));
        }
        let month = one_month(s)?;
        let day = s.number(0).and_then(valid)?;
        let marked = s.glued(1) && matches!(s.word(1), "st" | "nd" | "rd" | "th");
        s.skip(2);
        marked.then_some((day, month))
    })
}

/// A date with its year: `31.12.2026`, `2026-12-31`, "31. Dezember 2026", "Ende 2026"; of a month or a year the last day
/// (or the first, for a beginning).
pub(super) fn date(scan: &mut Scan<'_>, last: bool) -> Option<Date> {
    let year = |n: u32, digits: usize| match digits {
        4 => i16::try_from(n).ok().filter(|y| (1900..=2200).contains(y)),
        2 => i16::try_from(n + 2000).ok(),
        _ => None,
    };
    let small = |n: u32| i8::try_from(n).ok();
    let whole = |first: Date, end: Date| if last { end } else { first };
    scan.attempt(|s| {
        s.eat(&["zum", "dem", "the"]);
        let ending = s.eat(&["ende", "end"]);
        s.eat(&["of", "des", "jahres"]);
        if s.digits(0) == 4 && s.sign(1) == Some('-') && s.sign(3) == Some('-') {
            let found = Date::new(year(s.number(0)?, 4)?, small(s.number(2)?)?, small(s.number(4)?)?).ok()?;
            s.skip(5);
            return Some(found);
        }
        if s.sign(1) == Some('.') && s.sign(3) == Some('.') && s.glued(4) {
            let found = Date::new(year(s.number(4)?, s.digits(4))?, small(s.number(2)?)?, small(s.number(0)?)?).ok()?;
            s.skip(5);
            return Some(found);
        }
        let day = s.attempt(|s| {
            let n = small(s.number(0).filter(|_| s.digits(0) < 3)?)?;
            s.skip(1);
            let _ = s.eat_sign('.') || s.eat(&["st", "nd", "rd", "th"]);
            month(s.word(0)).map(|_| n)
        });
        let month = s.attempt(one_month);
        let after = s.attempt(|s| {
            let n = small(s.number(0).filter(|_| month.is_some() && day.is_none() && s.digits(0) < 3)?)?;
            s.skip(1);
            s.eat(&["st", "nd", "rd", "th"]);
            s.eat_sign(',').then_some(n)
        });
        let number = year(s.number(0)?, s.digits(0)).filter(|_| s.digits(0) == 4)?;
        s.skip(1);
        let first = Date::new(number, month.unwrap_or(1), day.or(after).unwrap_or(1)).ok()?;
        match (day.or(after), month) {
            (Some(_), Some(_)) => Some(first),
            (None, Some(_)) => Some(whole(first, first.last_of_month())),
            _ => Some(whole(first, first.last_of_year())).filter(|_| last || !ending),
        }
    })
}
