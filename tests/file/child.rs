//! What a child process does: this test program, started again with an order in its environment.

use crate::support::{claimed_number, generation, now, opened};
use runde::store::file::backup::Backups;
use runde::store::file::open::{Opened, read};
use runde::store::file::save::{Expected, Links, Outcome, Plan, Sharing, save, save_held};
use runde::store::file::{FileError, Place, lock};
use std::env;
use std::fs;
use std::io::{IoSlice, Read, Seek, Write, stderr};
use std::path::Path;
use std::process::exit;
use std::thread;

/// Saved.
pub(crate) const SAVED: i32 = 10;
/// Not saved, for a reason that is no failure (changed on disk, read-only …).
pub(crate) const DECLINED: i32 = 11;
/// Not saved, an error.
pub(crate) const FAILED: i32 = 12;
/// The file was left half-written, and the error said so.
pub(crate) const TORN: i32 = 13;

#[test]
fn child() {
    let Ok(action) = env::var("RUNDE_FILE_CHILD") else { return };
    // a thread of its own: its system calls are counted from its start
    let done = thread::spawn(move || match action.as_str() {
        "save" => once(),
        "loop" => again_and_again(),
        "add" => add(false),
        "add-held" => add(true),
        "announce" => announce(),
        other => panic!("no such action: {other}"),
    });
    exit(done.join().unwrap());
}

fn path(variable: &str) -> std::path::PathBuf {
    env::var_os(variable).unwrap().into()
}

fn number(variable: &str, otherwise: usize) -> usize {
    env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Opens the store and saves the next generation. Begin and end show in a trace.
fn once() -> i32 {
    let umask = number("RUNDE_FILE_UMASK", 0o077);
    rustix::process::umask(rustix::fs::Mode::from_bits_truncate(umask as u32));
    let backups = Backups::in_folder(&path("RUNDE_FILE_STATE").join("backup"));
    let links = match env::var("RUNDE_FILE_LINKS").as_deref() {
        Ok("in place") => Links::InPlace,
        Ok("separate") => Links::Separate,
        _ => Links::Ask,
    };
    let sharing = if env::var_os("RUNDE_FILE_SHARED").is_some() { Sharing::Shared } else { Sharing::Private };
    let plan = Plan { now: now(), sharing, links, backups: Some(&backups) };
    let (store, bytes) = (path("RUNDE_FILE_STORE"), generation(1, number("RUNDE_FILE_PEOPLE", 20)));
    warm_up();
    let _ = fs::symlink_metadata("/runde-begin");
    let result = open_and_save(&store, &bytes, &plan);
    let _ = fs::symlink_metadata("/runde-end");
    let (text, code) = match result {
        Ok(Outcome::Saved(saved)) => (format!("{saved:?}"), SAVED),
        Ok(other) => (format!("{other:?}"), DECLINED),
        Err(error @ FileError::Torn { .. }) => (error.to_string(), TORN),
        Err(error) => (error.to_string(), FAILED),
    };
    // not `write`, which may be the call that is refused for ever
    let _ = stderr().write_vectored(&[IoSlice::new(text.as_bytes())]);
    code
}

/// A refused call is chosen by its number in its thread, and refused in every thread. After this, no other thread of
/// this program comes as far as the numbers that are hit.
fn warm_up() {
    for _ in 0..60 {
        let mut null = fs::OpenOptions::new().read(true).write(true).open("/dev/null").unwrap();
        let _ = (null.metadata(), null.read(&mut [0]), null.write(&[0]), null.rewind());
    }
}

fn open_and_save(store: &Path, bytes: &[u8], plan: &Plan<'_>) -> Result<Outcome, FileError> {
    let place = Place::find(store)?;
    match read(&place)? {
        Opened::New => save(&place, bytes, Expected::Nothing, plan),
        Opened::File { bytes: found, stamp } => {
            assert!(!found.is_empty(), "an empty store was read");
            save(&place, bytes, Expected::Same(&stamp), plan)
        }
    }
}

/// Saves one generation after the other and says so after each, until killed.
fn again_and_again() -> i32 {
    let people = number("RUNDE_FILE_PEOPLE", 400);
    let backups = Backups::in_folder(&path("RUNDE_FILE_STATE").join("backup"));
    let mut plan = Plan { now: now(), sharing: Sharing::Private, links: Links::Ask, backups: Some(&backups) };
    let place = Place::find(&path("RUNDE_FILE_STORE")).unwrap();
    let (bytes, mut stamp) = opened(&place);
    let mut current = claimed_number(&bytes).unwrap();
    let prepared: Vec<_> =
        (1..=if people > 1_000 { 3 } else { 20 }).map(|ahead| generation(current + ahead, people)).collect();
    println!("\nready {current}");
    for bytes in prepared {
        plan.now += jiff::SignedDuration::from_millis(1);
        match save(&place, &bytes, Expected::Same(&stamp), &plan) {
            Ok(Outcome::Saved(saved)) => stamp = saved.stamp,
            other => panic!("{other:?}"),
        }
        current += 1;
        println!("saved {current}");
    }
    SAVED
}

/// Adds lines to the store, as one of many: compare and swap, or reading and saving under one lock.
fn add(held: bool) -> i32 {
    let place = Place::find(&path("RUNDE_FILE_STORE")).unwrap();
    let backups = Backups::in_folder(&path("RUNDE_FILE_STATE").join("backup"));
    let plan = Plan { now: now(), sharing: Sharing::Private, links: Links::Ask, backups: Some(&backups) };
    for edit in 0..number("RUNDE_FILE_EDITS", 2) {
        let line = format!("process {} edit {edit}\n", std::process::id());
        let appended = |bytes: Vec<u8>| [bytes, line.clone().into_bytes()].concat();
        loop {
            let lock = held.then(|| lock::hold(&place, now()).unwrap());
            let (bytes, stamp) = opened(&place);
            let bytes = appended(bytes);
            let outcome = match &lock {
                Some(lock) => save_held(lock, &place, &bytes, Expected::Same(&stamp), &plan),
                None => save(&place, &bytes, Expected::Same(&stamp), &plan),
            };
            match outcome {
                Ok(Outcome::Saved(saved)) => {
                    assert_eq!(saved.notices, []);
                    break;
                }
                Ok(Outcome::ChangedOnDisk(_)) if !held => {}
                other => panic!("{other:?}"),
            }
        }
    }
    SAVED
}

/// Leaves the note that the store is open, and waits to be killed.
fn announce() -> i32 {
    let place = Place::find(&path("RUNDE_FILE_STORE")).unwrap();
    let presence = lock::announce(&place, now());
    println!("\n{presence:?}");
    thread::sleep(std::time::Duration::from_secs(60));
    DECLINED
}
