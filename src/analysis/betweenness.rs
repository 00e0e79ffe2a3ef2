//! Betweenness of people in the two-mode graph of people and networks (Freeman 1977; Brandes 2001 as rustworkx-core
//! computes it). Kept to one function, so that another engine can take its place. Knows only numbers.

use petgraph::graph::UnGraph;
use rustworkx_core::centrality::betweenness_centrality;

/// From this many nodes on, several threads share the work.
const PARALLEL: usize = 300;

/// For each person, given by the places of the networks they sit in (all below `networks`): the share of shortest
/// paths that lead through them, summed over all pairs and not normalised.
#[must_use]
pub fn betweenness(people: &[&[usize]], networks: usize) -> Vec<f64> {
    let mut graph: UnGraph<(), ()> = UnGraph::default();
    let persons: Vec<_> = people.iter().map(|_| graph.add_node(())).collect();
    let bodies: Vec<_> = (0..networks).map(|_| graph.add_node(())).collect();
    for (person, seats) in persons.iter().zip(people) {
        for body in seats.iter().filter_map(|seat| bodies.get(*seat)) {
            graph.add_edge(*person, *body, ());
        }
    }
    let found = betweenness_centrality(&graph, false, false, PARALLEL);
    found.into_iter().take(people.len()).map(Option::unwrap_or_default).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_link_between_two_networks_lies_on_every_path() {
        // a – N0 – b – N1 – c: through b lead a–N1, a–c, N0–N1, N0–c.
        let found = betweenness(&[&[0], &[0, 1], &[1]], 2);
        assert_eq!(found, [0.0, 4.0, 0.0]);
    }
}
