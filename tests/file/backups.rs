//! Earlier versions: each can be restored, none is stored twice, the only good one is never removed.

use crate::support::{Desk, generation, now, number_of, opened, plan};
use jiff::SignedDuration;
use runde::store::file::Stamp;
use runde::store::file::save::{Expected, Outcome, Plan, save};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Saves each generation, so many hours after the one before.
fn saves(desk: &Desk, generations: impl Iterator<Item = usize>, hours: i64) -> Stamp {
    let (place, backups) = (desk.place(), desk.backups());
    let mut stamp = opened(&place).1;
    let mut at = now();
    for number in generations {
        at += SignedDuration::from_hours(hours);
        let outcome =
            save(&place, &generation(number, 20), Expected::Same(&stamp), &Plan { now: at, ..plan(Some(&backups)) });
        let Ok(Outcome::Saved(saved)) = outcome else { panic!("{outcome:?}") };
        assert_eq!(saved.notices, []);
        stamp = saved.stamp;
    }
    stamp
}

fn good(bytes: &[u8]) -> bool {
    number_of(bytes, 20).is_some()
}

#[test]
fn every_kept_version_can_be_restored() {
    for state in ["/dev/shm", "/tmp"].map(Path::new).iter().filter(|path| path.is_dir()) {
        let mut desk = Desk::with(&generation(0, 20));
        desk.state_in(state);
        let mut stamp = saves(&desk, 1..=200, 5);
        let backups = desk.backups();
        assert_eq!(backups.list().unwrap().len(), 200);
        let removed = backups.rotate(good, now()).unwrap();
        let versions = backups.list().unwrap();
        assert_eq!((versions.len(), removed.len()), (versions.len(), 200 - versions.len()));
        assert!((20..=36).contains(&versions.len()), "{}", versions.len());
        // 1,000 hours: this month and the one before; the newest is the generation before the last
        assert_eq!(number_of(&fs::read(&versions[0].path).unwrap(), 20), Some(199));
        for version in &versions {
            assert!(version.is_whole(), "{version:?}");
            let bytes = fs::read(&version.path).unwrap();
            let outcome = save(&desk.place(), &bytes, Expected::Same(&stamp), &plan(None));
            let Ok(Outcome::Saved(saved)) = outcome else { panic!("{outcome:?}") };
            stamp = saved.stamp;
            assert!(opened(&desk.place()).0 == bytes && good(&bytes));
        }
    }
}

#[test]
fn equal_content_is_kept_once_with_its_newest_moment() {
    let desk = Desk::with(&generation(1, 20));
    saves(&desk, [2, 1, 2, 1, 2].into_iter(), 1);
    let versions = desk.backups().list().unwrap();
    let numbers: Vec<_> = versions.iter().map(|v| number_of(&fs::read(&v.path).unwrap(), 20).unwrap()).collect();
    assert_eq!(numbers, [1, 2]);
    let hours = |n| now() + SignedDuration::from_hours(n);
    assert_eq!(versions.iter().map(|v| v.until).collect::<Vec<_>>(), [hours(5), hours(4)]);
}

#[test]
fn a_damaged_copy_of_equal_content_does_not_stand_in_for_it() {
    let desk = Desk::with(&generation(1, 20));
    saves(&desk, [2, 1].into_iter(), 1);
    let first = desk.backups().list().unwrap().pop().unwrap();
    fs::write(&first.path, b"").unwrap();
    saves(&desk, std::iter::once(3), 10);
    let (version, bytes) = desk.backups().newest_good(good).unwrap().unwrap();
    assert_eq!((version.digest, number_of(&bytes, 20)), (first.digest, Some(1)));
}

#[test]
fn on_one_file_system_a_backup_takes_no_room() {
    let desk = Desk::with(&generation(0, 20));
    let before = fs::metadata(&desk.store).unwrap().ino();
    saves(&desk, std::iter::once(1), 1);
    let backup = fs::metadata(&desk.backups().list().unwrap()[0].path).unwrap();
    assert_eq!((backup.ino(), backup.nlink()), (before, 1));
}

#[test]
fn the_newest_good_version_is_found_behind_bad_ones() {
    let desk = Desk::with(&generation(0, 20));
    assert_eq!(desk.backups().newest_good(good).unwrap(), None);
    saves(&desk, 1..=4, 1);
    let versions = desk.backups().list().unwrap();
    fs::write(&versions[0].path, b"").unwrap();
    fs::write(&versions[1].path, [0; 512]).unwrap();
    let (found, bytes) = desk.backups().newest_good(good).unwrap().unwrap();
    assert_eq!((&found, number_of(&bytes, 20)), (&versions[2], Some(1)));
}

#[test]
fn the_only_good_version_is_never_removed() {
    let desk = Desk::with(&generation(0, 20));
    saves(&desk, 1..=40, 0);
    // `saves` with no hours between gives one moment; the fingerprint tells them apart
    let versions = desk.backups().list().unwrap();
    assert_eq!(versions.len(), 40);
    let survivor = versions.last().unwrap();
    for version in versions.iter().filter(|version| *version != survivor) {
        fs::write(&version.path, b"{").unwrap();
    }
    desk.backups().rotate(good, now()).unwrap();
    let left = desk.backups().list().unwrap();
    assert_eq!((left.len(), left.contains(survivor)), (11, true));
}

#[test]
fn a_rewritten_version_keeps_its_moment() {
    let desk = Desk::with(&generation(0, 20));
    saves(&desk, 1..=2, 1);
    let version = desk.backups().list().unwrap().remove(1);
    let written = desk.backups().rewrite(&version, b"without a name").unwrap();
    assert_eq!((written.until, fs::read(&written.path).unwrap()), (version.until, b"without a name".to_vec()));
    assert!(written.is_whole() && !version.path.exists());
    assert_eq!(desk.backups().list().unwrap().len(), 2);
}
