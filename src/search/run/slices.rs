//! A search goes on for as long as there is time, and tells how much more it needs. Knows nothing of what is looked for.

use super::super::index::Index;
use super::super::pace::Pace;
use super::{AT_ONCE, Search, Stage};
use std::time::{Duration, Instant};

impl Search {
    /// Works for about this long; true when the search is finished. Starts again when the index was edited.
    pub fn step(&mut self, index: &Index, time: Duration) -> bool {
        let until = if index.len() > AT_ONCE { Instant::now().checked_add(time) } else { None };
        loop {
            if self.next_round(index) {
                return true;
            }
            if until.is_some_and(|until| Instant::now() >= until) {
                return false;
            }
        }
    }

    /// Works to the end.
    pub fn finish(&mut self, index: &Index) {
        while !self.next_round(index) {}
    }

    fn next_round(&mut self, index: &Index) -> bool {
        self.notice_edits(index);
        let (documents, since) = (self.pace.next_round(), Instant::now());
        let looked = documents.min(self.stage_len().saturating_sub(self.next));
        let stage = self.stage;
        let done = self.advance(index, documents);
        self.pace.note(looked, since);
        if self.stage != stage {
            // Other work takes other times.
            self.pace = Pace::default();
        }
        done
    }

    /// How long the rest will take, judged by what was looked at so far; with the look that forgives slips, as long as nothing
    /// was found that makes it needless.
    #[must_use]
    pub fn rest(&self) -> Duration {
        let here = self.stage_len().saturating_sub(self.next);
        let unseen = if self.stage == Stage::Narrowing { self.reach.len().saturating_sub(self.unseen) } else { 0 };
        let first = matches!(self.stage, Stage::Narrowing | Stage::Scanning);
        let found = !self.top.is_untouched() || !self.leaders.best().is_empty();
        let again = if first && !found && self.query.edits() > 0 { self.suspects_len() } else { 0 };
        self.pace.time_for(here + unseen + again)
    }

    /// Documents this stage looks at in all.
    pub(super) fn stage_len(&self) -> usize {
        match self.stage {
            Stage::Narrowing => self.before.len(),
            Stage::Scanning => self.reach.len(),
            Stage::Forgiving => self.suspects_len(),
            Stage::Scoring => self.scattered.len(),
            Stage::Done => 0,
        }
    }

    /// Documents that can match with slips, as far as that is known.
    pub(super) fn suspects_len(&self) -> usize {
        self.suspects.as_ref().map_or_else(|| self.reach.len(), Vec::len)
    }
}
