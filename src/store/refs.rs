//! Who refers to whom. Every reference of a record, and, backwards, the records that refer to one. Knows no screens.

use super::{Edit, Store};
use crate::landscape::{Field, Id, Kind, Record, Target, Value};
use rayon::prelude::*;
use smol_str::SmolStr;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// One reference as it stands in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The field of the record.
    pub field: Field,
    /// The part and its field, when the reference stands in a part.
    pub part: Option<(&'a Record, Field)>,
    /// What may be referred to.
    pub target: Target,
    /// The id referred to.
    pub id: &'a str,
}

/// All references of a record, its parts included.
pub fn references(record: &Record) -> impl Iterator<Item = Reference<'_>> {
    record.cells().flat_map(|(field, value)| {
        let own = ids(record, field).map(move |(target, id)| Reference { field, part: None, target, id });
        let parts = if let Value::Parts(parts) = value { &**parts } else { &[] };
        let inner = parts.iter().flat_map(move |part| {
            part.cells().flat_map(move |(inner, _)| {
                ids(part, inner).map(move |(target, id)| Reference { field, part: Some((part, inner)), target, id })
            })
        });
        own.chain(inner)
    })
}

/// The ids one field refers to.
fn ids(record: &Record, field: Field) -> impl Iterator<Item = (Target, &str)> {
    let target = record.shape.spec(field).of.target();
    let (one, many): (Option<&str>, &[SmolStr]) = match (target, record.get(field)) {
        (Some(_), Some(Value::Text(id))) => (Some(id), &[]),
        (Some(_), Some(Value::Texts(ids))) => (None, ids),
        _ => (None, &[]),
    };
    one.into_iter()
        .chain(many.iter().map(|id| &**id))
        .zip(std::iter::repeat(target))
        .filter_map(|(id, target)| Some((target?, id)))
}

/// Backwards: which records refer to an id. What it remembers may be out of date, what it answers is not: every answer
/// is looked up in the store it is asked about. A copy costs two pointers.
#[derive(Clone, Debug)]
pub struct Refs {
    noted: Arc<Later>,
    since: Arc<HashMap<u32, Vec<Source>>>,
}

/// What is noted when it is first asked for; then the others that ask wait for it.
type Later = LazyLock<Noted, Box<dyn FnOnce() -> Noted + Send>>;

/// What a whole store said.
#[derive(Debug, Default)]
struct Noted {
    sources: Vec<Source>,
    /// In each number, above, the fingerprint of an id, below, the place of a record that names it; sorted.
    known: Vec<u64>,
}

/// A record that names others.
#[derive(Clone, Debug)]
struct Source {
    kind: Kind,
    id: Id,
    /// Its place among those of its kind when this was noted: there it is looked for first.
    nth: u32,
}

/// Records one thread has looked at before another has woken up.
const SHARE: usize = 4096;

/// References for which memory is asked for at once, for each record.
const EACH: usize = 8;

/// A short fingerprint of an id, eight bytes at a time (multiplicative hashing: Knuth, *The Art of Computer Programming*
/// 3, § 6.4). Two ids may share one: answers are looked up, so that this costs a look and nothing else.
fn fingerprint(id: &str) -> u32 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15; // 2^64 divided by the golden ratio
    let mix = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(ODD);
    let (words, rest) = id.as_bytes().as_chunks::<8>();
    let sum = words.iter().fold(0, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    let last = rest.iter().fold(1, |last, byte| last << 8 | u64::from(*byte));
    u32::try_from(mix(sum, last) >> 32).unwrap_or(0)
}

/// Goes through the ids a record refers to, its parts included: what [`references`] gives, for when only the ids are
/// asked for, of all records at once. Stops when it is told to.
fn each_id(record: &Record, stop_at: &mut impl FnMut(&str) -> bool) -> bool {
    record.referring().any(|(_, value)| match value {
        Value::Parts(parts) => parts.iter().any(|part| each_id(part, stop_at)),
        Value::Text(id) => stop_at(id),
        Value::Texts(ids) => ids.iter().any(|id| stop_at(id)),
        _ => false,
    })
}

/// Whom records refer to, taken down one record after the other.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// As in [`Refs`], in no order.
    known: Vec<u64>,
    /// How many records.
    count: usize,
}

impl Mentions {
    /// Takes down the next record.
    pub(super) fn take(&mut self, record: &Record) {
        let at = u64::from(u32::try_from(self.count).unwrap_or(u32::MAX));
        self.count += 1;
        each_id(record, &mut |id| {
            self.known.push(u64::from(fingerprint(id)) << 32 | at);
            false
        });
    }

    /// Adds what was taken down of the records that come next.
    pub(super) fn append(&mut self, next: Mentions) {
        let before = self.count as u64;
        self.known.extend(next.known.into_iter().map(|known| known + before));
        self.count += next.count;
    }

    /// What was taken down of all records of this store, in the order of their kinds and ids.
    pub(super) fn refs(self, store: &Store) -> Refs {
        let noted = self.noted(store);
        Refs::later(|| noted)
    }

    fn noted(self, store: &Store) -> Noted {
        let mut known = self.known;
        if self.count > SHARE {
            known.par_sort_unstable();
        } else {
            known.sort_unstable();
        }
        known.dedup();
        known.shrink_to_fit();
        let mut sources = Vec::with_capacity(self.count);
        for kind in Kind::ALL {
            let source = |(nth, record): (u32, &Arc<Record>)| Source { kind, id: record.id.clone(), nth };
            sources.extend((0..).zip(of_kind(store, kind)).map(source));
        }
        Noted { sources, known }
    }
}

/// The records of a kind, the landscape included.
fn of_kind(store: &Store, kind: Kind) -> impl Iterator<Item = &Arc<Record>> {
    let only = (kind == Kind::Landscape).then_some(&store.landscape);
    only.into_iter().chain(store.all(kind))
}

impl Default for Refs {
    fn default() -> Self {
        Refs::later(Noted::default)
    }
}

/// All records of a store, the landscape first.
fn all(store: &Store) -> Vec<&Arc<Record>> {
    Kind::ALL.into_iter().flat_map(|kind| of_kind(store, kind)).collect()
}

/// Whom these records refer to.
fn mentions(records: &[&Arc<Record>]) -> Mentions {
    let mut noted = Mentions { known: Vec::with_capacity(records.len() * EACH), count: 0 };
    for record in records {
        noted.take(record);
    }
    noted
}

impl Refs {
    /// The references of a whole store. Those of a small one are noted when they are first asked for.
    #[must_use]
    pub fn of(store: &Store) -> Self {
        // The landscape itself is one more.
        if Kind::MANY.into_iter().map(|kind| store.count(kind)).sum::<usize>() < SHARE {
            let store = store.clone();
            return Refs::later(move || mentions(&all(&store)).noted(&store));
        }
        let joined = |mut first: Mentions, next: Mentions| {
            first.append(next);
            first
        };
        all(store).par_chunks(SHARE).map(mentions).reduce(Mentions::default, joined).refs(store)
    }

    fn later(note: impl FnOnce() -> Noted + Send + 'static) -> Self {
        Refs { noted: Arc::new(LazyLock::new(Box::new(note))), since: Arc::default() }
    }

    /// Notes now what otherwise would be when it is first asked for.
    pub fn prepare(&self) {
        LazyLock::force(&self.noted);
    }

    /// Takes note of what an edit brought, after it was carried out.
    pub fn note(&mut self, edit: &Edit, store: &Store) {
        let Some(record) = store.get(edit.kind(), edit.id()) else { return };
        let since = Arc::make_mut(&mut self.since);
        for reference in references(record) {
            let sources = since.entry(fingerprint(reference.id)).or_default();
            if sources.iter().all(|source| source.id != record.id) {
                sources.push(Source { kind: edit.kind(), id: record.id.clone(), nth: u32::MAX });
            }
        }
    }

    /// The records that refer to this id in this store, by kind and id.
    #[must_use]
    pub fn to<'s>(&self, id: &str, store: &'s Store) -> Vec<(Kind, &'s Arc<Record>)> {
        self.among(id, store, |_| true)
    }

    /// The records of one kind that refer to this id.
    #[must_use]
    pub fn from<'s>(&self, kind: Kind, id: &str, store: &'s Store) -> Vec<&'s Arc<Record>> {
        self.among(id, store, |found| found == kind).into_iter().map(|(_, record)| record).collect()
    }

    /// The records that may refer to this id, without a look at any: some do not, or do no longer; some come twice. For
    /// when so many are asked for that only a few are worth the look.
    pub fn hints(&self, id: &str) -> impl Iterator<Item = (Kind, &Id)> {
        self.likely(id).map(|source| (source.kind, &source.id))
    }

    fn likely(&self, id: &str) -> impl Iterator<Item = &Source> {
        let print = fingerprint(id);
        let Noted { sources, known } = &**self.noted;
        let from = known.partition_point(|known| *known >> 32 < u64::from(print));
        let known = known.iter().skip(from).take_while(move |known| **known >> 32 == u64::from(print));
        let known = known.filter_map(|known| sources.get(usize::try_from(*known & u64::from(u32::MAX)).ok()?));
        known.chain(self.since.get(&print).into_iter().flatten())
    }

    /// The records of the kinds wanted that refer to this id, by kind and id; the others are not even looked at.
    pub fn among<'s>(&self, id: &str, store: &'s Store, wanted: impl Fn(Kind) -> bool) -> Vec<(Kind, &'s Arc<Record>)> {
        let mut found: Vec<_> = self
            .likely(id)
            .filter(|source| wanted(source.kind))
            .filter_map(|source| Some((source.kind, store.get_near(source.kind, &source.id, source.nth as usize)?)))
            .filter(|(_, record)| each_id(record, &mut |named| named == id))
            .collect();
        found.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
        found.dedup_by(|a, b| a.1.id == b.1.id);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read;
    use std::collections::HashSet;

    #[test]
    fn fingerprints_of_like_ids_differ() {
        let ids = (0..20_000).map(|n| format!("r-{n:010}")).chain((0..99).map(|n| "a".repeat(n)));
        let prints: HashSet<u32> = ids.map(|id| fingerprint(&id)).collect();
        // Of 20,099 random numbers of 32 bits about 0.05 coincide.
        assert!(prints.len() >= 20_097, "{}", prints.len());
    }

    #[test]
    fn ids_that_share_a_fingerprint_are_told_apart() {
        let text = r#"{"format":"runde","version":1,"networks":[{"id":"n-1","name":"A","members":[{"id":"m","actor":"a-1"}]}]}"#;
        let store = read(text).unwrap().store;
        let sources = Refs::of(&store).noted.sources.clone();
        let noted = Noted { sources, known: vec![u64::from(fingerprint("other")) << 32 | 1] };
        let refs = Refs::later(|| noted);
        assert!(refs.to("other", &store).is_empty());
        assert_eq!(Refs::of(&store).from(Kind::Network, "a-1", &store).len(), 1);
    }
}
