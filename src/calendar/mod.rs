//! Recurrence and dates: rules of RFC 5545, what they mean in words, when bodies meet.
//!
//! ```text
//!  "jeden 2. Dienstag" ──phrase──► Reading ─► Rule ◄─parse── "FREQ=MONTHLY;BYDAY=2TU"
//!          ▲                                   │  start, skip, extra
//!          └───────────── speech ◄─────────────┤
//!                                              ▼
//!                                   Series ─► occurrences (Moment: local day and hour)
//! ```
//!
//! Strings, dates and the language in, values out: it knows no records, no files, no screens, and never what day it is.

mod error;
mod expand;
mod moment;
mod parse;
mod recurrence;
mod rule;
mod series;

pub use error::{Error, Expected, Result};
pub use moment::Moment;
pub use parse::{MOST_COUNT, MOST_INTERVAL};
pub use recurrence::{Keyword, Recurrence};
pub use rule::{ByDay, End, Freq, Rule, Until};
pub use series::{Bounds, Occurrences, Series};
