//! Is the store sound? Everything that a reader of the file may stumble over, as facts with their place. Changes
//! nothing and knows no languages; rules of recurrence are judged by whoever asks.

mod circle;
pub(super) mod dates;
mod links;
mod ratings;
mod seats;
mod values;

use super::Store;
use crate::arrange::Arrange as _;
use crate::landscape::{Field, Id, Kind, Record, actor};
use crate::text::clean;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The data contradict themselves.
    Error,
    /// Probably not meant so.
    Warning,
    /// Good to know.
    Note,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The id belongs to a record of another kind, too.
    IdElsewhere(Kind),
    /// Leads to a record that is not there.
    Missing(Box<str>),
    /// Leads to a record that cannot stand here.
    WrongKind(Box<str>, Kind),
    /// A part without an id.
    NoPartId,
    /// Two parts of the list have the same id or key.
    PartTwice(Box<str>),
    /// Not a date (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`).
    NoDate(Box<str>),
    /// Not a date or local date-time (`YYYY-MM-DDTHH:MM`).
    NoMoment(Box<str>),
    /// Not an ISO 8601 duration.
    NoDuration(Box<str>),
    /// Neither a rule of RFC 5545 nor one of the words for rhythms without one.
    NoRule(Box<str>),
    /// The end stands before the beginning: beginning, end.
    Backwards(Box<str>, Box<str>),
    /// A number outside its range: number, least, most.
    OutOfRange(i64, i64, i64),
    /// A rating that is not 1–4: dimension, rating.
    Rating(Box<str>, u8),
    /// A statement rates a person: ratings belong to bodies and ties.
    PersonRated(Box<str>),
    /// A field without which the record is not complete.
    Empty,
    /// A unit of itself, a part of itself, by way of these.
    Circle(Vec<Id>),
    /// Another seat has the same holder at the same time: that seat, the holder.
    SeatTwice(Box<str>, Box<str>),
    /// Characters nobody sees.
    Invisible,
    /// A person of whom it is not noted that they were informed.
    NotInformed,
    /// A person of whom it is not noted until when the data are kept.
    NoRetention,
    /// Erased on request and still here.
    Forgotten,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// The field, if it is about one.
    pub field: Option<Field>,
    /// The part's key and its field, if it is about a part.
    pub part: Option<(Box<str>, Option<Field>)>,
    /// What is wrong.
    pub flaw: Flaw,
}

/// Where the look goes: a record, and what was found in it so far.
struct Desk<'s> {
    kind: Kind,
    record: &'s Record,
    found: Vec<Finding>,
}

impl Desk<'_> {
    /// Something about the record as a whole.
    fn whole(&mut self, level: Level, flaw: Flaw) {
        self.note(level, None, None, flaw);
    }

    /// Something about a field, or about a part's field.
    fn note(&mut self, level: Level, field: Option<Field>, part: Option<(&str, Option<Field>)>, flaw: Flaw) {
        self.found.push(Finding {
            level,
            kind: self.kind,
            id: self.record.id.clone(),
            field,
            part: part.map(|(key, inner)| (key.into(), inner)),
            flaw,
        });
    }

    /// The same, for a field that may lie in a part.
    fn at(&mut self, level: Level, place: Place<'_>, flaw: Flaw) {
        match place {
            Place::Own(field) => self.note(level, Some(field), None, flaw),
            Place::Part(field, key, inner) => self.note(level, Some(field), Some((key, Some(inner))), flaw),
        }
    }
}

/// A field of a record, or of one of its parts.
#[derive(Clone, Copy)]
enum Place<'r> {
    Own(Field),
    Part(Field, &'r str, Field),
}

fn each(store: &Store) -> impl Iterator<Item = (Kind, &Record)> {
    let all = Kind::MANY.into_iter().flat_map(|kind| store.all(kind).map(move |record| (kind, &**record)));
    std::iter::once((Kind::Landscape, &**store.landscape())).chain(all)
}

/// All findings, the worst first, then in the order of the file. `is_rule` says whether a text is a rule of recurrence.
#[must_use]
pub fn check(store: &Store, is_rule: impl Fn(&str) -> bool) -> Vec<Finding> {
    let known = links::Known::of(store);
    let mut found = Vec::new();
    for (kind, record) in each(store) {
        let mut desk = Desk { kind, record, found: std::mem::take(&mut found) };
        identity(store, &mut desk);
        values::look(&mut desk, &is_rule);
        known.look(store, &mut desk);
        seats::look(&mut desk);
        ratings::look(store, &mut desk);
        found = desk.found;
    }
    found.extend(circle::circles(store));
    found.arrange_by_key(|finding| finding.level);
    found
}

/// Ids used twice, people erased, people not told.
fn identity(store: &Store, desk: &mut Desk<'_>) {
    let (kind, record) = (desk.kind, desk.record);
    if let Some((other, _)) = store.find(&record.id).filter(|(other, _)| *other != kind) {
        desk.whole(Level::Error, Flaw::IdElsewhere(other));
    }
    if store.forgotten().iter().any(|id| **id == *record.id) {
        desk.whole(Level::Error, Flaw::Forgotten);
    }
    if kind == Kind::Actor && record.flag(actor::PERSON) == Some(true) {
        if record.text(actor::INFORMED_ON).is_empty() {
            desk.note(Level::Note, Some(actor::INFORMED_ON), None, Flaw::NotInformed);
        }
        if record.text(actor::RETAIN_UNTIL).is_empty() {
            desk.note(Level::Note, Some(actor::RETAIN_UNTIL), None, Flaw::NoRetention);
        }
    }
}

/// Fields that hold characters nobody sees.
#[must_use]
pub fn invisible(store: &Store) -> Vec<Finding> {
    let mut found = Vec::new();
    for (kind, record) in each(store) {
        let mut desk = Desk { kind, record, found: std::mem::take(&mut found) };
        values::texts(record, &mut |place, text| {
            if text.split(['\n', '\t']).any(|line| clean(line) != line) {
                desk.at(Level::Warning, place, Flaw::Invisible);
            }
        });
        found = desk.found;
    }
    found
}

#[cfg(test)]
#[path = "check/tests.rs"]
mod tests;
