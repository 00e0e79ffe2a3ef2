//! One sweep: from a source outwards, counting shortest paths, and back again, adding up what depends on each node
//! (Brandes 2001). The sheet it is written on is used again for the next source. Knows only numbers.

use super::Sums;
use super::core::Core;

/// What a sweep knows of a class.
#[derive(Clone, Copy)]
struct Cell {
    /// Shortest paths from the source to one node of it.
    paths: f64,
    /// What depends on each path through it.
    needs: f64,
    /// How many nodes are in it; what they stand for.
    count: f64,
    weight: f64,
    /// Steps from the source.
    far: u32,
}

const NOT_YET: u32 = u32::MAX;

/// A sheet, and what all sweeps on it have given.
pub(super) struct Sweep<'c> {
    core: &'c Core,
    cells: Vec<Cell>,
    order: Vec<u32>,
    pub(super) sums: Sums,
}

impl<'c> Sweep<'c> {
    pub(super) fn over(core: &'c Core) -> Self {
        let cell = |(count, weight): &(f64, f64)| Cell {
            paths: 0.0,
            needs: 0.0,
            count: *count,
            weight: *weight,
            far: NOT_YET,
        };
        let cells: Vec<Cell> = core.size.iter().map(cell).collect();
        Sweep { sums: Sums::none(cells.len()), order: Vec::with_capacity(cells.len()), cells, core }
    }

    /// Sweeps from a class: looked at for itself, or drawn so many times.
    pub(super) fn from(&mut self, source: u32, times: f64, drawn: bool) {
        self.outwards(source);
        // Two steps away they are; see `back`.
        self.twins(source, if drawn { 0.5 } else { 1.0 });
        self.back(source, times, drawn);
    }

    fn outwards(&mut self, source: u32) {
        let Some(cell) = self.cells.get_mut(at(source)) else { return };
        // One node of the class is the source; the others are two steps away, and no path leads through them.
        cell.far = 0;
        cell.paths = 1.0;
        self.order.push(source);
        let mut next = 0;
        while let Some(class) = self.order.get(next).copied() {
            next += 1;
            let Some(cell) = self.cells.get(at(class)) else { continue };
            let step = cell.far + 1;
            let paths = if class == source { cell.paths } else { cell.paths * cell.count };
            for near in self.core.near(class) {
                let Some(near_cell) = self.cells.get_mut(at(*near)) else { continue };
                if near_cell.far == NOT_YET {
                    near_cell.far = step;
                    self.order.push(*near);
                }
                if near_cell.far == step {
                    near_cell.paths += paths;
                }
            }
        }
    }

    /// The others of the source's class: their paths lead through each of its neighbours alike.
    fn twins(&mut self, source: u32, share: f64) {
        let others = self.core.twins.get(at(source)).copied().unwrap_or(0.0);
        if others <= 0.0 {
            return;
        }
        let near = self.core.near(source);
        let count = |class: &u32| self.cells.get(at(*class)).map_or(0.0, |cell| cell.count);
        let each = share * others / near.iter().map(count).sum::<f64>();
        for class in near {
            self.cells.get_mut(at(*class)).into_iter().for_each(|cell| cell.needs += each);
        }
    }

    /// What depends on a node near a drawn source would count far too much, and what is far from all drawn too little:
    /// there each path counts by how far along it a node lies (Geisberger, Sanders & Schultes, Better approximation of
    /// betweenness centrality, 2008). Both ends of a path together count once, as without it they do twice.
    fn back(&mut self, source: u32, times: f64, drawn: bool) {
        let weight = if drawn { times } else { self.core.weight(source) };
        let mut distances = 0.0;
        while let Some(class) = self.order.pop() {
            let Some(cell) = self.cells.get_mut(at(class)) else { continue };
            let depends = cell.paths * cell.needs;
            let far = cell.far;
            let steps = f64::from(far);
            let target = if drawn { cell.weight / steps.max(1.0) } else { cell.weight };
            let share = (target + cell.count * depends) / cell.paths;
            distances += steps * cell.weight;
            *cell = Cell { paths: 0.0, needs: 0.0, far: NOT_YET, ..*cell };
            if class == source {
                continue;
            }
            let along = if drawn { steps * depends } else { depends };
            self.give(class, along, weight, drawn.then_some(steps));
            // Those farther out are wiped already: every neighbour one step nearer still knows its distance.
            for near in self.core.near(class) {
                if let Some(near) = self.cells.get_mut(at(*near)).filter(|near| near.far.wrapping_add(1) == far) {
                    near.needs += share;
                }
            }
        }
        if let Some(sum) = self.sums.far.get_mut(at(source)).filter(|_| !drawn) {
            *sum = distances;
        }
    }

    fn give(&mut self, class: u32, depends: f64, weight: f64, drawn: Option<f64>) {
        self.sums.between.get_mut(at(class)).into_iter().for_each(|sum| *sum += weight * depends);
        let Some(steps) = drawn else { return };
        self.sums.squares.get_mut(at(class)).into_iter().for_each(|sum| *sum += weight * depends * depends);
        self.sums.far.get_mut(at(class)).into_iter().for_each(|sum| *sum += weight * steps);
    }
}

fn at(class: u32) -> usize {
    usize::try_from(class).unwrap_or(usize::MAX)
}
