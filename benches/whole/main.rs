//! The whole program beside its peers, in one run: start, keys, finding, loading, saving, memory, idling, size.
//!
//! `cargo build --release --examples && cargo bench --bench whole` · only some rows: `cargo bench --bench whole -- start
//! keys` · stores up to: `RUNDE_RECORDS=100000` (default 1,000,000) · more rounds: `RUNDE_ROUNDS=5` · fzf: on the path,
//! or named by `RUNDE_FZF`. What is not there is said in its row.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::large_stack_arrays,
    clippy::cloned_ref_to_slice_refs,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    dead_code,
    reason = "a benchmark prints, and may stop"
)]

#[path = "../../examples/generate/records/mod.rs"]
mod records;

mod peers;
mod rows;
mod terminal;
mod typed;

use peers::Peers;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A store that is measured.
pub struct Landscape {
    /// What it is called in the table.
    pub name: String,
    /// Its file; none for the demo that is built in.
    pub file: Option<PathBuf>,
    /// The names of its records, one a line.
    pub names: PathBuf,
    /// How many.
    pub count: usize,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, file] = words.as_slice()
        && flag == typed::ALONE
    {
        return typed::alone(Path::new(file));
    }
    let wanted: Vec<String> = words.into_iter().filter(|word| !word.starts_with('-')).collect();
    let wants = |row: &str| wanted.is_empty() || wanted.iter().any(|word| word == row);
    let peers = Peers::find();
    println!("{peers}");
    let landscapes = landscapes(&peers);
    if wants("start") {
        rows::start::run(&landscapes, &peers);
    }
    if wants("keys") {
        rows::keys::run(&landscapes, &peers);
    }
    if wants("find") {
        rows::find::run(&landscapes, &peers);
    }
    if wants("store") {
        rows::store::run(&landscapes);
    }
    if wants("rest") {
        rows::rest::run(&landscapes, &peers);
    }
}

/// The number of rounds, multiplied by `RUNDE_ROUNDS`.
#[must_use]
pub fn rounds(few: usize) -> usize {
    few * number("RUNDE_ROUNDS").unwrap_or(1)
}

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// The middle one of some times, in milliseconds.
pub fn median(times: &mut [Duration]) -> f64 {
    quantile(times, 0.5)
}

/// The time that this share of all stays below, in milliseconds.
pub fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
    let at = (last as f64 * share).ceil() as usize;
    times.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
}

/// The demo and stores of several sizes, generated once into the target folder.
fn landscapes(peers: &Peers) -> Vec<Landscape> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-data");
    std::fs::create_dir_all(&folder).unwrap();
    let most = number("RUNDE_RECORDS").unwrap_or(1_000_000);
    let mut all = vec![landscape("demo".into(), None, &folder)];
    for records in [5_000, 100_000, 1_000_000].into_iter().filter(|records| *records <= most) {
        let file = folder.join(format!("{records}.json"));
        if !file.exists() {
            let Some(generate) = &peers.generate else {
                println!("no store of {records} records: cargo build --release --examples");
                continue;
            };
            let out = std::fs::File::create(&file).unwrap();
            let mut command = std::process::Command::new(generate);
            command.args(["random", "--records", &records.to_string()]).stdout(out);
            assert!(command.status().unwrap().success());
        }
        all.push(landscape(records.to_string(), Some(file), &folder));
    }
    all
}

fn landscape(name: String, file: Option<PathBuf>, folder: &Path) -> Landscape {
    let names = folder.join(format!("{name}.names"));
    if !names.exists() || file.is_none() {
        let demo = || runde::store::DEMO.to_owned();
        let text = file.as_ref().map_or_else(demo, |file| std::fs::read_to_string(file).unwrap());
        let store = runde::store::read(&text).unwrap().store;
        let all = runde::landscape::Kind::ALL.into_iter().flat_map(|kind| store.all(kind));
        let lines: Vec<String> = all.map(|record| runde::store::title(&store, record)).collect();
        std::fs::write(&names, lines.join("\n") + "\n").unwrap();
    }
    let count = std::fs::read_to_string(&names).unwrap().lines().count();
    Landscape { name, file, names, count }
}

impl Landscape {
    /// The command that opens it.
    #[must_use]
    pub fn command(&self) -> Vec<String> {
        let mut command = vec![env!("CARGO_BIN_EXE_runde").to_owned(), "--lang".into(), "de".into()];
        match &self.file {
            Some(file) => command.extend(["--file".into(), file.display().to_string()]),
            None => command.push("--demo".into()),
        }
        command
    }
}
