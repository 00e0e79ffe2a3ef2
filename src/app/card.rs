//! The card: everything about one record as lines that can be followed. Knows no widths and no colours.

use crate::landscape::{Field, Id, Kind};

/// A record as people read it.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// Its name.
    pub title: String,
    /// What it is, in a few words.
    pub subtitle: String,
    /// Its lines.
    pub rows: Vec<Row>,
}

/// One line of a card.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What the line is about; empty for lines that go on.
    pub label: String,
    /// What it says.
    pub spans: Vec<Span>,
    /// Where Enter leads.
    pub follow: Option<Follow>,
    /// What `e` and `x` work on.
    pub at: Option<At>,
    /// A heading of a section: not a line one stands on.
    pub heading: bool,
}

/// Text in one tone.
#[derive(Clone, Debug)]
pub struct Span {
    /// What it says.
    pub text: String,
    /// How it says it.
    pub tone: Tone,
}

/// How a text is meant; the theme decides how that looks, with and without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// As it is.
    Plain,
    /// Less important.
    Quiet,
    /// More important.
    Strong,
    /// The name of another record.
    Name,
    /// Well.
    Good,
    /// To be looked at.
    Warn,
}

/// Where a line leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Follow {
    /// To another record.
    Record(Kind, Id),
    /// To a web address.
    Web(String),
    /// To a mail address.
    Mail(String),
    /// Nowhere, but the number is worth copying.
    Phone(String),
}

/// The place in the data a line shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// The field, and the key of the part in it; the whole record without.
    pub field: Option<(Field, Option<Box<str>>)>,
}

/// The card of a record.
#[must_use]
pub fn card(_: Kind, _: &str, _: &super::Context) -> Option<Card> {
    None
}
