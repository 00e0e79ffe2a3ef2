//! The order of a list: every record of its kind with a key to sort by, kept in step with each edit.

use crate::analysis::series::{self, Almanac};
use crate::landscape::{Id, Kind, Record, actor, network, rhythm, role};
use crate::search;
use crate::store::{Data, title};
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
    pub key: Box<str>,
    /// The record.
    pub id: Id,
}

/// All records of a list in their order.
#[derive(Clone, Debug)]
pub struct Order {
    /// What they are sorted by.
    pub sort: SortBy,
    items: Arc<Vec<Item>>,
    keys: Arc<HashMap<Id, Box<str>>>,
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
        let almanac = Almanac::of(data.store());
        let item =
            |record: &&Arc<Record>| Item { key: key(kind, sort, record, data, (&almanac, now)), id: record.id.clone() };
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

    /// Puts a record in its place after an edit, or takes it out.
    pub fn update(&mut self, id: &Id, record: Option<&Record>, kind: Kind, data: &Data, now: DateTime) {
        let almanac = Almanac::of(data.store());
        let key = record.map(|record| key(kind, self.sort, record, data, (&almanac, now)));
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

/// The key of a record; texts that compare as the order wants it.
fn key(kind: Kind, sort: SortBy, record: &Record, data: &Data, (almanac, now): (&Almanac, DateTime)) -> Box<str> {
    let name = || search::fold(&title(data.store(), record));
    match sort {
        SortBy::Name => name(),
        SortBy::Kind => {
            let kind = if kind == Kind::Network { record.text(network::KIND) } else { record.text(actor::KIND) };
            format!("{kind}\u{1}{}", name())
        }
        SortBy::Size => format!("{:09}\u{1}{}", 999_999_999 - size(kind, record, data), name()),
        SortBy::NextDate => {
            let next = almanac.first(data, record, now).map(|moment| moment.to_string());
            format!("{}\u{1}{}", next.as_deref().unwrap_or(series::later(record.text(rhythm::RULE))), name())
        }
        SortBy::Checked => {
            let field = if kind == Kind::Network { network::CHECKED_ON } else { actor::CHECKED_ON };
            format!("{}\u{1}{}", record.text(field), name())
        }
    }
    .into()
}

fn size(kind: Kind, record: &Record, data: &Data) -> usize {
    match kind {
        Kind::Network => record.parts(network::MEMBERS).iter().filter(|seat| role::of_seat(seat).member).count(),
        _ => data.refs().from(Kind::Network, &record.id, data.store()).len(),
    }
}
