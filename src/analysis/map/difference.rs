//! Two graphs as one: what both have, what only one of them has. For the map of then and now. Knows no places.

use super::graph::{Graph, Node, Tie};
use crate::landscape::{Id, Kind};
use std::collections::{BTreeMap, HashMap};

/// In which of two states something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// In both.
    #[default]
    Same,
    /// Only now.
    New,
    /// Only then.
    Gone,
}

/// Two graphs as one.
#[derive(Clone, Debug, Default)]
pub struct Difference {
    /// Nodes and ties of both, as they are now where they are in both.
    pub graph: Graph,
    /// In which state each node is.
    pub nodes: Vec<Mark>,
    /// In which state each tie is.
    pub ties: Vec<Mark>,
}

fn mark(then: bool, now: bool) -> Mark {
    match (then, now) {
        (true, true) => Mark::Same,
        (false, _) => Mark::New,
        (true, false) => Mark::Gone,
    }
}

/// Puts two graphs together: networks first, each kind by id, as they are in each.
#[must_use]
pub fn difference(then: &Graph, now: &Graph) -> Difference {
    let mut nodes: BTreeMap<(bool, &Id), (Option<&Node>, Option<&Node>)> = BTreeMap::new();
    let key = |node: &'_ Node| node.kind != Kind::Network;
    for node in &then.nodes {
        nodes.entry((key(node), &node.id)).or_default().0 = Some(node);
    }
    for node in &now.nodes {
        nodes.entry((key(node), &node.id)).or_default().1 = Some(node);
    }
    let place: HashMap<&Id, usize> = nodes.keys().enumerate().map(|(at, (_, id))| (*id, at)).collect();
    let mut ties: BTreeMap<(usize, usize), (Option<&Tie>, Option<&Tie>)> = BTreeMap::new();
    let ends = |graph: &Graph, tie: &Tie| {
        let at = |node: usize| place.get(&graph.nodes.get(node)?.id).copied();
        let (a, b) = (at(tie.a)?, at(tie.b)?);
        Some((a.min(b), a.max(b)))
    };
    for tie in &then.ties {
        if let Some(ends) = ends(then, tie) {
            ties.entry(ends).or_default().0 = Some(tie);
        }
    }
    for tie in &now.ties {
        if let Some(ends) = ends(now, tie) {
            ties.entry(ends).or_default().1 = Some(tie);
        }
    }
    let marks = nodes.values().map(|(then, now)| mark(then.is_some(), now.is_some())).collect();
    let tie_marks = ties.values().map(|(then, now)| mark(then.is_some(), now.is_some())).collect();
    let whole = nodes.into_values().filter_map(|(then, now)| now.or(then).cloned()).collect();
    let joined = ties.into_iter().filter_map(|((a, b), (then, now))| now.or(then).map(|tie| Tie { a, b, ..*tie }));
    Difference { graph: Graph::new(whole, joined.collect()), nodes: marks, ties: tie_marks }
}

#[cfg(test)]
mod tests {
    use super::super::two_mode;
    use super::*;

    #[test]
    fn what_is_in_both_is_once_and_the_rest_is_marked() {
        let store = crate::store::read(crate::store::DEMO).unwrap().store;
        let (then, now) = (two_mode(&store, "2022-01-01"), two_mode(&store, "2026-11-23"));
        let found = difference(&then, &now);
        let count = |wanted: Mark, marks: &[Mark]| marks.iter().filter(|mark| **mark == wanted).count();
        let same = count(Mark::Same, &found.nodes);
        assert_eq!(same + count(Mark::New, &found.nodes), now.nodes.len());
        assert_eq!(same + count(Mark::Gone, &found.nodes), then.nodes.len());
        let same = count(Mark::Same, &found.ties);
        assert_eq!(same + count(Mark::New, &found.ties), now.ties.len());
        assert_eq!(same + count(Mark::Gone, &found.ties), then.ties.len());
        assert!(count(Mark::New, &found.ties) > 0 && count(Mark::Gone, &found.ties) > 0);
        let itself = difference(&now, &now);
        assert_eq!(itself.graph, now);
        assert_eq!(count(Mark::Same, &itself.ties), now.ties.len());
    }
}
