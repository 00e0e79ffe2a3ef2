//! Loading and saving in this process, beside the least that must be done for the same bytes.

use crate::typed::File;
use crate::{Landscape, median, rounds};
use jiff::Timestamp;
use runde::app::pane::Order;
use runde::search::landscape::Landscape as Search;
use runde::store::file::open::{Opened, read as read_file};
use runde::store::file::save::{Expected, Links, Outcome, Plan, Sharing, save};
use runde::store::file::{Place, Stamp};
use runde::store::{Store, read, read_data, write};
use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

pub fn run(landscapes: &[Landscape]) {
    println!("\nloading, ms (median)    serde_json typed   records   + lists  + search   ÷ serde_json   target ≤ 1.3");
    for landscape in landscapes {
        load(landscape);
    }
    println!("\nsaving, ms (median)     write + bare sequence      save    ratio   target ≤ 1.5");
    for landscape in landscapes.iter().filter(|landscape| landscape.count < 500_000) {
        keep(landscape);
    }
}

fn tries(landscape: &Landscape) -> usize {
    rounds(if landscape.count > 50_000 { 3 } else { 15 })
}

fn bytes(landscape: &Landscape) -> String {
    landscape.file.as_ref().map_or(runde::store::DEMO.to_owned(), |file| fs::read_to_string(file).unwrap())
}

fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = black_box(work());
    times.push(start.elapsed());
    made
}

fn load(landscape: &Landscape) {
    let text = bytes(landscape);
    let now = jiff::civil::date(2026, 11, 23).at(10, 0, 0, 0);
    let mut times: [Vec<Duration>; 4] = Default::default();
    for _ in 0..tries(landscape) {
        let [typed, records, lists, search] = &mut times;
        drop(timed(typed, || serde_json::from_str::<File>(&text).unwrap()));
        let data = timed(records, || read_data(&text).unwrap());
        let orders = timed(lists, || Order::all(&data, now));
        let index = timed(search, || Search::build(data.store()));
        drop((data, orders, index));
    }
    let [typed, records, lists, search] = times.map(|mut times| median(&mut times));
    let all = records + lists + search;
    println!("  {:<22} {typed:>15.1} {records:>9.1} {lists:>9.1} {search:>9.1} {:>12.2}", landscape.name, all / typed);
}

fn keep(landscape: &Landscape) {
    let store = read(&bytes(landscape)).unwrap().store;
    let folder = tempfile::tempdir_in(std::env::var_os("RUNDE_BENCH_DIR").map_or_else(std::env::temp_dir, Into::into));
    let folder = folder.unwrap();
    let path = folder.path().join("store.json");
    fs::write(&path, b"{}").unwrap();
    let place = Place::find(&path).unwrap();
    let Opened::File { mut stamp, .. } = read_file(&place).unwrap() else { return };
    let mut times: [Vec<Duration>; 2] = Default::default();
    for _ in 0..tries(landscape) {
        let [bare, ours] = &mut times;
        timed(bare, || bare_save(&folder.path().join("bare.json"), &store));
        timed(ours, || stamp = safe_save(&place, &stamp, &store));
    }
    let [bare, ours] = times.map(|mut times| median(&mut times));
    println!("  {:<22} {bare:>22.1} {ours:>9.1} {:>8.2}", landscape.name, ours / bare);
}

/// What no safe save can leave out.
fn bare_save(path: &Path, store: &Store) {
    let bytes = write(store);
    let temp = path.with_extension("tmp");
    let mut file = fs::File::create(&temp).unwrap();
    file.write_all(&bytes).unwrap();
    file.sync_all().unwrap();
    assert!(fs::read(&temp).unwrap() == bytes);
    fs::rename(&temp, path).unwrap();
    fs::File::open(path.parent().unwrap()).unwrap().sync_all().unwrap();
}

fn safe_save(place: &Place, stamp: &Stamp, store: &Store) -> Stamp {
    let plan = Plan { now: Timestamp::now(), sharing: Sharing::Private, links: Links::Ask, backups: None };
    match save(place, &write(store), Expected::Same(stamp), &plan).unwrap() {
        Outcome::Saved(saved) => saved.stamp,
        other => panic!("{other:?}"),
    }
}
