//! Seats of one body that the same holder has twice at the same time.

use super::dates::backwards;
use super::{Desk, Flaw, Level};
use crate::landscape::{Kind, Record, member, network, role};
use std::collections::HashMap;

/// Looks at the members of a network.
pub(super) fn look(desk: &mut Desk<'_>) {
    if desk.kind != Kind::Network {
        return;
    }
    let mut holders: HashMap<(&str, &str), Vec<&Record>> = HashMap::new();
    for seat in desk.record.parts(network::MEMBERS) {
        let seats = holders.entry((seat.text(member::ACTOR), seat.text(member::PERSON))).or_default();
        if let Some(other) = seats.iter().find(|other| alike(other, seat) && together(other, seat)) {
            let holder = if seat.text(member::PERSON).is_empty() { member::ACTOR } else { member::PERSON };
            let flaw = Flaw::SeatTwice(other.key().into(), seat.text(holder).into());
            desk.note(Level::Warning, Some(network::MEMBERS), Some((seat.key(), None)), flaw);
        }
        seats.push(seat);
    }
}

/// Do both count as members, or neither? A member that also sends a deputy has two seats.
fn alike(a: &Record, b: &Record) -> bool {
    role::of_seat(a).member == role::of_seat(b).member
}

/// Do the periods of two seats overlap, as far as they are known? One may end on the day the other begins.
fn together(a: &Record, b: &Record) -> bool {
    let over = |early: &Record, late: &Record| {
        let (until, from) = (early.text(member::UNTIL), late.text(member::FROM));
        !until.is_empty()
            && !from.is_empty()
            && (backwards(from, until) || until.starts_with(from) || from.starts_with(until))
    };
    !over(a, b) && !over(b, a)
}
