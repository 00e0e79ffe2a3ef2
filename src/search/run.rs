//! A search in slices: it can be interrupted at any time, typed on, and thrown away.
//!
//! First all documents are looked at for the words as typed; when that finds nothing better than scattered letters,
//! a second pass forgives slips of the finger. Scattered letters are scored last, and only if there is room for them.

use super::index::Index;
use super::judge::{Judge, Verdict};
use super::query::Query;
use super::rank::{SCATTERED, Tier};
use super::scorer::Scorer;
use super::shelf::{Card, SHELF};
use super::top::Top;
use std::time::{Duration, Instant};

/// All kinds of documents.
pub const ALL_KINDS: u16 = u16::MAX;

/// Documents looked at between two looks at the clock.
const ROUND: usize = 1024;

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
    scorer: Scorer,
    edition: u64,
    stage: Stage,
    /// Matches of the query before.
    before: Vec<u32>,
    /// Whether of these only the last word has to be looked for.
    last_only: bool,
    /// Next place in `before` or next document, by stage.
    next: usize,
    /// First document that the query before did not look at.
    unseen: usize,
    matches: Vec<u32>,
    forgiven: usize,
    top: Top,
    /// Documents with scattered letters, not scored yet.
    scattered: Vec<u32>,
    slips: bool,
}

impl Search {
    /// A search for the best `k` documents of these kinds (a bit for each kind).
    #[must_use]
    pub fn new(index: &Index, query: Query, kinds: u16, k: usize) -> Self {
        let stage = if query.is_empty() { Stage::Done } else { Stage::Scanning };
        Self {
            query,
            kinds,
            scorer: Scorer::new(),
            edition: index.edition(),
            stage,
            before: Vec::new(),
            last_only: false,
            next: 0,
            unseen: 0,
            matches: Vec::new(),
            forgiven: 0,
            top: Top::new(k),
            scattered: Vec::new(),
            slips: false,
        }
    }

    /// The search after another key: when the query was only typed on, just the matches so far are looked at.
    #[must_use]
    pub fn retype(self, index: &Index, query: Query) -> Self {
        let mut search = Self::new(index, query, self.kinds, self.top.limit());
        search.scorer = self.scorer;
        if self.edition != index.edition() || !search.query.narrows(&self.query) {
            return search;
        }
        search.unseen = match self.stage {
            Stage::Narrowing => self.unseen,
            Stage::Scanning => self.next,
            Stage::Forgiving | Stage::Scoring | Stage::Done => index.len(),
        };
        search.before = self.matches;
        if self.stage == Stage::Narrowing {
            search.before.extend_from_slice(self.before.get(self.next..).unwrap_or(&[]));
        } else {
            search.last_only = search.query.same_but_last(&self.query);
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
        let until = Instant::now().checked_add(time);
        loop {
            if self.advance(index, ROUND) {
                return true;
            }
            if until.is_some_and(|until| Instant::now() >= until) {
                return false;
            }
        }
    }

    /// Works to the end.
    pub fn finish(&mut self, index: &Index) {
        while !self.advance(index, SHELF) {}
    }

    /// Looks at `documents` more documents; true when the search is finished.
    pub fn advance(&mut self, index: &Index, documents: usize) -> bool {
        if self.edition != index.edition() {
            self.restart(index);
        }
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

    /// Documents found so far, all of them and not only the best.
    #[must_use]
    pub fn count(&self) -> usize {
        self.matches.len() + self.forgiven
    }

    /// The best so far, best first.
    #[must_use]
    pub fn hits(&self, index: &Index) -> Vec<Hit> {
        let hit = |(verdict, doc): (Verdict, u32)| Hit {
            doc: doc as usize,
            tier: verdict.tier,
            field: verdict.tag,
            score: verdict.rank.number(),
        };
        self.top.sorted(index).into_iter().map(hit).collect()
    }

    fn restart(&mut self, index: &Index) {
        let query = std::mem::take(&mut self.query);
        *self = Self::new(index, query, self.kinds, self.top.limit());
    }

    fn narrow(&mut self, index: &Index, documents: usize) {
        let before = std::mem::take(&mut self.before);
        let (from, until) = (self.next, before.len().min(self.next + documents));
        let mut pass = self.pass(self.last_only);
        for &doc in before.get(from..until).unwrap_or(&[]) {
            if let Some(card) = index.card(doc as usize) {
                pass.look(index, doc, &card);
            }
        }
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
        let mut pass = self.pass(false);
        each(index, from, until, pass.judge.query.need, 0, |doc, card| pass.look(index, doc, card));
        self.next = until;
        self.check_end(index);
    }

    /// Borrows what a pass over documents needs.
    fn pass(&mut self, last_only: bool) -> Pass<'_> {
        let judge = Judge { query: &self.query, scorer: &self.scorer, slips: self.slips, scored: false };
        let (matches, scattered, top) = (&mut self.matches, &mut self.scattered, &mut self.top);
        Pass { judge, kinds: self.kinds, last_only, matches, scattered, forgiven: &mut self.forgiven, top }
    }

    /// After the last document: slips are forgiven when there is nothing better than scattered letters.
    fn check_end(&mut self, index: &Index) {
        if self.next < index.len() {
            return;
        }
        if self.top.is_untouched() && self.query.edits() > 0 {
            (self.stage, self.next, self.slips) = (Stage::Forgiving, 0, true);
            self.scattered.clear();
        } else {
            self.check_room();
        }
    }

    /// After the last pass: scattered letters are scored when there is room.
    fn check_room(&mut self) {
        let room = !self.top.is_full() && !self.scattered.is_empty();
        (self.stage, self.next) = (if room { Stage::Scoring } else { Stage::Done }, 0);
    }

    fn forgive(&mut self, index: &Index, documents: usize) {
        let (from, until) = (self.next, index.len().min(self.next + documents));
        let mut pass = self.pass(false);
        let (need, lacking) = (pass.judge.query.need, pass.judge.query.edits());
        each(index, from, until, need, lacking, |doc, card| pass.forgive(index, doc, card));
        self.next = until;
        if until == index.len() {
            self.check_room();
        }
    }

    fn score(&mut self, index: &Index, documents: usize) {
        let until = self.scattered.len().min(self.next + documents);
        let judge = Judge { query: &self.query, scorer: &self.scorer, slips: self.slips, scored: true };
        for &doc in self.scattered.get(self.next..until).unwrap_or(&[]) {
            let card = index.card(doc as usize);
            if let Some(verdict) = card.and_then(|card| judge.verdict(&card, self.top.floor())) {
                self.top.add(index, verdict, doc);
            }
        }
        self.next = until;
        if until == self.scattered.len() {
            self.stage = Stage::Done;
        }
    }
}

/// A pass over documents for the words as typed.
struct Pass<'a> {
    judge: Judge<'a>,
    kinds: u16,
    last_only: bool,
    matches: &'a mut Vec<u32>,
    scattered: &'a mut Vec<u32>,
    forgiven: &'a mut usize,
    top: &'a mut Top,
}

impl Pass<'_> {
    /// Looks at one document.
    #[inline]
    fn look(&mut self, index: &Index, doc: u32, card: &Card) {
        let known = if self.last_only { self.judge.last_matches(card) } else { self.judge.matches(card) };
        if !known || self.kinds >> card.kind() & 1 == 0 {
            return;
        }
        self.matches.push(doc);
        let verdict = self.judge.verdict(card, self.top.floor());
        self.place(index, doc, verdict);
    }

    /// Looks at one document again, forgiving slips.
    fn forgive(&mut self, index: &Index, doc: u32, card: &Card) {
        if self.kinds >> card.kind() & 1 == 0 {
            return;
        }
        let plain = self.judge.matches(card);
        let verdict = self.judge.verdict(card, self.top.floor().filter(|_| plain));
        *self.forgiven += usize::from(!plain && verdict.is_some());
        self.place(index, doc, verdict);
    }

    /// Puts a document among the best, or among those to be scored if there is room.
    #[inline]
    fn place(&mut self, index: &Index, doc: u32, verdict: Option<Verdict>) {
        match verdict {
            Some(verdict) if verdict.rank.worst() < SCATTERED => self.top.add(index, verdict, doc),
            Some(_) if !self.top.is_full() => self.scattered.push(doc),
            _ => {}
        }
    }
}

/// Calls `look` for every document from `from` to `until` whose letters include all that are needed but `lacking`.
#[inline]
fn each(index: &Index, from: usize, until: usize, need: u64, lacking: u32, mut look: impl FnMut(u32, &Card)) {
    let mut doc = from;
    while doc < until {
        let Some((shelf, first)) = index.shelf(doc) else { return };
        let end = until.min(first + shelf.len());
        let sets = shelf.wide().get(doc - first..end - first).unwrap_or(&[]);
        for (at, wide) in sets.iter().enumerate() {
            if (need & !wide).count_ones() > lacking || *wide == 0 {
                continue;
            }
            if let (Some(card), Ok(number)) = (shelf.card(doc - first + at), u32::try_from(doc + at)) {
                look(number, &card);
            }
        }
        doc = end;
    }
}
