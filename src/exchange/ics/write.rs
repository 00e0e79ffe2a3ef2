//! A calendar as text, through calcard. What calcard takes on trust is made sound here first: line ends, control
//! characters, quotes in parameters. Knows no records.

use super::event::{Event, Status};
use super::zone;
use crate::calendar::Moment;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType as Part, ICalendarEntry, ICalendarParameter,
    ICalendarParameterName as ParamName, ICalendarParameterValue as ParamValue, ICalendarProperty as Property,
    ICalendarValue, ICalendarValueType,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What subscribers see it named.
    pub name: String,
    /// The zone of all times, by its IANA name.
    pub zone: String,
    /// The date put on every event; the same day gives the same file.
    pub stamp: Date,
    /// The events.
    pub events: Vec<Event>,
}

/// The text of a calendar: CRLF, lines of at most 75 octets.
#[must_use]
pub fn write(calendar: &Calendar) -> String {
    let mut parts = Parts::default();
    let whole = parts.add(Part::VCalendar);
    for (name, text) in [(Property::Version, "2.0"), (Property::Prodid, "-//runde//runde//DE")] {
        parts.put(whole, name, &[], &[text.to_owned()]);
    }
    parts.put(whole, Property::Calscale, &[], &["GREGORIAN".to_owned()]);
    parts.text(whole, other("X-WR-CALNAME"), &calendar.name);
    parts.text(whole, other("X-WR-TIMEZONE"), &calendar.zone);
    parts.put(whole, other("X-PUBLISHED-TTL"), &[], &["PT12H".to_owned()]);
    if calendar.events.iter().any(|event| event.start.time.is_some()) {
        let first = calendar.events.iter().map(|event| event.start.date).min().unwrap_or(calendar.stamp);
        zone::write(&mut parts, whole, &calendar.zone, first, calendar.stamp);
    }
    for event in &calendar.events {
        let at = parts.inside(whole, Part::VEvent);
        parts.event(at, event, calendar);
    }
    ICalendar { components: parts.all }.to_string()
}

pub(super) fn other(name: &str) -> Property {
    Property::Other(name.to_owned())
}

/// The components as calcard keeps them: a list, in which each names those inside it.
#[derive(Default)]
pub(super) struct Parts {
    all: Vec<ICalendarComponent>,
}

impl Parts {
    fn add(&mut self, component_type: Part) -> usize {
        self.all.push(ICalendarComponent { component_type, ..ICalendarComponent::default() });
        self.all.len() - 1
    }

    pub(super) fn inside(&mut self, whole: usize, component_type: Part) -> usize {
        let at = self.add(component_type);
        if let (Some(whole), Ok(number)) = (self.all.get_mut(whole), u32::try_from(at)) {
            whole.component_ids.push(number);
        }
        at
    }

    /// A property; its values are written as they stand where they need no escapes.
    pub(super) fn put(&mut self, at: usize, name: Property, params: &[(ParamName, ParamValue)], values: &[String]) {
        let params = params.iter().map(|(name, value)| ICalendarParameter { name: name.clone(), value: value.clone() });
        let values = values.iter().map(|value| ICalendarValue::Text(value.clone()));
        let entry = ICalendarEntry { name, params: params.collect(), values: values.collect() };
        if let Some(part) = self.all.get_mut(at) {
            part.entries.push(entry);
        }
    }

    /// A text, unless it is empty.
    pub(super) fn text(&mut self, at: usize, name: Property, text: &str) {
        let text = sound(text);
        if !text.is_empty() {
            self.put(at, name, &[], &[text]);
        }
    }

    fn event(&mut self, at: usize, event: &Event, calendar: &Calendar) {
        self.put(at, Property::Uid, &[], std::slice::from_ref(&event.uid));
        self.put(at, Property::Dtstamp, &[], &[format!("{}T000000Z", compact(calendar.stamp))]);
        self.put(at, Property::Sequence, &[], &[event.sequence.to_string()]);
        self.moments(at, Property::Dtstart, &[event.start], &calendar.zone);
        if let Some(end) = event.end {
            self.moments(at, Property::Dtend, &[end], &calendar.zone);
        }
        if let Some(occurrence) = event.occurrence {
            self.moments(at, Property::RecurrenceId, &[occurrence], &calendar.zone);
        }
        if let Some(rule) = &event.rule {
            self.put(at, Property::Rrule, &[], &[rule.to_string()]);
        }
        self.moments(at, Property::Exdate, &event.skip, &calendar.zone);
        self.moments(at, Property::Rdate, &event.extra, &calendar.zone);
        self.text(at, Property::Summary, &event.summary);
        self.text(at, Property::Location, &event.location);
        self.text(at, Property::Description, &event.description);
        if let Some(status) = event.status {
            let status = match status {
                Status::Confirmed => "CONFIRMED",
                Status::Tentative => "TENTATIVE",
                Status::Cancelled => "CANCELLED",
            };
            self.put(at, Property::Status, &[], &[status.to_owned()]);
        }
        if let Some(meeting) = &event.meeting {
            self.text(at, other("X-RUNDE-MEETING"), meeting);
        }
        for (name, mail) in &event.attendees {
            let name = ParamValue::Text(quotable(name));
            self.put(at, Property::Attendee, &[(ParamName::Cn, name)], &[format!("mailto:{mail}")]);
        }
    }

    /// Moments of one property, those with and those without an hour in a line each.
    fn moments(&mut self, at: usize, name: Property, moments: &[Moment], zone: &str) {
        let of = |timed: bool| moments.iter().filter(move |moment| moment.time.is_some() == timed).map(|m| letters(*m));
        let (timed, days): (Vec<String>, Vec<String>) = (of(true).collect(), of(false).collect());
        if !timed.is_empty() {
            let params: &[_] = match zone {
                "UTC" => &[],
                _ => &[(ParamName::Tzid, ParamValue::Text(zone.to_owned()))],
            };
            let timed = timed.into_iter().map(|text| if zone == "UTC" { text + "Z" } else { text });
            self.put(at, name.clone(), params, &timed.collect::<Vec<_>>());
        }
        if !days.is_empty() {
            self.put(at, name, &[(ParamName::Value, ParamValue::Value(ICalendarValueType::Date))], &days);
        }
    }
}

/// `20261208T140000`, or `20261208` for a day.
pub(super) fn letters(at: Moment) -> String {
    let day = compact(at.date);
    match at.time {
        None => day,
        Some(time) => format!("{day}T{:02}{:02}{:02}", time.hour(), time.minute(), time.second()),
    }
}

fn compact(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// A text as the format can hold it: line ends are `\n`, other control characters are left out.
pub(super) fn sound(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| *letter == '\n' || *letter == '\t' || !letter.is_control()).collect()
}

/// A text for a parameter, which has no way to hold a quotation mark, a backslash or a line end.
fn quotable(text: &str) -> String {
    let plain = |letter: char| match letter {
        '"' => '\'',
        '\\' => '/',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    text.chars().map(plain).collect()
}

/// The zone with this name, where there is one.
pub(super) fn zone_named(name: &str) -> Option<TimeZone> {
    crate::config::clock::zone(name)
}
