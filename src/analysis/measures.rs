//! Measures on the two-mode graph: betweenness and closeness with the two-mode normalisation of Borgatti and Everett,
//! "Network analysis of 2-mode data" (1997), and Borgatti and Halgin (2011). Paths are counted by `paths`; cut points,
//! bridges and cores come from rustworkx. Knows no records; `tests/graph_networkx.rs` compares with networkx.

use super::graph::TwoMode;
use super::paths::{EXACT, Paths, paths};
use super::work::Work;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use rustworkx_core::connectivity::{articulation_points, bridges, core_number};
use std::collections::HashSet;

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
    /// Half the width of the interval that holds it 95 times out of 100, where it is an estimate; else 0.
    pub betweenness_error: f64,
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
    /// Betweenness and closeness are estimates; nothing when they are exact.
    pub estimate: Option<Estimate>,
}

/// How betweenness and closeness were estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Sources drawn.
    pub sources: usize,
    /// Sources there are.
    pub of: usize,
    /// Half the width of the widest interval that holds a true betweenness (by the most there could be) 95 times out of
    /// 100.
    pub error: f64,
}

/// Measures the whole graph.
#[must_use]
pub fn measure(two: &TwoMode) -> Measures {
    measure_within(two, EXACT, &Work::default()).unwrap_or_default()
}

/// Measures the whole graph as work beside the loop. Nothing when it was called off.
#[must_use]
pub fn measure_beside(two: &TwoMode, work: &Work) -> Option<Measures> {
    measure_within(two, EXACT, work)
}

/// The same; sources are drawn where all of them would take more than so many steps over ties.
#[must_use]
pub fn measure_within(two: &TwoMode, limit: u64, work: &Work) -> Option<Measures> {
    let n = two.actors.len();
    let neighbours = two.neighbours();
    let found = paths(&neighbours, limit, work)?;
    let graph = two.graph();
    let cuts: HashSet<usize> = articulation_points(&graph, None).into_iter().map(NodeIndex::index).collect();
    let bridging = bridges(&graph);
    let joined = |a, b| bridging.contains(&(a, b)) || bridging.contains(&(b, a));
    let bridges = graph.edge_references().filter(|edge| joined(edge.source(), edge.target()));
    let bridges = bridges.map(|edge| (edge.source().index(), edge.target().index().saturating_sub(n))).collect();
    let mut rows: Vec<Row> =
        neighbours.iter().enumerate().map(|(at, near)| row(two, &found, at, near.len(), cuts.contains(&at))).collect();
    for (node, core) in core_number(graph) {
        rows.get_mut(node.index()).into_iter().for_each(|row| row.k_core = core);
    }
    let error = rows.iter().map(|row| row.betweenness_error).fold(0.0, f64::max);
    let estimate = found.drawn.as_ref().map(|drawn| Estimate { sources: drawn.sources, of: drawn.of, error });
    let networks = rows.split_off(n.min(rows.len()));
    let density = share(real(two.ties.len()), real(n) * real(two.networks.len()));
    Some(Measures { actors: rows, networks, density, bridges, estimate, components: found.sizes })
}

/// How many nodes there are of a node's own kind, and of the other.
fn sides(two: &TwoMode, node: usize) -> (usize, usize) {
    let (n, m) = (two.actors.len(), two.networks.len());
    if node < n { (n, m) } else { (m, n) }
}

fn row(two: &TwoMode, found: &Paths, at: usize, degree: usize, cut_point: bool) -> Row {
    let (own, other) = sides(two, at);
    let betweenness = found.betweenness.get(at).copied().unwrap_or(0.0);
    let part = found.part.get(at).copied().unwrap_or(0);
    let reached = found.sizes.get(part).map_or(0, |size| size.saturating_sub(1));
    Row {
        degree,
        degree_centrality: share(real(degree), real(other)),
        betweenness,
        betweenness_centrality: share(betweenness, most_between(own, other)),
        betweenness_error: share(error(found, at), most_between(own, other)),
        closeness_centrality: closeness(own, other, found.distances.get(at).copied().unwrap_or(0.0), reached),
        component: part + 1,
        cut_point,
        k_core: 0,
    }
}

fn error(found: &Paths, at: usize) -> f64 {
    found.drawn.as_ref().and_then(|drawn| drawn.errors.get(at)).copied().unwrap_or(0.0)
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

fn closeness(own: usize, other: usize, sum: f64, reached: usize) -> f64 {
    let least = real(other) + 2.0 * real(own.saturating_sub(1));
    share(least, sum) * share(real(reached), real((own + other).saturating_sub(1)))
}
