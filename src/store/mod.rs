//! The data set in memory and on disk. Knows no keys, no screens.
//!
//! ```text
//!  file/ (bytes) ─► read ─► Store (tables of records, a snapshot costs nothing) ─► write ─► file/
//!                              ▲ Change (named list of Edits) ─► History (undo, redo)
//! ```

mod change;
mod data;
mod delete;
mod diff;
mod edit;
pub mod file;
mod history;
mod merge;
mod read;
mod refs;
mod store;
mod strict;
mod table;
mod title;
mod write;

pub use change::{Change, Deed, Step};
pub use data::{Applied, Data};
pub use delete::deletion;
pub use diff::diff;
pub use edit::{Edit, EditError, Path};
pub use history::History;
pub use merge::{Conflict, Merged, merge};
pub use read::{Fault, Loaded, ReadError, read};
pub use refs::{Reference, Refs, references};
pub use store::Store;
pub use strict::{Spot, check_json};
pub use table::Table;
pub use title::{context, name_of, title};
pub use write::{record_json, write};
