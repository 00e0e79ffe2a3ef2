//! From places on the map to dots on a sheet: as large as the sheet allows, dots as wide as high, a little wider where there
//! is room. Knows no screens.

use crate::analysis::map::Point;
use crate::analysis::map::layout::corners;

/// How much wider than high the picture may be drawn to use the room.
const STRETCH: f64 = 1.8;
/// Dots kept free at each side: for signs, and for names at the right.
const MARGIN: (f64, f64) = (6.0, 4.0);

/// The picture on a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    middle: Point,
    scale: (f64, f64),
    half: (f64, f64),
}

impl Sheet {
    /// The places on a sheet of so many dots, so many times larger than needed to show all, around a middle.
    #[must_use]
    pub fn of(places: &[Point], columns: usize, rows: usize, zoom: f64, middle: Option<Point>) -> Self {
        let shown: Vec<Point> = places.iter().copied().filter(|place| place.x.is_finite()).collect();
        let (low, high) = corners(&shown);
        let dots = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let half = (dots(columns) / 2.0, dots(rows) / 2.0);
        let fit = |half: f64, margin: f64, low: f64, high: f64| (half - margin).max(1.0) * 2.0 / (high - low).max(1.0);
        let (across, down) = (fit(half.0, MARGIN.0, low.x, high.x), fit(half.1, MARGIN.1, low.y, high.y));
        let least = across.min(down);
        let scale = (across.min(least * STRETCH) * zoom, down.min(least * STRETCH) * zoom);
        let centre = Point { x: f64::midpoint(low.x, high.x), y: f64::midpoint(low.y, high.y) };
        Sheet { middle: middle.filter(|_| zoom > 1.0).unwrap_or(centre), scale, half }
    }

    /// The dot of a place; it may lie outside the sheet.
    #[must_use]
    pub fn dot(&self, place: Point) -> (f64, f64) {
        ((place.x - self.middle.x) * self.scale.0 + self.half.0, (place.y - self.middle.y) * self.scale.1 + self.half.1)
    }

    /// Where the middle comes to lie when the view moves by parts of the sheet.
    #[must_use]
    pub fn moved(&self, across: f64, down: f64) -> Point {
        Point {
            x: self.middle.x + across * 2.0 * self.half.0 / self.scale.0.max(1e-9),
            y: self.middle.y + down * 2.0 * self.half.1 / self.scale.1.max(1e-9),
        }
    }

    /// Does the place lie well inside?
    #[must_use]
    pub fn holds(&self, place: Point) -> bool {
        let (x, y) = self.dot(place);
        let inside = |at: f64, half: f64| at > half * 0.1 && at < half * 1.9;
        inside(x, self.half.0) && inside(y, self.half.1)
    }
}
