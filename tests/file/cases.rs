//! The known faults of other programs, one by one: odd places, changed files, locks, notes, watching.

use crate::support::{Desk, child, generation, names, now, number_of, opened, plan};
use jiff::{SignedDuration, Timestamp};
use runde::store::file::lock::{Presence, announce, hold};
use runde::store::file::open::{Opened, read};
use runde::store::file::save::{Expected, Links, Outcome, Plan, Saved, save};
use runde::store::file::watch::{Change, changed, watch};
use runde::store::file::{FileError, Place, Special, Stamp, Step, sweep};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, ErrorKind};
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Saves and expects it to go well.
fn saved(place: &Place, bytes: &[u8], expected: Expected<'_>, plan: &Plan<'_>) -> Saved {
    match save(place, bytes, expected, plan) {
        Ok(Outcome::Saved(saved)) => {
            assert_eq!((saved.durable, &*saved.notices), (true, &[][..]));
            saved
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_stamp_of_a_save_is_the_stamp_of_the_next_reading() {
    let desk = Desk::new();
    let place = desk.place();
    assert_eq!(read(&place).unwrap(), Opened::New);
    let backups = desk.backups();
    let first = saved(&place, b"one\n", Expected::Nothing, &plan(Some(&backups)));
    assert_eq!(opened(&place), (b"one\n".to_vec(), first.stamp));
    let second = saved(&place, b"two\n", Expected::Same(&first.stamp), &plan(Some(&backups)));
    assert_eq!(opened(&place), (b"two\n".to_vec(), second.stamp));
    assert_eq!((first.backup, fs::read(second.backup.unwrap()).unwrap()), (None, b"one\n".to_vec()));
    assert_eq!(desk.names(), ["Musterau.json"]);
}

#[test]
fn a_relative_path_is_made_absolute() {
    let desk = Desk::with(&generation(0, 20));
    let mut command = child("save", &desk);
    let status =
        command.env("RUNDE_FILE_STORE", "Musterau.json").current_dir(&desk.folder).stderr(Stdio::piped()).output();
    let output = status.unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(crate::child::SAVED), "{text}");
    assert!(text.contains("durable: true") && text.contains("notices: []"), "{text}");
}

#[test]
fn links_are_followed_to_the_end_and_stay() {
    let desk = Desk::new();
    let archive = desk.folder.join("archive");
    fs::create_dir(&archive).unwrap();
    fs::write(archive.join("real.json"), "old").unwrap();
    symlink("archive/real.json", desk.folder.join("middle.json")).unwrap();
    symlink(desk.folder.join("middle.json"), &desk.store).unwrap();
    let place = desk.place();
    assert!(place.linked && place.path == archive.canonicalize().unwrap().join("real.json"));
    saved(&place, b"new", Expected::Same(&opened(&place).1), &plan(None));
    assert_eq!(fs::read(archive.join("real.json")).unwrap(), b"new");
    assert_eq!(names(&archive), ["real.json"]);
    assert!(fs::symlink_metadata(&desk.store).unwrap().is_symlink());
}

#[test]
fn a_link_to_a_file_that_is_not_there_yet_leads_there() {
    let desk = Desk::new();
    symlink("later.json", &desk.store).unwrap();
    let place = desk.place();
    assert_eq!((place.linked, place.facts, read(&place).unwrap()), (true, None, Opened::New));
    saved(&place, b"new", Expected::Nothing, &plan(None));
    assert_eq!(fs::read(desk.folder.join("later.json")).unwrap(), b"new");
    assert!(fs::symlink_metadata(&desk.store).unwrap().is_symlink());
}

#[test]
fn links_in_a_circle_are_an_error() {
    let desk = Desk::new();
    symlink("b.json", &desk.store).unwrap();
    symlink("Musterau.json", desk.folder.join("b.json")).unwrap();
    assert!(Place::find(&desk.store).is_err());
}

#[test]
fn what_is_not_a_file_is_refused() {
    let desk = Desk::new();
    assert!(Command::new("mkfifo").arg(&desk.store).status().unwrap().success());
    let refused = |path: &Path| match Place::find(path) {
        Err(FileError::NotRegular { what, .. }) => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&desk.store), Special::Pipe);
    assert_eq!(refused(&desk.folder), Special::Folder);
    assert_eq!(refused(Path::new("/dev/null")), Special::Device);
    assert!(matches!(Place::find(Path::new("/")), Err(FileError::NoName { .. })));
    let missing = Place::find(&desk.folder.join("no such folder/x.json")).unwrap_err();
    assert_eq!((missing.step(), missing.cause().unwrap().kind), (Some(Step::Find), ErrorKind::NotFound));
}

#[test]
fn a_pipe_that_took_the_files_place_does_not_hang() {
    let desk = Desk::with(b"old");
    let place = desk.place();
    let stamp = opened(&place).1;
    fs::remove_file(&desk.store).unwrap();
    assert!(Command::new("mkfifo").arg(&desk.store).status().unwrap().success());
    assert!(matches!(read(&place), Err(FileError::NotRegular { what: Special::Pipe, .. })));
    let refused = save(&place, b"new", Expected::Same(&stamp), &plan(None));
    assert!(matches!(refused, Err(FileError::NotRegular { what: Special::Pipe, .. })));
}

#[test]
fn a_changed_file_is_not_overwritten() {
    let desk = Desk::with(b"first");
    let place = desk.place();
    let stamp = opened(&place).1;
    let backups = desk.backups();
    for other in ["longer than before", "FIRST"] {
        fs::write(&desk.store, other).unwrap();
        let outcome = save(&place, b"mine", Expected::Same(&stamp), &plan(Some(&backups))).unwrap();
        let Outcome::ChangedOnDisk(now) = outcome else { panic!("{outcome:?}") };
        assert_eq!((now, fs::read(&desk.store).unwrap()), (opened(&place).1, other.into()));
    }
    assert_eq!((desk.names(), backups.list().unwrap()), (vec!["Musterau.json".to_owned()], vec![]));
}

#[test]
fn same_size_same_time_other_content_is_seen_when_saving() {
    let desk = Desk::with(b"first");
    let place = desk.place();
    let stamp = opened(&place).1;
    fs::write(&desk.store, b"FIRST").unwrap();
    File::options().write(true).open(&desk.store).unwrap().set_modified(stamp.modified.unwrap()).unwrap();
    assert_eq!(changed(&place, &stamp).unwrap(), Change::None, "the cheap look cannot see it");
    assert!(matches!(save(&place, b"x", Expected::Same(&stamp), &plan(None)), Ok(Outcome::ChangedOnDisk(_))));
    assert_eq!(fs::read(&desk.store).unwrap(), b"FIRST");
}

#[test]
fn touched_but_equal_is_saved() {
    let desk = Desk::with(b"same");
    let place = desk.place();
    let stamp = opened(&place).1;
    fs::remove_file(&desk.store).unwrap();
    fs::write(&desk.store, b"same").unwrap();
    saved(&place, b"new", Expected::Same(&stamp), &plan(None));
}

#[test]
fn a_file_that_vanished_or_appeared_is_told() {
    let desk = Desk::with(b"old");
    let place = desk.place();
    let stamp = opened(&place).1;
    assert!(matches!(save(&place, b"x", Expected::Nothing, &plan(None)), Ok(Outcome::ChangedOnDisk(_))));
    assert_eq!(fs::read(&desk.store).unwrap(), b"old");
    fs::remove_file(&desk.store).unwrap();
    assert_eq!(save(&place, b"x", Expected::Same(&stamp), &plan(None)).unwrap(), Outcome::Vanished);
    assert_eq!(desk.names(), [""; 0]);
}

#[test]
fn two_names_ask_first_then_stay_or_part() {
    let desk = Desk::with(b"old");
    let other = desk.folder.join("other.json");
    fs::hard_link(&desk.store, &other).unwrap();
    let place = desk.place();
    assert_eq!(place.facts.unwrap().links, 2);
    let stamp = opened(&place).1;
    let backups = desk.backups();
    let asked = save(&place, b"new", Expected::Same(&stamp), &plan(Some(&backups))).unwrap();
    assert_eq!(asked, Outcome::NeedsDecision { links: 2 });

    let in_place = |backups| Plan { links: Links::InPlace, ..plan(backups) };
    let refused = save(&place, b"new", Expected::Same(&stamp), &in_place(None)).unwrap_err();
    assert_eq!((refused.step(), fs::read(&other).unwrap()), (Some(Step::Backup), b"old".to_vec()));
    let done = saved(&place, b"shorter", Expected::Same(&stamp), &in_place(Some(&backups)));
    assert_eq!((fs::read(&desk.store).unwrap(), fs::read(&other).unwrap()), (b"shorter".to_vec(), b"shorter".to_vec()));
    assert_eq!((fs::read(done.backup.unwrap()).unwrap(), done.stamp), (b"old".to_vec(), opened(&place).1));

    let separate = Plan { links: Links::Separate, ..plan(Some(&backups)) };
    let parted = saved(&place, b"mine", Expected::Same(&done.stamp), &separate);
    assert_eq!((fs::read(&desk.store).unwrap(), fs::read(&other).unwrap()), (b"mine".to_vec(), b"shorter".to_vec()));
    let backup = fs::metadata(parted.backup.unwrap()).unwrap();
    assert_ne!(backup.ino(), fs::metadata(&other).unwrap().ino(), "the backup can be written into under another name");
}

#[test]
fn a_save_killed_between_backup_and_rename_leaves_no_question() {
    let desk = Desk::with(b"old");
    fs::create_dir_all(desk.state.join("backup")).unwrap();
    let place = desk.place();
    let stamp = opened(&place).1;
    let leftover = desk.state.join(format!("backup/2026-11-23T13-00-00.000Z_{}.json", stamp.digest));
    fs::hard_link(&desk.store, &leftover).unwrap();
    saved(&place, b"new", Expected::Same(&stamp), &plan(Some(&desk.backups())));
    assert_eq!(desk.backups().list().unwrap().len(), 1);
}

#[test]
fn a_name_as_long_as_names_can_be() {
    let mut desk = Desk::new();
    desk.store = desk.folder.join("ä".repeat(125) + ".json");
    let place = desk.place();
    let first = saved(&place, b"one", Expected::Nothing, &plan(None));
    saved(&place, b"two", Expected::Same(&first.stamp), &plan(Some(&desk.backups())));
    assert_eq!(desk.names().len(), 1);
}

#[test]
fn a_save_waits_for_the_lock_and_then_gives_up() {
    let desk = Desk::with(b"old");
    let place = desk.place();
    let stamp = opened(&place).1;
    let held = hold(&place, now()).unwrap();
    assert_eq!(desk.names(), [".Musterau.json.lock", "Musterau.json"]);
    let busy = save(&place, b"new", Expected::Same(&stamp), &plan(None)).unwrap_err();
    let FileError::Busy { owner: Some(owner), .. } = busy else { panic!("{busy:?}") };
    assert_eq!((owner.pid, owner.since), (std::process::id(), Some(now())));
    assert!(sweep(&place, now()).unwrap().0.is_empty());
    drop(held);
    saved(&place, b"new", Expected::Same(&stamp), &plan(None));
}

#[test]
fn without_a_lock_a_save_still_compares() {
    let desk = Desk::with(b"old");
    let place = desk.place();
    let stamp = opened(&place).1;
    fs::create_dir(desk.folder.join(".Musterau.json.lock")).unwrap(); // cannot be locked
    let outcome = save(&place, b"new", Expected::Same(&stamp), &plan(None));
    let Ok(Outcome::Saved(done)) = outcome else { panic!("{outcome:?}") };
    assert_eq!((done.durable, done.notices.len()), (true, 1));
    assert!(matches!(save(&place, b"x", Expected::Same(&stamp), &plan(None)), Ok(Outcome::ChangedOnDisk(_))));
}

#[test]
fn the_note_that_it_is_open_ends_with_its_process() {
    let desk = Desk::with(b"old");
    let place = desk.place();
    let mut other = child("announce", &desk).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(other.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("Alone")));
    let Presence::Others(Some(owner)) = announce(&place, now()) else { panic!("not seen") };
    assert_eq!((owner.pid, owner.since), (other.id(), Some(now())));
    other.kill().unwrap();
    other.wait().unwrap();
    let alone = announce(&place, now());
    assert!(matches!(alone, Presence::Alone(_)), "{alone:?}");
    drop(alone);
    assert_eq!(desk.names(), ["Musterau.json"]);
}

#[test]
fn only_our_old_temporary_files_are_swept() {
    let desk = Desk::with(b"old");
    let ours = ".Musterau.json.runde-4711-0.tmp";
    let others = [".Musterau.json.swp", ".Lenzfeld.json.runde-4711-0.tmp", "Musterau.json.tmp", "Musterau.json"];
    others.iter().chain(&[ours]).for_each(|name| fs::write(desk.folder.join(name), "x").unwrap());
    let sweep_after = |minutes| sweep(&desk.place(), Timestamp::now() + SignedDuration::from_mins(minutes)).unwrap();
    assert_eq!(sweep_after(59), (vec![], vec![]));
    assert_eq!(sweep_after(62), (vec![desk.folder.canonicalize().unwrap().join(ours)], vec![]));
    assert_eq!(desk.names().len(), 4);
}

#[test]
fn changes_are_told_apart() {
    let desk = Desk::with(b"old");
    let place = desk.place();
    let stamp = opened(&place).1;
    assert_eq!(changed(&place, &stamp).unwrap(), Change::None);
    fs::remove_file(&desk.store).unwrap();
    assert_eq!(changed(&place, &stamp).unwrap(), Change::Gone);
    fs::write(&desk.store, b"old").unwrap();
    let Change::Touched(touched) = changed(&place, &stamp).unwrap() else { panic!("not touched") };
    assert_eq!(changed(&place, &touched).unwrap(), Change::None);
    fs::write(&desk.store, b"new!").unwrap();
    let now: Stamp = opened(&place).1;
    assert_eq!(changed(&place, &touched).unwrap(), Change::Changed(now));
}

#[test]
fn the_watch_tells_of_a_replaced_file_and_not_of_others() {
    let desk = Desk::with(b"old");
    let (tell, told) = mpsc::channel();
    let running = watch(&desk.place(), move || tell.send(()).unwrap_or_default()).unwrap();
    fs::write(desk.folder.join("other.json"), b"x").unwrap();
    assert!(told.recv_timeout(Duration::from_millis(200)).is_err());
    fs::rename(desk.folder.join("other.json"), &desk.store).unwrap();
    told.recv_timeout(Duration::from_secs(5)).expect("not told");
    drop(running);
    let mut place = desk.place();
    place.folder = desk.folder.join("none");
    let refused = watch(&place, || {}).unwrap_err();
    assert_eq!((refused.step(), refused.path()), (Some(Step::Watch), &*place.folder));
}

#[test]
fn every_store_has_its_own_key() {
    let desk = Desk::new();
    let other = Desk::new();
    assert!(desk.place().key().starts_with("musterau-") && desk.place().key().len() == "musterau-".len() + 16);
    assert_eq!(desk.place().key(), desk.place().key());
    assert_ne!(desk.place().key(), other.place().key());
    symlink(&desk.store, other.folder.join("link.json")).unwrap();
    assert_eq!(Place::find(&other.folder.join("link.json")).unwrap().key(), desk.place().key());
}

#[test]
fn the_generations_of_these_tests_prove_themselves() {
    let whole = generation(7, 400);
    assert_eq!(number_of(&whole, 400), Some(7));
    let text = String::from_utf8(whole.clone()).unwrap();
    assert!(text.contains("\"p-0000000217\"") && text.contains("\"0000000007\" }") && text.lines().count() == 403);
    assert_eq!(number_of(&whole[..whole.len() - 1], 400), None);
    let mut zeros = whole.clone();
    zeros[5_000..6_000].fill(0);
    assert_eq!(number_of(&zeros, 400), None);
}
