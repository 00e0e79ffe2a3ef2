//! The two-mode graph: actors and the networks they sit in on a day. Only seats whose role ties count
//! (`landscape::role`). Knows no measures and no screens.

use crate::landscape::{Id, Kind, Record, actor, member, network, role};
use crate::store::Store;
use petgraph::graph::UnGraph;
use std::collections::{BTreeMap, BTreeSet};

/// Who stands for a seat in the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// The institution: people roll up to where they work.
    Institutions,
    /// The person, where one is noted; else the institution.
    People,
}

/// Actors and networks, and who sits where. Nodes are numbered: actors first, then networks.
#[derive(Clone, Debug, Default)]
pub struct TwoMode {
    /// The actors, by id.
    pub actors: Vec<Id>,
    /// The networks, by id.
    pub networks: Vec<Id>,
    /// Each tie once, in order: the actor's and the network's place in their lists.
    pub ties: Vec<(usize, usize)>,
}

impl TwoMode {
    /// The graph of a day (`YYYY-MM-DD`): the networks there are on it, those wanted only, and who sits in them.
    #[must_use]
    pub fn of(store: &Store, day: &str, whom: Whom, wanted: impl Fn(&Record) -> bool) -> Self {
        let all = store.all(Kind::Network).map(|record| &**record);
        let living: Vec<&Record> = all.filter(|record| exists(record, day) && wanted(record)).collect();
        let seats: Vec<BTreeSet<Id>> = living.iter().map(|record| seated(store, record, day, whom)).collect();
        let actors: BTreeSet<&Id> = seats.iter().flatten().collect();
        let place: BTreeMap<&Id, usize> = actors.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let ties = seats.iter().enumerate().flat_map(|(network, seats)| {
            let places = seats.iter().filter_map(|id| place.get(id));
            places.map(move |actor| (*actor, network))
        });
        let mut ties: Vec<(usize, usize)> = ties.collect();
        ties.sort_unstable();
        let networks = living.iter().map(|record| record.id.clone()).collect();
        TwoMode { ties, networks, actors: actors.into_iter().cloned().collect() }
    }

    /// How many nodes.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.actors.len() + self.networks.len()
    }

    /// The neighbours of each node.
    #[must_use]
    pub fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut out = vec![Vec::new(); self.nodes()];
        for (actor, network) in &self.ties {
            let network = self.actors.len() + network;
            for (from, to) in [(*actor, network), (network, *actor)] {
                if let Some(list) = out.get_mut(from) {
                    list.push(to);
                }
            }
        }
        out
    }

    /// The same graph for `petgraph` and `rustworkx-core`.
    #[must_use]
    pub fn graph(&self) -> UnGraph<(), ()> {
        let mut graph = UnGraph::with_capacity(self.nodes(), self.ties.len());
        let nodes: Vec<_> = (0..self.nodes()).map(|_| graph.add_node(())).collect();
        for (actor, network) in &self.ties {
            if let (Some(a), Some(b)) = (nodes.get(*actor), nodes.get(self.actors.len() + network)) {
                graph.add_edge(*a, *b, ());
            }
        }
        graph
    }
}

/// Is there this network on the day? An ended one of which nobody knows when it ended is not.
#[must_use]
pub fn exists(network: &Record, day: &str) -> bool {
    let over = matches!(network.text(network::LIFECYCLE), "ended" | "merged");
    let until = network.text(network::UNTIL);
    !(over && until.is_empty()) && role::valid_on(network.text(network::FROM), until, day)
}

/// Who sits in a network on the day, in a role that ties; each once.
#[must_use]
pub fn seated(store: &Store, network: &Record, day: &str, whom: Whom) -> BTreeSet<Id> {
    let seats = network.parts(network::MEMBERS).iter();
    let counting = seats.filter(|seat| role::seat_on(seat, day) && role::of_seat(seat).tie);
    counting.filter_map(|seat| stands_for(store, seat, whom)).collect()
}

/// The institutions and people, by id, who sit in no network on the day: not themselves, and nobody for them. People who
/// belong to an institution are looked for there.
#[must_use]
pub fn isolates(store: &Store, day: &str) -> Vec<Id> {
    let mut seated: BTreeSet<Id> = BTreeSet::new();
    for record in store.all(Kind::Network).filter(|record| exists(record, day)) {
        for seat in record.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, day)) {
            let both = [member::ACTOR, member::PERSON].map(|field| seat.text(field));
            seated.extend(both.into_iter().filter_map(|id| Some(store.resolve(id)?.1.id.clone())));
        }
    }
    let alone = |record: &&std::sync::Arc<Record>| {
        let belongs = record.flag(actor::PERSON) == Some(true) && !record.text(actor::UNIT_OF).is_empty();
        !belongs && !seated.contains(&record.id)
    };
    store.all(Kind::Actor).filter(alone).map(|record| record.id.clone()).collect()
}

/// Who stands for a seat: the person where people are looked at, else the institution.
#[must_use]
pub fn stands_for(store: &Store, seat: &Record, whom: Whom) -> Option<Id> {
    let (institution, person) = (seat.text(member::ACTOR), seat.text(member::PERSON));
    let wanted = if whom == Whom::People && !person.is_empty() { person } else { institution };
    if wanted.is_empty() {
        return None;
    }
    let Some((_, record)) = store.resolve(wanted) else { return Some(Id::new(wanted)) };
    let unit = record.text(actor::UNIT_OF);
    let rolls = whom == Whom::Institutions && record.flag(actor::PERSON) == Some(true) && !unit.is_empty();
    let known = || store.resolve(unit).map_or_else(|| Id::new(unit), |(_, record)| record.id.clone());
    Some(if rolls { known() } else { record.id.clone() })
}
