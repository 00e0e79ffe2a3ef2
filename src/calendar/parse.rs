//! Reads the text of a rule (RFC 5545 §3.3.10) strictly: what this program cannot keep is refused by name and place,
//! never guessed and never dropped.

use std::str::FromStr;

use jiff::civil::{Date, DateTime, Weekday};

use super::rule::{ByDay, End, Freq, Rule, Until};
use super::{Error, Expected, Result};

/// A rule with all its lists full fits in this.
const LONGEST: usize = 2000;
/// The most occurrences a rule may ask for by COUNT.
pub const MOST_COUNT: u16 = 5000;
/// The largest INTERVAL.
pub const MOST_INTERVAL: u16 = 1000;

impl FromStr for Rule {
    type Err = Error;

    /// Reads `FREQ=…;…`, with or without `RRULE:` in front, in any case and order of the parts.
    fn from_str(text: &str) -> Result<Self> {
        if text.len() > LONGEST {
            return Err(Error::unexpected(0, text, Expected::Length(LONGEST)));
        }
        let start = text.len() - text.trim_start().len();
        let body = text.trim();
        let prefix = if body.get(..6).is_some_and(|p| p.eq_ignore_ascii_case("RRULE:")) { 6 } else { 0 };
        let mut parts = Parts::default();
        let mut at = start + prefix;
        for part in body.get(prefix..).unwrap_or_default().split(';') {
            parts.take(Value { at, text: part })?;
            at += part.len() + 1;
        }
        parts.into_rule(start)
    }
}

const FREQUENCIES: [(&str, Freq); 4] =
    [("DAILY", Freq::Daily), ("WEEKLY", Freq::Weekly), ("MONTHLY", Freq::Monthly), ("YEARLY", Freq::Yearly)];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// The names of the parts.
const NAMES: [&str; 9] = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"];

/// A piece of the text and where it stands.
#[derive(Clone, Copy)]
struct Value<'t> {
    at: usize,
    text: &'t str,
}

impl<'t> Value<'t> {
    fn fault(self, expected: Expected) -> Error {
        Error::unexpected(self.at, self.text, expected)
    }

    /// The pieces between commas.
    fn list(self) -> impl Iterator<Item = Value<'t>> {
        let mut at = self.at;
        self.text.split(',').map(move |text| {
            let value = Value { at, text };
            at += text.len() + 1;
            value
        })
    }

    fn number(self, least: u16, most: u16) -> Result<u16> {
        let digits = self.text.bytes().all(|b| b.is_ascii_digit());
        let n = self.text.parse().ok().filter(|n| digits && (least..=most).contains(n));
        n.ok_or_else(|| self.fault(Expected::Number(least.into(), most.into())))
    }

    /// A number from ±1 to ±`most`.
    fn signed(self, most: i16) -> Result<i16> {
        let n = self.text.parse::<i16>().ok().filter(|&n| n != 0 && (-most..=most).contains(&n));
        n.ok_or_else(|| self.fault(Expected::Signed(most.into())))
    }

    fn small(self, most: i8) -> Result<i8> {
        let n = self.signed(most.into())?;
        i8::try_from(n).map_err(|_| self.fault(Expected::Signed(most.into())))
    }

    fn month(self) -> Result<i8> {
        let n = self.number(1, 12)?;
        i8::try_from(n).map_err(|_| self.fault(Expected::Number(1, 12)))
    }

    /// What one of these words means, in any case.
    fn one_of<T: Copy>(self, words: &[(&str, T)], expected: Expected) -> Result<T> {
        let meant = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(self.text));
        meant.map(|(_, meaning)| *meaning).ok_or_else(|| self.fault(expected))
    }

    fn freq(self) -> Result<Freq> {
        self.one_of(&FREQUENCIES, Expected::Frequency)
    }

    fn weekday(self) -> Result<Weekday> {
        self.one_of(&WEEKDAYS, Expected::Weekday)
    }

    /// `TU`, `2TU`, `+2TU`, `-1FR`.
    fn by_day(self) -> Result<ByDay> {
        let split = self.text.len().checked_sub(2).filter(|&n| self.text.is_char_boundary(n));
        let (nth, letters) = split.map_or(("", self.text), |n| self.text.split_at(n));
        let weekday = Value { at: self.at + nth.len(), text: letters }.weekday()?;
        let nth = if nth.is_empty() { None } else { Some(Value { at: self.at, text: nth }.small(53)?) };
        Ok(ByDay { nth, weekday })
    }

    fn until(self) -> Result<Until> {
        let text = self.text;
        let fault = || self.fault(Expected::Date);
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let day = text.get(..8).filter(|s| digits(s)).ok_or_else(fault)?;
        let date = Date::strptime("%Y%m%d", day).map_err(|_| fault())?;
        let Some(rest) = text.get(8..).filter(|r| !r.is_empty()) else { return Ok(Until::Date(date)) };
        let utc = rest.ends_with(['Z', 'z']);
        let time = rest.strip_prefix(['T', 't']).map(|r| r.trim_end_matches(['Z', 'z'])).unwrap_or_default();
        if time.len() != 6 || !digits(time) || rest.len() != 7 + usize::from(utc) {
            return Err(fault());
        }
        let at = DateTime::strptime("%Y%m%d%H%M%S", format!("{day}{time}")).map_err(|_| fault())?;
        Ok(if utc { Until::Utc(at) } else { Until::Local(at) })
    }
}

/// The parts as they come in, with the place of those that depend on others.
#[derive(Default)]
struct Parts<'t> {
    /// Which of [`NAMES`] there were.
    seen: [bool; NAMES.len()],
    freq: Option<Freq>,
    interval: Option<u16>,
    count: Option<u16>,
    until: Option<(usize, Until)>,
    months: Vec<i8>,
    month_days: Vec<(Value<'t>, i8)>,
    days: Vec<(Value<'t>, ByDay)>,
    set_pos: Vec<(Value<'t>, i16)>,
    week_start: Option<Weekday>,
}

impl<'t> Parts<'t> {
    /// One `NAME=value`.
    fn take(&mut self, part: Value<'t>) -> Result<()> {
        let (name, text) = part.text.split_once('=').ok_or_else(|| part.fault(Expected::Part))?;
        let value = Value { at: part.at + name.len() + 1, text };
        let mut known = NAMES.iter().zip(&mut self.seen);
        let unknown = || Error::UnknownPart { part: name.chars().take(40).collect(), at: part.at };
        let (known, seen) = known.find(|(known, _)| known.eq_ignore_ascii_case(name)).ok_or_else(unknown)?;
        if std::mem::replace(seen, true) {
            return Err(Error::PartTwice { part: (*known).to_owned(), at: part.at });
        }
        match *known {
            "FREQ" => self.freq = Some(value.freq()?),
            "INTERVAL" => self.interval = Some(value.number(1, MOST_INTERVAL)?),
            "COUNT" => self.count = Some(value.number(1, MOST_COUNT)?),
            "UNTIL" => self.until = Some((part.at, value.until()?)),
            "BYMONTH" => self.months = value.list().map(Value::month).collect::<Result<_>>()?,
            "BYMONTHDAY" => self.month_days = value.list().map(|v| Ok((v, v.small(31)?))).collect::<Result<_>>()?,
            "BYDAY" => self.days = value.list().map(|v| Ok((v, v.by_day()?))).collect::<Result<_>>()?,
            "BYSETPOS" => self.set_pos = value.list().map(|v| Ok((v, v.signed(366)?))).collect::<Result<_>>()?,
            "WKST" => self.week_start = Some(value.weekday()?),
            _ => return Err(unknown()),
        }
        Ok(())
    }

    /// What the parts mean together; `at` is where the rule starts.
    fn into_rule(self, at: usize) -> Result<Rule> {
        let freq = self.freq.ok_or_else(|| Error::unexpected(at, "", Expected::Frequency))?;
        self.check_together(freq)?;
        let end = match (self.count, self.until) {
            (None, None) => End::Never,
            (Some(n), None) => End::Count(n),
            (None, Some((_, until))) => End::Until(until),
            (Some(_), Some((at, until))) => {
                return Err(Error::unexpected(at, &until.to_string(), Expected::OneEnd));
            }
        };
        let rule = Rule {
            freq,
            interval: self.interval.unwrap_or(1),
            end,
            months: self.months,
            month_days: self.month_days.into_iter().map(|(_, d)| d).collect(),
            days: self.days.into_iter().map(|(_, d)| d).collect(),
            set_pos: self.set_pos.into_iter().map(|(_, p)| p).collect(),
            week_start: self.week_start.unwrap_or(Weekday::Monday),
        };
        Ok(rule.settle())
    }

    /// The notes of RFC 5545 on which parts go with which frequency.
    fn check_together(&self, freq: Freq) -> Result<()> {
        if let Some((value, _)) = self.month_days.first().filter(|_| freq == Freq::Weekly) {
            return Err(value.fault(Expected::NoMonthDay));
        }
        let most = match freq {
            Freq::Daily | Freq::Weekly => 0,
            Freq::Monthly => 5,
            Freq::Yearly => 53,
        };
        for (value, day) in &self.days {
            if day.nth.is_some_and(|n| n.abs() > most) {
                let expected = if most == 0 { Expected::Weekday } else { Expected::Signed(most.into()) };
                return Err(value.fault(expected));
            }
        }
        let alone = self.days.is_empty() && self.month_days.is_empty() && self.months.is_empty();
        match self.set_pos.first().filter(|_| alone) {
            Some((value, _)) => Err(value.fault(Expected::AnotherByPart)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_way_of_writing() {
        for (text, canonical) in [
            ("rrule:freq=weekly;interval=1;wkst=su", "FREQ=WEEKLY"),
            ("FREQ=WEEKLY;BYDAY=SU,MO;WKST=SU;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1,15,1,15", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"),
            ("FREQ=MONTHLY;BYDAY=-1FR,+2TU,MO", "FREQ=MONTHLY;BYDAY=MO,2TU,-1FR"),
            ("BYDAY=MO;FREQ=YEARLY;UNTIL=20261231", "FREQ=YEARLY;UNTIL=20261231;BYDAY=MO"),
            (" FREQ=DAILY;UNTIL=19971224T000000Z ", "FREQ=DAILY;UNTIL=19971224T000000Z"),
        ] {
            let rule: Rule = text.parse().unwrap();
            assert_eq!(rule.to_string(), canonical);
            assert_eq!(canonical.parse::<Rule>().unwrap(), rule);
        }
    }

    #[test]
    fn refused_by_name_and_place() {
        let unknown = |part: &str, at| Error::UnknownPart { part: part.into(), at };
        for (text, error) in [
            ("FREQ=DAILY;BYHOUR=9", unknown("BYHOUR", 11)),
            ("FREQ=YEARLY;BYWEEKNO=20", unknown("BYWEEKNO", 12)),
            ("RRULE:FREQ=YEARLY;BYYEARDAY=1", unknown("BYYEARDAY", 18)),
            ("FREQ=DAILY;X-FOO=1", unknown("X-FOO", 11)),
            ("FREQ=HOURLY", Error::unexpected(5, "HOURLY", Expected::Frequency)),
            ("FREQ=SECONDLY;COUNT=5", Error::unexpected(5, "SECONDLY", Expected::Frequency)),
            ("INTERVAL=2", Error::unexpected(0, "", Expected::Frequency)),
            ("FREQ=DAILY;COUNT=1000000000", Error::unexpected(17, "1000000000", Expected::Number(1, 5000))),
            ("FREQ=DAILY;INTERVAL=0", Error::unexpected(20, "0", Expected::Number(1, 1000))),
            ("FREQ=DAILY;INTERVAL=+2", Error::unexpected(20, "+2", Expected::Number(1, 1000))),
            ("FREQ=DAILY;FREQ=DAILY", Error::PartTwice { part: "FREQ".into(), at: 11 }),
            ("FREQ=DAILY;", Error::unexpected(11, "", Expected::Part)),
            ("FREQ=WEEKLY;BYDAY=2TU", Error::unexpected(18, "2TU", Expected::Weekday)),
            ("FREQ=MONTHLY;BYDAY=MO,6TU", Error::unexpected(22, "6TU", Expected::Signed(5))),
            ("FREQ=MONTHLY;BYDAY=0TU", Error::unexpected(19, "0", Expected::Signed(53))),
            ("FREQ=MONTHLY;BYDAY=1XX", Error::unexpected(20, "XX", Expected::Weekday)),
            ("FREQ=WEEKLY;BYMONTHDAY=3", Error::unexpected(23, "3", Expected::NoMonthDay)),
            ("FREQ=MONTHLY;BYMONTHDAY=1,32", Error::unexpected(26, "32", Expected::Signed(31))),
            ("FREQ=YEARLY;BYMONTH=13", Error::unexpected(20, "13", Expected::Number(1, 12))),
            ("FREQ=MONTHLY;BYSETPOS=1", Error::unexpected(22, "1", Expected::AnotherByPart)),
            ("FREQ=DAILY;UNTIL=20260230", Error::unexpected(17, "20260230", Expected::Date)),
            ("FREQ=DAILY;UNTIL=20260203T1200Z", Error::unexpected(17, "20260203T1200Z", Expected::Date)),
        ] {
            assert_eq!(text.parse::<Rule>(), Err(error), "{text}");
        }
        assert!("FREQ=DAILY;COUNT=3;UNTIL=20260101".parse::<Rule>().is_err());
        assert!(format!("FREQ=YEARLY;BYDAY={}MO", "1MO,".repeat(600)).parse::<Rule>().is_err());
    }
}
