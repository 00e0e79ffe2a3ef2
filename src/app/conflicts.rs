//! What two people changed at once, value by value: ours stands until theirs is taken. Closing keeps what stands.

use super::keymap::Scope;
use super::{Action, Context, Outcome, Reply};
use crate::landscape::{Record, Value};
use crate::store::{Change, Conflict, title};

/// The values in conflict.
#[derive(Debug)]
pub struct Conflicts {
    /// Each with whether theirs is taken.
    pub list: Vec<(Conflict, bool)>,
    /// The selected one.
    pub row: usize,
}

impl Conflicts {
    /// These conflicts, ours standing.
    #[must_use]
    pub fn new(conflicts: Vec<Conflict>) -> Self {
        Conflicts { list: conflicts.into_iter().map(|conflict| (conflict, false)).collect(), row: 0 }
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Conflicts, Scope::List, Scope::Everywhere]
    }

    pub(super) fn types(&self) -> bool {
        false
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        let last = self.list.len().saturating_sub(1);
        match action {
            Action::Down => self.row = (self.row + 1).min(last),
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::First => self.row = 0,
            Action::Last => self.row = last,
            Action::Mine | Action::Theirs => {
                if let Some((conflict, theirs)) = self.list.get_mut(self.row) {
                    *theirs = *action == Action::Theirs && conflict.field.is_some();
                }
                self.row = (self.row + 1).min(last);
            }
            Action::Escape => return Reply::Close(self.outcome(cx)),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    /// One change that takes theirs wherever they were chosen; it can be undone like any other.
    fn outcome(&self, cx: &Context) -> Outcome {
        let mut whole: Option<Change> = None;
        for (conflict, _) in self.list.iter().filter(|(_, theirs)| *theirs) {
            let store = cx.data.store();
            let Some(record) = store.get(conflict.kind, &conflict.id) else { continue };
            let mut edits = taken(conflict, record);
            edits.step =
                crate::store::Step::new(crate::store::Deed::TookOver, conflict.kind.name(), &title(store, record));
            whole = Some(match whole {
                Some(change) => change.and(edits),
                None => edits,
            });
        }
        let first = self.list.iter().find(|(_, theirs)| *theirs).map(|(conflict, _)| conflict);
        match (whole, first) {
            (Some(change), Some(first)) => Outcome::Change(change, first.kind, first.id.clone()),
            _ => Outcome::Nothing,
        }
    }
}

/// The change that puts their value in the place of ours.
fn taken(conflict: &Conflict, record: &Record) -> Change {
    let mut new = record.clone();
    match &conflict.field {
        Some((field, Some((key, inner)))) => {
            let mut parts = record.parts(*field).to_vec();
            match inner {
                Some(inner) => parts
                    .iter_mut()
                    .filter(|part| part.key() == &**key)
                    .for_each(|part| part.set(*inner, conflict.theirs.clone())),
                None => put_part(&mut parts, key, conflict.theirs.as_ref()),
            }
            new.set(*field, Value::parts(parts));
        }
        Some((field, None)) => new.set(*field, conflict.theirs.clone()),
        None => {}
    }
    Change::update(conflict.kind, record, &new, "")
}

/// Puts their part in the place of ours, or at the end when we deleted it; takes ours out when they deleted it.
fn put_part(parts: &mut Vec<Record>, key: &str, theirs: Option<&Value>) {
    let theirs = if let Some(Value::Parts(theirs)) = theirs { theirs.first() } else { None };
    match (parts.iter_mut().find(|part| part.key() == key), theirs) {
        (Some(ours), Some(theirs)) => ours.clone_from(theirs),
        (None, Some(theirs)) => parts.push(theirs.clone()),
        (_, None) => parts.retain(|part| part.key() != key),
    }
}
