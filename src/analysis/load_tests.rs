//! Work load over a store written by hand.

use super::*;
use crate::store::read;

fn loads(rhythms: &str, meetings: &str) -> Loads {
    let store = read(&format!(
        r#"{{"format": "runde", "version": 1,
        "actors": [{{"id": "amt", "name": "Jugendamt"}}, {{"id": "vhs", "name": "VHS"}},
                   {{"id": "p-1", "name": "Eins", "person": true}}, {{"id": "p-2", "name": "Zwei", "person": true}}],
        "networks": [{{"id": "a", "name": "A", "members": [
                        {{"id": "m1", "actor": "amt", "person": "p-1"}}, {{"id": "m2", "actor": "amt", "person": "p-2"}},
                        {{"id": "m3", "actor": "vhs", "roles": ["observer"]}}]}},
                     {{"id": "b", "name": "B", "members": [
                        {{"id": "m1", "actor": "vhs"}}, {{"id": "m2", "actor": "amt", "until": "2026-10"}},
                        {{"id": "m3", "actor": "p-2"}}]}},
                     {{"id": "old", "name": "Alt", "lifecycle": "ended", "members": [{{"id": "m1", "actor": "vhs"}}]}}],
        "rhythms": [{rhythms}], "meetings": [{meetings}]}}"#
    ))
    .unwrap()
    .store;
    Loads::of(&store, "2026-11-23".parse().unwrap())
}

fn said(loads: &Loads) -> Vec<String> {
    let one = |load: &Load| {
        format!("{} {} {}{}", load.actor, load.meetings, load.hours, if load.assumed { " ~" } else { "" })
    };
    loads.actors.iter().map(one).collect()
}

const MONTHLY: &str = r#"{"id": "r1", "network": "a", "rule": "FREQ=MONTHLY;BYDAY=2TU", "start": "2026-01-13T14:00",
    "duration": "PT1H30M"}"#;

#[test]
fn seats_are_summed_up_and_people_count_for_their_institution() {
    // twelve second Tuesdays from 23 November 2026 to 22 November 2027
    assert_eq!(said(&loads(MONTHLY, "")), ["amt 24 36", "p-1 12 18", "p-2 12 18", "vhs 0 0"]);
    let both = format!(r#"{MONTHLY}, {{"id": "r2", "network": "b", "per_year": [3, 4]}}"#);
    let loads = loads(&both, "");
    assert_eq!(said(&loads), ["amt 24 36", "p-2 15.5 25 ~", "p-1 12 18", "vhs 3.5 7 ~"]);
    let body = loads.bodies.iter().find(|body| *body.network == *"a").unwrap();
    assert_eq!((body.seats, body.basis, body.saved_by_half()), (2, Basis::Dates, 18.0));
    assert!(loads.bodies.iter().all(|body| *body.network != *"old"), "what has ended costs nothing");
}

#[test]
fn without_dates_what_is_said_or_observed_counts() {
    let rate = |rhythms: &str, meetings: &str| {
        let loads = loads(rhythms, meetings);
        let body = loads.bodies.into_iter().find(|body| *body.network == *"a").unwrap();
        ((body.meetings * 10.0).round() / 10.0, body.basis)
    };
    assert_eq!(rate(r#"{"id": "r1", "network": "a", "rule": "FREQ=MONTHLY;INTERVAL=3"}"#, ""), (4.0, Basis::Said));
    assert_eq!(rate(r#"{"id": "r1", "network": "a", "rule": "school_term"}"#, ""), (2.0, Basis::Said));
    let held: Vec<String> = (1..=9)
        .map(|month| {
            format!(
                r#"{{"id": "m-{month}", "networks": ["a"], "at": "2026-{:02}-10T10:00", "status": "held"}}"#,
                month + 2
            )
        })
        .collect();
    assert_eq!(rate(r#"{"id": "r1", "network": "a", "rule": "as_needed"}"#, &held.join(",")), (11.9, Basis::Observed));
    assert_eq!(rate("", r#"{"id": "m-1", "networks": ["a"], "at": "2026-12-10T10:00"}"#), (1.0, Basis::Dates));
    // planned meetings of a rhythm without dates stand in for what it says
    let planned = r#"{"id": "m-1", "networks": ["a"], "rhythm": "r1", "at": "2026-12-10T10:00"}"#;
    assert_eq!(rate(r#"{"id": "r1", "network": "a", "per_year": [2, 2]}"#, planned), (2.0, Basis::Said));
    assert_eq!(rate("", ""), (0.0, Basis::Unknown));
}
