//! The documents a search has to look at, counted in one row: shelves on which none of a wanted kind ever stood are left
//! out, so that they take no time and do not pass for work done.

use super::index::Index;
use super::shelf::{SHELF, Shelf};
use std::ops::Range;

/// The shelves of an index with documents of some kinds.
#[derive(Default)]
pub(super) struct Reach(Vec<usize>);

impl Reach {
    /// The shelves with documents of these kinds (a bit for each).
    pub(super) fn of(index: &Index, kinds: u16) -> Self {
        let wanted = |n: &usize| index.shelf(n * SHELF).is_some_and(|(shelf, _)| shelf.kinds() & kinds != 0);
        Self((0..index.len().div_ceil(SHELF)).filter(wanted).collect())
    }

    /// Places for documents on them.
    pub(super) fn len(&self) -> usize {
        self.0.len() * SHELF
    }

    /// So many of the shelves at most, spread over all, each with the number of its first document.
    pub(super) fn sample<'a>(&self, index: &'a Index, most: usize) -> impl Iterator<Item = (&'a Shelf, usize)> {
        let step = self.0.len().div_ceil(most).max(1);
        self.0.iter().step_by(step).filter_map(|n| index.shelf(n * SHELF))
    }

    /// The numbers of the documents at these places, shelf by shelf.
    pub(super) fn stretches(&self, places: Range<usize>) -> Vec<Range<usize>> {
        let mut stretches = Vec::new();
        let mut from = places.start;
        while let Some(shelf) = self.0.get(from / SHELF).filter(|_| from < places.end) {
            let until = ((from / SHELF + 1) * SHELF).min(places.end);
            let first = shelf * SHELF + from % SHELF;
            stretches.push(first..first + (until - from));
            from = until;
        }
        stretches
    }
}
