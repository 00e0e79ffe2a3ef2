//! What holds the landscape together: parts that share no member with the rest, and single actors without whom networks
//! fall off. Cut points by one walk in depth (Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", 1973),
//! which also gives what lies behind each. Knows no screens.

use super::{Detail, Gap, GapKind};
use crate::analysis::graph::{TwoMode, Whom};
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind};
use crate::store::Store;
use std::ops::Range;

pub(super) fn gaps(store: &Store, day: &str) -> Vec<Gap> {
    let people = TwoMode::of(store, day, Whom::People, |_| true);
    let mut found = hanging(&people);
    found.extend(camps(&TwoMode::of(store, day, Whom::Institutions, |_| true)));
    found
}

/// Each part but the largest that holds a network with members.
fn camps(two: &TwoMode) -> Vec<Gap> {
    let walk = Walk::of(two);
    let mut parts: Vec<&[usize]> = walk.parts().filter(|part| part.len() > 1).collect();
    parts.arrange_by_key(|part| std::cmp::Reverse(part.len()));
    let camp = |part: &&[usize]| {
        let networks = networks(two, part);
        let subject = networks.first().map(|id| (Kind::Network, id.clone()));
        let actors = part.len() - networks.len();
        Gap { kind: GapKind::Camp, subject, detail: Detail::Part(networks, actors) }
    };
    parts.iter().skip(1).map(camp).collect()
}

/// Each actor without whom a part falls into several that hold networks, and the networks of all but the largest.
fn hanging(two: &TwoMode) -> Vec<Gap> {
    let walk = Walk::of(two);
    let mut found: Vec<(usize, Gap)> = Vec::new();
    for (actor, mut pieces) in walk.cuts(two.actors.len()) {
        let size = |piece: &Vec<Range<usize>>| piece.iter().map(|span| walk.later_in(span, two.actors.len())).sum();
        pieces.arrange_by_key(|piece| std::cmp::Reverse::<usize>(size(piece)));
        let nodes: Vec<usize> = pieces.iter().skip(1).flatten().flat_map(|span| walk.nodes(span)).copied().collect();
        let falls = networks(two, &nodes);
        if let Some(id) = two.actors.get(actor).filter(|_| !falls.is_empty()) {
            let subject = Some((Kind::Actor, id.clone()));
            found.push((falls.len(), Gap { kind: GapKind::HangsOn, subject, detail: Detail::Falls(falls) }));
        }
    }
    found.arrange_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.into_iter().map(|(_, gap)| gap).collect()
}

fn networks(two: &TwoMode, nodes: &[usize]) -> Vec<Id> {
    let at = |node: &usize| node.checked_sub(two.actors.len());
    let mut places: Vec<usize> = nodes.iter().filter_map(at).collect();
    places.arrange_by(Ord::cmp);
    places.into_iter().filter_map(|place| two.networks.get(place)).cloned().collect()
}

/// A walk in depth through all parts: the nodes in the order in which they were met.
struct Walk {
    order: Vec<usize>,
    /// Node → its place in the order.
    met: Vec<usize>,
    /// Node → the earliest place reached from what lies below it by one tie more.
    low: Vec<usize>,
    /// Node → the place after the last one below it.
    end: Vec<usize>,
    /// Node → those first met from it.
    below: Vec<Vec<usize>>,
    /// The first node of each part.
    roots: Vec<usize>,
}

impl Walk {
    fn of(two: &TwoMode) -> Self {
        let (neighbours, count) = (two.neighbours(), two.nodes());
        let unseen = vec![usize::MAX; count];
        let mut walk = Walk {
            order: Vec::with_capacity(count),
            met: unseen.clone(),
            low: unseen,
            end: vec![0; count],
            below: vec![Vec::new(); count],
            roots: Vec::new(),
        };
        for root in 0..count {
            if at(&walk.met, root) == usize::MAX {
                walk.roots.push(root);
                walk.descend(&neighbours, root);
            }
        }
        walk
    }

    /// Walks one part, without calling itself: parts may be deep.
    fn descend(&mut self, neighbours: &[Vec<usize>], root: usize) {
        let mut path: Vec<(usize, usize)> = vec![(root, 0)];
        self.meet(root);
        while let Some((node, step)) = path.last_mut() {
            let here = *node;
            let next = neighbours.get(here).and_then(|list| list.get(*step)).copied();
            *step += 1;
            match next {
                Some(next) if at(&self.met, next) == usize::MAX => {
                    self.meet(next);
                    self.below.get_mut(here).into_iter().for_each(|list| list.push(next));
                    path.push((next, 0));
                }
                Some(next) => self.reach(here, at(&self.met, next)),
                None => {
                    self.end.get_mut(here).into_iter().for_each(|end| *end = self.order.len());
                    path.pop();
                    if let Some((above, _)) = path.last() {
                        self.reach(*above, at(&self.low, here));
                    }
                }
            }
        }
    }

    fn meet(&mut self, node: usize) {
        let place = self.order.len();
        self.order.push(node);
        for list in [&mut self.met, &mut self.low] {
            list.get_mut(node).into_iter().for_each(|slot| *slot = place);
        }
    }

    fn reach(&mut self, node: usize, place: usize) {
        self.low.get_mut(node).into_iter().for_each(|low| *low = place.min(*low));
    }

    /// Where what lies below a node, itself included, stands in the order.
    fn span(&self, node: usize) -> Range<usize> {
        at(&self.met, node)..at(&self.end, node)
    }

    fn nodes(&self, span: &Range<usize>) -> &[usize] {
        self.order.get(span.clone()).unwrap_or(&[])
    }

    /// How many nodes of a span are not among the first `count`.
    fn later_in(&self, span: &Range<usize>, count: usize) -> usize {
        self.nodes(span).iter().filter(|node| **node >= count).count()
    }

    /// The nodes of each part.
    fn parts(&self) -> impl Iterator<Item = &[usize]> {
        self.roots.iter().map(|root| self.nodes(&self.span(*root)))
    }

    /// The cut points among the first `count` nodes, each with the pieces its part falls into without it.
    fn cuts(&self, count: usize) -> Vec<(usize, Vec<Vec<Range<usize>>>)> {
        let mut found = Vec::new();
        for root in &self.roots {
            let whole = self.span(*root);
            for node in self.nodes(&whole).iter().copied().filter(|node| *node < count) {
                let apart = |child: &&usize| at(&self.low, **child) >= at(&self.met, node);
                let children = self.below.get(node).into_iter().flatten().filter(apart);
                let below: Vec<Range<usize>> = children.map(|child| self.span(*child)).collect();
                if below.is_empty() {
                    continue;
                }
                let rest = without(&whole, at(&self.met, node), &below);
                let mut pieces: Vec<Vec<Range<usize>>> = below.into_iter().map(|span| vec![span]).collect();
                if node != *root {
                    pieces.push(rest);
                }
                if pieces.len() > 1 {
                    found.push((node, pieces));
                }
            }
        }
        found
    }
}

/// What is left of a span without one place and without these spans, which stand behind it in their order.
fn without(whole: &Range<usize>, place: usize, gone: &[Range<usize>]) -> Vec<Range<usize>> {
    let before = std::iter::once(whole.start..place);
    let starts = std::iter::once(place + 1).chain(gone.iter().map(|span| span.end));
    let ends = gone.iter().map(|span| span.start).chain([whole.end]);
    let mut left: Vec<Range<usize>> = before.chain(starts.zip(ends).map(|(from, to)| from..to)).collect();
    left.retain(|span| !span.is_empty());
    left
}

fn at(list: &[usize], node: usize) -> usize {
    list.get(node).copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A small generator of random numbers (Marsaglia, "Xorshift RNGs", 2003).
    fn roll(seed: &mut u64, below: usize) -> usize {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        usize::try_from(*seed % below as u64).unwrap()
    }

    /// The networks that hang together without one actor, part by part: plain and slow.
    fn parts_without(two: &TwoMode, actor: usize) -> Vec<BTreeSet<usize>> {
        let (neighbours, n) = (two.neighbours(), two.actors.len());
        let (mut seen, mut parts) = (BTreeSet::from([actor]), Vec::new());
        for start in 0..two.nodes() {
            let (mut next, mut part) = (vec![start], BTreeSet::new());
            while let Some(node) = next.pop() {
                if seen.insert(node) {
                    part.extend(node.checked_sub(n));
                    next.extend(&neighbours[node]);
                }
            }
            if !part.is_empty() {
                parts.push(part);
            }
        }
        parts
    }

    #[test]
    fn what_hangs_on_an_actor_is_what_taking_it_out_shows() {
        for seed in 1..=300_u64 {
            let mut dice = seed * 7919;
            let (n, m) = (2 + roll(&mut dice, 9), 1 + roll(&mut dice, 6));
            let ties: BTreeSet<(usize, usize)> =
                (0..roll(&mut dice, n * m + 1)).map(|_| (roll(&mut dice, n), roll(&mut dice, m))).collect();
            let names = |letter: &str, count: usize| (0..count).map(|at| Id::new(&format!("{letter}{at}"))).collect();
            let two = TwoMode { actors: names("a", n), networks: names("n", m), ties: ties.into_iter().collect() };
            let found = hanging(&two);
            let whole = parts_without(&two, usize::MAX).len();
            for actor in 0..n {
                let parts = parts_without(&two, actor);
                let told = found.iter().find(|gap| gap.subject.as_ref().unwrap().1 == two.actors[actor]);
                let Some(gap) = told else {
                    assert_eq!(parts.len(), whole, "seed {seed}, actor {actor}");
                    continue;
                };
                assert!(parts.len() > whole, "seed {seed}, actor {actor}");
                let Detail::Falls(falls) = &gap.detail else { panic!("seed {seed}") };
                let falls: BTreeSet<usize> =
                    falls.iter().map(|id| two.networks.iter().position(|other| other == id).unwrap()).collect();
                let all: BTreeSet<usize> = parts.iter().flatten().copied().collect();
                let kept: BTreeSet<usize> = all.difference(&falls).copied().collect();
                assert!(parts.iter().all(|part| part.is_subset(&falls) || part.is_disjoint(&falls)), "seed {seed}");
                assert!(!kept.is_empty() && !falls.is_empty(), "seed {seed}");
            }
        }
    }
}
