//! iCalendar (RFC 5545): meetings and rhythms as a calendar others can subscribe to, and back. Reading and writing of
//! properties is calcard's; what a calendar means for a landscape is ours.

mod event;
mod export;
mod find;
mod holidays;
mod import;
mod preview;
mod read;
mod series;
mod take;
mod when;
mod write;
mod zone;

pub use event::{Event, OURS, Status};
pub use export::{Wish, export};
pub use holidays::school_holidays;
pub use import::{Import, import, random_bits};
pub use preview::{Action, Preview, Row, Why};
pub use read::{Fault, LARGEST, MOST_DATES, MOST_EVENTS, Read, Wrong, read};
pub use write::{Calendar, write};
