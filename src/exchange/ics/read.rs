//! From the bytes of a file to events. The file is taken apart here, one event at a time, so that every event has a line
//! and damage stays where it is; what the properties hold is read by calcard, the rule by our own strict reader.
//! Knows no records.

use super::event::{Event, Status};
use super::preview::Why;
use super::when::{WHOLE, noted};
use crate::calendar::{End, Error, Expected, Moment, Rule, Series};
use calcard::icalendar::{
    ICalendarEntry, ICalendarParameterName as ParamName, ICalendarParameterValue as ParamValue,
    ICalendarProperty as Property, ICalendarStatus, ICalendarValue, ICalendarValueType,
};
use calcard::{Entry, Parser};
use jiff::tz::TimeZone;

mod clock;
mod lines;

use clock::Clock;
use lines::{Block, blocks};

/// The largest file, in bytes.
pub const LARGEST: usize = 50 << 20;
/// The most events in a file.
pub const MOST_EVENTS: usize = 100_000;
/// The most dates or lines in one event.
pub const MOST_DATES: usize = 5_000;

/// Why a file is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More than [`LARGEST`].
    TooLarge,
    /// More than [`MOST_EVENTS`].
    TooManyEvents,
    /// Something else.
    NoCalendar,
}

/// An event that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line it begins in.
    pub line: usize,
    /// Its title, as far as it could be read.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// What it calls itself.
    pub name: String,
    /// Its events in their order.
    pub events: Vec<Result<Event, Box<Wrong>>>,
}

/// Reads a file; times come out on the clocks of `zone`.
///
/// # Errors
/// When it is no calendar or too large; what is wrong with single events stands beside those that are not.
pub fn read(bytes: &[u8], zone: &TimeZone) -> Result<Read, Fault> {
    if bytes.len() > LARGEST {
        return Err(Fault::TooLarge);
    }
    let file = blocks(bytes)?;
    let mut clock = Clock::new(zone.clone());
    let name = file.name.as_deref().map(text_of).unwrap_or_default();
    let events = file.blocks.iter().map(|block| {
        event(block, &mut clock).map_err(|why| Box::new(Wrong { line: block.line, name: title_of(block), why }))
    });
    Ok(Read { name, events: events.collect() })
}

/// The properties of an event, through calcard.
fn properties(block: &Block<'_>) -> Result<Vec<ICalendarEntry>, Why> {
    let mut text = String::from("BEGIN:VEVENT\r\n");
    for line in &block.lines {
        text.push_str(std::str::from_utf8(line).map_err(|_| Why::NotUtf8)?);
        text.push_str("\r\n");
    }
    text.push_str("END:VEVENT\r\n");
    match Parser::new(&text).entry() {
        Entry::ICalendar(calendar) => {
            calendar.components.into_iter().next().map(|part| part.entries).ok_or(Why::Unreadable)
        }
        _ => Err(Why::Unreadable),
    }
}

/// The value of a text property given as its whole line.
fn text_of(line: &[u8]) -> String {
    let block = Block { line: 0, lines: vec![line.into()], cut: false, long: false };
    let entries = properties(&block).unwrap_or_default();
    entries.first().map(text).unwrap_or_default()
}

fn title_of(block: &Block<'_>) -> String {
    let line = block.lines.iter().find(|line| lines::is_named(line, "SUMMARY"));
    line.map(|line| text_of(line)).unwrap_or_default().chars().take(200).collect()
}

fn event(block: &Block<'_>, clock: &mut Clock) -> Result<Event, Why> {
    if block.cut {
        return Err(Why::CutOff);
    }
    if block.long || block.lines.len() > MOST_DATES {
        return Err(Why::TooMany(MOST_DATES));
    }
    let entries = properties(block)?;
    let of = |name: Property| entries.iter().filter(move |entry| entry.name == name);
    let start = of(Property::Dtstart).next().ok_or(Why::NoStart)?;
    let (start, mut foreign) = clock.one(start)?;
    let uid = of(Property::Uid).next().map(text).filter(|uid| !uid.is_empty()).ok_or(Why::NoUid)?;
    let mut event = Event::new(uid, start);
    event.line = block.line;
    event.rule = rule(block)?.map(|rule| noted(rule, clock.zone()));
    event.skip = clock.many(of(Property::Exdate))?;
    event.extra = clock.many(of(Property::Rdate))?;
    event.end = end(&entries, start, clock)?;
    if let Some(entry) = of(Property::RecurrenceId).next() {
        if entry.params.iter().any(|param| param.name == ParamName::Range) {
            return Err(Why::Unsupported("RECURRENCE-ID;RANGE".to_owned()));
        }
        event.occurrence = Some(clock.one(entry)?.0);
        foreign = None;
    }
    if let Some(zone) = foreign.filter(|_| event.is_series()) {
        return Err(Why::OtherClock(zone));
    }
    let take = |name| of(name).next().map(text).unwrap_or_default();
    event.summary = take(Property::Summary);
    event.location = take(Property::Location);
    event.description = take(Property::Description);
    event.sequence = take(Property::Sequence).parse().unwrap_or(0);
    event.meeting = entries.iter().find(|entry| entry.name.as_str().eq_ignore_ascii_case("X-RUNDE-MEETING")).map(text);
    event.status = of(Property::Status).next().and_then(status);
    start_in_rule(event)
}

/// The first date of a series belongs to it, whatever the rule says (RFC 5545 §3.8.5.3).
fn start_in_rule(mut event: Event) -> Result<Event, Why> {
    let Some(rule) = event.rule.as_ref().filter(|_| event.occurrence.is_none()) else { return Ok(event) };
    let first = Series::new(rule.clone(), event.start).occurrences(event.start, WHOLE).next();
    if first == Some(event.start) {
        return Ok(event);
    }
    if matches!(rule.end(), End::Count(_)) {
        return Err(Why::Unsupported("DTSTART ∉ RRULE, COUNT".to_owned()));
    }
    event.extra.insert(0, event.start);
    Ok(event)
}

/// The rule as it stands there: calcard drops parts it does not know.
fn rule(block: &Block<'_>) -> Result<Option<Rule>, Why> {
    if block.lines.iter().any(|line| lines::is_named(line, "EXRULE")) {
        return Err(Why::Unsupported("EXRULE".to_owned()));
    }
    let mut rules = block.lines.iter().filter(|line| lines::is_named(line, "RRULE"));
    let Some(line) = rules.next() else { return Ok(None) };
    if rules.next().is_some() {
        return Err(Why::Unsupported("RRULE + RRULE".to_owned()));
    }
    let line = std::str::from_utf8(line).map_err(|_| Why::NotUtf8)?;
    let text = line.split_once(':').map_or("", |(_, text)| text.trim().trim_end_matches(';'));
    text.parse().map(Some).map_err(|error| match error {
        Error::UnknownPart { part, .. } => Why::RulePart(part),
        Error::Unexpected { found, expected: Expected::Frequency, .. } => Why::RulePart(format!("FREQ={found}")),
        Error::Unexpected { found, .. } => Why::RuleWrong(found),
        Error::PartTwice { part, .. } => Why::RuleWrong(format!("{part} × 2")),
        other => Why::RuleWrong(other.to_string()),
    })
}

/// When it ends, said directly or as a length.
fn end(entries: &[ICalendarEntry], start: Moment, clock: &mut Clock) -> Result<Option<Moment>, Why> {
    let find = |name: Property| entries.iter().find(|entry| entry.name == name);
    if let Some(entry) = find(Property::Dtend) {
        let end = clock.one(entry)?.0;
        return Ok((end > start && end.time.is_some() == start.time.is_some()).then_some(end));
    }
    let Some(ICalendarValue::Duration(length)) = find(Property::Duration).and_then(|entry| entry.values.first()) else {
        return Ok(None);
    };
    let days = i64::from(length.weeks).saturating_mul(7).saturating_add(length.days.into());
    let seconds = i64::from(length.hours) * 3600 + i64::from(length.minutes) * 60 + i64::from(length.seconds);
    let whole = jiff::SignedDuration::from_secs(days.saturating_mul(86_400).saturating_add(seconds));
    let end = match start.time {
        Some(time) => start.date.to_datetime(time).checked_add(whole).map(Moment::from),
        None => start.date.checked_add(whole).map(Moment::day),
    };
    Ok(end.ok().filter(|end| !length.neg && *end > start))
}

fn status(entry: &ICalendarEntry) -> Option<Status> {
    match entry.values.first()? {
        ICalendarValue::Status(ICalendarStatus::Cancelled) => Some(Status::Cancelled),
        ICalendarValue::Status(ICalendarStatus::Tentative) => Some(Status::Tentative),
        ICalendarValue::Status(ICalendarStatus::Confirmed) => Some(Status::Confirmed),
        _ => None,
    }
}

/// A property as one text.
fn text(entry: &ICalendarEntry) -> String {
    let said: Vec<String> = entry
        .values
        .iter()
        .filter_map(|value| match value {
            ICalendarValue::Text(text) => Some(text.clone()),
            ICalendarValue::Integer(number) => Some(number.to_string()),
            _ => None,
        })
        .collect();
    said.join(", ").trim().to_owned()
}

/// Is the value said to be a period?
fn is_period(entry: &ICalendarEntry) -> bool {
    let said = |value: &ParamValue| matches!(value, ParamValue::Value(ICalendarValueType::Period));
    entry.params.iter().any(|param| said(&param.value))
}
