//! The second look, which forgives slips: it changes nothing, so that all processors can share it.
//!
//! Knows documents and how they are judged, not what becomes of those that match.

use super::bits::Bits;
use super::cells::Cells;
use super::index::Index;
use super::judge::{Judge, Verdict};
use super::letters::has;
use super::rank::Rank;
use super::shelf::Card;
use std::ops::Range;

/// A document that matches when slips are forgiven; a single word is looked for with slips only.
pub(super) type Judged = (u32, Verdict);

/// The second look at documents, which changes nothing, so that several threads can take it.
pub(super) struct Again<'a> {
    /// The words, slips forgiven.
    pub judge: Judge<'a>,
    /// A bit for each kind looked for.
    pub kinds: u16,
    /// The documents that match as typed.
    pub plain: &'a Bits,
    /// What those have to beat.
    pub floor: Option<Rank>,
    /// Whether so many documents are looked at that all texts of a shelf are looked at first.
    pub dense: bool,
}

impl Again<'_> {
    /// What matches among the documents from one number to another, all on one shelf.
    pub(super) fn among_all(&self, index: &Index, docs: Range<usize>) -> Vec<Judged> {
        let (mut found, mut cells) = (Vec::new(), Cells::default());
        let (need, lacking) = (self.judge.query.need, self.judge.query.edits());
        each(index, docs, need, lacking, |doc, card| found.extend(self.look(doc, card, &mut cells)));
        found
    }

    /// What matches among these documents.
    pub(super) fn among(&self, index: &Index, docs: &[u32]) -> Vec<Judged> {
        let mut cells = Cells::default();
        let look = |doc: &u32| self.look(*doc, &index.card(*doc as usize)?, &mut cells);
        docs.iter().filter_map(look).collect()
    }

    /// Looks at one document.
    #[inline]
    fn look(&self, doc: u32, card: &Card, cells: &mut Cells) -> Option<Judged> {
        if self.kinds >> card.kind() & 1 == 0 {
            return None;
        }
        let turned = cells.turn_to(doc, card);
        let verdict = match self.judge.query.words.as_slice() {
            // It is not there as typed in any better way than scattered, so that slips alone are to be looked for.
            [word] => {
                if turned && self.dense {
                    Judge::forgive_ahead(word, card, cells);
                }
                Judge::forgiven(word, card, cells)
            }
            _ => self.judge.verdict(card, self.floor.filter(|_| self.plain.has(doc)), cells),
        };
        verdict.map(|verdict| (doc, verdict))
    }
}

/// Calls `look` for every document of these, all on one shelf, whose letters include all that are needed but `lacking`.
#[inline]
pub(super) fn each(index: &Index, docs: Range<usize>, need: u64, lacking: u32, mut look: impl FnMut(u32, &Card)) {
    let Some((shelf, first)) = index.shelf(docs.start) else { return };
    let (from, until) = (docs.start - first, shelf.len().min(docs.end - first));
    let sets = shelf.wide().get(from..until).unwrap_or(&[]);
    for (at, wide) in (from..until).zip(sets) {
        if !has(*wide, need, lacking) || *wide == 0 {
            continue;
        }
        if let (Some(card), Ok(number)) = (shelf.card(at), u32::try_from(first + at)) {
            look(number, &card);
        }
    }
}
