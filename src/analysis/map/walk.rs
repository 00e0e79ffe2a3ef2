//! Going from node to node: rings around one, the shortest path between two. Knows no places.

use super::Graph;

/// How many steps each node is away from one; nothing where no way leads, or it is more than `most`.
#[must_use]
pub fn rings(graph: &Graph, from: usize, most: usize) -> Vec<Option<usize>> {
    let mut ring = vec![None; graph.nodes.len()];
    let mut open = vec![from];
    for step in 0..=most {
        let mut next = Vec::new();
        for node in open {
            if let Some(place) = ring.get_mut(node).filter(|place| place.is_none()) {
                *place = Some(step);
                next.extend(graph.near(node).iter().map(|(other, _)| *other));
            }
        }
        open = next;
    }
    ring
}

/// The way from one to another with the fewest steps; of several the one whose ties are strongest, then the one with the
/// first ids. Both ends are in it. Nothing when no way leads.
#[must_use]
pub fn path(graph: &Graph, from: usize, to: usize) -> Option<Vec<usize>> {
    let ring = rings(graph, to, graph.nodes.len());
    let mut way = vec![from];
    let mut left = ring.get(from).copied().flatten()?;
    let mut here = from;
    while left > 0 {
        let strength = |tie: usize| graph.ties.get(tie).map_or(0.0, |tie| tie.strength);
        let ahead = graph.near(here).iter().filter(|(node, _)| ring.get(*node).copied().flatten() == Some(left - 1));
        let (next, _) = ahead.max_by(|a, b| strength(a.1).total_cmp(&strength(b.1)).then(b.0.cmp(&a.0)))?;
        here = *next;
        way.push(here);
        left -= 1;
    }
    Some(way)
}
