//! What the other lists put first when something is selected in one of them.

use crate::landscape::{Id, Kind, Record, actor, member, network, rhythm};
use crate::store::Data;
use std::collections::HashSet;

/// The records of kind `to` tied to a record of kind `from`, in the order in which they are worth reading.
#[must_use]
pub fn related(data: &Data, from: Kind, id: &str, to: Kind) -> Vec<Id> {
    let store = data.store();
    let Some(record) = store.get(from, id) else { return Vec::new() };
    match (from, to) {
        (Kind::Network, Kind::Actor) => seats(data, record),
        (Kind::Network, Kind::Rhythm) => rhythms(data, id),
        (Kind::Actor, Kind::Network) => networks(data, record),
        (Kind::Actor, Kind::Rhythm) => {
            networks(data, record).iter().flat_map(|network| rhythms(data, network)).collect()
        }
        (Kind::Rhythm, Kind::Network) => vec![Id::new(record.text(rhythm::NETWORK))],
        (Kind::Rhythm, Kind::Actor) => {
            store.get(Kind::Network, record.text(rhythm::NETWORK)).map_or_else(Vec::new, |network| seats(data, network))
        }
        _ => Vec::new(),
    }
}

/// Who sits in a network, those who lead it first: the institution, then the person who sits there for it.
fn seats(data: &Data, network: &Record) -> Vec<Id> {
    let mut seats: Vec<&Record> = network.parts(network::MEMBERS).iter().collect();
    seats.sort_by_key(|seat| crate::landscape::role::of_seat(seat).leads.unwrap_or(u8::MAX));
    let ids = seats.iter().flat_map(|seat| [seat.text(member::ACTOR), seat.text(member::PERSON)]);
    let now = |id: &str| data.store().resolve(id).map(|(_, actor)| actor.id.clone());
    ids.filter(|id| !id.is_empty()).filter_map(now).collect()
}

fn rhythms(data: &Data, network: &str) -> Vec<Id> {
    data.refs().from(Kind::Rhythm, network, data.store()).into_iter().map(|rhythm| rhythm.id.clone()).collect()
}

/// The networks an actor sits in; for an institution also those its people sit in for it.
fn networks(data: &Data, actor: &Record) -> Vec<Id> {
    let store = data.store();
    let (mut found, mut known): (Vec<Id>, HashSet<&str>) = Default::default();
    let mut add = |id: &str| {
        for network in data.refs().from(Kind::Network, id, store) {
            let sits = network
                .parts(network::MEMBERS)
                .iter()
                .any(|s| s.text(member::ACTOR) == id || s.text(member::PERSON) == id);
            if sits && known.insert(network.id.as_str()) {
                found.push(network.id.clone());
            }
        }
    };
    add(&actor.id);
    if actor.flag(actor::PERSON) != Some(true) {
        let people = data.refs().from(Kind::Actor, &actor.id, store);
        let people = people.into_iter().filter(|person| person.flag(actor::PERSON) == Some(true));
        people.for_each(|person| add(&person.id));
    }
    found.sort_by_cached_key(|id| {
        store.get(Kind::Network, id).map(|record| crate::search::fold(record.text(network::NAME)))
    });
    found
}
