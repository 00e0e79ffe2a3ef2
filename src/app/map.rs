//! The map: what is on it, what is selected, what of it is in view. Knows no signs and no colours; where nodes lie is found
//! beside the loop (`Task`), so that no key waits for it.
//!
//! ```text
//!  data ─► two-mode graph ─► view (networks · both · matrix) ─► Task ─► Arranged ─► places ─► sheet (dots) ─► ui::map
//! ```

mod act;
mod ego;
pub mod sheet;
mod task;

use super::keymap::Scope;
use super::line::Line;
use super::{Context, Model, Overlay};
use crate::analysis::map::difference::{Mark, difference};
use crate::analysis::map::layout::Work;
use crate::analysis::map::{Graph, Point, matrix, networks, two_mode, walk};
use crate::landscape::{Id, Kind};
use crate::search::fold;
use crate::store::Store;
use jiff::civil::Date;
pub use sheet::Sheet;
use std::sync::Arc;
pub use task::{Arranged, Task, arranged, effect};

/// What is on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Networks, tied by the actors they share.
    Networks,
    /// Networks and the actors who sit in them.
    Both,
    /// The matrix of both.
    Matrix,
}

/// Which end of a way is being asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asking {
    Nothing,
    From,
    To(String),
}

/// The state that is put beside the data.
#[derive(Debug)]
struct Before {
    then: Arc<Graph>,
    now: Arc<Graph>,
    day: Date,
}

/// The map.
#[derive(Debug)]
pub struct Map {
    /// What is on it.
    pub view: View,
    both: Arc<Graph>,
    /// The graph of the view.
    pub graph: Arc<Graph>,
    /// In which state each node and each tie is, when two are put together; empty else.
    pub marks: (Vec<Mark>, Vec<Mark>),
    before: Option<Before>,
    /// The order of the matrix.
    pub order: matrix::Order,
    places: Option<Vec<Point>>,
    work: Work,
    wanted: bool,
    /// The selected node.
    pub here: Option<usize>,
    /// The row and column of the matrix pointed at.
    pub cell: (usize, usize),
    /// Whose neighbours are gone through, and how many are behind.
    hub: Option<(usize, usize)>,
    /// How many steps around the node in the middle are shown; nothing for all.
    pub around: Option<(usize, usize)>,
    ego: Option<Vec<Point>>,
    /// The way that is shown, as places of nodes.
    pub way: Vec<usize>,
    asking: Asking,
    /// The filter.
    pub line: Line,
    filtering: bool,
    zoom: f64,
    middle: Option<Point>,
    seen: (u64, Option<Date>),
}

impl Drop for Map {
    fn drop(&mut self) {
        self.work.call_off();
    }
}

impl Map {
    /// The map of the data as they are.
    #[must_use]
    pub fn new(cx: &Context) -> Self {
        let mut map = Map {
            view: View::Networks,
            both: Arc::default(),
            graph: Arc::default(),
            marks: (Vec::new(), Vec::new()),
            before: None,
            order: matrix::Order::default(),
            places: None,
            work: Work::default(),
            wanted: false,
            here: None,
            cell: (0, 0),
            hub: None,
            around: None,
            ego: None,
            way: Vec::new(),
            asking: Asking::Nothing,
            line: Line::new(""),
            filtering: false,
            zoom: 1.0,
            middle: None,
            seen: (0, None),
        };
        map.fill(cx);
        map
    }

    /// The map of the data as they are, with what was different in another state.
    #[must_use]
    pub fn beside(then: Store, day: Date, cx: &Context) -> Self {
        let then = Arc::new(two_mode(&then, &day.to_string()));
        let mut map = Map::new(cx);
        map.before = Some(Before { then, now: map.both.clone(), day });
        map.fill(cx);
        map
    }

    /// The day of the state that is put beside, if one is.
    #[must_use]
    pub fn then(&self) -> Option<Date> {
        self.before.as_ref().map(|before| before.day)
    }

    /// In which state a node is.
    #[must_use]
    pub fn mark(&self, node: usize) -> Mark {
        self.marks.0.get(node).copied().unwrap_or_default()
    }

    /// Makes the map anew when the data or the day are others.
    pub fn refresh(&mut self, cx: &Context) {
        if self.seen != (cx.edition, Some(cx.now.date())) {
            self.fill(cx);
        }
    }

    fn fill(&mut self, cx: &Context) {
        self.seen = (cx.edition, Some(cx.now.date()));
        self.both = Arc::new(two_mode(cx.data.store(), &cx.now.date().to_string()));
        if let Some(before) = &mut self.before {
            before.now = self.both.clone();
            self.both = Arc::new(difference(&before.then, &before.now).graph);
        }
        self.order = matrix::Order::default();
        self.show(self.view);
    }

    /// Shows another view; the selected record stays selected where it is on it.
    fn show(&mut self, view: View) {
        let id = self.selected();
        let (graph, marks) = self.seen_as(view);
        let same = graph == self.graph;
        self.marks = marks;
        self.view = view;
        self.around = None;
        self.ego = None;
        self.hub = None;
        self.way = Vec::new();
        // The order of the matrix takes a while on a large landscape, and nothing else needs it.
        if view == View::Matrix && self.order.rows.is_empty() {
            self.order = matrix::order(&self.both);
            self.point_at_here();
        }
        if same {
            return;
        }
        self.work.call_off();
        self.work = Work::default();
        self.graph = graph;
        self.places = None;
        self.wanted = true;
        self.whole();
        let largest = || (0..self.graph.nodes.len()).rev().max_by_key(|at| self.weight(*at));
        self.here = id.and_then(|id| self.graph.find(&id)).or_else(largest);
        self.point_at_here();
    }

    /// The graph of a view, and what of it is new or gone.
    fn seen_as(&self, view: View) -> (Arc<Graph>, (Vec<Mark>, Vec<Mark>)) {
        let Some(before) = &self.before else {
            let graph = if view == View::Networks { Arc::new(networks(&self.both)) } else { self.both.clone() };
            return (graph, (Vec::new(), Vec::new()));
        };
        // Networks are tied by whom they share in one state, not by who sat in one then and sits in the other now.
        let found = if view == View::Networks {
            difference(&networks(&before.then), &networks(&before.now))
        } else {
            difference(&before.then, &before.now)
        };
        (Arc::new(found.graph), (found.nodes, found.ties))
    }

    fn weight(&self, node: usize) -> usize {
        self.graph.nodes.get(node).filter(|node| node.kind == Kind::Network).map_or(0, |node| node.weight)
    }

    fn selected(&self) -> Option<Id> {
        self.graph.nodes.get(self.here?).map(|node| node.id.clone())
    }

    /// The matrix points at the selected node.
    fn point_at_here(&mut self) {
        let Some(here) = self.here else { return };
        if let Some(row) = self.order.rows.iter().position(|row| *row == here) {
            self.cell.0 = row;
            let sits = |column: &usize| self.graph.near(here).iter().any(|(actor, _)| actor == column);
            self.cell.1 = self.order.columns.iter().position(sits).unwrap_or(self.cell.1);
            return;
        }
        if let Some(column) = self.order.columns.iter().position(|column| *column == here) {
            self.cell.1 = column;
        }
    }

    fn whole(&mut self) {
        self.zoom = 1.0;
        self.middle = None;
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        if self.filtering {
            return &[Scope::Filter, Scope::Line, Scope::Everywhere];
        }
        &[Scope::Map, Scope::Everywhere]
    }

    /// Is a filter being typed?
    #[must_use]
    pub fn types(&self) -> bool {
        self.filtering
    }

    /// Where the nodes lie: around one of them, or all; nothing while that is being found.
    #[must_use]
    pub fn places(&self) -> Option<&[Point]> {
        self.ego.as_deref().or(self.places.as_deref())
    }

    /// How far the work on the places is, in percent.
    #[must_use]
    pub fn percent(&self) -> usize {
        self.work.percent()
    }

    /// Is the node in view as far as the surroundings go?
    #[must_use]
    pub fn shows(&self, node: usize) -> bool {
        self.ego.as_ref().is_none_or(|places| places.get(node).is_some_and(|place| place.x.is_finite()))
    }

    /// Does the node fit the filter?
    #[must_use]
    pub fn fits(&self, node: usize) -> bool {
        let wanted = fold(self.line.text());
        let holds = |text: &str| fold(text).contains(&wanted);
        wanted.is_empty() || self.graph.nodes.get(node).is_some_and(|node| holds(&node.name) || holds(&node.short))
    }

    /// The picture on a sheet of so many dots; a way that is shown fills it.
    #[must_use]
    pub fn sheet(&self, columns: usize, rows: usize) -> Option<Sheet> {
        let places = self.places()?;
        if self.way.is_empty() {
            return Some(Sheet::of(places, columns, rows, self.zoom, self.middle));
        }
        let way: Vec<Point> = self.way.iter().filter_map(|node| places.get(*node)).copied().collect();
        Some(Sheet::of(&way, columns, rows, self.zoom, self.middle))
    }

    /// How many of the networks have members recorded, and how many there are.
    #[must_use]
    pub fn recorded(&self) -> (usize, usize) {
        let now = self.before.as_ref().map_or(&self.both, |before| &before.now);
        let networks = now.nodes.iter().filter(|node| node.kind == Kind::Network);
        (networks.clone().filter(|node| node.weight > 0).count(), networks.count())
    }

    /// Is this tie part of the way that is shown?
    #[must_use]
    pub fn on_way(&self, a: usize, b: usize) -> bool {
        self.way.windows(2).any(|pair| pair == [a, b] || pair == [b, a])
    }

    /// Shows only what is around the selected node.
    fn focus(&mut self, around: Option<(usize, usize)>) {
        self.around = around;
        self.whole();
        self.ego = around.and_then(|(middle, steps)| {
            let ring = walk::rings(&self.graph, middle, steps);
            Some(ego::places(&self.graph, self.places.as_deref()?, &ring))
        });
        if self.ego.is_none() {
            self.around = None;
        }
    }
}

/// The map that is open, if one is.
fn open(model: &mut Model) -> Option<&mut Map> {
    model.overlays.iter_mut().rev().find_map(|layer| match layer {
        Overlay::Map(map) => Some(&mut **map),
        _ => None,
    })
}
