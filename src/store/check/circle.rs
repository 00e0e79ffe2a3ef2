//! Units of themselves, bodies that are part of themselves – by way of others.

use super::links::parent;
use super::{Finding, Flaw, Level};
use crate::landscape::{Id, Kind, actor, network};
use crate::store::Store;
use std::collections::HashMap;

/// Every circle once, noted at its first id.
pub(super) fn circles(store: &Store) -> Vec<Finding> {
    let mut found = Vec::new();
    for (kind, field) in [(Kind::Actor, actor::UNIT_OF), (Kind::Network, network::PART_OF)] {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (walk, start) in store.all(kind).enumerate() {
            let Some(entry) = first_met_twice(store, kind, &start.id, walk, &mut seen) else { continue };
            let circle = around(store, kind, entry);
            let Some(first) = circle.iter().min().cloned() else { continue };
            found.push(Finding {
                level: Level::Error,
                kind,
                id: first,
                field: Some(field),
                part: None,
                flaw: Flaw::Circle(circle),
            });
        }
    }
    found
}

/// Walks up from a record; the record met twice on this walk, if there is one.
fn first_met_twice<'s>(
    store: &'s Store,
    kind: Kind,
    start: &'s str,
    walk: usize,
    seen: &mut HashMap<&'s str, usize>,
) -> Option<&'s str> {
    let mut here = start;
    loop {
        match seen.insert(here, walk) {
            Some(before) if before == walk => return Some(here),
            Some(before) => {
                seen.insert(here, before);
                return None;
            }
            None => here = parent(store.get(kind, here)?),
        }
    }
}

/// The circle a record lies on.
fn around(store: &Store, kind: Kind, entry: &str) -> Vec<Id> {
    let mut circle = vec![Id::new(entry)];
    let mut here = entry;
    while let Some(next) = store.get(kind, here).map(|record| parent(record)).filter(|next| *next != entry) {
        circle.push(Id::new(next));
        here = next;
    }
    circle
}
