//! The matrix of networks and actors, put into an order in which blocks show: rows and columns are sorted by the mean of
//! where their partners stand, in turn, until nothing moves (reciprocal averaging, Hill, J. Ecol. 61, 1973; as barycentre
//! ordering in Mäkinen & Siirtola, Reordering the reorderable matrix, 2000). Knows no screens.

use super::Graph;
use super::graph::real;
use crate::arrange::Arrange as _;
use crate::landscape::Kind;

/// Rounds at most.
const ROUNDS: usize = 200;

/// The order of rows (networks) and columns (actors), as places in the graph; those without a tie stand last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Networks.
    pub rows: Vec<usize>,
    /// Actors.
    pub columns: Vec<usize>,
}

/// The order of a two-mode graph.
#[must_use]
pub fn order(graph: &Graph) -> Order {
    let of = |network: bool| -> Vec<usize> {
        let fits = |node: &usize| graph.nodes.get(*node).is_some_and(|node| (node.kind == Kind::Network) == network);
        (0..graph.nodes.len()).filter(fits).collect()
    };
    let mut order = Order { rows: of(true), columns: of(false) };
    // Scores from the second axis of correspondence analysis: averages, with the trivial axis taken out.
    let mut score: Vec<f64> = (0..graph.nodes.len()).map(real).collect();
    for _ in 0..ROUNDS {
        let before = order.clone();
        average(graph, &order.columns, &mut score);
        average(graph, &order.rows, &mut score);
        spread(graph, &order.rows, &mut score);
        sort(graph, &mut order.rows, &score);
        sort(graph, &mut order.columns, &score);
        if order == before {
            break;
        }
    }
    order
}

/// Each of these takes the mean of its partners' scores.
fn average(graph: &Graph, nodes: &[usize], score: &mut [f64]) {
    for node in nodes {
        let near = graph.near(*node);
        let sum: f64 = near.iter().filter_map(|(other, _)| score.get(*other)).sum();
        if let Some(own) = score.get_mut(*node).filter(|_| !near.is_empty()) {
            *own = sum / real(near.len());
        }
    }
}

/// Centres the scores (weighted by ties) and brings them back to the same width, so that averaging does not shrink them.
fn spread(graph: &Graph, nodes: &[usize], score: &mut [f64]) {
    let weighed = |of: &dyn Fn(f64) -> f64, score: &[f64]| {
        let pairs = nodes.iter().filter_map(|node| Some((real(graph.near(*node).len()), *score.get(*node)?)));
        let (sum, weight) =
            pairs.fold((0.0, 0.0), |(sum, all), (weight, value)| (sum + weight * of(value), all + weight));
        if weight > 0.0 { sum / weight } else { 0.0 }
    };
    let mean = weighed(&|value| value, score);
    let width = weighed(&|value| (value - mean) * (value - mean), score).sqrt();
    for node in nodes {
        if let Some(own) = score.get_mut(*node) {
            *own = if width > 1e-12 { (*own - mean) / width } else { 0.0 };
        }
    }
}

fn sort(graph: &Graph, nodes: &mut [usize], score: &[f64]) {
    let of = |node: &usize| score.get(*node).copied().unwrap_or(0.0);
    nodes.arrange_by(|a, b| {
        let alone = |node: &usize| graph.near(*node).is_empty();
        alone(a).cmp(&alone(b)).then(of(a).total_cmp(&of(b))).then(a.cmp(b))
    });
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Node, Tie};
    use super::*;
    use crate::landscape::Id;

    #[test]
    fn two_camps_become_two_blocks() {
        let node = |at: usize| Node {
            kind: if at < 6 { Kind::Network } else { Kind::Actor },
            id: Id::new(&format!("{at:02}")),
            name: String::new(),
            short: String::new(),
            group: String::new(),
            committee: false,
            weight: 0,
        };
        let tie = |a, b| Tie { a, b, strength: 1.0, length: 1.0, shared: 1 };
        // Even networks with even actors, odd with odd; one seat ties the camps.
        let mut ties: Vec<Tie> =
            (0..6).flat_map(|a| (6..16).filter(move |b| (a + b) % 2 == 0).map(move |b| tie(a, b))).collect();
        ties.push(tie(0, 7));
        let order = order(&Graph::new((0..16).map(node).collect(), ties));
        let camps: Vec<usize> = order.rows.iter().map(|row| row % 2).collect();
        assert!(camps == [0, 0, 0, 1, 1, 1] || camps == [1, 1, 1, 0, 0, 0], "{camps:?}");
        let columns: Vec<usize> = order.columns.iter().map(|column| column % 2).collect();
        assert_eq!(columns.windows(2).filter(|pair| pair[0] != pair[1]).count(), 1, "{columns:?}");
    }
}
