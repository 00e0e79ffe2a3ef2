//! A line of the matrix as the screen holds it: a network (or the landscape) and how each question stands. Borrows nothing,
//! so that it can stay while data change.

use crate::app::Context;
use crate::guide::doubt::Doubt;
use crate::guide::{self, State, Status};
use crate::landscape::Id;
use crate::search::fold;
use crate::store::{name_of, title};

/// How a question stands, and why.
#[derive(Clone, Debug)]
pub struct Cell {
    /// How it stands.
    pub status: Status,
    /// Its sign.
    pub sign: &'static str,
    /// An answer nobody stands behind.
    pub unproven: bool,
    /// Somebody decided so.
    pub by_hand: bool,
    /// Whom to ask, by name; empty when nobody is named.
    pub ask: String,
    /// Why somebody decided so.
    pub reason: String,
    /// How many pieces of evidence speak to it.
    pub sources: usize,
    /// What does not fit.
    pub doubt: Option<Doubt>,
}

/// A network, or the landscape, and its questions.
#[derive(Clone, Debug)]
pub struct Line {
    /// The record.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The name as it is sorted by.
    pub folded: String,
    /// How each question stands.
    pub cells: Vec<Cell>,
    /// How many are answered.
    pub done: usize,
    /// How many there are, those given up left out.
    pub of: usize,
}

/// The landscape's line, and those of all networks by id.
pub(super) fn all(cx: &Context) -> (Line, Vec<Line>) {
    let store = cx.data.store();
    let day = cx.now.date().to_string();
    let mut lines = guide::matrix(store, &day).into_iter().map(|line| one(&line, cx));
    let landscape = lines.next().unwrap_or_else(|| Line {
        id: Id::none(),
        name: String::new(),
        folded: String::new(),
        cells: Vec::new(),
        done: 0,
        of: 0,
    });
    (landscape, lines.collect())
}

fn one(line: &guide::Line<'_>, cx: &Context) -> Line {
    let (done, of) = line.progress();
    let name = title(cx.data.store(), line.record);
    let cells = line.states.iter().map(|(_, state)| cell(state, cx)).collect();
    Line { id: line.record.id.clone(), folded: fold(&name), name, cells, done, of }
}

fn cell(state: &State<'_>, cx: &Context) -> Cell {
    Cell {
        status: state.status,
        sign: state.sign(),
        unproven: state.unproven(),
        by_hand: state.by_hand,
        ask: if state.ask.is_empty() { String::new() } else { name_of(cx.data.store(), state.ask) },
        reason: state.reason.to_owned(),
        sources: state.sources.len(),
        doubt: state.doubt(),
    }
}
