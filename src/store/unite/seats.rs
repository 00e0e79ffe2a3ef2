//! The members of two networks that become one: who sits in both sits there once, in all roles and for the whole time.
//! Seats of different times stay apart, so that what was is still known. Knows no screens.

use super::parts::extras;
use super::{Union, notes};
use crate::landscape::{Field, Record, Value, member, network, role};
use smol_str::SmolStr;

impl Union<'_> {
    pub(super) fn members(&mut self) {
        let mut all: Vec<Record> = self.old.parts(network::MEMBERS).to_vec();
        let own = all.len();
        let mut taken = vec![false; own];
        for seat in self.gone.parts(network::MEMBERS) {
            // First the very same guest, then a seat that leaves open who sits there.
            let exact = |one: &Record| one.text(member::PERSON) == seat.text(member::PERSON);
            let free = |at: &usize, one: &Record| taken.get(*at) == Some(&false) && is_same(one, seat);
            let places = || all.iter().enumerate().take(own).filter(|(at, one)| free(at, one));
            let found = places().find(|(_, one)| exact(one)).or_else(|| places().next()).map(|(at, _)| at);
            let Some((at, one)) = found.and_then(|at| Some((at, all.get(at)?.clone()))) else {
                let seat = self.with_free_id(seat, &all);
                all.push(seat);
                continue;
            };
            taken.get_mut(at).into_iter().for_each(|taken| *taken = true);
            self.led.insert(seat.id.clone(), one.id.clone());
            let both = self.both(&one, seat);
            all.get_mut(at).into_iter().for_each(|one| *one = both.clone());
        }
        self.new.set(network::MEMBERS, Value::parts(all));
    }

    /// Two seats of the same guest as one.
    fn both(&mut self, one: &Record, other: &Record) -> Record {
        let mut seat = one.clone();
        for (field, spec) in one.shape.fields() {
            match field {
                member::ROLES => seat.set(field, roles(one, other)),
                member::FROM => seat.set(field, bound(one, other, field, false)),
                member::UNTIL => seat.set(field, bound(one, other, field, true)),
                _ => match (one.get(field), other.get(field)) {
                    (None, Some(theirs)) => seat.set(field, Some(theirs.clone())),
                    (Some(ours), Some(theirs)) if ours != theirs => {
                        let who = notes::shown(self.store, spec.of, theirs, self.lang);
                        let label = crate::landscape::vocabulary::field_label("member", spec.key, self.lang);
                        let name = crate::store::name_of(self.store, other.text(member::ACTOR));
                        self.lost.push(format!("– {name}: {label}: {who}"));
                    }
                    _ => {}
                },
            }
        }
        seat.set_extra(extras(one, other).unwrap_or_default());
        seat
    }
}

/// Do two seats belong to the same guest at times that touch?
fn is_same(one: &Record, other: &Record) -> bool {
    let (ours, theirs) = (one.text(member::PERSON), other.text(member::PERSON));
    let who = one.get(member::ACTOR).is_some() && one.get(member::ACTOR) == other.get(member::ACTOR);
    let person = ours == theirs || ours.is_empty() || theirs.is_empty();
    who && person && extras(one, other).is_some() && touch(one, other) && touch(other, one)
}

/// Does the first not end before the other begins? Days that are known only in part are compared as far as they go.
fn touch(one: &Record, other: &Record) -> bool {
    let (until, from) = (one.text(member::UNTIL), other.text(member::FROM));
    let length = until.len().min(from.len());
    length == 0 || until.get(..length) >= from.get(..length)
}

/// The roles of both. A seat without a role is a member's: that is said where the other's roles would not say it.
fn roles(one: &Record, other: &Record) -> Option<Value> {
    let both = one.texts(member::ROLES).iter().chain(other.texts(member::ROLES));
    let mut roles: Vec<SmolStr> = both.cloned().collect();
    let plain = one.texts(member::ROLES).is_empty() || other.texts(member::ROLES).is_empty();
    if plain && !roles.is_empty() && !roles.iter().any(|role| role::of(role).member) {
        roles.push("member".into());
    }
    Value::set(roles)
}

/// The earlier beginning or the later end; open where one of them is open.
fn bound(one: &Record, other: &Record, field: Field, later: bool) -> Option<Value> {
    let (ours, theirs) = (one.text(field), other.text(field));
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    Value::text(if (ours < theirs) == later { theirs } else { ours })
}
