//! Power cuts. The calls of one save are recorded and played on a small model of a disk that keeps only what it was
//! told to keep: content until its sync, names until the folder's sync, both lost or written in any combination. After
//! every call, in every such state, the store must be the old or the new one, and the new one once the save is done.

use crate::child::SAVED;
use crate::support::{Desk, generation, prepare, there};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::process::Command;

/// What happened to the disk.
#[derive(Debug, Clone, PartialEq)]
enum Op {
    Create(String),
    Write(String, usize),
    Sync(String),
    Link(String, String),
    Rename(String, String),
    SyncFolder,
    Remove(String),
}

/// How much of a file's content is on the disk.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Content {
    Old,
    New,
    /// Anything else: nothing, a part, zeros.
    Broken,
}

/// Names and files as the running system sees them, and what of it is on the disk for certain.
#[derive(Default)]
struct Disk {
    /// File number → bytes written, and whether synced.
    files: Vec<(usize, bool)>,
    names: BTreeMap<String, usize>,
    /// The names the disk certainly has, and the changes since, each of which it may have or not.
    certain: BTreeMap<String, usize>,
    pending: Vec<(String, Option<usize>)>,
}

const STORE: &str = "Musterau.json";

#[test]
fn a_power_cut_after_any_call_leaves_the_old_or_the_new_store() {
    if !there("strace") {
        return;
    }
    let ops = recorded();
    let new = generation(1, 20).len();
    assert!(ops.iter().any(|op| matches!(op, Op::Rename(_, to) if to == STORE)), "{ops:?}");
    assert_eq!(check(&ops, new).expect("a state that must not be"), ops.len());
    let states: usize = (0..=ops.len()).map(|upto| states_after(&ops[..upto]).len()).sum();
    println!("\npower cuts: {} operations, {states} states", ops.len());
    assert!(states > 20);

    // the model would notice: without the sync before the rename, and without the one after it
    let without = |gone: fn(&Op) -> bool| {
        let first = ops.iter().position(gone).unwrap();
        ops.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, op)| op.clone()).collect::<Vec<_>>()
    };
    assert!(check(&without(|op| matches!(op, Op::Sync(name) if name.contains(".runde-"))), new).is_err());
    assert!(check(&without(|op| matches!(op, Op::SyncFolder)), new).is_err());
}

/// Plays the operations; `Err`: the state that must not be.
fn check(ops: &[Op], new: usize) -> Result<usize, String> {
    for upto in 0..=ops.len() {
        for state in states_after(&ops[..upto]) {
            let whole = match state {
                Some((0, Content::Old)) => upto < ops.len(),
                Some((_, Content::New)) => true,
                _ => false,
            };
            if !whole {
                return Err(format!("after {:?}: {state:?}", ops[..upto].last()));
            }
        }
    }
    let size = |op: &Op| if let Op::Write(name, size) = op { name.contains(".runde-").then_some(*size) } else { None };
    let written: usize = ops.iter().filter_map(size).sum();
    if written == new { Ok(ops.len()) } else { Err(format!("{written} bytes written of {new}")) }
}

/// What the store's name leads to in every state the disk may be in: which file, and its content.
fn states_after(ops: &[Op]) -> Vec<Option<(usize, Content)>> {
    let disk = played(ops);
    let mut states = Vec::new();
    for chosen in 0..1_u32 << disk.pending.len() {
        let mut names = disk.certain.clone();
        for (_, (name, file)) in disk.pending.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1) {
            match file {
                Some(file) => names.insert(name.clone(), *file),
                None => names.remove(name),
            };
        }
        states.push(names.get(STORE).map(|file| match (file, disk.files[*file].1) {
            (0, true) => (0, Content::Old),
            (_, true) => (*file, Content::New),
            (_, false) => (*file, Content::Broken),
        }));
    }
    states
}

fn played(ops: &[Op]) -> Disk {
    let mut disk = Disk { files: vec![(0, true)], ..Disk::default() };
    disk.names.insert(STORE.into(), 0);
    disk.certain = disk.names.clone();
    for op in ops {
        match op {
            Op::Create(name) => {
                disk.files.push((0, false));
                disk.name(name, Some(disk.files.len() - 1));
            }
            Op::Write(name, size) => {
                let file = disk.names[name];
                disk.files[file] = (disk.files[file].0 + size, false);
            }
            Op::Sync(name) => {
                let file = disk.names[name];
                disk.files[file].1 = true;
            }
            Op::Link(from, to) => disk.name(to, Some(disk.names[from])),
            Op::Rename(from, to) => {
                let file = disk.names[from];
                disk.name(to, Some(file));
                disk.name(from, None);
            }
            Op::SyncFolder => {
                disk.certain = disk.names.clone();
                disk.pending.clear();
            }
            Op::Remove(name) => disk.name(name, None),
        }
    }
    disk
}

impl Disk {
    fn name(&mut self, name: &str, file: Option<usize>) {
        match file {
            Some(file) => self.names.insert(name.to_owned(), file),
            None => self.names.remove(name),
        };
        self.pending.push((name.to_owned(), file));
    }
}

/// The operations of one save, read from a trace. Names are those of the last part of the path.
fn recorded() -> Vec<Op> {
    let desk = Desk::with(&generation(0, 20));
    let log = desk.folder.parent().unwrap().join("trace");
    let calls = "trace=openat,write,fsync,linkat,rename,unlink,newfstatat,statx";
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-y", "-s", "0", "-e", calls, "-o"]).arg(&log).arg(std::env::current_exe().unwrap());
    prepare(&mut command, "save", &desk);
    assert_eq!(command.status().unwrap().code(), Some(SAVED));
    let log = fs::read_to_string(&log).unwrap();
    let begin = log.find("/runde-begin").unwrap();
    let end = begin + log[begin..].find("/runde-end").unwrap();
    log[begin..end].lines().skip(1).filter_map(|line| op(line, &desk)).collect()
}

/// One line of the trace, if it changes the store's folder (or links the store elsewhere).
fn op(line: &str, desk: &Desk) -> Option<Op> {
    let (call, rest) = line.split_once(' ')?.1.trim_start().split_once('(')?;
    let result = rest.rsplit_once(" = ")?.1;
    if result.starts_with('-') {
        return None;
    }
    let folder = desk.folder.to_str().unwrap();
    let paths: Vec<_> = rest.split(['"', '<', '>']).filter(|part| part.starts_with(folder)).collect();
    let name = |at: usize| paths.get(at).map(|path| path.rsplit('/').next().unwrap().to_owned());
    let quoted: HashMap<_, _> = rest.split('"').skip(1).step_by(2).enumerate().collect();
    match call {
        "openat" if rest.contains("O_CREAT") => Some(Op::Create(name(0)?)),
        "write" => Some(Op::Write(name(0)?, result.trim().parse().ok()?)),
        "fsync" if paths.first() == Some(&folder) => Some(Op::SyncFolder),
        "fsync" => Some(Op::Sync(name(0)?)),
        "linkat" => Some(Op::Link(name(0)?, quoted.get(&1)?.rsplit('/').next()?.to_owned())),
        "rename" => Some(Op::Rename(name(0)?, name(1)?)),
        "unlink" => Some(Op::Remove(name(0)?)),
        _ => None,
    }
}
