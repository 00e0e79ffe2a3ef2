//! Seats that were taken or given up: who sits in which network on the day of each state, in which roles.

use super::{Named, Side, known_as, named};
use crate::analysis::graph::exists;
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind, Record, member, network, role};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// Who sits there for an institution.
pub type Person = Named;

/// A seat that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatChange {
    /// Where.
    pub network: Named,
    /// Who: an institution, or a person for nobody but themselves.
    pub actor: Named,
    /// Who sits there for the institution.
    pub person: Option<Person>,
    /// The roles of then; none for a seat that is new.
    pub before: Vec<SmolStr>,
    /// The roles of now; none for a seat that is given up.
    pub after: Vec<SmolStr>,
    /// Does it tie the actor to the network (then or now)? Deputies, guests and observers do not.
    pub ties: bool,
    /// The network itself is there in both states: its members changed, not only the network.
    pub lasting: bool,
}

/// Seats: taken, given up, changed; by network, then by actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Taken since.
    pub added: Vec<SeatChange>,
    /// Given up since.
    pub removed: Vec<SeatChange>,
    /// In other roles.
    pub changed: Vec<SeatChange>,
}

impl Seats {
    /// Is nothing different?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// Network, actor, person (empty for none), by the ids of now.
type Key = (Id, Id, Id);

#[derive(Default)]
struct Taken {
    roles: BTreeSet<SmolStr>,
    ties: bool,
}

pub(super) fn seats(then: Side<'_>, now: Side<'_>) -> Seats {
    let (old, new) = (taken(then, now), taken(now, now));
    let (here, there) = (bodies(then, now), bodies(now, now));
    let told = |key: &Key, before: Option<&Taken>, after: Option<&Taken>| {
        let roles = |taken: Option<&Taken>| taken.map_or_else(Vec::new, |taken| taken.roles.iter().cloned().collect());
        SeatChange {
            network: named(then, now, &key.0),
            actor: named(then, now, &key.1),
            person: (!key.2.is_empty()).then(|| named(then, now, &key.2)),
            before: roles(before),
            after: roles(after),
            ties: [before, after].into_iter().flatten().any(|taken| taken.ties),
            lasting: here.contains(&key.0) && there.contains(&key.0),
        }
    };
    let mut found = Seats::default();
    for (key, after) in &new {
        match old.get(key) {
            None => found.added.push(told(key, None, Some(after))),
            Some(before) if before.roles != after.roles => found.changed.push(told(key, Some(before), Some(after))),
            Some(_) => {}
        }
    }
    let left = old.iter().filter(|(key, _)| !new.contains_key(*key));
    found.removed = left.map(|(key, before)| told(key, Some(before), None)).collect();
    for list in [&mut found.added, &mut found.removed, &mut found.changed] {
        list.arrange_by(|a, b| (&a.network, &a.actor, &a.person).cmp(&(&b.network, &b.actor, &b.person)));
        list.arrange_by(|a, b| (&a.network.name, &a.actor.name).cmp(&(&b.network.name, &b.actor.name)));
    }
    found
}

fn living(side: Side<'_>) -> impl Iterator<Item = &Record> {
    side.store.all(Kind::Network).map(|record| &**record).filter(move |record| exists(record, side.day))
}

fn bodies(side: Side<'_>, now: Side<'_>) -> BTreeSet<Id> {
    living(side).map(|record| known_as(now, Kind::Network, &record.id)).collect()
}

/// The seats taken on the day of a side, known by the ids of now.
fn taken(side: Side<'_>, now: Side<'_>) -> BTreeMap<Key, Taken> {
    let mut found: BTreeMap<Key, Taken> = BTreeMap::new();
    for record in living(side) {
        let body = known_as(now, Kind::Network, &record.id);
        for seat in record.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, side.day)) {
            let who = |field| match seat.text(field) {
                "" => Id::none(),
                id => known_as(now, Kind::Actor, id),
            };
            let key = (body.clone(), who(member::ACTOR), who(member::PERSON));
            let taken = found.entry(key).or_default();
            taken.roles.extend(seat.texts(member::ROLES).iter().cloned());
            taken.ties |= role::of_seat(seat).tie;
        }
    }
    found
}
