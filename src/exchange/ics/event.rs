//! One event of a calendar as the landscape understands it: wall-clock times of the landscape, a checked rule, plain
//! texts. Knows neither records nor the letters of the format.

use crate::calendar::{Length, Moment, Rule};

/// The end of every UID this program gives out: `<id of the record>@runde`.
pub const OURS: &str = "@runde";

/// An event, or one date of a series that differs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The line of the file it begins in (from 1); 0 for one that was not read.
    pub line: usize,
    /// What it is known by over all its versions.
    pub uid: String,
    /// Number of the version.
    pub sequence: usize,
    /// When it begins; without a time: all day.
    pub start: Moment,
    /// When it ends; for days the first day after it.
    pub end: Option<Moment>,
    /// How it repeats.
    pub rule: Option<Rule>,
    /// Dates of the rule that fall out.
    pub skip: Vec<Moment>,
    /// Dates beside the rule.
    pub extra: Vec<Moment>,
    /// The date of the series it stands for.
    pub occurrence: Option<Moment>,
    /// The meeting it is about, where this program wrote it.
    pub meeting: Option<String>,
    /// The title.
    pub summary: String,
    /// Where.
    pub location: String,
    /// Everything else, in words.
    pub description: String,
    /// Fixed, not fixed, does not take place.
    pub status: Option<Status>,
    /// Name and mail address.
    pub attendees: Vec<(String, String)>,
}

/// Whether it takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Confirmed,
    /// It may.
    Tentative,
    /// It does not.
    Cancelled,
}

impl Event {
    /// A single event without anything else.
    #[must_use]
    pub fn new(uid: String, start: Moment) -> Self {
        Event {
            line: 0,
            uid,
            sequence: 0,
            start,
            end: None,
            rule: None,
            skip: Vec::new(),
            extra: Vec::new(),
            occurrence: None,
            meeting: None,
            summary: String::new(),
            location: String::new(),
            description: String::new(),
            status: None,
            attendees: Vec::new(),
        }
    }

    /// Does it repeat?
    #[must_use]
    pub fn is_series(&self) -> bool {
        self.occurrence.is_none() && (self.rule.is_some() || !self.extra.is_empty())
    }

    /// How long it lasts by the clock, where it has hours and an end.
    #[must_use]
    pub fn length(&self) -> Option<Length> {
        let (from, until) = (self.start, self.end?);
        let (from, until) = (from.date.to_datetime(from.time?), until.date.to_datetime(until.time?));
        let minutes = (until - from).total(jiff::Unit::Minute).ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be within a week")]
        let whole = (0.0..=10_080.0).contains(&minutes).then_some(minutes as u32)?;
        Length::of_minutes(whole)
    }

    /// The id of our own record this event was made from.
    #[must_use]
    pub fn own_id(&self) -> Option<&str> {
        self.uid.strip_suffix(OURS)
    }
}

/// The UID of a record: its id, with anything a UID must not hold spelt out.
#[must_use]
pub fn uid(id: &str) -> String {
    let mut out = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02x}")),
        }
    }
    out + OURS
}
