//! How long a sitting lasts, in whole minutes. Knows no clock.

use std::fmt;
use std::str::FromStr;

use super::{Error, Expected};
use crate::i18n::Lang;

/// Minutes, from one minute to seven days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(u16);

impl Length {
    const MOST: u32 = 7 * 24 * 60;

    /// So many minutes; none for nothing at all and for more than a week.
    #[must_use]
    pub fn of_minutes(minutes: u32) -> Option<Self> {
        u16::try_from(minutes).ok().filter(|n| *n > 0 && minutes <= Self::MOST).map(Self)
    }

    /// In minutes.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// "2 Std.", "1 Std. 30 Min.", "45 min".
    #[must_use]
    pub fn speak(self, lang: Lang) -> String {
        let (hour, minute) = match lang {
            Lang::De => ("Std.", "Min."),
            Lang::En => ("h", "min"),
        };
        match (self.0 / 60, self.0 % 60) {
            (0, m) => format!("{m} {minute}"),
            (h, 0) => format!("{h} {hour}"),
            (h, m) => format!("{h} {hour} {m} {minute}"),
        }
    }
}

/// ISO 8601: `PT1H30M`.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, m) => write!(f, "PT{m}M"),
            (h, 0) => write!(f, "PT{h}H"),
            (h, m) => write!(f, "PT{h}H{m}M"),
        }
    }
}

impl FromStr for Length {
    type Err = Error;

    /// Reads ISO 8601 durations of weeks, days, hours and minutes; what people type is read by `read_length`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let fault = || Error::unexpected(0, text, Expected::Duration);
        let body = text.strip_prefix('P').ok_or_else(fault)?;
        let (days, hours) = body.split_once('T').unwrap_or((body, ""));
        let minutes = units(days, &[('W', 7 * 24 * 60), ('D', 24 * 60)])
            .zip(units(hours, &[('H', 60), ('M', 1)]))
            .filter(|_| body.ends_with(|c: char| c.is_ascii_uppercase() && c != 'T'))
            .and_then(|(a, b)| a.checked_add(b));
        minutes.and_then(Self::of_minutes).ok_or_else(fault)
    }
}

/// The sum of numbers with these units, each at most once and in this order.
fn units(text: &str, allowed: &[(char, u32)]) -> Option<u32> {
    let (mut rest, mut sum) = (text, 0_u32);
    for (unit, minutes) in allowed {
        if let Some((number, after)) = rest.split_once(*unit) {
            let number: u32 = number.parse().ok().filter(|_| number.bytes().all(|b| b.is_ascii_digit()))?;
            sum = sum.checked_add(number.checked_mul(*minutes)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_and_speech() {
        for (text, minutes) in
            [("PT1H30M", 90), ("PT45M", 45), ("PT2H", 120), ("P1D", 1440), ("P1DT1H", 1500), ("P1W", 10080)]
        {
            assert_eq!(text.parse::<Length>().unwrap().minutes(), minutes, "{text}");
        }
        for text in
            ["", "P", "PT", "PT0M", "1H", "PT1.5H", "PT90", "PT30M1H", "P8D", "PT99999999999M", "PT+3M", "P1DT", "PTH"]
        {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
        assert_eq!(Length(90).to_string(), "PT1H30M");
        assert_eq!(
            (Length(90).speak(Lang::De), Length(45).speak(Lang::En)),
            ("1 Std. 30 Min.".into(), "45 min".into())
        );
    }
}
