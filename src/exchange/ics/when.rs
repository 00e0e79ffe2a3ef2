//! Ends and hours: what a rhythm's end, the end of its body and the end within its rule come to together, in the words
//! of the format. Knows no records.

use crate::calendar::{Bounds, End, Moment, Rule, Series, Until};
use jiff::civil::{Date, DateTime, time};
use jiff::tz::TimeZone;

/// How far a series is looked through for its first and last date.
pub(super) const WHOLE: Bounds = Bounds { years: 60, occurrences: 25_000 };

/// The rule with all its ends put into one, as a calendar can hold it: COUNT stays where nothing else ends the series,
/// all other ends become UNTIL, in UTC where the dates have hours. Nothing when the series ends before it begins.
pub(super) fn ended(series: &Series, rule: &Rule, last: Option<Date>, zone: &TimeZone) -> Option<Rule> {
    let timed = series.start.time.is_some();
    let last_moment = last.map(|day| day.to_datetime(time(23, 59, 59, 0)));
    let own = match rule.end() {
        End::Never => None,
        End::Count(_) if last.is_none() => return Some(rule.clone()),
        End::Count(_) => {
            let pure = Series { until: last.map(Moment::day), ..Series::new(rule.clone(), series.start) };
            let last = pure.occurrences(Moment::day(series.start.date), WHOLE).last()?;
            Some(last.date.to_datetime(last.time.unwrap_or(time(0, 0, 0, 0))))
        }
        End::Until(Until::Date(day)) => Some(day.to_datetime(time(23, 59, 59, 0))),
        End::Until(Until::Local(at) | Until::Utc(at)) => Some(at),
    };
    let end = [own, last_moment].into_iter().flatten().min();
    if end.is_some_and(|end| end < first_instant(series.start)) {
        return None;
    }
    let Some(end) = end else { return Some(rule.clone().ending(End::Never)) };
    let until = match (timed, in_utc(end, zone)) {
        (true, Some(utc)) => Until::Utc(utc),
        (true, None) => Until::Local(end),
        (false, _) => Until::Date(end.date()),
    };
    Some(rule.clone().ending(End::Until(until)))
}

/// The rule as people here would note it: an end at the last second of a day is that day.
pub(super) fn noted(rule: Rule, zone: &TimeZone) -> Rule {
    let rule = rule.localized(zone);
    match rule.end() {
        End::Until(Until::Local(at)) if at.time() == time(23, 59, 59, 0) => {
            rule.ending(End::Until(Until::Date(at.date())))
        }
        _ => rule,
    }
}

fn first_instant(at: Moment) -> DateTime {
    at.date.to_datetime(at.time.unwrap_or(time(0, 0, 0, 0)))
}

fn in_utc(at: DateTime, zone: &TimeZone) -> Option<DateTime> {
    let there = at.to_zoned(zone.clone()).ok()?;
    Some(there.with_time_zone(TimeZone::UTC).datetime())
}
