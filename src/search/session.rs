//! A search that lives as long as somebody types: each key narrows what the one before found, and a large landscape is
//! looked through in slices, so that the next key never waits for the last. Knows no screens.

use super::Search;
use super::landscape::{Found, Landscape, bits};
use crate::landscape::Kind;
use std::fmt;
use std::time::Duration;

/// How long the first look for what was just typed may take; what it finds is on the next frame.
pub const SLICE: Duration = Duration::from_millis(2);

/// What is looked for, and how far the looking is.
#[derive(Default)]
pub struct Session {
    search: Option<Search>,
    kinds: u16,
}

impl Session {
    /// Looks for something else among these kinds from now on; what the query before found is used where it can be.
    pub fn retype(&mut self, landscape: &Landscape, query: &str, kinds: &[Kind], limit: usize) {
        let same = self.kinds == bits(kinds);
        let before = self.search.take().filter(|_| same);
        self.kinds = bits(kinds);
        self.search = Some(landscape.search(before, query, kinds, limit));
    }

    /// Goes on for about this long ([`Duration::MAX`]: to the end); true when there is nothing left to do.
    pub fn step(&mut self, landscape: &Landscape, time: Duration) -> bool {
        self.search.as_mut().is_none_or(|search| search.step(landscape.index(), time))
    }

    /// How long the rest will take, judged by what was done so far.
    #[must_use]
    pub fn rest(&self) -> Duration {
        self.search.as_ref().map_or(Duration::ZERO, Search::rest)
    }

    /// Whether something can be looked for in advance, now that nothing is left to do.
    #[must_use]
    pub fn can_foresee(&self, landscape: &Landscape) -> bool {
        self.search.as_ref().is_some_and(|search| search.can_foresee(landscape.index()))
    }

    /// Looks for about this long for what the next key may ask.
    pub fn foresee(&mut self, landscape: &Landscape, time: Duration) {
        if let Some(search) = &mut self.search {
            search.foresee(landscape.index(), time);
        }
    }

    /// Goes on to the end.
    pub fn finish(&mut self, landscape: &Landscape) {
        if let Some(search) = &mut self.search {
            search.finish(landscape.index());
        }
    }

    /// Whether there is nothing left to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.search.as_ref().is_none_or(Search::is_done)
    }

    /// The best so far, the best first.
    #[must_use]
    pub fn found(&self, landscape: &Landscape) -> Vec<Found> {
        let hits = self.search.as_ref().map(|search| search.hits(landscape.index()));
        hits.into_iter().flatten().filter_map(|hit| landscape.found(hit)).collect()
    }

    /// How many were found so far, not only the best.
    #[must_use]
    pub fn count(&self) -> usize {
        self.search.as_ref().map_or(0, Search::count)
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Session").field("done", &self.is_done()).field("count", &self.count()).finish()
    }
}
