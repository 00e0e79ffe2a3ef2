//! A document on a shelf as the search sees it. Hands out its fields.

use super::super::NAME;
use super::super::rank::Group;
use super::doc::{Doc, Head, beginning};
use super::{Key, Leaf, Place, Shelf, keys_of, small};

/// One document as the search sees it.
#[derive(Clone, Copy)]
pub(in crate::search) struct Card<'a> {
    shelf: &'a Shelf,
    at: usize,
    head: Head,
    /// The letters of the name.
    pub set: u64,
}

impl<'a> Card<'a> {
    #[inline]
    pub(super) fn new(shelf: &'a Shelf, at: usize, head: Head, set: u64) -> Self {
        Self { shelf, at, head, set }
    }

    /// What is not asked for of every document.
    #[inline]
    fn doc(&self) -> Doc {
        self.shelf.docs.get(self.at).copied().unwrap_or_default()
    }

    /// The folded name.
    #[inline]
    pub(in crate::search) fn name(&self) -> &'a [u8] {
        self.shelf.name_of(self.head)
    }

    /// Its first two bytes, for which it need not be looked up; 0 where it is shorter.
    #[inline]
    pub(in crate::search) fn begins(&self) -> [u8; 2] {
        self.head.begins
    }

    /// The name as a field.
    #[inline]
    pub(in crate::search) fn name_place(&self) -> Place<'a> {
        Place {
            text: self.name(),
            set: self.set,
            starts: self.head.starts,
            group: Group::Name,
            tag: NAME,
            shared: false,
        }
    }

    /// The keys of the further fields.
    #[inline]
    pub(in crate::search) fn keys(&self) -> impl Iterator<Item = Key> + use<'a> {
        let doc = if self.head.has_keys() { self.doc() } else { Doc::default() };
        keys_of(&self.shelf.keys, doc).iter().copied()
    }

    /// The field of this key if it may hold this set of letters, with at most `lacking` letters missing.
    #[inline]
    pub(in crate::search) fn place(&self, key: Key, set: u64, lacking: u8) -> Option<Place<'a>> {
        self.shelf.place(key, set, u32::from(lacking))
    }

    /// Looks at all texts of its shelf that may hold this set of letters, with at most `lacking` letters missing.
    #[inline]
    pub(in crate::search) fn each_text(&self, set: u64, lacking: u8, look: impl FnMut(Leaf)) {
        self.shelf.each_text(set, u32::from(lacking), look);
    }

    /// The best class a further field can reach; the worst of all when there is none.
    #[inline]
    pub(in crate::search) fn best(&self) -> u8 {
        self.head.best()
    }

    /// Whether it has fields beside the name.
    #[inline]
    pub(in crate::search) fn has_keys(&self) -> bool {
        self.head.has_keys()
    }

    /// Whether another name of it may begin with this letter.
    #[inline]
    pub(in crate::search) fn has_alias_with(&self, first: u8) -> bool {
        self.shelf.aliases.get(self.at).is_some_and(|aliases| aliases & beginning(first) != 0)
    }

    /// How many texts the fields of its shelf have.
    #[inline]
    pub(in crate::search) fn texts(&self) -> usize {
        self.shelf.texts()
    }

    /// Its place on its shelf.
    #[inline]
    pub(in crate::search) fn at(&self) -> u32 {
        small(self.at)
    }

    /// Kind, 0 to 15.
    #[inline]
    pub(in crate::search) fn kind(&self) -> u8 {
        self.head.kind()
    }

    /// The caller's hint.
    pub(in crate::search) fn hint(&self) -> u16 {
        self.doc().hint
    }

    /// Length of the name in folded bytes.
    pub(in crate::search) fn name_len(&self) -> u16 {
        self.head.name_len()
    }
}
