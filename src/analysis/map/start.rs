//! Where nodes lie before stress is reduced: classical scaling on a few pivots (Brandes & Pich, Eigensolver methods for
//! progressive multidimensional scaling of large data, Graph Drawing 2006), turned so that the ids say which side is
//! which. Knows no screens.

use super::layout::Point;

/// Rounds of the power iteration; the picture changes no more after them.
const ROUNDS: usize = 200;

/// A point for every node, from its distances to the pivots (one list a pivot).
pub(super) fn start(pivots: &[Vec<f32>], anchors: &[Point]) -> Vec<Point> {
    let centred = centred(pivots);
    let first = axis(&centred, None);
    let second = axis(&centred, Some(&first));
    let along = |axis: &[f64]| -> Vec<f64> {
        let nodes = anchors.len();
        let mut sums = vec![0.0; nodes];
        for (column, share) in centred.iter().zip(axis) {
            for (sum, value) in sums.iter_mut().zip(column) {
                *sum += value * share;
            }
        }
        sums
    };
    let (xs, ys) = (along(&first), along(&second));
    let mut points: Vec<Point> = xs.into_iter().zip(ys).map(|(x, y)| Point { x, y }).collect();
    face(&mut points, anchors);
    // Nodes in the same place (twins) would never part: a hair's breadth towards their anchors.
    for (point, anchor) in points.iter_mut().zip(anchors) {
        point.x += 0.01 * anchor.x;
        point.y += 0.01 * anchor.y;
    }
    points
}

/// Squared distances, centred over rows and columns.
fn centred(pivots: &[Vec<f32>]) -> Vec<Vec<f64>> {
    let squares: Vec<Vec<f64>> =
        pivots.iter().map(|far| far.iter().map(|d| f64::from(*d) * f64::from(*d)).collect()).collect();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / super::graph::real(values.len().max(1));
    let columns: Vec<f64> = squares.iter().map(|column| mean(column)).collect();
    let nodes = squares.first().map_or(0, Vec::len);
    let mut rows = vec![0.0; nodes];
    for column in &squares {
        for (row, value) in rows.iter_mut().zip(column) {
            *row += value / super::graph::real(squares.len().max(1));
        }
    }
    let whole = mean(&columns);
    let centre = |(column, of_column): (&Vec<f64>, &f64)| {
        column.iter().zip(&rows).map(|(value, row)| -0.5 * (value - row - of_column + whole)).collect()
    };
    squares.iter().zip(&columns).map(centre).collect()
}

/// The direction of the largest spread, orthogonal to another one: power iteration on their products.
fn axis(columns: &[Vec<f64>], other: Option<&[f64]>) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let gram: Vec<Vec<f64>> = columns.iter().map(|a| columns.iter().map(|b| dot(a, b)).collect()).collect();
    let mut axis: Vec<f64> = (0..columns.len()).map(|at| 1.0 / (1.0 + super::graph::real(at))).collect();
    for _ in 0..ROUNDS {
        let mut next: Vec<f64> = gram.iter().map(|row| dot(row, &axis)).collect();
        if let Some(other) = other {
            let shadow = dot(&next, other);
            next.iter_mut().zip(other).for_each(|(value, other)| *value -= shadow * other);
        }
        let length = dot(&next, &next).sqrt();
        if length <= f64::EPSILON {
            return axis.iter().map(|_| 0.0).collect();
        }
        axis = next.iter().map(|value| value / length).collect();
    }
    axis
}

/// Mirrors the picture so that it leans towards the anchors: an axis has no direction of its own.
pub(super) fn face(points: &mut [Point], anchors: &[Point]) {
    let lean = |of: fn(&Point) -> f64, points: &[Point]| -> f64 {
        points.iter().zip(anchors).map(|(point, anchor)| of(point) * of(anchor)).sum()
    };
    let (x, y) = (lean(|p| p.x, points), lean(|p| p.y, points));
    for point in points {
        point.x = if x < 0.0 { -point.x } else { point.x };
        point.y = if y < 0.0 { -point.y } else { point.y };
    }
}
