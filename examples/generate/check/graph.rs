//! Actors and networks as a graph of two modes: shared members, parts, cut points. Slow and plain on purpose.

use super::store::{Store, text};
use std::collections::{BTreeMap, BTreeSet};

/// Two networks that share members.
pub(crate) struct Pair<'a> {
    pub(crate) a: &'a str,
    pub(crate) b: &'a str,
    pub(crate) shared: usize,
    sizes: (usize, usize),
}

impl Pair<'_> {
    /// Shared members by all members of both (Jaccard).
    pub(crate) fn alike(&self) -> f64 {
        ratio(self.shared, self.sizes.0 + self.sizes.1 - self.shared)
    }

    /// Shared members by the members of the smaller (overlap coefficient).
    pub(crate) fn contained(&self) -> f64 {
        ratio(self.shared, self.sizes.0.min(self.sizes.1))
    }

    /// Shared members by the members of the larger: both share at least as much.
    pub(crate) fn both(&self) -> f64 {
        ratio(self.shared, self.sizes.0.max(self.sizes.1))
    }

    pub(crate) fn say(&self, store: &Store) -> String {
        let (one, other) = self.sizes;
        let names = format!("{} ({one}) / {} ({other})", store.name(self.a), store.name(self.b));
        format!(
            "{names}: {} shared, Jaccard {:.2}, of the smaller {:.2}, of the larger {:.2}",
            self.shared,
            self.alike(),
            self.contained(),
            self.both()
        )
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    f64::from(u32::try_from(part).unwrap_or(0)) / f64::from(u32::try_from(whole.max(1)).unwrap_or(1))
}

/// All pairs of living networks that share three members or more.
pub(crate) fn overlaps<'a>(store: &Store<'a>, rolled: bool) -> Vec<Pair<'a>> {
    let all: Vec<(&str, BTreeSet<&str>)> =
        store.living().map(|network| (text(network, "id"), store.members(network, rolled))).collect();
    let mut pairs = Vec::new();
    for (place, (a, one)) in all.iter().enumerate() {
        for (b, other) in all.iter().skip(place + 1) {
            let shared = one.intersection(other).count();
            if shared >= 3 {
                pairs.push(Pair { a, b, shared, sizes: (one.len(), other.len()) });
            }
        }
    }
    pairs
}

/// The graph: every node with its neighbours.
fn graph<'a>(store: &Store<'a>, rolled: bool) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for network in store.living() {
        for actor in store.members(network, rolled) {
            graph.entry(actor).or_default().insert(text(network, "id"));
            graph.entry(text(network, "id")).or_default().insert(actor);
        }
    }
    graph
}

/// The parts that hold together, largest first.
pub(crate) fn apart<'a>(store: &Store<'a>, rolled: bool) -> Vec<Vec<&'a str>> {
    parts(&graph(store, rolled), "")
}

/// Actors without whom a part would fall into two that both hold a network.
pub(crate) fn cut_points<'a>(store: &Store<'a>, rolled: bool) -> Vec<&'a str> {
    let graph = graph(store, rolled);
    let whole = parts(&graph, "").len();
    let networks: BTreeSet<&str> = store.networks().map(|network| text(network, "id")).collect();
    let actors = graph.keys().filter(|node| !networks.contains(*node));
    actors.filter(|actor| parts(&graph, actor).len() > whole).copied().collect()
}

fn parts<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>, without: &str) -> Vec<Vec<&'a str>> {
    let mut seen = BTreeSet::from([without]);
    let mut parts = Vec::new();
    for start in graph.keys() {
        let mut part = Vec::new();
        let mut next = vec![*start];
        while let Some(node) = next.pop() {
            if seen.insert(node) {
                part.push(node);
                next.extend(graph.get(node).into_iter().flatten());
            }
        }
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts
}
