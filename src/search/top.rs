//! The best k documents so far, without sorting the rest. Knows ranks and numbers of documents.

use super::index::Index;
use super::judge::Verdict;
use super::rank::Rank;
use super::word::vowel;
use std::cmp;
use std::sync::atomic::{AtomicU64, Ordering};

/// A bounded list of the best.
pub(super) struct Top {
    k: usize,
    /// The best k and half as many candidates more (64 at least), cut down to the best k when full.
    list: Vec<(Verdict, u32)>,
    /// The last of the best k when the list was cut down.
    last: Option<(Verdict, u32)>,
    touched: bool,
}

impl Top {
    /// A list of at most `k`.
    pub(super) fn new(k: usize) -> Self {
        Self { k, list: Vec::new(), last: None, touched: false }
    }

    /// An empty list for more documents, which have to beat what this one has found so far.
    pub(super) fn continued(&self) -> Self {
        Self { k: self.k, list: Vec::new(), last: self.last, touched: false }
    }

    /// Takes over what another list found.
    pub(super) fn join(&mut self, index: &Index, other: Self) {
        self.touched |= other.touched;
        other.list.into_iter().for_each(|(verdict, doc)| self.add(index, verdict, doc));
    }

    /// How many it keeps.
    pub(super) fn limit(&self) -> usize {
        self.k
    }

    /// What a document has to beat or equal to be worth adding.
    #[inline]
    pub(super) fn floor(&self) -> Option<Rank> {
        self.last.map(|(verdict, _)| verdict.rank)
    }

    /// Whether there are k documents, so that a worse one is not wanted.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= self.k
    }

    /// Whether no document was ever added.
    pub(super) fn is_untouched(&self) -> bool {
        !self.touched
    }

    /// Adds a document.
    pub(super) fn add(&mut self, index: &Index, verdict: Verdict, doc: u32) {
        self.touched = true;
        let new = (verdict, doc);
        if self.k == 0 || self.last.is_some_and(|last| order(index, &new, &last) == cmp::Ordering::Greater) {
            return;
        }
        self.list.push(new);
        let limit = if self.last.is_none() { self.k } else { self.k.saturating_add((self.k / 2).max(64)) };
        if self.list.len() > limit {
            self.cut(index);
        }
    }

    /// The best k of these and of others, best first, none of them twice.
    pub(super) fn sorted(&self, index: &Index, others: &[(Verdict, u32)]) -> Vec<(Verdict, u32)> {
        let mut list = self.list.clone();
        list.extend(others.iter().filter(|(_, other)| self.list.iter().all(|(_, doc)| doc != other)));
        list.sort_unstable_by(|a, b| order(index, a, b));
        list.truncate(self.k);
        list
    }

    /// Keeps the best k and knows the last of them.
    fn cut(&mut self, index: &Index) {
        let Some(last) = self.k.checked_sub(1) else { return };
        let (_, kth, _) = self.list.select_nth_unstable_by(last, |a, b| order(index, a, b));
        self.last = Some(*kth);
        self.list.truncate(self.k);
    }
}

/// What several lists that fill side by side know together: what a document has to beat or equal in any of them, since
/// one of them has as many that are as good.
pub(super) struct Floor(AtomicU64);

impl Floor {
    /// What is known of one list, and from elsewhere.
    pub(super) fn of(top: &Top, elsewhere: Option<Rank>) -> Self {
        let known = top.floor().into_iter().chain(elsewhere).map(Rank::main).min();
        Self(AtomicU64::new(known.unwrap_or(u64::MAX)))
    }

    /// What a document has to beat or equal.
    #[inline]
    pub(super) fn rank(&self) -> Option<Rank> {
        let main = self.0.load(Ordering::Relaxed);
        (main < u64::MAX).then(|| Rank::last_with(main))
    }

    /// Takes note of what a list has found.
    pub(super) fn learn(&self, top: &Top) {
        if let Some(rank) = top.floor().filter(|rank| rank.main() < self.0.load(Ordering::Relaxed)) {
            self.0.fetch_min(rank.main(), Ordering::Relaxed);
        }
    }
}

/// The whole order: rank, then the name by letters (ä as a, ß as ss), then the number.
pub(super) fn order(index: &Index, a: &(Verdict, u32), b: &(Verdict, u32)) -> cmp::Ordering {
    a.0.rank.cmp(&b.0.rank).then_with(|| by_name(index, a.1, b.1)).then(a.1.cmp(&b.1))
}

fn by_name(index: &Index, a: u32, b: u32) -> cmp::Ordering {
    let (a, b) = (index.name(a), index.name(b));
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    letters_after(a, same).cmp(letters_after(b, same))
}

/// The letters of a folded name from this place on, for comparing: the e that an umlaut was folded to does not count.
fn letters_after(name: &[u8], from: usize) -> impl Iterator<Item = u8> {
    let mut before = from.checked_sub(1).and_then(|at| name.get(at)).copied().unwrap_or(0);
    name.get(from..).unwrap_or(&[]).iter().copied().filter(move |byte| {
        let counts = *byte != b'e' || !vowel(before);
        before = *byte;
        counts
    })
}
