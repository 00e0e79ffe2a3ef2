//! Saves killed at a random moment: afterwards the file is the last confirmed generation or the one after it, whole.

use crate::support::{Desk, Dice, child, generation, number_of, rounds};
use jiff::{SignedDuration, Timestamp};
use runde::store::file::sweep;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

const KILLS: usize = 1_000;

#[test]
fn killed_while_saving_400_people() {
    kill_repeatedly(400, 6_000);
}

#[test]
fn killed_while_saving_5_000_people() {
    kill_repeatedly(5_000, 12_000);
}

fn kill_repeatedly(people: usize, microseconds: u64) {
    let mut dice = Dice::new(&format!("kills, {people} people"));
    let desk = Desk::with(&generation(0, people));
    let (mut old, mut new, mut left) = (0, 0, 0);
    for _ in 0..KILLS * rounds() {
        let wait = Duration::from_micros(dice.below(microseconds));
        let confirmed = killed(&desk, people, wait);
        let bytes = fs::read(&desk.store).expect("the store is missing");
        let number = number_of(&bytes, people).unwrap_or_else(|| panic!("torn after {wait:?}: {} bytes", bytes.len()));
        match number.checked_sub(confirmed) {
            Some(0) => old += 1,
            Some(1) => new += 1,
            _ => panic!("confirmed {confirmed}, found {number}"),
        }
        left += desk.names().iter().filter(|name| name.contains(".runde-")).count();
        sweep_all(&desk);
    }
    println!("{people} people: {old} old, {new} new, {left} temporary files swept, 0 torn, 0 missing");
    assert!(left > 0 && old > 0, "the kills missed the saves");
}

/// Starts a child, lets it save for a while, kills it; returns the generation it confirmed last.
fn killed(desk: &Desk, people: usize, wait: Duration) -> usize {
    let mut command = child("loop", desk);
    command.env("RUNDE_FILE_PEOPLE", people.to_string()).stdout(Stdio::piped());
    let mut running = command.spawn().unwrap();
    let mut lines = BufReader::new(running.stdout.take().unwrap()).lines().map(Result::unwrap);
    let ready = lines.find_map(|line| line.strip_prefix("ready ").map(|n| n.parse().unwrap()));
    let ready = ready.expect("the child did not get ready");
    thread::sleep(wait);
    running.kill().unwrap();
    let status = running.wait().unwrap();
    let confirmed = lines.filter_map(|line| line.strip_prefix("saved ").map(|n| n.parse().unwrap())).last();
    assert!(status.signal() == Some(9) || status.code() == Some(crate::child::SAVED), "{status}");
    confirmed.unwrap_or(ready)
}

/// What the next start does, two hours later.
fn sweep_all(desk: &Desk) {
    let later = Timestamp::now() + SignedDuration::from_hours(2);
    let (_, failed) = sweep(&desk.place(), later).unwrap();
    assert_eq!(failed, []);
    assert_eq!(desk.names(), ["Musterau.json"], "something was left");
    desk.backups().rotate(|bytes| !bytes.is_empty(), later).unwrap();
}
