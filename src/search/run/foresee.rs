//! What the next letter may ask for is looked for while nobody types: how the matches go on, and where a single word is with
//! slips. A longer word has slips nowhere else, so that a letter with which nothing is found as typed any more needs no
//! second look at all documents.

use super::super::index::Index;
use super::super::onward::{Onward, Told};
use super::super::pace::Pace;
use super::super::pass::{parts, whole_shelves};
use super::{AT_ONCE, Search, Stage};
use rayon::prelude::*;
use std::ops::Range;
use std::time::{Duration, Instant};

impl Search {
    /// Whether there is something to look for in advance: in a small landscape, and while the search itself goes on, there
    /// is not.
    #[must_use]
    pub fn can_foresee(&self, index: &Index) -> bool {
        self.stage == Stage::Done
            && self.edition == index.edition()
            && index.len() > AT_ONCE
            && (self.onward.len() < self.matches.len() || self.foreseen < self.slips_ahead())
    }

    /// Looks in advance for about this long, one round at least.
    pub fn foresee(&mut self, index: &Index, time: Duration) {
        let since = Instant::now();
        while self.can_foresee(index) {
            let (documents, begun) = (self.pace.next_round(), Instant::now());
            let left = if self.onward.len() < self.matches.len() {
                self.foresee_letters(index, documents);
                self.matches.len().saturating_sub(self.onward.len())
            } else {
                self.foresee_slips(index, documents);
                self.slips_ahead().saturating_sub(self.foreseen)
            };
            self.pace.note(documents, begun);
            if left == 0 {
                // Other work takes other times.
                self.pace = Pace::default();
            }
            if since.elapsed() >= time {
                break;
            }
        }
    }

    /// Looks how so many more matches may go on.
    fn foresee_letters(&mut self, index: &Index, documents: usize) {
        let Some(word) = self.query.words.last() else { return };
        let from = self.onward.len();
        let until = whole_shelves(&self.matches, from.saturating_add(documents));
        let look = |part: Range<usize>| {
            let mut told = Told::default();
            let onward = |doc: u32| {
                let card = index.card(doc as usize);
                card.map_or(Onward::default(), |card| Onward::of(word, doc, &card, &mut told))
            };
            let matches = self.matches.get(part).unwrap_or(&[]);
            matches.iter().map(|found| found.doc).map(onward).collect::<Vec<Onward>>()
        };
        let all: Vec<Vec<Onward>> = parts(&self.matches, from..until).into_par_iter().map(look).collect();
        self.onward.extend(all.into_iter().flatten());
    }

    /// Looks at so many more documents for a single word with slips.
    fn foresee_slips(&mut self, index: &Index, documents: usize) {
        let until = self.suspects_len().min(self.foreseen + documents);
        let found = self.look_again(index, self.foreseen, until);
        self.slipped.extend(found.into_iter().flatten().map(|(doc, _)| doc));
        self.foreseen = until;
    }

    /// How many documents can be looked at in advance for slips.
    fn slips_ahead(&self) -> usize {
        let forgiving = self.query.words.len() == 1 && self.query.edits() > 0 && !self.slips;
        if forgiving { self.suspects_len() } else { 0 }
    }

    /// Whether all documents are known that match with slips.
    pub(super) fn knows_slips(&self) -> bool {
        let looked = self.slips && self.stage != Stage::Forgiving;
        looked || self.foreseen > 0 && self.foreseen == self.suspects_len()
    }
}
