//! A filter by fields (`kind:school -lifecycle:ended`), looked through in the order of the list and in slices: what fits
//! first stands there at once, and the next key never waits for the last record. Knows no screens.

use super::order::Order;
use super::sorted::{Item, SHARE, Sorted};
use crate::landscape::{Id, Kind};
use crate::search::terms::Terms;
use crate::store::Store;
use rayon::prelude::*;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What is looked for, and how far the looking is.
#[derive(Debug)]
pub(in crate::app) struct Sift {
    terms: Terms,
    kind: Kind,
    order: Arc<Sorted>,
    /// How many pieces of the order were looked at.
    pieces: usize,
    spent: Duration,
    found: Vec<Id>,
}

impl Sift {
    /// The records of this kind that meet these terms, in this order; nothing is looked at yet.
    pub(in crate::app) fn of(terms: Terms, kind: Kind, order: &Order) -> Self {
        Sift { terms, kind, order: order.shared(), pieces: 0, spent: Duration::ZERO, found: Vec::new() }
    }

    /// Nothing left to look at?
    pub(in crate::app) fn is_done(&self) -> bool {
        self.pieces >= self.order.pieces().len()
    }

    /// Looks at the next records for about this long, at a short list as a whole; true when nothing is left.
    pub(in crate::app) fn step(&mut self, store: &Store, time: Duration) -> bool {
        let (terms, kind) = (&self.terms, self.kind);
        let fits = |item: &&Item| store.get(kind, &item.id).is_some_and(|record| terms.matches(record, store));
        let fitting = |piece: &Vec<Item>| piece.iter().filter(fits).map(|item| item.id.clone()).collect::<Vec<Id>>();
        let began = Instant::now();
        let left = self.order.pieces().get(self.pieces..).unwrap_or(&[]);
        let side_by_side = if self.order.len() > SHARE { rayon::current_num_threads() } else { left.len().max(1) };
        for pieces in left.chunks(side_by_side) {
            let found: Vec<Vec<Id>> = pieces.par_iter().map(fitting).collect();
            self.found.extend(found.into_iter().flatten());
            self.pieces += pieces.len();
            if began.elapsed() >= time {
                break;
            }
        }
        self.spent += began.elapsed();
        self.is_done()
    }

    /// How long the rest will take, judged by what was done so far.
    pub(in crate::app) fn rest(&self) -> Duration {
        let [done, all] = [self.pieces, self.order.pieces().len()].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        self.spent.saturating_mul(all.saturating_sub(done)).checked_div(done).unwrap_or(Duration::ZERO)
    }

    /// What fits, so far.
    pub(in crate::app) fn found(&self) -> &[Id] {
        &self.found
    }

    /// What fits, when there is nothing left to look at.
    pub(in crate::app) fn into_found(self) -> Vec<Id> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::pane::SortBy;
    use crate::store::{DEMO, Data, read_data};
    use jiff::civil::date;

    /// The ids found in slices of no time at all, with what was there after each.
    fn sliced(data: &Data, kind: Kind, order: &Order, text: &str) -> Vec<Vec<Id>> {
        let mut sift = Sift::of(Terms::parse(text, kind.shape()), kind, order);
        let mut states = Vec::new();
        loop {
            let done = sift.step(data.store(), Duration::ZERO);
            states.push(sift.found().to_vec());
            assert_eq!(done, sift.is_done());
            if done {
                assert_eq!(sift.rest(), Duration::ZERO);
                return states;
            }
        }
    }

    fn at_once(data: &Data, kind: Kind, order: &Order, text: &str) -> Vec<Id> {
        let terms = Terms::parse(text, kind.shape());
        let fits = |id: &&Id| data.store().get(kind, id).is_some_and(|record| terms.matches(record, data.store()));
        order.items().map(|item| &item.id).filter(fits).cloned().collect()
    }

    #[test]
    fn slices_find_what_one_look_finds_and_in_between_its_beginning() {
        let demo = read_data(DEMO).unwrap();
        let actor = |n: usize| {
            let kind = if n.is_multiple_of(3) { "school" } else { "association" };
            format!(r#"{{"id":"z-{n:05}","kind":"{kind}","name":"Haus {}"}}"#, n * 7919 % 9000)
        };
        let actors = (0..9000).map(actor).collect::<Vec<_>>().join(",");
        let large = read_data(&format!(r#"{{"format":"runde","version":1,"actors":[{actors}]}}"#)).unwrap();
        let mut longest = 0;
        for (data, kind) in
            [(&demo, Kind::Network), (&demo, Kind::Actor), (&large, Kind::Actor), (&large, Kind::Rhythm)]
        {
            let order = Order::of(kind, SortBy::Name, data, date(2026, 11, 23).at(10, 0, 0, 0));
            for text in ["kind:school", "-kind:school haus", "kind:nothing", "name:musterau", "-name:xyzxyz"] {
                let (states, whole) = (sliced(data, kind, &order, text), at_once(data, kind, &order, text));
                assert_eq!(states.last(), Some(&whole), "{text}");
                assert!(states.iter().all(|state| whole.starts_with(state)), "{text}");
                longest = longest.max(states.len());
            }
        }
        assert!(longest > 5, "{longest} slices");
    }
}
