//! Structural holes: Burt's constraint and effective size ("Structural holes", 1992) of each actor among the actors it
//! shares a network with. Knows no records; `tests/graph_networkx.rs` compares with networkx.

use super::graph::TwoMode;
use super::projection::around;
use rayon::prelude::*;

/// What is measured of an actor's surroundings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hole {
    /// How much its partners are partners of each other: low for who ties what is not tied otherwise.
    pub constraint: f64,
    /// Its partners, less the average of their ties among each other.
    pub effective_size: f64,
}

/// Of each actor; nothing of one that shares no network. Every tie weighs the same.
#[must_use]
pub fn holes(two: &TwoMode) -> Vec<Option<Hole>> {
    let ties = around(two);
    ties.par_iter().map(|own| hole(&ties, own)).collect()
}

fn hole(ties: &[Vec<usize>], own: &[usize]) -> Option<Hole> {
    let size = real(own.len());
    let (mut constraint, mut among) = (0.0, 0);
    for other in own {
        let mut through = 0.0;
        for third in common(own, ties.get(*other)?) {
            among += 1;
            through += 1.0 / (size * real(ties.get(third)?.len()));
        }
        constraint += (1.0 / size + through).powi(2);
    }
    (!own.is_empty()).then(|| Hole { constraint, effective_size: size - real(among) / size })
}

/// What two ascending lists have in common.
fn common<'l>(a: &'l [usize], b: &'l [usize]) -> impl Iterator<Item = usize> + 'l {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    std::iter::from_fn(move || {
        loop {
            let (one, other) = (**a.peek()?, **b.peek()?);
            match one.cmp(&other) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    a.next();
                    b.next();
                    return Some(one);
                }
            }
        }
    })
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
