//! Puts the parts that do not hang together beside each other: the largest to the left, the others in columns to its
//! right, in their order, so that a new one moves few. Knows no ties.

use super::layout::Point;

/// Room around a part, in lengths of a tie.
const GAP: f64 = 0.8;

/// Where each part's own centre comes to lie, and the same points moved there.
pub(super) fn pack(parts: &mut [Vec<Point>]) {
    let boxes: Vec<(Point, Point)> = parts.iter().map(|part| bounds(part)).collect();
    let size = |at: usize| boxes.get(at).map_or((0.0, 0.0), |(low, high)| (high.x - low.x + GAP, high.y - low.y + GAP));
    let all: f64 = (1..parts.len()).map(|at| size(at).0 * size(at).1).sum();
    let tallest = (1..parts.len()).map(|at| size(at).1).fold(0.0, f64::max);
    // As high as the largest part; where there is none to speak of, about half as high as wide.
    let height = size(0).1.max(tallest).max((all / 2.0).sqrt());
    let (mut x, mut y, mut wide) = (0.0, 0.0, 0.0_f64);
    for (at, part) in parts.iter_mut().enumerate() {
        let (columns, rows) = size(at);
        if at == 1 || y + rows > height + 1e-9 {
            (x, y, wide) = (x + wide, 0.0, 0.0);
        }
        let low = boxes.get(at).map_or(Point::default(), |(low, _)| *low);
        let down = if at == 0 { (height - rows) / 2.0 } else { 0.0 };
        for point in part.iter_mut() {
            *point = Point { x: point.x - low.x + x, y: point.y - low.y + y + down };
        }
        y += rows;
        wide = wide.max(columns);
    }
}

/// The lowest and the highest corner.
pub(super) fn bounds(points: &[Point]) -> (Point, Point) {
    let Some(first) = points.first() else { return (Point::default(), Point::default()) };
    points.iter().fold((*first, *first), |(low, high), point| {
        (
            Point { x: low.x.min(point.x), y: low.y.min(point.y) },
            Point { x: high.x.max(point.x), y: high.y.max(point.y) },
        )
    })
}
