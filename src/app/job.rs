//! Work for a thread beside the loop, so that no key waits for it: what is asked for, what comes back. Knows no threads.

use super::board::Board;
use super::{Effect, Model, Overlay, compare_list, insight};
use crate::analysis::work::Work;

/// Work to be done elsewhere.
#[derive(Clone, Debug)]
pub enum Job {
    /// Measures of the graph.
    Measure(Box<insight::Task>),
    /// Two states side by side.
    Compare(Box<compare_list::Task>),
}

/// What came of it.
#[derive(Debug)]
pub enum Done {
    /// Measures of the graph.
    Measured(Box<insight::Measured>),
    /// Two states side by side.
    Compared(Box<compare_list::Compared>),
}

impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Job::Measure(a), Job::Measure(b)) => a.query == b.query,
            (Job::Compare(a), Job::Compare(b)) => a.query == b.query,
            _ => false,
        }
    }
}

impl Eq for Job {}

impl Job {
    /// Does the work, unless nobody wants it any more.
    #[must_use]
    pub fn carry_out(self) -> Option<Done> {
        match self {
            Job::Measure(task) => task.carry_out().map(|done| Done::Measured(Box::new(done))),
            Job::Compare(task) => Some(Done::Compared(Box::new(task.carry_out()))),
        }
    }
}

/// Work that is called off when nobody looks at its result any more.
#[derive(Debug, Default)]
pub struct Wanted(pub Work);

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.call_off();
    }
}

/// What the open boards ask to be worked out, once.
pub fn effects(model: &mut Model) -> Vec<Effect> {
    boards(model).filter_map(|board| board.content.job()).map(Effect::Work).collect()
}

/// Gives what came of a piece of work to the board that asked for it, if it is still open.
pub fn done(model: &mut Model, done: Done) {
    let mut done = Some(done);
    let mut overlays = std::mem::take(&mut model.overlays);
    for layer in overlays.iter_mut().rev() {
        if let Overlay::Board(board) = layer {
            board.worked(&mut done, &model.context());
        }
    }
    model.overlays = overlays;
}

fn boards(model: &mut Model) -> impl Iterator<Item = &mut Board> {
    model.overlays.iter_mut().filter_map(|layer| match layer {
        Overlay::Board(board) => Some(&mut **board),
        _ => None,
    })
}
