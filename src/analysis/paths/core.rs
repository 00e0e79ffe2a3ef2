//! What is left without ends, and of nodes with the same neighbours only one: a class. Ties lie behind each other in one
//! list, so that a sweep walks through memory in order. Knows only numbers.

use super::fold::Fold;
use std::collections::HashMap;

/// A graph of classes.
pub(super) struct Core {
    /// The class of each node; none of an end.
    pub(super) class: Vec<Option<u32>>,
    /// A node of each class.
    pub(super) first: Vec<usize>,
    /// How many nodes are in each class, and how many they stand for.
    pub(super) size: Vec<(f64, f64)>,
    /// How many nodes the others of the class stand for, on the average of what one stands for.
    pub(super) twins: Vec<f64>,
    starts: Vec<usize>,
    ties: Vec<u32>,
}

impl Core {
    pub(super) fn of(neighbours: &[Vec<usize>], fold: &Fold) -> Self {
        let inside = |node: usize| fold.folded.get(node) == Some(&false);
        let mut known: HashMap<Vec<usize>, u32> = HashMap::new();
        let mut core = Core {
            class: vec![None; neighbours.len()],
            first: Vec::new(),
            size: Vec::new(),
            twins: Vec::new(),
            starts: vec![0],
            ties: Vec::new(),
        };
        let mut near_of: Vec<Vec<usize>> = Vec::new();
        let mut squares: Vec<f64> = Vec::new();
        for (node, near) in neighbours.iter().enumerate().filter(|(node, _)| inside(*node)) {
            let mut near: Vec<usize> = near.iter().copied().filter(|near| inside(*near)).collect();
            near.sort_unstable();
            let weight = fold.weight.get(node).copied().unwrap_or(1.0);
            let next = u32::try_from(core.first.len()).unwrap_or(u32::MAX);
            // A node by itself has no neighbours in common with anyone.
            let class = if near.is_empty() { next } else { *known.entry(near.clone()).or_insert(next) };
            if class == next {
                core.first.push(node);
                core.size.push((0.0, 0.0));
                squares.push(0.0);
                near_of.push(near);
            }
            let at = usize::try_from(class).unwrap_or(usize::MAX);
            if let (Some(size), Some(square)) = (core.size.get_mut(at), squares.get_mut(at)) {
                *size = (size.0 + 1.0, size.1 + weight);
                *square += weight * weight;
            }
            core.class.get_mut(node).into_iter().for_each(|slot| *slot = Some(class));
        }
        for near in near_of {
            let mut classes: Vec<u32> =
                near.iter().filter_map(|node| core.class.get(*node).copied().flatten()).collect();
            classes.sort_unstable();
            classes.dedup();
            core.ties.extend(classes);
            core.starts.push(core.ties.len());
        }
        let twins = |((_, all), square): (&(f64, f64), &f64)| (all * all - square) / all;
        core.twins = core.size.iter().zip(&squares).map(twins).collect();
        core
    }

    /// How many nodes a class stands for.
    pub(super) fn weight(&self, class: u32) -> f64 {
        usize::try_from(class).ok().and_then(|at| self.size.get(at)).map_or(0.0, |size| size.1)
    }

    /// The neighbours of a class.
    pub(super) fn near(&self, class: u32) -> &[u32] {
        let at = usize::try_from(class).unwrap_or(usize::MAX);
        let end = self.starts.get(at.saturating_add(1));
        let range = self.starts.get(at).zip(end).map(|(start, end)| *start..*end);
        range.and_then(|range| self.ties.get(range)).unwrap_or(&[])
    }
}
