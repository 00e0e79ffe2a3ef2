//! The whole program in a (pseudo-)terminal, with its files: first start, edits on disk, other writers, crashes, broken
//! files. Every wait is for what the screen or the file shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]
#![cfg(unix)]

mod pty;

use portable_pty::CommandBuilder;
use pty::{Pty, until};
use rustix::process::Signal;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const DEMO: &str = include_str!("../data/musterau.json");
const PROGRAM: &str = env!("CARGO_BIN_EXE_runde");

/// A machine of its own: home, settings, state, and the file.
struct Place {
    folder: TempDir,
}

impl Place {
    /// Nothing there yet.
    fn fresh() -> Self {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(place.at("home")).unwrap();
        place
    }

    /// With this store.
    fn with(text: &str) -> Self {
        let place = Place::fresh();
        fs::create_dir_all(place.file().parent().unwrap()).unwrap();
        fs::write(place.file(), text).unwrap();
        place
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> PathBuf {
        self.at("data/landscape.json")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap_or_default()
    }

    fn env(&self) -> [(&'static str, PathBuf); 4] {
        [
            ("HOME", self.at("home")),
            ("RUNDE_CONFIG", self.at("runde.toml")),
            ("RUNDE_DATA", self.at("data")),
            ("RUNDE_STATE", self.at("state")),
        ]
    }

    fn command(&self, lang: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(PROGRAM);
        self.env().iter().for_each(|(name, value)| command.env(name, value));
        command.env("RUNDE_LANG", lang);
        command.env_remove("RUNDE_FILE");
        command
    }

    /// The program, its first frame drawn.
    fn open(&self) -> Pty {
        let pty = Pty::start(self.command("de"), 100, 30);
        pty.wait_for("the landscape", |screen| {
            let text = screen.contents();
            text.contains("Netzwerke ") && !text.contains("Netzwerke 0") && !text.contains("liest ")
                || text.contains("Ein ungespeichertes Formular")
        });
        pty
    }

    /// What a command says, and its exit code.
    fn say(&self, arguments: &[&str]) -> (String, i32) {
        let out = Command::new(PROGRAM).args(arguments).envs(self.env()).env("RUNDE_LANG", "de").output().unwrap();
        let text = [out.stdout, out.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        (text, out.status.code().unwrap())
    }

    /// Is this kept beside the state?
    fn keeps(&self, wanted: &str) -> bool {
        let files = walk(&self.at("state"));
        let mut drafts = files.iter().filter(|path| path.extension().is_some_and(|end| end == "draft"));
        drafts.any(|path| fs::read_to_string(path).is_ok_and(|text| text.contains(wanted)))
    }

    fn holds(&self, wanted: &str) {
        until(wanted, || self.text().contains(wanted));
    }
}

/// The lines of the new text that the old one does not have; falls when anything else changed.
fn added(old: &str, new: &str) -> Vec<String> {
    let mut before = old.lines().peekable();
    let mut added = Vec::new();
    for line in new.lines() {
        if before.peek() == Some(&line) {
            before.next();
        } else {
            added.push(line.trim().to_owned());
        }
    }
    assert_eq!(before.next(), None, "a line of the old file is gone");
    added
}

/// The words on the screen, without frames and line ends.
fn words(screen: &vt100::Screen) -> String {
    let text = screen.contents().replace(['┃', '│'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

#[test]
fn a_fresh_machine_offers_the_demo_and_writes_nothing() {
    let place = Place::fresh();
    let mut pty = Pty::start(place.command("de"), 80, 24);
    pty.wait_text("Noch keine Landschaft");
    pty.send("\x1b[B\r");
    pty.wait_text("Netzwerke 100");
    pty.wait_text("Demo");
    pty.send("nNur zum Probieren\x13");
    pty.wait_text("Netzwerke 101");
    quit(pty);
    assert!(!place.file().exists(), "the demo is not the user's landscape");
    let pty = Pty::start(place.command("de"), 80, 24);
    pty.wait_text("Noch keine Landschaft");
    quit(pty_after_escape(pty));
}

fn pty_after_escape(mut pty: Pty) -> Pty {
    pty.send("\x1b");
    pty.wait_for("the layer to close", |screen| !screen.contents().contains("Noch keine Landschaft"));
    pty
}

#[test]
fn a_fresh_machine_starts_a_landscape() {
    let place = Place::fresh();
    let mut pty = Pty::start(place.command("de"), 80, 24);
    pty.wait_text("Noch keine Landschaft");
    pty.send("\r");
    pty.wait_for("the form", |screen| !screen.contents().contains("Noch keine Landschaft"));
    pty.send("Landkreis Probe\x13");
    place.holds("Landkreis Probe");
    pty.send("nRunder Tisch Probe\x13");
    place.holds("Runder Tisch Probe");
    quit(pty);
    assert_eq!(fs::metadata(place.file()).unwrap().permissions().mode() & 0o077, 0, "for its owner alone");
    assert_eq!(place.say(&["check"]).1, 0);
    let pty = place.open();
    pty.wait_text("Runder Tisch Probe");
    quit(pty);
}

#[test]
fn an_edit_is_on_disk_at_once_and_changes_nothing_else() {
    let place = Place::with(DEMO);
    let sound = place.say(&["check"]);
    let mut pty = place.open();
    pty.send("nAK Sprachbildung\x13");
    let start = std::time::Instant::now();
    place.holds("AK Sprachbildung");
    assert!(start.elapsed().as_millis() < 1000, "{:?}", start.elapsed());
    let lines = added(DEMO, &place.text());
    assert!((3..9).contains(&lines.len()) && lines.contains(&"\"name\": \"AK Sprachbildung\"".to_owned()), "{lines:?}");
    assert_eq!(place.say(&["check"]), sound);
    pty.send("u");
    until("the old file", || place.text() == DEMO);
    quit(pty);
    assert_eq!(place.text(), DEMO);
}

#[test]
fn what_is_saved_in_the_last_moment_is_on_disk_after_quitting() {
    let place = Place::with(DEMO);
    let mut pty = place.open();
    pty.send("nLetzte Runde\x13q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    assert!(place.text().contains("Letzte Runde"));
}

#[test]
fn two_programs_on_one_file_lose_nothing() {
    let place = Place::with(DEMO);
    let (mut one, mut two) = (place.open(), place.open());
    for pty in [&mut one, &mut two] {
        // both have settled: they answer
        pty.send("?");
        pty.wait_text("Tasten hier");
        pty.send("\x1b");
        pty.wait_for("the lists", |screen| !screen.contents().contains("Tasten hier"));
    }
    one.send("nErste Runde\x13");
    place.holds("Erste Runde");
    two.send("\x1b[I");
    two.wait_text("Netzwerke 101");
    two.send("nZweite Runde\x13");
    place.holds("Zweite Runde");
    one.send("\x1b[I");
    one.wait_text("102");
    one.send("nDritte Runde\x13");
    two.send("nVierte Runde\x13");
    for round in ["Erste", "Zweite", "Dritte", "Vierte"] {
        place.holds(&format!("{round} Runde"));
    }
    quit(one);
    quit(two);
    for round in ["Erste", "Zweite", "Dritte", "Vierte"] {
        assert!(place.text().contains(&format!("{round} Runde")), "{round}");
    }
    assert_eq!(added(DEMO, &place.text()).iter().filter(|line| line.contains("Runde\"")).count(), 4);
}

#[test]
fn the_same_field_changed_twice_is_shown_and_decided() {
    let place = Place::with(DEMO);
    let mut pty = place.open();
    pty.send("/ag sport\r");
    pty.wait_text("AG Sport und Schule");
    pty.send("e");
    pty.wait_text("bearbeiten");
    pty.send("\x1b[F UNSER");
    pty.wait_text("UNSER");
    pty.signal(Signal::STOP);
    let theirs = DEMO.replace("\"name\": \"AG Sport und Schule\"", "\"name\": \"AG Sport und Schule IHRER\"");
    assert_ne!(theirs, DEMO);
    fs::write(place.file(), &theirs).unwrap();
    pty.send("\x13");
    pty.signal(Signal::CONT);
    pty.wait_text("Hier und anderswo geändert");
    pty.wait_text("IHRER");
    pty.wait_text("UNSER");
    pty.send("t\r");
    place.holds("Schule IHRER\"");
    quit(pty);
    assert!(!place.text().contains("UNSER"));
}

/// A form with typed text; then the blow; then the program again, which brings the text back.
fn a_draft_survives(blow: impl FnOnce(&mut Pty)) {
    a_draft_survives_with(|_| {}, blow);
}

fn a_draft_survives_with(before: impl FnOnce(&Place), blow: impl FnOnce(&mut Pty)) {
    let place = Place::with(DEMO);
    let mut pty = place.open();
    pty.send("nHalb getippter Name");
    pty.wait_text("Halb getippter Name");
    before(&place);
    blow(&mut pty);
    pty.wait_end();
    assert_eq!(place.text(), DEMO);
    let mut pty = place.open();
    pty.wait_text("Halb getippter Name");
    pty.wait_text("Ein ungespeichertes Formular vom letzten Mal ist wieder da");
    pty.send("\x13");
    place.holds("Halb getippter Name");
    quit(pty);
    let pty = place.open();
    assert!(!pty.text().contains("ungespeichertes Formular"));
    quit(pty);
}

#[test]
fn a_draft_survives_sigterm() {
    a_draft_survives(|pty| pty.signal(Signal::TERM));
}

#[test]
fn a_draft_survives_sighup() {
    a_draft_survives(|pty| pty.signal(Signal::HUP));
}

#[test]
fn a_draft_survives_a_closed_terminal() {
    a_draft_survives(Pty::cut);
}

#[test]
fn a_draft_survives_kill_9() {
    // the worker keeps the draft a moment after the letter is on the screen; only this blow leaves it no such moment
    a_draft_survives_with(
        |place| until("the draft", || place.keeps("Halb getippter Name")),
        |pty| pty.signal(Signal::KILL),
    );
}

#[test]
fn a_draft_belongs_to_its_file() {
    let place = Place::with(DEMO);
    let mut pty = place.open();
    pty.send("nHalb getippter Name");
    pty.wait_text("Halb getippter Name");
    until("the draft", || place.keeps("Halb getippter Name"));
    pty.signal(Signal::KILL);
    pty.wait_end();
    let mut other = place.command("de");
    other.arg("--demo");
    let pty = Pty::start(other, 100, 30);
    pty.wait_text("Netzwerke 100");
    assert!(!pty.text().contains("Halb getippter Name"));
    quit(pty);
    let pty = place.open();
    pty.wait_text("Halb getippter Name");
}

#[test]
fn resizing_all_the_time_does_no_harm() {
    let place = Place::with(DEMO);
    let mut pty = place.open();
    for (round, keys) in ["", "n", "\x1b", " schule", "\x1b", ":", "\x1b", "t", "\x1b", "?"].into_iter().enumerate() {
        pty.send(keys);
        for step in 0..20u16 {
            let seed = u16::try_from(round).unwrap() * 20 + step;
            pty.resize(1 + seed * 37 % 300, 1 + seed * 23 % 90);
        }
    }
    pty.resize(100, 30);
    pty.wait_text("gespeichert · de");
    quit_whatever(pty);
    assert_eq!(place.text(), DEMO);
}

#[test]
fn ctrl_z_gives_the_shell_and_fg_the_program() {
    let place = Place::with(DEMO);
    let mut shell = CommandBuilder::new("bash");
    shell.args(["--norc", "--noprofile", "-i"]);
    place.env().iter().for_each(|(name, value)| shell.env(name, value));
    shell.env("RUNDE_LANG", "de");
    shell.env("PS1", "shell> ");
    let mut pty = Pty::start(shell, 100, 30);
    pty.wait_text("shell>");
    pty.send(format!("{PROGRAM}\n"));
    pty.wait_text("Netzwerke 100");
    pty.send("nHalb");
    pty.wait_text("Halb");
    pty.send("\x1a");
    pty.wait_for("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("Stopped"));
    pty.send("fg\n");
    pty.wait_for("the program", |screen| screen.alternate_screen() && screen.contents().contains("Halb"));
    pty.send(" und ganz\x13");
    place.holds("Halb und ganz");
    pty.send("q");
    pty.wait_for("the shell", |screen| !screen.alternate_screen());
}

#[test]
fn a_paste_outside_a_field_does_nothing() {
    let place = Place::with(DEMO);
    let mut pty = place.open();
    pty.paste("xxxqqq\nuuu");
    pty.wait_text("nur in ein Textfeld");
    quit(pty);
    assert_eq!(place.text(), DEMO);
}

/// A program that stands in for the editor.
fn editor(place: &Place, does: &str) -> PathBuf {
    let path = place.at("editor");
    fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    path
}

#[test]
fn notes_go_to_the_editor_and_back() {
    let place = Place::with(DEMO);
    let script = editor(&place, "printf 'Notiz aus dem Editor\\n' > \"$1\"");
    let mut command = place.command("de");
    command.env_remove("VISUAL");
    command.env("EDITOR", script);
    let mut pty = Pty::start_as_is(command, 100, 30);
    pty.wait_text("Netzwerke 100");
    pty.send("E");
    place.holds("Notiz aus dem Editor");
    pty.wait_text("Netzwerke 100");
    pty.send("u");
    until("the old file", || place.text() == DEMO);
    quit(pty);
}

#[test]
fn a_protected_file_is_only_read() {
    let place = Place::with(DEMO);
    fs::set_permissions(place.file(), Permissions::from_mode(0o444)).unwrap();
    let mut pty = place.open();
    pty.wait_text("nur lesen");
    pty.send("n");
    pty.wait_text("schreibgeschützt");
    pty.send("te");
    pty.send("\x13");
    pty.send("\x1b\x1b\x1b");
    quit_whatever(pty);
    assert_eq!(place.text(), DEMO);
    assert!(!place.at("state").exists() || !format!("{:?}", walk(&place.at("state"))).contains("rescue"));
}

fn quit_whatever(mut pty: Pty) {
    pty.send("\x03\x03");
    pty.wait_end();
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] })
        .collect()
}

#[test]
fn a_newer_file_is_only_read() {
    let newer = DEMO.replacen("\"version\": 1", "\"version\": 2", 1);
    let place = Place::with(&newer);
    let mut pty = place.open();
    pty.wait_text("nur lesen");
    pty.send("x");
    pty.wait_text("neuere");
    quit(pty);
    assert_eq!(place.text(), newer);
}

#[test]
fn a_broken_file_is_named_and_never_touched() {
    let broken = DEMO.replacen("\"networks\": [", "\"networks\": [,", 1);
    let line = 1 + broken.split("\"networks\": [,").next().unwrap().matches('\n').count();
    for (text, said) in [
        (broken.as_str(), format!("Zeile {line}")),
        ("", "die Datei ist leer".to_owned()),
        ("\0\0\0\0", "Nullbytes".to_owned()),
        ("{\"a\": 1}", "keine Datei von runde".to_owned()),
        (&DEMO[..5000], "bricht ab".to_owned()),
    ] {
        let place = Place::with(text);
        let mut pty = Pty::start(place.command("de"), 100, 30);
        pty.wait_for(&said, |screen| words(screen).contains(&said));
        pty.wait_text("Es gibt keine lesbare Sicherung.");
        pty.send("\r");
        pty.wait_for("the question to close", |screen| !screen.contents().contains("Sicherung."));
        pty.send("nNeu");
        pty.wait_text("nicht lesbar");
        quit_whatever(pty);
        assert_eq!(place.text(), text);
    }
}

#[test]
fn the_newest_good_backup_is_opened_and_becomes_the_file() {
    let place = Place::with(DEMO);
    let mut pty = place.open();
    pty.send("nErste Runde\x13");
    place.holds("Erste Runde");
    pty.send("nZweite Runde\x13");
    place.holds("Zweite Runde");
    quit(pty);
    let broken = place.text().replacen("\"actors\": [", "\"actors\": [[", 1);
    fs::write(place.file(), &broken).unwrap();
    let mut pty = Pty::start(place.command("de"), 100, 30);
    pty.wait_text("Neueste lesbare Sicherung");
    pty.send("j");
    pty.wait_text("Netzwerke 101");
    pty.wait_text("Strg-s");
    assert_eq!(place.text(), broken, "looking changes nothing");
    // refused until the backup is wholly read
    until("the backup to be the file", || {
        pty.send("\x13");
        place.text().contains("Erste Runde") && place.text() != broken
    });
    pty.send("nDritte Runde\x13");
    place.holds("Dritte Runde");
    quit(pty);
    assert_eq!(place.say(&["check"]), {
        let good = Place::with(DEMO);
        good.say(&["check"])
    });
    let kept = walk(&place.at("state")).iter().any(|path| fs::read_to_string(path).is_ok_and(|text| text == broken));
    assert!(kept, "the broken file is kept");
}

#[test]
fn a_file_repaired_by_hand_opens_with_one_key() {
    let place = Place::with("{");
    let mut pty = Pty::start(place.command("de"), 100, 30);
    pty.wait_for("bricht ab", |screen| words(screen).contains("bricht ab"));
    pty.send("\r");
    fs::write(place.file(), DEMO).unwrap();
    pty.send("\x07");
    pty.wait_text("Netzwerke 100");
    pty.send("nNeue Runde\x13");
    place.holds("Neue Runde");
    quit(pty);
}
