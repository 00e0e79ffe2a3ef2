//! Measures on the two-mode graph. Betweenness and closeness with the two-mode normalisation of Borgatti and Everett,
//! "Network analysis of 2-mode data" (1997), and Borgatti and Halgin (2011); Burt's constraint and effective size
//! ("Structural holes", 1992) on the actors' projection. Knows no records; `tests/graph_networkx.rs` compares with networkx.

use super::graph::TwoMode;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use rayon::prelude::*;
use rustworkx_core::centrality::betweenness_centrality;
use rustworkx_core::connectivity::{articulation_points, bridges, core_number};
use std::collections::{BTreeSet, VecDeque};

/// Nodes from which on betweenness is worth several threads.
const PARALLEL: usize = 50;

/// What is measured of one node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Memberships of an actor, members of a network.
    pub degree: usize,
    /// Degree by the size of the other mode, 0–1.
    pub degree_centrality: f64,
    /// Pairs of nodes whose shortest paths run through this one, in shares.
    pub betweenness: f64,
    /// Betweenness by the most there could be in a two-mode graph of this size, 0–1.
    pub betweenness_centrality: f64,
    /// Least possible by real sum of distances, times the share of nodes within reach, 0–1.
    pub closeness_centrality: f64,
    /// Which part of the graph it belongs to: 1 is the largest.
    pub component: usize,
    /// Without it a part falls apart.
    pub cut_point: bool,
    /// The largest k with which it stays in a part where every node has k ties.
    pub k_core: usize,
}

/// What is measured of a graph.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    /// Each actor, in the order of the graph.
    pub actors: Vec<Row>,
    /// Each network, in the order of the graph.
    pub networks: Vec<Row>,
    /// Ties by possible ties, 0–1.
    pub density: f64,
    /// The sizes of the parts, largest first.
    pub components: Vec<usize>,
    /// Ties (actor, network) without which a part falls apart.
    pub bridges: Vec<(usize, usize)>,
}

/// Measures the whole graph.
#[must_use]
pub fn measure(two: &TwoMode) -> Measures {
    let (n, m) = (two.actors.len(), two.networks.len());
    let (neighbours, graph) = (two.neighbours(), two.graph());
    let between = betweenness_centrality(&graph, false, false, PARALLEL);
    let (parts, components) = components(&neighbours);
    let cuts: BTreeSet<usize> = articulation_points(&graph, None).into_iter().map(NodeIndex::index).collect();
    let bridging = bridges(&graph);
    let joined = |a, b| bridging.contains(&(a, b)) || bridging.contains(&(b, a));
    let bridges = graph.edge_references().filter(|edge| joined(edge.source(), edge.target()));
    let bridges = bridges.map(|edge| (edge.source().index(), edge.target().index().saturating_sub(n))).collect();
    let reach: Vec<(usize, usize)> = (0..n + m).into_par_iter().map(|node| distances(&neighbours, node)).collect();
    let mut rows: Vec<Row> = neighbours
        .iter()
        .zip(between)
        .zip(reach)
        .zip(parts)
        .enumerate()
        .map(|(at, (((list, between), (sum, reached)), component))| {
            let (own, other) = if at < n { (n, m) } else { (m, n) };
            let betweenness = between.unwrap_or(0.0);
            Row {
                degree: list.len(),
                degree_centrality: share(real(list.len()), real(other)),
                betweenness,
                betweenness_centrality: share(betweenness, most_between(own, other)),
                closeness_centrality: closeness(own, other, sum, reached),
                component,
                cut_point: cuts.contains(&at),
                k_core: 0,
            }
        })
        .collect();
    for (node, core) in core_number(graph) {
        if let Some(row) = rows.get_mut(node.index()) {
            row.k_core = core;
        }
    }
    let networks = rows.split_off(n.min(rows.len()));
    Measures { actors: rows, networks, density: share(real(two.ties.len()), real(n) * real(m)), components, bridges }
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The most betweenness a node can have whose own mode has `own` nodes and the other one `other` (Borgatti and Halgin).
fn most_between(own: usize, other: usize) -> f64 {
    if own == 0 || other == 0 {
        return 0.0;
    }
    let (s, t) = (real((own - 1) / other), real((own - 1) % other));
    let m = real(other);
    (m * m * (s + 1.0).powi(2) + m * (s + 1.0) * (2.0 * t - s - 1.0) - t * (2.0 * s - t + 3.0)) / 2.0
}

fn closeness(own: usize, other: usize, sum: usize, reached: usize) -> f64 {
    let least = real(other) + 2.0 * real(own.saturating_sub(1));
    share(least, real(sum)) * share(real(reached), real((own + other).saturating_sub(1)))
}

/// The sum of the distances from a node, and how many other nodes it reaches.
fn distances(neighbours: &[Vec<usize>], from: usize) -> (usize, usize) {
    let mut far = vec![usize::MAX; neighbours.len()];
    let (mut queue, mut sum, mut reached) = (VecDeque::from([from]), 0, 0);
    if let Some(own) = far.get_mut(from) {
        *own = 0;
    }
    while let Some(node) = queue.pop_front() {
        let next = far.get(node).map_or(0, |far| far + 1);
        for other in neighbours.get(node).into_iter().flatten() {
            let Some(slot) = far.get_mut(*other).filter(|slot| **slot == usize::MAX) else { continue };
            *slot = next;
            sum += next;
            reached += 1;
            queue.push_back(*other);
        }
    }
    (sum, reached)
}

/// The part of each node, counted from 1 by size (then by the first node), and the sizes.
fn components(neighbours: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let mut part = vec![0; neighbours.len()];
    let mut found: Vec<Vec<usize>> = Vec::new();
    for start in 0..neighbours.len() {
        if part.get(start).is_none_or(|part| *part != 0) {
            continue;
        }
        let (mut members, mut stack) = (Vec::new(), vec![start]);
        while let Some(node) = stack.pop() {
            let Some(slot) = part.get_mut(node).filter(|slot| **slot == 0) else { continue };
            *slot = 1;
            members.push(node);
            stack.extend(neighbours.get(node).into_iter().flatten());
        }
        found.push(members);
    }
    found.sort_by_key(|members| std::cmp::Reverse(members.len()));
    for (at, members) in found.iter().enumerate() {
        for node in members {
            if let Some(slot) = part.get_mut(*node) {
                *slot = at + 1;
            }
        }
    }
    (part, found.iter().map(Vec::len).collect())
}

/// Burt's constraint and effective size of each actor among the actors it shares a network with; nothing for one that
/// shares none. Every tie of the projection weighs the same.
#[must_use]
pub fn holes(two: &TwoMode) -> Vec<Option<(f64, f64)>> {
    let (neighbours, n) = (two.neighbours(), two.actors.len());
    let around = |actor: usize| -> BTreeSet<usize> {
        let networks = neighbours.get(actor).into_iter().flatten();
        let shared = networks.filter_map(|network| neighbours.get(*network)).flatten();
        shared.copied().filter(|other| *other != actor).collect()
    };
    let ties: Vec<BTreeSet<usize>> = (0..n).into_par_iter().map(around).collect();
    ties.par_iter().map(|own| hole(&ties, own)).collect()
}

fn hole(ties: &[BTreeSet<usize>], own: &BTreeSet<usize>) -> Option<(f64, f64)> {
    let size = real(own.len());
    let (mut constraint, mut among) = (0.0, 0);
    for other in own {
        let theirs = ties.get(*other)?;
        let common = own.intersection(theirs);
        let mut through = 0.0;
        for third in common {
            among += 1;
            through += share(1.0, size * real(ties.get(*third)?.len()));
        }
        constraint += (share(1.0, size) + through).powi(2);
    }
    (!own.is_empty()).then(|| (constraint, size - real(among) / size))
}
