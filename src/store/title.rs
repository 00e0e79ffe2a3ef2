//! What a record is called where people see it. A name first, an id only where there is nothing else.

use super::Store;
use crate::landscape::{Kind, Record, actor, evidence, meeting, network, relation, rhythm, the_landscape, verdict};

/// The name of a record.
#[must_use]
pub fn title(store: &Store, record: &Record) -> String {
    let name = match record.shape.name {
        "landscape" => record.text(the_landscape::NAME).to_owned(),
        "actor" => record.text(actor::NAME).to_owned(),
        "network" => record.text(network::NAME).to_owned(),
        "rhythm" => match record.text(rhythm::NAME) {
            "" => body(store, record.text(rhythm::NETWORK)),
            name => name.to_owned(),
        },
        "meeting" => names(store, record.texts(meeting::NETWORKS)),
        "relation" => pair(store, record.text(relation::A), record.text(relation::B)),
        "verdict" => pair(store, record.text(verdict::A), record.text(verdict::B)),
        "evidence" => match (record.text(evidence::TITLE), record.text(evidence::PSEUDONYM)) {
            ("", "") => names(store, record.texts(evidence::WITH)),
            ("", pseudonym) => pseudonym.to_owned(),
            (title, _) => title.to_owned(),
        },
        _ => String::new(),
    };
    if name.is_empty() { record.id.as_str().to_owned() } else { name }
}

/// The name of the record with this id; the id itself when there is no such record.
#[must_use]
pub fn name_of(store: &Store, id: &str) -> String {
    store.resolve(id).map_or_else(|| id.to_owned(), |(_, record)| title(store, record))
}

/// The name of an actor or a network: records named by themselves, so that data that refer in circles do no harm.
fn body(store: &Store, id: &str) -> String {
    let named = |kind: Kind| matches!(kind, Kind::Network | Kind::Actor);
    let found = store.resolve(id).filter(|(kind, _)| named(*kind));
    found.map_or_else(|| id.to_owned(), |(_, record)| title(store, record))
}

fn names(store: &Store, ids: &[Box<str>]) -> String {
    ids.iter().map(|id| body(store, id)).collect::<Vec<_>>().join(" + ")
}

fn pair(store: &Store, a: &str, b: &str) -> String {
    format!("{} – {}", body(store, a), body(store, b))
}

/// What tells two records of the same name apart: the institution of a person or unit, the body of a rhythm, the day of
/// a meeting.
#[must_use]
pub fn context(store: &Store, kind: Kind, record: &Record) -> String {
    match kind {
        Kind::Actor => match record.text(actor::UNIT_OF) {
            "" => record.text(actor::FUNCTION).to_owned(),
            unit => name_of(store, unit),
        },
        Kind::Network => match record.text(network::PART_OF) {
            "" => record.text(network::SHORT).to_owned(),
            part_of => name_of(store, part_of),
        },
        Kind::Rhythm => name_of(store, record.text(rhythm::NETWORK)),
        Kind::Meeting => record.text(meeting::AT).to_owned(),
        Kind::Evidence => record.text(evidence::DATE).to_owned(),
        Kind::Landscape | Kind::Relation | Kind::Verdict => String::new(),
    }
}
