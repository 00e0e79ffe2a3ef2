//! The order of a list: every record of its kind with a key to sort by, kept in step with each edit.

use super::key::Ground;
use crate::landscape::{Id, Kind, Record};
use crate::store::Data;
use jiff::civil::DateTime;
use rayon::prelude::*;
use std::collections::HashMap;
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

/// Records one thread has put in order before another has woken up.
const SHARE: usize = 4096;

/// One record and its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// What it is sorted by.
    pub key: Arc<str>,
    /// The record.
    pub id: Id,
}

/// All records of a list in their order.
#[derive(Clone, Debug)]
pub struct Order {
    /// What they are sorted by.
    pub sort: SortBy,
    items: Arc<Vec<Item>>,
    keys: Arc<HashMap<Id, Arc<str>>>,
}

impl Order {
    /// An order of nothing.
    #[must_use]
    pub fn new(sort: SortBy) -> Self {
        Order::with(sort, Vec::new())
    }

    /// The order of these items, which are sorted by id among the same key.
    #[must_use]
    pub fn with(sort: SortBy, mut items: Vec<Item>) -> Self {
        if items.len() > SHARE {
            items.par_sort_unstable();
        } else {
            items.sort_unstable();
        }
        let keys = items.iter().map(|item| (item.id.clone(), item.key.clone())).collect();
        Order { sort, items: Arc::new(items), keys: Arc::new(keys) }
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

    /// The items, shared.
    #[must_use]
    pub fn items(&self) -> Arc<Vec<Item>> {
        self.items.clone()
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// None at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The place of a record.
    #[must_use]
    pub fn place(&self, id: &Id) -> Option<usize> {
        let key = self.keys.get(id)?;
        self.items.binary_search_by(|item| (&item.key, &item.id).cmp(&(key, id))).ok()
    }

    /// Does its order hang on the records of this kind beyond those that name one another?
    #[must_use]
    pub fn hangs_on(&self, own: Kind, touched: Kind) -> bool {
        match (own, self.sort) {
            (Kind::Actor, SortBy::Size) => touched == Kind::Network,
            (Kind::Rhythm, SortBy::NextDate) => matches!(touched, Kind::Meeting | Kind::Landscape),
            _ => false,
        }
    }

    /// Puts a record in its place after an edit, or takes it out.
    pub fn update(&mut self, id: &Id, record: Option<&Record>, kind: Kind, data: &Data, now: DateTime) {
        let key = record.map(|record| Ground::of(data, now).key(kind, self.sort, record));
        if key.as_ref() == self.keys.get(id) {
            return;
        }
        let place = self.place(id);
        let items = Arc::make_mut(&mut self.items);
        if let Some(place) = place {
            items.remove(place);
        }
        let keys = Arc::make_mut(&mut self.keys);
        keys.remove(id);
        if let Some(key) = key {
            let item = Item { key: key.clone(), id: id.clone() };
            let place = items.partition_point(|held| *held < item);
            items.insert(place, item);
            keys.insert(id.clone(), key);
        }
    }
}
