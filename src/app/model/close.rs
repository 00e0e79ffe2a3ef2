//! Which networks are close to one, in a landscape too large to look around in between two keys: who sits where is worked
//! out beside the loop after each edit, and the card says what follows as soon as it is known.

use super::refresh::Seen;
use super::{Model, Saved};
use crate::analysis::overlap::{Pair, Seats, close_pairs_by};
use crate::landscape::Kind;

/// Networks above which a card does not look around by itself.
const MANY: usize = 2000;

impl Model {
    fn is_wide(&self) -> bool {
        self.data.store().count(Kind::Network) > MANY
    }

    /// Asks who sits where, as the data are now, once they are loaded and saved.
    pub(in crate::app) fn ask_seats(&mut self) {
        let question = (self.edition, self.now.date());
        let rests = self.file.loading.is_none() && self.file.state != Saved::Saving;
        if rests && self.is_wide() && !self.seats.is_asked(&question) {
            let store = self.data.store().clone();
            self.seats.ask(question, move |(_, day), work| Seats::of(&store, &day.to_string(), work));
        }
    }

    /// Who sits where is known: the card is made again. The line one stands on stays.
    pub(in crate::app) fn seats_known(&mut self) {
        let line = self.card.line().cloned();
        let below = self.card.card.rows.len().saturating_sub(self.card.row);
        self.seen = Seen::default();
        self.refresh();
        let rows = &self.card.card.rows;
        // What is new stands at the top: far down, where lines may be unsaid yet, it is counted from the end.
        let same = line.and_then(|line| rows.iter().position(|row| *row == line));
        self.card.row = same.unwrap_or(rows.len().saturating_sub(below));
        self.look_at_card();
    }

    /// The networks close to one; nothing where a card may look around by itself.
    pub(super) fn pairs_close_to(&self, network: &str) -> Option<Vec<Pair>> {
        let day = || self.now.date().to_string();
        let close = |seats| close_pairs_by(self.data.store(), self.data.refs(), network, &day(), seats);
        self.is_wide().then(|| self.seats.found().map_or_else(Vec::new, close))
    }
}
