//! A disk that is full at one position after the other: the old file stays whole, what was made is removed, and the
//! content can be rescued elsewhere. With rights on a small file system in memory, otherwise with a limit on file size.

use crate::child::{FAILED, SAVED};
use crate::support::{Desk, child, generation, number_of, opened, plan, rounds};
use runde::store::file::backup::Backups;
use runde::store::file::save::{Expected, Notice, Outcome, save};
use runde::store::file::{Place, rescue};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

const POSITIONS: usize = 200;
const PEOPLE: usize = 5_000;
const PAGE: usize = 4_096;

#[test]
fn a_full_disk_at_every_position() {
    let room = generation(1, PEOPLE).len();
    let old = generation(0, PEOPLE);
    let positions = POSITIONS * rounds();
    if let Some(disk) = SmallDisk::mount(old.len() + room + 64 * PAGE) {
        println!("full disk: {positions} positions on a file system in memory");
        let ends: Vec<_> =
            (0..positions).map(|n| full_at(&disk, n * (room + 16 * PAGE) / positions, n % 2 == 0)).collect();
        let saved = ends.iter().filter(|saved| **saved).count();
        println!("full disk: {} refused, {saved} saved", positions - saved);
        assert!(saved > 0 && saved < positions / 4);
    } else {
        println!("full disk: NO RIGHT TO MOUNT, a limit on file size instead, {positions} positions");
        let saved = (0..positions).filter(|n| limited_at(n * (room + 16 * PAGE) / positions)).count();
        assert!(saved > 0 && saved < positions / 4);
    }
}

#[test]
fn a_full_state_disk_costs_a_notice_and_not_the_save() {
    let Some(small) = SmallDisk::mount(64 * PAGE) else {
        println!("SKIPPED: NO RIGHT TO MOUNT");
        return;
    };
    let desk = Desk::with(&generation(0, PEOPLE));
    let backups = Backups::in_folder(&small.path.join("backup"));
    let place = desk.place();
    let saved = save(&place, &generation(1, PEOPLE), Expected::Same(&opened(&place).1), &plan(Some(&backups)));
    let Ok(Outcome::Saved(saved)) = saved else { panic!("{saved:?}") };
    let [Notice::NoBackup(error)] = &*saved.notices else { panic!("{:?}", saved.notices) };
    assert_eq!(error.cause().unwrap().kind, ErrorKind::StorageFull);
    assert_eq!((saved.backup, crate::support::names(&small.path.join("backup"))), (None, vec![]));
}

/// One save with `free` bytes left. Whether it saved.
fn full_at(disk: &SmallDisk, free: usize, keep: bool) -> bool {
    let (old, new) = (generation(0, PEOPLE), generation(1, PEOPLE));
    let folder = tempfile::tempdir_in(&disk.path).unwrap();
    let store = folder.path().join("Musterau.json");
    fs::write(&store, &old).unwrap();
    let place = Place::find(&store).unwrap();
    let stamp = opened(&place).1;
    let filler = disk.leave(free);
    let backups = Backups::in_folder(&folder.path().join("state"));
    let outcome = save(&place, &new, Expected::Same(&stamp), &plan(keep.then_some(&backups)));
    let saved = match outcome {
        Ok(Outcome::Saved(_)) => true,
        Ok(other) => panic!("{free} free: {other:?}"),
        Err(error) => {
            assert_eq!(error.cause().unwrap().kind, ErrorKind::StorageFull, "{free} free: {error}");
            assert!(error.path().starts_with(folder.path()), "{error}");
            assert_eq!(crate::support::names(folder.path()), ["Musterau.json"], "{free} free");
            let elsewhere = tempfile::tempdir().unwrap();
            let rescued = rescue::write(elsewhere.path(), &new, crate::support::now()).unwrap();
            assert!(fs::read(rescued).unwrap() == new && rescue::list(elsewhere.path()).unwrap().len() == 1);
            match rescue::write(folder.path(), &new, crate::support::now()) {
                Ok(written) => assert!(fs::read(written).unwrap() == new), // at the limit the system is not exact
                Err(error) => assert_eq!(error.cause().unwrap().kind, ErrorKind::StorageFull),
            }
            false
        }
    };
    assert!(fs::read(&store).unwrap() == if saved { new } else { old }, "{free} free: neither old nor new");
    fs::remove_file(filler).unwrap();
    saved
}

/// One save by a child that may write no file larger than `limit` bytes. Whether it saved.
fn limited_at(limit: usize) -> bool {
    let desk = Desk::with(&generation(0, PEOPLE));
    let inner = child("save", &desk);
    let mut shell = Command::new("sh");
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", limit / 512);
    shell
        .args(["-c", &script])
        .arg(inner.get_program())
        .args(inner.get_args())
        .env("RUNDE_FILE_PEOPLE", PEOPLE.to_string());
    shell.envs(inner.get_envs().filter_map(|(key, value)| Some((key, value?))));
    let output = shell.output().unwrap();
    let code = output.status.code().unwrap();
    let number = number_of(&fs::read(&desk.store).unwrap(), PEOPLE);
    assert!((code, number) == (SAVED, Some(1)) || (code, number) == (FAILED, Some(0)), "{limit}: {code}, {number:?}");
    assert_eq!(desk.names(), ["Musterau.json"]);
    code == SAVED
}

/// A file system in memory of its own size.
struct SmallDisk {
    path: PathBuf,
    size: usize,
    _folder: tempfile::TempDir,
}

impl SmallDisk {
    fn mount(size: usize) -> Option<Self> {
        let folder = tempfile::Builder::new().prefix("runde-disk-").tempdir().unwrap();
        let path = folder.path().to_owned();
        let options = format!("size={size},mode=0700");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "runde-test"]).arg(&path).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self { path, size, _folder: folder })
    }

    /// Fills the disk up to `free` bytes.
    fn leave(&self, free: usize) -> PathBuf {
        // a process just started by another test may still hold a removed file for a moment
        let empty = (self.size - generation(0, PEOPLE).len() - 16 * PAGE) as u64;
        let free_now = || rustix::fs::statvfs(&self.path).map(|disk| disk.f_bfree * disk.f_bsize).unwrap();
        let start = Instant::now();
        while free_now() < empty {
            assert!(start.elapsed() < Duration::from_secs(10), "{} free, expected {empty}", free_now());
            sleep(Duration::from_millis(1));
        }
        let path = self.path.join("filler");
        let mut file = File::create(&path).unwrap();
        let block = [1; PAGE];
        while file.write_all(&block).is_ok() {}
        let filled = file.metadata().unwrap().len() as usize;
        assert!(filled > free && filled < self.size, "{filled} filled, {free} asked");
        file.set_len((filled - free) as u64).unwrap();
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(Path::new(&self.path)).status();
        assert!(unmounted.is_ok_and(|status| status.success()), "{} stays mounted", self.path.display());
    }
}
