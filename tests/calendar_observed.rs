//! What observed dates show, and where they must not mislead.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date, time};
use proptest::prelude::*;
use runde::calendar::{Bounds, Held, Length, Moment, Observed, Rule, Series, observe};

const TODAY: Date = date(2026, 11, 23);

fn held(text: &str) -> Vec<Held> {
    text.split_whitespace().map(|t| t.parse::<Moment>().unwrap().into()).collect()
}

fn seen(text: &str) -> Observed {
    observe(&held(text), TODAY, None).unwrap()
}

/// The occurrences of a rule before today, without those a filter drops.
fn by_rule(rule: &str, start: &str, keep: impl Fn(&Moment) -> bool) -> Vec<Held> {
    let start: Moment = start.parse().unwrap();
    let series = Series::new(rule.parse().unwrap(), start);
    let all = series.between(start, TODAY.into(), Bounds::default()).unwrap();
    all.into_iter().filter(keep).map(Held::from).collect()
}

fn proposed(seen: &Observed) -> (String, usize, usize) {
    let p = seen.proposal.as_ref().expect("a proposal");
    (p.rule.to_string(), p.fits, p.of)
}

#[test]
fn nothing_without_a_meeting() {
    assert_eq!(observe(&[], TODAY, Some(30.0)), None);
    assert_eq!(observe(&held("2026-12-01 2028-01-01"), TODAY, Some(30.0)), None);
}

#[test]
fn one_or_two_meetings() {
    let one = seen("2026-09-01");
    assert_eq!((one.meetings, one.median_gap_days, one.per_year, one.overdue), (1, None, None, false));
    // 83 days after a single meeting of a monthly round
    let monthly = observe(&held("2026-09-01"), TODAY, Some(30.4)).unwrap();
    assert!(monthly.overdue && monthly.dormant);
    let quarterly = observe(&held("2026-09-01"), TODAY, Some(91.0)).unwrap();
    assert!(!quarterly.overdue && quarterly.days_since == 83);
    let two = seen("2026-05-01 2026-11-01");
    assert_eq!((two.median_gap_days, two.proposal), (Some(184.0), None));
}

#[test]
fn second_tuesdays_with_a_summer_break() {
    let dates = by_rule("FREQ=MONTHLY;BYDAY=2TU", "2024-01-09T14:00", |m| !matches!(m.date.month(), 7 | 8));
    let seen = observe(&dates, TODAY, None).unwrap();
    assert_eq!(proposed(&seen), ("FREQ=MONTHLY;BYDAY=2TU".into(), dates.len(), dates.len()));
    assert_eq!((seen.weekday, seen.time), (Some(Weekday::Tuesday), Some(time(14, 0, 0, 0))));
    assert!(matches!(seen.median_gap_days, Some(28.0 | 35.0)), "{:?}", seen.median_gap_days);
    assert!(!seen.overdue && (9.0..11.0).contains(&seen.per_year.unwrap()));
}

#[test]
fn rhythms_are_found_again() {
    for (rule, start) in [
        ("FREQ=WEEKLY;BYDAY=TH", "2025-09-04T09:00"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2025-09-03T09:00"),
        ("FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", "2024-01-11T09:00"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-01-06T09:00"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2024-01-26T09:00"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "2022-02-07T09:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "2024-01-15T09:00"),
    ] {
        let dates = by_rule(rule, start, |_| true);
        let seen = observe(&dates, TODAY, None).unwrap();
        let (text, fits, of) = proposed(&seen);
        assert_eq!((text.as_str(), fits), (rule, of), "{} dates", dates.len());
        // one in five moved by a day: still the same rule, with a smaller fit
        let moved: Vec<Held> = dates
            .iter()
            .enumerate()
            .map(|(i, h)| if i % 5 == 4 { Moment { date: h.at.date.tomorrow().unwrap(), ..h.at }.into() } else { *h })
            .collect();
        if moved.len() >= 10 {
            let seen = observe(&moved, TODAY, None).unwrap();
            let (text, fits, of) = proposed(&seen);
            assert!(text == rule && fits < of, "{rule}: {text} {fits} of {of}");
        }
    }
}

#[test]
fn two_sittings_in_a_week_are_one_step() {
    let seen = seen("2026-01-13 2026-01-15 2026-04-14 2026-04-16 2026-07-14 2026-07-16 2026-10-13 2026-10-15");
    assert_eq!((seen.meetings, seen.median_gap_days), (8, Some(91.0)));
    assert!(!seen.overdue);
}

#[test]
fn irregular_gaps_give_no_rule() {
    let seen = seen("2024-01-09 2024-05-17 2024-06-06 2025-02-19 2025-03-31 2026-01-12");
    assert_eq!(seen.proposal, None);
    assert!(seen.median_gap_days.is_some() && seen.weekday.is_none());
}

#[test]
fn overdue_and_dormant() {
    // every 28 days, the last one so long ago
    for (ago, overdue, dormant) in
        [(28, false, false), (42, false, false), (43, true, false), (70, true, false), (71, true, true)]
    {
        let dates: Vec<Held> =
            (0..6).map(|n| Moment::day(TODAY.saturating_sub((ago + 28 * n).days())).into()).collect();
        let seen = observe(&dates, TODAY, None).unwrap();
        assert_eq!((seen.overdue, seen.dormant), (overdue, dormant), "{ago}");
    }
}

#[test]
fn slips_do_no_harm() {
    let at = |t: &str| t.parse::<Moment>().unwrap();
    let lasting = |from: &str, until: &str| Held { at: at(from), until: Some(at(until)) };
    let all = [
        lasting("2026-09-01T14:00", "2026-09-01T16:00"),
        lasting("2026-10-06T14:00", "2026-10-06T12:00"),
        lasting("2026-10-06T14:00", "2026-10-06T16:00"),
        lasting("2026-11-03T14:00", "2027-11-03T16:00"),
        Held::from(at("2029-01-01")),
    ];
    let seen = observe(&all, TODAY, None).unwrap();
    assert_eq!((seen.meetings, seen.length, seen.last), (3, Length::of_minutes(120), date(2026, 11, 3)));
    let edge = [Moment::day(Date::MIN).into(), Moment::day(Date::MAX).into(), Moment::day(TODAY).into()];
    assert!(observe(&edge, Date::MAX, None).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dates_any_order(mut days in prop::collection::vec(-3000..3000i32, 0..40)) {
        let dates: Vec<Held> = days.iter().map(|d| Moment::day(TODAY.saturating_add(d.days())).into()).collect();
        let seen = observe(&dates, TODAY, None);
        days.retain(|d| *d <= 0);
        days.sort_unstable();
        days.dedup();
        prop_assert_eq!(seen.as_ref().map_or(0, |s| s.meetings), days.len());
        if let Some(Observed { proposal: Some(p), .. }) = &seen {
            prop_assert!(p.fits * 2 > p.of && p.of <= days.len());
            prop_assert_eq!(p.rule.to_string().parse::<Rule>(), Ok(p.rule.clone()));
        }
        let shuffled: Vec<Held> = dates.iter().rev().copied().collect();
        prop_assert_eq!(observe(&shuffled, TODAY, None), seen);
    }
}
