//! What a list shows: the records tied to the selection elsewhere first, a divider, then the rest in its order; or, with
//! a filter, what the filter found. Nothing is copied for the rest, however long it is.

use super::order::Order;
use super::sorted::Sorted;
use crate::landscape::Id;
use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

/// One row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot<'a> {
    /// A record; whether it is tied to the selection elsewhere.
    Record(&'a Id, bool),
    /// The line between what is tied to the selection and the rest.
    Divider,
}

/// The rows of a list.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// First those tied to the selection, or all that a filter found.
    first: Arc<[Id]>,
    /// How many a filter found, those counted that are too many to show.
    count: usize,
    /// Then these, without those.
    rest: Arc<Sorted>,
    /// The places in the rest of those that stand first, in order; looked up when somebody comes that far.
    taken: OnceLock<Vec<usize>>,
    filtered: bool,
}

impl Rows {
    /// The related ones, then the others.
    #[must_use]
    pub fn related(related: Vec<Id>, order: &Order) -> Self {
        Rows::tied(each_once(related, |id| order.has(id)), order)
    }

    /// The same, from records each of which the order holds, none of them twice.
    #[must_use]
    pub fn tied(first: Arc<[Id]>, order: &Order) -> Self {
        Rows { count: first.len(), first, rest: order.shared(), ..Rows::default() }
    }

    /// Those that stand first, as far as they are still there, without the rest, whose order is about to change.
    #[must_use]
    pub fn first_only(&self, is_there: impl Fn(&Id) -> bool) -> Self {
        let first: Arc<[Id]> = self.first.iter().filter(|id| is_there(id)).cloned().collect();
        Rows { count: first.len(), first, ..Rows::default() }
    }

    /// Those that stand first, and then the others in this order; only the others after a filter.
    #[must_use]
    pub fn before(&self, order: &Order) -> Self {
        Rows::tied(if self.filtered { Arc::default() } else { self.first.clone() }, order)
    }

    /// Do the others stand in this order, as it is now?
    #[must_use]
    pub fn stand_in(&self, order: &Order) -> bool {
        Arc::ptr_eq(&self.rest, &order.shared())
    }

    /// What a filter found: the best, and how many in all.
    #[must_use]
    pub fn found(found: Vec<Id>, count: usize) -> Self {
        // While the search goes on, some are shown before they are counted.
        Rows { count: count.max(found.len()), first: found.into(), filtered: true, ..Rows::default() }
    }

    /// How many rows, the divider counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.first.len() + usize::from(self.has_divider()) + self.others()
    }

    /// No rows at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many records are tied to the selection elsewhere, or were found by the filter.
    #[must_use]
    pub fn first_len(&self) -> usize {
        self.first.len()
    }

    /// How many a filter found in all, also those that are too many to show.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Shows what a filter found?
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.filtered
    }

    /// Does the record stand first?
    #[must_use]
    pub fn is_first(&self, id: &Id) -> bool {
        self.first.contains(id)
    }

    fn taken(&self) -> &[usize] {
        self.taken.get_or_init(|| {
            let mut taken: Vec<usize> = self.first.iter().filter_map(|id| self.rest.place(id)).collect();
            taken.sort_unstable();
            taken
        })
    }

    fn others(&self) -> usize {
        self.rest.len().saturating_sub(self.first.len())
    }

    fn has_divider(&self) -> bool {
        !self.filtered && !self.first.is_empty() && self.others() > 0
    }

    /// What stands in a row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Slot<'_>> {
        if let Some(id) = self.first.get(row) {
            return Some(Slot::Record(id, !self.filtered));
        }
        let other = row - self.first.len();
        if !self.has_divider() {
            return self.other(other);
        }
        match other.checked_sub(1) {
            None => Some(Slot::Divider),
            Some(other) => self.other(other),
        }
    }

    /// The nth of the rest that does not stand first.
    fn other(&self, nth: usize) -> Option<Slot<'_>> {
        let mut place = nth;
        for taken in self.taken() {
            if *taken > place {
                break;
            }
            place += 1;
        }
        self.rest.get(place).map(|item| Slot::Record(&item.id, false))
    }

    /// The record in a row; none for the divider.
    #[must_use]
    pub fn id(&self, row: usize) -> Option<&Id> {
        match self.get(row)? {
            Slot::Record(id, _) => Some(id),
            Slot::Divider => None,
        }
    }

    /// The row of a record.
    #[must_use]
    pub fn find(&self, id: &Id) -> Option<usize> {
        if let Some(row) = self.first.iter().position(|first| first == id) {
            return Some(row);
        }
        let place = self.rest.place(id)?;
        let before = self.taken().iter().take_while(|taken| **taken < place).count();
        Some(place - before + self.first.len() + usize::from(self.has_divider()))
    }
}

/// These records as far as they are there, each at its first place only.
pub fn each_once(ids: Vec<Id>, is_there: impl Fn(&Id) -> bool) -> Arc<[Id]> {
    let mut known: HashSet<Id> = HashSet::with_capacity(ids.len());
    ids.into_iter().filter(|id| is_there(id) && known.insert(id.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::pane::SortBy;
    use crate::app::pane::sorted::Item;

    fn order(names: &[&str]) -> Order {
        let items = names.iter().map(|name| Item { key: (*name).into(), id: Id::new(name) });
        Order::with(SortBy::Name, items.collect())
    }

    #[test]
    fn related_rows_come_first_and_no_row_comes_twice() {
        let rows = Rows::related(vec![Id::new("d"), Id::new("b"), Id::new("gone")], &order(&["a", "b", "c", "d", "e"]));
        let shown: String = (0..rows.len())
            .map(|row| match rows.get(row).unwrap() {
                Slot::Record(id, _) => id.as_str(),
                Slot::Divider => "-",
            })
            .collect();
        assert_eq!(shown, "db-ace");
        for row in (0..rows.len()).filter(|row| *row != 2) {
            assert_eq!(rows.find(rows.id(row).unwrap()), Some(row));
        }
        assert_eq!(rows.get(rows.len()), None);
    }

    #[test]
    fn no_divider_without_something_on_both_sides() {
        assert_eq!(Rows::related(vec![], &order(&["a"])).len(), 1);
        assert_eq!(Rows::related(vec![Id::new("a")], &order(&["a"])).len(), 1);
        assert_eq!(Rows::found(vec![Id::new("a"), Id::new("b")], 2).len(), 2);
    }
}
