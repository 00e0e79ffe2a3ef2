//! What the stock-taking asks: every row of `docs/seed.md` names keys, commands and a test that exist; and each guiding
//! question is walked on the demo from the command line, against a count from the JSON alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::key::Key;
use runde::app::keymap::{Scope, TABLE};
use runde::store::DEMO;
use serde_json::Value;
use std::path::Path;
use support::shell::{called, on_demo};

/// A row of a table: asked, keys, commands, tests.
fn rows() -> Vec<[String; 4]> {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/seed.md")).unwrap();
    let cells = |line: &str| -> Vec<String> { line.split('|').map(|cell| cell.trim().to_owned()).collect() };
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| asked")).map(cells);
    rows.map(|cells| [cells[1].clone(), cells[2].clone(), cells[3].clone(), cells[4].clone()]).collect()
}

/// What stands between backticks.
fn marked(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_row_names_keys_commands_and_a_test_that_exist() {
    let rows = rows();
    assert!(rows.len() >= 34, "{}", rows.len());
    let help = called(&["--help"]).out;
    let is_command = |name: &str| help.lines().any(|line| line.split_whitespace().next() == Some(name));
    let is_key = |name: &str| {
        let key: Key = name.parse().unwrap();
        let house = TABLE.iter().filter(|row| row.scope == Scope::House);
        house.flat_map(|row| row.keys).any(|known| known.parse::<Key>().unwrap() == key)
    };
    for [asked, keys, commands, tests] in rows {
        for key in marked(&keys) {
            assert!(is_key(key), "{asked}: no key {key}");
        }
        for command in marked(&commands) {
            assert!(is_command(command), "{asked}: no command {command}");
        }
        assert!(!marked(&keys).is_empty() && !marked(&commands).is_empty(), "{asked}: nowhere");
        let tests = marked(&tests);
        assert!(!tests.is_empty(), "{asked}: no test");
        for test in tests {
            let (file, name) = test.split_once("::").unwrap();
            let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
            let place = text.find(&format!("fn {name}(")).unwrap_or_else(|| panic!("{asked}: no test {test}"));
            assert!(text[..place].trim_end().ends_with("#[test]"), "{test} is no test");
        }
    }
}

fn demo() -> Value {
    serde_json::from_str(DEMO).unwrap()
}

fn networks(wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let all = demo()["networks"].as_array().unwrap().clone();
    all.iter().filter(|one| wanted(one)).map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

fn holds(one: &Value, field: &str, value: &str) -> bool {
    one[field].as_array().is_some_and(|all| all.iter().any(|known| known == value))
}

/// The ids `runde list networks` gives for these terms.
fn listed(terms: &str) -> Vec<String> {
    let said = on_demo(&["list", "networks", "--filter", terms, "--json"]).json();
    said.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn which_networks_there_are_on_our_theme() {
    for theme in ["all_day", "digital", "transitions"] {
        assert_eq!(listed(&format!("theme:{theme}")), networks(|one| holds(one, "themes", theme)), "{theme}");
        for kind in ["round_table", "working_group", "project_group"] {
            // A word fits wherever it stands in the name of a kind: "working group" also finds the statutory ones.
            let found = listed(&format!("theme:{theme} kind:{kind}"));
            let expected = networks(|one| holds(one, "themes", theme) && one["kind"] == kind);
            assert!(expected.iter().all(|one| found.contains(one)), "{theme} {kind}: {found:?}");
            assert!(found.len() <= expected.len() + 1, "{theme} {kind}: {found:?}");
        }
    }
    assert!(!listed("theme:all_day kind:round_table").is_empty());
    // One of our own themes nobody works on.
    let gaps = on_demo(&["gaps", "--json"]).json();
    let uncovered = gaps.as_array().unwrap().iter().filter(|gap| gap["kind"] == "uncovered_theme").count();
    assert_eq!(uncovered, 1);
}

fn round_table() -> Value {
    let all = demo()["networks"].as_array().unwrap().clone();
    all.into_iter().find(|one| one["name"] == "Runder Tisch Ganztag").unwrap()
}

fn name_of(id: &str) -> String {
    let demo = demo();
    let all = ["actors", "networks"].map(|kind| demo[kind].as_array().unwrap().clone()).concat();
    all.iter().find(|one| one["id"] == id).unwrap()["name"].as_str().unwrap().to_owned()
}

#[test]
fn who_takes_part() {
    let said = on_demo(&["show", "Runder Tisch Ganztag"]).out;
    let members = round_table()["members"].as_array().unwrap().clone();
    assert!(members.len() > 8);
    for member in members {
        let name = name_of(member["actor"].as_str().unwrap());
        assert!(said.contains(&name), "{name} is missing: {said}");
    }
}

#[test]
fn character_and_content() {
    for character in ["decision_making", "information_exchange", "task_delegation", "project_pooling"] {
        let expected = networks(|one| holds(one, "character", character));
        assert_eq!(listed(&format!("character:{character}")), expected, "{character}");
        assert!(!expected.is_empty());
    }
    let cells = on_demo(&["governance", "--json"]).json();
    let binding = cells.as_array().unwrap().iter().filter(|cell| cell["decision_power"] == "decides_binding");
    let found: usize = binding.map(|cell| cell["networks"].as_array().unwrap().len()).sum();
    let alive = |one: &Value| !matches!(one["lifecycle"].as_str(), Some("ended" | "merged"));
    assert_eq!(found, networks(|one| one["decision_power"] == "decides_binding" && alive(one)).len());
}

#[test]
fn who_coordinates() {
    let members = round_table()["members"].as_array().unwrap().clone();
    let seat = members.iter().find(|seat| holds(seat, "roles", "coordination")).unwrap();
    let person = name_of(seat["person"].as_str().unwrap());
    let said = on_demo(&["show", "Runder Tisch Ganztag"]).out;
    let line = said.lines().position(|line| line.contains(&person)).unwrap();
    let near = said.lines().skip(line.saturating_sub(2)).take(5).collect::<Vec<_>>().join("\n");
    assert!(near.contains("Koordination"), "{near}");
    let gaps = on_demo(&["gaps", "--json"]).json();
    let nobody = gaps.as_array().unwrap().iter().filter(|gap| gap["kind"] == "no_coordination");
    let names: Vec<&str> = nobody.map(|gap| gap["subject"]["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"AG Fördermittel Bildung") && names.contains(&"Elternnetz Berufswahl"), "{names:?}");
}

#[test]
fn how_active_and_in_which_rhythm() {
    let seen = on_demo(&["rhythm", "Runder Tisch Ganztag", "--json"]).json();
    let id = round_table()["id"].clone();
    let meetings = demo()["meetings"].as_array().unwrap().clone();
    let held = meetings.iter().filter(|one| {
        one["networks"].as_array().unwrap().contains(&id)
            && one["status"] == "held"
            && one["at"].as_str().unwrap() < "2026-11-24"
    });
    assert_eq!(seen["meetings"].as_u64().unwrap(), u64::try_from(held.count()).unwrap());
    assert_eq!(seen["dormant"], false);
    let next = on_demo(&["next", "--days", "60", "--json"]).json();
    assert!(next.as_array().unwrap().iter().any(|one| one["network"]["id"] == id));
    let asleep = on_demo(&["rhythm", "Bündnis „Jugend in Arbeit“", "--json"]).json();
    assert_eq!(asleep["dormant"], true);
}

#[test]
fn between_the_meetings_and_for_how_long() {
    let record = on_demo(&["show", "Runder Tisch Ganztag", "--json"]).json();
    assert_eq!(record["between_meetings"], round_table()["between_meetings"]);
    assert_eq!(record["term"], round_table()["term"]);
    assert_eq!(listed("term:project"), networks(|one| one["term"] == "project"));
    let gaps = on_demo(&["gaps", "--json"]).json();
    let ending = gaps.as_array().unwrap().iter().filter(|gap| gap["kind"] == "ending");
    let names: Vec<&str> = ending.map(|gap| gap["subject"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Projektgruppe Bildungsbericht 2027"]);
}

#[test]
fn digital_forms_and_the_portal() {
    let said = on_demo(&["show", "Landkreis Musterau"]).out;
    assert!(
        said.contains("Bildungsportal Musterau") && said.contains("bildung.landkreis-musterau.example.org"),
        "{said}"
    );
    let guide = on_demo(&["guide", "--json"]).json();
    let lines = guide.as_array().unwrap();
    let state = |line: &Value, key: &str| {
        let questions = line["questions"].as_array().unwrap();
        questions.iter().find(|one| one["key"] == key).map_or("", |one| one["status"].as_str().unwrap()).to_owned()
    };
    assert_eq!(state(&lines[0], "portal"), "answered");
    let answered = lines.iter().filter(|line| state(line, "digital") == "answered").count();
    let with = networks(|one| one["channels"].as_array().is_some_and(|all| !all.is_empty()));
    assert!(answered >= with.len() && !with.is_empty(), "{answered} of {}", with.len());
}

#[test]
fn ties_to_planning_and_decisions() {
    let found = on_demo(&["embedding", "--json"]).json();
    let ties = found["ties"].as_array().unwrap();
    for tie in round_table()["embedding"].as_array().unwrap() {
        let same = |one: &&Value| {
            one["network"]["id"] == round_table()["id"] && one["to"]["id"] == tie["to"] && one["tie"] == tie["tie"]
        };
        assert!(ties.iter().any(|one| same(&one)), "{tie}");
    }
    assert_eq!(ties.iter().filter(|one| one["missing"] == true).count(), 4);
    assert!(!found["untied"].as_array().unwrap().is_empty(), "committees and plannings nobody is tied to");
}

#[test]
fn where_the_knowledge_comes_from() {
    let said = on_demo(&["list", "evidence", "--filter", "kind:web_research", "--json"]).json();
    let expected = demo()["evidence"].as_array().unwrap().iter().filter(|one| one["kind"] == "web_research").count();
    assert_eq!(said.as_array().unwrap().len(), expected);
    let ask = on_demo(&["ask", "--limit", "3", "--json"]).json();
    let people = ask.as_array().unwrap();
    assert_eq!(people.len(), 3);
    assert!(people.iter().all(|one| one["open_questions"].as_u64() > Some(0)));
    let guide = on_demo(&["interview", people[0]["name"].as_str().unwrap()]);
    assert!(guide.out.contains("Datenschutz") && guide.out.contains("Keine Falldaten"), "{}{}", guide.out, guide.err);
}

#[test]
fn goals_common_ground_and_how_well_it_works() {
    let goals = on_demo(&["goals", "--json"]);
    assert_eq!(goals.code, Some(1), "one is carried by nobody");
    let goals = goals.json();
    let of_networks = goals.as_array().unwrap().iter().filter(|one| !one["network"].is_null()).count();
    let counted: usize =
        demo()["networks"].as_array().unwrap().iter().map(|one| one["goals"].as_array().map_or(0, Vec::len)).sum();
    assert_eq!(of_networks, counted);
    let record = on_demo(&["show", "Runder Tisch Ganztag", "--json"]).json();
    assert_eq!(record["common_ground"], round_table()["common_ground"]);
    // Voices: the council is judged twice badly and once very well; nobody is told who.
    let voices = on_demo(&["voices", "Bildungsbeirat des Landkreises", "--json"]).json();
    let rated = &voices[0]["ratings"][0];
    assert_eq!((rated["voices"].as_u64(), rated["contradict"].as_bool()), (Some(3), Some(true)), "{voices}");
    assert_eq!(rated["spread"], serde_json::json!([2, 0, 0, 1]));
}
