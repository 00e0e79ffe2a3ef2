//! Times of a file on the clocks of the landscape: UTC and other zones are converted, unknown zones are refused by name.

use super::{MOST_DATES, Why, is_period};
use crate::arrange::Arrange as _;
use crate::calendar::Moment;
use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendarEntry, ICalendarParameterName as ParamName, ICalendarParameterValue as ParamValue, ICalendarValue,
};
use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use std::collections::HashMap;

/// The clocks of the landscape, and the zones met so far.
pub(super) struct Clock {
    zone: TimeZone,
    met: HashMap<String, Option<TimeZone>>,
}

impl Clock {
    pub(super) fn new(zone: TimeZone) -> Self {
        Clock { zone, met: HashMap::new() }
    }

    pub(super) fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The one date of a property, and the zone whose clock it follows when that is another one.
    pub(super) fn one(&mut self, entry: &ICalendarEntry) -> Result<(Moment, Option<String>), Why> {
        match entry.values.first() {
            Some(ICalendarValue::PartialDateTime(at)) => self.moment(at, zone_of(entry)),
            Some(ICalendarValue::Text(text)) => Err(Why::BadDate(text.chars().take(60).collect())),
            _ => Err(Why::BadDate(String::new())),
        }
    }

    /// All dates of properties.
    pub(super) fn many<'e>(&mut self, entries: impl Iterator<Item = &'e ICalendarEntry>) -> Result<Vec<Moment>, Why> {
        let mut all = Vec::new();
        for entry in entries {
            if is_period(entry) {
                return Err(Why::Unsupported(format!("{};VALUE=PERIOD", entry.name.as_str())));
            }
            for value in &entry.values {
                match value {
                    ICalendarValue::PartialDateTime(at) => all.push(self.moment(at, zone_of(entry))?.0),
                    ICalendarValue::Text(text) => return Err(Why::BadDate(text.chars().take(60).collect())),
                    _ => return Err(Why::BadDate(String::new())),
                }
            }
            if all.len() > MOST_DATES {
                return Err(Why::TooMany(MOST_DATES));
            }
        }
        all.arrange_by(Ord::cmp);
        all.dedup();
        Ok(all)
    }

    fn moment(&mut self, at: &PartialDateTime, zone: Option<&str>) -> Result<(Moment, Option<String>), Why> {
        let (date, time) = parts(at).ok_or_else(|| Why::BadDate(spelt(at)))?;
        let Some(time) = time else { return Ok((Moment::day(date), None)) };
        let local = date.to_datetime(time);
        let (from, name) = match (at.tz_hour, zone) {
            (Some(hours), _) => (offset(hours, at).ok_or_else(|| Why::BadDate(spelt(at)))?, "UTC"),
            (None, Some(name)) => (self.named(name).ok_or_else(|| Why::UnknownZone(name.to_owned()))?, name),
            (None, None) => return Ok((Moment::from(local), None)),
        };
        if from.iana_name().is_some() && from.iana_name() == self.zone.iana_name() {
            return Ok((Moment::from(local), None));
        }
        let there = local.to_zoned(from.clone()).map_err(|_| Why::BadDate(spelt(at)))?;
        let here = Moment::from(there.with_time_zone(self.zone.clone()).datetime());
        Ok((here, (!same_clock(&from, &self.zone, date.year())).then(|| name.to_owned())))
    }

    /// A zone by its IANA name, with whatever path before it, or by the name another system has for it.
    fn named(&mut self, name: &str) -> Option<TimeZone> {
        if let Some(found) = self.met.get(name) {
            return found.clone();
        }
        let mut parts = name.rsplit('/');
        let tail = parts.next().zip(parts.next()).map(|(city, area)| format!("{area}/{city}"));
        let other = || name.parse::<Tz>().ok().and_then(|zone| zone.name().map(std::borrow::Cow::into_owned));
        let found = TimeZone::get(name).ok();
        let found = found.or_else(|| TimeZone::get(&tail?).ok()).or_else(|| TimeZone::get(&other()?).ok());
        if self.met.len() < MOST_DATES {
            self.met.insert(name.to_owned(), found.clone());
        }
        found
    }
}

/// Do two zones show the same time all through a year and the next?
fn same_clock(a: &TimeZone, b: &TimeZone, year: i16) -> bool {
    let days = (1..=12).flat_map(|month| [(year, month), (year.saturating_add(1), month)]);
    days.filter_map(|(year, month)| Date::new(year, month, 1).ok()?.to_zoned(TimeZone::UTC).ok())
        .all(|day| a.to_offset(day.timestamp()) == b.to_offset(day.timestamp()))
}

fn zone_of(entry: &ICalendarEntry) -> Option<&str> {
    entry.params.iter().find(|param| param.name == ParamName::Tzid).and_then(|param| match &param.value {
        ParamValue::Text(name) => Some(name.as_str()),
        _ => None,
    })
}

fn parts(at: &PartialDateTime) -> Option<(Date, Option<Time>)> {
    let small = |part: Option<u8>| part.and_then(|part| i8::try_from(part).ok());
    let date = Date::new(i16::try_from(at.year?).ok()?, small(at.month)?, small(at.day)?).ok()?;
    let Some(hour) = at.hour else { return Some((date, None)) };
    // A leap second is the last second of its minute here, as RFC 5545 §3.3.12 allows.
    let second = small(at.second).unwrap_or(0).min(59);
    let time = Time::new(i8::try_from(hour).ok()?, small(at.minute).unwrap_or(0), second, 0).ok()?;
    Some((date, Some(time)))
}

fn offset(hours: u8, at: &PartialDateTime) -> Option<TimeZone> {
    let seconds = i32::from(hours) * 3600 + i32::from(at.tz_minute.unwrap_or(0)) * 60;
    let offset = Offset::from_seconds(if at.tz_minus { -seconds } else { seconds }).ok()?;
    Some(offset.to_time_zone())
}

fn spelt(at: &PartialDateTime) -> String {
    let year = at.year.unwrap_or(0);
    let [month, day] = [at.month, at.day].map(|part| part.unwrap_or(0));
    format!("{year:04}-{month:02}-{day:02}")
}
