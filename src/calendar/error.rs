//! What can go wrong when dates and rules are read: facts with their place, no sentences for people (those are in `i18n`).

use thiserror::Error;

use super::Moment;

/// Result of this room.
pub type Result<T> = std::result::Result<T, Error>;

/// What stood to be read where something else stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `PART=value`.
    Part,
    /// DAILY, WEEKLY, MONTHLY or YEARLY.
    Frequency,
    /// A whole number from … to ….
    Number(i32, i32),
    /// A whole number from … to …, or the same counted from the end, never zero.
    Signed(i32),
    /// Two letters of a weekday, with an ordinal where the frequency allows one.
    Weekday,
    /// A date, or date and time, of RFC 5545.
    Date,
    /// Either COUNT or UNTIL, not both.
    OneEnd,
    /// Another BY part beside BYSETPOS (RFC 5545 demands one).
    AnotherByPart,
    /// No BYMONTHDAY in a weekly rule.
    NoMonthDay,
    /// Text of at most so many bytes.
    Length(usize),
    /// A calendar day.
    Day,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A day, a month or a year.
    Partial,
}

/// What can go wrong in this room. `at` is always a byte offset into the text that was read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// The rule has a part this program does not know (RFC 5545 or not): BYHOUR, BYYEARDAY …
    #[error("rule part {part:?} at byte {at} is not supported")]
    UnknownPart {
        /// Name of the part as written.
        part: String,
        /// Where it starts.
        at: usize,
    },
    /// A part stands there twice.
    #[error("rule part {part:?} at byte {at} is given twice")]
    PartTwice {
        /// Name of the part.
        part: String,
        /// Where the second one starts.
        at: usize,
    },
    /// Something else was expected here.
    #[error("expected {expected:?} at byte {at}, found {found:?}")]
    Unexpected {
        /// Where.
        at: usize,
        /// What stands there.
        found: String,
        /// What should.
        expected: Expected,
    },
    /// More days were asked for than an expansion may span.
    #[error("asked up to {until}, an expansion spans at most {years} years")]
    TooFar {
        /// End of the span asked for.
        until: Moment,
        /// The most years a span may have.
        years: i16,
    },
    /// The span holds more occurrences than an expansion may give.
    #[error("more than {limit} occurrences")]
    TooMany {
        /// The most occurrences one expansion gives.
        limit: usize,
    },
}

impl Error {
    /// Something else was expected at `at`; of what stands there no more than a line is kept.
    pub(super) fn unexpected(at: usize, found: &str, expected: Expected) -> Self {
        Self::Unexpected { at, found: found.chars().take(80).collect(), expected }
    }
}
