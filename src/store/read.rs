//! From the bytes of a file to a store, strictly: what does not fit is refused with its place, what is not known is kept.
//! Knows no files.

mod fast;
mod fault;
mod plain;
mod record;
mod seeds;
mod whole;

use super::{Data, Store};
pub use fault::{Fault, ReadError};

/// A store that was read, and what is worth saying about it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The data.
    pub store: Store,
    /// The records did not stand in the order of their ids.
    pub unordered: bool,
}

/// Reads a store. The text must not begin with a byte order mark.
///
/// # Errors
/// Where and why the text is not a store: broken JSON, a key or id given twice, a value of the wrong type, not our format.
pub fn read(text: &str) -> Result<Loaded, ReadError> {
    fast::read(text).map_or_else(|| whole::read(text), Ok)
}

/// Reads a store to work with: its records, and who refers to whom.
///
/// # Errors
/// As [`read`].
pub fn read_data(text: &str) -> Result<Data, ReadError> {
    fast::read_data(text).map_or_else(|| whole_data(text), Ok)
}

fn whole_data(text: &str) -> Result<Data, ReadError> {
    whole::read(text).map(|loaded| Data::new(loaded.store))
}
