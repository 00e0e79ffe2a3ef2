//! A document on a shelf as the search sees it. Hands out its fields, and leaves unread those that cannot answer.

use super::super::NAME;
use super::super::rank::Group;
use super::{Doc, Key, Place, Shelf, bytes, keys_of};

/// One document as the search sees it.
#[derive(Clone, Copy)]
pub(in crate::search) struct Card<'a> {
    shelf: &'a Shelf,
    doc: &'a Doc,
    /// The letters of the name.
    pub set: u64,
}

impl<'a> Card<'a> {
    pub(super) fn new(shelf: &'a Shelf, doc: &'a Doc, set: u64) -> Self {
        Self { shelf, doc, set }
    }

    /// The folded name.
    #[inline]
    pub(in crate::search) fn name(&self) -> &'a [u8] {
        bytes(&self.shelf.called, self.doc.text, u32::from(self.doc.name_len))
    }

    /// The name as a field.
    #[inline]
    pub(in crate::search) fn name_place(&self) -> Place<'a> {
        Place { text: self.name(), set: self.set, starts: self.doc.starts, group: Group::Name, tag: NAME, shared: None }
    }

    /// The further fields from this one on that may hold this set of letters, with at most `lacking` letters missing, and
    /// reach this class.
    #[inline]
    pub(in crate::search) fn places(
        &self,
        first: u16,
        set: u64,
        lacking: u8,
        class: u8,
    ) -> impl Iterator<Item = Place<'a>> + use<'a> {
        let board = self.shelf;
        let keys = if self.doc.best > class { &[] } else { self.keys_from(first) };
        let fits = move |key: &&Key| key.best <= class;
        keys.iter().filter(fits).filter_map(move |key| board.place(*key, set, u32::from(lacking)))
    }

    /// The further fields from this one on that may hold this set of letters, and their number (from 1 on).
    #[inline]
    pub(in crate::search) fn places_from(
        &self,
        first: u16,
        set: u64,
    ) -> impl Iterator<Item = (u16, Place<'a>)> + use<'a> {
        let board = self.shelf;
        self.keys_from(first).iter().zip(first..).filter_map(move |(key, n)| Some((n, board.place(*key, set, 0)?)))
    }

    /// The keys of the further fields from this one on.
    #[inline]
    fn keys_from(&self, first: u16) -> &'a [Key] {
        keys_of(&self.shelf.keys, self.doc).get(usize::from(first.saturating_sub(1))..).unwrap_or(&[])
    }

    /// The field of this number, 0 for the name.
    #[inline]
    pub(in crate::search) fn place(&self, number: u16) -> Option<Place<'a>> {
        let Some(further) = number.checked_sub(1) else { return Some(self.name_place()) };
        keys_of(&self.shelf.keys, self.doc).get(usize::from(further)).and_then(|key| self.shelf.place(*key, 0, 0))
    }

    /// The best class a further field can reach; the worst of all when there is none.
    #[inline]
    pub(in crate::search) fn best(&self) -> u8 {
        if self.doc.keys == 0 { u8::MAX } else { self.doc.best }
    }

    /// How many texts the fields of its shelf have.
    #[inline]
    pub(in crate::search) fn texts(&self) -> usize {
        self.shelf.texts()
    }

    /// Kind, 0 to 15.
    #[inline]
    pub(in crate::search) fn kind(&self) -> u8 {
        self.doc.kind
    }

    /// The caller's hint.
    pub(in crate::search) fn hint(&self) -> u16 {
        self.doc.hint
    }

    /// Length of the name in folded bytes.
    pub(in crate::search) fn name_len(&self) -> u16 {
        self.doc.name_len
    }
}
