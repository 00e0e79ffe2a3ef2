//! How one guiding question stands: derived from what is known, overruled by hand. Knows no words.

use super::facts::Facts;
use super::facts::questions;
use crate::landscape::{Record, question};

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nobody has said anything yet.
    Open,
    /// A conversation is planned.
    Planned,
    /// Something was said, but the record does not hold the answer yet; or somebody called it half answered.
    Partly,
    /// Answered.
    Answered,
    /// "There is none" is an answer.
    DoesNotExist,
    /// Given up; not counted.
    Dropped,
}

impl Status {
    /// Its key in the value list `question_status`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Planned => "planned",
            Status::Partly => "partly",
            Status::Answered => "answered",
            Status::DoesNotExist => "does_not_exist",
            Status::Dropped => "dropped",
        }
    }

    pub(super) fn of_key(key: &str) -> Option<Status> {
        use Status::{Answered, DoesNotExist, Dropped, Open, Partly, Planned};
        [Open, Planned, Partly, Answered, DoesNotExist, Dropped].into_iter().find(|status| status.key() == key)
    }

    /// Is there an answer?
    #[must_use]
    pub fn done(self) -> bool {
        matches!(self, Status::Answered | Status::DoesNotExist)
    }

    /// Is there still something to ask?
    #[must_use]
    pub fn to_ask(self) -> bool {
        matches!(self, Status::Open | Status::Planned | Status::Partly)
    }
}

/// How a question stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State<'a> {
    /// How it stands.
    pub status: Status,
    /// What follows from the data alone.
    pub derived: Status,
    /// Somebody decided so; else it follows from the data.
    pub by_hand: bool,
    /// Whom to ask (id of an actor); empty when nobody is named.
    pub ask: &'a str,
    /// Why somebody decided so.
    pub reason: &'a str,
    /// The evidence that speaks to the question, each piece once.
    pub sources: Vec<&'a Record>,
}

impl State<'_> {
    /// One sign for a cell, told apart without colour.
    #[must_use]
    pub fn sign(&self) -> &'static str {
        match self.status {
            Status::Open => "·",
            Status::Planned => "»",
            Status::Partly => "◐",
            Status::Answered if self.unproven() => "○",
            Status::Answered => "●",
            Status::DoesNotExist => "–",
            Status::Dropped => "×",
        }
    }

    /// An answer nobody stands behind: no evidence speaks to it.
    #[must_use]
    pub fn unproven(&self) -> bool {
        self.status.done() && self.sources.is_empty()
    }
}

impl<'a> Facts<'a> {
    /// How a question stands.
    #[must_use]
    pub fn state(&self, key: &str) -> State<'a> {
        let decided = self.record.parts(questions(self.record)).iter().find(|part| part.text(question::KEY) == key);
        let text = |field| decided.map_or("", |part| part.text(field));
        let sources = self.sources(key);
        let (ask, reason) = (text(question::ASK), text(question::REASON));
        let derived = self.derived(key, &sources);
        // A status this program does not know is no decision: the data speak.
        let (status, by_hand) = match Status::of_key(text(question::STATUS)) {
            Some(status) => (status, true),
            None if !ask.is_empty() && !derived.done() => (Status::Planned, false),
            None => (derived, false),
        };
        State { status, derived, by_hand, ask, reason, sources }
    }
}
