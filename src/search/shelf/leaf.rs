//! A text of a shelf as the search sees it, whatever field has it. Hands out only what is asked for: most texts are told by
//! their letters alone.

use super::super::NAME;
use super::super::rank::Group;
use super::Place;
use super::texts::{Text, Texts};

/// One text of a shelf: a long one as such, any other as if it were a name.
pub(in crate::search) struct Leaf<'a> {
    /// Its number.
    pub number: u32,
    text: &'a Text,
    texts: &'a Texts,
}

impl<'a> Leaf<'a> {
    #[inline]
    pub(super) fn new(texts: &'a Texts, number: u32, text: &'a Text) -> Self {
        Self { number, text, texts }
    }

    /// Folded text.
    #[inline]
    pub(in crate::search) fn bytes(&self) -> &'a [u8] {
        self.texts.bytes(self.text)
    }

    /// Whether it is searched for words and pieces of words only.
    #[inline]
    pub(in crate::search) fn is_long(&self) -> bool {
        self.text.is_long()
    }

    /// The place on the shelf of the only document that has it, beyond all of them when that is gone; nothing when several
    /// have it.
    #[inline]
    pub(in crate::search) fn owner(&self) -> Option<u16> {
        self.texts.owner(self.number)
    }

    /// The text as a field.
    #[inline]
    pub(in crate::search) fn place(&self) -> Place<'a> {
        Place::new(self.texts, self.number, self.text, self.text.group(Group::Name), NAME)
    }
}
