//! Look-alikes of a network that is only being typed: by name, by theme, phase and area, by the members so far. Quick
//! enough for every key: names come from the search, members from who refers to them. Knows no screens.

use super::same::SETS;
use crate::analysis::graph::{Whom, exists, seated};
use crate::landscape::{Id, Kind, Record, member, network, role};
use crate::store::{Refs, Store};
use smol_str::SmolStr;
use std::collections::{BTreeSet, HashMap};

/// How many are given.
const SHOWN: usize = 5;
/// How many are looked at closely.
const CLOSELY: usize = 25;
/// Members shared from which on that alone is worth saying.
const MEMBERS: usize = 2;

/// A network that is there already and looks like the one being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// It.
    pub id: Id,
    /// It is called much the same.
    pub named: bool,
    /// What is the same: field and value.
    pub same: Vec<(&'static str, SmolStr)>,
    /// Members so far that sit there.
    pub shared: usize,
    /// Members so far.
    pub of: usize,
}

/// The networks most like a draft, those that share members first, then those called alike. `called` are the networks
/// the search finds for its name.
#[must_use]
pub fn near(store: &Store, refs: &Refs, draft: &Record, called: &[Id], day: &str) -> Vec<Near> {
    let members: BTreeSet<&str> =
        draft.parts(network::MEMBERS).iter().filter(|seat| role::of_seat(seat).tie).flat_map(who).collect();
    let mut shared: HashMap<&str, usize> = HashMap::new();
    for id in &members {
        for record in refs.from(Kind::Network, id, store) {
            *shared.entry(&record.id).or_default() += 1;
        }
    }
    let more = !draft.texts(network::PHASES).is_empty() || !draft.text(network::AREA).is_empty();
    let mut found: Vec<Near> = Vec::new();
    for record in store.all(Kind::Network) {
        let named = called.contains(&record.id);
        let likely = shared.get(record.id.as_str()).is_some_and(|count| *count >= MEMBERS);
        let theirs = record.texts(network::THEMES);
        if !named && !likely && !draft.texts(network::THEMES).iter().any(|theme| theirs.contains(theme)) {
            continue;
        }
        let same = same(draft, record);
        let count = |field: &str| same.iter().filter(|(key, _)| *key == field).count();
        let alike = count("themes") > 0 && (!more || count("phases") + count("area") > 0);
        if (named || likely || alike) && exists(record, day) {
            let shared = shared.get(record.id.as_str()).copied().unwrap_or(0);
            found.push(Near { id: record.id.clone(), named, same, shared, of: members.len() });
        }
    }
    // Who refers to the members may do so for another time or in passing: only the first are looked at closely.
    found.sort_by_key(|near| std::cmp::Reverse((near.shared, near.named, near.same.len())));
    found.truncate(CLOSELY);
    for near in found.iter_mut().filter(|near| near.shared > 0) {
        near.shared = store.get(Kind::Network, &near.id).map_or(0, |record| sits(store, record, &members, day));
    }
    let rank = |near: &Near| (near.shared, near.named, near.same.len());
    found.sort_by(|one, other| rank(other).cmp(&rank(one)).then_with(|| one.id.cmp(&other.id)));
    found.retain(|near| near.named || near.shared >= MEMBERS || near.same.iter().any(|(key, _)| *key == "themes"));
    found.truncate(SHOWN);
    found
}

/// The institution and the person of a seat.
fn who(seat: &Record) -> impl Iterator<Item = &str> {
    [seat.text(member::ACTOR), seat.text(member::PERSON)].into_iter().filter(|id| !id.is_empty()).take(1)
}

/// How many of these sit in a network on the day.
fn sits(store: &Store, record: &Record, members: &BTreeSet<&str>, day: &str) -> usize {
    let there = seated(store, record, day, Whom::Institutions);
    there.iter().filter(|id| members.contains(id.as_str())).count()
}

fn same(draft: &Record, record: &Record) -> Vec<(&'static str, SmolStr)> {
    let mut out = Vec::new();
    for field in SETS {
        let theirs = record.texts(field);
        let both = draft.texts(field).iter().filter(|value| theirs.contains(value));
        out.extend(both.map(|value| (record.shape.spec(field).key, value.clone())));
    }
    let area = draft.text(network::AREA);
    if !area.is_empty() && area == record.text(network::AREA) {
        out.push(("area", area.into()));
    }
    out
}
