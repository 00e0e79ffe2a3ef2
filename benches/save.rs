//! A save against the bare sequence it cannot do without: write, fsync, read again, rename, fsync of the folder, of
//! the same bytes. Both are measured in turn, so that what else the machine does hits both; medians and their ratio.
//!
//! `cargo bench --bench save`; `RUNDE_BENCH_DIR` names the folder (and so the file system), `RUNDE_ROUNDS` multiplies.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a benchmark prints, and may stop"
)]

use jiff::{SignedDuration, Timestamp};
use runde::store::file::backup::Backups;
use runde::store::file::open::{Opened, read};
use runde::store::file::save::{Expected, Links, Outcome, Plan, Sharing, save};
use runde::store::file::{Digest, Place};
use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const MB: usize = 1_000_000;

fn main() {
    let folder = std::env::var_os("RUNDE_BENCH_DIR").map_or_else(std::env::temp_dir, Into::into);
    let rounds: usize = std::env::var("RUNDE_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    let folder = tempfile::tempdir_in(folder).unwrap();
    println!(
        "ms (median)   bare   save  ratio   without backup  ratio   backup elsewhere  ratio    read   digest GB/s"
    );
    for (megabytes, tries) in [(2, 200), (100, 25)] {
        row(folder.path(), megabytes * MB, tries * rounds);
    }
}

fn row(folder: &Path, size: usize, tries: usize) {
    let mut store = Store::new(folder, size);
    let mut times: [Vec<Duration>; 6] = Default::default();
    for round in 0..tries {
        store.change(round);
        times[0].push(timed(|| bare(&folder.join("bare.json"), &store.bytes)));
        let near = Backups::in_folder(&folder.join("near"));
        let far = Backups::in_folder(&Path::new("/dev/shm").join(folder.file_name().unwrap()));
        for (place, backups) in [Some(&near), None, Some(&far)].into_iter().enumerate() {
            store.change(round);
            times[1 + place].push(timed(|| store.save(backups)));
        }
        near.rotate(|_| true, store.now).unwrap();
        far.rotate(|_| true, store.now).unwrap();
        times[4].push(timed(|| black_box(read(&store.place).unwrap())));
        times[5].push(timed(|| black_box(Digest::of(&store.bytes))));
    }
    let _ = fs::remove_dir_all(Path::new("/dev/shm").join(folder.file_name().unwrap()));
    let [bare, near, none, far, read, digest] = times.map(median);
    println!(
        "{:>6} MB {bare:>9.2} {near:>6.2} {:>6.2} {none:>16.2} {:>6.2} {far:>18.2} {:>6.2} {read:>7.2} {:>13.1}",
        size / MB,
        near / bare,
        none / bare,
        far / bare,
        size as f64 / digest / 1e6,
    );
}

/// What no safe save can leave out.
fn bare(path: &Path, bytes: &[u8]) {
    let temp = path.with_extension("tmp");
    let mut file = File::create(&temp).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    assert!(fs::read(&temp).unwrap() == bytes);
    fs::rename(&temp, path).unwrap();
    File::open(path.parent().unwrap()).unwrap().sync_all().unwrap();
}

struct Store {
    place: Place,
    bytes: Vec<u8>,
    stamp: runde::store::file::Stamp,
    now: Timestamp,
}

impl Store {
    fn new(folder: &Path, size: usize) -> Self {
        let line = "    { \"id\": \"p-7k2f9qm3xa\", \"name\": \"Büro für Übergänge, Landkreis Musterau\" },\n";
        let mut bytes = line.repeat(size / line.len() + 1).into_bytes();
        bytes.truncate(size);
        let path = folder.join(format!("{size}.json"));
        fs::write(&path, b"{}").unwrap();
        let place = Place::find(&path).unwrap();
        let Opened::File { stamp, .. } = read(&place).unwrap() else { unreachable!() };
        Self { place, bytes, stamp, now: Timestamp::UNIX_EPOCH }
    }

    fn change(&mut self, round: usize) {
        let at = round * 7_919 % self.bytes.len();
        self.bytes[at] = self.bytes[at].wrapping_add(1);
        self.now += SignedDuration::from_mins(1);
    }

    fn save(&mut self, backups: Option<&Backups>) {
        let plan = Plan { now: self.now, sharing: Sharing::Private, links: Links::Ask, backups };
        let saved = save(&self.place, &self.bytes, Expected::Same(&self.stamp), &plan).unwrap();
        let Outcome::Saved(saved) = saved else { panic!("{saved:?}") };
        assert_eq!(saved.notices, []);
        self.stamp = saved.stamp;
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = work();
    let time = start.elapsed();
    drop(result);
    time
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e3
}
