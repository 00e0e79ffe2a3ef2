//! Where every node lies. The same graph always gives the same picture: nothing depends on clock, chance or the order of
//! a hash table, and what a picture could be turned or mirrored by is settled by the ids. Knows no screens.

use super::distance::{Near, components, from};
use super::graph::Graph;
use super::pack::{bounds, pack};
use super::start::{face, start};
use super::stress::{Far, few, reduce};
pub use crate::analysis::work::Work;
use rayon::prelude::*;

/// Up to so many nodes that hang together, every distance is looked at; beyond, neighbours and pivots.
const WHOLE: usize = 4_000;
/// Pivots of the start, and of the sparse stress.
const PIVOTS: (usize, usize) = (50, 200);

/// A place on the map. One is about the length of a tie.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// How far it is to another place.
    #[must_use]
    pub fn to(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// The place of every node, in their order. Nothing when the work was called off.
#[must_use]
pub fn arrange(graph: &Graph, work: &Work) -> Option<Vec<Point>> {
    let mut near: Near = vec![Vec::new(); graph.nodes.len()];
    for tie in &graph.ties {
        for (a, b) in [(tie.a, tie.b), (tie.b, tie.a)] {
            if let Some(list) = near.get_mut(a) {
                list.push((b, short(tie.length)));
            }
        }
    }
    let groups = components(&near);
    let mut parts = Vec::with_capacity(groups.len());
    for group in &groups {
        parts.push(part(graph, &near, group, work)?);
    }
    pack(&mut parts);
    let mut places = vec![Point::default(); graph.nodes.len()];
    for (node, point) in groups.iter().flatten().zip(parts.iter().flatten()) {
        if let Some(place) = places.get_mut(*node) {
            *place = *point;
        }
    }
    Some(places)
}

/// The places of nodes that hang together, around their centre.
fn part(graph: &Graph, near: &Near, group: &[usize], work: &Work) -> Option<Vec<Point>> {
    if group.len() < 2 {
        return Some(group.iter().map(|_| Point::default()).collect());
    }
    let own = |node: &(usize, f32)| Some((group.binary_search(&node.0).ok()?, node.1));
    let near: Near = group.iter().map(|node| near.get(*node).into_iter().flatten().filter_map(own).collect()).collect();
    let anchors: Vec<Point> =
        group.iter().map(|node| graph.nodes.get(*node).map_or(Point::default(), |node| anchor(&node.id))).collect();
    let whole = group.len() <= WHOLE;
    let pivots = pivots(&near, if whole { PIVOTS.0 } else { PIVOTS.1 }, work)?;
    let seen: Vec<Vec<f32>> = pivots.iter().take(PIVOTS.0).map(|(_, far)| far.clone()).collect();
    let far = if whole {
        Far::All((0..near.len()).into_par_iter().map(|node| from(&near, node)).collect())
    } else {
        few(&near, &pivots)
    };
    let mut points = start(&seen, &anchors);
    reduce(&mut points, &far, work)?;
    lay(&mut points, &anchors);
    Some(points)
}

/// Nodes far from each other: the first, then always the one farthest from all before.
fn pivots(near: &Near, count: usize, work: &Work) -> Option<Vec<(usize, Vec<f32>)>> {
    let mut nearest = vec![f32::INFINITY; near.len()];
    let mut found: Vec<(usize, Vec<f32>)> = Vec::new();
    let mut next = 0;
    while found.len() < count.min(near.len()) {
        let far = from(near, next);
        nearest.iter_mut().zip(&far).for_each(|(nearest, far)| *nearest = nearest.min(*far));
        found.push((next, far));
        // The first of several as far: `max_by` alone would take the last.
        let farthest = nearest.iter().enumerate().rev().max_by(|a, b| a.1.total_cmp(b.1));
        next = farthest.map_or(0, |(at, _)| at);
        if work.called_off() {
            return None;
        }
    }
    Some(found)
}

/// Lays the picture down: its longer side across, the ids saying which end is left and which is up; its middle at zero.
fn lay(points: &mut [Point], anchors: &[Point]) {
    let count = super::graph::real(points.len().max(1));
    let middle = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.x / count, sum.1 + point.y / count));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in points.iter_mut() {
        *point = Point { x: point.x - middle.0, y: point.y - middle.1 };
        xx += point.x * point.x;
        xy += point.x * point.y;
        yy += point.y * point.y;
    }
    let angle = 0.5 * (2.0 * xy).atan2(xx - yy);
    let (sin, cos) = angle.sin_cos();
    for point in points.iter_mut() {
        *point = Point { x: point.x * cos + point.y * sin, y: point.y * cos - point.x * sin };
    }
    face(points, anchors);
}

/// A place in the square from −1 to 1 that an id alone decides (FNV-1a, its halves).
fn anchor(id: &str) -> Point {
    let hash = id
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let part = |bits: u64| f64::from(u32::try_from(bits & 0xffff_ffff).unwrap_or(0)) / f64::from(u32::MAX) * 2.0 - 1.0;
    Point { x: part(mixed >> 32), y: part(mixed) }
}

/// The size of a picture: from corner to corner.
#[must_use]
pub fn corners(points: &[Point]) -> (Point, Point) {
    bounds(points)
}

/// The stress of a picture over all pairs of nodes that hang together, when it is scaled as well as can be: the lower the
/// truer, without unit.
#[must_use]
pub fn stress(graph: &Graph, points: &[Point]) -> f64 {
    let mut near: Near = vec![Vec::new(); graph.nodes.len()];
    for tie in &graph.ties {
        for (a, b) in [(tie.a, tie.b), (tie.b, tie.a)] {
            if let Some(list) = near.get_mut(a) {
                list.push((b, short(tie.length)));
            }
        }
    }
    let (mut cross, mut own, mut count) = (0.0, 0.0, 0.0);
    for (node, here) in points.iter().enumerate() {
        let far = from(&near, node);
        for (there, far) in points.iter().zip(far).skip(node + 1).filter(|(_, far)| far.is_finite()) {
            let ratio = here.to(*there) / f64::from(far);
            cross += ratio;
            own += ratio * ratio;
            count += 1.0;
        }
    }
    if own > 0.0 { count - cross * cross / own } else { count }
}

#[expect(clippy::cast_possible_truncation, reason = "lengths of ties lie between 0.8 and 4")]
fn short(length: f64) -> f32 {
    length as f32
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
