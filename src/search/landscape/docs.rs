//! Which document stands for which record, and back. Knows ids, nothing of texts.

use crate::landscape::{Id, Kind};
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// The records by the numbers of their documents.
#[derive(Default)]
pub(super) struct Docs {
    records: Vec<(Kind, Id)>,
    /// The numbers of the documents by the ids of their records.
    places: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Docs {
    /// These records, in the order of their documents.
    pub(super) fn of(records: impl ExactSizeIterator<Item = (Kind, Id)>) -> Self {
        let mut docs = Docs {
            records: Vec::with_capacity(records.len()),
            places: HashTable::with_capacity(records.len()),
            hasher: DefaultHashBuilder::default(),
        };
        records.for_each(|(kind, id)| docs.push(kind, id));
        docs
    }

    /// The record of this document.
    pub(super) fn get(&self, place: usize) -> Option<&(Kind, Id)> {
        self.records.get(place)
    }

    /// The document of a record.
    pub(super) fn place(&self, kind: Kind, id: &Id) -> Option<usize> {
        let found = self.places.find(self.hasher.hash_one(id), |place| is_at(&self.records, *place, kind, id));
        found.map(|place| *place as usize)
    }

    /// Adds the next document.
    pub(super) fn push(&mut self, kind: Kind, id: Id) {
        let Ok(place) = u32::try_from(self.records.len()) else { return };
        let hash = self.hasher.hash_one(&id);
        self.records.push((kind, id));
        let (records, hasher) = (&self.records, &self.hasher);
        let hash_of = |place: &u32| hasher.hash_one(records.get(*place as usize).map_or("", |(_, id)| id.as_str()));
        self.places.insert_unique(hash, place, hash_of);
    }

    /// Forgets which document stands for a record; the number of the document is not given again.
    pub(super) fn remove(&mut self, kind: Kind, id: &Id) {
        let Self { records, places, hasher } = self;
        if let Ok(found) = places.find_entry(hasher.hash_one(id), |place| is_at(records, *place, kind, id)) {
            found.remove();
        }
    }
}

/// Whether this record stands at this place. Nothing keeps a file from giving one id to records of two kinds.
fn is_at(records: &[(Kind, Id)], place: u32, kind: Kind, id: &Id) -> bool {
    records.get(place as usize).is_some_and(|held| (held.0, &held.1) == (kind, id))
}
