//! Who has to come: the seats of every body that count for load (the table of roles says which), by person and by
//! institution. Knows no dates but those of the seats.
//!
//! A seat belongs to an institution and, where one is named, to a person. Two seats mean the same guest when both name
//! the same person, or when they are of one institution and at least one of them leaves open who comes.

use crate::landscape::role::{of_seat, valid_on};
use crate::landscape::{Kind, Record, actor, member, network};
use crate::store::Store;
use std::collections::HashMap;

/// A seat somebody has to fill at every meeting.
#[derive(Clone, Copy, Debug)]
pub struct Seat<'s> {
    /// Who sits there: an institution, or a person for nobody but themselves.
    pub at: &'s str,
    /// Who comes, where that is known.
    pub person: Option<&'s str>,
    from: &'s str,
    until: &'s str,
}

impl<'s> Seat<'s> {
    fn of(store: &Store, seat: &'s Record) -> Option<Self> {
        let at = Some(seat.text(member::ACTOR)).filter(|at| !at.is_empty() && of_seat(seat).load)?;
        let named = Some(seat.text(member::PERSON)).filter(|person| !person.is_empty());
        let is_person = || store.get(Kind::Actor, at).is_some_and(|record| record.flag(actor::PERSON) == Some(true));
        let person = named.or_else(|| is_person().then_some(at));
        Some(Seat { at, person, from: seat.text(member::FROM), until: seat.text(member::UNTIL) })
    }

    /// Who comes: the person where one is named, else the institution.
    #[must_use]
    pub fn guest(self) -> &'s str {
        self.person.unwrap_or(self.at)
    }

    /// Does the seat know neither beginning nor end?
    #[must_use]
    pub fn always(self) -> bool {
        self.from.is_empty() && self.until.is_empty()
    }

    /// Is the seat taken on this day (`YYYY-MM-DD`)?
    #[must_use]
    pub fn on(self, day: &str) -> bool {
        valid_on(self.from, self.until, day)
    }

    /// May both be the same guest?
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        match (self.person, other.person) {
            (Some(one), Some(two)) => one == two,
            _ => self.at == other.at,
        }
    }
}

/// The seats of all bodies.
#[derive(Debug)]
pub struct Seats<'s> {
    by_network: HashMap<&'s str, Vec<Seat<'s>>>,
}

impl<'s> Seats<'s> {
    /// Those of a landscape.
    #[must_use]
    pub fn of(store: &'s Store) -> Self {
        let seats = |record: &'s Record| {
            let mut seats: Vec<Seat<'s>> =
                record.parts(network::MEMBERS).iter().filter_map(|seat| Seat::of(store, seat)).collect();
            seats.sort_by_key(|seat| (seat.at, seat.person, seat.from));
            seats
        };
        let by_network = store.all(Kind::Network).map(|record| (record.id.as_str(), seats(record))).collect();
        Seats { by_network }
    }

    /// Those of one body.
    #[must_use]
    pub fn in_network(&self, id: &str) -> &[Seat<'s>] {
        self.by_network.get(id).map_or(&[], Vec::as_slice)
    }

    /// All bodies with their seats.
    pub fn all(&self) -> impl Iterator<Item = (&'s str, &[Seat<'s>])> {
        self.by_network.iter().map(|(network, seats)| (*network, seats.as_slice()))
    }
}
