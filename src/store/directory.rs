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
    known: HashMap<&'s str, (Kind, &'s Arc<Record>)>,
}

impl<'s> Directory<'s> {
    /// The directory of a store.
    #[must_use]
    pub fn of(store: &'s Store) -> Self {
        let mut known = HashMap::with_capacity(kinds().map(|kind| store.count(kind)).sum());
        for kind in kinds() {
            for record in store.all(kind).filter(|record| &*record.id != Store::LANDSCAPE) {
                known.entry(record.id.as_str()).or_insert((kind, record));
            }
        }
        Directory { store, known }
    }
}

impl Lookup for Directory<'_> {
    fn resolve(&self, id: &str) -> Option<(Kind, &Arc<Record>)> {
        self.known.get(id).copied().or_else(|| self.store.resolve(id))
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
