//! What is tied to a record that very many name, such as an institution in thousands of networks: too much to go through
//! between two keys. It is worked out beside the loop. Until it is known, the lists keep what they put first, the card says
//! what is known at once, and a list one goes to before that is empty: nobody stands on a line that will be another.

use super::Model;
use crate::app::apart::Apart;
use crate::app::asked::Asked;
use crate::app::card::{Card, FIRST, card_at_once, card_begun};
use crate::app::pane::{Looking, Rows, RowsFor, tied_to};
use crate::i18n::Lang;
use crate::landscape::{Id, Kind};
use jiff::civil::Date;
use std::sync::Arc;

type Of = (Kind, Id);

/// What is to be worked out: for which state of the data, the card of whom, which lists tied to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Wanted {
    as_of: (u64, Date, Lang),
    card: Option<Of>,
    lists: Vec<(Kind, Of)>,
}

/// What came of it.
#[derive(Debug, Default)]
pub(in crate::app) struct Around {
    card: Option<Card>,
    lists: Vec<Arc<[Id]>>,
}

/// Work beside the loop, what a round of refreshing has asked for so far, and what it may take.
#[derive(Debug, Default)]
pub(in crate::app) struct Beside {
    pub asked: Asked<Wanted, Around>,
    wanted: Wanted,
    known: Option<(Wanted, Around)>,
}

impl Model {
    fn as_of(&self) -> (u64, Date, Lang) {
        (self.edition, self.now.date(), self.settings.lang)
    }

    /// Nothing is wanted beside the loop so far.
    pub(super) fn want_nothing(&mut self) {
        self.beside.wanted = Wanted { as_of: self.as_of(), ..Wanted::default() };
    }

    /// Asks for what was wanted, or calls off what nobody wants any more.
    pub(super) fn ask_beside(&mut self) {
        let wanted = std::mem::take(&mut self.beside.wanted);
        if wanted.card.is_none() && wanted.lists.is_empty() {
            self.beside.asked = Asked::default();
        } else if !self.beside.asked.is_asked(&wanted) {
            let apart = Apart::of(&self.context());
            self.beside.asked.ask(wanted, move |wanted, work| {
                let cx = apart.context();
                let mut looking = Looking::within(work);
                let list = |(to, of): &(Kind, Of)| tied_to(cx.data, of, *to, &mut looking);
                let lists = wanted.lists.iter().map(list).collect::<Option<_>>()?;
                let card = wanted.card.as_ref().and_then(|(kind, id)| card_begun(*kind, id, &cx, FIRST));
                Some(Around { card, lists })
            });
        }
    }

    /// What was asked for is known: it is shown where it is still wanted. The line one stands on stays.
    pub(in crate::app) fn known_beside(&mut self) {
        let line = self.card.line().cloned();
        self.beside.known = self.beside.asked.taken();
        self.beside.asked = Asked::default();
        self.refresh();
        self.beside.known = None;
        let rows = &self.card.card.rows;
        if let Some(line) = line.filter(|line| rows.get(self.card.row) != Some(line))
            && let Some(row) = rows.iter().position(|row| *row == line)
        {
            self.card.row = row;
            self.look_at_card();
        }
    }

    /// A list of what is tied to a record very many name, once it is known; until then it is asked for.
    pub(super) fn list_beside(&mut self, to: Kind, of: &Of) -> Option<Arc<[Id]>> {
        let as_of = self.as_of();
        let known = self.beside.known.as_ref().filter(|(wanted, _)| wanted.as_of == as_of);
        let list = known.and_then(|(wanted, around)| {
            let at = wanted.lists.iter().position(|(kind, tied)| (*kind, tied) == (to, of))?;
            around.lists.get(at).cloned()
        });
        if list.is_none() {
            self.beside.wanted.lists.push((to, of.clone()));
        }
        list
    }

    /// A list waits for what will stand first in it.
    pub(super) fn keep_waiting(&mut self, at: usize, wanted: &RowsFor, focused: bool) {
        let height = self.layout().rows(at);
        let Some(pane) = self.panes.get_mut(at) else { return };
        pane.awaits.clone_from(&wanted.tied);
        let of = |tied: &Option<Of>| RowsFor { edition: 0, tied: tied.clone(), ..wanted.clone() };
        if focused && (pane.of.tied != wanted.tied || pane.selected.is_none()) {
            pane.fill(Rows::default(), of(&wanted.tied), height);
        } else if !pane.rows.stand_in(&pane.order) {
            pane.fill(pane.rows.before(&pane.order), of(&pane.of.tied), height);
        }
    }

    /// The card of a record very many name, once it is known; until then what is known at once stands there.
    pub(super) fn card_beside(&mut self, of: &Of) -> Option<Card> {
        let as_of = self.as_of();
        let known = self.beside.known.as_mut().filter(|(wanted, _)| wanted.as_of == as_of);
        let card =
            known.filter(|(wanted, _)| wanted.card.as_ref() == Some(of)).and_then(|(_, around)| around.card.take());
        if card.is_none() {
            self.beside.wanted.card = Some(of.clone());
            if self.card.card.title.is_empty() {
                self.card.card = card_at_once(of.0, &of.1, &self.context()).unwrap_or_default();
            }
        }
        card
    }
}
