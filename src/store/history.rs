//! Undo and redo without end: every change that was made, and those that were taken back. Knows no screens.

use super::Change;

/// What was done and can be undone, what was undone and can be redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Notes a change that was carried out; what was undone before can then not be redone.
    pub fn push(&mut self, change: Change) {
        self.done.push(change);
        self.undone.clear();
    }

    /// The change to undo next.
    #[must_use]
    pub fn last(&self) -> Option<&Change> {
        self.done.last()
    }

    /// The change to redo next.
    #[must_use]
    pub fn next(&self) -> Option<&Change> {
        self.undone.last()
    }

    /// The last change was taken back.
    pub fn undid(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// The next change was made again.
    pub fn redid(&mut self) {
        self.done.extend(self.undone.pop());
    }

    /// Forgets the change to undo next: it does not fit any more, the ones before it may.
    pub fn skip(&mut self) {
        self.done.pop();
    }

    /// Forgets the change to redo next, for the same reason.
    pub fn skip_next(&mut self) {
        self.undone.pop();
    }

    /// How many steps can be undone.
    #[must_use]
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Nothing to undo?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// All steps that can be undone, the oldest first.
    #[must_use]
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.done.iter()
    }

    /// Forgets everything, when the data were replaced from outside.
    pub fn clear(&mut self) {
        self.done.clear();
        self.undone.clear();
    }
}
