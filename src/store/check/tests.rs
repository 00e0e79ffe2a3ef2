//! Each fault is planted once and must be found, with its place; a sound store has none.

use super::*;
use crate::store::read;

fn findings(records: &str) -> Vec<Finding> {
    let text = format!(r#"{{"format": "runde", "version": 1, {records}}}"#);
    check(&read(&text).unwrap().store, |rule| rule.starts_with("FREQ="))
}

fn flaws(records: &str) -> Vec<Flaw> {
    findings(records).into_iter().map(|finding| finding.flaw).collect()
}

#[test]
fn a_sound_store_has_no_faults() {
    let sound = r#""landscape": {"name": "Musterau"}, "forgotten": ["p-9"],
        "actors": [{"id": "a", "name": "Amt", "formerly": ["b"]}, {"id": "u", "name": "Unit", "unit_of": "b"},
            {"id": "p-1", "name": "Anna", "person": true, "informed_on": "2026-01-01", "retain_until": "2030"}],
        "networks": [{"id": "n", "name": "AK", "part_of": "k", "members": [
            {"id": "m-1", "actor": "a", "person": "p-1", "until": "2025"}, {"id": "m-2", "actor": "a", "person": "p-1", "from": "2026"},
            {"id": "m-3", "actor": "a"}]}, {"id": "k", "name": "Kreis"}],
        "rhythms": [{"id": "r", "network": "n", "rule": "FREQ=WEEKLY", "start": "2026-01-01", "duration": "PT2H"}],
        "meetings": [{"id": "t", "networks": ["n"], "at": "2026-01-02T14:00", "until": "2026-01-02T16:00",
            "tasks": [{"id": "t-1", "text": "x"}, {"id": "t-2", "text": "y", "carried_from": "t-1"}]}],
        "evidence": [{"id": "e", "date": "2026", "statements": [{"id": "s-1", "about": ["landscape", "m-1", "n"], "ratings": {"trust": 4}}]}]"#;
    assert_eq!(findings(sound), []);
}

#[test]
fn references_that_lead_nowhere_or_astray() {
    let found = findings(
        r#""actors": [{"id": "a", "name": "A", "unit_of": "nobody"}],
        "networks": [{"id": "n", "name": "N", "members": [{"id": "m-1", "actor": "n", "person": "a"}]}],
        "meetings": [{"id": "t", "networks": ["n"], "at": "2026-01-01", "rhythm": "a", "present": ["gone"]}]"#,
    );
    let missing = |id: &str| Flaw::Missing(id.into());
    let astray = |id: &str, kind| Flaw::WrongKind(id.into(), kind);
    let flaws: Vec<&Flaw> = found.iter().map(|finding| &finding.flaw).collect();
    assert_eq!(
        flaws,
        [
            &missing("nobody"),
            &astray("n", Kind::Network),
            &astray("a", Kind::Actor),
            &astray("a", Kind::Actor),
            &missing("gone")
        ]
    );
    assert_eq!(found[1].part.as_ref().map(|(key, _)| &**key), Some("m-1"));
    assert!(found.iter().all(|finding| finding.level == Level::Error));
}

#[test]
fn values_that_do_not_fit() {
    let text = |text: &str| -> Box<str> { text.into() };
    assert_eq!(
        flaws(r#""actors": [{"id": "a", "name": "A", "checked_on": "gestern"}]"#),
        [Flaw::NoDate(text("gestern"))]
    );
    let rhythm = r#""networks": [{"id": "n", "name": "N", "activity": 9, "from": "2026", "until": "2025-12"}],
        "rhythms": [{"id": "r", "network": "n", "rule": "weekly", "start": "2026-01", "duration": "2h", "per_year": [4, 3],
        "skip": ["2026-01-01", "x"]}]"#;
    let expected = [
        Flaw::Backwards(text("2026"), text("2025-12")),
        Flaw::OutOfRange(9, 0, 4),
        Flaw::NoRule(text("weekly")),
        Flaw::Backwards(text("4"), text("3")),
        Flaw::NoMoment(text("2026-01")),
        Flaw::NoDuration(text("2h")),
        Flaw::NoMoment(text("x")),
    ];
    assert_eq!(flaws(rhythm), expected);
    let meeting = r#""networks": [{"id": "n", "name": "N"}], "meetings": [{"id": "m", "networks": ["n"],
        "at": "2026-01-02T14:00", "until": "2026-01-02T13:00"}], "evidence": [{"id": "e", "date": "2026",
        "statements": [{"id": "s", "about": ["n"], "ratings": {"trust": 5}}]}]"#;
    let expected =
        [Flaw::Backwards(text("2026-01-02T14:00"), text("2026-01-02T13:00")), Flaw::Rating(text("trust"), 5)];
    assert_eq!(flaws(meeting), expected);
}

#[test]
fn ids_parts_and_what_is_missing() {
    let same = r#""actors": [{"id": "x", "name": "A"}], "networks": [{"id": "x", "name": "N"}]"#;
    assert_eq!(flaws(same), [Flaw::IdElsewhere(Kind::Actor)]);
    let parts = r#""networks": [{"id": "n", "name": " ", "goals": [{"text": "a"}, {"id": "g", "text": "b"}, {"id": "g", "text": "c"}],
        "questions": [{"key": "rhythm"}, {"key": "rhythm"}]}]"#;
    let expected = [Flaw::PartTwice("g".into()), Flaw::PartTwice("rhythm".into()), Flaw::Empty, Flaw::NoPartId];
    assert_eq!(flaws(parts), expected);
    let silent = r#""evidence": [{"id": "e", "date": "2026", "statements": [{"id": "s", "text": "x"}]}]"#;
    assert_eq!(flaws(silent), [Flaw::Empty]);
}

#[test]
fn circles_seats_and_people() {
    let circle = r#""actors": [{"id": "a", "name": "A", "unit_of": "c"}, {"id": "b", "name": "B", "unit_of": "a"},
        {"id": "c", "name": "C", "unit_of": "b"}, {"id": "d", "name": "D", "unit_of": "a"}, {"id": "e", "name": "E", "unit_of": "e"}]"#;
    let found = findings(circle);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].id.as_str(), "a");
    assert_eq!(found[1].flaw, Flaw::Circle(vec![Id::new("e")]));
    let seats = r#""actors": [{"id": "a", "name": "A"}], "networks": [{"id": "n", "name": "N", "members": [
        {"id": "m-1", "actor": "a", "from": "2024", "until": "2025-06"}, {"id": "m-2", "actor": "a", "from": "2025-05"},
        {"id": "m-3", "actor": "a", "roles": ["deputy"]}]}]"#;
    assert_eq!(flaws(seats), [Flaw::SeatTwice("m-1".into(), "a".into())]);
    let person = r#""forgotten": ["p"], "actors": [{"id": "p", "name": "Anna", "person": true}]"#;
    assert_eq!(flaws(person), [Flaw::Forgotten, Flaw::NotInformed, Flaw::NoRetention]);
}

#[test]
fn what_nobody_sees_is_found_on_demand() {
    let text = "{\"format\": \"runde\", \"version\": 1, \"actors\": [{\"id\": \"a\", \"name\": \"A\u{202e}B\", \"notes\": \"x\\ny\"},
        {\"id\": \"b\", \"name\": \"B\", \"tags\": [\"z\\u0007\"]}]}";
    let found = invisible(&read(text).unwrap().store);
    assert_eq!(found.iter().map(|finding| finding.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}
