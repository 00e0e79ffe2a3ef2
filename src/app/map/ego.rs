//! The surroundings of one node: itself in the middle, a ring for each step, everybody on the side where the whole map has
//! them. Of many neighbours the most strongly tied stand in a ring of their own, nearer. Knows no screens.

use crate::analysis::map::{Graph, Point};
use crate::arrange::Arrange as _;
use std::f64::consts::TAU;

/// So many stand in one ring at most; the others of the same step stand in a ring around it.
const INNER: usize = 14;

/// The places in the rings; what is in no ring lies nowhere (not a number).
pub(super) fn places(graph: &Graph, whole: &[Point], ring: &[Option<usize>]) -> Vec<Point> {
    let nowhere = Point { x: f64::NAN, y: f64::NAN };
    let mut places = vec![nowhere; graph.nodes.len()];
    let Some(middle) = ring.iter().position(|ring| *ring == Some(0)) else { return places };
    if let Some(place) = places.get_mut(middle) {
        *place = Point::default();
    }
    let mut far = 0.0;
    for step in 1..=ring.iter().flatten().max().copied().unwrap_or(0) {
        let mut members: Vec<usize> = (0..ring.len()).filter(|node| ring.get(*node) == Some(&Some(step))).collect();
        // Closest first: by the ties towards the middle, then by id.
        let close = |node: &usize| inward(graph, ring, *node, step).map(|(_, strength)| strength).sum::<f64>();
        members.arrange_by(|a, b| close(b).total_cmp(&close(a)).then(a.cmp(b)));
        let (near, others) = members.split_at(INNER.min(members.len()));
        for part in [near, others] {
            let mut sided: Vec<(f64, usize)> =
                part.iter().map(|node| (side(graph, whole, ring, &places, (middle, *node, step)), *node)).collect();
            sided.arrange_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            far += if sided.is_empty() { 0.0 } else { 1.0 };
            spread(&sided, far, &mut places);
        }
    }
    places
}

/// Spreads a ring evenly in the order of its sides, turned to where the first belongs; full rings are two deep, so that
/// names beside each other find room.
fn spread(sided: &[(f64, usize)], far: f64, places: &mut [Point]) {
    let turn = sided.first().map_or(0.0, |(angle, _)| *angle);
    for (at, (_, node)) in sided.iter().enumerate() {
        let angle = turn + TAU * real(at) / real(sided.len());
        let deep = if sided.len() > INNER && at % 2 == 1 { 0.35 } else { 0.0 };
        if let Some(place) = places.get_mut(*node) {
            *place = Point { x: (far + deep) * angle.cos(), y: (far + deep) * angle.sin() };
        }
    }
}

/// The neighbours one step nearer to the middle, each with the strength of the tie.
fn inward<'g>(
    graph: &'g Graph,
    ring: &'g [Option<usize>],
    node: usize,
    step: usize,
) -> impl Iterator<Item = (usize, f64)> + 'g {
    let nearer = move |other: &usize| ring.get(*other) == Some(&Some(step - 1));
    let strength = |tie: usize| graph.ties.get(tie).map_or(0.0, |tie| tie.strength);
    graph.near(node).iter().filter(move |(other, _)| nearer(other)).map(move |(other, tie)| (*other, strength(*tie)))
}

/// On which side a node lies: in the first step as on the whole map, farther out where its inner neighbours are.
fn side(
    graph: &Graph,
    whole: &[Point],
    ring: &[Option<usize>],
    places: &[Point],
    (middle, node, step): (usize, usize, usize),
) -> f64 {
    let at = |node: usize| whole.get(node).copied().unwrap_or_default();
    if step == 1 {
        return (at(node).y - at(middle).y).atan2(at(node).x - at(middle).x);
    }
    let inner = inward(graph, ring, node, step).filter_map(|(other, _)| places.get(other));
    let (x, y) = inner.fold((0.0, 0.0), |sum, place| (sum.0 + place.x, sum.1 + place.y));
    y.atan2(x)
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
