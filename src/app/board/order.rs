//! The order of a board's rows by one of its columns: numbers by size, texts as people sort them, what says nothing last.

use super::row::{Cell, Row};
use crate::arrange::Arrange as _;
use crate::search::fold;
use std::cmp::Ordering;

/// Sorts places of rows by a column; rows that are equal there keep their order.
pub(super) fn sort(places: &mut [usize], rows: &[Row], column: usize, down: bool) {
    let cell = |place: usize| rows.get(place).and_then(|row| row.cells.get(column));
    let folded: Vec<String> =
        rows.iter().map(|row| row.cells.get(column).map_or(String::new(), |c| fold(&c.text))).collect();
    let text = |place: usize| folded.get(place).map_or("", String::as_str);
    places.arrange_by(|a, b| {
        let said = |place: usize| cell(place).is_some_and(|cell| !cell.text.is_empty() || cell.number.is_some());
        let order = match (cell(*a).and_then(number), cell(*b).and_then(number)) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            _ => text(*a).cmp(text(*b)),
        };
        match (said(*a), said(*b)) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            _ if down => order.reverse(),
            _ => order,
        }
    });
}

fn number(cell: &Cell) -> Option<f64> {
    cell.number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_by_size_and_what_says_nothing_last() {
        let row = |cell: Cell| Row::new("", vec![cell]);
        let rows = [row(Cell::number(10.0, "10")), row(Cell::text("")), row(Cell::number(9.0, "9"))];
        let mut places = [0, 1, 2];
        sort(&mut places, &rows, 0, false);
        assert_eq!(places, [2, 0, 1]);
        sort(&mut places, &rows, 0, true);
        assert_eq!(places, [0, 2, 1]);
    }

    #[test]
    fn umlauts_stand_with_their_letters() {
        let rows = ["Zoo", "Ärzte", "Amt"].map(|text| Row::new("", vec![Cell::text(text)]));
        let mut places = [0, 1, 2];
        sort(&mut places, &rows, 0, false);
        assert_ne!(places[0], 0, "{places:?}");
        assert_eq!(places[2], 0);
    }
}
