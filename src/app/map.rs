//! The map: what is on it, what is selected, what of it is in view. Knows no signs and no colours; the graphs, the order of
//! the matrix and where nodes lie are found beside the loop (`Asked`), so that no key waits for them.
//!
//! ```text
//!  data ─► Drawn (graph of each view, order) ─► view (networks · both · matrix) ─► places ─► sheet (dots) ─► ui::map
//! ```

mod act;
mod drawn;
mod ego;
pub mod sheet;

use super::Context;
use super::asked::{Asked, Pending};
use super::job::Done;
use super::keymap::Scope;
use super::line::Line;
use crate::analysis::map::difference::Mark;
use crate::analysis::map::{Graph, Point, matrix, walk};
use crate::analysis::work::Work;
use crate::landscape::{Id, Kind};
use crate::search::fold;
use crate::store::Store;
use drawn::{Drawn, Lay, Sight, drawn};
use jiff::civil::Date;
pub use sheet::Sheet;
use std::sync::Arc;

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

/// The order of a matrix nobody knows yet.
static NO_ORDER: matrix::Order = matrix::Order { rows: Vec::new(), columns: Vec::new() };

/// The map.
#[derive(Debug)]
pub struct Map {
    /// What is on it.
    pub view: View,
    drawn: Asked<(u64, Date), Drawn>,
    /// The graph of the view.
    pub graph: Arc<Graph>,
    /// In which state each node and each tie is, when two are put together; empty else.
    pub marks: (Vec<Mark>, Vec<Mark>),
    /// The state that is put beside the data.
    before: Option<(Store, Date)>,
    places: Asked<Lay, Vec<Point>>,
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
}

impl Map {
    /// The map of the data as they are.
    #[must_use]
    pub fn new(cx: &Context) -> Self {
        Map::with(None, cx)
    }

    /// The map of the data as they are, with what was different in another state.
    #[must_use]
    pub fn beside(then: Store, day: Date, cx: &Context) -> Self {
        Map::with(Some((then, day)), cx)
    }

    fn with(before: Option<(Store, Date)>, cx: &Context) -> Self {
        let mut map = Map {
            view: View::Networks,
            drawn: Asked::default(),
            graph: Arc::default(),
            marks: (Vec::new(), Vec::new()),
            before,
            places: Asked::default(),
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
        };
        map.refresh(cx);
        map
    }

    /// The day of the state that is put beside, if one is.
    #[must_use]
    pub fn then(&self) -> Option<Date> {
        self.before.as_ref().map(|(_, day)| *day)
    }

    /// In which state a node is.
    #[must_use]
    pub fn mark(&self, node: usize) -> Mark {
        self.marks.0.get(node).copied().unwrap_or_default()
    }

    /// Asks for the map anew when the data or the day are others; what is shown stays until it is there.
    pub fn refresh(&mut self, cx: &Context) {
        let (store, before) = (cx.data.store().clone(), self.before.clone());
        let work = move |(_, today): &(u64, Date), work: &Work| drawn(&store, *today, before.as_ref(), work);
        self.drawn.ask((cx.edition, cx.now.date()), work);
    }

    pub(super) fn asked(&mut self) -> Vec<&mut dyn Pending> {
        vec![&mut self.drawn, &mut self.places]
    }

    /// Takes what came of its work out of the hand that offers it.
    pub(super) fn worked(&mut self, done: &mut Option<Done>) {
        if self.drawn.worked(done) {
            self.show(self.view);
        } else {
            self.places.worked(done);
        }
    }

    /// Is it known what is on it?
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.drawn.found().is_some()
    }

    /// The order of the matrix.
    #[must_use]
    pub fn order(&self) -> &matrix::Order {
        self.drawn.found().map_or(&NO_ORDER, |drawn| &drawn.order)
    }

    /// Networks and actors.
    fn both(&self) -> Arc<Graph> {
        self.drawn.found().map_or_else(Arc::default, |drawn| drawn.both.graph.clone())
    }

    /// Shows another view; the selected record stays selected where it is on it.
    fn show(&mut self, view: View) {
        let id = self.selected();
        let drawn = self.drawn.found();
        let sight = drawn.map(|drawn| if view == View::Networks { &drawn.networks } else { &drawn.both });
        let Sight { graph, marks } = sight.cloned().unwrap_or_default();
        self.marks = marks;
        self.view = view;
        self.around = None;
        self.ego = None;
        self.hub = None;
        self.way = Vec::new();
        if Arc::ptr_eq(&graph, &self.graph) || graph == self.graph {
            return self.point_at_here();
        }
        self.graph = graph;
        self.places.ask(Lay(self.graph.clone()), Lay::out);
        self.whole();
        let largest = || (0..self.graph.nodes.len()).rev().max_by_key(|at| self.weight(*at));
        self.here = id.and_then(|id| self.graph.find(&id)).or_else(largest);
        self.point_at_here();
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
        if let Some(row) = self.order().rows.iter().position(|row| *row == here) {
            self.cell.0 = row;
            let sits = |column: &usize| self.graph.near(here).iter().any(|(actor, _)| actor == column);
            self.cell.1 = self.order().columns.iter().position(sits).unwrap_or(self.cell.1);
            return;
        }
        if let Some(column) = self.order().columns.iter().position(|column| *column == here) {
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
        self.ego.as_deref().or(self.laid())
    }

    fn laid(&self) -> Option<&[Point]> {
        self.places.found().filter(|_| self.places.is_current()).map(Vec::as_slice)
    }

    /// How far the work on the map is, in percent.
    #[must_use]
    pub fn percent(&self) -> usize {
        let work = if self.is_known() { self.places.work() } else { self.drawn.work() };
        work.map_or(0, |work| work.percent())
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
        self.drawn.found().map_or((0, 0), |drawn| drawn.recorded)
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
            Some(ego::places(&self.graph, self.laid()?, &ring))
        });
        if self.ego.is_none() {
            self.around = None;
        }
    }
}
