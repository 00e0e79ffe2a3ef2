//! What is to come, over stores written by hand.

use super::*;
use crate::store::read;

fn store(text: &str) -> Store {
    read(text).unwrap().store
}

fn landscape(rhythms: &str, meetings: &str) -> Store {
    store(&format!(
        r#"{{"format": "runde", "version": 1,
        "networks": [{{"id": "ak", "name": "AK Ganztag"}}, {{"id": "old", "name": "Alt", "lifecycle": "ended"}},
                     {{"id": "short", "name": "Kurz", "until": "2026-12"}}],
        "rhythms": [{rhythms}], "meetings": [{meetings}]}}"#
    ))
}

fn days(store: &Store, from: &str, until: &str) -> Vec<String> {
    let items = upcoming(store, from.parse().unwrap(), until.parse().unwrap());
    items.iter().map(|item| format!("{} {}", item.at, item.status)).collect()
}

const TUESDAYS: &str = r#"{"id": "r1", "network": "ak", "rule": "FREQ=MONTHLY;BYDAY=2TU", "start": "2026-01-13T14:00",
    "place": "Kreishaus", "mode": "in_person", "skip": ["2027-01-12"], "extra": ["2026-12-17T09:00"], "until": "2027-02"}"#;

#[test]
fn rules_exceptions_and_ends_are_kept() {
    let store = landscape(TUESDAYS, "");
    assert_eq!(
        days(&store, "2026-11-23", "2027-06-01"),
        ["2026-12-08T14:00 expected", "2026-12-17T09:00 expected", "2027-02-09T14:00 expected"]
    );
    let items = upcoming(&store, "2026-12-08".parse().unwrap(), "2026-12-09".parse().unwrap());
    assert_eq!((&*items[0].place, &*items[0].mode, items[0].networks[0].as_str()), ("Kreishaus", "in_person", "ak"));
}

#[test]
fn a_noted_meeting_stands_for_its_occurrence() {
    let moved =
        r#"{"id": "m1", "networks": ["ak"], "rhythm": "r1", "occurrence": "2026-12-08", "at": "2026-12-10T10:00"}"#;
    let store = landscape(TUESDAYS, moved);
    assert_eq!(days(&store, "2026-12-01", "2026-12-31"), ["2026-12-10T10:00 planned", "2026-12-17T09:00 expected"]);
    let cancelled =
        r#"{"id": "m1", "networks": ["ak"], "rhythm": "r1", "at": "2026-12-08T14:00", "status": "cancelled"}"#;
    assert_eq!(days(&landscape(TUESDAYS, cancelled), "2026-12-01", "2026-12-31"), ["2026-12-17T09:00 expected"]);
    let loose = r#"{"id": "m1", "networks": ["ak", "old"], "at": "2026-12-08"}"#;
    let store = landscape(TUESDAYS, loose);
    assert_eq!(days(&store, "2026-12-01", "2026-12-31"), ["2026-12-08 planned", "2026-12-17T09:00 expected"]);
}

#[test]
fn bodies_that_ended_meet_no_more() {
    let weekly = |id: &str, network: &str| {
        format!(
            r#"{{"id": "{id}", "network": "{network}", "rule": "FREQ=WEEKLY;BYDAY=MO", "start": "2026-12-21T08:00"}}"#
        )
    };
    let store = landscape(&[weekly("r1", "old"), weekly("r2", "short")].join(","), "");
    assert_eq!(days(&store, "2026-12-01", "2027-02-01"), ["2026-12-21T08:00 expected", "2026-12-28T08:00 expected"]);
}

#[test]
fn words_and_broken_rules_give_nothing_and_a_plain_rule_needs_no_first_meeting() {
    let rhythms = r#"{"id": "r1", "network": "ak", "rule": "as_needed"}, {"id": "r2", "network": "ak", "rule": "FREQ=EVER"},
        {"id": "r3", "network": "ak", "rule": "FREQ=MONTHLY;BYDAY=1FR"},
        {"id": "r4", "network": "ak", "rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"}"#;
    assert_eq!(days(&landscape(rhythms, ""), "2026-12-01", "2027-01-01"), ["2026-12-04 expected"]);
}

#[test]
fn ten_thousand_rhythms_are_soon_looked_through() {
    let rhythms: Vec<String> = (0..10_000)
        .map(|n| {
            let (day, week) = (["MO", "TU", "WE", "TH", "FR"][n % 5], n % 4 + 1);
            format!(r#"{{"id": "r{n}", "network": "ak", "rule": "FREQ=MONTHLY;BYDAY={week}{day}", "start": "2020-01-06T14:00"}}"#)
        })
        .collect();
    let store = landscape(&rhythms.join(","), "");
    let begun = std::time::Instant::now();
    let items = upcoming(&store, "2026-12-01".parse().unwrap(), "2027-01-01".parse().unwrap());
    assert_eq!(items.len(), 10_000);
    assert!(begun.elapsed().as_millis() < 2_000, "{:?}", begun.elapsed());
}

#[test]
fn free_days_are_kept_clear_of_where_the_rhythm_says_so() {
    let rhythm = |avoid: &str| {
        format!(
            r#"{{"format": "runde", "version": 1, "landscape": {{"name": "L", "land": "sn",
            "holidays": [{{"name": "Ferien", "from": "2026-12-18", "until": "2027-01-02"}}]}},
            "rhythms": [{{"id": "r", "network": "n", "rule": "FREQ=WEEKLY;BYDAY=WE", "start": "2026-11-11T10:00", "avoid": [{avoid}]}}]}}"#
        )
    };
    // The 18th of November is Buß- und Bettag, a holiday in Saxony only.
    let days = |avoid| days(&store(&rhythm(avoid)), "2026-11-16", "2026-12-31").len();
    assert_eq!(days(""), 7);
    assert_eq!(days("\"school_holidays\""), 5);
    assert_eq!(days("\"public_holidays\""), 4);
}

#[test]
fn what_the_letters_put_before_a_day_is_never_a_date_from_then_on() {
    let texts = [
        "",
        "2026-11-25",
        "2026-11-26",
        "2026-11-26T00:00",
        "2026-11-25T23:59",
        "2026-11",
        "2026",
        "2026-11-2",
        "20261125",
        "20261127",
        "1999-12-31",
        "9999-01-01",
        "+012026-01-01",
        "-002026-01-01",
        "soon",
        "2026-W48",
        "2027-01-01",
        "0",
    ];
    for text in texts {
        let date = text.parse::<Moment>().ok().map(|moment| moment.date);
        let from = "2026-11-26".parse().unwrap();
        assert!(!is_before(text, "2026-11-26") || date.is_none_or(|date| date < from), "{text}");
    }
    assert!(is_before("2026-11-25T23:59", "2026-11-26"));
}
