//! The embedding: bodies by what they are tied to in politics and administration – committees, sectoral plannings,
//! administrative units – with the kind of tie, and what is missing. Knows no screens and no words.

use crate::arrange::Arrange as _;
use crate::landscape::life::{is_committee, is_over};
use crate::landscape::{Kind, Record, actor, embedding, network, vocabulary};
use crate::store::Store;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The tie people use to say that there is none and should be.
pub const MISSING: &str = "none_but_should";

/// What kind of thing a body is tied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Political committees, councils.
    Committee,
    /// Sectoral plannings.
    Planning,
    /// Units of the administration and whatever else bodies are tied to.
    Unit,
    /// Other bodies: steering groups, conferences.
    Body,
}

/// Something bodies are, or could be, tied to.
#[derive(Clone, Debug)]
pub struct To<'s> {
    /// Network or actor.
    pub kind: Kind,
    /// Its record.
    pub record: &'s Arc<Record>,
    /// What kind of thing.
    pub group: Group,
}

/// The bodies, what they are tied to, and the ties.
#[derive(Clone, Debug, Default)]
pub struct Embedding<'s> {
    /// The bodies that exist, political committees left out unless they have ties themselves.
    pub bodies: Vec<&'s Arc<Record>>,
    /// Every committee and planning, and whatever else a body is tied to.
    pub to: Vec<To<'s>>,
    /// By places of body and target: the ties, as parts of the body.
    pub ties: HashMap<(usize, usize), Vec<&'s Record>>,
}

impl<'s> Embedding<'s> {
    /// The embedding of a landscape: bodies and targets by name, targets by group first.
    #[must_use]
    pub fn of(store: &'s Store) -> Self {
        let name = |record: &Arc<Record>| crate::search::fold(&crate::store::title(store, record));
        let alive = || store.all(Kind::Network).filter(|body| !is_over(body));
        let ties = |body: &Arc<Record>| !body.parts(network::EMBEDDING).is_empty();
        let mut bodies: Vec<&Arc<Record>> = alive().filter(|body| !is_committee(body) || ties(body)).collect();
        bodies.arrange_by_key(|body| name(body));
        let mut to: Vec<To<'s>> = alive().filter(|body| is_committee(body)).map(|record| committee(record)).collect();
        to.extend(store.all(Kind::Actor).filter(|record| is_planning(record)).map(|record| actor_to(record)));
        let mut known: HashSet<&str> = to.iter().map(|one| &*one.record.id).collect();
        for part in bodies.iter().flat_map(|body| body.parts(network::EMBEDDING)) {
            let Some((kind, record)) = store.resolve(part.text(embedding::TO)) else { continue };
            if matches!(kind, Kind::Network | Kind::Actor) && known.insert(&record.id) {
                to.push(if kind == Kind::Network { committee(record) } else { actor_to(record) });
            }
        }
        to.arrange_by_key(|one| (one.group, name(one.record)));
        let ties = ties_of(store, &bodies, &to);
        Embedding { bodies, to, ties }
    }

    /// The ties of a body to a target.
    #[must_use]
    pub fn at(&self, body: usize, to: usize) -> &[&'s Record] {
        self.ties.get(&(body, to)).map_or(&[], Vec::as_slice)
    }

    /// How many ties there are to a target; those said to be missing left out.
    #[must_use]
    pub fn tied_to(&self, to: usize) -> usize {
        self.ties.iter().filter(|((_, at), _)| *at == to).map(|(_, ties)| real(ties)).sum()
    }

    /// How many ties a body has; those said to be missing left out.
    #[must_use]
    pub fn ties_of(&self, body: usize) -> usize {
        self.ties.iter().filter(|((at, _), _)| *at == body).map(|(_, ties)| real(ties)).sum()
    }
}

fn real(ties: &[&Record]) -> usize {
    ties.iter().filter(|part| part.text(embedding::TIE) != MISSING).count()
}

fn ties_of<'s>(
    store: &'s Store,
    bodies: &[&'s Arc<Record>],
    to: &[To<'s>],
) -> HashMap<(usize, usize), Vec<&'s Record>> {
    let places: HashMap<&str, usize> = to.iter().enumerate().map(|(at, one)| (&*one.record.id, at)).collect();
    let mut ties: HashMap<(usize, usize), Vec<&Record>> = HashMap::new();
    for (body, record) in bodies.iter().enumerate() {
        for part in record.parts(network::EMBEDDING) {
            let to = store.resolve(part.text(embedding::TO)).and_then(|(_, found)| places.get(&*found.id));
            if let Some(to) = to {
                ties.entry((body, *to)).or_default().push(part);
            }
        }
    }
    ties
}

fn committee(record: &Arc<Record>) -> To<'_> {
    let group = if is_committee(record) { Group::Committee } else { Group::Body };
    To { kind: Kind::Network, record, group }
}

fn actor_to(record: &Arc<Record>) -> To<'_> {
    let group = if is_planning(record) { Group::Planning } else { Group::Unit };
    To { kind: Kind::Actor, record, group }
}

fn is_planning(record: &Record) -> bool {
    vocabulary::entry("actor_kind", record.text(actor::KIND)).is_some_and(|entry| entry.class == Some("planning"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{DEMO, read};

    #[test]
    fn every_tie_of_a_living_body_stands_in_the_view() {
        let store = read(DEMO).unwrap().store;
        let found = Embedding::of(&store);
        let json: serde_json::Value = serde_json::from_str(DEMO).unwrap();
        let alive = json["networks"].as_array().unwrap().iter();
        let alive = alive.filter(|body| !matches!(body["lifecycle"].as_str(), Some("ended" | "merged")));
        let ties = alive.flat_map(|body| body["embedding"].as_array().into_iter().flatten());
        let (missing, real): (Vec<_>, Vec<_>) = ties.partition(|tie| tie["tie"] == MISSING);
        assert_eq!(found.ties.values().map(Vec::len).sum::<usize>(), missing.len() + real.len());
        assert_eq!((0..found.to.len()).map(|to| found.tied_to(to)).sum::<usize>(), real.len());
        assert_eq!((0..found.bodies.len()).map(|body| found.ties_of(body)).sum::<usize>(), real.len());
        assert!(found.to.is_sorted_by_key(|one| one.group));
        assert_eq!(missing.len(), 4);
    }
}
