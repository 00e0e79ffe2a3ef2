//! The clock changes of a zone as a VTIMEZONE: one yearly rule each way where the zone keeps the European one, else
//! every change by its date. Knows no events.

use super::write::{Parts, letters, zone_named};
use crate::calendar::Moment;
use calcard::icalendar::{ICalendarComponentType as Part, ICalendarProperty as Property};
use jiff::civil::{Date, Weekday};
use jiff::tz::{Offset, TimeZone, TimeZoneTransition};

/// How many years of changes are given from the day of the stamp.
const AHEAD: i16 = 10;
/// Since this year the clocks of the European Union change on the last Sundays of March and October.
const EUROPEAN: i16 = 1996;

/// A change of the clocks: the wall-clock time before it, and the offsets before and after.
struct Turn {
    local: Moment,
    from: Offset,
    to: Offset,
    summer: bool,
    name: String,
}

/// Writes the zone for events from this day on.
pub(super) fn write(parts: &mut Parts, whole: usize, name: &str, first: Date, stamp: Date) {
    let Some(zone) = zone_named(name).filter(|_| name != "UTC") else { return };
    let at = parts.inside(whole, Part::VTimezone);
    parts.put(at, Property::Tzid, &[], &[name.to_owned()]);
    let from = first.year().min(stamp.year()).saturating_sub(1).max(EUROPEAN);
    let turns = turns(&zone, from, stamp.year().saturating_add(AHEAD));
    if turns.is_empty() {
        return still(parts, at, &zone, stamp);
    }
    if is_european(&turns) {
        for turn in turns.iter().take(2) {
            let rule = format!("FREQ=YEARLY;BYDAY=-1SU;BYMONTH={}", turn.local.date.month());
            change(parts, at, turn, Some(&rule));
        }
        return;
    }
    for turn in &turns {
        change(parts, at, turn, None);
    }
}

fn turns(zone: &TimeZone, first: i16, last: i16) -> Vec<Turn> {
    let begin = Date::new(first, 1, 1).ok().and_then(|day| day.to_zoned(zone.clone()).ok());
    let Some(begin) = begin else { return Vec::new() };
    let mut before = zone.to_offset(begin.timestamp());
    let within = |change: &TimeZoneTransition<'_>| change.timestamp().to_zoned(zone.clone()).year() <= last;
    let mut found = Vec::new();
    for change in zone.following(begin.timestamp()).take(200).take_while(within) {
        let local = before.to_datetime(change.timestamp());
        let name = change.abbreviation().to_owned();
        let summer = change.dst().is_dst();
        found.push(Turn { local: local.into(), from: before, to: change.offset(), summer, name });
        before = change.offset();
    }
    found
}

/// Two changes a year, on the last Sundays of March and October.
fn is_european(turns: &[Turn]) -> bool {
    let last_sunday = |day: Date| day.weekday() == Weekday::Sunday && day.day() > 24;
    let year = |turn: &Turn| turn.local.date.year();
    turns.chunks(2).all(|pair| match pair {
        [spring, autumn] => {
            (spring.local.date.month(), autumn.local.date.month()) == (3, 10)
                && year(spring) == year(autumn)
                && last_sunday(spring.local.date)
                && last_sunday(autumn.local.date)
        }
        _ => false,
    })
}

fn change(parts: &mut Parts, zone: usize, turn: &Turn, rule: Option<&str>) {
    let at = parts.inside(zone, if turn.summer { Part::Daylight } else { Part::Standard });
    parts.put(at, Property::Tzname, &[], std::slice::from_ref(&turn.name));
    parts.put(at, Property::Dtstart, &[], &[letters(turn.local)]);
    parts.put(at, Property::Tzoffsetfrom, &[], &[offset(turn.from)]);
    parts.put(at, Property::Tzoffsetto, &[], &[offset(turn.to)]);
    if let Some(rule) = rule {
        parts.put(at, Property::Rrule, &[], &[rule.to_owned()]);
    }
}

/// A zone whose clocks do not change.
fn still(parts: &mut Parts, zone_part: usize, zone: &TimeZone, day: Date) {
    let there = day.to_zoned(zone.clone()).map_or(Offset::UTC, |there| there.offset());
    let local = Moment::from(Date::constant(EUROPEAN, 1, 1).at(0, 0, 0, 0));
    change(parts, zone_part, &Turn { local, from: there, to: there, summer: false, name: offset(there) }, None);
}

fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, seconds) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
    format!("{sign}{:02}{:02}", seconds / 3600, seconds % 3600 / 60)
}
