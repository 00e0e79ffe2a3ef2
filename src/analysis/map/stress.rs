//! Reduces stress, the sum of (distance on the map − distance along the ties)² / (distance along the ties)²: node by node
//! to where its majorant is least (Gansner, Koren & North, Graph drawing by stress majorization, Graph Drawing 2004).
//! Large graphs look at their neighbours and at pivots that stand for the nodes around them (Ortmann, Klimenta & Brandes,
//! A sparse stress model, Graph Drawing 2016). Knows no screens.

use super::layout::{Point, Work};

/// Sweeps over all nodes at most.
const SWEEPS: usize = 300;
/// Less movement than this part of a length in a sweep, on average, is none.
const STILL: f64 = 3e-4;

/// How far nodes are to be apart.
pub(super) enum Far {
    /// All from all, row by row.
    All(Vec<Vec<f32>>),
    /// For each node some others: who, how far, how heavy.
    Few(Vec<Vec<(usize, f32, f32)>>),
}

/// Moves the points until they stand still. Nothing when the work was called off.
pub(super) fn reduce(points: &mut [Point], far: &Far, work: &Work) -> Option<()> {
    for sweep in 0..SWEEPS {
        let mut moved = 0.0;
        for node in 0..points.len() {
            let Some(there) = best(points, far, node) else { continue };
            if let Some(point) = points.get_mut(node) {
                moved += point.to(there);
                *point = there;
            }
            if node % 64 == 0 && work.called_off() {
                return None;
            }
        }
        work.at(sweep + 1, SWEEPS);
        if moved <= STILL * super::graph::real(points.len()) {
            break;
        }
    }
    Some(())
}

/// Where a node has the least stress by the majorant.
fn best(points: &[Point], far: &Far, node: usize) -> Option<Point> {
    let here = *points.get(node)?;
    let mut sum = (0.0, 0.0, 0.0);
    let mut pull = |there: &Point, far: f64, weight: f64| {
        let (dx, dy) = (here.x - there.x, here.y - there.y);
        let apart = (dx * dx + dy * dy).sqrt().max(1e-9);
        sum.0 += weight * (there.x + far * dx / apart);
        sum.1 += weight * (there.y + far * dy / apart);
        sum.2 += weight;
    };
    match far {
        Far::All(rows) => {
            for (other, (there, far)) in points.iter().zip(rows.get(node)?).enumerate() {
                if other != node {
                    let far = f64::from(*far);
                    pull(there, far, 1.0 / (far * far));
                }
            }
        }
        Far::Few(lists) => {
            for (other, far, weight) in lists.get(node)? {
                pull(points.get(*other)?, f64::from(*far), f64::from(*weight));
            }
        }
    }
    (sum.2 > 0.0).then(|| Point { x: sum.0 / sum.2, y: sum.1 / sum.2 })
}

/// For each node its neighbours, and the pivots with the weight of the nodes they stand for: those nearer to the pivot than
/// to any other one, and at most half as far from it as the node.
pub(super) fn few(near: &super::distance::Near, pivots: &[(usize, Vec<f32>)]) -> Far {
    let owner: Vec<usize> = (0..near.len())
        .map(|node| {
            let far = |(_, far): &(usize, Vec<f32>)| far.get(node).copied().unwrap_or(f32::INFINITY);
            let nearest = pivots.iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
            nearest.map_or(0, |(at, _)| at)
        })
        .collect();
    let region = |at: usize, far: &[f32]| -> Vec<f32> {
        let mut own: Vec<f32> = owner.iter().zip(far).filter(|(one, _)| **one == at).map(|(_, far)| *far).collect();
        own.sort_by(f32::total_cmp);
        own
    };
    let regions: Vec<Vec<f32>> = pivots.iter().enumerate().map(|(at, (_, far))| region(at, far)).collect();
    let list = |node: usize| {
        let own = near.get(node).into_iter().flatten();
        let mut list: Vec<(usize, f32, f32)> = own.map(|(to, far)| (*to, *far, 1.0 / (far * far))).collect();
        for ((pivot, far), region) in pivots.iter().zip(&regions) {
            let far = far.get(node).copied().unwrap_or(0.0);
            if *pivot != node && far > 0.0 && list.iter().all(|(to, ..)| to != pivot) {
                let stands_for = region.partition_point(|own| *own <= far / 2.0).max(1);
                let count = f32::from(u16::try_from(stands_for).unwrap_or(u16::MAX));
                list.push((*pivot, far, count / (far * far)));
            }
        }
        list
    };
    Far::Few((0..near.len()).map(list).collect())
}
