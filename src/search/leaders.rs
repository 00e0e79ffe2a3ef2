//! The documents whose name begins with what is typed, looked for before all others: they are what most people mean, so a
//! large landscape shows them at once, and what cannot come before enough of them need not be looked at closely.
//!
//! Very large landscapes are asked in samples, so that this costs the same at any size.

use super::index::Index;
use super::judge::{Verdict, begins};
use super::query::Query;
use super::rank::Rank;
use super::reach::Reach;
use super::top::Top;

/// Shelves that are looked at, at most, of those that have records of the kinds looked for.
const SAMPLE: usize = 64;

/// How many are shown before the search has come to them, at most: a screen is full, and the rest comes by and by.
const SHOWN: usize = 100;

/// The best documents whose name begins with the only word.
#[derive(Default)]
pub(super) struct Leaders {
    /// Some of the best of them, the best first.
    best: Vec<(Verdict, u32)>,
    /// What a document has to beat or equal to be among the best k of all.
    floor: Option<Rank>,
}

impl Leaders {
    /// Looks for the best `k` among these kinds. Of several words none is known to matter most: then there are none.
    pub(super) fn of(index: &Index, query: &Query, kinds: u16, reach: &Reach, k: usize) -> Self {
        let [word] = query.words.as_slice() else { return Self::default() };
        let (mut top, mut found) = (Top::new(k), 0);
        for (shelf, first) in reach.sample(index, SAMPLE) {
            for (at, _) in shelf.names().iter().enumerate().filter(|(_, set)| word.allowed(**set, 0)) {
                let card = shelf.card(at).filter(|card| kinds >> card.kind() & 1 == 1);
                if let (Some(card), Ok(doc)) = (card, u32::try_from(first + at))
                    && let Some(verdict) = begins(word, &card)
                {
                    found += 1;
                    top.add(index, verdict, doc);
                }
            }
        }
        let mut best = top.sorted(index, &[]);
        let floor =
            best.last().filter(|_| k > 0 && found >= k).map(|(verdict, _)| Rank::last_with(verdict.rank.main()));
        best.truncate(SHOWN);
        Self { best, floor }
    }

    /// Those that can be shown before anything else was found, the best first.
    pub(super) fn best(&self) -> &[(Verdict, u32)] {
        &self.best
    }

    /// What a document has to beat or equal to be wanted, if that is known.
    pub(super) fn floor(&self) -> Option<Rank> {
        self.floor
    }
}
