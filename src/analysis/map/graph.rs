//! The graph behind the map: that of the measures, with names and groups; and the networks tied by the actors they share.
//! Knows no places.

use crate::analysis::graph::{TwoMode, Whom};
use crate::analysis::{projection, sector};
use crate::landscape::{Id, Kind, Record, actor, network, vocabulary};
use crate::store::{Store, title};

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

/// Networks and actors on a day (`YYYY-MM-DD`), tied by seats whose roles count as ties; people as their institutions.
/// Networks without any are there, actors without any are not.
#[must_use]
pub fn two_mode(store: &Store, day: &str) -> Graph {
    of(store, &TwoMode::of(store, day, Whom::Institutions, |_| true))
}

/// The same graph as the measures look at, for the map: networks first, then the actors there are records of.
#[must_use]
pub fn of(store: &Store, two: &TwoMode) -> Graph {
    let mut sizes = vec![0; two.networks.len()];
    let mut seats = vec![0; two.actors.len()];
    for (actor, network) in &two.ties {
        seats.get_mut(*actor).into_iter().for_each(|count| *count += 1);
        sizes.get_mut(*network).into_iter().for_each(|count| *count += 1);
    }
    let bodies = two.networks.iter().zip(sizes);
    let bodies = bodies.filter_map(|(id, size)| Some(body_node(store, store.get(Kind::Network, id)?, size)));
    let mut nodes: Vec<Node> = bodies.collect();
    let mut place = vec![None; two.actors.len()];
    for ((id, seats), place) in two.actors.iter().zip(seats).zip(&mut place) {
        if let Some(record) = store.get(Kind::Actor, id) {
            *place = Some(nodes.len());
            nodes.push(actor_node(store, record, seats));
        }
    }
    let tie = |(actor, network): &(usize, usize)| {
        let b = place.get(*actor).copied().flatten()?;
        Some(Tie { a: *network, b, strength: 1.0, length: 1.0, shared: 1 })
    };
    let mut ties: Vec<Tie> = two.ties.iter().filter_map(tie).collect();
    ties.sort_by_key(|tie| (tie.a, tie.b));
    Graph::new(nodes, ties)
}

/// The networks of a two-mode graph, tied by the actors they share. The more two have in common compared with what they
/// have (Jaccard), the shorter the tie.
#[must_use]
pub fn networks(both: &Graph) -> Graph {
    let count = both.nodes.iter().take_while(|node| node.kind == Kind::Network).count();
    let near = |node: usize, before: usize| {
        let mut near: Vec<usize> = both.near(node).iter().map(|(other, _)| other - before).collect();
        near.sort_unstable();
        near
    };
    let bodies: Vec<Vec<usize>> = (0..count).map(|body| near(body, count)).collect();
    let actors: Vec<Vec<usize>> = (count..both.nodes.len()).map(|actor| near(actor, 0)).collect();
    let weight = |at: usize| both.nodes.get(at).map_or(0, |node| node.weight);
    let tie = |pair: &projection::Shared| {
        let (a, b, shared) = (pair.a, pair.b, pair.shared);
        let jaccard = real(shared) / real((weight(a) + weight(b)).saturating_sub(shared).max(1));
        Tie { a, b, strength: pair.newman, length: 1.0 / (0.25 + jaccard), shared }
    };
    let ties = projection::pairs(&bodies, &actors).iter().map(tie).collect();
    Graph::new(both.nodes.iter().take(count).cloned().collect(), ties)
}

/// A count as a number to reckon with; exact for every count there is.
pub(super) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
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

fn actor_node(store: &Store, who: &Record, weight: usize) -> Node {
    Node {
        kind: Kind::Actor,
        id: who.id.clone(),
        name: title(store, who),
        short: who.text(actor::SHORT).to_owned(),
        group: sector::of(store, &who.id).unwrap_or("").to_owned(),
        committee: false,
        weight,
    }
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
