//! Dates of which people may know only the month or the year. Knows no today.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::{Error, Expected};

/// A day, or the month or year it is in. In order of their first days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i16),
    /// Year and month.
    Month(i16, i8),
    /// The day.
    Day(Date),
}

impl PartialDate {
    /// The first day it may be.
    #[must_use]
    pub fn first(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Day(day) => Some(day),
        }
    }

    /// The last day it may be.
    #[must_use]
    pub fn last(self) -> Option<Date> {
        let first = self.first()?;
        Some(match self {
            Self::Year(_) => first.last_of_year(),
            Self::Month(..) => first.last_of_month(),
            Self::Day(day) => day,
        })
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |d: &Self| match *d {
            Self::Year(year) => (year, 0, 0),
            Self::Month(year, month) => (year, month, 0),
            Self::Day(day) => (day.year(), day.month(), day.day()),
        };
        key(self).cmp(&key(other))
    }
}

/// `2026`, `2026-05` or `2026-05-08`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl FromStr for PartialDate {
    type Err = Error;

    /// Reads what `Display` writes; what people type is read by `read_partial`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let fault = || Error::unexpected(0, text, Expected::Partial);
        let digits =
            text.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
        let date = match (digits, text.len()) {
            (true, 4) => text.parse().ok().map(Self::Year),
            (true, 7) => text.split_once('-').and_then(|(y, m)| {
                Some(Self::Month(y.parse().ok()?, m.parse().ok().filter(|m| (1..=12).contains(m))?))
            }),
            (true, 10) => text.parse().ok().map(Self::Day),
            _ => None,
        };
        date.filter(|d| d.to_string() == text).ok_or_else(fault)
    }
}
