//! A search in slices: it can be interrupted at any time, typed on, and thrown away.
//!
//! First all documents are looked at for the words as typed; when that finds nothing better than scattered letters,
//! a second pass forgives slips of the finger. Scattered letters are scored last, and only if there is room for them. In a
//! large landscape those whose name begins with what is typed stand there from the start ([`Leaders`]).

use super::again::{Again, Judged, each};
use super::index::Index;
use super::judge::{Judge, Scattered, Verdict};
use super::leaders::Leaders;
use super::memo::Memo;
use super::pace::{FEW, PART, Pace};
use super::pass::{Match, Pass, Seen, bits, docs};
use super::query::Query;
use super::rank::{SCATTERED, Tier};
use super::spot::Spot;
use super::top::{Floor, Top};
use rayon::prelude::*;
use std::time::{Duration, Instant};

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
    edition: u64,
    stage: Stage,
    /// Matches of the query before.
    before: Vec<Match>,
    /// Whether of these only the last word has to be looked for, and how much of it is known to be there.
    last_only: Option<usize>,
    /// Next place in `before` or next document, by stage.
    next: usize,
    /// First document that the query before did not look at.
    unseen: usize,
    matches: Vec<Match>,
    /// Documents that match with slips only.
    forgiven: Vec<u32>,
    /// All that can match with slips, as far as that is known from the query before.
    suspects: Option<Vec<u32>>,
    top: Top,
    /// Those that are known before any was looked at closely.
    leaders: Leaders,
    pace: Pace,
    /// Documents with scattered letters, not scored yet.
    scattered: Vec<u32>,
    slips: bool,
    /// The only word may stand somewhere better than scattered; it does not when less of it stood nowhere so.
    better: bool,
    /// A bit for each document that matches as typed, while slips are looked for.
    plain: Vec<u64>,
}

impl Search {
    /// A search for the best `k` documents of these kinds (a bit for each kind).
    #[must_use]
    pub fn new(index: &Index, query: Query, kinds: u16, k: usize) -> Self {
        let stage = if query.is_empty() { Stage::Done } else { Stage::Scanning };
        let large = index.len() > AT_ONCE;
        Self {
            leaders: if large { Leaders::of(index, &query, kinds, k) } else { Leaders::default() },
            query,
            kinds,
            edition: index.edition(),
            stage,
            before: Vec::new(),
            last_only: None,
            next: 0,
            unseen: 0,
            matches: Vec::new(),
            forgiven: Vec::new(),
            suspects: None,
            top: Top::new(k),
            pace: Pace::default(),
            scattered: Vec::new(),
            slips: false,
            better: true,
            plain: Vec::new(),
        }
    }

    /// The search after another key: when the query was only typed on, just the matches so far are looked at.
    #[must_use]
    pub fn retype(self, index: &Index, query: Query) -> Self {
        let mut search = Self::new(index, query, self.kinds, self.top.limit());
        if self.edition != index.edition() || !search.query.narrows(&self.query) {
            return search;
        }
        search.better = self.better && !self.slips || search.query.words.len() > 1;
        search.unseen = match self.stage {
            Stage::Narrowing => self.unseen,
            Stage::Scanning => self.next,
            Stage::Forgiving | Stage::Scoring | Stage::Done => index.len(),
        };
        if search.query.narrows_slips(&self.query) {
            let complete = self.slips && self.stage != Stage::Forgiving;
            search.suspects =
                if complete { Some(docs(&self.matches).chain(self.forgiven).collect()) } else { self.suspects };
        }
        search.before = self.matches;
        if self.stage == Stage::Narrowing {
            search.before.extend_from_slice(self.before.get(self.next..).unwrap_or(&[]));
        } else {
            search.last_only = search.query.known_of_last(&self.query);
        }
        search.stage = Stage::Narrowing;
        search
    }

    /// What is looked for.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

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
        let (documents, since) = (self.pace.next_round(index.len()), Instant::now());
        let looked = documents.min(self.stage_len(index).saturating_sub(self.next));
        let done = self.advance(index, documents);
        self.pace.note(looked, since);
        done
    }

    /// How long the rest will take, judged by what was looked at so far; with the look that forgives slips, as long as nothing
    /// was found that makes it needless.
    #[must_use]
    pub fn rest(&self, index: &Index) -> Duration {
        let here = self.stage_len(index).saturating_sub(self.next);
        let unseen = if self.stage == Stage::Narrowing { index.len().saturating_sub(self.unseen) } else { 0 };
        let first = matches!(self.stage, Stage::Narrowing | Stage::Scanning);
        let found = !self.top.is_untouched() || !self.leaders.best().is_empty();
        let again = if first && !found && self.query.edits() > 0 { self.suspects_len(index) } else { 0 };
        self.pace.time_for(here + unseen + again)
    }

    /// Documents this stage looks at in all.
    fn stage_len(&self, index: &Index) -> usize {
        match self.stage {
            Stage::Narrowing => self.before.len(),
            Stage::Scanning => index.len(),
            Stage::Forgiving => self.suspects_len(index),
            Stage::Scoring => self.scattered.len(),
            Stage::Done => 0,
        }
    }

    /// Documents that can match with slips, as far as that is known.
    fn suspects_len(&self, index: &Index) -> usize {
        self.suspects.as_ref().map_or(index.len(), Vec::len)
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
        self.matches.len() + self.forgiven.len()
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

    fn narrow(&mut self, index: &Index, documents: usize) {
        let before = std::mem::take(&mut self.before);
        let (from, until) = (self.next, before.len().min(self.next + documents));
        self.look_at(index, self.last_only, from, until, |pass, from, until| {
            for known in before.get(from..until).unwrap_or(&[]) {
                if let Some(card) = index.card_with(known.doc as usize, pass.judge.query.need) {
                    pass.look(index, *known, &card);
                }
            }
        });
        self.next = until;
        if until == before.len() {
            (self.stage, self.next) = (Stage::Scanning, self.unseen);
            self.check_end(index);
        } else {
            self.before = before;
        }
    }

    fn scan(&mut self, index: &Index, documents: usize) {
        let (from, until) = (self.next, index.len().min(self.next + documents));
        self.look_at(index, None, from, until, |pass, from, until| {
            each(index, from..until, pass.kinds, pass.judge.query.need, 0, |doc, card| {
                pass.look(index, Match { doc, spot: Spot::default() }, card);
            });
        });
        self.next = until;
        self.check_end(index);
    }

    /// Looks at the documents from one place to another, in parts on all processors where there are several; what the
    /// parts found is put together in their order.
    fn look_at(
        &mut self,
        index: &Index,
        last_only: Option<usize>,
        from: usize,
        until: usize,
        look: impl Fn(&mut Pass, usize, usize) + Sync,
    ) {
        let judge = Judge { better: self.better, ..Judge::first(&self.query) };
        let floor = Floor::of(&self.top, self.leaders.floor());
        let part = |from: usize, until: usize| {
            let seen = Seen { matches: Vec::new(), scattered: Vec::new(), top: self.top.continued() };
            let mut pass = Pass { judge, kinds: self.kinds, last_only, floor: &floor, memo: Memo::default(), seen };
            look(&mut pass, from, until);
            pass.seen
        };
        let all: Vec<Seen> = if until.saturating_sub(from) <= FEW {
            vec![part(from, until)]
        } else {
            let parts = (from..until).into_par_iter().step_by(PART);
            parts.map(|from| part(from, until.min(from + PART))).collect()
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
        if self.next < index.len() {
            return;
        }
        if self.top.is_untouched() && self.query.edits() > 0 {
            (self.stage, self.next, self.slips) = (Stage::Forgiving, 0, true);
            self.scattered.clear();
            self.plain = bits(docs(&self.matches), index.len());
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
        let total = self.suspects_len(index);
        let (from, until) = (self.next, total.min(self.next + documents));
        let judge = Judge { slips: true, ..Judge::again(&self.query) };
        let floor = self.top.floor();
        let again = Again { judge, kinds: self.kinds, plain: &self.plain, floor };
        let suspects = self.suspects.as_deref();
        let part = |from: usize| again.part(index, suspects, from, until.min(from + PART));
        let parts = (until - from).div_ceil(PART);
        let found: Vec<Vec<Judged>> = match parts {
            0 | 1 => vec![part(from)],
            _ => (0..parts).into_par_iter().map(|n| part(from + n * PART)).collect(),
        };
        for (doc, plain, verdict) in found.into_iter().flatten() {
            if !plain {
                self.forgiven.push(doc);
            }
            if verdict.rank.worst() < SCATTERED {
                self.top.add(index, verdict, doc);
            } else if !self.top.is_full() {
                self.scattered.push(doc);
            }
        }
        self.next = until;
        if until == total {
            self.check_room();
        }
    }

    /// Scores scattered letters, on all processors.
    fn score(&mut self, index: &Index, documents: usize) {
        let (from, until) = (self.next, self.scattered.len().min(self.next + documents));
        let judge = Judge { slips: self.slips, scattered: Scattered::Scored, ..Judge::again(&self.query) };
        let floor = Floor::of(&self.top, None);
        let part = |docs: &[u32]| {
            let (mut top, mut memo) = (self.top.continued(), Memo::default());
            for &doc in docs {
                let Some(card) = index.card(doc as usize) else { continue };
                memo.turn_to(doc, &card);
                if let Some(verdict) = judge.verdict(&card, 0, floor.rank(), &mut memo) {
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
