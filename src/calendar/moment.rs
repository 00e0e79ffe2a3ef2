//! A local point in time as people note it: a day, mostly with an hour. Knows no zone until it is asked to leave the house.

use std::fmt;
use std::str::FromStr;

use jiff::Zoned;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::{Error, Expected};

/// A day, with the wall-clock time where it is known. A day without a time comes before all times of that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of day, where known.
    pub time: Option<Time>,
}

impl Moment {
    /// A day whose hour is not known.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { date, time: None }
    }

    /// A day and a time.
    #[must_use]
    pub const fn at(date: Date, time: Time) -> Self {
        Self { date, time: Some(time) }
    }

    /// Does `other` mean the same sitting? A day without a time means the whole day.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.date == other.date && (self.time.is_none() || other.time.is_none() || self.time == other.time)
    }

    /// The instant in a zone; a day without a time begins at midnight.
    ///
    /// A local time a clock change leaves out is moved forward by the gap, one that comes twice is the first of both
    /// (jiff's "compatible", which is what RFC 5545 §3.3.5 asks for).
    ///
    /// # Errors
    /// Only at the very ends of the calendar jiff knows (years −9999 and 9999).
    pub fn to_zoned(self, zone: &TimeZone) -> Result<Zoned, jiff::Error> {
        self.date.to_datetime(self.time.unwrap_or(Time::midnight())).to_zoned(zone.clone())
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self::day(date)
    }
}

impl From<DateTime> for Moment {
    fn from(at: DateTime) -> Self {
        Self::at(at.date(), at.time())
    }
}

/// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, seconds only where there are some.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        match self.time {
            None => Ok(()),
            Some(time) => {
                write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
                if time.second() == 0 { Ok(()) } else { write!(f, ":{:02}", time.second()) }
            }
        }
    }
}

impl FromStr for Moment {
    type Err = Error;

    /// Reads what `Display` writes; what people type is read by `read_moment`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let fault = || Error::unexpected(0, text, Expected::Date);
        match text.len() {
            10 => text.parse::<Date>().map(Self::day).map_err(|_| fault()),
            16 | 19 if text.as_bytes().get(10) == Some(&b'T') => {
                text.parse::<DateTime>().map(Self::from).map_err(|_| fault())
            }
            _ => Err(fault()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trip_and_order() {
        for text in ["2026-12-08", "2026-12-08T14:00", "2026-12-08T14:00:30"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        for text in ["", "2026-12", "2026-13-01", "2026-12-08 14:00", "2026-12-08T14", "2026-12-08T14:00Z", "äöüäöü"]
        {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
        let day: Moment = "2026-12-08".parse().unwrap();
        let midnight: Moment = "2026-12-08T00:00".parse().unwrap();
        assert!(day < midnight && day.covers(midnight) && midnight.covers(day));
        assert!(!midnight.covers("2026-12-08T09:00".parse().unwrap()));
    }
}
