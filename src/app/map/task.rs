//! The places of a map's nodes, found beside the loop: what is asked for, what comes back, what is called off. Knows no
//! threads.

use super::{Map, open};
use crate::analysis::map::layout::Work;
use crate::analysis::map::{Graph, Point, arrange};
use crate::app::{Effect, Model};
use std::sync::Arc;

/// Work to be done elsewhere.
#[derive(Clone, Debug)]
pub struct Task {
    graph: Arc<Graph>,
    work: Work,
}

impl PartialEq for Task {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.graph, &other.graph)
    }
}

impl Eq for Task {}

/// What came of it.
#[derive(Debug)]
pub struct Arranged {
    graph: Arc<Graph>,
    places: Vec<Point>,
}

impl Task {
    /// Does the work, unless nobody wants it any more.
    #[must_use]
    pub fn carry_out(self) -> Option<Arranged> {
        let places = arrange(&self.graph, &self.work)?;
        Some(Arranged { graph: self.graph, places })
    }
}

impl Map {
    fn task(&mut self) -> Option<Task> {
        let wanted = std::mem::replace(&mut self.wanted, false);
        wanted.then(|| Task { graph: self.graph.clone(), work: self.work.clone() })
    }
}

/// What the open map asks to be worked out, once.
pub fn effect(model: &mut Model) -> Option<Effect> {
    open(model)?.task().map(Effect::Arrange)
}

/// Takes the places over, if the map is still the one they were found for.
pub fn arranged(model: &mut Model, arranged: Arranged) {
    if let Some(map) = open(model).filter(|map| Arc::ptr_eq(&map.graph, &arranged.graph)) {
        map.places = Some(arranged.places);
    }
}
