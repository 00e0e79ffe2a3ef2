//! Ends folded away: a node on one tie hangs on its neighbour, and what hangs on it goes along, until no end is left.
//! All paths between what hangs there and the rest lead through the neighbour, so that nothing is lost. Knows only numbers.

/// A graph with its ends folded away.
pub(super) struct Fold {
    /// The ends in the order in which they went, each with the neighbour it hangs on.
    pub(super) ends: Vec<(usize, usize)>,
    /// Is the node an end?
    pub(super) folded: Vec<bool>,
    /// How many nodes each stands for: itself and what hangs on it.
    pub(super) weight: Vec<f64>,
    /// The distances from each node to what hangs on it, added up.
    pub(super) depth: Vec<f64>,
    /// Pairs of nodes that hang on it by different ties.
    pairs: Vec<f64>,
}

impl Fold {
    pub(super) fn of(neighbours: &[Vec<usize>]) -> Self {
        let nodes = neighbours.len();
        let mut fold = Fold {
            ends: Vec::new(),
            folded: vec![false; nodes],
            weight: vec![1.0; nodes],
            depth: vec![0.0; nodes],
            pairs: vec![0.0; nodes],
        };
        let mut left: Vec<usize> = neighbours.iter().map(Vec::len).collect();
        let mut open: Vec<usize> = (0..nodes).filter(|node| left.get(*node) == Some(&1)).collect();
        while let Some(end) = open.pop() {
            // Of two that hang on each other only, one stays.
            if left.get(end) != Some(&1) {
                continue;
            }
            let near = neighbours.get(end).into_iter().flatten();
            let Some(neighbour) = near.copied().find(|near| fold.folded.get(*near) == Some(&false)) else { continue };
            fold.take(end, neighbour);
            for node in [end, neighbour] {
                left.get_mut(node).into_iter().for_each(|left| *left = left.saturating_sub(1));
            }
            if left.get(neighbour) == Some(&1) {
                open.push(neighbour);
            }
        }
        fold
    }

    fn take(&mut self, end: usize, neighbour: usize) {
        let (Some(weight), Some(depth)) = (self.weight.get(end).copied(), self.depth.get(end).copied()) else { return };
        self.folded.get_mut(end).into_iter().for_each(|folded| *folded = true);
        self.ends.push((end, neighbour));
        if let (Some(sum), Some(far), Some(pairs)) =
            (self.weight.get_mut(neighbour), self.depth.get_mut(neighbour), self.pairs.get_mut(neighbour))
        {
            *pairs += (*sum - 1.0) * weight;
            *sum += weight;
            *far += depth + weight;
        }
    }

    /// The pairs whose paths run through a node because one of them hangs on it, in a part of so many nodes.
    pub(super) fn own(&self, node: usize, size: f64) -> f64 {
        let hanging = self.weight.get(node).map_or(0.0, |weight| weight - 1.0);
        self.pairs.get(node).copied().unwrap_or(0.0) + hanging * (size - 1.0 - hanging)
    }
}
