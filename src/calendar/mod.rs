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

mod anchors;
mod error;
mod expand;
mod guess;
mod holidays;
mod land;
mod length;
mod moment;
mod observed;
mod parse;
mod partial;
mod phrase;
mod recurrence;
mod rule;
mod series;
mod show;
mod speech;
mod speech_de;
mod speech_en;
mod week;
mod when;

pub use anchors::anchors;
pub use error::{Error, Expected, Result};
pub use holidays::{FIRST_YEAR, Holiday, Reach, easter, holiday_on, public_holidays};
pub use land::Land;
pub use length::Length;
pub use moment::Moment;
pub use observed::{Held, Observed, Proposal, observe};
pub use parse::{MOST_COUNT, MOST_INTERVAL};
pub use partial::PartialDate;
pub use phrase::{Reading, Unclear, Wish, read_phrase, read_wish};
pub use recurrence::{Keyword, Recurrence};
pub use rule::{ByDay, End, Freq, Rule, Until};
pub use series::{Bounds, Occurrences, Series};
pub use show::{
    month_letters, month_name, show_date, show_moment, show_partial, show_relative, show_short, weekday_letters,
    weekday_name,
};
pub use speech::{Avoid, speak, speak_avoid, speak_per_year};
pub use week::{monday_of, week_of, weeks_in};
pub use when::{read_date, read_length, read_moment, read_partial, read_time};
