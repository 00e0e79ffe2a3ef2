//! `runde compare` as it is called: a file, a revision in git, a backup, the same data on another day.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn runde(home: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runde"));
    for (name, folder) in [("RUNDE_STATE", "state"), ("RUNDE_DATA", "data"), ("RUNDE_CONFIG", "config")] {
        command.env(name, home.join(folder));
    }
    command.current_dir(home).env_remove("RUNDE_FILE").args(arguments).output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const THEN: &str = r#"{"format":"runde","version":1,"landscape":{"name":"L"},
"actors":[{"id":"a1","name":"Amt"},{"id":"a2","name":"Beratung"}],
"networks":[{"id":"n1","name":"Kreis","lifecycle":"active","members":[{"id":"m-1","actor":"a1"}]},{"id":"n2","name":"Ende"}]}"#;

const NOW: &str = r#"{"format":"runde","version":1,"landscape":{"name":"L"},
"actors":[{"id":"a1","name":"Amt"},{"id":"a2","name":"Beratung"}],
"networks":[{"id":"n1","name":"Kreis","lifecycle":"dormant","members":[{"id":"m-1","actor":"a1"},{"id":"m-2","actor":"a2"}]},
{"id":"n3","name":"Bund","from":"2020-03","members":[{"id":"m-3","actor":"a1"}]}]}"#;

fn told(home: &Path, other: &str) {
    let german = runde(home, &["-f", "store.json", "--lang", "de", "compare", other]);
    assert_eq!(german.status.code(), Some(1), "something is different: {german:?}");
    let said = text(&german);
    for line in [
        "− Ende: nicht mehr in den Daten, hatte keine Mitglieder\n",
        "~ Kreis: Stand: aktiv → ruhend\n",
        "+ Kreis: neu: Beratung\n",
        "Mitgliedschaften\t1\t3\t+2\n",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(said.contains("+ Bund: "), "{said}");
    let json = runde(home, &["-f", "store.json", "compare", other, "--json"]);
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    for what in ["networks", "actors", "memberships"] {
        for list in ["added", "removed", "changed"] {
            assert!(json[what][list].is_array(), "{what} {list}");
        }
    }
    assert_eq!(json["networks"]["changed"][0]["fields"][0]["now"], "dormant");
    assert_eq!(json["measures"]["now"]["memberships"], 3);
}

#[test]
fn beside_a_file_a_backup_and_a_revision() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    std::fs::write(home.join("old.json"), THEN).unwrap();
    std::fs::write(home.join("store.json"), NOW).unwrap();
    told(home, "old.json");
    let other_way = runde(home, &["-f", "old.json", "--lang", "en", "compare", "store.json"]);
    assert!(text(&other_way).contains("− Kreis: out: Beratung\n"), "{other_way:?}");

    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main"];
        Command::new("git").current_dir(home).args(identity).args(arguments).output().unwrap().status.success()
    };
    std::fs::write(home.join("store.json"), THEN).unwrap();
    assert!(git(&["init", "-q"]) && git(&["add", "store.json"]) && git(&["commit", "-qm", "Anfang"]));
    std::fs::write(home.join("store.json"), NOW).unwrap();
    told(home, "git:HEAD");
    for missing in ["git:nowhere", "git:--help", "backup:2020", "nicht-da.json"] {
        let output = runde(home, &["-f", "store.json", "compare", missing]);
        assert_eq!(output.status.code(), Some(2), "{missing}: {output:?}");
    }
}

#[test]
fn the_same_data_on_two_days() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    std::fs::write(home.join("store.json"), NOW).unwrap();
    let grown = runde(home, &["-f", "store.json", "--lang", "en", "compare", "--then", "2019-12-31"]);
    assert!(text(&grown).contains("+ Bund: founded March 2020, 1 member\n"), "{grown:?}");
    let same = runde(home, &["-f", "store.json", "compare", "store.json"]);
    assert_eq!(same.status.code(), Some(0), "{same:?}");
    let neither = runde(home, &["-f", "store.json", "compare"]);
    assert_eq!(neither.status.code(), Some(2), "{neither:?}");
}
