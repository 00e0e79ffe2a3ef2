//! Measures then and now: the whole graph in figures, and the actors and networks whose place in it has changed.

use super::{Named, Side, known_as, named};
use crate::analysis::completeness::{Completeness, completeness};
use crate::analysis::graph::TwoMode;
use crate::analysis::measures::{Measures, Row};
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind};
use std::collections::BTreeMap;

/// The graph of one state in figures.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The day it was looked at on.
    pub day: String,
    /// Actors who sit anywhere.
    pub actors: usize,
    /// Networks.
    pub networks: usize,
    /// Memberships: pairs of actor and network.
    pub memberships: usize,
    /// Memberships by possible ones, 0–1.
    pub density: f64,
    /// The sizes of the parts, largest first.
    pub components: Vec<usize>,
    /// Networks in which nobody, or one only, is noted.
    pub alone: usize,
    /// Actors and networks without whom a part falls apart.
    pub cut_points: usize,
    /// What the figures rest on.
    pub known: Completeness,
}

/// One actor or network whose place has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Actor or network.
    pub kind: Kind,
    /// Which.
    pub record: Named,
    /// Its measures then; nothing where it was not in the graph.
    pub then: Option<Row>,
    /// Its measures now; nothing where it is not in the graph any more.
    pub now: Option<Row>,
}

impl Moved {
    /// By how much betweenness (normalised, 0–1) has changed; what is not in the graph has none.
    #[must_use]
    pub fn by(&self) -> f64 {
        let between = |row: &Option<Row>| row.as_ref().map_or(0.0, |row| row.betweenness_centrality);
        between(&self.now) - between(&self.then)
    }

    /// Ties then and now.
    #[must_use]
    pub fn ties(&self) -> (usize, usize) {
        let degree = |row: &Option<Row>| row.as_ref().map_or(0, |row| row.degree);
        (degree(&self.then), degree(&self.now))
    }
}

pub(super) fn figures(side: Side<'_>, two: &TwoMode, measures: &Measures) -> Figures {
    let rows = || measures.actors.iter().chain(&measures.networks);
    Figures {
        day: side.day.to_owned(),
        actors: two.actors.len(),
        networks: two.networks.len(),
        memberships: two.ties.len(),
        density: measures.density,
        components: measures.components.clone(),
        alone: measures.networks.iter().filter(|row| row.degree < 2).count(),
        cut_points: rows().filter(|row| row.cut_point).count(),
        known: completeness(side.store, &two.networks),
    }
}

/// Less than this is no change of a measure.
const SAME: f64 = 1e-12;

pub(super) fn moved(
    then: Side<'_>,
    now: Side<'_>,
    before: (&TwoMode, &Measures),
    after: (&TwoMode, &Measures),
) -> Vec<Moved> {
    let mut both: BTreeMap<(Kind, Id), (Option<Row>, Option<Row>)> = BTreeMap::new();
    for (kind, id, row) in rows(before) {
        both.entry((kind, known_as(now, kind, id))).or_default().0 = Some(row.clone());
    }
    for (kind, id, row) in rows(after) {
        both.entry((kind, id.clone())).or_default().1 = Some(row.clone());
    }
    let each = both.into_iter().map(|((kind, id), (old, new))| Moved {
        kind,
        record: named(then, now, &id),
        then: old,
        now: new,
    });
    let mut found: Vec<Moved> = each
        .filter(|moved| {
            let (old, new) = moved.ties();
            old != new || moved.by().abs() > SAME || moved.then.is_some() != moved.now.is_some()
        })
        .collect();
    found.arrange_by(|a, b| b.by().abs().total_cmp(&a.by().abs()).then_with(|| a.record.name.cmp(&b.record.name)));
    found
}

fn rows<'a>((two, measures): (&'a TwoMode, &'a Measures)) -> impl Iterator<Item = (Kind, &'a Id, &'a Row)> {
    let actors = two.actors.iter().zip(&measures.actors).map(|(id, row)| (Kind::Actor, id, row));
    actors.chain(two.networks.iter().zip(&measures.networks).map(|(id, row)| (Kind::Network, id, row)))
}
