//! The documents whose name begins with what is typed, looked for before all others: they are what most people mean, so a
//! large landscape shows them at once, and what cannot come before enough of them need not be looked at closely.
//!
//! Very large landscapes are asked in samples, so that this costs the same at any size.

use super::index::Index;
use super::judge::{Verdict, begins};
use super::query::Query;
use super::rank::Rank;
use super::reach::Reach;
use super::shelf::Card;
use super::top::Top;
use super::word::Word;

/// Shelves that are looked at, at most, of those that have records of the kinds looked for.
const SAMPLE: usize = 64;

/// How many are shown before the search has come to them, at most: a screen is full, and the rest comes by and by.
const SHOWN: usize = 100;

/// The best documents whose name begins with the only word.
#[derive(Default)]
pub(super) struct Leaders {
    /// All whose name begins so, of those that were looked at; `None` where nobody looked: for several words, or in a
    /// small landscape.
    all: Option<Vec<u32>>,
    /// Some of the best of them, the best first.
    best: Vec<(Verdict, u32)>,
    /// What a document has to beat or equal to be among the best k of all.
    floor: Option<Rank>,
}

impl Leaders {
    /// Looks for the best `k` among these kinds. Of several words none is known to matter most: then there are none.
    pub(super) fn of(index: &Index, query: &Query, kinds: u16, reach: &Reach, k: usize) -> Self {
        let [word] = query.words.as_slice() else { return Self::default() };
        let may_lead = |card: &Card| kinds >> card.kind() & 1 == 1 && word.may_begin(card.begins(), false);
        let docs = reach.sample(index, SAMPLE).flat_map(|(shelf, first)| {
            let places = shelf.names().iter().enumerate().filter(|(_, set)| word.allowed(**set, 0));
            places
                .filter(move |(at, _)| shelf.card(*at).is_some_and(|card| may_lead(&card)))
                .map(move |(at, _)| first + at)
        });
        Self::among(index, word, docs.filter_map(|doc| u32::try_from(doc).ok()), k)
    }

    /// The same after the word was typed on: only those whose name begins with the shorter one are looked at.
    pub(super) fn narrowed(self, index: &Index, query: &Query, k: usize) -> Self {
        let ([word], Some(all)) = (query.words.as_slice(), self.all) else { return Self::default() };
        Self::among(index, word, all.into_iter(), k)
    }

    fn among(index: &Index, word: &Word, docs: impl Iterator<Item = u32>, k: usize) -> Self {
        let (mut top, mut all) = (Top::new(k), Vec::new());
        for doc in docs {
            if let Some(verdict) = index.card(doc as usize).and_then(|card| begins(word, &card)) {
                all.push(doc);
                top.add(index, verdict, doc);
            }
        }
        let mut best = top.sorted(index, &[]);
        let floor =
            best.last().filter(|_| k > 0 && all.len() >= k).map(|(verdict, _)| Rank::last_with(verdict.rank.main()));
        best.truncate(SHOWN);
        Self { all: Some(all), best, floor }
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
