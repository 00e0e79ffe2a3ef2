//! What is known of the texts that several fields of a shelf have, while one pass of a query goes over it: what was looked
//! for in one field is not looked for again in the next. Knows numbers of texts, not the texts.

use super::rank::{Quality, Tier};
use super::shelf::{Card, SHELF};

/// How a word was found in a text, whatever field has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// The class it would have in a name.
    pub class: u8,
    /// The tier.
    pub tier: Tier,
    /// How good scattered letters are.
    pub quality: Quality,
}

/// What is known of one word in one text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Where its letters end, scattered or in one piece, if they are there; nothing when nobody has looked.
    pub end: Option<Option<u16>>,
    /// The best way it is found, if one is known.
    pub found: Option<Manner>,
    /// All classes up to this one have been looked for, as they would be in a name; nothing when nobody has looked.
    pub looked: Option<u8>,
}

/// What is known of the texts of one shelf.
#[derive(Debug, Default)]
pub(super) struct Memo {
    shelf: Option<usize>,
    texts: usize,
    known: Vec<Known>,
}

impl Memo {
    /// The next document is this one: forgets everything if it stands on another shelf.
    #[inline]
    pub(super) fn turn_to(&mut self, doc: u32, card: &Card) {
        let here = doc as usize / SHELF;
        if self.shelf != Some(here) {
            (self.shelf, self.texts) = (Some(here), card.texts());
            self.known.clear();
        }
    }

    /// What is known of the word of this place in the query in the text of this number; nothing before a shelf is known.
    #[inline]
    pub(super) fn of(&mut self, word: usize, text: u32) -> Option<&mut Known> {
        let at = word * self.texts + text as usize;
        if self.known.len() <= at && self.texts > 0 {
            self.known.resize((word + 1) * self.texts, Known::default());
        }
        self.known.get_mut(at)
    }
}
