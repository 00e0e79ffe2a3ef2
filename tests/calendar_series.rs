//! Series: exceptions, ends, bounds; clock changes of Berlin; days that not every month or year has.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::time::{Duration, Instant};

use jiff::civil::{Date, date, time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use runde::calendar::{Bounds, Error, Moment, Rule, Series};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

fn series(rule: &str, start: &str) -> Series {
    Series::new(rule.parse().unwrap(), moment(start))
}

fn all(series: &Series, from: &str, until: &str) -> Vec<String> {
    let found = series.between(moment(from), moment(until), Bounds::default()).unwrap();
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn exceptions_and_extras() {
    let mut s = series("FREQ=WEEKLY;BYDAY=TU", "2026-12-01T14:00");
    s.skip = vec![moment("2026-12-15"), moment("2026-12-22T14:00"), moment("2026-12-29T09:00")];
    s.extra =
        vec![moment("2026-12-17"), moment("2026-12-08T14:00"), moment("2026-12-08T09:00"), moment("2026-12-17T14:00")];
    assert_eq!(
        all(&s, "2026-12-01", "2027-01-01"),
        ["2026-12-01T14:00", "2026-12-08T09:00", "2026-12-08T14:00", "2026-12-17T14:00", "2026-12-29T14:00"]
    );
    // half-open: a day as the end leaves that day out, a time leaves that time out
    assert_eq!(all(&s, "2026-12-08T10:00", "2026-12-29"), ["2026-12-08T14:00", "2026-12-17T14:00"]);
    assert_eq!(all(&s, "2026-12-29T14:00", "2026-12-29T14:01"), ["2026-12-29T14:00"]);
    assert_eq!(all(&s, "2026-12-29T13:00", "2026-12-29T14:00"), Vec::<String>::new());
}

#[test]
fn ends() {
    let mut s = series("FREQ=DAILY", "2026-12-01T14:00");
    s.until = Some(moment("2026-12-03"));
    s.extra = vec![moment("2026-12-24T10:00")];
    assert_eq!(
        all(&s, "2026-12-02", "2027-01-01"),
        ["2026-12-02T14:00", "2026-12-03T14:00", "2026-12-24T10:00"],
        "a day as the end includes it; an extra is beside the rule"
    );
    s.until = Some(moment("2026-12-03T13:59"));
    assert_eq!(all(&s, "2026-12-02", "2026-12-20"), ["2026-12-02T14:00"]);
    // the end in the rule and the end of the series: the earlier one counts
    let mut both = series("FREQ=DAILY;UNTIL=20261202", "2026-12-01T14:00");
    both.until = Some(moment("2026-12-31"));
    assert_eq!(all(&both, "2026-12-01", "2027-01-01").len(), 2);
    // what is skipped has been counted (RFC 5545: EXDATE takes out of the set that COUNT made)
    let mut counted = series("FREQ=DAILY;COUNT=3", "2026-12-01");
    counted.skip = vec![moment("2026-12-02")];
    assert_eq!(all(&counted, "2026-12-01", "2027-01-01"), ["2026-12-01", "2026-12-03"]);
}

#[test]
fn a_start_that_does_not_fit_is_no_occurrence() {
    let s = series("FREQ=MONTHLY;BYDAY=2TU;COUNT=2", "2026-12-01T14:00");
    assert_eq!(all(&s, "2026-01-01", "2027-06-01"), ["2026-12-08T14:00", "2027-01-12T14:00"]);
    let none = Series { rule: None, ..s };
    assert!(all(&none, "2026-01-01", "2027-06-01").is_empty());
}

#[test]
fn bounds_hold() {
    let s = series("FREQ=DAILY", "2000-01-01T14:00");
    let bounds = Bounds::default();
    assert_eq!(
        s.between(moment("2026-01-01"), moment("2031-01-02"), bounds),
        Err(Error::TooFar { until: moment("2031-01-02"), years: 5 })
    );
    assert_eq!(s.between(moment("2026-01-01"), moment("2031-01-01"), bounds).unwrap().len(), 5 * 365 + 1);
    let few = Bounds { occurrences: 31, ..bounds };
    assert!(s.between(moment("2026-01-01"), moment("2026-02-01"), few).is_ok());
    assert_eq!(s.between(moment("2026-01-01"), moment("2026-02-02"), few), Err(Error::TooMany { limit: 31 }));
    assert_eq!(s.occurrences(moment("2026-01-01"), bounds).count(), 5 * 365 + 2);
    assert_eq!(s.occurrences(moment("2026-01-01"), few).count(), 31);
    // before its start a series is looked at from the start on
    assert_eq!(s.occurrences(moment("1980-01-01"), bounds).next(), Some(moment("2000-01-01T14:00")));
}

#[test]
fn bombs_take_no_time() {
    let begin = Instant::now();
    for (rule, start, found) in [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "0001-01-01", 0),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", "0001-01-01", 0),
        ("FREQ=DAILY;COUNT=5000", "0001-01-01", 0),
        ("FREQ=DAILY;UNTIL=99991231", "9999-12-30", 2),
        ("FREQ=YEARLY;INTERVAL=1000", "0001-01-01", 0),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366,366", "1900-01-01", 0),
    ] {
        let rule: Rule = rule.parse().unwrap();
        let s = Series::new(rule, moment(start));
        let late = if start == "9999-12-30" { start } else { "2026-01-01" };
        assert_eq!(s.occurrences(moment(late), Bounds::default()).count(), found);
    }
    assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
}

#[test]
fn skipped_not_shifted() {
    let dates = |rule: &str, start: &str, n: usize| -> Vec<String> {
        let s = series(rule, start);
        s.occurrences(moment(start), Bounds { years: 20, occurrences: n }).map(|m| m.to_string()).collect()
    };
    assert_eq!(dates("FREQ=MONTHLY", "2027-01-31", 4), ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"]);
    assert_eq!(dates("FREQ=YEARLY", "2024-02-29", 3), ["2024-02-29", "2028-02-29", "2032-02-29"]);
    assert_eq!(dates("FREQ=MONTHLY;BYMONTHDAY=-31", "2027-01-01", 3), ["2027-01-01", "2027-03-01", "2027-05-01"]);
    assert_eq!(dates("FREQ=MONTHLY;BYDAY=5TU", "2026-12-01", 3), ["2026-12-29", "2027-03-30", "2027-06-29"]);
    assert_eq!(dates("FREQ=MONTHLY;BYMONTHDAY=29;BYMONTH=2", "2026-12-01", 2), ["2028-02-29", "2032-02-29"]);
    // over ISO week 53 of 2026 into 2027
    assert_eq!(
        dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "2026-12-14", 4),
        ["2026-12-14", "2026-12-20", "2026-12-28", "2027-01-03"]
    );
    assert_eq!(dates("FREQ=YEARLY;BYDAY=53TH", "2026-01-01", 2), ["2026-12-31", "2032-12-30"]);
}

/// The rule of the EU since 1996: 01:00 UTC on the last Sunday of March and October.
fn berlin_changes() -> Vec<(Date, bool)> {
    let last_sunday = |year, month| {
        Date::new(year, month, 31).unwrap().nth_weekday_of_month(-1, jiff::civil::Weekday::Sunday).unwrap()
    };
    (2000..=2050).flat_map(|y| [(last_sunday(y, 3), true), (last_sunday(y, 10), false)]).collect()
}

#[test]
fn wall_clock_through_all_berlin_clock_changes() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let changes = berlin_changes();
    assert_eq!(changes.len(), 102);
    for (day, spring) in changes {
        let (before, after) = if spring { (1, 2) } else { (2, 1) };
        for hour in 0..24 {
            let week_ago = day.saturating_sub(7.days());
            let start = Moment::at(week_ago, time(hour, 30, 0, 0));
            let s = Series::new("FREQ=WEEKLY;COUNT=3".parse().unwrap(), start);
            let local: Vec<_> = s.occurrences(start, Bounds::default()).collect();
            assert!(local.iter().all(|m| m.time == start.time) && local.len() == 3, "the wall clock is kept");
            let zoned: Vec<_> = local.iter().map(|m| m.to_zoned(&berlin).unwrap()).collect();
            assert_eq!(zoned[0].offset(), Offset::constant(before));
            assert_eq!(zoned[2].offset(), Offset::constant(after));
            let gap = spring && hour == 2;
            let shown = if gap { 3 } else { hour };
            assert_eq!((zoned[1].hour(), zoned[1].minute()), (shown, 30), "{day} {hour}: forward by the gap");
            // the hour that comes twice: the first of both, still summer time
            let offset = if hour < 2 || (!spring && hour == 2) { before } else { after };
            assert_eq!(zoned[1].offset(), Offset::constant(offset), "{day} {hour}");
            let instant: Timestamp = format!("{day}T01:00:00Z").parse().unwrap();
            assert_eq!(zoned[1].timestamp() < instant, hour < 2 || (!spring && hour == 2), "{day} {hour}");
        }
    }
}

#[test]
fn an_end_in_utc_is_put_into_the_zone() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let rule: Rule = "FREQ=DAILY;UNTIL=20260703T110000Z".parse().unwrap();
    let count = |rule: Rule, hour| {
        let start = Moment::at(date(2026, 7, 1), time(hour, 0, 0, 0));
        Series::new(rule, start).occurrences(start, Bounds::default()).count()
    };
    // 11:00 UTC is 13:00 in Berlin in July
    assert_eq!((count(rule.clone().localized(&berlin), 13), count(rule.clone().localized(&berlin), 14)), (3, 2));
    assert_eq!(rule.localized(&berlin).to_string(), "FREQ=DAILY;UNTIL=20260703T130000");
}
