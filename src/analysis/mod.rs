//! What the data say when they are put together. Knows no screens.
//!
//! ```text
//!  rhythms ─► series (dates, words) ─┐                            ┌─► clashes, load, slots (a free date)
//!  meetings ─────────────────────────┴─► agenda (what is to come) ┘
//!      └─► lengths, habit, takeover (what really happened), tasks      seats (who has to come)
//!  members ─► graph (actors × networks) ─┬─► measures (paths, holes, sectors, pagerank), completeness
//!                 │                         ├─► projection (shared members) ─► overlap   gaps
//!                 │                         └─► map (where each one lies)
//!                 └─ of two states ─► compare (what came, went, changed)      store::check + rules ─► soundness
//!  evidence ─► voices (who speaks, how they rate, where they contradict)
//!  goals, duties (who has taken on what), steps (what is to become of a body), governance, embedding
//!  members ─► graph (actors × networks) ─► measures, overlap, gaps, map     store::check + rules ─► soundness
//!                 └─ of two states ─► compare (what came, went, changed)
//! ```

pub mod agenda;
pub mod betweenness;
pub mod clashes;
pub mod compare;
pub mod completeness;
pub mod day;
pub mod duties;
pub mod embedding;
pub mod free_days;
pub mod gaps;
pub mod goals;
pub mod governance;
pub mod graph;
pub mod habit;
pub mod holes;
pub mod lengths;
pub mod load;
pub mod map;
pub mod measures;
pub mod overlap;
pub mod pagerank;
pub mod paths;
pub mod projection;
pub mod seats;
pub mod sector;
pub mod sectors;
pub mod series;
pub mod slots;
pub mod steps;
pub mod takeover;
pub mod tasks;
pub mod voices;
pub mod work;

use crate::calendar::Recurrence;
use crate::store::{Finding, Store, check};

/// Everything that is wrong with a store, rules of rhythms included.
#[must_use]
pub fn soundness(store: &Store) -> Vec<Finding> {
    check(store, |rule| rule.parse::<Recurrence>().is_ok())
}
