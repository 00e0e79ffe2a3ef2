//! One mode of the graph seen through the other: networks tied by the actors they share, actors by the networks. Knows no
//! records; `tests/graph_networkx.rs` compares with networkx.

use super::graph::TwoMode;
use rayon::prelude::*;

/// Two of one mode that share some of the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// The one with the lower place.
    pub a: usize,
    /// The other one.
    pub b: usize,
    /// How many of the other mode both have.
    pub shared: usize,
    /// How many the first has.
    pub of_a: usize,
    /// How many the other one has.
    pub of_b: usize,
    /// Each shared one divided among its ties: the sum of 1/(its ties − 1)
    /// (Newman, Scientific collaboration networks II, Phys. Rev. E 64, 016132, 2001).
    pub newman: f64,
}

impl Shared {
    /// Shared by all that either has (Jaccard), 0–1.
    #[must_use]
    pub fn jaccard(&self) -> f64 {
        share(self.shared, self.of_a + self.of_b - self.shared)
    }

    /// Shared by what the smaller has (overlap coefficient), 0–1.
    #[must_use]
    pub fn overlap(&self) -> f64 {
        share(self.shared, self.of_a.min(self.of_b))
    }

    /// Which part of the first's is the other's too, and the other way round, 0–1.
    #[must_use]
    pub fn directed(&self) -> (f64, f64) {
        (share(self.shared, self.of_a), share(self.shared, self.of_b))
    }
}

pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}

/// Pairs of networks that share at least one actor, by place.
#[must_use]
pub fn networks(two: &TwoMode) -> Vec<Shared> {
    let (actors, networks) = lists(two);
    pairs(&networks, &actors)
}

/// Pairs of actors that share at least one network, by place.
#[must_use]
pub fn actors(two: &TwoMode) -> Vec<Shared> {
    let (actors, networks) = lists(two);
    pairs(&actors, &networks)
}

/// For each actor the actors it shares a network with, in ascending order.
#[must_use]
pub fn around(two: &TwoMode) -> Vec<Vec<usize>> {
    let (actors, networks) = lists(two);
    let near = |(own, seats): (usize, &Vec<usize>)| {
        let mut near: Vec<usize> = seats.iter().filter_map(|at| networks.get(*at)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        near.retain(|other| *other != own);
        near
    };
    actors.par_iter().enumerate().map(near).collect()
}

/// The networks of each actor, and the actors of each network, in ascending order.
fn lists(two: &TwoMode) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut actors = vec![Vec::new(); two.actors.len()];
    let mut networks = vec![Vec::new(); two.networks.len()];
    for (actor, network) in &two.ties {
        actors.get_mut(*actor).into_iter().for_each(|list: &mut Vec<usize>| list.push(*network));
        networks.get_mut(*network).into_iter().for_each(|list: &mut Vec<usize>| list.push(*actor));
    }
    for list in actors.iter_mut().chain(&mut networks) {
        list.sort_unstable();
    }
    (actors, networks)
}

/// Pairs that share at least one of the other mode, given for each node of both modes its ties in ascending order. Node by
/// node: its partners counted on one sheet, of which only what was touched is wiped.
pub(super) fn pairs(own: &[Vec<usize>], other: &[Vec<usize>]) -> Vec<Shared> {
    let weight: Vec<f64> =
        other.iter().map(|list| if list.len() > 1 { 1.0 / real(list.len() - 1) } else { 0.0 }).collect();
    let each = own.len().div_ceil(16).max(1);
    let count = |(chunk, lists): (usize, &[Vec<usize>])| {
        let mut sheet = vec![(0_usize, 0.0_f64); own.len()];
        let mut found = Vec::new();
        let mut touched: Vec<usize> = Vec::new();
        for (at, list) in lists.iter().enumerate() {
            let a = chunk * each + at;
            for middle in list {
                let (Some(partners), Some(weight)) = (other.get(*middle), weight.get(*middle)) else { continue };
                let later = partners.partition_point(|partner| *partner <= a);
                for b in partners.iter().skip(later) {
                    let Some(cell) = sheet.get_mut(*b) else { continue };
                    if cell.0 == 0 {
                        touched.push(*b);
                    }
                    *cell = (cell.0 + 1, cell.1 + weight);
                }
            }
            touched.sort_unstable();
            for b in touched.drain(..) {
                let of_b = own.get(b).map_or(0, Vec::len);
                let Some(cell) = sheet.get_mut(b) else { continue };
                let (shared, newman) = std::mem::take(cell);
                found.push(Shared { a, b, shared, of_a: list.len(), of_b, newman });
            }
        }
        found
    };
    let parts: Vec<Vec<Shared>> = own.par_chunks(each).enumerate().map(count).collect();
    parts.concat()
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::Id;

    #[test]
    fn each_shared_actor_is_divided_among_its_networks() {
        let ids = |count: usize| (0..count).map(|at| Id::new(&at.to_string())).collect();
        let two = TwoMode { actors: ids(2), networks: ids(3), ties: vec![(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)] };
        let told: Vec<(usize, usize, usize, f64)> =
            networks(&two).iter().map(|pair| (pair.a, pair.b, pair.shared, pair.newman)).collect();
        assert_eq!(told, [(0, 1, 2, 1.5), (0, 2, 1, 0.5), (1, 2, 1, 0.5)]);
        let pair = networks(&two).remove(1);
        assert_eq!((pair.jaccard(), pair.overlap(), pair.directed()), (0.5, 1.0, (0.5, 1.0)));
        assert_eq!(around(&two), [vec![1], vec![0]]);
        assert_eq!(actors(&two).len(), 1);
    }
}
