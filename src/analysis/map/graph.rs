//! The graph behind the map: actors and networks with the seats that hold on a day, and the networks tied by the actors
//! they share. People stand for their institution. Knows no places.

use crate::landscape::{Id, Kind, Record, actor, member, network, role, vocabulary};
use crate::store::{Store, title};
use std::collections::{BTreeMap, BTreeSet};

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Network or actor.
    pub kind: Kind,
    /// Its record.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its abbreviation; empty when it has none.
    pub short: String,
    /// What it is grouped by: the first theme of a network, the sector of an actor; empty when not noted.
    pub group: String,
    /// It is a committee rather than a network (the class of its kind in the value list).
    pub committee: bool,
    /// Members of a network, networks of an actor.
    pub weight: usize,
}

/// One tie between two nodes, by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// The node with the lower place.
    pub a: usize,
    /// The other one.
    pub b: usize,
    /// How strong it is: 1 for a seat; for networks each shared actor adds 1/(networks it sits in − 1)
    /// (Newman, Scientific collaboration networks II, Phys. Rev. E 64, 016132, 2001).
    pub strength: f64,
    /// How long it is to be on the map, without unit.
    pub length: f64,
    /// How many actors are shared; 1 for a seat.
    pub shared: usize,
}

/// Nodes in the order of kind and id, and their ties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The ties, by place.
    pub ties: Vec<Tie>,
    near: Vec<Vec<(usize, usize)>>,
}

impl Graph {
    /// A graph of these nodes and ties.
    #[must_use]
    pub fn new(nodes: Vec<Node>, ties: Vec<Tie>) -> Self {
        let mut near = vec![Vec::new(); nodes.len()];
        for (at, tie) in ties.iter().enumerate() {
            for (from, to) in [(tie.a, tie.b), (tie.b, tie.a)] {
                if let Some(list) = near.get_mut(from) {
                    list.push((to, at));
                }
            }
        }
        Graph { nodes, ties, near }
    }

    /// The neighbours of a node: each with the place of the tie.
    #[must_use]
    pub fn near(&self, node: usize) -> &[(usize, usize)] {
        self.near.get(node).map_or(&[], Vec::as_slice)
    }

    /// The place of a record.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| *node.id == *id)
    }

    /// The ties worth drawing when all would hide each other: the `most` strongest of every node.
    #[must_use]
    pub fn backbone(&self, most: usize) -> Vec<bool> {
        let mut kept = vec![false; self.ties.len()];
        for near in &self.near {
            let strength = |at: usize| self.ties.get(at).map_or(0.0, |tie| tie.strength);
            let mut own: Vec<usize> = near.iter().map(|(_, tie)| *tie).collect();
            own.sort_by(|a, b| strength(*b).total_cmp(&strength(*a)).then(a.cmp(b)));
            for at in own.into_iter().take(most) {
                if let Some(kept) = kept.get_mut(at) {
                    *kept = true;
                }
            }
        }
        kept
    }

    /// The part of the graph made of these nodes.
    #[must_use]
    pub fn part(&self, wanted: impl Fn(usize) -> bool) -> Graph {
        let mut place = vec![None; self.nodes.len()];
        let mut nodes = Vec::new();
        for (at, node) in self.nodes.iter().enumerate().filter(|(at, _)| wanted(*at)) {
            if let Some(slot) = place.get_mut(at) {
                *slot = Some(nodes.len());
            }
            nodes.push(node.clone());
        }
        let new = |at: usize| place.get(at).copied().flatten();
        let moved = |tie: &Tie| Some(Tie { a: new(tie.a)?, b: new(tie.b)?, ..*tie });
        let ties = self.ties.iter().filter_map(moved).collect();
        Graph::new(nodes, ties)
    }
}

/// Networks and actors on a day (`YYYY-MM-DD`), tied by seats whose roles count as ties. Networks without any are there,
/// actors without any are not.
#[must_use]
pub fn two_mode(store: &Store, day: &str) -> Graph {
    let bodies: Vec<&Record> =
        store.all(Kind::Network).map(|record| &**record).filter(|body| alive(body, day)).collect();
    let seats: Vec<BTreeSet<Id>> = bodies.iter().map(|body| sitting(store, body, day)).collect();
    let mut sits: BTreeMap<&Id, usize> = BTreeMap::new();
    for id in seats.iter().flatten() {
        *sits.entry(id).or_default() += 1;
    }
    let mut nodes: Vec<Node> =
        bodies.iter().zip(&seats).map(|(body, seats)| body_node(store, body, seats.len())).collect();
    let first = nodes.len();
    let place: BTreeMap<&Id, usize> = sits.keys().enumerate().map(|(at, id)| (*id, first + at)).collect();
    nodes.extend(sits.iter().filter_map(|(id, count)| actor_node(store, store.get(Kind::Actor, id)?, *count)));
    let tie = |a: usize, id: &Id| Some(Tie { a, b: *place.get(id)?, strength: 1.0, length: 1.0, shared: 1 });
    let ties = seats.iter().enumerate().flat_map(|(a, ids)| ids.iter().filter_map(move |id| tie(a, id))).collect();
    Graph::new(nodes, ties)
}

/// The networks of a two-mode graph, tied by the actors they share. The more two have in common compared with what they
/// have (Jaccard), the shorter the tie.
#[must_use]
pub fn networks(both: &Graph) -> Graph {
    let mut pairs: BTreeMap<(usize, usize), (f64, usize)> = BTreeMap::new();
    let count = both.nodes.iter().take_while(|node| node.kind == Kind::Network).count();
    for actor in count..both.nodes.len() {
        let bodies: Vec<usize> = both.near(actor).iter().map(|(body, _)| *body).collect();
        let share = bodies.len().checked_sub(1).filter(|others| *others > 0).map_or(0.0, |others| 1.0 / real(others));
        for (at, a) in bodies.iter().enumerate() {
            for b in bodies.iter().skip(at + 1) {
                let pair = pairs.entry((*a.min(b), *a.max(b))).or_default();
                *pair = (pair.0 + share, pair.1 + 1);
            }
        }
    }
    let weight = |at: usize| both.nodes.get(at).map_or(0, |node| node.weight);
    let tie = |((a, b), (strength, shared)): ((usize, usize), (f64, usize))| {
        let jaccard = real(shared) / real((weight(a) + weight(b)).saturating_sub(shared).max(1));
        Tie { a, b, strength, length: 1.0 / (0.25 + jaccard), shared }
    };
    Graph::new(both.nodes.iter().take(count).cloned().collect(), pairs.into_iter().map(tie).collect())
}

/// A count as a number to reckon with; exact for every count there is.
pub(super) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn alive(body: &Record, day: &str) -> bool {
    let over = matches!(body.text(network::LIFECYCLE), "ended" | "merged");
    !over && role::valid_on(body.text(network::FROM), body.text(network::UNTIL), day)
}

/// Who sits in a network on a day, people as their institutions.
fn sitting(store: &Store, body: &Record, day: &str) -> BTreeSet<Id> {
    let seats = body.parts(network::MEMBERS).iter();
    let seats = seats.filter(|seat| role::seat_on(seat, day) && role::of_seat(seat).tie);
    seats.filter_map(|seat| institution(store, seat.text(member::ACTOR))).collect()
}

fn institution(store: &Store, id: &str) -> Option<Id> {
    let (_, record) = store.resolve(id).filter(|(kind, _)| *kind == Kind::Actor)?;
    let unit = record.text(actor::UNIT_OF);
    let person = record.flag(actor::PERSON) == Some(true);
    let above = store.resolve(unit).filter(|(kind, _)| person && *kind == Kind::Actor);
    Some(above.map_or_else(|| record.id.clone(), |(_, record)| record.id.clone()))
}

fn body_node(store: &Store, body: &Record, weight: usize) -> Node {
    Node {
        kind: Kind::Network,
        id: body.id.clone(),
        name: title(store, body),
        short: body.text(network::SHORT).to_owned(),
        committee: vocabulary::entry("network_kind", body.text(network::KIND))
            .is_some_and(|kind| kind.class == Some("committee")),
        group: body.texts(network::THEMES).first().map_or_else(String::new, ToString::to_string),
        weight,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "reads as a step in a chain of what may be missing")]
fn actor_node(store: &Store, who: &Record, weight: usize) -> Option<Node> {
    let kind = vocabulary::entry("actor_kind", who.text(actor::KIND));
    let sector = match who.text(actor::SECTOR) {
        "" => kind.and_then(|kind| kind.sector).unwrap_or("").to_owned(),
        own => own.to_owned(),
    };
    Some(Node {
        kind: Kind::Actor,
        id: who.id.clone(),
        name: title(store, who),
        short: who.text(actor::SHORT).to_owned(),
        group: sector,
        committee: false,
        weight,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn demo() -> Store {
        crate::store::read(include_str!("../../../data/musterau.json")).unwrap().store
    }

    #[test]
    fn people_stand_for_their_institution_and_only_seats_of_the_day_count() {
        let store = demo();
        let both = two_mode(&store, "2026-11-23");
        let person = |node: &&Node| {
            store
                .get(Kind::Actor, &node.id)
                .is_some_and(|one| one.flag(actor::PERSON) == Some(true) && !one.text(actor::UNIT_OF).is_empty())
        };
        assert_eq!(both.nodes.iter().filter(person).count(), 0);
        assert!(both.nodes.is_sorted_by(|a, b| (a.kind != Kind::Network, &a.id) < (b.kind != Kind::Network, &b.id)));
        assert!(both.ties.iter().all(|tie| tie.a < tie.b));
        let before = two_mode(&store, "1950-01-01");
        assert!(before.ties.len() < both.ties.len());
    }

    #[test]
    fn each_shared_actor_is_divided_among_its_networks() {
        let node = |kind, id: &str, weight| Node {
            kind,
            id: Id::new(id),
            name: id.into(),
            short: String::new(),
            group: String::new(),
            committee: false,
            weight,
        };
        let nodes = vec![
            node(Kind::Network, "a", 2),
            node(Kind::Network, "b", 2),
            node(Kind::Network, "c", 1),
            node(Kind::Actor, "x", 3),
            node(Kind::Actor, "y", 2),
        ];
        let tie = |a, b| Tie { a, b, strength: 1.0, length: 1.0, shared: 1 };
        let graph = networks(&Graph::new(nodes, vec![tie(0, 3), tie(1, 3), tie(2, 3), tie(0, 4), tie(1, 4)]));
        let strengths: Vec<(usize, usize, f64, usize)> =
            graph.ties.iter().map(|tie| (tie.a, tie.b, tie.strength, tie.shared)).collect();
        assert_eq!(strengths, [(0, 1, 1.5, 2), (0, 2, 0.5, 1), (1, 2, 0.5, 1)]);
        assert_eq!(graph.backbone(1), [true, true, false]);
    }
}
