//! What follows from the data and the selection: the rows of the lists, the card. Done once after a batch of actions,
//! and only for what has changed.

use super::{CardView, Model};
use crate::app::card::{FIRST, card_begun};
use crate::app::layout::Focus;
use crate::app::pane::{Looking, MANY, Order, Rows, RowsFor, is_crowded, related};
use crate::i18n::Lang;
use crate::landscape::{Id, Kind};
use crate::search::landscape::Landscape;
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
        self.forget_the_gone();
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
        self.forget_the_gone();
        for pane in 0..3 {
            self.sort_pane(pane);
        }
        self.edition += 1;
        self.refresh();
    }

    /// What stands first in a list is in the data, which may be others now.
    fn forget_the_gone(&mut self) {
        for pane in self.panes.iter_mut().filter(|pane| !pane.rows.is_filtered()) {
            pane.rows = pane.rows.first_only(|id| self.data.store().get(pane.kind, id).is_some());
        }
    }

    /// Follows a change of some records; the data as they were before tell whom it no longer concerns.
    pub(in crate::app) fn follow(&mut self, touched: &Applied, before: &Store) {
        for pane in &mut self.panes {
            pane.stood = pane.row().or(pane.stood);
            // What stands first and is not known between two keys stays until it is known anew.
            let tied = pane.of.tied.as_ref().is_some_and(|(kind, id)| is_crowded(&self.data, *kind, id));
            let stays = !pane.rows.is_filtered() && (tied || pane.rows.first_len() > MANY);
            pane.rows = if stays {
                let mine = touched.iter().filter(|(kind, _)| *kind == pane.kind);
                let gone: HashSet<&Id> =
                    mine.filter(|(kind, id)| self.data.store().get(*kind, id).is_none()).map(|(_, id)| id).collect();
                pane.rows.first_only(|id| !gone.contains(id))
            } else {
                Rows::default()
            };
            // Nobody else holds on to the order, which would have to be copied then.
            pane.sift = None;
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
        if pane.of == wanted {
            if let Some(pane) = self.panes.get_mut(at) {
                pane.awaits = None;
            }
        } else {
            let Some(rows) = self.rows((at, at == focused), &wanted, looking) else {
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
    fn rows(&mut self, (at, focused): (usize, bool), wanted: &RowsFor, looking: &mut Looking) -> Option<Rows> {
        if !wanted.filter.is_empty() {
            return Some(self.filtered(at, &wanted.filter));
        }
        let pane = self.panes.get_mut(at)?;
        let kind = pane.kind;
        pane.look_for_nothing();
        // Back where one was, one stands on a line of a list that has to be there at once.
        let back = focused && pane.rows.is_empty() && pane.selected.is_some();
        let list = match &wanted.tied {
            Some(of) if !back && is_crowded(&self.data, of.0, &of.1) => Some(self.list_beside(kind, of)?),
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
                self.forget_card();
            }
        }
        let seen = Some((self.edition, self.settings.lang, self.card.of.clone()));
        if self.seen.0 != seen {
            // Back where one was, one stands on a line that has to be there at once.
            let back = self.focus.on_card() && self.card.row > 0 && self.card.card.rows.len() <= self.card.row;
            let built = match self.card.of.clone() {
                Some(of) if !back && is_crowded(&self.data, of.0, &of.1) => {
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
