//! Records that have come, gone or changed. A network counts as there when it exists on the day of its state; whether it
//! was founded or only noted, ended or only taken out of the file, is told apart.

use super::{Named, Side, known_as};
use crate::analysis::graph::Whom;
use crate::analysis::graph::{exists, seated};
use crate::arrange::Arrange as _;
use crate::landscape::{Field, Id, Kind, Record, Value, actor, network};
use crate::store::title;

/// Why a record is here in one state only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A network that began after the day of then.
    Founded,
    /// It is in the file now and was not then; nothing says that it is new in the world.
    Noted,
    /// A network that is over.
    Ended,
    /// It was put together with another one.
    Merged,
    /// It is not in the file any more.
    Dropped,
}

impl Cause {
    /// The word in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Cause::Founded => "founded",
            Cause::Noted => "noted",
            Cause::Ended => "ended",
            Cause::Merged => "merged",
            Cause::Dropped => "dropped",
        }
    }
}

/// A record that is here in one state only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Come {
    /// The record.
    pub record: Named,
    /// Why.
    pub cause: Cause,
    /// What it was put together with.
    pub into: Option<Named>,
    /// Who sits in it (a network), institutions counted; 0 for an actor.
    pub members: usize,
    /// It is a person.
    pub person: bool,
}

/// One field that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// What it held.
    pub before: Option<Value>,
    /// What it holds.
    pub after: Option<Value>,
}

/// A record that is in both states, and different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The record.
    pub record: Named,
    /// Its fields that are different, in the order of its shape; a network's seats are told apart from these.
    pub fields: Vec<FieldChange>,
    /// It is a person.
    pub person: bool,
}

/// Records of one kind: come, gone, changed; each in the order of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// Only here now.
    pub added: Vec<Come>,
    /// Only here then.
    pub removed: Vec<Come>,
    /// Here in both, and different.
    pub changed: Vec<Changed>,
}

impl Records {
    /// Is nothing different?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    fn sorted(mut self) -> Self {
        self.added.arrange_by(|a, b| order(&a.record, &b.record));
        self.removed.arrange_by(|a, b| order(&a.record, &b.record));
        self.changed.arrange_by(|a, b| order(&a.record, &b.record));
        self
    }
}

fn order(a: &Named, b: &Named) -> std::cmp::Ordering {
    (&a.name, &a.id).cmp(&(&b.name, &b.id))
}

pub(super) fn networks(then: Side<'_>, now: Side<'_>) -> Records {
    let there = |side: Side<'_>, record: &Record| exists(record, side.day);
    let mut found = Records::default();
    for record in now.store.all(Kind::Network).filter(|record| there(now, record)) {
        let before = then.store.get(Kind::Network, &record.id);
        match before.filter(|before| there(then, before)) {
            Some(before) => found.changed.extend(changed(now, before, record, &[network::MEMBERS])),
            None => found.added.push(Come {
                record: name(now, record),
                cause: if began_after(record, then.day) { Cause::Founded } else { Cause::Noted },
                into: None,
                members: seated(now.store, record, now.day, Whom::Institutions).len(),
                person: false,
            }),
        }
    }
    for record in then.store.all(Kind::Network).filter(|record| there(then, record)) {
        let after = now.store.get(Kind::Network, &record.id);
        if after.is_some_and(|after| there(now, after)) {
            continue;
        }
        found.removed.push(gone(then, now, Kind::Network, record, after.is_some()));
    }
    found.sorted()
}

pub(super) fn actors(then: Side<'_>, now: Side<'_>) -> Records {
    let mut found = Records::default();
    for record in now.store.all(Kind::Actor) {
        match then.store.get(Kind::Actor, &record.id) {
            Some(before) => found.changed.extend(changed(now, before, record, &[])),
            None => found.added.push(Come {
                record: name(now, record),
                cause: Cause::Noted,
                into: None,
                members: 0,
                person: is_person(record),
            }),
        }
    }
    for record in then.store.all(Kind::Actor) {
        if now.store.get(Kind::Actor, &record.id).is_none() {
            found.removed.push(gone(then, now, Kind::Actor, record, false));
        }
    }
    found.sorted()
}

fn gone(then: Side<'_>, now: Side<'_>, kind: Kind, record: &Record, over: bool) -> Come {
    let heir = known_as(now, kind, &record.id);
    let into = (heir != record.id).then(|| super::named(then, now, &heir));
    let cause = match (&into, over) {
        (Some(_), _) => Cause::Merged,
        (None, true) => Cause::Ended,
        (None, false) => Cause::Dropped,
    };
    let members =
        if kind == Kind::Network { seated(then.store, record, then.day, Whom::Institutions).len() } else { 0 };
    Come { record: name(then, record), cause, into, members, person: is_person(record) }
}

/// Does what is known of its beginning lie after the day? A year or a month that holds the day says nothing.
fn began_after(record: &Record, day: &str) -> bool {
    let from = record.text(network::FROM);
    !from.is_empty() && day.get(..from.len().min(day.len())).is_some_and(|known| from > known)
}

fn changed(now: Side<'_>, before: &Record, after: &Record, apart: &[Field]) -> Option<Changed> {
    if before == after {
        return None;
    }
    let fields = after.shape.fields().map(|(field, _)| field).filter(|field| !apart.contains(field));
    let fields: Vec<FieldChange> = fields
        .filter(|field| before.get(*field) != after.get(*field))
        .map(|field| FieldChange { field, before: before.get(field).cloned(), after: after.get(field).cloned() })
        .collect();
    let record = || name(now, after);
    (!fields.is_empty()).then(|| Changed { record: record(), fields, person: is_person(after) })
}

fn name(side: Side<'_>, record: &Record) -> Named {
    Named { id: Id::new(&record.id), name: title(side.store, record) }
}

fn is_person(record: &Record) -> bool {
    record.shape == &actor::SHAPE && record.flag(actor::PERSON) == Some(true)
}
