//! The order of a list: every record of its kind with a key to sort by, kept in step with each edit.

use super::LISTS;
use super::concerned::concerned;
use super::key::Ground;
use super::sorted::{Item, SHARE, Sorted};
use crate::landscape::{Id, Kind, Record};
use crate::store::{Applied, Data, Store};
use jiff::civil::DateTime;
use rayon::prelude::*;
use std::sync::Arc;

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// By name.
    Name,
    /// By kind, then name.
    Kind,
    /// By the number of members or memberships, the most first.
    Size,
    /// By the next date, the nearest first.
    NextDate,
    /// By the day it was last checked, the oldest first.
    Checked,
}

impl SortBy {
    /// What a list of this kind can be sorted by.
    #[must_use]
    pub fn choices(kind: Kind) -> &'static [SortBy] {
        match kind {
            Kind::Rhythm => &[SortBy::NextDate, SortBy::Name],
            _ => &[SortBy::Name, SortBy::Kind, SortBy::Size, SortBy::Checked],
        }
    }
}

/// How many rhythms whose date has passed are moved on with an edit.
const PASSED: usize = 100;

/// All records of a list in their order.
#[derive(Clone, Debug)]
pub struct Order {
    /// What they are sorted by.
    pub sort: SortBy,
    sorted: Arc<Sorted>,
}

impl Order {
    /// An order of nothing.
    #[must_use]
    pub fn new(sort: SortBy) -> Self {
        Order::with(sort, Vec::new())
    }

    /// The order of these items, which are sorted by id among the same key.
    #[must_use]
    pub fn with(sort: SortBy, items: Vec<Item>) -> Self {
        Order { sort, sorted: Arc::new(Sorted::of(items)) }
    }

    /// The order of all records of a kind.
    #[must_use]
    pub fn of(kind: Kind, sort: SortBy, data: &Data, now: DateTime) -> Self {
        let records: Vec<&Arc<Record>> = data.store().all(kind).collect();
        let ground = Ground::of(data, now);
        let ground = match (kind, sort) {
            (Kind::Actor, SortBy::Size) => ground.counted(),
            (Kind::Rhythm, SortBy::NextDate) => ground.looking_ahead(),
            _ => ground,
        };
        let item = |record: &&Arc<Record>| Item { key: ground.key(kind, sort, record), id: record.id.clone() };
        let items = if records.len() > SHARE {
            records.par_iter().map(item).collect()
        } else {
            records.iter().map(item).collect()
        };
        Order::with(sort, items)
    }

    /// The orders of the three lists as they are at first, made side by side where they are long.
    #[must_use]
    pub fn all(data: &Data, now: DateTime) -> [Order; 3] {
        let order = |(kind, sort)| Order::of(kind, sort, data, now);
        if LISTS.iter().all(|(kind, _)| data.store().count(*kind) <= SHARE) {
            return LISTS.map(order);
        }
        let [first, second, third] = LISTS;
        let (first, (second, third)) = rayon::join(|| order(first), || rayon::join(|| order(second), || order(third)));
        [first, second, third]
    }

    /// The items in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sorted.pieces().iter().flatten()
    }

    /// The same, for work in parallel.
    #[must_use]
    pub fn par_items(&self) -> impl ParallelIterator<Item = &Item> {
        self.sorted.pieces().par_iter().flat_map_iter(|piece| piece)
    }

    /// The items as rows hold them: shared, none of them copied.
    pub(super) fn shared(&self) -> Arc<Sorted> {
        self.sorted.clone()
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// None at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Does it hold a record?
    #[must_use]
    pub fn has(&self, id: &Id) -> bool {
        self.sorted.key(id).is_some()
    }

    /// Follows a step that touched these records: only those whose keys it can have changed are put in their place anew.
    pub fn follow(&mut self, kind: Kind, touched: &Applied, before: &Store, data: &Data, now: DateTime) {
        let Some(mut ids) = concerned((kind, self.sort), touched, before, data) else {
            *self = Order::of(kind, self.sort, data, now);
            return;
        };
        if !ids.is_empty() && self.sort == SortBy::NextDate {
            let hour = now.to_string();
            let passed = self.items().take_while(|item| *item.key < *hour).take(PASSED);
            ids.extend(passed.map(|item| item.id.clone()));
        }
        let ground = Ground::of(data, now);
        for id in &ids {
            let key = data.store().get(kind, id).map(|record| ground.key(kind, self.sort, record));
            if key.as_ref() != self.sorted.key(id) {
                Arc::make_mut(&mut self.sorted).put(id, key);
            }
        }
    }
}
