//! A search in slices: it can be interrupted at any time, typed on, and thrown away.
//!
//! First all documents are looked at for the words as typed; when that finds nothing better than scattered letters,
//! a second pass forgives slips of the finger. Scattered letters are scored last, and only if there is room for them. In a
//! large landscape those whose name begins with what is typed stand there from the start ([`Leaders`]).

mod foresee;
mod narrow;
mod slices;

use super::again::{Again, Judged, each};
use super::bits::Bits;
use super::cells::Cells;
use super::index::Index;
use super::judge::{Judge, Scattered, Verdict};
use super::leaders::Leaders;
use super::onward::{Onward, Typed};
use super::pace::{FEW, PART, Pace};
use super::pass::{Ahead, Match, Pass, Seen, docs, either};
use super::query::Query;
use super::rank::{SCATTERED, Tier};
use super::reach::Reach;
use super::top::{Floor, Top};
use rayon::prelude::*;
use std::ops::Range;

/// All kinds of documents.
pub const ALL_KINDS: u16 = u16::MAX;

/// Documents of a landscape that is searched at once, without a look at the clock.
const AT_ONCE: usize = 8 * PART;

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the index.
    pub doc: usize,
    /// Tier of its weakest word.
    pub tier: Tier,
    /// The field that holds the weakest word ([`super::NAME`] or the caller's number).
    pub field: u8,
    /// Higher is better; hits of the same score are in the order of their hints and names.
    pub score: u64,
}

/// What the search is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Looking at the matches of the query before.
    Narrowing,
    /// Looking at documents never looked at.
    Scanning,
    /// Looking at all documents again, forgiving slips.
    Forgiving,
    /// Scoring scattered letters.
    Scoring,
    /// Nothing left to do.
    Done,
}

/// A search that can be resumed. Dropping it cancels it.
pub struct Search {
    query: Query,
    kinds: u16,
    /// Where documents of these kinds are.
    reach: Reach,
    edition: u64,
    stage: Stage,
    /// Matches of the query before.
    before: Vec<Match>,
    /// How they go on, as far as that was looked for, and with what they do.
    told: Vec<Onward>,
    typed: Option<Typed>,
    /// The first word that has to be looked for in these.
    first: usize,
    /// Next place in `before` or in the reach, by stage.
    next: usize,
    /// First place that the query before did not look at.
    unseen: usize,
    matches: Vec<Match>,
    /// How they may go on, as far as that was looked for.
    onward: Vec<Onward>,
    /// How many documents match with slips only.
    forgiven: usize,
    /// Those; of a single word also those that match as typed as well.
    slipped: Vec<u32>,
    /// How far they were looked for in advance.
    foreseen: usize,
    /// All that can match with slips, as far as that is known from the query before; of a single word those alone that match
    /// with slips.
    suspects: Option<Vec<u32>>,
    top: Top,
    /// Those that are known before any was looked at closely.
    leaders: Leaders,
    pace: Pace,
    /// Documents with scattered letters, not scored yet.
    scattered: Vec<u32>,
    slips: bool,
    /// The documents that match as typed, while slips are looked for; in the end those in which none was found.
    plain: Bits,
}

impl Search {
    /// A search for the best `k` documents of these kinds (a bit for each kind).
    #[must_use]
    pub fn new(index: &Index, query: Query, kinds: u16, k: usize) -> Self {
        let reach = Reach::of(index, kinds);
        let large = index.len() > AT_ONCE;
        let leaders = if large { Leaders::of(index, &query, kinds, &reach, k) } else { Leaders::default() };
        Self::led(index, query, kinds, k, (reach, leaders))
    }

    fn led(index: &Index, query: Query, kinds: u16, k: usize, (reach, leaders): (Reach, Leaders)) -> Self {
        let stage = if query.is_empty() { Stage::Done } else { Stage::Scanning };
        Self {
            leaders,
            reach,
            query,
            kinds,
            edition: index.edition(),
            stage,
            before: Vec::new(),
            told: Vec::new(),
            typed: None,
            first: 0,
            next: 0,
            unseen: 0,
            matches: Vec::new(),
            onward: Vec::new(),
            forgiven: 0,
            slipped: Vec::new(),
            foreseen: 0,
            suspects: None,
            top: Top::new(k),
            pace: Pace::default(),
            scattered: Vec::new(),
            slips: false,
            plain: Bits::default(),
        }
    }

    /// The search after another key: when the query was only typed on, just the matches so far are looked at.
    #[must_use]
    pub fn retype(self, index: &Index, query: Query) -> Self {
        let k = self.top.limit();
        if self.edition != index.edition() || !query.narrows(&self.query) {
            return Self::new(index, query, self.kinds, k);
        }
        let complete = self.knows_slips();
        let leaders = self.leaders.narrowed(index, &query, k);
        let mut search = Self::led(index, query, self.kinds, k, (self.reach, leaders));
        search.unseen = match self.stage {
            Stage::Narrowing => self.unseen,
            Stage::Scanning => self.next,
            Stage::Forgiving | Stage::Scoring | Stage::Done => search.reach.len(),
        };
        if search.query.narrows_slips(&self.query) {
            let (single, was_single) = (search.query.words.len() == 1, self.query.words.len() == 1);
            search.suspects = match complete {
                true if single => Some(self.slipped),
                true => Some(either(docs(&self.matches), self.slipped)),
                false => self.suspects.filter(|_| single == was_single),
            };
        }
        search.before = self.matches;
        if self.stage == Stage::Narrowing {
            search.before.extend_from_slice(self.before.get(self.next..).unwrap_or(&[]));
        } else if search.query.goes_on(&self.query) {
            search.first = search.query.words.len() - 1;
            search.typed = typed_on(&self.query, &search.query);
            search.told = self.onward;
        }
        search.stage = Stage::Narrowing;
        search
    }

    /// What is looked for.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Looks at `documents` more documents; true when the search is finished.
    pub fn advance(&mut self, index: &Index, documents: usize) -> bool {
        self.notice_edits(index);
        match self.stage {
            Stage::Narrowing => self.narrow(index, documents),
            Stage::Scanning => self.scan(index, documents),
            Stage::Forgiving => self.forgive(index, documents),
            Stage::Scoring => self.score(index, documents),
            Stage::Done => {}
        }
        self.stage == Stage::Done
    }

    /// Whether the search is finished.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Documents found so far, all of them and not only the best; while it goes on, fewer may be counted than are shown.
    #[must_use]
    pub fn count(&self) -> usize {
        self.matches.len() + self.forgiven
    }

    /// The best so far, best first; in a large landscape also those whose name begins so and whose turn has not come.
    #[must_use]
    pub fn hits(&self, index: &Index) -> Vec<Hit> {
        let hit = |(verdict, doc): (Verdict, u32)| Hit {
            doc: doc as usize,
            tier: verdict.tier,
            field: verdict.tag,
            score: verdict.rank.number(),
        };
        let ahead = if self.is_done() { &[] } else { self.leaders.best() };
        self.top.sorted(index, ahead).into_iter().map(hit).collect()
    }

    /// Begins anew when the index was edited.
    fn notice_edits(&mut self, index: &Index) {
        if self.edition != index.edition() {
            let query = std::mem::take(&mut self.query);
            *self = Self::new(index, query, self.kinds, self.top.limit());
        }
    }

    fn scan(&mut self, index: &Index, documents: usize) {
        let until = self.reach.len().min(self.next.saturating_add(documents));
        let stretches = self.reach.stretches(self.next..until);
        self.look_at(index, 0, stretches, |pass, part| {
            pass.ahead = Ahead { briefly: true, closely: true, names: false };
            each(index, part, pass.judge.query.need, 0, |doc, card| {
                pass.look(index, Match { doc, better: true }, card, false);
            });
        });
        self.next = until;
        self.check_end(index);
    }

    /// Looks at the documents of these parts for the words from this one on, on all processors where there are several;
    /// what the parts found is put together in their order.
    fn look_at(
        &mut self,
        index: &Index,
        first: usize,
        parts: Vec<Range<usize>>,
        look: impl Fn(&mut Pass, Range<usize>) + Sync,
    ) {
        let judge = Judge::first(&self.query);
        let floor = Floor::of(&self.top, self.leaders.floor());
        let look = |part: Range<usize>| {
            let matches = Vec::with_capacity(part.len());
            let seen = Seen { matches, scattered: Vec::new(), top: self.top.continued() };
            let (ahead, cells) = (Ahead::default(), Cells::default());
            let mut pass = Pass { judge, kinds: self.kinds, first, ahead, floor: &floor, cells, seen };
            look(&mut pass, part);
            pass.seen
        };
        let all: Vec<Seen> = if parts.len() <= FEW / PART {
            parts.into_iter().map(look).collect()
        } else {
            parts.into_par_iter().map(look).collect()
        };
        for seen in all {
            self.matches.extend(seen.matches);
            self.top.join(index, seen.top);
            if !self.top.is_full() {
                self.scattered.extend(seen.scattered);
            }
        }
    }

    /// After the last document: slips are forgiven when there is nothing better than scattered letters.
    fn check_end(&mut self, index: &Index) {
        if self.next < self.reach.len() {
            return;
        }
        if self.top.is_untouched() && self.query.edits() > 0 {
            (self.stage, self.next, self.slips) = (Stage::Forgiving, 0, true);
            self.scattered.clear();
            self.plain = Bits::of(docs(&self.matches), index.len());
        } else {
            self.check_room();
        }
    }

    /// After the last pass: scattered letters are scored when there is room.
    fn check_room(&mut self) {
        let room = !self.top.is_full() && !self.scattered.is_empty();
        (self.stage, self.next) = (if room { Stage::Scoring } else { Stage::Done }, 0);
    }

    /// Looks at documents again, on all processors; what is found is put in order afterwards.
    fn forgive(&mut self, index: &Index, documents: usize) {
        let total = self.suspects_len();
        let (from, until) = (self.next, total.min(self.next + documents));
        let found = self.look_again(index, from, until);
        let single = self.query.words.len() == 1;
        for (doc, verdict) in found.into_iter().flatten() {
            let plain = self.plain.take(doc);
            self.forgiven += usize::from(!plain);
            if single || !plain {
                self.slipped.push(doc);
            }
            if verdict.rank.worst() < SCATTERED {
                self.top.add(index, verdict, doc);
            } else if !self.top.is_full() {
                self.scattered.push(doc);
            }
        }
        self.next = until;
        if until == total {
            if single && !self.top.is_full() {
                self.scattered.extend(docs(&self.matches).filter(|doc| self.plain.has(*doc)));
            }
            self.check_room();
        }
    }

    /// Looks at documents, or suspects, with slips, in parts on all processors.
    fn look_again(&self, index: &Index, from: usize, until: usize) -> Vec<Vec<Judged>> {
        let judge = Judge { slips: true, ..Judge::again(&self.query) };
        let floor = self.top.floor().filter(|_| self.slips);
        let again = Again { judge, kinds: self.kinds, plain: &self.plain, floor, dense: self.suspects.is_none() };
        match &self.suspects {
            None => {
                let stretches = self.reach.stretches(from..until).into_par_iter();
                stretches.map(|docs| again.among_all(index, docs)).collect()
            }
            Some(suspects) => {
                let parts = suspects.get(from..until).unwrap_or(&[]).par_chunks(PART);
                parts.map(|docs| again.among(index, docs)).collect()
            }
        }
    }

    /// Scores scattered letters, on all processors.
    fn score(&mut self, index: &Index, documents: usize) {
        let (from, until) = (self.next, self.scattered.len().min(self.next + documents));
        // One slip in a single word would have been better than scattered letters, and was looked for.
        let slips = self.slips && (self.query.words.len() > 1 || self.query.edits() > 1);
        let judge = Judge { slips, scattered: Scattered::Scored, ..Judge::again(&self.query) };
        let floor = Floor::of(&self.top, None);
        let part = |docs: &[u32]| {
            let (mut top, mut cells) = (self.top.continued(), Cells::default());
            for &doc in docs {
                let Some(card) = index.card(doc as usize) else { continue };
                cells.turn_to(doc, &card);
                if let Some(verdict) = judge.verdict(&card, floor.rank(), &mut cells) {
                    top.add(index, verdict, doc);
                    floor.learn(&top);
                }
            }
            top
        };
        let docs = self.scattered.get(from..until).unwrap_or(&[]);
        let all: Vec<Top> = match docs.len() {
            0..=PART => vec![part(docs)],
            _ => docs.par_chunks(PART).map(part).collect(),
        };
        for top in all {
            self.top.join(index, top);
        }
        self.next = until;
        if until == self.scattered.len() {
            self.stage = Stage::Done;
        }
    }
}

/// With what the last word was typed on, if that is all that was.
fn typed_on(before: &Query, now: &Query) -> Option<Typed> {
    let same = before.words.len() == now.words.len();
    Typed::between(before.words.last().filter(|_| same)?, now.words.last()?)
}
