//! What the map shows of a state of the data, put together beside the loop: the graph of each view, what of it is new or
//! gone beside another state, the order of the matrix. Knows no threads.

use crate::analysis::map::difference::{Mark, difference};
use crate::analysis::map::{Graph, arrange, layout, matrix, networks, two_mode};
use crate::analysis::work::Work;
use crate::landscape::Kind;
use crate::store::Store;
use jiff::civil::Date;
use std::sync::Arc;

/// A graph, and in which state each node and each tie is, when two are put together; no marks else.
#[derive(Clone, Debug, Default)]
pub(super) struct Sight {
    pub(super) graph: Arc<Graph>,
    pub(super) marks: (Vec<Mark>, Vec<Mark>),
}

/// All there is to show of a state of the data.
#[derive(Debug)]
pub(super) struct Drawn {
    /// Networks, tied by the actors they share.
    pub(super) networks: Sight,
    /// Networks and actors.
    pub(super) both: Sight,
    /// The order of the matrix.
    pub(super) order: matrix::Order,
    /// How many of the networks have members recorded, and how many there are.
    pub(super) recorded: (usize, usize),
}

/// The data of a day, beside those of another state if one is given.
pub(super) fn drawn(store: &Store, today: Date, before: Option<&(Store, Date)>, work: &Work) -> Option<Drawn> {
    let now = two_mode(store, &today.to_string());
    work.step(1, 3)?;
    let bodies = now.nodes.iter().filter(|node| node.kind == Kind::Network);
    let recorded = (bodies.clone().filter(|node| node.weight > 0).count(), bodies.count());
    let (networks, both) = match before {
        None => (Sight::of(networks(&now)), Sight::of(now)),
        Some((store, day)) => {
            let then = two_mode(store, &day.to_string());
            // Networks are tied by whom they share in one state, not by who sat in one then and sits in the other now.
            (Sight::beside(&networks(&then), &networks(&now)), Sight::beside(&then, &now))
        }
    };
    work.step(2, 3)?;
    let order = matrix::order(&both.graph);
    Some(Drawn { networks, both, order, recorded })
}

impl Sight {
    fn of(graph: Graph) -> Self {
        Sight { graph: Arc::new(graph), marks: Default::default() }
    }

    fn beside(then: &Graph, now: &Graph) -> Self {
        let found = difference(then, now);
        Sight { graph: Arc::new(found.graph), marks: (found.nodes, found.ties) }
    }
}

/// A graph whose nodes are to find their places: this one, not one that looks the same.
#[derive(Clone, Debug)]
pub(super) struct Lay(pub(super) Arc<Graph>);

impl PartialEq for Lay {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Lay {
    pub(super) fn out(&self, work: &Work) -> Option<Vec<layout::Point>> {
        arrange(&self.0, work)
    }
}
