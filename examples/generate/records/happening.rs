//! Rhythms, meetings, evidence and verdicts.

use super::{Task, record};
use std::collections::BTreeMap;

record! {
    /// How a network means to meet.
    Rhythm {
        id: String, network: String, name: String, rule: String, per_year: Vec<u8>, start: String, duration: String,
        place: String, mode: String, avoid: Vec<String>, skip: Vec<String>, extra: Vec<String>, until: String,
        notes: String, external: Vec<String>,
    }
}

record! {
    /// What was or is to be held.
    Meeting {
        id: String, networks: Vec<String>, rhythm: String, occurrence: String, at: String, until: String,
        status: String, place: String, mode: String, present: Vec<String>, excused: Vec<String>, absent: Vec<String>,
        topics: String, decisions: Vec<Decision>, tasks: Vec<Task>, notes: String, external: Vec<String>,
    }
}

record! {
    /// What a meeting decided, and whom it goes to.
    Decision { id: String, text: String, to: String }
}

record! {
    /// Who said what.
    Evidence {
        id: String, date: String, kind: String, title: String, with: Vec<String>, pseudonym: String, link: String,
        visibility: String, notes: String, statements: Vec<Statement>,
    }
}

record! {
    /// One thing said about one or more bodies.
    Statement {
        id: String, about: Vec<String>, question: String, text: String, ratings: BTreeMap<String, u8>,
        intensity: Option<u8>, confidence: String, visibility: String,
    }
}

record! {
    /// What people decided about two records that look alike.
    #[expect(clippy::struct_field_names, reason = "the keys of the file")]
    Verdict {
        id: String, a: String, b: String, verdict: String, by: String, date: String, basis: String, notes: String,
    }
}
