//! Ids and references: every id once, every reference to something that is there.

use serde_json::Value;
use std::collections::{BTreeSet, HashSet};

/// The keys whose values are ids, by what they stand in.
const REFERENCES: [&str; 22] = [
    "a",
    "about",
    "absent",
    "actor",
    "ask",
    "b",
    "carried_by",
    "carried_from",
    "excused",
    "network",
    "networks",
    "operator",
    "own_unit",
    "part_of",
    "person",
    "present",
    "rhythm",
    "sent_by",
    "to",
    "unit_of",
    "who",
    "with",
];

/// Ids that stand in the file more than once.
pub(crate) fn double_ids(file: &Value) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut twice = Vec::new();
    walk(file, &mut |key, value| {
        if key == "id" && !seen.insert(value.to_owned()) {
            twice.push(value.to_owned());
        }
    });
    twice
}

/// References that lead nowhere, as `key: id`.
pub(crate) fn lost_references(file: &Value) -> BTreeSet<String> {
    let mut ids = HashSet::from(["landscape".to_owned()]);
    walk(file, &mut |key, value| {
        if key == "id" {
            ids.insert(value.to_owned());
        }
    });
    let mut lost = BTreeSet::new();
    walk(file, &mut |key, value| {
        if REFERENCES.contains(&key) && !ids.contains(value) {
            lost.insert(format!("{key}: {value}"));
        }
    });
    lost
}

/// Shows every text under every key; lists of texts stand under the key of the list, lists of records under theirs.
fn walk(value: &Value, see: &mut impl FnMut(&str, &str)) {
    let Value::Object(fields) = value else { return };
    for (key, value) in fields {
        match value {
            Value::String(text) => see(key, text),
            Value::Array(list) => {
                for one in list {
                    match one {
                        Value::String(text) => see(key, text),
                        other => walk(other, see),
                    }
                }
            }
            other => walk(other, see),
        }
    }
}
