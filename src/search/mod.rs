//! Fold, query, rank, highlight: finding a document by a few letters of its name or fields.
//!
//! Knows strings, not records, and no screens. Fill an [`Index`] with documents (a name, short fields, long texts, a
//! kind), prepare a [`Query`], run a [`Search`] in slices or [`find`] in one go, and [`highlight`] the rows shown.
//! How hits are ordered is told in `docs/search.md`.

mod again;
mod bits;
mod cells;
mod field;
mod fold;
mod highlight;
mod index;
mod initials;
mod judge;
pub mod landscape;
mod leaders;
mod letters;
mod near;
mod onward;
mod pace;
mod parts;
mod pass;
pub mod passage;
mod query;
mod rank;
mod reach;
mod run;
mod scorer;
pub mod session;
mod shelf;
pub mod terms;
mod top;
mod typo;
mod word;

#[cfg(test)]
mod proofs;

pub use fold::{fold, fold_into};
pub use highlight::highlight;
pub use index::Index;
pub use query::Query;
pub use rank::Tier;
pub use run::{ALL_KINDS, Hit, Search};
pub use shelf::Entry;

/// The field number of the name.
pub const NAME: u8 = 0;

/// The best `k` documents of these kinds for a query, best first, in one go. No hits for an empty query.
#[must_use]
pub fn find(index: &Index, query: &Query, kinds: u16, k: usize) -> Vec<Hit> {
    let mut search = Search::new(index, query.clone(), kinds, k);
    search.finish(index);
    search.hits(index)
}
