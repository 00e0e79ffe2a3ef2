//! Who is expected at a meeting: the seats of its bodies that are taken that day and have to come, their deputies, and
//! whoever else is noted. Changes nothing.

use crate::app::Context;
use crate::arrange::Arrange as _;
use crate::landscape::{Kind, Record, meeting, member, network, role, vocabulary};
use crate::search::fold;
use crate::store::name_of;
use smol_str::SmolStr;

/// What is known about somebody's coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    /// Nothing yet.
    Unsaid,
    /// Is there.
    Present,
    /// Said that they cannot come.
    Excused,
    /// Did not come.
    Absent,
}

impl Coming {
    /// The next answer: there, excused, absent, nothing said.
    #[must_use]
    pub fn next(self) -> Coming {
        match self {
            Coming::Unsaid => Coming::Present,
            Coming::Present => Coming::Excused,
            Coming::Excused => Coming::Absent,
            Coming::Absent => Coming::Unsaid,
        }
    }
}

/// Somebody at the meeting.
#[derive(Clone, Debug)]
pub struct Person {
    /// The actor.
    pub id: SmolStr,
    /// Their name.
    pub name: String,
    /// Where they come from, as what they sit there, who stands in for them.
    pub note: String,
    /// Has to come: counts when those present are counted.
    pub expected: bool,
    /// Are they there?
    pub coming: Coming,
}

/// Everybody: those who lead first, then by name; deputies and others below.
#[must_use]
pub fn people(record: &Record, cx: &Context) -> Vec<Person> {
    let day = record.text(meeting::AT).get(..10).map_or_else(|| cx.now.date().to_string(), str::to_owned);
    let store = cx.data.store();
    let bodies = record.texts(meeting::NETWORKS).iter().filter_map(|id| store.get(Kind::Network, id));
    let seats: Vec<&Record> =
        bodies.flat_map(|body| body.parts(network::MEMBERS)).filter(|seat| role::seat_on(seat, &day)).collect();
    let mut all: Vec<(u8, Person)> = Vec::new();
    for seat in &seats {
        let counts = role::of_seat(seat);
        let deputy = seat.texts(member::ROLES).iter().any(|role| &**role == "deputy");
        if !counts.load && !deputy {
            continue;
        }
        let id = sits(seat);
        if id.is_empty() || all.iter().any(|(_, known)| *known.id == *id) {
            continue;
        }
        let rank = if counts.load { counts.leads.unwrap_or(100) } else { 200 };
        all.push((rank, person(id, note(seat, &seats, cx), counts.load, record, cx)));
    }
    let noted = [meeting::PRESENT, meeting::EXCUSED, meeting::ABSENT];
    for id in noted.into_iter().flat_map(|field| record.texts(field)) {
        if all.iter().all(|(_, known)| known.id != *id) {
            all.push((201, person(id, cx.texts.minutes.guest.to_owned(), false, record, cx)));
        }
    }
    all.arrange_by_key(|(rank, one)| (*rank, fold(&one.name)));
    all.into_iter().map(|(_, one)| one).collect()
}

/// Who takes a seat: the person, else the institution.
fn sits(seat: &Record) -> &str {
    let person = seat.text(member::PERSON);
    if person.is_empty() { seat.text(member::ACTOR) } else { person }
}

fn person(id: &str, note: String, expected: bool, record: &Record, cx: &Context) -> Person {
    let holds = |field| record.texts(field).iter().any(|one| **one == *id);
    let coming = if holds(meeting::PRESENT) {
        Coming::Present
    } else if holds(meeting::EXCUSED) {
        Coming::Excused
    } else if holds(meeting::ABSENT) {
        Coming::Absent
    } else {
        Coming::Unsaid
    };
    Person { id: id.into(), name: name_of(cx.data.store(), id), note, expected, coming }
}

/// The institution of a person, roles that lead, deputies of the same institution.
fn note(seat: &Record, seats: &[&Record], cx: &Context) -> String {
    let store = cx.data.store();
    let mut said = Vec::new();
    if !seat.text(member::PERSON).is_empty() {
        said.push(name_of(store, seat.text(member::ACTOR)));
    }
    let roles = seat.texts(member::ROLES).iter().filter(|role| role::of(role).leads.is_some() || &***role == "deputy");
    said.extend(roles.map(|role| vocabulary::label("role", role, cx.lang).to_owned()));
    if role::of_seat(seat).load {
        let stands_in = |other: &&&Record| {
            other.text(member::ACTOR) == seat.text(member::ACTOR)
                && other.texts(member::ROLES).iter().any(|role| &**role == "deputy")
                && sits(other) != sits(seat)
        };
        let deputies: Vec<String> = seats.iter().filter(stands_in).map(|other| name_of(store, sits(other))).collect();
        if !deputies.is_empty() {
            said.push(crate::i18n::fill(cx.texts.minutes.deputies, &[&deputies.join(", ")]));
        }
    }
    said.join(" · ")
}
