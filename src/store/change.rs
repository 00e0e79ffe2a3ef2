//! A named step: what a person did, as the edits that did it. The name carries facts; the words come from the texts.

use super::edit::{Edit, EditError};
use super::{Store, diff};
use crate::landscape::{Kind, Record};
use std::sync::Arc;

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Made a new record.
    Created,
    /// Changed fields of a record.
    Changed,
    /// Deleted a record.
    Deleted,
    /// Added a part: a member, a task …
    Attached,
    /// Took a part away.
    Detached,
    /// Started a new landscape.
    Started,
    /// Took over what somebody else changed on disk.
    TookOver,
    /// Put two networks together; the name says which went into which.
    United,
    /// Read in what another program wrote; the name is that of the file.
    Imported,
}

/// The facts a step is named by: "Deleted network “AK Ganztag” with 9 memberships".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub deed: Deed,
    /// To what kind of record or part: the name of its shape.
    pub what: &'static str,
    /// What it is called.
    pub name: String,
    /// What went or came along: shape name and how many.
    pub along: Vec<(&'static str, usize)>,
}

/// A step and its edits, carried out together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is called.
    pub step: Step,
    /// What it does, in order.
    pub edits: Vec<Edit>,
}

impl Step {
    /// A step without anything along.
    #[must_use]
    pub fn new(deed: Deed, what: &'static str, name: &str) -> Self {
        Step { deed, what, name: name.to_owned(), along: Vec::new() }
    }
}

impl Change {
    /// A new record.
    #[must_use]
    pub fn create(kind: Kind, record: Record, name: &str) -> Self {
        Change { step: Step::new(Deed::Created, kind.name(), name), edits: vec![Edit::Create(kind, Arc::new(record))] }
    }

    /// A record in a new state; no edits when nothing is different.
    #[must_use]
    pub fn update(kind: Kind, old: &Record, new: &Record, name: &str) -> Self {
        Change { step: Step::new(Deed::Changed, kind.name(), name), edits: diff(kind, old, new) }
    }

    /// Two changes as one step, named by the first.
    #[must_use]
    pub fn and(mut self, other: Change) -> Self {
        self.edits.extend(other.edits);
        self
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Change {
        Change { step: self.step.clone(), edits: self.edits.iter().rev().map(Edit::inverse).collect() }
    }

    /// Carries it out: the new state, or the reason why nothing happened.
    ///
    /// # Errors
    /// When one of the edits does not fit; the store given is untouched in any case.
    pub fn apply(&self, store: &Store) -> Result<Store, EditError> {
        let mut next = store.clone();
        self.edits.iter().try_for_each(|edit| edit.apply(&mut next))?;
        Ok(next)
    }
}
