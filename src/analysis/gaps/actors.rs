//! Actors in no network: known, but without a seat anywhere, be it their own or that of one of their units or people.
//! Sectoral plannings are left to the ties; people count with their institution. Knows no screens.

use super::{Detail, Gap, GapKind};
use crate::analysis::graph::{Whom, seated};
use crate::landscape::{Kind, Record, actor, vocabulary};
use crate::store::Store;
use std::collections::HashSet;

pub(super) fn gaps(store: &Store, living: &[&Record], day: &str) -> Vec<Gap> {
    let mut inside: HashSet<Box<str>> = HashSet::new();
    for record in living {
        for id in [Whom::Institutions, Whom::People].into_iter().flat_map(|whom| seated(store, record, day, whom)) {
            above(store, &id, &mut inside);
        }
    }
    let planning = |record: &Record| {
        vocabulary::entry("actor_kind", record.text(actor::KIND)).is_some_and(|kind| kind.class == Some("planning"))
    };
    let belongs = |record: &Record| record.flag(actor::PERSON) == Some(true) && !record.text(actor::UNIT_OF).is_empty();
    let all = store.all(Kind::Actor).filter(|record| !inside.contains(record.id.as_str()));
    let alone = all.filter(|record| !planning(record) && !belongs(record));
    alone.map(|record| Gap::of(GapKind::Isolate, Kind::Actor, record, Detail::Plain)).collect()
}

/// The actor and everything it is a unit of.
fn above(store: &Store, id: &str, inside: &mut HashSet<Box<str>>) {
    let mut next: Box<str> = id.into();
    while inside.insert(next.clone()) {
        let unit = store.resolve(&next).map_or("", |(_, record)| record.text(actor::UNIT_OF));
        let Some((_, record)) = store.resolve(unit).filter(|_| !unit.is_empty()) else { return };
        next = record.id.as_str().into();
    }
}
