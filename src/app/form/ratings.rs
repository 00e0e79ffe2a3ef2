//! Ratings: a dimension, then a number from 1 to 4. A dimension without its number waits for it and is not saved.

use super::{Form, Row};
use crate::arrange::Arrange as _;
use crate::landscape::{Field, Value, vocabulary};
use smol_str::SmolStr;

impl Form {
    /// The dimensions of a field in the order of their list, with their numbers where they have one.
    #[must_use]
    pub fn ratings(&self, field: Field) -> Vec<(SmolStr, Option<u8>)> {
        let given = self.record.ratings(field).iter().map(|(dimension, rating)| (dimension.clone(), Some(*rating)));
        let mut all: Vec<_> = given.chain(self.asked.iter().map(|dimension| (dimension.clone(), None))).collect();
        let list = vocabulary::values("rating_dimension");
        all.arrange_by_key(|(dimension, _)| {
            list.iter().position(|entry| *entry.key == **dimension).unwrap_or(list.len())
        });
        all
    }

    /// Keeps these dimensions and asks for the numbers of those that are new.
    pub(super) fn ask_ratings(&mut self, field: Field, dimensions: &[String]) {
        let kept: Vec<_> = self
            .record
            .ratings(field)
            .iter()
            .filter(|(known, _)| dimensions.iter().any(|one| **one == **known))
            .cloned()
            .collect();
        self.asked = dimensions
            .iter()
            .filter(|one| kept.iter().all(|(known, _)| **known != ***one))
            .map(|one| one.as_str().into())
            .collect();
        self.record.set(field, (!kept.is_empty()).then(|| Value::Ratings(kept.into())));
        let open = self.ratings(field).iter().position(|(_, rating)| rating.is_none());
        self.focus = open.map_or(Row::Add(field), |at| Row::Rating(field, at));
    }

    /// Gives a dimension its number; then the next one that waits has the focus.
    pub(super) fn rate(&mut self, field: Field, at: usize, rating: u8) {
        if !(1..=4).contains(&rating) {
            return;
        }
        self.set_rating(field, at, Some(rating));
        let waits = self.ratings(field).iter().position(|(_, rating)| rating.is_none());
        if let Some(next) = waits {
            self.focus = Row::Rating(field, next);
        }
    }

    /// The next number up or down.
    pub(super) fn turn_rating(&mut self, field: Field, at: usize, forward: bool) {
        let Some((_, rating)) = self.ratings(field).get(at).cloned() else { return };
        let next = match (rating, forward) {
            (None, true) => 1,
            (None, false) => 4,
            (Some(rating), true) => (rating + 1).min(4),
            (Some(rating), false) => rating.saturating_sub(1).max(1),
        };
        self.set_rating(field, at, Some(next));
    }

    /// Takes a dimension out.
    pub(super) fn unrate(&mut self, field: Field, at: usize) {
        self.set_rating(field, at, None);
        self.focus_near();
    }

    fn set_rating(&mut self, field: Field, at: usize, rating: Option<u8>) {
        let Some((dimension, _)) = self.ratings(field).get(at).cloned() else { return };
        self.asked.retain(|asked| *asked != dimension);
        let mut given: Vec<_> =
            self.record.ratings(field).iter().filter(|(known, _)| *known != dimension).cloned().collect();
        given.extend(rating.map(|rating| (dimension, rating)));
        given.arrange_by(Ord::cmp);
        self.record.set(field, (!given.is_empty()).then(|| Value::Ratings(given.into())));
    }
}
