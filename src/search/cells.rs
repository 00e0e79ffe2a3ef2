//! What is known of the words of a query in the texts of one shelf, while a pass goes over it: a text that several fields
//! have is looked at once, and when many documents are to be looked at, all texts are, in the order they lie in memory.
//! Knows numbers of texts and who has them, not what is in them.

mod holders;

use super::rank::{Quality, SCATTERED, Tier, tier_of};
use super::shelf::{Card, Leaf, SHELF};
use holders::Holders;

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
    /// It is there, in no way that is still wanted.
    pub(super) const UNWANTED: Self = Self(u8::MAX - 3);
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
    /// For each word who has it in a text, as far as all texts were looked at for it.
    holders: Vec<Held>,
}

/// Who has a word in a text.
#[derive(Debug, Default)]
struct Held {
    /// In any way.
    anyhow: Holders,
    /// In a way that is still wanted.
    closely: Holders,
}

/// What is noted of one word while all texts are looked at.
pub(super) struct Notes<'a> {
    row: &'a mut [Cell],
    holders: &'a mut Held,
}

impl Notes<'_> {
    /// This text has the word in such a way.
    #[inline]
    pub(super) fn note(&mut self, leaf: &Leaf, way: Cell) {
        self.set(leaf, way);
        self.holders.anyhow.add(leaf.owner());
    }

    /// This text has the word, in a way that would be of this class in a name if that is still wanted.
    #[inline]
    pub(super) fn note_closely(&mut self, leaf: &Leaf, class: Option<u8>) {
        self.note(leaf, class.map_or(Cell::UNWANTED, Cell::of));
        if class.is_some() {
            self.holders.closely.add(leaf.owner());
        }
    }

    /// This text was not looked at: nobody has it but a document that is known to have the word in another.
    #[inline]
    pub(super) fn leave(&mut self, leaf: &Leaf) {
        self.set(leaf, Cell::UNKNOWN);
    }

    /// Whether the only document that has this text is known to have the word in another.
    #[inline]
    pub(super) fn has_found(&self, leaf: &Leaf) -> bool {
        leaf.owner().is_some_and(|owner| self.holders.anyhow.has_own(owner))
    }

    #[inline]
    fn set(&mut self, leaf: &Leaf, way: Cell) {
        if let Some(cell) = self.row.get_mut(leaf.number as usize) {
            *cell = way;
        }
    }
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
            for held in &mut self.holders {
                held.anyhow.forget();
                held.closely.forget();
            }
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

    /// Whether this document has the word of this place in the query in one of its texts; nothing when not all texts were
    /// looked at for it.
    #[inline]
    pub(super) fn holds(&self, word: usize, card: &Card) -> Option<bool> {
        self.holders.get(word)?.anyhow.holds(card, |text| self.cell(word, text) != Cell::ABSENT)
    }

    /// The same for a way that is still wanted; nothing when not all texts were looked at so closely.
    #[inline]
    pub(super) fn holds_closely(&self, word: usize, card: &Card) -> Option<bool> {
        self.holders.get(word)?.closely.holds(card, |text| self.cell(word, text).class(0).is_some())
    }

    #[inline]
    fn cell(&self, word: usize, text: u32) -> Cell {
        self.known.get(word * self.texts + text as usize).copied().unwrap_or(Cell::ABSENT)
    }

    /// All texts are looked at for the word of this place in the query, or even for how well they have it: those that are not
    /// noted or left do not have it.
    pub(super) fn begin(&mut self, word: usize, closely: bool) -> Option<Notes<'_>> {
        let (from, until) = (word * self.texts, (word + 1) * self.texts);
        if self.known.len() <= from {
            self.known.resize(from, Cell::UNKNOWN);
            self.known.resize(until, Cell::ABSENT);
        } else {
            self.row(word).fill(Cell::ABSENT);
        }
        if self.holders.len() <= word {
            self.holders.resize_with(word + 1, Held::default);
        }
        let row = self.known.get_mut(from..until)?;
        let holders = self.holders.get_mut(word)?;
        holders.anyhow.begin();
        if closely {
            holders.closely.begin();
        } else {
            holders.closely.forget();
        }
        Some(Notes { row, holders })
    }
}
