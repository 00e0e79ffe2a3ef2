//! The work behind the board, done beside the loop: the graph of the day, its measures, and the rows that show them.

use super::rows;
use crate::analysis::completeness::{Completeness, completeness};
use crate::analysis::graph::{TwoMode, Whom, isolates};
use crate::analysis::holes::{Hole, holes};
use crate::analysis::measures::{Measures, measure_beside};
use crate::analysis::pagerank::pagerank;
use crate::analysis::sectors::{self, Mixing};
use crate::analysis::work::Work;
use crate::app::asked::AsOf;
use crate::app::board::Row;
use crate::landscape::Kind;
use crate::search::terms::Terms;
use crate::store::Store;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) as_of: AsOf,
    pub(super) terms: String,
    pub(super) whom: Whom,
    pub(super) rank: bool,
}

/// Measures of a graph with what they rest on.
pub(super) struct Facts<'f> {
    pub(super) store: &'f Store,
    pub(super) query: &'f Query,
    pub(super) two: &'f TwoMode,
    pub(super) measures: &'f Measures,
    pub(super) holes: &'f [Option<Hole>],
    pub(super) ranks: &'f [f64],
    pub(super) known: Completeness,
    pub(super) isolates: usize,
    pub(super) mixing: &'f (Vec<Mixing>, Mixing),
}

/// The answer, ready to be shown.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) whom: Whom,
    pub(super) rows: [Vec<Row>; 3],
    pub(super) known: Completeness,
    /// Sources drawn, sources there are, and the largest error, where measures are estimates.
    pub(super) estimate: Option<crate::analysis::measures::Estimate>,
    /// How many actors and networks are shown, and how many there are.
    pub(super) shown: (usize, usize),
}

/// Measures, unless nobody wants it any more.
pub(super) fn measured(store: &Store, query: &Query, work: &Work) -> Option<Measured> {
    let day = query.as_of.day.to_string();
    let terms = Terms::parse(&query.terms, Kind::Network.shape());
    let two = TwoMode::of(store, &day, query.whom, |record| terms.matches(record, store));
    let measures = measure_beside(&two, work)?;
    let ranks = if query.rank { pagerank(&two) } else { Vec::new() };
    let mixing = sectors::mixing(&two, &sectors::of(store, &two));
    let facts = Facts {
        store,
        query,
        two: &two,
        measures: &measures,
        holes: &holes(&two),
        ranks: &ranks,
        known: completeness(store, &two.networks),
        isolates: isolates(store, &day).len(),
        mixing: &mixing,
    };
    let rows = [rows::actors(&facts), rows::networks(&facts), rows::figures(&facts)];
    let shown = (rows.iter().take(2).map(Vec::len).sum(), two.nodes());
    Some(Measured { rows, known: facts.known, estimate: measures.estimate, shown, whom: query.whom })
}
