//! A question that must be answered: only where undo cannot help, or where others would lose something too. Enter is
//! the harmless answer.

use super::keymap::Scope;
use super::{Action, Context, Outcome, Reply};
use crate::landscape::{Id, Kind};
use crate::store::Change;

/// A question.
#[derive(Debug)]
pub struct Confirm {
    /// What is asked, one sentence.
    pub question: String,
    /// What it concerns, line by line.
    pub lines: Vec<String>,
    yes: Option<Yes>,
}

#[derive(Debug)]
enum Yes {
    Change(Change, Kind, Id),
    Act(Action),
}

impl Confirm {
    /// Asks before a change.
    #[must_use]
    pub fn change(question: String, lines: Vec<String>, change: Change, kind: Kind, id: Id) -> Self {
        Confirm { question, lines, yes: Some(Yes::Change(change, kind, id)) }
    }

    /// Asks before an action.
    #[must_use]
    pub fn action(question: String, lines: Vec<String>, action: Action) -> Self {
        Confirm { question, lines, yes: Some(Yes::Act(action)) }
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Confirm, Scope::Everywhere]
    }

    pub(super) fn types(&self) -> bool {
        false
    }

    pub(super) fn act(&mut self, action: &Action, _: &Context) -> Reply {
        match action {
            Action::Yes => Reply::Close(match self.yes.take() {
                Some(Yes::Change(change, kind, id)) => Outcome::Change(change, kind, id),
                Some(Yes::Act(action)) => Outcome::Act(action),
                None => Outcome::Nothing,
            }),
            Action::No | Action::Escape => Reply::Close(Outcome::Nothing),
            _ => Reply::Pass,
        }
    }
}
