//! The file behind the data, with two threads and a disk that other people write to.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::panic, reason = "a trial may fall over, and says so")]

use super::*;
use crate::store::read;
use std::sync::mpsc::{Receiver, channel};

fn store(name: &str) -> Store {
    read(&format!(r#"{{"format":"runde","version":1,"networks":[{{"id":"n-1","name":"{name}"}}]}}"#)).unwrap().store
}

fn two(name: &str, other: &str) -> Store {
    read(&format!(
        r#"{{"format":"runde","version":1,"networks":[{{"id":"n-1","name":"{name}"}},{{"id":"n-2","name":"{other}"}}]}}"#
    ))
    .unwrap()
    .store
}

fn library(folder: &Path) -> (Library, Receiver<Event>) {
    let (events, inbox) = channel();
    let post = Post { events, waker: Arc::default() };
    let unsaved = Unsaved::default();
    let state = folder.join("state");
    let saver = Saver::start(post.clone(), state.clone(), unsaved.clone());
    let path = folder.join("store.json");
    (
        Library {
            path,
            demo: None,
            saver,
            post,
            state,
            unsaved,
            saves: AtomicU64::new(0),
            told: Arc::default(),
            watch: None,
        },
        inbox,
    )
}

fn take(library: &Library, base: &Store) {
    std::fs::write(&library.path, write(base)).unwrap();
    let place = Place::find(&library.path).unwrap();
    let Opened::File { stamp, .. } = open::read(&place).unwrap() else { panic!() };
    library.saver.send(Job::Take(library.path.clone(), Some(stamp), Form::default(), base.clone()));
}

/// A library that has taken over its file.
fn begun() -> (tempfile::TempDir, Library, Receiver<Event>) {
    let folder = tempfile::tempdir().unwrap();
    let (library, inbox) = library(folder.path());
    take(&library, &store("alt"));
    library.saver.finish(Duration::from_secs(5));
    (folder, library, inbox)
}

/// Quitting did not claim that all is saved, and what is not lies beside.
fn assert_rescued(library: &Library, said_saved: bool) {
    let rescued = rescued(library);
    assert!(!said_saved && rescued > 0, "quit says all is saved ({said_saved}), {rescued} rescued");
}

fn rescued(library: &Library) -> usize {
    rescue::list(&library.state).unwrap_or_default().len()
}

#[test]
fn p1_a_file_that_appeared_meanwhile_is_told_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (library, inbox) = library(folder.path());
    library.saver.send(Job::Take(library.path.clone(), None, Form::default(), Store::default()));
    std::fs::write(&library.path, write(&store("fremd"))).unwrap();
    library.save(store("unser"));
    let said_saved = library.finish(Duration::from_secs(5));
    let told = inbox.try_iter().any(|event| matches!(event, Event::ChangedOnDisk(_) | Event::NotSaved(_)));
    assert!(told || !said_saved, "nothing was told, quit says all is saved");
}

#[test]
fn p2_an_edit_over_a_file_that_became_unreadable_is_rescued() {
    let (_folder, library, _inbox) = begun();
    std::fs::write(&library.path, b"<<<<<<< HEAD\n{\n").unwrap();
    library.save(store("neu"));
    let said_saved = library.finish(Duration::from_secs(5));
    assert_rescued(&library, said_saved);
}

#[test]
fn p3_quit_right_after_an_edit_over_a_changed_file() {
    let (_folder, library, _inbox) = begun();
    std::fs::write(&library.path, write(&two("alt", "fremd"))).unwrap();
    library.save(store("neu"));
    let said_saved = library.finish(Duration::from_secs(5));
    assert_rescued(&library, said_saved);
}

#[test]
fn p4_look_then_save_does_not_write_over_what_was_just_found() {
    let (_folder, library, _inbox) = begun();
    std::fs::write(&library.path, write(&two("alt", "fremd"))).unwrap();
    library.look();
    library.save(store("neu"));
    library.finish(Duration::from_secs(5));
    let disk = std::fs::read_to_string(&library.path).unwrap();
    assert!(disk.contains("fremd"), "their record is gone from the disk:\n{disk}");
}

#[test]
fn p5_a_finished_save_does_not_forget_the_newer_state() {
    let folder = tempfile::tempdir().unwrap();
    let (library, _inbox) = library(folder.path());
    take(&library, &store("alt"));
    library.save(store("eins"));
    // the second edit is made while the first is written: its state is in the slot, its job not yet begun
    library.hold(store("zwei"));
    library.saver.finish(Duration::from_secs(5));
    assert!(library.unsaved.lock().unwrap().is_some(), "the newer state is forgotten: no rescue if it fails");
}

#[test]
fn p6_a_file_that_became_newer_is_not_written_as_an_older_one() {
    let (_folder, library, inbox) = begun();
    std::fs::write(&library.path, r#"{"format":"runde","version":2,"networks":[{"id":"n-1","name":"alt"}]}"#).unwrap();
    library.save(store("neu"));
    library.saver.finish(Duration::from_secs(5));
    let changed = inbox.try_iter().find_map(|event| match event {
        Event::ChangedOnDisk(states) => Some(states.1.version()),
        _ => None,
    });
    assert_eq!(changed, None, "handed to the loop as data to merge and save");
}

#[test]
fn two_windows_keep_their_drafts_apart_and_what_a_fall_left_comes_back_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let offered = |inbox: &Receiver<Event>| -> Vec<String> {
        let left = |event| if let Event::DraftLeft(text) = event { Some(text) } else { None };
        inbox.try_iter().filter_map(left).collect()
    };
    let (first, first_inbox) = library(folder.path());
    take(&first, &store("alt"));
    first.draft(Some("eins".to_owned()));
    first.saver.finish(Duration::from_secs(5));
    let (second, second_inbox) = library(folder.path());
    take(&second, &store("alt"));
    second.draft(Some("zwei".to_owned()));
    second.saver.finish(Duration::from_secs(5));
    assert!(offered(&first_inbox).is_empty() && offered(&second_inbox).is_empty());
    // A form closed in the first window does not bring up what is open in the second.
    first.draft(None);
    first.saver.finish(Duration::from_secs(5));
    assert!(offered(&first_inbox).is_empty());
    first.draft(Some("eins".to_owned()));
    first.saver.finish(Duration::from_secs(5));
    // Both fall: their threads end, their forms stay.
    for fallen in [first, second] {
        let told = fallen.saver.clone();
        drop(fallen);
        told.finish(Duration::from_secs(5));
        drop(told);
    }
    std::thread::sleep(Duration::from_millis(200));
    let (again, inbox) = library(folder.path());
    take(&again, &store("alt"));
    again.saver.finish(Duration::from_secs(5));
    let mut back = offered(&inbox);
    again.draft(None);
    again.saver.finish(Duration::from_secs(5));
    back.extend(offered(&inbox));
    back.sort();
    assert_eq!(back, ["eins", "zwei"]);
    again.draft(None);
    again.saver.finish(Duration::from_secs(5));
    assert!(offered(&inbox).is_empty());
}
