//! What is known of the words of a query in the texts of one shelf, while a pass goes over it: a text that several fields
//! have is looked at once, and when most documents are to be looked at, all texts are, in the order they lie in memory.
//! Knows numbers of texts, not the texts.

use super::rank::{Quality, SCATTERED, Tier, tier_of};
use super::shelf::{Card, SHELF};

/// What is known of a word in a text: the class it would have in a name, or one of the signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell(u8);

impl Cell {
    /// Nobody has looked.
    pub(super) const UNKNOWN: Self = Self(u8::MAX);
    /// It is there, scattered or better.
    pub(super) const THERE: Self = Self(u8::MAX - 1);
    /// It is not there in any way.
    pub(super) const ABSENT: Self = Self(u8::MAX - 2);
    /// It is there with its letters scattered, and in no better way.
    pub(super) const SCATTERED: Self = Self(SCATTERED);

    /// It is there in a way that would be of this class in a name.
    #[inline]
    pub(super) fn of(class: u8) -> Self {
        Self(class.min(SCATTERED))
    }

    /// Whether there may be more to know.
    #[inline]
    pub(super) fn is_open(self) -> bool {
        self.0 >= Self::THERE.0
    }

    /// The class in a field that costs so much more than a name.
    #[inline]
    pub(super) fn class(self, cost: u8) -> Option<u8> {
        (self.0 <= SCATTERED).then(|| self.0 + cost)
    }

    /// How the word stands in the text.
    pub(super) fn tier(self) -> Tier {
        tier_of(self.0)
    }
}

/// What is known of the texts of one shelf.
#[derive(Debug, Default)]
pub(super) struct Cells {
    shelf: Option<usize>,
    texts: usize,
    /// For each word those of all texts.
    known: Vec<Cell>,
    /// How good scattered letters are, in the same places.
    qualities: Vec<Option<Quality>>,
}

impl Cells {
    /// The next document is this one: forgets everything if it stands on another shelf, and tells so.
    #[inline]
    pub(super) fn turn_to(&mut self, doc: u32, card: &Card) -> bool {
        let here = Some(doc as usize / SHELF);
        let turned = self.shelf != here;
        if turned {
            (self.shelf, self.texts) = (here, card.texts());
            self.known.clear();
            self.qualities.clear();
        }
        turned
    }

    /// What is known of the word of this place in the query, by the numbers of the texts.
    #[inline]
    pub(super) fn row(&mut self, word: usize) -> &mut [Cell] {
        let (from, until) = (word * self.texts, (word + 1) * self.texts);
        if self.known.len() < until {
            self.known.resize(until, Cell::UNKNOWN);
        }
        self.known.get_mut(from..until).unwrap_or(&mut [])
    }

    /// The same, and beside it how good scattered letters are, as far as they were scored.
    pub(super) fn scored_row(&mut self, word: usize) -> (&mut [Cell], &mut [Option<Quality>]) {
        let (from, until) = (word * self.texts, (word + 1) * self.texts);
        self.row(word);
        if self.qualities.len() < until {
            self.qualities.resize(until, None);
        }
        let qualities = self.qualities.get_mut(from..until).unwrap_or(&mut []);
        (self.known.get_mut(from..until).unwrap_or(&mut []), qualities)
    }
}
