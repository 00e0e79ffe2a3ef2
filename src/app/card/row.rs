//! The lines of a card: what they say, in which tone, where they lead and what they show. Knows no records.

use super::later::Later;
use crate::landscape::{Field, Id, Kind};

/// One line of a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What the line is about; empty for lines that go on.
    pub label: String,
    /// What it says; a line feed in it is a line feed on the screen.
    pub spans: Vec<Span>,
    /// Where Enter leads.
    pub follow: Option<Follow>,
    /// What `e` and `x` work on.
    pub at: Option<At>,
    /// A heading of a section: not a line one stands on.
    pub heading: bool,
    /// One of the many of a section: takes the whole width, has no label.
    pub item: bool,
    /// What it is to say when it is looked at, until then.
    pub(super) later: Option<Later>,
}

/// Text in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// What stands between two things in one line; a line ends behind it, never before.
pub(super) const DOT: &str = "\u{a0}· ";
/// The same between a thing and where it goes.
pub(super) const ARROW: &str = "\u{a0}→ ";

impl Row {
    /// A fact with its label.
    #[must_use]
    pub fn fact(label: &str) -> Self {
        Row { label: label.to_owned(), ..Row::default() }
    }

    /// One of the many of a section.
    #[must_use]
    pub fn item() -> Self {
        Row { item: true, ..Row::default() }
    }

    /// The heading of a section.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        Row { heading: true, ..Row::default() }.say(text, Tone::Quiet)
    }

    /// The same with more text.
    #[must_use]
    pub fn say(mut self, text: &str, tone: Tone) -> Self {
        if !text.is_empty() {
            self.spans.push(Span { text: text.to_owned(), tone });
        }
        self
    }

    /// The same with one thing more, apart from what was said before.
    #[must_use]
    pub fn and(self, text: &str, tone: Tone) -> Self {
        if text.is_empty() || self.spans.is_empty() {
            return self.say(text, tone);
        }
        self.say(DOT, Tone::Quiet).say(text, tone)
    }

    /// The same with another line's words behind it, leading where that one does if it did not lead anywhere.
    #[must_use]
    pub fn then(mut self, more: Row) -> Self {
        self.spans.extend(more.spans);
        self.follow = self.follow.or(more.follow);
        self
    }

    /// The same, leading somewhere; where it led before stays.
    #[must_use]
    pub fn to(mut self, follow: Follow) -> Self {
        self.follow.get_or_insert(follow);
        self
    }

    /// The same, showing this place.
    #[must_use]
    pub fn at(mut self, at: At) -> Self {
        self.at = Some(at);
        self
    }

    /// The same with everything it says in one tone.
    #[must_use]
    pub fn all(mut self, tone: Tone) -> Self {
        for span in &mut self.spans {
            span.tone = tone;
        }
        self
    }

    /// What it says, without its label and without the blanks that hold words together on the screen.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect::<String>().replace('\u{a0}', " ")
    }
}

impl At {
    /// A whole record.
    #[must_use]
    pub fn record(kind: Kind, id: &Id) -> Self {
        At { kind, id: id.clone(), field: None }
    }

    /// A field of a record.
    #[must_use]
    pub fn field(kind: Kind, id: &Id, field: Field) -> Self {
        At { kind, id: id.clone(), field: Some((field, None)) }
    }

    /// A part in a field of a record; the field alone for parts without a key.
    #[must_use]
    pub fn part(kind: Kind, id: &Id, field: Field, key: &str) -> Self {
        At { kind, id: id.clone(), field: Some((field, (!key.is_empty()).then(|| key.into()))) }
    }
}
