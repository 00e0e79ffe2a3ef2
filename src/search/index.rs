//! The library that is searched: documents in shelves, each edit costs a shelf at most.
//!
//! Knows names and fields as texts with numbers; what a document means is the caller's matter.

use super::letters::has;
use super::query::Query;
use super::shelf::{Card, Entry, SHELF, Shelf};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// Shelves one or two threads have filled before all have woken up.
const FEW: usize = 4;

/// Searchable documents, numbered in the order given. Numbers stay: a removed document leaves an empty place.
#[derive(Default)]
pub struct Index {
    shelves: Vec<Shelf>,
    len: usize,
    edition: u64,
}

impl Index {
    /// Builds an index of `count` documents on all cores; `fill` takes down document `n`.
    #[must_use]
    pub fn build(count: usize, fill: impl Fn(usize, &mut Entry) + Sync) -> Self {
        Self::built(count, None, fill)
    }

    /// An index that answers one query only: fields that cannot answer it are not taken down, which is much less work.
    #[must_use]
    pub fn build_for(query: &Query, count: usize, fill: impl Fn(usize, &mut Entry) + Sync) -> Self {
        Self::built(count, Some(query), fill)
    }

    fn built(count: usize, only: Option<&Query>, fill: impl Fn(usize, &mut Entry) + Sync) -> Self {
        let stock = |first: usize| {
            let mut shelf = Shelf::new(only);
            for n in first..count.min(first + SHELF) {
                shelf.write(n - first, |entry| fill(n, entry));
            }
            shelf.finish();
            shelf
        };
        // A few shelves are filled before all threads have woken up. Who waits for one answer gets a second thread, who
        // prepares for later leaves the other processor to whoever draws.
        let shelves: Vec<Shelf> = match count.div_ceil(SHELF) {
            few @ 2..=FEW if only.is_some() => beside(few, &stock),
            few @ ..=FEW => (0..few).map(|n| stock(n * SHELF)).collect(),
            many => (0..many).into_par_iter().map(|n| stock(n * SHELF)).collect(),
        };
        Self { edition: next_edition(), shelves, len: count }
    }

    /// Number of places, empty ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no document at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a document and tells its number.
    pub fn push(&mut self, fill: impl FnOnce(&mut Entry)) -> usize {
        let doc = self.len;
        if doc.is_multiple_of(SHELF) {
            self.shelves.push(Shelf::new(None));
        }
        self.len += 1;
        self.replace(doc, fill);
        doc
    }

    /// Writes a document anew, also into a place that was emptied. False when there is no such place.
    pub fn replace(&mut self, doc: usize, fill: impl FnOnce(&mut Entry)) -> bool {
        let Some(board) = self.shelves.get_mut(doc / SHELF).filter(|_| doc < self.len) else { return false };
        board.write(doc % SHELF, fill);
        self.edition = next_edition();
        true
    }

    /// Takes a document away; its place stays empty. False when there was none.
    pub fn remove(&mut self, doc: usize) -> bool {
        self.edition = next_edition();
        self.shelves.get_mut(doc / SHELF).is_some_and(|shelf| shelf.remove(doc % SHELF))
    }

    /// Bytes of memory the index holds.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.shelves.iter().map(|shelf| shelf.memory() + size_of::<Shelf>()).sum()
    }

    /// Distinguishes states of all indexes: a search notices that documents changed.
    pub(super) fn edition(&self) -> u64 {
        self.edition
    }

    /// A shelf and the number of its first document.
    #[inline]
    pub(super) fn shelf(&self, doc: usize) -> Option<(&Shelf, usize)> {
        self.shelves.get(doc / SHELF).map(|shelf| (shelf, doc / SHELF * SHELF))
    }

    /// One document if its fields together may have these letters.
    #[inline]
    pub(super) fn card_with(&self, doc: usize, need: u64) -> Option<Card<'_>> {
        let (board, at) = (self.shelves.get(doc / SHELF)?, doc % SHELF);
        board.wide().get(at).filter(|wide| has(**wide, need, 0))?;
        board.card(at)
    }

    /// The folded name of a document.
    #[inline]
    pub(super) fn name(&self, doc: u32) -> &[u8] {
        self.shelves.get(doc as usize / SHELF).map_or(&[], |shelf| shelf.name(doc as usize % SHELF))
    }

    /// One document.
    #[inline]
    pub(super) fn card(&self, doc: usize) -> Option<Card<'_>> {
        self.shelves.get(doc / SHELF)?.card(doc % SHELF)
    }
}

/// Fills the first half of the shelves here and the others on a second thread.
fn beside(count: usize, stock: &(impl Fn(usize) -> Shelf + Sync)) -> Vec<Shelf> {
    let fill = |shelves: std::ops::Range<usize>| shelves.map(|n| stock(n * SHELF)).collect::<Vec<_>>();
    let cut = count.div_ceil(2);
    std::thread::scope(|scope| {
        let Ok(later) = std::thread::Builder::new().spawn_scoped(scope, || fill(cut..count)) else {
            return fill(0..count);
        };
        let mut shelves = fill(0..cut);
        shelves.extend(later.join().unwrap_or_else(|_| fill(cut..count)));
        shelves
    })
}

/// A number no other state of any index has; 0 is that of an index that never held anything.
fn next_edition() -> u64 {
    static EDITIONS: AtomicU64 = AtomicU64::new(0);
    EDITIONS.fetch_add(1, Ordering::Relaxed) + 1
}
