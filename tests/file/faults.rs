//! Every system call of opening and saving, refused with several errors – once, and from then on for ever – and every
//! one used as the moment of a SIGKILL. `strace` does the refusing; no code of ours is changed.

use crate::child::{DECLINED, FAILED, SAVED, TORN};
use crate::support::{Desk, generation, number_of, opened, plan, prepare, there};
use jiff::{SignedDuration, Timestamp};
use runde::store::file::save::{Expected, Links, Outcome, Plan, save};
use runde::store::file::{Place, sweep};
use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Refused with every one of these (`EINTR` only once: for ever it would hang the standard library).
const ERRORS: [&str; 6] = ["EIO", "ENOSPC", "EACCES", "ENOENT", "EINVAL", "EINTR"];
/// Calls that have nothing to do with files.
const OTHERS: [&str; 12] = [
    "mmap",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    "brk",
    "futex",
    "sigaltstack",
    "rt_sigprocmask",
    "getpid",
    "gettid",
    "clock_nanosleep",
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Layout {
    /// A store of mode 0640 behind a link, backups on the same file system.
    Linked,
    /// No store yet.
    New,
    /// Backups on another file system.
    Elsewhere,
    /// A store with two names, written in place.
    TwoNames,
}

const LAYOUTS: [Layout; 4] = [Layout::Linked, Layout::New, Layout::Elsewhere, Layout::TwoNames];

/// One call to be hit: its name, and which of its kind in the working thread.
#[derive(Clone, Debug, PartialEq)]
struct Call {
    name: String,
    place: usize,
}

#[test]
fn every_call_refused() {
    if !there("strace") {
        return;
    }
    let mut total = 0;
    for layout in LAYOUTS {
        let calls = calls_of(layout);
        let mut faults = Vec::new();
        for call in &calls {
            for error in ERRORS {
                faults.push((call.clone(), format!("error={error}:when={}", call.place)));
                if error != "EINTR" {
                    faults.push((call.clone(), format!("error={error}:when={}+", call.place)));
                }
            }
        }
        let ends = Ends::default();
        in_parallel(&faults, |(call, fault)| refused(layout, call, fault, &ends));
        println!("{layout:?}: {} calls, {} faults: {ends:?}", calls.len(), faults.len());
        total += faults.len();
    }
    assert!(total >= 1_000, "only {total} faults");
}

#[test]
fn killed_at_every_call() {
    if !there("strace") {
        return;
    }
    for layout in LAYOUTS {
        let calls = calls_of(layout);
        let ends = Ends::default();
        in_parallel(&calls, |call| killed(layout, call, &ends));
        println!("{layout:?}: {} kills: {ends:?}", calls.len());
        assert!(ends.old.load(Ordering::Relaxed) > 0 && ends.new.load(Ordering::Relaxed) > 0);
    }
}

#[test]
fn the_steps_come_in_the_documented_order() {
    if !there("strace") {
        return;
    }
    let steps = ["fchmod", "write", "fsync", "read", "linkat", "rename", "unlink"];
    let mut order: Vec<_> = calls_of(Layout::Linked).into_iter().map(|call| call.name).collect();
    order.retain(|name| steps.contains(&&**name));
    order.dedup();
    let rename = order.iter().position(|name| name == "rename").unwrap();
    let (before, after) = order.split_at(rename);
    // the store; host name and lock; the new file: mode, content, disk, compared; backup; the store compared
    let expected = ["read", "write", "fchmod", "write", "fsync", "read", "linkat", "read"];
    assert_eq!(
        (before, after),
        (&expected.map(String::from)[..], &["rename", "fsync", "unlink"].map(String::from)[..])
    );
}

/// How the faults ended.
#[derive(Default, Debug)]
struct Ends {
    old: AtomicUsize,
    new: AtomicUsize,
    torn_and_said: AtomicUsize,
}

fn refused(layout: Layout, call: &Call, fault: &str, ends: &Ends) {
    let desk = laid(layout);
    let (output, log) = traced(layout, &desk, &only(call, fault));
    let what = format!("{layout:?} {call:?} {fault}");
    assert!(hit(&log), "{what}: was not hit, {output:?}");
    let code = output.status.code().unwrap_or_else(|| panic!("{what}: {}", output.status));
    let text = String::from_utf8_lossy(&output.stderr);
    let found = fs::read(&desk.store).ok();
    let generation = found.as_deref().and_then(|bytes| number_of(bytes, 20));
    let old = if layout == Layout::New { found.is_none() } else { generation == Some(0) };
    match code {
        SAVED => assert_eq!(generation, Some(1), "{what}: said saved, {text}"),
        TORN => {
            assert_eq!(layout, Layout::TwoNames, "{what}: torn");
            assert!(text.contains("backup"), "{what}: does not say where the backup is: {text}");
            assert!(desk.backups().newest_good(|bytes| number_of(bytes, 20) == Some(0)).unwrap().is_some(), "{what}");
            ends.torn_and_said.fetch_add(1, Ordering::Relaxed);
            return;
        }
        DECLINED | FAILED => assert!(old, "{what}: said not saved, found {generation:?}, {text}"),
        _ => panic!("{what}: exit {code}, {text}"),
    }
    if code == FAILED {
        let root = desk.folder.parent().unwrap().to_str().unwrap();
        assert!(text.contains(root) || text.contains("/dev/shm"), "{what}: names no path: {text}");
        assert!(
            ["os error", "does not hold", "is not a regular file"].iter().any(|cause| text.contains(cause)),
            "{what}: names no cause: {text}"
        );
    }
    if code == SAVED { &ends.new } else { &ends.old }.fetch_add(1, Ordering::Relaxed);
    recovers(layout, &desk, &what);
}

fn killed(layout: Layout, call: &Call, ends: &Ends) {
    let desk = laid(layout);
    let (output, _) = traced(layout, &desk, &only(call, &format!("signal=KILL:when={}", call.place)));
    let what = format!("{layout:?} killed at {call:?}");
    assert_eq!(output.status.signal(), Some(9), "{what}: was not killed, {}", output.status);
    let found = fs::read(&desk.store).ok();
    match found.as_deref().map(|bytes| number_of(bytes, 20)) {
        None if layout == Layout::New => ends.old.fetch_add(1, Ordering::Relaxed),
        Some(Some(0)) => ends.old.fetch_add(1, Ordering::Relaxed),
        Some(Some(1)) => ends.new.fetch_add(1, Ordering::Relaxed),
        Some(None) if layout == Layout::TwoNames => {
            let good = desk.backups().newest_good(|bytes| number_of(bytes, 20) == Some(0)).unwrap();
            assert!(good.is_some(), "{what}: torn and no backup");
            ends.torn_and_said.fetch_add(1, Ordering::Relaxed);
            return;
        }
        other => panic!("{what}: {other:?}"),
    };
    recovers(layout, &desk, &what);
}

/// The next start sweeps what is left, and saves without a question it would not have asked before.
fn recovers(layout: Layout, desk: &Desk, what: &str) {
    let place = Place::find(&desk.store).unwrap();
    let (_, failed) = sweep(&place, Timestamp::now() + SignedDuration::from_hours(2)).unwrap();
    assert_eq!(failed, [], "{what}");
    let kept = ["Musterau.json", "other name.json", "real.json"];
    let left: Vec<_> = desk.names().into_iter().filter(|name| !kept.contains(&&**name)).collect();
    assert!(left.is_empty(), "{what}: left {left:?}");
    if layout != Layout::New || desk.store.exists() {
        let stamp = opened(&place).1;
        let backups = desk.backups();
        let links = if layout == Layout::TwoNames { Links::InPlace } else { Links::Ask };
        let saved = save(&place, &generation(2, 20), Expected::Same(&stamp), &Plan { links, ..plan(Some(&backups)) });
        assert!(matches!(saved, Ok(Outcome::Saved(_))), "{what}: next save {saved:?}");
    }
    if layout == Layout::Linked {
        assert!(fs::symlink_metadata(&desk.store).unwrap().is_symlink(), "{what}: the link is gone");
        assert_eq!(fs::metadata(&desk.store).unwrap().permissions().mode() & 0o777, 0o640, "{what}");
    }
}

fn laid(layout: Layout) -> Desk {
    let mut desk = Desk::new();
    let old = generation(0, 20);
    match layout {
        Layout::New => {}
        Layout::Linked => {
            let real = desk.folder.join("real.json");
            fs::write(&real, old).unwrap();
            fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
            symlink("real.json", &desk.store).unwrap();
        }
        Layout::Elsewhere => {
            fs::write(&desk.store, old).unwrap();
            if Path::new("/dev/shm").is_dir() {
                desk.state_in(Path::new("/dev/shm"));
            }
        }
        Layout::TwoNames => {
            fs::write(&desk.store, old).unwrap();
            fs::hard_link(&desk.store, desk.folder.join("other name.json")).unwrap();
        }
    }
    desk
}

/// The calls of the working thread between its two marks.
fn calls_of(layout: Layout) -> Vec<Call> {
    let desk = laid(layout);
    let (output, log) = traced(layout, &desk, &[]);
    assert_eq!(output.status.code(), Some(SAVED), "{}", String::from_utf8_lossy(&output.stderr));
    let begin = log.lines().find(|line| line.contains("/runde-begin")).expect("no begin in the trace");
    let thread = begin.split_whitespace().next().unwrap();
    let (mut seen, mut inside, mut calls) = (HashMap::<&str, usize>::new(), false, Vec::new());
    for line in log.lines().filter(|line| line.split_whitespace().next() == Some(thread)) {
        let Some((name, _)) = line.trim_start_matches(thread).trim_start().split_once('(') else { continue };
        if name.contains(' ') {
            continue; // the end of a call that was interrupted by another line
        }
        let place = seen.entry(name).and_modify(|count| *count += 1).or_insert(1);
        inside &= !line.contains("/runde-end");
        if inside && !OTHERS.contains(&name) {
            calls.push(Call { name: name.to_owned(), place: *place });
        }
        inside |= line.contains("/runde-begin");
    }
    assert!(calls.len() > 20, "{calls:?}");
    calls
}

/// Whether the fault fell between the marks (it may have fallen on the other thread too, where it does not matter).
fn hit(log: &str) -> bool {
    log.find("/runde-begin").is_some_and(|begin| log[begin..].contains("(INJECTED)"))
}

/// Has `strace` stop for this kind of call only (and for the kinds the marks may be), which is quicker.
fn only(call: &Call, fault: &str) -> [String; 4] {
    let trace = format!("trace={},statx,newfstatat", call.name);
    ["-e".into(), trace, "-e".into(), format!("inject={}:{fault}", call.name)]
}

fn traced(layout: Layout, desk: &Desk, how: &[String]) -> (Output, String) {
    let log = desk.folder.parent().unwrap().join("trace");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-s", "0", "-o"]).arg(&log).args(how).arg(std::env::current_exe().unwrap());
    prepare(&mut command, "save", desk);
    if layout == Layout::TwoNames {
        command.env("RUNDE_FILE_LINKS", "in place");
    }
    let output = command.output().unwrap();
    (output, fs::read_to_string(&log).unwrap_or_default())
}

fn in_parallel<T: Sync>(jobs: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(job);
                }
            });
        }
    });
}
