//! iCalendar (RFC 5545): meetings and rhythms as a calendar others can subscribe to, and back. Reading and writing of
//! properties is calcard's; what a calendar means for a landscape is ours.

mod event;
mod export;
mod series;
mod when;
mod write;
mod zone;

pub use event::{Event, OURS, Status};
pub use export::{Wish, export};
pub use write::{Calendar, write};
