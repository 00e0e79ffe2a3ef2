//! Records by their ids for work that looks many up at once: one table over the kinds that others refer to.

use super::Store;
use crate::landscape::{Kind, Record};
use hashbrown::HashMap;
use std::sync::Arc;

/// What finds a record by an id, also by one it had before it was merged.
pub trait Lookup: Sync {
    /// The record with this id, or the one it was merged into, and its kind.
    fn resolve(&self, id: &str) -> Option<(Kind, &Arc<Record>)>;
}

impl Lookup for Store {
    fn resolve(&self, id: &str) -> Option<(Kind, &Arc<Record>)> {
        Store::resolve(self, id)
    }
}

/// The kinds to which most references lead, and those before them: what has the same id in two kinds is then found as the
/// store finds it. The others are looked up there.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::MANY.into_iter().take_while(|kind| *kind != Kind::Meeting)
}

/// A store with a table of ids. Answers the same as the store.
pub struct Directory<'s> {
    store: &'s Store,
    records: Vec<(Kind, &'s Arc<Record>)>,
    /// The places of the records by their ids.
    places: HashMap<&'s str, u32>,
}

impl<'s> Directory<'s> {
    /// The directory of a store.
    #[must_use]
    pub fn of(store: &'s Store) -> Self {
        let all = kinds().flat_map(|kind| store.all(kind).map(move |record| (kind, record)));
        let records: Vec<_> = all.filter(|(_, record)| &*record.id != Store::LANDSCAPE).collect();
        let mut places = HashMap::with_capacity(records.len());
        for ((_, record), place) in records.iter().zip(0..) {
            places.entry(record.id.as_str()).or_insert(place);
        }
        Directory { store, records, places }
    }

    /// The records it has at hand.
    #[must_use]
    pub fn records(&self) -> &[(Kind, &'s Arc<Record>)] {
        &self.records
    }

    /// The place of a record among them.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).map(|place| *place as usize)
    }
}

impl Lookup for Directory<'_> {
    fn resolve(&self, id: &str) -> Option<(Kind, &Arc<Record>)> {
        let known = self.place(id).and_then(|place| self.records.get(place));
        known.copied().or_else(|| self.store.resolve(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{DEMO, read};

    fn same(store: &Store, ids: &[&str]) {
        let directory = Directory::of(store);
        for id in ids {
            assert_eq!(directory.resolve(id), store.resolve(id), "{id}");
        }
    }

    #[test]
    fn answers_the_same_as_the_store() {
        let store = read(DEMO).unwrap().store;
        let ids: Vec<&str> = Kind::MANY.into_iter().flat_map(|kind| store.all(kind)).map(|one| &*one.id).collect();
        assert!(ids.len() > 1000);
        same(&store, &ids);
        same(&store, &["", "landscape", "nobody"]);
    }

    #[test]
    fn ids_given_twice_and_merged_ones_too() {
        let text = r#"{"format":"runde","version":1,
            "actors":[{"id":"landscape","name":"A"},{"id":"twice","name":"B","formerly":["old"]}],
            "networks":[{"id":"twice","name":"C"}]}"#;
        same(&read(text).unwrap().store, &["landscape", "twice", "old"]);
    }
}
