//! The surroundings of one node: itself in the middle, a ring for each step, everybody on the side where the whole map has
//! them. Knows no screens.

use crate::analysis::map::{Graph, Point};
use std::f64::consts::TAU;

/// The places in the rings; what is in no ring lies nowhere (not a number).
pub(super) fn places(graph: &Graph, whole: &[Point], ring: &[Option<usize>]) -> Vec<Point> {
    let nowhere = Point { x: f64::NAN, y: f64::NAN };
    let mut places = vec![nowhere; graph.nodes.len()];
    let middle = ring.iter().position(|ring| *ring == Some(0));
    let centre = middle.and_then(|middle| whole.get(middle)).copied().unwrap_or_default();
    if let Some(place) = middle.and_then(|middle| places.get_mut(middle)) {
        *place = Point::default();
    }
    let steps = ring.iter().flatten().max().copied().unwrap_or(0);
    for step in 1..=steps {
        let members: Vec<usize> = (0..ring.len()).filter(|node| ring.get(*node) == Some(&Some(step))).collect();
        let mut sided: Vec<(f64, usize)> =
            members.iter().map(|node| (side(graph, whole, ring, &places, centre, *node, step), *node)).collect();
        sided.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let count = real(sided.len().max(1));
        // The ring keeps its order and is spread evenly; it is turned to where its members are on average.
        let turn = sided.first().map_or(0.0, |(angle, _)| *angle);
        for (at, (_, node)) in sided.iter().enumerate() {
            let angle = turn + TAU * real(at) / count;
            // Full rings are two deep, so that names beside each other find room.
            let deep = if sided.len() > 12 && at % 2 == 1 { 0.18 } else { 0.0 };
            if let Some(place) = places.get_mut(*node) {
                let far = real(step) + deep;
                *place = Point { x: far * angle.cos(), y: far * angle.sin() };
            }
        }
    }
    places
}

/// On which side a node lies: in the first ring as on the whole map, farther out where its inner neighbours are.
fn side(
    graph: &Graph,
    whole: &[Point],
    ring: &[Option<usize>],
    places: &[Point],
    centre: Point,
    node: usize,
    step: usize,
) -> f64 {
    let place = whole.get(node).copied().unwrap_or_default();
    if step == 1 {
        return (place.y - centre.y).atan2(place.x - centre.x);
    }
    let inner = graph.near(node).iter().filter(|(other, _)| ring.get(*other) == Some(&Some(step - 1)));
    let sum = inner.filter_map(|(other, _)| places.get(*other)).fold((0.0, 0.0), |sum, p| (sum.0 + p.x, sum.1 + p.y));
    sum.1.atan2(sum.0)
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
