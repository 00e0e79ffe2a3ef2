//! What can be wrong with a file, with its place.

use crate::store::strict::{Refusal, Spot};

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not JSON; what the parser says.
    Syntax(String),
    /// The text ends too early.
    CutOff,
    /// A key stands twice in one object; the other place.
    Twice(String, Spot),
    /// Two records have the same id; the other place.
    IdTwice(String, Spot),
    /// A record without an id; the kind of record.
    NoId(&'static str),
    /// A value of another type than its field's: shape, key, what the parser found.
    WrongType(&'static str, String, String),
    /// Valid JSON, but not a store of ours.
    NotOurs,
    /// Nested too deep.
    Deep,
}

/// Why a text is not a store, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {}, column {}: {fault:?}", spot.line, spot.column)]
pub struct ReadError {
    /// Where.
    pub spot: Spot,
    /// What.
    pub fault: Fault,
}

impl From<Refusal> for ReadError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Syntax(spot, text) => ReadError { spot, fault: Fault::Syntax(text) },
            Refusal::Twice(key, first, second) => ReadError { spot: second, fault: Fault::Twice(key.into(), first) },
            Refusal::Deep(spot) => ReadError { spot, fault: Fault::Deep },
        }
    }
}
