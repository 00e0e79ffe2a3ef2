//! The house keeps its arrows: rooms use what stands before them, never what stands after. Files stay small and say at
//! their head what they are for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rooms from the inside out. A room may use those with a lower number, and itself.
const ROOMS: [(&str, u8); 17] = [
    ("arrange", 0),
    ("i18n", 0),
    ("text", 0),
    ("config", 1),
    ("landscape", 2),
    ("store", 3),
    ("search", 4),
    ("calendar", 4),
    ("analysis", 5),
    ("guide", 6),
    ("exchange", 7),
    ("app", 8),
    ("ui", 9),
    ("cli", 9),
    ("terminal", 1),
    ("program", 10),
    ("main", 11),
];

/// Arrows beside the order: from, to, and why.
const BESIDE: [(&str, &str, &str); 2] = [
    ("cli", "app::key", "the table of keys is printed on the command line"),
    ("terminal", "app::key", "the edge turns bytes into keys"),
];

/// The most lines of a file without its tests.
const LONGEST: usize = 400;

fn files() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string().replace('\\', "/")
}

/// The room a file lies in.
fn room(path: &Path) -> String {
    let path = shown(path);
    let inside = path.strip_prefix("src/").unwrap();
    inside.split('/').next().unwrap().trim_end_matches(".rs").to_owned()
}

fn rank(room: &str) -> Option<u8> {
    ROOMS.iter().find(|(name, _)| *name == room).map(|(_, rank)| *rank)
}

/// Is it a file of tests?
fn is_test(path: &Path) -> bool {
    let name = path.file_stem().unwrap().to_str().unwrap();
    name == "tests" || name.ends_with("_tests") || name == "proofs" || shown(path).contains("/tests/")
}

/// The code without its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap()
}

/// Everything behind `crate::` in code, braces taken apart as far as rooms go: `crate::{a::b, c}` are two.
fn used(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, word) in line.match_indices("crate::") {
            let rest = &line[at + word.len()..];
            match rest.strip_prefix('{') {
                Some(list) => found.extend(list.split(',').map(|part| path_of(part.trim()))),
                None => found.push(path_of(rest)),
            }
        }
    }
    found.retain(|path| !path.is_empty());
    found
}

fn path_of(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':')).collect()
}

#[test]
fn every_arrow_points_inwards() {
    let mut wrong = Vec::new();
    for (path, text) in files().iter().filter(|(path, _)| !is_test(path)) {
        let from = room(path);
        if from == "lib" {
            continue;
        }
        let Some(own) = rank(&from) else { panic!("{} lies in a room nobody knows", shown(path)) };
        for target in used(without_tests(text)) {
            let to = target.split("::").next().unwrap();
            let beside = BESIDE.iter().any(|(a, b, _)| *a == from && target.starts_with(b));
            let inwards = rank(to).is_none_or(|other| other < own || from == to);
            if !inwards && !beside {
                wrong.push(format!("{}: {from} → {target}", shown(path)));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows in the wrong direction:\n{}", wrong.join("\n"));
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for (path, text) in files() {
        if !text.starts_with("//!") {
            wrong.push(format!("{}: no head", shown(&path)));
        }
        let lines = without_tests(&text).lines().count();
        if lines > LONGEST && !is_test(&path) {
            wrong.push(format!("{}: {lines} lines", shown(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_median_file_is_short() {
    let mut lines: Vec<usize> = files().iter().map(|(_, text)| without_tests(text).lines().count()).collect();
    lines.sort_unstable();
    assert!(lines[lines.len() / 2] <= 150, "median {}", lines[lines.len() / 2]);
}

#[test]
fn the_rules_see_what_they_are_to_see() {
    let code = "use crate::{store::Store, ui};\n// crate::app\nlet x = crate::app::keymap::TABLE;\nuse super::a;";
    assert_eq!(used(code), ["store::Store", "ui", "app::keymap::TABLE"]);
    let ranks: BTreeMap<&str, u8> = ROOMS.into_iter().collect();
    assert_eq!(ranks.len(), ROOMS.len());
    assert!(
        ranks["landscape"] < ranks["store"] && ranks["store"] < ranks["search"] && ranks["search"] == ranks["calendar"]
    );
    assert!(ranks["app"] < ranks["ui"]);
}
