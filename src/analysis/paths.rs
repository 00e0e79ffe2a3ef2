//! Shortest paths of a graph: betweenness and sums of distances of all nodes, from one sweep a source. Knows only numbers.
//!
//! Exact (Brandes, A faster algorithm for betweenness centrality, 2001) on a smaller graph that says the same: nodes on one
//! tie are folded into their neighbour (Baglioni et al., Fast exact computation of betweenness centrality in social
//! networks, 2012), nodes with the same neighbours become one that counts several times (Sariyüce et al., Graph
//! manipulations for fast centrality computation, 2017): actors who sit in the same networks are many. Where that would
//! still take too long, sources are drawn, each node as likely (Brandes & Pich, Centrality estimation in large networks,
//! 2007; distances: Eppstein & Wang 2004), and how far off the figures may be is said.
//!
//! ```text
//!  neighbours ─► fold (no ends) ─► core (no twins) ─► sweep, a source each ─► back over twins and ends
//! ```

mod core;
mod fold;
mod sweep;

use self::core::Core;
use super::work::Work;
use crate::arrange::Arrange as _;
use fold::Fold;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use sweep::Sweep;

/// Steps over ties up to which everything is looked at; about ten seconds on two cores.
pub const EXACT: u64 = 4_000_000_000;
/// Steps over ties spent where that is not enough.
const DRAWN: u64 = 1_200_000_000;
/// Sources drawn at least.
const LEAST: u64 = 200;
/// Parts the sources are divided into: always the same, so that sums come out the same on every machine.
const PARTS: usize = 16;

/// What shortest paths say of a graph.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    /// Pairs of nodes whose shortest paths run through each node, in shares.
    pub betweenness: Vec<f64>,
    /// The sum of the distances from each node to all it reaches.
    pub distances: Vec<f64>,
    /// The part each node belongs to, from 0, the largest first, then by the first node.
    pub part: Vec<usize>,
    /// The sizes of the parts.
    pub sizes: Vec<usize>,
    /// Sources were drawn; nothing when everything was looked at.
    pub drawn: Option<Drawn>,
}

/// How figures were estimated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Sources drawn.
    pub sources: usize,
    /// Sources there are.
    pub of: usize,
    /// For each node, half the width of the interval that holds its true betweenness 95 times out of 100.
    pub errors: Vec<f64>,
}

/// The shortest paths of a graph given by the neighbours of each node. Nothing when the work was called off.
#[must_use]
pub fn paths(neighbours: &[Vec<usize>], limit: u64, work: &Work) -> Option<Paths> {
    let (part, sizes) = parts(neighbours);
    let fold = Fold::of(neighbours);
    let core = Core::of(neighbours, &fold);
    let plan = Plan::of(&core, &part, sizes.len(), limit);
    let sums = swept(&core, &plan, work)?;
    Some(unfolded(&core, &fold, &plan, sums, part, sizes))
}

/// Which sources are looked at, how often each counts.
struct Plan {
    /// Class, how often it counts, and whether it stands for others (drawn).
    sources: Vec<(u32, f64, bool)>,
    /// For each part, what a drawn source stands for; nothing for parts looked at whole.
    drawn: Vec<Option<(f64, f64)>>,
    /// The part of each class.
    part: Vec<usize>,
    of: usize,
}

impl Plan {
    fn of(core: &Core, part: &[usize], parts: usize, limit: u64) -> Self {
        let of_class: Vec<usize> = core.first.iter().map(|node| part.get(*node).copied().unwrap_or(0)).collect();
        let mut classes: Vec<Vec<u32>> = vec![Vec::new(); parts];
        let mut ties = vec![0_u64; parts];
        for (class, part) in (0_u32..).zip(&of_class) {
            classes.get_mut(*part).into_iter().for_each(|list| list.push(class));
            let degree = core.near(class).len();
            ties.get_mut(*part).into_iter().for_each(|sum| *sum += u64::try_from(degree).unwrap_or(0));
        }
        let cost =
            |classes: &[u32], ties: u64| u64::try_from(classes.len()).unwrap_or(u64::MAX).saturating_mul(2 * ties);
        let all: u64 = classes.iter().zip(&ties).map(|(classes, ties)| cost(classes, *ties)).sum();
        let mut plan = Plan { sources: Vec::new(), drawn: vec![None; parts], part: of_class, of: core.first.len() };
        for (at, (classes, ties)) in classes.iter().zip(&ties).enumerate() {
            if all <= limit || cost(classes, *ties) <= limit / 4 {
                plan.sources.extend(classes.iter().map(|class| (*class, 1.0, false)));
                continue;
            }
            let budget = DRAWN.min(limit);
            let count = (budget / (2 * ties).max(1)).max(LEAST);
            let weights = classes.iter().map(|class| core.weight(*class));
            let (draws, whole) = draw(weights, count);
            plan.sources
                .extend(classes.iter().zip(draws).filter(|(_, draws)| *draws > 0.0).map(|(c, n)| (*c, n, true)));
            if let Some(slot) = plan.drawn.get_mut(at) {
                *slot = Some((whole, real(usize::try_from(count).unwrap_or(usize::MAX))));
            }
        }
        plan
    }
}

/// How often each was drawn, each as likely as it is heavy, and the weight of all. The same numbers every time.
fn draw(weights: impl Iterator<Item = f64>, count: u64) -> (Vec<f64>, f64) {
    let sums: Vec<f64> = weights
        .scan(0.0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        })
        .collect();
    let whole = sums.last().copied().unwrap_or(0.0);
    let mut draws = vec![0.0; sums.len()];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..count {
        // SplitMix64 (Steele, Lea & Flood 2014); its upper half makes a number from 0 to 1.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let share = f64::from(u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or(0)) / 4_294_967_296.0;
        let at = sums.partition_point(|sum| *sum <= share * whole);
        draws.get_mut(at).into_iter().for_each(|draws| *draws += 1.0);
    }
    (draws, whole)
}

/// What the sweeps gave, by class.
#[derive(Default)]
struct Sums {
    between: Vec<f64>,
    squares: Vec<f64>,
    /// Of a source looked at: distances to all; of a drawn part: from the drawn ones.
    far: Vec<f64>,
}

fn swept(core: &Core, plan: &Plan, work: &Work) -> Option<Sums> {
    let done = AtomicUsize::new(0);
    let each = plan.sources.len().div_ceil(PARTS).max(1);
    let sum = |sources: &[(u32, f64, bool)]| {
        let mut sweep = Sweep::over(core);
        for (source, times, drawn) in sources {
            if work.called_off() {
                return None;
            }
            sweep.from(*source, *times, *drawn);
            work.at(done.fetch_add(1, Ordering::Relaxed), plan.sources.len());
        }
        Some(sweep.sums)
    };
    let parts: Vec<Option<Sums>> = plan.sources.par_chunks(each).map(sum).collect();
    let mut whole = Sums::none(core.first.len());
    for part in parts {
        whole.add(&part?);
    }
    Some(whole)
}

impl Sums {
    fn none(classes: usize) -> Self {
        Sums { between: vec![0.0; classes], squares: vec![0.0; classes], far: vec![0.0; classes] }
    }

    fn add(&mut self, other: &Sums) {
        let lists =
            [(&mut self.between, &other.between), (&mut self.squares, &other.squares), (&mut self.far, &other.far)];
        for (own, other) in lists {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        }
    }
}

/// From classes back to nodes, from the core back to the ends.
fn unfolded(core: &Core, fold: &Fold, plan: &Plan, sums: Sums, part: Vec<usize>, sizes: Vec<usize>) -> Paths {
    let nodes = part.len();
    let size = |node: usize| part.get(node).and_then(|part| sizes.get(*part)).map_or(0.0, |size| real(*size));
    // What hangs on the nodes of a part, added up: it is as far from all outside as its node, and a bit more.
    let mut depth = vec![0.0; sizes.len()];
    for (node, class) in core.class.iter().enumerate().filter(|(_, class)| class.is_some()) {
        if let (Some(_), Some(sum)) = (class, part.get(node).and_then(|part| depth.get_mut(*part))) {
            *sum += fold.depth.get(node).copied().unwrap_or(0.0);
        }
    }
    let drawn = plan.drawn.iter().any(Option::is_some);
    let mut errors = vec![0.0; if drawn { nodes } else { 0 }];
    let mut paths = Paths { betweenness: vec![0.0; nodes], distances: vec![0.0; nodes], ..Paths::default() };
    for node in 0..nodes {
        let Some(class) = core.class.get(node).copied().flatten() else { continue };
        let at = usize::try_from(class).unwrap_or(usize::MAX);
        let of = |list: &[f64]| list.get(at).copied().unwrap_or(0.0);
        let stands = plan.part.get(at).and_then(|part| plan.drawn.get(*part)).copied().flatten();
        // Seen from all sources, each pair counts twice; from drawn ones, each path by how far along it the node lies.
        let (whole, count) = stands.unwrap_or((1.0, 1.0));
        let pairs = if stands.is_some() { 1.0 } else { 2.0 };
        let twins = 2.0 * (core.weight(class) - fold.weight.get(node).copied().unwrap_or(0.0));
        let below = part.get(node).and_then(|part| depth.get(*part)).copied().unwrap_or(0.0);
        if let (Some(between), Some(far)) = (paths.betweenness.get_mut(node), paths.distances.get_mut(node)) {
            *between = of(&sums.between) * whole / count / pairs;
            *far = of(&sums.far) * whole / count + twins + below;
        }
        if let Some(error) = errors.get_mut(node).filter(|_| stands.is_some()) {
            let spread = (of(&sums.squares) - of(&sums.between).powi(2) / count).max(0.0) / (count - 1.0).max(1.0);
            *error = 1.96 * whole * (spread / count).sqrt();
        }
    }
    // The ends are as far from all as their neighbour, one step more from what is not behind them.
    for (end, neighbour) in fold.ends.iter().rev() {
        let from = paths.distances.get(*neighbour).copied().unwrap_or(0.0);
        let behind = fold.weight.get(*end).copied().unwrap_or(0.0);
        if let Some(far) = paths.distances.get_mut(*end) {
            *far = from + size(*end) - 2.0 * behind;
        }
    }
    for (node, between) in paths.betweenness.iter_mut().enumerate() {
        *between += fold.own(node, size(node));
    }
    let drawn = drawn.then_some(Drawn { sources: plan.sources.len(), of: plan.of, errors });
    Paths { part, sizes, drawn, ..paths }
}

/// The part of each node and the sizes of the parts.
fn parts(neighbours: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let mut seen = vec![false; neighbours.len()];
    let mut found: Vec<Vec<usize>> = Vec::new();
    for start in 0..neighbours.len() {
        let (mut members, mut stack) = (Vec::new(), vec![start]);
        while let Some(node) = stack.pop() {
            if seen.get_mut(node).is_some_and(|seen| !std::mem::replace(seen, true)) {
                members.push(node);
                stack.extend(neighbours.get(node).into_iter().flatten());
            }
        }
        if !members.is_empty() {
            found.push(members);
        }
    }
    found.arrange_by_key(|members| std::cmp::Reverse(members.len()));
    let mut part = vec![0; neighbours.len()];
    for (at, members) in found.iter().enumerate() {
        for slot in members {
            part.get_mut(*slot).into_iter().for_each(|part| *part = at);
        }
    }
    (part, found.iter().map(Vec::len).collect())
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
