//! Records in the order of their keys, in pieces: what comes or goes moves its neighbours only, however many there are.
//! Knows no kinds and no sorts.

use crate::landscape::Id;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many items one piece holds at most.
const FULL: usize = 512;

/// Items one thread has put in order before another has woken up.
pub(super) const SHARE: usize = 4096;

/// One record and its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// What it is sorted by.
    pub key: Arc<str>,
    /// The record.
    pub id: Id,
}

/// Items by key, among the same key by id.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorted {
    /// None of them empty.
    pieces: Vec<Vec<Item>>,
    keys: BTreeMap<Id, Arc<str>>,
}

impl Sorted {
    /// These items in order.
    pub(super) fn of(mut items: Vec<Item>) -> Self {
        let keys = items.iter().map(|item| (item.id.clone(), item.key.clone())).collect();
        if items.len() > SHARE {
            items.par_sort_unstable();
        } else {
            items.sort_unstable();
        }
        let mut pieces = Vec::with_capacity(items.len() / (FULL / 2) + 1);
        let mut rest = items.into_iter();
        loop {
            let piece: Vec<Item> = rest.by_ref().take(FULL / 2).collect();
            if piece.is_empty() {
                break;
            }
            pieces.push(piece);
        }
        Sorted { pieces, keys }
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The pieces in order, for work in parallel.
    pub(super) fn pieces(&self) -> &[Vec<Item>] {
        &self.pieces
    }

    /// The nth of all.
    pub(super) fn get(&self, nth: usize) -> Option<&Item> {
        let mut left = nth;
        for piece in &self.pieces {
            match left.checked_sub(piece.len()) {
                None => return piece.get(left),
                Some(less) => left = less,
            }
        }
        None
    }

    /// The key of a record.
    pub(super) fn key(&self, id: &Id) -> Option<&Arc<str>> {
        self.keys.get(id)
    }

    /// The place of a record among all.
    pub(super) fn place(&self, id: &Id) -> Option<usize> {
        let (piece, at) = self.find(self.key(id)?, id);
        let before: usize = self.pieces.iter().take(piece).map(Vec::len).sum();
        Some(before + at.ok()?)
    }

    /// Gives a record this key, or takes it out.
    pub(super) fn put(&mut self, id: &Id, key: Option<Arc<str>>) {
        if let Some(old) = self.keys.remove(id) {
            self.take_out(&old, id);
        }
        if let Some(key) = key {
            self.put_in(Item { key: key.clone(), id: id.clone() });
            self.keys.insert(id.clone(), key);
        }
    }

    fn take_out(&mut self, key: &str, id: &Id) {
        let (place, at) = self.find(key, id);
        let (Some(piece), Ok(at)) = (self.pieces.get_mut(place), at) else { return };
        piece.remove(at);
        if piece.is_empty() {
            self.pieces.remove(place);
        }
    }

    fn put_in(&mut self, item: Item) {
        let (place, at) = self.find(&item.key, &item.id);
        let Some(piece) = self.pieces.get_mut(place) else { return self.pieces.push(vec![item]) };
        let (Ok(at) | Err(at)) = at;
        piece.insert(at, item);
        if piece.len() > FULL {
            let upper = piece.split_off(FULL / 2);
            self.pieces.insert(place + 1, upper);
        }
    }

    /// The piece an item belongs in, and where it stands there or would stand.
    fn find(&self, key: &str, id: &Id) -> (usize, Result<usize, usize>) {
        let against = |item: &Item| (&*item.key, &item.id).cmp(&(key, id));
        let after = self.pieces.partition_point(|piece| piece.first().is_some_and(|first| against(first).is_le()));
        let place = after.saturating_sub(1);
        let at = self.pieces.get(place).map_or(Err(0), |piece| piece.binary_search_by(against));
        (place, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_comes_and_goes_stands_as_if_put_in_order_anew(
            start in prop::collection::btree_map(0u16..2000, 0u8..40, 0..1200),
            steps in prop::collection::vec((0u16..2000, prop::option::of(0u8..40)), 0..1500),
        ) {
            let item = |(id, key): (&u16, &u8)| Item { key: format!("{key:02}").into(), id: Id::new(&format!("r{id}")) };
            let mut now = start.clone();
            let mut sorted = Sorted::of(start.iter().map(item).collect());
            for (id, key) in steps {
                match key {
                    Some(key) => now.insert(id, key),
                    None => now.remove(&id),
                };
                sorted.put(&Id::new(&format!("r{id}")), key.map(|key| format!("{key:02}").into()));
            }
            let mut wanted: Vec<Item> = now.iter().map(item).collect();
            wanted.sort();
            prop_assert_eq!(sorted.len(), wanted.len());
            prop_assert!(sorted.pieces().iter().flatten().eq(&wanted));
            prop_assert!(sorted.pieces().iter().all(|piece| (1..=FULL).contains(&piece.len())));
            for (nth, item) in wanted.iter().enumerate() {
                prop_assert_eq!(sorted.get(nth), Some(item));
                prop_assert_eq!(sorted.place(&item.id), Some(nth));
            }
            prop_assert_eq!(sorted.get(wanted.len()), None);
        }
    }
}
