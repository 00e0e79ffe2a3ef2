//! The file on disk: found, read, saved, kept in earlier versions, watched – so that nothing is ever lost.
//! Knows bytes and paths. Must not know records: where content matters, the caller passes a closure.
//!
//! ```text
//!  Place ─► open ─► bytes + Stamp ─► (caller edits) ─► save ─► Outcome
//!                     │                                 ├─ lock     one writer at a time, if the folder allows it
//!                     └─ form: BOM, CRLF, troubles      ├─ temp     written, synced, read back
//!  watch: has it changed?    rescue, draft: plan B      └─ backup   the version that is about to go
//! ```

mod again;
pub mod backup;
mod content;
mod digest;
pub mod draft;
mod error;
pub mod form;
mod in_place;
pub mod lock;
mod moment;
pub mod open;
pub mod other;
pub mod place;
mod private;
pub mod rescue;
mod rotation;
pub mod save;
pub mod siblings;
mod stamp;
mod temp;
pub mod watch;

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub use digest::Digest;
pub use error::{Cause, FileError, Special, Step};
pub use place::{Facts, Place};
pub use stamp::Stamp;
pub use temp::sweep;
