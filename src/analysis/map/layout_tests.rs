//! The picture is the same tomorrow, and little else when little changed. Against Graphviz: tests/map.rs.

use super::*;
use crate::analysis::map::{networks, two_mode};

fn demo() -> Graph {
    two_mode(&crate::store::read(include_str!("../../../data/musterau.json")).unwrap().store, "2026-11-23")
}

#[test]
fn the_same_graph_gives_the_same_picture() {
    for graph in [demo(), networks(&demo())] {
        let first = arrange(&graph, &Work::default()).unwrap();
        assert_eq!(first, arrange(&graph, &Work::default()).unwrap());
        assert!(first.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
        println!("{} nodes, {} ties, stress {}", graph.nodes.len(), graph.ties.len(), stress(&graph, &first));
    }
}

#[test]
fn one_more_membership_moves_little() {
    let both = demo();
    let count = both.nodes.iter().filter(|node| node.kind == crate::landscape::Kind::Network).count();
    let mut all = Vec::new();
    for view in [false, true] {
        let seen = |graph: &Graph| if view { networks(graph) } else { graph.clone() };
        let before = arrange(&seen(&both), &Work::default()).unwrap();
        let (low, high) = bounds(&before);
        let mut moved = Vec::new();
        for round in 0..20_usize {
            let (a, b) = ((round * 37) % count, count + (round * 101) % (both.nodes.len() - count));
            let mut changed = both.clone();
            if !both.ties.iter().any(|tie| (tie.a, tie.b) == (a, b)) {
                changed.ties.push(crate::analysis::map::Tie { a, b, strength: 1.0, length: 1.0, shared: 1 });
                changed.nodes[a].weight += 1;
                changed.nodes[b].weight += 1;
            }
            let changed = Graph::new(changed.nodes, changed.ties);
            let after = arrange(&seen(&changed), &Work::default()).unwrap();
            let sum: f64 = before.iter().zip(&after).map(|(a, b)| a.to(*b)).sum();
            moved.push(sum / super::super::graph::real(before.len()) / low.to(high));
        }
        let mean = moved.iter().sum::<f64>() / 20.0;
        println!("networks only: {view}; moved on average {mean:.4} of the diagonal, each {moved:.4?}");
        all.push(mean);
    }
    assert!(all.iter().all(|mean| *mean <= 0.05), "{all:?}");
}

#[test]
fn what_does_not_hang_together_lies_apart() {
    let graph = demo();
    let places = arrange(&graph, &Work::default()).unwrap();
    for (at, a) in places.iter().enumerate() {
        for b in places.iter().skip(at + 1) {
            assert!(a.to(*b) > 1e-6, "two nodes in one place");
        }
    }
}

#[test]
fn work_that_is_called_off_stops() {
    let work = Work::default();
    work.call_off();
    assert_eq!(arrange(&demo(), &work), None);
}
