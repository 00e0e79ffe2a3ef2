//! The data a session works on: the store, who refers to whom, and the way back. The only door through which changes go.

use super::refs::Mentions;
use super::{Change, EditError, History, Refs, Store};
use crate::landscape::{Id, Kind};
use std::collections::HashSet;

/// A store with its backward references and its history.
#[derive(Clone, Debug, Default)]
pub struct Data {
    store: Store,
    refs: Refs,
    history: History,
}

/// The records a change touched, each once.
pub type Applied = Vec<(Kind, Id)>;

impl Data {
    /// The data of a store that was just read.
    #[must_use]
    pub fn new(store: Store) -> Self {
        let refs = Refs::of(&store);
        Data { store, refs, history: History::default() }
    }

    /// The data as they are now, for work elsewhere: without the history, a few pointers to copy.
    #[must_use]
    pub fn snapshot(&self) -> Data {
        Data { store: self.store.clone(), refs: self.refs.clone(), history: History::default() }
    }

    /// The data of a store of whose records it was noted, as they were read, whom they refer to.
    #[must_use]
    pub(super) fn with(store: Store, mentions: Mentions) -> Self {
        let refs = mentions.refs(&store);
        Data { store, refs, history: History::default() }
    }

    /// The records as they are now.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Who refers to whom.
    #[must_use]
    pub fn refs(&self) -> &Refs {
        &self.refs
    }

    /// What can be undone and redone.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Carries a change out and notes it.
    ///
    /// # Errors
    /// When it does not fit the data; then nothing is changed.
    pub fn apply(&mut self, change: Change) -> Result<Applied, EditError> {
        if change.edits.is_empty() {
            return Ok(Vec::new());
        }
        let touched = self.carry_out(&change)?;
        self.history.push(change);
        Ok(touched)
    }

    /// Takes the last change back; nothing when there is none.
    ///
    /// # Errors
    /// When it does not fit the data any more; then it is forgotten, so that those before it can be undone.
    pub fn undo(&mut self) -> Result<Option<(Change, Applied)>, EditError> {
        let Some(change) = self.history.last().cloned() else { return Ok(None) };
        let touched = match self.carry_out(&change.inverse()) {
            Ok(touched) => touched,
            Err(error) => {
                self.history.skip();
                return Err(error);
            }
        };
        self.history.undid();
        Ok(Some((change, touched)))
    }

    /// Makes the change taken back last again; nothing when there is none.
    ///
    /// # Errors
    /// When it does not fit the data any more.
    pub fn redo(&mut self) -> Result<Option<(Change, Applied)>, EditError> {
        let Some(change) = self.history.next().cloned() else { return Ok(None) };
        let touched = self.carry_out(&change).inspect_err(|_| self.history.skip_next())?;
        self.history.redid();
        Ok(Some((change, touched)))
    }

    /// Puts the state somebody else wrote in the place of ours. Steps that still fit can still be undone.
    pub fn replace(&mut self, store: Store) {
        self.refs = Refs::of(&store);
        self.store = store;
    }

    fn carry_out(&mut self, change: &Change) -> Result<Applied, EditError> {
        self.store = change.apply(&self.store)?;
        let (mut touched, mut known): (Applied, HashSet<&Id>) = Default::default();
        for edit in &change.edits {
            self.refs.note(edit, &self.store);
            if known.insert(edit.id()) {
                touched.push((edit.kind(), edit.id().clone()));
            }
        }
        Ok(touched)
    }
}
