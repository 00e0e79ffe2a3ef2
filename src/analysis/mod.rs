//! What the data say when they are put together. Knows no screens.
//!
//! ```text
//!  rhythms ─► series (dates, words) ─┐
//!  meetings ─────────────────────────┴─► agenda (what is to come)      store::check + rules ─► soundness
//!  members ─► graph (actors × networks) ─► measures
//! ```

pub mod agenda;
pub mod completeness;
pub mod day;
pub mod free_days;
pub mod graph;
pub mod measures;
pub mod overlap;
pub mod series;

use crate::calendar::Recurrence;
use crate::store::{Finding, Store, check};

/// Everything that is wrong with a store, rules of rhythms included.
#[must_use]
pub fn soundness(store: &Store) -> Vec<Finding> {
    check(store, |rule| rule.parse::<Recurrence>().is_ok())
}
