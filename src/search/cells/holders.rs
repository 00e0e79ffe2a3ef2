//! Which documents of a shelf have a word in one of their texts: known at once where the text is theirs alone.

use super::super::bits::Bits;
use super::super::shelf::{Card, SHELF};

/// The documents of a shelf that have a word.
#[derive(Debug, Default)]
pub(super) struct Holders {
    /// Whether all texts were looked at.
    known: bool,
    /// Those that have it in a text of their own.
    own: Bits,
    /// Whether a text that several documents have has it: their keys tell which.
    shared: bool,
}

impl Holders {
    /// Nobody has looked any more.
    pub(super) fn forget(&mut self) {
        self.known = false;
    }

    /// All texts are looked at; nobody has it so far.
    pub(super) fn begin(&mut self) {
        (self.known, self.shared) = (true, false);
        self.own.clear(SHELF);
    }

    /// A text has the word, which is this document's alone, or that of several.
    #[inline]
    pub(super) fn add(&mut self, owner: Option<u16>) {
        match owner {
            Some(at) => self.own.add(u32::from(at)),
            None => self.shared = true,
        }
    }

    /// Whether the document at this place has it in a text of its own, of those looked at so far.
    #[inline]
    pub(super) fn has_own(&self, at: u16) -> bool {
        self.own.has(u32::from(at))
    }

    /// Whether this document has it, asking of texts that several have; nothing when not all texts were looked at.
    #[inline]
    pub(super) fn holds(&self, card: &Card, has: impl Fn(u32) -> bool) -> Option<bool> {
        self.known.then(|| {
            card.has_keys() && (self.own.has(card.at()) || self.shared && card.keys().any(|key| has(key.text)))
        })
    }
}
