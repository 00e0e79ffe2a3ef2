//! The command line: most of it called in the house, some of it as the real program, in both languages.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use assert_cmd::Command;
use serde_json::Value;
use support::shell::{Said, Shell, called};

/// A call in a terminal.
fn in_terminal(words: &[&str]) -> Said {
    Shell::in_folder(&std::env::temp_dir().join("runde-nowhere")).in_terminal().call(words)
}

/// The small store in a file of its own.
fn small() -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), support::stores::small()).unwrap();
    file
}

/// A call on the small store.
fn on_small(arguments: &[&str]) -> Said {
    let file = small();
    let path = file.path().to_str().unwrap();
    called(&[arguments, &["--file", path]].concat())
}

#[test]
fn help_speaks_the_language_of_the_user() {
    let german = called(&["--help"]);
    assert_eq!(german.code, Some(0));
    assert!(
        german.out.contains("Aufruf: runde [OPTIONEN] [BEFEHL]") && german.out.contains("Befehle:"),
        "{}",
        german.out
    );
    let english = called(&["list", "--help", "--lang", "en"]);
    assert!(english.out.contains("Usage: runde list [OPTIONS]") && english.out.contains("One line a record"));
    for word in ["Options:", "Arguments:", "Print help"] {
        assert!(!german.out.contains(word), "{word}");
    }
}

#[test]
fn what_does_not_fit_is_said_and_exits_with_two() {
    let wrong = called(&["lst"]);
    assert_eq!((wrong.code, &*wrong.out), (Some(2), ""));
    assert!(wrong.err.contains("„lst“") && wrong.err.contains("list"), "{}", wrong.err);
    let english = called(&["next", "--days", "0", "--lang=en"]);
    assert_eq!(english.code, Some(2));
    assert!(english.err.contains("“0” does not fit"), "{}", english.err);
    assert_eq!(called(&["find"]).code, Some(2));
    assert_eq!(called(&["list", "networks", "--json", "--csv"]).code, Some(2));
}

#[test]
fn without_a_command_the_program_opens() {
    assert_eq!(called(&["--demo"]).code, None);
    assert_eq!(in_terminal(&[]).code, None);
}

#[test]
fn files_that_cannot_be_read_are_named_with_the_place_and_the_reason() {
    let absent = called(&["check"]);
    assert_eq!(absent.code, Some(2));
    assert!(absent.err.contains("noch keine Daten"), "{}", absent.err);
    let cases: [(&[u8], &str); 5] = [
        (b"", "leer"),
        (b"{\"format\": \"runde\", \"version\": 1, \"actors\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}", "zweimal"),
        (b"{\n  \"a\": 1,\n  \"a\": 2\n}", "Zeile 3, Spalte 3"),
        (b"\xff\xfe{\0}\0", "UTF-16"),
        (b"{}", "keine Datei von runde"),
    ];
    for (bytes, expected) in cases {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let said = called(&["list", "actors", "-f", file.path().to_str().unwrap()]);
        assert_eq!((said.code, &*said.out), (Some(2), ""), "{expected}");
        assert!(said.err.contains(expected), "{expected}: {}", said.err);
        assert_eq!(std::fs::read(file.path()).unwrap(), bytes);
    }
}

#[test]
fn list_filters_and_gives_whole_records() {
    let all = on_small(&["list", "actors"]);
    assert_eq!((all.code, all.out.lines().count()), (Some(0), 3));
    let german = on_small(&["list", "networks", "--filter", "art:arbeitskreis -mitglied:niemand"]);
    assert_eq!(german.out, "ak-000001\tAK Übergang\tArbeitskreis\n");
    let records = on_small(&["list", "networks", "--json"]).json();
    assert_eq!(records[0]["members"][0]["seat"], "front");
    assert!(records[0].as_object().unwrap().contains_key("mood"));
    let none = on_small(&["list", "actors", "--filter", "person:ja zzz", "--json"]);
    assert_eq!((none.code, none.json()), (Some(1), serde_json::json!([])));
    assert!(on_small(&["list", "actors", "--json"]).out.contains("1E400"));
}

#[test]
fn a_table_opens_in_a_spreadsheet_and_holds_no_formula() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let text = r#"{"format": "runde", "version": 1, "actors": [
        {"id": "a", "name": "=HYPERLINK(\"x\")", "notes": "zwei\nZeilen; mit \"Zeichen\""}, {"id": "b", "name": "＋49"}]}"#;
    std::fs::write(file.path(), text).unwrap();
    let said = called(&["list", "actors", "--csv", "-f", file.path().to_str().unwrap()]);
    assert!(said.out.starts_with("\u{feff}Kennung;Name;") && said.out.contains("\r\n"));
    let body = said.out.trim_start_matches('\u{feff}');
    let mut table = csv::ReaderBuilder::new().delimiter(b';').from_reader(body.as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.iter().map(|row| row[1].to_owned()).collect::<Vec<_>>(), ["'＋49", "'=HYPERLINK(\"x\")"]);
    assert!(rows[1].iter().any(|cell| cell == "zwei\nZeilen; mit \"Zeichen\""));
}

#[test]
fn show_names_what_is_referred_to() {
    let card = on_small(&["show", "ak-000001"]);
    assert_eq!(card.code, Some(0));
    for expected in ["AK Übergang", "Arbeitskreis", "Mitglieder (2)", "Jugendamt", "Anna Beispiel", "Rhythmus"] {
        assert!(card.out.contains(expected), "{expected}: {}", card.out);
    }
    let record = on_small(&["show", "ak ubergang", "--json"]).json();
    assert_eq!(record["members"][1]["person"], "p-0000000001");
    assert_eq!(record["members"][1]["person_name"], "Anna Beispiel");
    let evidence = on_small(&["show", "e-0000000001", "--json"]).json();
    let about = &evidence["statements"][0];
    assert_eq!(about["about"], serde_json::json!(["ak-000001", "landscape"]));
    assert_eq!(about["about_names"], serde_json::json!(["AK Übergang", "Landkreis Musterau"]));
    assert_eq!(on_small(&["show", "vhs", "--json"]).json()["id"], "vhs-000001");
}

#[test]
fn a_name_that_fits_several_names_the_candidates() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let text = r#"{"format": "runde", "version": 1, "actors": [{"id": "a", "name": "Jugendamt Nord"},
        {"id": "b", "name": "Jugendamt Ost"}, {"id": "c", "name": "Doppelt"}, {"id": "d", "name": "DOPPELT"}]}"#;
    std::fs::write(file.path(), text).unwrap();
    let ask = |name: &str| called(&["show", name, "-f", file.path().to_str().unwrap()]);
    for (name, ids) in [("jugendamt", ["a ", "b "]), ("doppelt", ["c ", "d "])] {
        let said = ask(name);
        assert_eq!((said.code, &*said.out), (Some(2), ""), "{}", said.err);
        assert!(ids.iter().all(|id| said.err.lines().any(|line| line.starts_with(id))), "{}", said.err);
    }
    assert_eq!(ask("ost").code, Some(0));
    assert_eq!(ask("xyzxyz").code, Some(1));
}

#[test]
fn next_expects_what_the_rhythm_says() {
    let items = on_small(&["next", "--from", "01.12.2026", "--days", "45", "--json"]).json();
    let days: Vec<&str> = items.as_array().unwrap().iter().map(|item| item["at"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-12-08T14:00", "2027-01-12T14:00"]);
    assert_eq!(items[0]["network"], serde_json::json!({"id": "ak-000001", "name": "AK Übergang"}));
    assert_eq!((&items[0]["status"], &items[0]["place"]), (&Value::from("expected"), &Value::Null));
    let words = on_small(&["next", "--days", "20"]);
    assert_eq!(words.out, "Di 08.12.2026, 14:00\tAK Übergang\tlaut Rhythmus\n");
    let none = on_small(&["next", "--days", "2", "--lang", "en"]);
    assert_eq!((none.code, &*none.err), (Some(1), "No meetings in the next 2 days.\n"));
}

#[test]
fn find_is_the_search_of_the_program() {
    let hits = on_small(&["find", "uebergang", "--json"]).json();
    assert_eq!((&hits[0]["id"], &hits[0]["kind"]), (&Value::from("ak-000001"), &Value::from("network")));
    for key in ["name", "context", "score"] {
        assert!(hits[0].get(key).is_some(), "{key}");
    }
    let quoted = on_small(&["find", "luft", "--kind", "beleg"]);
    assert!(quoted.out.starts_with("e-0000000001") && quoted.out.contains("Luft"), "{}", quoted.out);
    assert_eq!(on_small(&["find", "xyzxyzxyz"]).code, Some(1));
    assert_eq!(on_small(&["find", "x", "--kind", "haus"]).code, Some(2));
}

#[test]
fn check_tells_what_is_wrong_and_where() {
    let sound = on_small(&["check", "--json"]);
    assert_eq!(sound.code, Some(0));
    assert!(sound.json().as_array().unwrap().iter().all(|finding| finding["level"] == "note"));
    let file = tempfile::NamedTempFile::new().unwrap();
    let text = "{\"format\": \"runde\", \"version\": 1, \"networks\": [{\"id\": \"n\", \"name\": \"N\u{202e}\", \"members\": [{\"id\": \"m-1\", \"actor\": \"x\"}]}]}";
    std::fs::write(file.path(), text).unwrap();
    let path = file.path().to_str().unwrap();
    let bad = called(&["check", "--json", "--invisible", "-f", path]);
    assert_eq!(bad.code, Some(1));
    let findings = bad.json();
    assert_eq!(
        (&findings[0]["level"], &findings[0]["where"]),
        (&Value::from("error"), &Value::from("networks/n/members/m-1/actor"))
    );
    assert_eq!(findings[1]["level"], "warning");
    let words = in_terminal(&["check", "-f", path]);
    assert!(words.out.contains("führt zu „x“"), "{}", words.out);
    assert!(!words.out.contains('\u{202e}'), "the terminal must not get what turns the reading direction");
}

#[test]
fn a_terminal_gets_nothing_it_would_obey_and_json_nothing_unseen() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let text = "{\"format\": \"runde\", \"version\": 1, \"actors\": [{\"id\": \"a\", \"name\": \"A\\u001b[2J\u{202e}\u{7f}\u{85}B\"}]}";
    std::fs::write(file.path(), text).unwrap();
    let path = file.path().to_str().unwrap();
    for command in [&["show", "a"][..], &["list", "actors"], &["find", "a"]] {
        let shown =
            in_terminal(&[command, &["-f", path]].concat()).out.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
        assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7f}', '\u{85}']), "{command:?}: {shown:?}");
        let json = called(&[command, &["-f", path, "--json"]].concat()).out;
        assert!(!json.contains(['\u{1b}', '\u{202e}', '\u{7f}', '\u{85}']), "{command:?}: {json:?}");
        assert!(json.contains("\\u202e") && json.contains("\\u007f"), "{json}");
    }
}

#[test]
fn colour_only_where_it_is_wanted() {
    assert!(!on_small(&["show", "vhs"]).out.contains('\u{1b}'));
    assert!(on_small(&["show", "vhs", "--color", "always"]).out.contains('\u{1b}'));
}

/// Compares a committed page with what the program makes; `RUNDE_WRITE=1` writes it instead.
fn in_step(path: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("RUNDE_WRITE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(committed, text, "{} is out of step: RUNDE_WRITE=1 cargo test --test cli", path.display());
}

#[test]
fn generated_pages_are_in_step() {
    in_step("docs/keys.md", &called(&["keys", "--lang", "en"]).out);
    in_step("docs/runde.1", &called(&["man", "--lang", "en"]).out);
    in_step("data/schema.json", &called(&["schema"]).out);
}

#[test]
fn the_schema_takes_stores_and_refuses_what_is_none() {
    let schema: Value = called(&["schema"]).json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    // A number beyond all ranges is kept by us, but no JSON library of others reads it.
    let small: Value = serde_json::from_str(&support::stores::small().replace("1E400", "1")).unwrap();
    let demo: Value = serde_json::from_str(include_str!("../data/musterau.json")).unwrap();
    for store in [&small, &demo] {
        let errors: Vec<String> =
            validator.iter_errors(store).map(|e| format!("{}: {e}", e.instance_path())).take(5).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
    let broken = [
        ("/actors/0/name", Value::from(3)),
        ("/networks/0/activity", Value::from(9)),
        ("/format", Value::from("x")),
        ("/rhythms/0/start", Value::from("morgen")),
        ("/networks/0/members/0/roles", Value::from("chair")),
    ];
    for (place, value) in broken {
        let mut store = small.clone();
        *store.pointer_mut(place).unwrap() = value;
        assert!(!validator.is_valid(&store), "{place}");
    }
}

#[test]
fn the_demo_is_sound() {
    let said = called(&["check", "--demo"]);
    assert!(!said.out.contains("Fehler:"), "{}", said.out.lines().take(5).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_real_program_speaks_and_exits_as_promised() {
    let runde = || {
        let mut command = Command::cargo_bin("runde").unwrap();
        command.env_remove("RUNDE_FILE").env("RUNDE_LANG", "en").env("RUNDE_CONFIG", "/nonexistent/runde.toml");
        command
    };
    let file = small();
    runde().args(["find", "jugendamt"]).env("RUNDE_FILE", file.path()).assert().code(0);
    let out =
        runde().args(["list", "actors", "--json", "-f"]).arg(file.path()).assert().code(0).get_output().stdout.clone();
    assert_eq!(
        serde_json::from_slice::<Value>(&String::from_utf8(out).unwrap().replace("1E400", "1").into_bytes()).unwrap()
            [1]["name"],
        "Anna Beispiel"
    );
    runde().args(["list", "actors", "-f", "/nonexistent/x.json"]).assert().code(2);
    runde().args(["completions", "bash"]).assert().code(0);
    runde().args(["config", "--default"]).assert().code(0);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let program = assert_cmd::cargo::cargo_bin("runde");
    let mut child = Command::new(program)
        .args(["list", "meetings", "--demo", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(0), ""));
}
