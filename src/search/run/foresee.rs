//! What the next letter may ask for is looked for while nobody types: where a single word is with slips. A longer word has
//! slips nowhere else, so that a letter with which nothing is found as typed any more needs no second look at all documents.

use super::super::index::Index;
use super::{AT_ONCE, Search, Stage};
use std::time::{Duration, Instant};

impl Search {
    /// Whether there is something to look for in advance: in a small landscape, and while the search itself goes on, there
    /// is not.
    #[must_use]
    pub fn can_foresee(&self, index: &Index) -> bool {
        let forgiving = self.query.words.len() == 1 && self.query.edits() > 0 && !self.slips;
        self.stage == Stage::Done
            && forgiving
            && self.edition == index.edition()
            && index.len() > AT_ONCE
            && self.foreseen < self.suspects_len()
    }

    /// Looks in advance for about this long, one round at least.
    pub fn foresee(&mut self, index: &Index, time: Duration) {
        let since = Instant::now();
        while self.can_foresee(index) {
            let (from, begun) = (self.foreseen, Instant::now());
            let until = self.suspects_len().min(from + self.pace.next_round());
            let found = self.look_again(index, from, until);
            self.slipped.extend(found.into_iter().flatten().map(|(doc, _)| doc));
            self.foreseen = until;
            self.pace.note(until - from, begun);
            if since.elapsed() >= time {
                break;
            }
        }
    }

    /// Whether all documents are known that match with slips.
    pub(super) fn knows_slips(&self) -> bool {
        let looked = self.slips && self.stage != Stage::Forgiving;
        looked || self.foreseen > 0 && self.foreseen == self.suspects_len()
    }
}
