//! Names beside signs, in a grid of cells, so that none lies over another name or sign: the more important first, beside
//! the sign where there is room, shorter where there is little, not at all where there is none. Knows cells, no pixels.

use crate::text::{clean, clip, width};

/// A sign that wants a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Column of the sign.
    pub x: usize,
    /// Row of the sign.
    pub y: usize,
    /// Columns of the sign.
    pub wide: usize,
    /// Names from long to short; the first that finds room is taken.
    pub names: Vec<String>,
    /// Its name may cover signs of others: it is what people look at.
    pub first: bool,
}

/// A name that found room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Whose it is: the place among the wishes.
    pub of: usize,
    /// First column.
    pub x: usize,
    /// Row.
    pub y: usize,
    /// The name as it is to be written.
    pub text: String,
}

/// What is taken in a grid.
#[derive(Clone, Debug)]
struct Grid {
    columns: usize,
    rows: usize,
    taken: Vec<bool>,
}

impl Grid {
    fn free(&self, x: usize, y: usize, wide: usize) -> bool {
        let row = y * self.columns;
        y < self.rows
            && x + wide <= self.columns
            && self.taken.get(row + x..row + x + wide).is_some_and(|cells| cells.iter().all(|taken| !taken))
    }

    fn take(&mut self, x: usize, y: usize, wide: usize) {
        let row = y * self.columns;
        let end = (x + wide).min(self.columns);
        if let Some(cells) = self.taken.get_mut(row + x.min(end)..row + end).filter(|_| y < self.rows) {
            cells.fill(true);
        }
    }
}

/// The names that find room in a grid of so many columns and rows. Wishes come in the order of their importance; signs are
/// never covered, not even those of wishes without a name, but by a name that comes `first`;
/// the signs of those are safe from all.
#[must_use]
pub fn place(wishes: &[Wish], columns: usize, rows: usize) -> Vec<Label> {
    let mut grid = Grid { columns, rows, taken: vec![false; columns * rows] };
    let mut labels = Vec::new();
    for wish in wishes.iter().filter(|wish| wish.first) {
        grid.take(wish.x, wish.y, wish.wide);
    }
    for (of, wish) in wishes.iter().enumerate().filter(|(_, wish)| wish.first) {
        if let Some((x, y, text)) = wish.names.iter().find_map(|name| spot(&grid, wish, &clean(name))) {
            grid.take(x, y, width(&text));
            labels.push(Label { of, x, y, text });
        }
    }
    for wish in wishes {
        grid.take(wish.x, wish.y, wish.wide);
    }
    for (of, wish) in wishes.iter().enumerate().filter(|(_, wish)| !wish.first) {
        let found = wish.names.iter().find_map(|name| spot(&grid, wish, &clean(name)));
        if let Some((x, y, text)) = found {
            grid.take(x, y, width(&text));
            labels.push(Label { of, x, y, text });
        }
    }
    labels
}

/// Where a name finds room: to the right, to the left, below, above. A blank column is kept to what stands before and behind.
fn spot(grid: &Grid, wish: &Wish, name: &str) -> Option<(usize, usize, String)> {
    let wide = width(name);
    if wide == 0 {
        return None;
    }
    let centred = |y: usize| (wish.x.saturating_sub(wide / 2).min(grid.columns.saturating_sub(wide)), y);
    let right = Some((wish.x + wish.wide + 1, wish.y));
    let left = wish.x.checked_sub(wide + 1).map(|x| (x, wish.y));
    let below = Some(centred(wish.y + 1));
    let above = wish.y.checked_sub(1).map(centred);
    let (x, y) = [right, left, below, above].into_iter().flatten().find(|(x, y)| {
        // One cell before and one behind stay free, where there are any: no name touches another name or a foreign sign.
        let before = usize::from(*x > 0);
        let behind = usize::from(x + wide < grid.columns);
        grid.free(x - before, *y, before + wide + behind)
    })?;
    Some((x, y, name.to_owned()))
}

/// The names to try for a node: in full up to so many columns, cut, its abbreviation, its beginning.
#[must_use]
pub fn names(name: &str, short: &str, most: usize) -> Vec<String> {
    let mut names = vec![clip(name, most).into_owned()];
    if !short.is_empty() {
        names.push(clip(short, most).into_owned());
    }
    let less = clip(name, most.min(14)).into_owned();
    if short.is_empty() || width(short) > width(&less) {
        names.push(less);
    }
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator (constants of Knuth's MMIX), so that a failure can be repeated.
    fn dice(seed: u64) -> impl FnMut(usize) -> usize {
        let mut state = seed;
        move |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        }
    }

    #[test]
    fn no_name_lies_over_another_or_over_a_sign() {
        let words =
            ["Runder Tisch Ganztag", "AG 78", "Jugendhilfeausschuss", "网络教育", "Bündnis für Übergänge – Süd", "x"];
        for seed in 0..400 {
            let mut below = dice(seed);
            let (columns, rows) = (20 + below(200), 6 + below(60));
            let count = 1 + below(400);
            let wishes: Vec<Wish> = (0..count)
                .map(|_| {
                    let name = words[below(words.len())];
                    let names = names(name, if below(2) == 0 { "RT" } else { "" }, 24);
                    Wish { x: below(columns), y: below(rows), wide: 1, names, first: false }
                })
                .collect();
            let labels = place(&wishes, columns, rows);
            assert!(!labels.is_empty() || count > columns * rows / 4, "seed {seed}");
            let mut taken = vec![0; columns * rows];
            for wish in &wishes {
                taken[wish.y * columns + wish.x] = 1;
            }
            for label in &labels {
                let wide = width(&label.text);
                assert!(label.x + wide <= columns && label.y < rows, "seed {seed}: out of the picture");
                for x in label.x..label.x + wide {
                    let cell = &mut taken[label.y * columns + x];
                    assert_eq!(*cell, 0, "seed {seed}: {label:?} lies over something");
                    *cell = 1;
                }
            }
        }
    }

    #[test]
    fn the_more_important_is_named_first_and_short_where_room_is_short() {
        let wish = |x, y, name: &str, short: &str| Wish { x, y, wide: 1, names: names(name, short, 24), first: false };
        let labels = place(&[wish(0, 0, "Runder Tisch Ganztag", "RT Ganztag"), wish(1, 0, "Beirat", "")], 14, 1);
        assert_eq!(labels.iter().map(|label| (label.of, label.text.as_str())).collect::<Vec<_>>(), [(1, "Beirat")]);
        let labels = place(&[wish(0, 0, "Runder Tisch Ganztag", "RT Ganztag")], 14, 1);
        assert_eq!(labels[0].text, "RT Ganztag");
    }
}
