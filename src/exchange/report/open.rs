//! The guiding questions in the report: how far they are answered, on whose word, and what is open. Counts, no answers.

use super::Desk;
use crate::arrange::Arrange as _;
use crate::guide::{Line, State, Status, matrix, of_network};
use crate::landscape::vocabulary;
use crate::store::{Store, title};
use serde::Serialize;

/// How one question stands over all bodies.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// The question in full.
    pub label: String,
    /// Bodies for which it is answered; "there is none" is an answer.
    pub answered: usize,
    /// Of these without any source.
    pub unproven: usize,
    /// Partly answered.
    pub partly: usize,
    /// Open, planned conversations included.
    pub open: usize,
}

/// A body of which much is open.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    /// The body.
    pub network: String,
    /// The open questions in short.
    pub open: Vec<String>,
}

/// What is answered and what is open.
#[derive(Clone, Debug, Serialize)]
pub struct Open {
    /// Questions answered, all together.
    pub answered: usize,
    /// Questions asked.
    pub of: usize,
    /// Per question.
    pub questions: Vec<Question>,
    /// Open questions about the whole landscape.
    pub landscape: Vec<String>,
    /// The bodies most is open about, at most ten.
    pub bodies: Vec<Body>,
    /// Bodies about which nothing is open.
    pub complete: usize,
}

/// How many bodies are named.
const SHOWN: usize = 10;

pub(super) fn open(desk: Desk<'_>) -> Open {
    let day = desk.day();
    let lines = matrix(desk.store(), &day);
    let is_landscape = |line: &Line<'_>| *line.record.id == *Store::LANDSCAPE;
    let (own, all): (Vec<Line<'_>>, Vec<Line<'_>>) = lines.into_iter().partition(|line| is_landscape(line));
    let lines: Vec<Line<'_>> = all.into_iter().filter(|line| !crate::landscape::life::is_over(line.record)).collect();
    let short = |key: &str| vocabulary::entry("questions", key).map_or(key, |entry| entry.short(desk.lang)).to_owned();
    let (answered, of) =
        own.iter().chain(&lines).map(Line::progress).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let mut bodies: Vec<Body> = lines
        .iter()
        .map(|line| Body { network: title(desk.store(), line.record), open: line.open().map(short).collect() })
        .collect();
    let complete = bodies.iter().filter(|body| body.open.is_empty()).count();
    bodies.retain(|body| !body.open.is_empty());
    bodies.arrange_by_key(|body| std::cmp::Reverse(body.open.len()));
    bodies.truncate(SHOWN);
    Open {
        answered,
        of,
        questions: of_network().map(|key| question(desk, key, &lines)).collect(),
        landscape: own.iter().flat_map(Line::open).map(|key| desk.label("questions", key).to_owned()).collect(),
        bodies,
        complete,
    }
}

fn question(desk: Desk<'_>, key: &'static str, lines: &[Line<'_>]) -> Question {
    let states =
        || lines.iter().flat_map(|line| &line.states).filter(|(found, _)| *found == key).map(|(_, state)| state);
    let count = |wanted: &dyn Fn(&State<'_>) -> bool| states().filter(|state| wanted(state)).count();
    Question {
        label: desk.label("questions", key).to_owned(),
        answered: count(&|state| state.status.done()),
        unproven: count(&|state| state.unproven()),
        partly: count(&|state| state.status == Status::Partly),
        open: count(&|state| matches!(state.status, Status::Open | Status::Planned)),
    }
}
