//! What follows from the data and the selection: the rows of the lists, the card. Done once after a batch of actions,
//! and only for what has changed.

use super::{CardView, Model};
use crate::app::card::{FIRST, card_begun};
use crate::app::layout::Focus;
use crate::app::pane::{Looking, MANY, Order, Rows, RowsFor, is_crowded, related};
use crate::i18n::Lang;
use crate::landscape::{Id, Kind};
use crate::search::landscape::Landscape;
use crate::search::session::Session;
use crate::store::{Applied, Data, Store};
use std::collections::HashSet;

/// How many records that name what was edited follow it at most.
const MOST: usize = 2000;

/// What the card was last computed for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Seen(Option<(u64, Lang, Option<(Kind, Id)>)>);

impl Model {
    /// Shows other data in the lists, which were put in order elsewhere; the index over them follows.
    pub(in crate::app) fn list(&mut self, data: Data, orders: [Order; 3]) {
        self.data = data;
        self.search = Landscape::default();
        for (at, order) in orders.into_iter().enumerate() {
            match self.panes.get_mut(at) {
                Some(pane) if pane.order.sort == order.sort => pane.order = order,
                _ => self.sort_pane(at),
            }
        }
        self.edition += 1;
        self.refresh();
    }

    /// Takes the index over the data listed; what was typed before is looked for now.
    pub(in crate::app) fn index(&mut self, search: Landscape) {
        self.search = search;
        self.edition += 1;
        self.look_again();
        self.refresh();
    }

    /// Computes everything anew after the data were replaced.
    pub(in crate::app) fn reopen(&mut self) {
        self.search = Landscape::build(self.data.store());
        for pane in 0..3 {
            self.sort_pane(pane);
        }
        self.edition += 1;
        self.refresh();
    }

    /// Follows a change of some records; the data as they were before tell whom it no longer concerns.
    pub(in crate::app) fn follow(&mut self, touched: &Applied, before: &Store) {
        for pane in &mut self.panes {
            pane.stood = pane.row().or(pane.stood);
            // A long list of what stands first stays until the next is known.
            let store = self.data.store();
            let long = pane.rows.first_len() > MANY && !pane.rows.is_filtered();
            let is_there = |id: &Id| {
                let kind = pane.kind;
                touched.iter().all(|(of, touched)| *of != kind || touched != id) || store.get(kind, id).is_some()
            };
            pane.rows = if long { pane.rows.first_only(is_there) } else { Rows::default() };
            pane.order.follow(pane.kind, touched, before, &self.data, self.now);
        }
        for (kind, id) in self.with_neighbours(touched) {
            self.search.update(kind, &id, self.data.store());
        }
        self.edition += 1;
    }

    /// What was touched, and what names it, as far as that can be followed between two keys.
    fn with_neighbours(&self, touched: &Applied) -> Applied {
        let mut known: HashSet<Id> = touched.iter().map(|(_, id)| id.clone()).collect();
        let mut all = touched.clone();
        for (_, id) in touched {
            for (kind, record) in self.data.refs().to(id, self.data.store()) {
                if all.len() < touched.len() + MOST && known.insert(record.id.clone()) {
                    all.push((kind, record.id.clone()));
                }
            }
        }
        all
    }

    /// Sorts a list anew.
    pub(in crate::app) fn sort_pane(&mut self, at: usize) {
        if let Some(pane) = self.panes.get_mut(at) {
            pane.order = Order::of(pane.kind, pane.order.sort, &self.data, self.now);
            pane.of = RowsFor::default();
        }
    }

    /// Computes what has become old, and keeps every selection in sight.
    pub fn refresh(&mut self) {
        let focused = self.focus.pane();
        self.finish_filters();
        self.want_nothing();
        let mut looking = Looking::default();
        // The focused list first: what is selected there decides what the others show.
        for at in [focused, (focused + 1) % 3, (focused + 2) % 3] {
            self.refresh_rows(at, focused, &mut looking);
        }
        let layout = self.layout();
        for (at, pane) in self.panes.iter_mut().enumerate() {
            pane.show(layout.rows(at));
        }
        self.refresh_card();
        self.ask_beside();
        self.ask_seats();
    }

    fn refresh_rows(&mut self, at: usize, focused: usize, looking: &mut Looking) {
        let source = self.pane();
        let selected = source.selected.clone().map(|id| (source.kind, id));
        let Some(pane) = self.panes.get(at) else { return };
        let filter = pane.filter.as_ref().map_or("", |filter| filter.line.text().trim()).to_owned();
        let tied = match (at == focused, self.linked && filter.is_empty()) {
            // A list that has the focus keeps what it had put first: nothing moves under one's hands.
            (true, _) => pane.awaits.clone().or_else(|| pane.of.tied.clone()),
            (false, true) => selected,
            (false, false) => None,
        };
        let wanted = RowsFor { edition: self.edition, filter, tied };
        if pane.of != wanted {
            let Some(rows) = self.rows(at, &wanted, looking) else {
                return self.keep_waiting(at, &wanted, at == focused);
            };
            let height = self.layout().rows(at);
            if let Some(pane) = self.panes.get_mut(at) {
                pane.awaits = None;
                pane.fill(rows, wanted, height);
            }
        }
    }

    /// The rows wanted; nothing when they are still being worked out.
    fn rows(&mut self, at: usize, wanted: &RowsFor, looking: &mut Looking) -> Option<Rows> {
        if !wanted.filter.is_empty() {
            return Some(self.filtered(at, &wanted.filter));
        }
        let pane = self.panes.get_mut(at)?;
        let kind = pane.kind;
        pane.search = Session::default();
        let list = match &wanted.tied {
            Some(of) if is_crowded(&self.data, of.0, &of.1) => Some(self.list_beside(kind, of)?),
            _ => None,
        };
        let order = &self.panes.get(at)?.order;
        Some(match (list, &wanted.tied) {
            (Some(list), _) => Rows::tied(list, order),
            (None, Some((from, id))) => Rows::related(related(&self.data, (*from, id), kind, looking), order),
            (None, None) => Rows::related(Vec::new(), order),
        })
    }

    /// The card has to be built again.
    pub(in crate::app) fn forget_card(&mut self) {
        self.seen = Seen::default();
    }

    fn refresh_card(&mut self) {
        if let Focus::Pane(_) = self.focus {
            let selected = self.selected().map(|(kind, record)| (kind, record.id.clone()));
            if self.card.of != selected {
                self.card = CardView { of: selected, ..CardView::default() };
            }
        }
        let seen = Some((self.edition, self.settings.lang, self.card.of.clone()));
        if self.seen.0 != seen {
            let built = match self.card.of.clone() {
                Some(of) if is_crowded(&self.data, of.0, &of.1) => {
                    // Where one stood is found again when all of it is there.
                    let Some(card) = self.card_beside(&of) else { return self.look_at_card() };
                    Some(card)
                }
                Some((kind, id)) => card_begun(kind, &id, &self.context(), FIRST),
                None => None,
            };
            self.card.card = built.unwrap_or_default();
            self.seen.0 = seen;
        }
        let last = self.card.card.rows.len().saturating_sub(1);
        self.card.row = self.card.row.min(last);
        self.look_at_card();
    }

    /// The lines of the card that can be on the screen are said: a line takes at least one row of it.
    pub(in crate::app) fn look_at_card(&mut self) {
        let rows = usize::from(self.layout().card.height);
        let row = if self.focus.on_card() { self.card.row } else { 0 };
        let Some((kind, id)) = self.card.of.clone() else { return };
        let mut card = std::mem::take(&mut self.card.card);
        card.look_at(row.saturating_sub(rows)..row + rows, (kind, &id), &self.context());
        self.card.card = card;
    }
}
