//! Many processes saving the same store: every edit is in the file at the end, once.

use crate::support::{Desk, child, rounds};
use std::collections::HashSet;
use std::fs;

const PROCESSES: usize = 20;
const EDITS: usize = 2;

#[test]
fn nothing_is_lost_by_comparing_before_the_rename() {
    for _ in 0..rounds() {
        all_edits_arrive("add");
    }
}

#[test]
fn nothing_is_lost_by_holding_the_lock_from_reading_to_saving() {
    for _ in 0..rounds() {
        all_edits_arrive("add-held");
    }
}

fn all_edits_arrive(action: &str) {
    let desk = Desk::with(b"start\n");
    let start = || child(action, &desk).env("RUNDE_FILE_EDITS", EDITS.to_string()).spawn().unwrap();
    let children: Vec<_> = (0..PROCESSES).map(|_| start()).collect();
    for mut child in children {
        assert_eq!(child.wait().unwrap().code(), Some(crate::child::SAVED));
    }
    let text = fs::read_to_string(&desk.store).unwrap();
    let lines: Vec<_> = text.lines().skip(1).collect();
    let different: HashSet<_> = lines.iter().collect();
    assert_eq!((lines.len(), different.len()), (PROCESSES * EDITS, PROCESSES * EDITS));
    assert_eq!(desk.names(), ["Musterau.json"]);
}
