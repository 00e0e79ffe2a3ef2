//! How far apart nodes are along the ties (Dijkstra), and which nodes hang together. Knows no places.

use crate::arrange::Arrange as _;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Neighbours with the length of the tie, by node.
pub(super) type Near = Vec<Vec<(usize, f32)>>;

/// Distances from one node to all; infinite where no way leads.
pub(super) fn from(near: &Near, source: usize) -> Vec<f32> {
    let mut far = vec![f32::INFINITY; near.len()];
    let mut queue = BinaryHeap::new();
    // Distances are never negative, so that their bits are in their order.
    queue.push((Reverse(0_u32), source));
    if let Some(own) = far.get_mut(source) {
        *own = 0.0;
    }
    while let Some((Reverse(bits), node)) = queue.pop() {
        let here = f32::from_bits(bits);
        if far.get(node).is_none_or(|known| here > *known) {
            continue;
        }
        for (next, length) in near.get(node).into_iter().flatten() {
            let there = here + length;
            if let Some(known) = far.get_mut(*next).filter(|known| there < **known) {
                *known = there;
                queue.push((Reverse(there.to_bits()), *next));
            }
        }
    }
    far
}

/// The nodes that hang together, the largest group first, then by the first node; each in ascending order.
pub(super) fn components(near: &Near) -> Vec<Vec<usize>> {
    let mut seen = vec![false; near.len()];
    let mut groups = Vec::new();
    for first in 0..near.len() {
        let mut group = Vec::new();
        let mut open = vec![first];
        while let Some(node) = open.pop() {
            if seen.get_mut(node).is_some_and(|seen| !std::mem::replace(seen, true)) {
                group.push(node);
                open.extend(near.get(node).into_iter().flatten().map(|(next, _)| *next));
            }
        }
        if !group.is_empty() {
            group.sort_unstable();
            groups.push(group);
        }
    }
    groups.arrange_by_key(|group| (Reverse(group.len()), group.first().copied()));
    groups
}
