//! What a record is called where people see it. A name first, an id only where there is nothing else.

use super::Lookup;
use crate::landscape::{Kind, Record, actor, evidence, meeting, network, relation, rhythm, the_landscape, verdict};
use smol_str::SmolStr;
use std::borrow::Cow;

/// The name of a record.
#[must_use]
pub fn title(store: &dyn Lookup, record: &Record) -> String {
    called(store, record).into_owned()
}

/// The name of a record, as it stands in the data where it is written there as a whole.
#[must_use]
pub fn called<'s>(store: &'s dyn Lookup, record: &'s Record) -> Cow<'s, str> {
    let name = match Kind::of(record.shape) {
        Some(Kind::Landscape) => record.text(the_landscape::NAME).into(),
        Some(Kind::Actor) => record.text(actor::NAME).into(),
        Some(Kind::Network) => record.text(network::NAME).into(),
        Some(Kind::Rhythm) => match record.text(rhythm::NAME) {
            "" => body(store, record.text(rhythm::NETWORK)),
            name => name.into(),
        },
        Some(Kind::Meeting) => names(store, record.texts(meeting::NETWORKS)),
        Some(Kind::Relation) => pair(store, record.text(relation::A), record.text(relation::B)),
        Some(Kind::Verdict) => pair(store, record.text(verdict::A), record.text(verdict::B)),
        Some(Kind::Evidence) => match (record.text(evidence::TITLE), record.text(evidence::PSEUDONYM)) {
            ("", "") => names(store, record.texts(evidence::WITH)),
            ("", pseudonym) => pseudonym.into(),
            (title, _) => title.into(),
        },
        None => Cow::Borrowed(""),
    };
    if name.is_empty() { record.id.as_str().into() } else { name }
}

/// The name of the record with this id; the id itself when there is no such record.
#[must_use]
pub fn name_of(store: &dyn Lookup, id: &str) -> String {
    called_by(store, id).into_owned()
}

/// The same, as it stands in the data where it is written there as a whole.
#[must_use]
pub fn called_by<'s>(store: &'s dyn Lookup, id: &'s str) -> Cow<'s, str> {
    store.resolve(id).map_or(Cow::Borrowed(id), |(_, record)| called(store, record))
}

/// The name of an actor or a network: records named by themselves, so that data that refer in circles do no harm.
fn body<'s>(store: &'s dyn Lookup, id: &'s str) -> Cow<'s, str> {
    let named = |kind: Kind| matches!(kind, Kind::Network | Kind::Actor);
    let found = store.resolve(id).filter(|(kind, _)| named(*kind));
    found.map_or(Cow::Borrowed(id), |(_, record)| called(store, record))
}

fn names<'s>(store: &'s dyn Lookup, ids: &'s [SmolStr]) -> Cow<'s, str> {
    match ids {
        [one] => body(store, one),
        ids => ids.iter().map(|id| body(store, id)).collect::<Vec<_>>().join(" + ").into(),
    }
}

fn pair(store: &dyn Lookup, a: &str, b: &str) -> Cow<'static, str> {
    format!("{} – {}", body(store, a), body(store, b)).into()
}

/// What tells two records of the same name apart: the institution of a person or unit, the body of a rhythm, the day of
/// a meeting.
#[must_use]
pub fn context<'s>(store: &'s dyn Lookup, kind: Kind, record: &'s Record) -> Cow<'s, str> {
    match kind {
        Kind::Actor => match record.text(actor::UNIT_OF) {
            "" => record.text(actor::FUNCTION).into(),
            unit => called_by(store, unit),
        },
        Kind::Network => match record.text(network::PART_OF) {
            "" => record.text(network::SHORT).into(),
            part_of => called_by(store, part_of),
        },
        Kind::Rhythm => called_by(store, record.text(rhythm::NETWORK)),
        Kind::Meeting => record.text(meeting::AT).into(),
        Kind::Evidence => record.text(evidence::DATE).into(),
        Kind::Landscape | Kind::Relation | Kind::Verdict => Cow::Borrowed(""),
    }
}
