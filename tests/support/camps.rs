//! Two-mode graphs made up for the map: networks of eight camps, actors with one to four seats, mostly in their own.

use runde::analysis::map::{Graph, Node, Tie};
use runde::landscape::{Id, Kind};

/// One of them, from a small generator with this seed.
pub fn graph(networks: usize, actors: usize, seed: u64) -> Graph {
    let mut state = seed;
    let mut below = move |n: usize| {
        // the constants of Knuth's MMIX generator
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % n
    };
    let node = |at: usize| Node {
        kind: if at < networks { Kind::Network } else { Kind::Actor },
        id: Id::new(&format!("n{at}")),
        name: format!("Netzwerk Nummer {at}"),
        short: String::new(),
        group: String::new(),
        committee: false,
        weight: 1 + at % 20,
    };
    let mut ties = std::collections::BTreeSet::new();
    for actor in 0..actors {
        let camp = below(8);
        for _ in 0..=below(3) {
            let network = if below(5) == 0 { below(networks) } else { (below(networks / 8) * 8 + camp) % networks };
            ties.insert((network, networks + actor));
        }
    }
    let tie = |(a, b)| Tie { a, b, strength: 1.0, length: 1.0, shared: 1 };
    Graph::new((0..networks + actors).map(node).collect(), ties.into_iter().map(tie).collect())
}
