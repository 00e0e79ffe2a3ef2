//! What people type as dates, times and lengths, and how dates are shown.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use runde::calendar::{
    Error, PartialDate, read_date, read_length, read_moment, read_partial, read_time, show_date, show_moment,
    show_partial, show_relative, show_short,
};
use runde::i18n::Lang;

/// A Monday.
const TODAY: Date = date(2026, 11, 23);

#[test]
fn days() {
    for (text, expected) in [
        ("08.12.2026", "2026-12-08"),
        ("8.12.2026", "2026-12-08"),
        ("8.12.26", "2026-12-08"),
        ("8.12.71", "1971-12-08"),
        ("8.12.", "2026-12-08"),
        ("8.12", "2026-12-08"),
        (" 8. 12. 2026 ", "2026-12-08"),
        ("23.11.", "2026-11-23"),
        ("22.11.", "2027-11-22"),
        ("29.2.", "2028-02-29"),
        ("2026-12-08", "2026-12-08"),
        ("2028-02-29", "2028-02-29"),
        ("heute", "2026-11-23"),
        ("Morgen", "2026-11-24"),
        ("übermorgen", "2026-11-25"),
        ("uebermorgen", "2026-11-25"),
        ("gestern", "2026-11-22"),
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("+3d", "2026-11-26"),
        ("+2w", "2026-12-07"),
        ("-1w", "2026-11-16"),
        ("+3 Tage", "2026-11-26"),
        ("in 2 Wochen", "2026-12-07"),
        ("in zwei Wochen", "2026-12-07"),
        ("vor 3 Tagen", "2026-11-20"),
        ("3 days ago", "2026-11-20"),
        ("+1m", "2026-12-23"),
        ("Di", "2026-11-24"),
        ("Montag", "2026-11-30"),
        ("nächsten Freitag", "2026-11-27"),
        ("next Sunday", "2026-11-29"),
        ("Di 8.12.2026", "2026-12-08"),
        ("Di, 8. Dez", "2026-12-08"),
        ("Tue 8 Dec", "2026-12-08"),
        ("8. Dezember 2026", "2026-12-08"),
        ("December 8, 2026", "2026-12-08"),
        ("3. März", "2027-03-03"),
    ] {
        assert_eq!(read_date(text, TODAY).map(|d| d.to_string()), Ok(expected.to_owned()), "{text}");
    }
    for text in [
        "",
        "8",
        "8.",
        "31.2.",
        "30.2.2027",
        "31.4.26",
        "8.13.2026",
        "2026-13-01",
        "2026-02-30",
        "Mi 8.12.2026",
        "Mi 8.12.",
        "32.1.",
        "x",
        "8.12.2026 x",
        "+d",
        "+99999999d",
        "8.12.123",
        "Dienstags gern",
        "2026",
        "0.1.2026",
    ] {
        assert!(read_date(text, TODAY).is_err(), "{text}: {:?}", read_date(text, TODAY));
    }
    assert!(matches!(read_date("8.12.2026 x", TODAY), Err(Error::Unexpected { at: 10, .. })));
}

#[test]
fn times_and_moments() {
    for (text, expected) in [
        ("14", "14:00"),
        ("9", "09:00"),
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("14.30 Uhr", "14:30"),
        ("14 Uhr", "14:00"),
        ("um 14 Uhr", "14:00"),
        ("14h30", "14:30"),
        ("2pm", "14:00"),
        ("12 am", "00:00"),
        ("halb drei", "02:30"),
        ("0:05", "00:05"),
        ("noon", "12:00"),
    ] {
        assert_eq!(read_time(text).map(|t| t.strftime("%H:%M").to_string()), Ok(expected.to_owned()), "{text}");
    }
    for text in ["", "24", "14:60", "14:5", "25:00", "x", "14:30 x", "-3", "14:30:99x", "141"] {
        assert!(read_time(text).is_err(), "{text}: {:?}", read_time(text));
    }
    for (text, expected) in [
        ("8.12. 14:30", "2026-12-08T14:30"),
        ("8.12.2026, 14 Uhr", "2026-12-08T14:00"),
        ("8.12.2026 um 14.30 Uhr", "2026-12-08T14:30"),
        ("2026-12-08T14:30", "2026-12-08T14:30"),
        ("2026-12-08 14:30", "2026-12-08T14:30"),
        ("morgen 9", "2026-11-24T09:00"),
        ("Di 14:00", "2026-11-24T14:00"),
        ("heute", "2026-11-23"),
        ("Tue 8 Dec, 9:30", "2026-12-08T09:30"),
    ] {
        assert_eq!(read_moment(text, TODAY).map(|m| m.to_string()), Ok(expected.to_owned()), "{text}");
    }
    assert!(read_moment("8.12.2026 25 Uhr", TODAY).is_err());
}

#[test]
fn lengths() {
    for (text, expected) in [
        ("2h", "PT2H"),
        ("90 min", "PT1H30M"),
        ("90", "PT1H30M"),
        ("1:30", "PT1H30M"),
        ("1,5 Stunden", "PT1H30M"),
        ("1.5h", "PT1H30M"),
        ("2 Std", "PT2H"),
        ("1 Std. 30 Min.", "PT1H30M"),
        ("1h 30 min", "PT1H30M"),
        ("anderthalb Stunden", "PT1H30M"),
        ("halbe Stunde", "PT30M"),
        ("PT1H30M", "PT1H30M"),
        ("two hours", "PT2H"),
    ] {
        assert_eq!(read_length(text).map(|l| l.to_string()), Ok(expected.to_owned()), "{text}");
    }
    for text in ["", "2", "0 min", "1:60", "1:3", "-1h", "999999999999h", "99999999 min", "eine Weile", "0:00"] {
        assert!(read_length(text).is_err(), "{text}: {:?}", read_length(text));
    }
}

#[test]
fn partial_dates() {
    for (text, expected) in [
        ("2026", "2026"),
        ("2026-05", "2026-05"),
        ("05.2026", "2026-05"),
        ("5/2026", "2026-05"),
        ("Mai 2026", "2026-05"),
        ("März 2026", "2026-03"),
        ("2026-05-08", "2026-05-08"),
        ("8.5.2026", "2026-05-08"),
        ("heute", "2026-11-23"),
    ] {
        let date = read_partial(text, TODAY).unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(date.to_string(), expected, "{text}");
        assert_eq!(expected.parse::<PartialDate>(), Ok(date));
        assert_eq!(read_partial(&show_partial(date, Lang::De), TODAY), Ok(date));
        assert_eq!(read_partial(&show_partial(date, Lang::En), TODAY), Ok(date));
        assert!(date.first() <= date.last());
    }
    for text in ["", "26", "2026-13", "13.2026", "2026-00", "20266", "2026-5-"] {
        assert!(read_partial(text, TODAY).is_err(), "{text}: {:?}", read_partial(text, TODAY));
    }
    for text in ["2026-5", "26-05", "2026-05-8", "+026", "2026-13", "-026"] {
        assert!(text.parse::<PartialDate>().is_err(), "{text}");
    }
    let order: Vec<PartialDate> =
        ["2026", "2026-05", "2026-05-01", "2026-06", "2027"].map(|t| t.parse().unwrap()).into();
    assert!(order.is_sorted());
}

#[test]
fn shown() {
    let day = date(2026, 12, 8);
    assert_eq!((show_date(day, Lang::De).as_str(), show_date(day, Lang::En).as_str()), ("08.12.2026", "2026-12-08"));
    assert_eq!((show_short(day, Lang::De).as_str(), show_short(day, Lang::En).as_str()), ("Di 8. Dez", "Tue 8 Dec"));
    assert_eq!(show_short(date(2027, 3, 3), Lang::De), "Mi 3. Mär");
    assert_eq!(show_moment(day.at(9, 5, 0, 0).into(), Lang::De), "08.12.2026, 09:05");
    for (date, de, en) in [
        (day, "in 15 Tagen", "in 15 days"),
        (TODAY, "heute", "today"),
        (date(2026, 11, 24), "morgen", "tomorrow"),
        (date(2026, 11, 22), "gestern", "yesterday"),
        (date(2026, 11, 13), "vor 10 Tagen", "10 days ago"),
        (date(2028, 11, 23), "in 731 Tagen", "in 731 days"),
    ] {
        assert_eq!(
            (show_relative(date, TODAY, Lang::De).as_str(), show_relative(date, TODAY, Lang::En).as_str()),
            (de, en)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is shown can be typed in again.
    #[test]
    fn shown_and_read_again(days in 0..40_000i32, today in 0..40_000i32) {
        let start = date(1990, 1, 1);
        let (day, today) = (start.saturating_add(jiff::Span::new().days(days)), start.saturating_add(jiff::Span::new().days(today)));
        for lang in [Lang::De, Lang::En] {
            prop_assert_eq!(read_date(&show_date(day, lang), today), Ok(day));
            prop_assert_eq!(read_date(&show_relative(day, today, lang), today), Ok(day));
            if day >= today && day < today.saturating_add(jiff::Span::new().years(1)) {
                prop_assert_eq!(read_date(&show_short(day, lang), today), Ok(day));
            }
        }
    }

    #[test]
    fn noise_never_panics(text in "([0-9]{1,5}|[.:,+\\- /T]|heute|Di|Dez|in|Tagen|h|min|Uhr|halb|am|\\PC){0,12}") {
        let _ = (read_date(&text, TODAY), read_time(&text), read_moment(&text, TODAY), read_length(&text), read_partial(&text, TODAY));
        let _ = read_date(&text, Date::MAX);
    }
}
