//! One pass over documents for the words as typed: what matches, and the best of it. Several go on side by side.

use super::index::Index;
use super::judge::Judge;
use super::memo::Memo;
use super::shelf::Card;
use super::spot::Spot;
use super::top::{Floor, Top};

/// A document that matches as typed, and where it has the last word.
#[derive(Clone, Copy)]
pub(super) struct Match {
    /// The document.
    pub doc: u32,
    /// Where its last word is.
    pub spot: Spot,
}

/// The documents that match.
pub(super) fn docs(matches: &[Match]) -> impl Iterator<Item = u32> {
    matches.iter().map(|found| found.doc)
}

/// A pass over documents for the words as typed.
pub(super) struct Pass<'a> {
    /// The words.
    pub judge: Judge<'a>,
    /// A bit for each kind looked for.
    pub kinds: u16,
    /// Whether only the last word has to be looked for, and how much of it is known to be there.
    pub last_only: Option<usize>,
    /// What all passes know of the worst that is still wanted.
    pub floor: &'a Floor,
    /// What is known of the shelf.
    pub memo: Memo,
    /// What was found.
    pub seen: Seen,
}

/// What a pass found.
pub(super) struct Seen {
    /// All that match.
    pub matches: Vec<Match>,
    /// Those with scattered letters, which were not scored.
    pub scattered: Vec<u32>,
    /// The best of the others.
    pub top: Top,
}

impl Pass<'_> {
    /// Looks at one document.
    #[inline]
    pub(super) fn look(&mut self, index: &Index, before: Match, card: &Card) {
        if self.kinds >> card.kind() & 1 == 0 {
            return;
        }
        let memo = &mut self.memo;
        memo.turn_to(before.doc, card);
        let spot = match self.last_only {
            Some(known) => self.judge.last_matches(card, before.spot, known, memo),
            None => self.judge.matches(card, memo),
        };
        let Some(spot) = spot else { return };
        let (seen, doc) = (&mut self.seen, before.doc);
        seen.matches.push(Match { doc, spot });
        let floor = self.floor.rank();
        let better = if self.judge.better { self.judge.verdict(card, spot.field, floor, memo) } else { None };
        if let Some(verdict) = better {
            seen.top.add(index, verdict, doc);
            self.floor.learn(&seen.top);
        } else if floor.is_none() && !seen.top.is_full() {
            seen.scattered.push(doc);
        }
    }
}

/// A bit for each of these documents.
pub(super) fn bits(docs: impl Iterator<Item = u32>, count: usize) -> Vec<u64> {
    let mut bits = vec![0_u64; count.div_ceil(64)];
    for doc in docs {
        if let Some(word) = bits.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }
    bits
}
