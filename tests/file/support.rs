//! What all of these tests need: generated stores that prove themselves whole, a folder layout, dice, child processes.

use jiff::Timestamp;
use runde::store::file::backup::Backups;
use runde::store::file::open::{Opened, read};
use runde::store::file::save::{Links, Plan, Sharing};
use runde::store::file::{Place, Stamp};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) const NOW: &str = "2026-11-23T13:18:15Z";

pub(crate) fn now() -> Timestamp {
    NOW.parse().unwrap()
}

/// How often the numbers of a commit are multiplied.
pub(crate) fn rounds() -> usize {
    env::var("RUNDE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// One person; two numbers of ten digits are filled in.
const PERSON: &[u8] =
    "  { \"id\": \"p-0000000000\", \"name\": \"Ämtertest\", \"email\": \"amt@example.org\", \"edited\": \"0000000000\" },\n".as_bytes();
/// Where the last digits of the two numbers are.
const LAST_DIGITS: [usize; 2] = [22, PERSON.len() - 6];

/// A store of one generation: other bytes, and (in turn) more, fewer, equally many people than the one before.
/// (Filled in by hand, because formatting 5,000 people takes longer than saving them.)
pub(crate) fn generation(number: usize, people: usize) -> Vec<u8> {
    let people = people + number % 3;
    let head = format!("{{ \"format\": \"runde\", \"version\": 1, \"generation\": {number}, \"people\": {people},\n");
    let mut text = Vec::with_capacity(head.len() + people * PERSON.len() + 10);
    text.extend_from_slice(head.as_bytes());
    for person in 0..people {
        let start = text.len();
        text.extend_from_slice(PERSON);
        let edited = if person == number * 31 % people { number } else { 0 };
        for (mut at, mut rest) in LAST_DIGITS.into_iter().zip([person, edited]) {
            while rest > 0 {
                text[start + at] = b'0' + (rest % 10) as u8;
                (at, rest) = (at - 1, rest / 10);
            }
        }
    }
    text.extend_from_slice(b"  {} }\n");
    text
}

/// The number of a whole generation; `None`: these bytes are none.
pub(crate) fn number_of(bytes: &[u8], people: usize) -> Option<usize> {
    let number = claimed_number(bytes)?;
    (generation(number, people) == bytes).then_some(number)
}

/// The number a generation claims to have in its first line.
pub(crate) fn claimed_number(bytes: &[u8]) -> Option<usize> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    std::str::from_utf8(line).ok()?.split_once("\"generation\": ")?.1.split_once(',')?.0.parse().ok()
}

/// A store's folder and its state's folder, both thrown away at the end.
pub(crate) struct Desk {
    roots: Vec<tempfile::TempDir>,
    pub(crate) folder: PathBuf,
    pub(crate) store: PathBuf,
    pub(crate) state: PathBuf,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let root = tempfile::Builder::new().prefix("runde-file-").tempdir().unwrap();
        let folder = root.path().join("office");
        fs::create_dir(&folder).unwrap();
        Self { store: folder.join("Musterau.json"), state: root.path().join("state"), folder, roots: vec![root] }
    }

    pub(crate) fn with(bytes: &[u8]) -> Self {
        let desk = Self::new();
        fs::write(&desk.store, bytes).unwrap();
        desk
    }

    pub(crate) fn place(&self) -> Place {
        Place::find(&self.store).unwrap()
    }

    pub(crate) fn backups(&self) -> Backups {
        Backups::in_folder(&self.state.join("backup"))
    }

    /// Moves the state's folder, to another file system for instance.
    pub(crate) fn state_in(&mut self, folder: &Path) {
        let root = tempfile::Builder::new().prefix("runde-file-").tempdir_in(folder).unwrap();
        self.state = root.path().join("state");
        self.roots.push(root);
    }

    /// The names in the store's folder.
    pub(crate) fn names(&self) -> Vec<String> {
        names(&self.folder)
    }
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}

pub(crate) fn plan(backups: Option<&Backups>) -> Plan<'_> {
    Plan { now: now(), sharing: Sharing::Private, links: Links::Ask, backups }
}

pub(crate) fn opened(place: &Place) -> (Vec<u8>, Stamp) {
    match read(place).unwrap() {
        Opened::File { bytes, stamp } => (bytes, stamp),
        Opened::New => panic!("no file"),
    }
}

/// Marsaglia's xorshift64*: small, seeded, good enough to shake things.
pub(crate) struct Dice(u64);

impl Dice {
    /// The seed is `RUNDE_SEED` or new, and printed.
    pub(crate) fn new(test: &str) -> Self {
        let fresh = || std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64 | 1;
        let seed = env::var("RUNDE_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or_else(fresh);
        println!("{test}: RUNDE_SEED={seed}");
        Self(seed)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % limit
    }
}

/// This test program again, to do one thing (see `child.rs`) to one store.
pub(crate) fn child(action: &str, desk: &Desk) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    prepare(&mut command, action, desk);
    command
}

pub(crate) fn prepare(command: &mut Command, action: &str, desk: &Desk) {
    command.args(["--exact", "child::child", "--nocapture", "--test-threads=1"]).env("RUNDE_FILE_CHILD", action);
    command.env_remove("LD_LIBRARY_PATH"); // dozens of files looked for before we start
    command.env("RUNDE_FILE_STORE", &desk.store).env("RUNDE_FILE_STATE", &desk.state);
}

/// Whether a needed tool is there. Missing, it fails the test in CI and is loudly missed elsewhere.
pub(crate) fn there(tool: &str) -> bool {
    let found = Command::new(tool).arg("-V").output().is_ok_and(|output| output.status.success());
    assert!(found || env::var("CI").as_deref() != Ok("true"), "{tool} is missing: install it, these tests need it");
    if !found {
        println!("SKIPPED: {tool} IS MISSING, NOTHING WAS TESTED HERE");
    }
    found
}

pub(crate) fn root() -> bool {
    rustix::process::geteuid().is_root()
}
