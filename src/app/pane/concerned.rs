//! Whose key in a list a step can have changed: the other side of what keys are made from.

use super::SortBy;
use crate::landscape::{Id, Kind, Record, actor, meeting, member, network, the_landscape};
use crate::store::{Applied, Data, Store};
use std::collections::HashSet;

/// The records of a list whose keys a step can have changed, from what it touched as it was before and as it is now;
/// nothing when it may be any of them.
pub(super) fn concerned(
    (kind, sort): (Kind, SortBy),
    touched: &Applied,
    before: &Store,
    data: &Data,
) -> Option<HashSet<Id>> {
    let mut ids: HashSet<Id> = HashSet::new();
    for (of, id) in touched {
        if *of == kind {
            ids.insert(id.clone());
        }
        let states = [before, data.store()].map(|store| store.get(*of, id));
        if (kind, sort, *of) == (Kind::Rhythm, SortBy::NextDate, Kind::Landscape) && !same_calendar(states) {
            return None;
        }
        for state in states.into_iter().flatten() {
            match (kind, *of) {
                (Kind::Rhythm, Kind::Network | Kind::Actor) => ids.extend(rhythms_of(data, state)),
                (Kind::Rhythm, Kind::Meeting) if sort == SortBy::NextDate => ids.extend(rhythms_met(data, state)),
                (Kind::Actor, Kind::Network) if sort == SortBy::Size => ids.extend(sitting(state)),
                _ => {}
            }
        }
    }
    Some(ids)
}

/// Are the clocks and the free days the same?
fn same_calendar(states: [Option<&std::sync::Arc<Record>>; 2]) -> bool {
    let [before, now] = states.map(|state| {
        let fields = [the_landscape::TIMEZONE, the_landscape::LAND, the_landscape::HOLIDAYS];
        state.map(|landscape| fields.map(|field| landscape.get(field)))
    });
    before == now
}

/// The rhythms of a body: they are called by its name, and end when it ends. Some may name what went into it.
fn rhythms_of(data: &Data, body: &Record) -> Vec<Id> {
    let formerly = if body.shape.name == "network" { network::FORMERLY } else { actor::FORMERLY };
    let names = std::iter::once(body.id.as_str()).chain(body.texts(formerly).iter().map(|old| &**old));
    names.flat_map(|name| rhythms(data, name)).collect()
}

/// The rhythms a meeting stands for a date of: its own, else those of the bodies that meet.
fn rhythms_met(data: &Data, record: &Record) -> Vec<Id> {
    match record.text(meeting::RHYTHM) {
        "" => record.texts(meeting::NETWORKS).iter().flat_map(|network| rhythms(data, network)).collect(),
        rhythm => data.store().get(Kind::Rhythm, rhythm).map(|rhythm| rhythm.id.clone()).into_iter().collect(),
    }
}

fn rhythms<'d>(data: &'d Data, body: &str) -> impl Iterator<Item = Id> + use<'d> {
    data.refs().from(Kind::Rhythm, body, data.store()).into_iter().map(|rhythm| rhythm.id.clone())
}

/// Who sits in a network.
fn sitting(network: &Record) -> impl Iterator<Item = Id> {
    let seats = network.parts(network::MEMBERS).iter();
    seats.flat_map(|seat| [seat.text(member::ACTOR), seat.text(member::PERSON)]).map(Id::new)
}
