//! The rank of pages (Page, Brin, Motwani & Winograd, The `PageRank` citation ranking, 1999) on the two-mode graph, damping
//! 0.85 as networkx has it: a node without ties gives to all alike. Hard to explain, so only on request.

use super::graph::TwoMode;

const DAMPING: f64 = 0.85;
/// Less movement than this in a round is none.
const STILL: f64 = 1e-14;
/// The ranks of 0.85^200 are none.
const ROUNDS: usize = 400;

/// The rank of each node, actors first; all together 1.
#[must_use]
pub fn pagerank(two: &TwoMode) -> Vec<f64> {
    let neighbours = two.neighbours();
    let nodes = f64::from(u32::try_from(neighbours.len()).unwrap_or(u32::MAX)).max(1.0);
    let mut rank = vec![1.0 / nodes; neighbours.len()];
    for _ in 0..ROUNDS {
        let shares = neighbours
            .iter()
            .zip(&rank)
            .map(|(near, rank)| rank / f64::from(u32::try_from(near.len()).unwrap_or(u32::MAX)).max(1.0));
        let shares: Vec<f64> = shares.collect();
        let loose: f64 = neighbours.iter().zip(&rank).filter(|(near, _)| near.is_empty()).map(|(_, rank)| rank).sum();
        let given = |near: &Vec<usize>| near.iter().filter_map(|other| shares.get(*other)).sum::<f64>();
        let base = (1.0 - DAMPING + DAMPING * loose) / nodes;
        let next: Vec<f64> = neighbours.iter().map(|near| base + DAMPING * given(near)).collect();
        let moved: f64 = next.iter().zip(&rank).map(|(next, rank)| (next - rank).abs()).sum();
        rank = next;
        if moved < STILL {
            break;
        }
    }
    rank
}
