//! What can be worked out from the records without being stored. Knows no screens, no languages but to speak in them.
//!
//! ```text
//!  rhythms ─► calendar ─┐
//!  meetings ────────────┴─► agenda (what is to come)
//!  store::check + calendar ─► soundness
//! ```

pub mod agenda;
pub mod day;

use crate::calendar::Recurrence;
use crate::store::{Finding, Store, check};

/// Everything that is wrong with a store, rules of rhythms included.
#[must_use]
pub fn soundness(store: &Store) -> Vec<Finding> {
    check(store, |rule| rule.parse::<Recurrence>().is_ok())
}
