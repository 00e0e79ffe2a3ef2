//! Where one was before: going back leads to exactly there. Going somewhere new cuts the way forward, as in a browser.

use super::layout::Focus;
use crate::landscape::{Id, Kind};

/// A place one can come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What had the focus.
    pub focus: Focus,
    /// What was selected in the three lists.
    pub selected: [Option<Id>; 3],
    /// Their first rows on the screen.
    pub tops: [usize; 3],
    /// What was selected elsewhere and stood first.
    pub tied: [Option<(Kind, Id)>; 3],
    /// Whose card was open, and where in it.
    pub card: Option<(Kind, Id, usize, usize)>,
}

/// The places one came by.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    places: Vec<Place>,
}

/// How many places are kept.
const MOST: usize = 200;

impl Trail {
    /// Notes a place before going on.
    pub fn leave(&mut self, place: Place) {
        if self.places.last() != Some(&place) {
            self.places.push(place);
        }
        if self.places.len() > MOST {
            self.places.remove(0);
        }
    }

    /// The place one was at before.
    pub fn back(&mut self) -> Option<Place> {
        self.places.pop()
    }

    /// Nowhere to go back to?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}
