//! The records of a landscape as documents: one index over all kinds and all fields. Knows no screens.

mod docs;
mod names;

use super::{Entry, Hit, Index, NAME, Query, Search, find};
use crate::i18n::Lang;
use crate::landscape::{Field, Id, Kind, Record, Type, Value, actor, meeting, network, rhythm, vocabulary};
use crate::store::{Store, called, called_by, context};
use docs::Docs;
use names::{Names, Naming};
use std::sync::Arc;

/// The index of a landscape, kept in step with each edit.
#[derive(Default)]
pub struct Landscape {
    index: Index,
    docs: Docs,
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Higher is better.
    pub score: u64,
    /// The field that was hit; none for the name.
    pub field: Option<Field>,
}

/// The bit of a kind in a set of kinds.
#[must_use]
pub fn bits(kinds: &[Kind]) -> u16 {
    kinds.iter().fold(0, |bits, kind| bits | 1 << (*kind as u16))
}

impl Landscape {
    /// The index of a store, built on all processors.
    #[must_use]
    pub fn build(store: &Store) -> Self {
        let (records, names) = (records(store), Names::of(store));
        let index = Index::build(records.len(), |n, entry| fill_nth(&names, &records, n, entry));
        Landscape { index, docs: Docs::of(records.iter().map(|(kind, record)| (*kind, record.id.clone()))) }
    }

    /// The best matches for one query among these kinds, when no other will be asked: only records of these kinds and
    /// fields that can answer are taken down. The same answer as from [`Self::build`] and [`Self::find`].
    #[must_use]
    pub fn find_once(store: &Store, query: &str, kinds: &[Kind], limit: usize) -> Vec<Found> {
        let query = Query::new(query);
        let records: Vec<_> = records(store).into_iter().filter(|(kind, _)| kinds.contains(kind)).collect();
        let names = Names::of(store);
        let index = Index::build_for(&query, records.len(), |n, entry| fill_nth(&names, &records, n, entry));
        let hits = find(&index, &query, bits(kinds), limit);
        let found = |hit: Hit| records.get(hit.doc).map(|(kind, record)| found(hit, *kind, &record.id));
        hits.into_iter().filter_map(found).collect()
    }

    /// Follows an edit of a record that may have come, changed or gone.
    pub fn update(&mut self, kind: Kind, id: &Id, store: &Store) {
        match (store.get(kind, id), self.docs.place(kind, id)) {
            (Some(record), Some(place)) => {
                self.index.replace(place, |entry| fill(store, kind, record, entry));
            }
            (Some(record), None) => {
                self.index.push(|entry| fill(store, kind, record, entry));
                self.docs.push(kind, id.clone());
            }
            (None, Some(place)) => {
                self.index.remove(place);
                self.docs.remove(kind, id);
            }
            (None, None) => {}
        }
    }

    /// The best matches among these kinds, the best first.
    #[must_use]
    pub fn find(&self, query: &str, kinds: &[Kind], limit: usize) -> Vec<Found> {
        let hits = find(&self.index, &Query::new(query), bits(kinds), limit);
        hits.into_iter().filter_map(|hit| self.found(hit)).collect()
    }

    /// A search that goes on in slices, for as long as keys are typed.
    #[must_use]
    pub fn search(&self, before: Option<Search>, query: &str, kinds: &[Kind], limit: usize) -> Search {
        match before {
            Some(before) => before.retype(&self.index, Query::new(query)),
            None => Search::new(&self.index, Query::new(query), bits(kinds), limit),
        }
    }

    /// The index itself, for running a search.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The record behind a hit.
    #[must_use]
    pub fn found(&self, hit: Hit) -> Option<Found> {
        let (kind, id) = self.docs.get(hit.doc)?;
        Some(found(hit, *kind, id))
    }
}

/// All records, the landscape itself first.
fn records(store: &Store) -> Vec<(Kind, &Arc<Record>)> {
    let only = std::iter::once((Kind::Landscape, store.landscape()));
    let many = Kind::MANY.into_iter().flat_map(|kind| store.all(kind).map(move |record| (kind, record)));
    only.chain(many).collect()
}

/// Takes down the record at this place.
fn fill_nth(store: &dyn Naming, records: &[(Kind, &Arc<Record>)], n: usize, entry: &mut Entry) {
    if let Some((kind, record)) = records.get(n) {
        fill(store, *kind, record, entry);
    }
}

/// A hit as the record it stands for.
fn found(hit: Hit, kind: Kind, id: &Id) -> Found {
    let field = (hit.field != NAME).then(|| Field(hit.field - 1));
    Found { kind, id: id.clone(), score: hit.score, field }
}

/// The number under which a field stands in the index.
fn tag(field: Field) -> u8 {
    field.0.saturating_add(1)
}

/// Takes down a record.
fn fill(store: &dyn Naming, kind: Kind, record: &Record, entry: &mut Entry) {
    entry.kind(kind as u8).hint(hint(kind, record));
    match namesake(kind, record).and_then(|id| store.named_body(id)) {
        Some(name) => entry.folded_name(name),
        None => entry.name(&called(store, record)),
    };
    let beside = match kind {
        Kind::Actor => Some(actor::UNIT_OF),
        Kind::Rhythm => Some(rhythm::NETWORK),
        Kind::Network => Some(network::PART_OF),
        _ => None,
    };
    if let Some(field) = beside {
        match record.text(field) {
            "" => drop(entry.short(tag(field), &context(store, kind, record))),
            id => refer(store, tag(field), id, entry),
        }
    }
    for (field, value) in record.cells() {
        let spec = record.shape.spec(field);
        if spec.key == "name" {
            continue;
        }
        take(store, field, spec.key, spec.of, value, entry);
    }
}

/// The body a record is called by, when it is called by one only.
fn namesake(kind: Kind, record: &Record) -> Option<&str> {
    match kind {
        Kind::Meeting => match record.texts(meeting::NETWORKS) {
            [one] => Some(one),
            _ => None,
        },
        Kind::Rhythm if record.text(rhythm::NAME).is_empty() => Some(record.text(rhythm::NETWORK)),
        _ => None,
    }
}

/// Among equally good matches the body comes before its rhythm, that before its meetings, of these the latest first.
fn hint(kind: Kind, record: &Record) -> u16 {
    let first = u16::MAX - 1000 * kind as u16;
    match kind {
        Kind::Actor => u16::MAX - 2_500,
        Kind::Meeting => {
            let digits = record.text(meeting::AT).get(..7).map(|month| month.replace('-', ""));
            let month: u16 = digits.and_then(|digits| digits.get(2..)?.parse().ok()).unwrap_or(0);
            month.min(first)
        }
        Kind::Verdict | Kind::Relation => 10_000,
        _ => first,
    }
}

/// Takes down one field as people may ask for it: texts as they are, values by their labels in both languages,
/// references by name where the list is short.
fn take(store: &dyn Naming, field: Field, key: &str, of: Type, value: &Value, entry: &mut Entry) {
    let tag = tag(field);
    match (of, value) {
        (Type::Line, Value::Text(text)) if key == "short" => {
            entry.alias(tag, text);
        }
        (Type::Texts, Value::Texts(texts)) if key == "aliases" => texts.iter().for_each(|text| {
            entry.alias(tag, text);
        }),
        (Type::Choice(list), Value::Text(key)) => label(list, key, tag, entry),
        (Type::Choices(list), Value::Texts(keys)) => keys.iter().for_each(|key| label(list, key, tag, entry)),
        (Type::Line | Type::Mail | Type::Phone | Type::Link | Type::Date | Type::Moment, Value::Text(text)) => {
            entry.short(tag, text);
        }
        (Type::Texts, Value::Texts(texts)) => texts.iter().for_each(|text| {
            entry.short(tag, text);
        }),
        (Type::Text, Value::Text(text)) => {
            entry.long(tag, text);
        }
        (Type::Ref(_), Value::Text(id)) if !matches!(key, "unit_of" | "part_of" | "network") => {
            refer(store, tag, id, entry);
        }
        (Type::Parts(_), Value::Parts(parts)) => parts.iter().for_each(|part| {
            entry.long(tag, &words(part));
        }),
        _ => {}
    }
}

/// Takes down a reference by the name of what is referred to.
fn refer(store: &dyn Naming, tag: u8, id: &str, entry: &mut Entry) {
    match store.named(id) {
        Some(name) => entry.folded(tag, name),
        None => entry.short(tag, &called_by(store, id)),
    };
}

/// Takes down a value of a list by its labels in both languages; one of the office's own as written.
fn label(list: &'static str, key: &str, tag: u8, entry: &mut Entry) {
    let Some(value) = vocabulary::entry(list, key) else {
        entry.short(tag, key);
        return;
    };
    let (german, english) = (value.label(Lang::De), value.label(Lang::En));
    entry.label(tag, 2 * value.number, german);
    if english != german {
        entry.label(tag, 2 * value.number + 1, english);
    }
}

/// The texts of a part in one piece.
fn words(part: &Record) -> String {
    let mut words = String::new();
    for (field, value) in part.cells() {
        if let (Type::Line | Type::Text | Type::Link, Value::Text(text)) = (part.shape.spec(field).of, value) {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(text);
        }
    }
    words
}
