//! The file as serde_json reads it into plain structs: what loading is measured against.

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
