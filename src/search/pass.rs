//! One pass over documents for the words as typed: what matches, and the best of it. Several go on side by side, none of
//! them over a part of a shelf.

use super::cells::Cells;
use super::index::Index;
use super::judge::Judge;
use super::onward::Fate;
use super::pace::PART;
use super::rank::{Group, Rank, SCATTERED};
use super::shelf::{Card, SHELF};
use super::top::{Floor, Top};
use std::ops::Range;

/// From so many documents of a shelf on it is quicker to look at all its texts first, in the order they lie in memory, for
/// whether they have the words.
const SOME: usize = SHELF / 8;

/// From so many on, for how well they have them; and names are then near enough to each other in memory.
const MANY: usize = SHELF / 4;

/// What is done before the documents of a shelf are looked at one by one.
#[derive(Clone, Copy, Default)]
pub(super) struct Ahead {
    /// All its texts are looked at for whether they have the words.
    pub briefly: bool,
    /// They are looked at for how well they have them.
    pub closely: bool,
    /// Memory is asked for several names at once.
    pub names: bool,
}

/// A document that matches as typed.
#[derive(Clone, Copy)]
pub(super) struct Match {
    /// The document.
    pub doc: u32,
    /// Whether its words may be found better than scattered; if they are not, no longer ones are.
    pub better: bool,
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
    /// The first word that has to be looked for; those before are known to be there.
    pub first: usize,
    /// What is done before the documents of a shelf are looked at one by one.
    pub ahead: Ahead,
    /// What all passes know of the worst that is still wanted.
    pub floor: &'a Floor,
    /// What is known of the shelf.
    pub cells: Cells,
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
    /// These documents will be looked at, in their order, if their fate is open.
    pub(super) fn expect<'m>(&mut self, matches: impl Iterator<Item = (Fate, &'m Match)>) {
        let (mut first, mut last, mut open, mut better) = (None, 0, 0, 0);
        for (fate, found) in matches.filter(|(fate, _)| fate.is_open()) {
            (first, last) = (first.or(Some(found.doc)), found.doc);
            open += usize::from(fate == Fate::Open);
            better += usize::from(found.better);
        }
        if let Some(first) = first {
            self.prepare(first, last, open, better);
        }
    }

    /// The same where nothing is known of their fate: most keys that come fast have to be answered so.
    pub(super) fn expect_all(&mut self, matches: &[Match]) {
        if let (Some(first), Some(last)) = (matches.first(), matches.last()) {
            let better = matches.iter().map(|found| usize::from(found.better)).sum();
            self.prepare(first.doc, last.doc, matches.len(), better);
        }
    }

    /// From the first of these documents to the last, so many have to be looked for, and so many may be better than scattered.
    fn prepare(&mut self, first: u32, last: u32, open: usize, better: usize) {
        let shelves = (last as usize / SHELF).saturating_sub(first as usize / SHELF) + 1;
        let (some, many) = (shelves * SOME, shelves * MANY);
        self.ahead = Ahead { briefly: open >= some, closely: better >= many, names: open < many };
    }

    /// Looks at one document, which may be known to match.
    #[inline]
    pub(super) fn look(&mut self, index: &Index, known: Match, card: &Card, is_there: bool) {
        if self.kinds >> card.kind() & 1 == 0 {
            return;
        }
        if self.cells.turn_to(known.doc, card) {
            self.look_ahead(card);
        }
        if !is_there && !self.judge.matches(card, self.first, &mut self.cells) {
            return;
        }
        let floor = self.floor.rank();
        let verdict = if known.better { self.judge.verdict(card, floor, &mut self.cells) } else { None };
        let better = known.better && (verdict.is_some() || floor.is_some());
        let (seen, doc) = (&mut self.seen, known.doc);
        seen.matches.push(Match { doc, better });
        if let Some(verdict) = verdict {
            seen.top.add(index, verdict, doc);
            self.floor.learn(&seen.top);
        } else {
            self.put_aside(doc, floor);
        }
    }

    /// Takes down a document that is known to match with scattered letters only.
    #[inline]
    pub(super) fn take_scattered(&mut self, doc: u32) {
        self.seen.matches.push(Match { doc, better: false });
        self.put_aside(doc, self.floor.rank());
    }

    /// Keeps a document with scattered letters, if it may be among the best.
    #[inline]
    fn put_aside(&mut self, doc: u32, floor: Option<Rank>) {
        if floor.is_none() && !self.seen.top.is_full() {
            self.seen.scattered.push(doc);
        }
    }

    /// Looks at all texts of the shelf of this document, if that is quicker; not closely when only those of other names can be good
    /// enough.
    fn look_ahead(&mut self, card: &Card) {
        let Ahead { briefly, closely, .. } = self.ahead;
        let worst = self.floor.rank().map_or(SCATTERED, Rank::worst).min(SCATTERED - 1);
        let wanted = Some(worst).filter(|worst| closely && *worst >= Group::Short.best());
        if briefly || wanted.is_some() {
            self.judge.look_ahead(card, self.first, wanted, &mut self.cells);
        }
    }
}

/// The documents of both lists, each of which is in order, in order and none of them twice.
pub(super) fn either(some: impl Iterator<Item = u32>, others: Vec<u32>) -> Vec<u32> {
    let mut all: Vec<u32> = some.chain(others).collect();
    #[expect(clippy::stable_sort_primitive, reason = "it knows runs that are in order, the other does not")]
    all.sort();
    all.dedup();
    all
}

/// The place behind the last document of the shelf on which the one before this place stands.
pub(super) fn whole_shelves(matches: &[Match], at: usize) -> usize {
    let shelf = |found: &Match| found.doc as usize / SHELF;
    let Some(last) = at.checked_sub(1).and_then(|last| matches.get(last)) else { return at.min(matches.len()) };
    let rest = matches.get(at..).unwrap_or(&[]);
    at + rest.iter().take_while(|found| shelf(found) == shelf(last)).count()
}

/// These places cut into parts of about [`PART`] documents, none of which ends within a shelf.
pub(super) fn parts(matches: &[Match], places: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = places.start;
    while from < places.end {
        let until = whole_shelves(matches, from + PART).min(places.end);
        parts.push(from..until);
        from = until;
    }
    parts
}
