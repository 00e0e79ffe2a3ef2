//! Which record is meant: by id, by name, or by what fits a few letters better than anything else.

use crate::landscape::{Kind, Record, actor, network};
use crate::search::fold;
use crate::search::landscape::Landscape;
use crate::store::{Store, title};

/// What was found for a name.
pub(super) enum Meant<'s> {
    /// This one.
    One(Kind, &'s Record),
    /// Any of these.
    Several(Vec<(Kind, &'s Record)>),
    /// Nothing.
    Nobody,
}

/// How many candidates are named at most.
const MOST: usize = 12;

/// The record that is meant.
pub(super) fn resolve<'s>(store: &'s Store, name: &str) -> Meant<'s> {
    if let Some((kind, record)) = store.find(name).or_else(|| formerly(store, name)) {
        return Meant::One(kind, record);
    }
    let wanted = fold(name.trim());
    // What has a name of its own comes before what is called after it.
    let own = [Kind::Network, Kind::Actor, Kind::Landscape];
    let borrowed = [Kind::Relation, Kind::Rhythm, Kind::Evidence, Kind::Meeting, Kind::Verdict];
    for kinds in [&own[..], &borrowed[..]] {
        match called(store, kinds, &wanted).as_slice() {
            [] => {}
            [(kind, record)] => return Meant::One(*kind, record),
            several => return Meant::Several(several.iter().copied().take(MOST).collect()),
        }
    }
    best(store, name)
}

/// The record an id was merged into.
fn formerly<'s>(store: &'s Store, id: &str) -> Option<(Kind, &'s std::sync::Arc<Record>)> {
    [(Kind::Actor, actor::FORMERLY), (Kind::Network, network::FORMERLY)].into_iter().find_map(|(kind, field)| {
        let found = store.all(kind).find(|record| record.texts(field).iter().any(|old| **old == *id))?;
        Some((kind, found))
    })
}

/// The records of these kinds with exactly this (folded) name, short name or other name.
fn called<'s>(store: &'s Store, kinds: &[Kind], wanted: &str) -> Vec<(Kind, &'s Record)> {
    let all = kinds.iter().flat_map(|kind| {
        let only = (*kind == Kind::Landscape).then_some(store.landscape());
        only.into_iter().chain(store.all(*kind)).map(move |record| (*kind, &**record))
    });
    let by_name = |record: &Record| fold(&title(store, record)) == wanted;
    let found: Vec<_> = all.clone().filter(|(_, record)| by_name(record)).collect();
    if !found.is_empty() {
        return found;
    }
    all.filter(|(_, record)| other_names(record).any(|name| fold(name) == wanted)).collect()
}

/// Abbreviation and other names.
fn other_names(record: &Record) -> impl Iterator<Item = &str> {
    let fields = match record.shape.name {
        "actor" => Some((actor::SHORT, actor::ALIASES)),
        "network" => Some((network::SHORT, network::ALIASES)),
        _ => None,
    };
    fields.into_iter().flat_map(|(short, aliases)| {
        std::iter::once(record.text(short)).chain(record.texts(aliases).iter().map(|alias| &**alias))
    })
}

/// The best hit of the search, if no other is as good.
fn best<'s>(store: &'s Store, name: &str) -> Meant<'s> {
    let found = Landscape::build(store).find(name, &[Kind::Network, Kind::Actor], MOST);
    // The upper half of a score says how well the words fit; what is below only puts hits into an order.
    let quality = |score: u64| score >> 32;
    let top = found.first().map_or(0, |hit| quality(hit.score));
    let records = found.iter().filter(|hit| quality(hit.score) == top);
    let records: Vec<(Kind, &Record)> =
        records.filter_map(|hit| Some((hit.kind, &**store.get(hit.kind, &hit.id)?))).collect();
    match records.as_slice() {
        [] => Meant::Nobody,
        [(kind, record)] => Meant::One(*kind, record),
        _ => Meant::Several(records),
    }
}
