//! The calendar's commands: rule, rhythm, load, clashes; their JSON fields are a promise.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use support::shell::called;

fn fields(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap_or_else(|| panic!("{value}")).keys().cloned().collect()
}

fn named(fields: &[&str]) -> BTreeSet<String> {
    fields.iter().map(|field| (*field).to_owned()).collect()
}

#[test]
fn an_ambiguous_phrase_shows_all_its_readings() {
    let said = called(&["rule", "jeden zweiten Dienstag um drei", "--json", "--from", "2026-12-01", "--count", "2"]);
    assert_eq!(said.code, Some(0));
    let value = said.json();
    assert_eq!(fields(&value), named(&["readings"]));
    let readings = value["readings"].as_array().unwrap();
    assert_eq!(readings.len(), 4);
    assert_eq!(fields(&readings[0]), named(&["rrule", "de", "en", "next"]));
    assert_eq!(readings[0]["rrule"], "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
    assert_eq!(readings[0]["next"], serde_json::json!(["2026-12-01T15:00", "2026-12-15T15:00"]));
    assert_eq!(readings[2]["rrule"], "FREQ=MONTHLY;BYDAY=2TU");
    assert_eq!(readings[2]["next"], serde_json::json!(["2026-12-08T15:00", "2027-01-12T15:00"]));
    let words = called(&["rule", "jeden", "zweiten", "Dienstag"]);
    assert_eq!(words.err, "Das lässt sich auf 2 Arten verstehen.\n");
    assert!(words.out.contains("gezählt ab 24.11.2026") && words.out.contains("  Di 08.12.2026"), "{}", words.out);
}

#[test]
fn a_rule_is_spoken_back_and_what_is_said_is_understood_again() {
    let said = called(&["rule", "FREQ=MONTHLY;BYDAY=2TU", "--lang", "en"]);
    assert!(said.out.starts_with("every 2nd Tuesday of the month\nFREQ=MONTHLY;BYDAY=2TU\n"), "{}", said.out);
    for phrase in
        ["alle 6 Wochen donnerstags 14–16 Uhr außer in den Ferien", "twice a year, May and November", "3–4 mal im Jahr"]
    {
        let first = called(&["rule", phrase, "--json"]).json();
        for lang in ["de", "en"] {
            let again = called(&["rule", first["readings"][0][lang].as_str().unwrap(), "--json"]).json();
            assert_eq!(again["readings"][0], first["readings"][0], "{phrase} → {lang}");
        }
    }
    let said = called(&["rule", "nach Bedarf", "--json"]).json();
    assert_eq!(said["readings"][0]["rrule"], "as_needed");
    assert_eq!(said["readings"][0]["next"], serde_json::json!([]));
    assert_eq!(called(&["rule", "3-4 mal im Jahr", "--json"]).json()["readings"][0]["rrule"], Value::Null);
}

#[test]
fn holidays_of_the_landscape_are_kept_clear_of_or_marked() {
    let kept = called(&["--demo", "rule", "dienstags außer in den Ferien", "--from", "2026-12-20", "--count", "3"]);
    assert!(!kept.out.contains("29.12.2026") && kept.out.contains("05.01.2027"), "{}", kept.out);
    let marked = called(&["--demo", "rule", "dienstags", "--from", "2026-12-20", "--count", "3"]);
    assert!(marked.out.contains("Di 29.12.2026 (Weihnachtsferien)"), "{}", marked.out);
}

#[test]
fn what_is_not_understood_is_said_where_it_starts() {
    let said = called(&["rule", "jüngst dienstags bei Vollmond"]);
    assert_eq!((said.code, &*said.out), (Some(2), ""));
    assert!(said.err.contains("ab „jüngst") && said.err.contains("Zeichen 1)"), "{}", said.err);
    let said = called(&["rule", "dienstags für Bärbel", "--lang", "en"]);
    assert!(said.err.contains("from “für Bärbel” on (character 11)"), "{}", said.err);
    assert_eq!(called(&["rule", "FREQ=HOURLY"]).code, Some(2));
    assert!(called(&["rule", "FREQ=DAILY;BYHOUR=9"]).err.contains("BYHOUR"));
    assert!(called(&["rule", "um 14 Uhr"]).err.contains("wie oft oder wann"));
    assert_eq!(called(&["rule", "dienstags", "--from", "neulich"]).code, Some(2));
}

#[test]
fn a_rhythm_is_what_its_meetings_show() {
    let value = called(&["--demo", "rhythm", "Runder Tisch Ganztag", "--json"]).json();
    let expected = ["meetings", "median_gap_days", "rrule_guess", "fit", "last", "overdue", "dormant"];
    assert_eq!(fields(&value), named(&expected));
    assert_eq!(value["overdue"], false);
    let words = called(&["--demo", "rhythm", "Runder Tisch Ganztag"]);
    assert!(words.out.contains("vereinbart") && words.out.contains("als Regel"), "{}", words.out);
    assert_eq!(called(&["--demo", "rhythm", "Jugendamt"]).code, Some(2), "an actor has no rhythm");
    assert_eq!(called(&["--demo", "rhythm", "gibt es nicht wirklich"]).code, Some(1));
}

#[test]
fn load_is_the_heaviest_first() {
    let all = called(&["--demo", "load", "--json"]).json();
    let rows = all.as_array().unwrap();
    assert_eq!(fields(&rows[0]), named(&["id", "name", "meetings_per_year", "hours_per_year"]));
    let hours: Vec<f64> = rows.iter().map(|row| row["hours_per_year"].as_f64().unwrap()).collect();
    assert!(hours.is_sorted_by(|a, b| a >= b) && hours[0] > 100.0, "{hours:?}");
    let one = called(&["--demo", "load", "Jugendamt", "--json"]).json();
    assert_eq!(one.as_array().unwrap().len(), 1);
    assert!(rows.contains(&one[0]));
    let words = called(&["--demo", "load", "Jugendamt"]);
    assert!(words.out.lines().count() > 3 && words.out.starts_with("Jugendamt\t"), "{}", words.out);
    assert_eq!(called(&["--demo", "load", "Runder Tisch Ganztag"]).code, Some(2));
}

#[test]
fn clashes_are_findings() {
    let said = called(&["--demo", "clashes", "--days", "60", "--json"]);
    assert_eq!(said.code, Some(1));
    let value = said.json();
    let first = &value.as_array().unwrap()[0];
    assert_eq!(fields(first), named(&["at", "a", "b", "shared"]));
    assert_eq!(fields(&first["a"]), named(&["id", "name"]));
    assert_eq!(fields(&first["shared"][0]), named(&["id", "name"]));
    let none = called(&["--demo", "clashes", "--days", "1", "--lang", "en"]);
    assert_eq!((none.code, &*none.err), (Some(0), "No clashes in the next 1 days.\n"));
    let lines = called(&["--demo", "clashes", "--days", "60"]);
    assert!(lines.out.starts_with("Mi 02.12.2026"), "{}", lines.out);
}

#[test]
fn help_and_manual_know_the_commands_in_both_languages() {
    for (lang, word) in [("de", "Belastung"), ("en", "hours a year")] {
        let man = called(&["man", "--lang", lang]);
        for command in ["RUNDE RULE", "RUNDE RHYTHM", "RUNDE LOAD", "RUNDE CLASHES"] {
            assert!(man.out.contains(command), "{command}");
        }
        assert!(called(&["load", "--help", "--lang", lang]).out.contains(if lang == "de" {
            "Treffen und Stunden"
        } else {
            word
        }));
    }
}
