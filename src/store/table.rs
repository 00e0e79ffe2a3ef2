//! Records in the order of their ids. A copy costs a few pointers, so that a save can look at yesterday's state while
//! today's is edited. Knows records only by their ids.

use crate::landscape::{Id, Record};
use std::sync::Arc;

/// How many records share one chunk at most; what an edit copies is one chunk of pointers.
const FULL: usize = 512;

/// Records sorted by id, never none.
#[derive(Clone, Debug)]
struct Chunk {
    /// The id of the first, so that nothing else is looked at on the way to the chunk an id lies in.
    first: Id,
    records: Arc<Vec<Arc<Record>>>,
}

impl Chunk {
    fn of(records: Vec<Arc<Record>>) -> Option<Self> {
        Some(Chunk { first: records.first()?.id.clone(), records: Arc::new(records) })
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.records.binary_search_by(|record| record.id.as_str().cmp(id))
    }
}

/// Records sorted by id, found by id.
#[derive(Clone, Debug, Default)]
pub struct Table {
    chunks: Vec<Chunk>,
    len: usize,
}

impl Table {
    /// A table of these records, and whether they came in the order of their ids.
    ///
    /// # Errors
    /// The first id that is given twice.
    pub fn new(mut records: Vec<Arc<Record>>) -> Result<(Self, bool), Id> {
        let in_order = records.is_sorted_by(|a, b| a.id < b.id);
        if !in_order {
            records.sort_by(|a, b| a.id.cmp(&b.id));
            let twice = records.windows(2).find_map(|pair| match pair {
                [a, b] if a.id == b.id => Some(a.id.clone()),
                _ => None,
            });
            if let Some(id) = twice {
                return Err(id);
            }
        }
        let len = records.len();
        let mut chunks = Vec::with_capacity(len / (FULL / 2) + 1);
        let mut rest = records.into_iter();
        while let Some(chunk) = Chunk::of(rest.by_ref().take(FULL / 2).collect()) {
            chunks.push(chunk);
        }
        Ok((Table { chunks, len }, in_order))
    }

    /// How many records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// None at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All records by id.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Record>> + Clone {
        self.chunks.iter().flat_map(|chunk| chunk.records.iter())
    }

    /// The chunks in order, for work in parallel.
    pub fn chunks(&self) -> impl Iterator<Item = &[Arc<Record>]> {
        self.chunks.iter().map(|chunk| chunk.records.as_slice())
    }

    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Arc<Record>> {
        let chunk = self.chunks.get(self.chunk_of(id)?)?;
        chunk.records.get(chunk.place(id).ok()?)
    }

    /// The record with this id, looked for first where it stood as the nth when the table was made.
    pub(super) fn get_near(&self, id: &Id, nth: usize) -> Option<&Arc<Record>> {
        let (chunk, at) = (nth / (FULL / 2), nth % (FULL / 2));
        let there = self.chunks.get(chunk).and_then(|chunk| chunk.records.get(at)).filter(|record| record.id == *id);
        there.or_else(|| self.get(id))
    }

    /// Puts a record in its place; gives back the one that had the id before.
    pub fn put(&mut self, record: Arc<Record>) -> Option<Arc<Record>> {
        let Some(place) = self.chunk_of(&record.id).or_else(|| (!self.chunks.is_empty()).then_some(0)) else {
            self.chunks.extend(Chunk::of(vec![record]));
            self.len = 1;
            return None;
        };
        let chunk = self.chunks.get_mut(place)?;
        let at = chunk.place(&record.id);
        let records = Arc::make_mut(&mut chunk.records);
        match at {
            Ok(at) => records.get_mut(at).map(|held| std::mem::replace(held, record)),
            Err(at) => {
                if at == 0 {
                    chunk.first = record.id.clone();
                }
                records.insert(at, record);
                self.len += 1;
                let upper = if records.len() > FULL { records.split_off(FULL / 2) } else { Vec::new() };
                if let Some(upper) = Chunk::of(upper) {
                    self.chunks.insert(place + 1, upper);
                }
                None
            }
        }
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: &str) -> Option<Arc<Record>> {
        let place = self.chunk_of(id)?;
        let chunk = self.chunks.get_mut(place)?;
        let at = chunk.place(id).ok()?;
        let records = Arc::make_mut(&mut chunk.records);
        let record = records.remove(at);
        match records.first() {
            Some(first) => chunk.first = first.id.clone(),
            None => drop(self.chunks.remove(place)),
        }
        self.len -= 1;
        Some(record)
    }

    /// The chunk this id lies in if it is there at all.
    fn chunk_of(&self, id: &str) -> Option<usize> {
        self.chunks.partition_point(|chunk| chunk.first.as_str() <= id).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::actor;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn record(id: u16, name: &str) -> Arc<Record> {
        Arc::new(Record::new(&actor::SHAPE, Id::new(&format!("{id:05}"))).with_text(actor::NAME, name))
    }

    #[test]
    fn an_id_given_twice_is_said() {
        assert_eq!(Table::new(vec![record(2, ""), record(1, ""), record(2, "")]).unwrap_err(), Id::new("00002"));
    }

    proptest! {
        #[test]
        fn behaves_like_a_sorted_map(start in proptest::collection::btree_set(0u16..2000, 0..1200),
                                     steps in proptest::collection::vec((0u16..2000, any::<bool>()), 0..300)) {
            let mut map: BTreeMap<Id, Arc<Record>> = start.iter().map(|&n| record(n, "")).map(|r| (r.id.clone(), r)).collect();
            let (mut table, _) = Table::new(start.iter().rev().map(|&n| record(n, "")).collect()).unwrap();
            let frozen = table.clone();
            for (n, put) in steps {
                let new = record(n, "new");
                if put {
                    prop_assert_eq!(table.put(new.clone()), map.insert(new.id.clone(), new));
                } else {
                    prop_assert_eq!(table.remove(&new.id), map.remove(&new.id));
                }
            }
            prop_assert_eq!(table.len(), map.len());
            prop_assert!(table.iter().eq(map.values()));
            prop_assert!(map.values().all(|record| table.get(&record.id) == Some(record)));
            let near = |(nth, record): (usize, &Arc<Record>)| table.get_near(&record.id, nth) == Some(record);
            prop_assert!(map.values().enumerate().all(near));
            prop_assert!(frozen.iter().all(|record| record.text(actor::NAME).is_empty()));
            prop_assert_eq!(frozen.len(), start.len());
        }
    }
}
