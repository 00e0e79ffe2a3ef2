//! Two states of a landscape side by side: networks founded and ended, members in and out, ratings up and down, measures
//! then and now. A state is a store looked at on a day, so that one store on two days can be compared as well as two
//! files. Knows no files and no words.
//!
//! ```text
//!  then: store + day ─┐                ┌─► networks, actors: come, gone, changed (records)
//!                     ├─► Comparison ──┼─► memberships: in, out, changed (seats)     └─► ratings: up, down
//!  now:  store + day ─┘                └─► figures and rows of measures, then beside now
//! ```

mod figures;
mod ratings;
mod records;
mod seats;

use super::graph::{TwoMode, Whom};
use super::measures::measure;
use crate::landscape::{Id, Kind};
use crate::store::{Store, title};
pub use figures::{Figures, Moved};
pub use ratings::{Rated, What};
pub use records::{Cause, Changed, Come, FieldChange, Records};
pub use seats::{Person, SeatChange, Seats};

/// A state: a store, and the day (`YYYY-MM-DD`) it is looked at on.
#[derive(Clone, Copy, Debug)]
pub struct Side<'s> {
    /// The data.
    pub store: &'s Store,
    /// The day.
    pub day: &'s str,
}

/// How two states are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Who stands for a seat in the measures.
    pub whom: Whom,
    /// Ratings of sources that are confidential count too.
    pub confidential: bool,
}

/// A record with the name it goes by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Its id; of a record merged since, the one that stands for it now.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// What is different.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The networks.
    pub networks: Records,
    /// The actors.
    pub actors: Records,
    /// Who sits where.
    pub memberships: Seats,
    /// Ratings, activity and intensity that went up or down.
    pub ratings: Vec<Rated>,
    /// The figures of both states.
    pub then: Figures,
    /// Those of now.
    pub now: Figures,
    /// Actors and networks whose place has changed, the largest change of betweenness first.
    pub moved: Vec<Moved>,
}

impl Comparison {
    /// Is nothing different that people could have changed?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.networks.is_empty() && self.actors.is_empty() && self.memberships.is_empty() && self.ratings.is_empty()
    }
}

/// Compares the two states.
#[must_use]
pub fn compare(then: Side<'_>, now: Side<'_>, wish: Wish) -> Comparison {
    let graph = |side: Side<'_>| TwoMode::of(side.store, side.day, wish.whom, |_| true);
    let (before, after) = (graph(then), graph(now));
    let (old, new) = (measure(&before), measure(&after));
    Comparison {
        networks: records::networks(then, now),
        actors: records::actors(then, now),
        memberships: seats::seats(then, now),
        ratings: ratings::ratings(then, now, wish.confidential),
        moved: figures::moved(then, now, (&before, &old), (&after, &new)),
        then: figures::figures(then, &before, &old),
        now: figures::figures(now, &after, &new),
    }
}

/// The id by which a record of then is known now.
fn known_as(now: Side<'_>, kind: Kind, id: &str) -> Id {
    let found = now.store.resolve(id).filter(|(found, _)| *found == kind);
    found.map_or_else(|| Id::new(id), |(_, record)| record.id.clone())
}

/// The record with the name of now, or of then where it is gone.
fn named(then: Side<'_>, now: Side<'_>, id: &str) -> Named {
    let found = now.store.resolve(id).map(|found| (now, found)).or_else(|| Some((then, then.store.resolve(id)?)));
    match found {
        Some((side, (_, record))) => Named { id: record.id.clone(), name: title(side.store, record) },
        None => Named { id: Id::new(id), name: id.to_owned() },
    }
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
