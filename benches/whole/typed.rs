//! The file as `serde_json` reads it into plain structs: what loading is measured against.

use crate::records::{Actor, Evidence, Landscape, Meeting, Network, Relation, Rhythm, Verdict};

/// A store in plain structs.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct File {
    format: String,
    version: u64,
    landscape: Landscape,
    pub actors: Vec<Actor>,
    networks: Vec<Network>,
    relations: Vec<Relation>,
    rhythms: Vec<Rhythm>,
    meetings: Vec<Meeting>,
    evidence: Vec<Evidence>,
    verdicts: Vec<Verdict>,
}

/// The word with which this program only reads a file into plain structs, as a process of its own.
pub const ALONE: &str = "--typed";
/// What it says when it has.
pub const DONE: &[u8] = b"typed";

/// Reads a file and says so.
pub fn alone(file: &std::path::Path) {
    let text = std::fs::read_to_string(file).unwrap();
    let read = std::mem::ManuallyDrop::new(serde_json::from_str::<File>(&text).unwrap());
    println!("{}: {} actors", std::str::from_utf8(DONE).unwrap(), read.actors.len());
}
