//! `runde export ics` and `runde import ics` as a user calls them: preview, taking over, the same file again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

mod support;

use serde_json::Value;
use std::path::Path;
use support::shell::{Said, Shell};

fn called(words: &[&str], folder: &Path) -> Said {
    Shell::in_folder(folder).with_store(&folder.join("l.json")).call(words)
}

#[test]
fn preview_then_apply_then_nothing_new() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("l.json");
    std::fs::write(&store, runde::store::DEMO).unwrap();
    let ics = folder.path().join("a.ics");
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:Klausurtag\r\nDTSTART;TZID=Europe/Berlin:20270112T090000\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2@x\r\nSUMMARY:Stunde\r\nDTSTART:20270112T090000\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    std::fs::write(&ics, text).unwrap();
    let path = ics.to_str().unwrap();
    let network = ["--network", "Steuerungsgruppe Bildung"];

    let said = called(&[&["import", "ics", path, "--json"][..], &network].concat(), folder.path());
    let rows: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (said.code, rows[0]["action"].as_str(), rows[1]["action"].as_str()),
        (Some(1), Some("create"), Some("error"))
    );
    assert_eq!(
        (rows[0]["line"].as_i64(), rows[1]["line"].as_i64(), rows[0]["kind"].as_str()),
        (Some(2), Some(7), Some("meeting"))
    );
    assert!(rows[1]["why"].as_str().unwrap().contains("FREQ=HOURLY") && said.err.contains("--apply"), "{}", said.err);
    assert_eq!(std::fs::read_to_string(&store).unwrap(), runde::store::DEMO, "a preview writes nothing");

    let said = called(&[&["import", "ics", path, "--apply"][..], &network].concat(), folder.path());
    assert_eq!(said.code, Some(1), "{}", said.err);
    let next = called(&["next", "--from", "2027-01-12", "--days", "1", "--json"], folder.path());
    assert!(next.out.contains("2027-01-12T09:00"), "{}", next.out);
    let held = std::fs::read_to_string(&store).unwrap();
    assert!(held.contains("\"1@x\""));
    let again = called(&[&["import", "ics", path, "--apply"][..], &network].concat(), folder.path());
    assert!(again.err.contains("0 neu, 0 geändert, 1 unverändert, 1 mit Fehlern"), "{}", again.err);
    assert_eq!(std::fs::read_to_string(&store).unwrap(), held);
    // The version before is among the backups.
    let kept = walk(&folder.path().join("RUNDE_STATE").join("backups"));
    assert!(kept.iter().any(|bytes| bytes == runde::store::DEMO.as_bytes()), "{}", kept.len());

    let demo = called(&["import", "ics", path, "--apply", "--demo"], folder.path());
    assert_eq!(demo.code, Some(2));
    assert_eq!(called(&["import", "ics", "/nowhere.ics"], folder.path()).code, Some(2));
    assert_eq!(called(&["import", "ics", store.to_str().unwrap()], folder.path()).code, Some(2));
}

fn walk(folder: &Path) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let found = entries.map(|entry| entry.path());
    found.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![std::fs::read(&path).unwrap()] }).collect()
}

#[test]
fn an_export_goes_to_the_output_or_into_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let all = called(&["--demo", "export", "ics"], folder.path());
    assert_eq!((all.code, all.out.starts_with("BEGIN:VCALENDAR\r\n")), (Some(0), true));
    let file = folder.path().join("o.ics");
    let one = called(
        &["--demo", "export", "ics", "--network", "Steuerungsgruppe Bildung", "-o", file.to_str().unwrap()],
        folder.path(),
    );
    assert_eq!((one.code, one.out.as_str()), (Some(0), ""), "{}", one.err);
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.len() < all.out.len() && text.contains("X-WR-CALNAME:Steuerungsgruppe Bildung\r\n"));
    let nobody = called(&["--demo", "export", "ics", "--network", "Gibt es nicht xyz"], folder.path());
    assert_eq!(nobody.code, Some(2));
    let help = called(&["import", "--help"], folder.path());
    assert!(help.out.contains("Ferien") && help.out.contains("nur eine Vorschau"), "{}", help.out);
}
