//! What the other lists put first when something is selected in one of them.

use super::rows::each_once;
use crate::analysis::work::Work;
use crate::landscape::{Id, Kind, Record, actor, member, network, rhythm};
use crate::store::Data;
use std::collections::HashSet;
use std::sync::Arc;

/// Records that name a record, and seats, above which it is looked around in beside the loop.
pub const MANY: usize = 256;

/// Do so many name a record, or sit in it, that lists and card cannot be made between two keys?
#[must_use]
pub fn is_crowded(data: &Data, kind: Kind, id: &str) -> bool {
    let seats = |network: &str| {
        data.store().get(Kind::Network, network).is_some_and(|record| record.parts(network::MEMBERS).len() > MANY)
    };
    let Some(record) = data.store().get(kind, id) else { return false };
    let seats = match kind {
        Kind::Network => seats(id),
        Kind::Rhythm => seats(record.text(rhythm::NETWORK)),
        _ => false,
    };
    seats || data.refs().hints(id).nth(MANY).is_some()
}

/// What [`related`] gives for a list to put first, each once. Nothing when the work was called off.
pub fn tied_to(data: &Data, of: &(Kind, Id), to: Kind, looking: &mut Looking) -> Option<Arc<[Id]>> {
    let found = related(data, (of.0, &of.1), to, looking);
    looking.work.step(0, 1)?;
    Some(each_once(found, |id| data.store().get(to, id).is_some()))
}

/// Looking around: what was found already, and whether anybody still waits for more.
#[derive(Debug, Default)]
pub struct Looking {
    /// The networks of an actor: two lists ask for them.
    sits: Option<((Kind, Id), Vec<Id>)>,
    work: Work,
}

impl Looking {
    /// For this piece of work.
    #[must_use]
    pub fn within(work: &Work) -> Self {
        Looking { sits: None, work: work.clone() }
    }
}

/// The records of kind `to` tied to a record of kind `from`, in the order in which they are worth reading; some of them
/// when the work was called off.
#[must_use]
pub fn related(data: &Data, (from, id): (Kind, &Id), to: Kind, looking: &mut Looking) -> Vec<Id> {
    let store = data.store();
    let Some(record) = store.get(from, id) else { return Vec::new() };
    match (from, to) {
        (Kind::Network, Kind::Actor) => seats(data, record),
        (Kind::Network, Kind::Rhythm) => rhythms(data, id),
        (Kind::Actor, Kind::Network | Kind::Rhythm) => {
            let Looking { sits, work } = looking;
            if sits.as_ref().is_none_or(|((_, of), _)| of != id) {
                *sits = Some(((from, id.clone()), networks(data, record, work)));
            }
            let networks = sits.iter().flat_map(|(_, networks)| networks).take_while(|_| !work.called_off());
            if to == Kind::Network {
                networks.cloned().collect()
            } else {
                networks.flat_map(|network| rhythms(data, network)).collect()
            }
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
fn networks(data: &Data, actor: &Record, work: &Work) -> Vec<Id> {
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
        people.take_while(|_| !work.called_off()).for_each(|person| add(&person.id));
    }
    found.sort_by_cached_key(|id| {
        store.get(Kind::Network, id).map(|record| crate::search::fold(record.text(network::NAME)))
    });
    found
}
