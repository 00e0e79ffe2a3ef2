//! The data set in memory and on disk. Knows no keys, no screens.
//!
//! ```text
//!  file/ (bytes) ─► read ─► Store (tables of records, a snapshot costs nothing) ─► write ─► file/
//!                              ▲ Change (named list of Edits) ─► History (undo, redo)
//! ```

mod change;
pub mod check;
mod data;
mod delete;
mod demo;
mod diff;
mod directory;
mod edit;
pub mod file;
mod history;
pub mod json;
mod merge;
mod read;
mod refs;
pub mod schema;
mod store;
mod strict;
mod table;
mod title;
pub mod unite;
mod write;

pub use change::{Change, Deed, Step};
pub use check::{Finding, Flaw, Level, check, invisible};
pub use data::{Applied, Data};
pub use delete::{deletion, detachment, part_ids};
pub use demo::{DEMO, demo};
pub use diff::diff;
pub use directory::{Directory, Lookup};
pub use edit::{Edit, EditError, Path};
pub use history::History;
pub(crate) use merge::merge_records;
pub use merge::{Conflict, Merged, merge};
pub use read::{Fault, Loaded, ReadError, read, read_data};
pub use refs::{Reference, Refs, references};
pub use store::Store;
pub use strict::{Spot, check_json};
pub use table::Table;
pub use title::{called, called_by, context, name_of, title};
pub use write::{record_json, write};
