//! The folded texts of a shelf, each once, however many fields have it: names of people and bodies, labels, places. Once
//! the shelf is filled, edits add theirs without looking for equal ones.

use super::super::fold::fold_into;
use super::super::letters::{TOGETHER, letters};
use super::super::parts::starts;
use super::super::rank::Group;
use super::{Folded, SHELF, small};
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// Longest folded text that is matched letter by letter, in bytes; longer ones are searched as long texts.
pub(in crate::search) const SHORT: usize = 512;

/// Set in [`Text::size`] when several fields have the text.
const SHARED: u32 = 1 << 31;

/// Set in [`Text::size`] when it is searched as a long text.
const LONG: u32 = 1 << 30;

/// In place of a document's place on its shelf, when it is gone.
const NOBODY: u16 = u16::MAX;
const _: () = assert!(SHELF < NOBODY as usize);

/// In place of the number of a label's text that is of no use.
const USELESS: u32 = u32::MAX;

/// A folded text.
#[derive(Clone, Copy)]
pub(super) struct Text {
    /// Its letters.
    pub set: u64,
    from: u32,
    /// Its length in bytes, of which what lies beyond 1 GiB is not found, with [`SHARED`] and [`LONG`].
    size: u32,
}

impl Text {
    /// Its length in bytes.
    #[inline]
    pub(super) fn len(&self) -> usize {
        (self.size & !(SHARED | LONG)) as usize
    }

    /// Whether several fields have it.
    #[inline]
    pub(super) fn is_shared(&self) -> bool {
        self.size & SHARED != 0
    }

    /// Whether it is searched for words and pieces of words only.
    #[inline]
    pub(super) fn is_long(&self) -> bool {
        self.size & LONG != 0
    }

    /// The group of a field that has it: a long text is that in any field.
    #[inline]
    pub(super) fn group(&self, field: Group) -> Group {
        if self.is_long() { Group::Long } else { field }
    }
}

/// All texts of the fields of a shelf.
#[derive(Default)]
pub(super) struct Texts {
    folded: String,
    all: Vec<Text>,
    /// The letters of each [`TOGETHER`] of them.
    joint: Vec<u64>,
    /// Where words and parts begin in them; nowhere in a long text.
    starts: Vec<u64>,
    /// The place of the only document that has it, or [`NOBODY`]; of one that several have, that of the first.
    owners: Vec<u16>,
    /// The numbers of the texts by their letters, while equal ones are merged.
    known: Option<HashTable<u32>>,
    /// The numbers of the labels' texts plus one, or [`USELESS`], by the numbers of the labels.
    labels: Vec<u32>,
    hasher: DefaultHashBuilder,
}

impl Texts {
    /// No texts yet; equal ones will be kept once.
    pub(super) fn merging() -> Self {
        Self { known: Some(HashTable::new()), ..Self::default() }
    }

    /// The text of this number.
    #[inline]
    pub(super) fn get(&self, number: u32) -> Option<&Text> {
        self.all.get(number as usize)
    }

    /// Where words and parts begin in this one.
    #[inline]
    pub(super) fn starts(&self, number: u32) -> u64 {
        self.starts.get(number as usize).copied().unwrap_or(0)
    }

    /// The place on the shelf of the only document that has this one, [`NOBODY`]'s when it is gone; nothing when several have
    /// it.
    #[inline]
    pub(super) fn owner(&self, number: u32) -> Option<u16> {
        let owner = self.owners.get(number as usize).copied();
        owner.filter(|_| self.get(number).is_some_and(|text| !text.is_shared()))
    }

    /// Its document is gone.
    pub(super) fn disown(&mut self, number: u32) {
        if let Some(owner) = self.owners.get_mut(number as usize) {
            *owner = NOBODY;
        }
    }

    /// All of them, in the order they lie in memory, [`TOGETHER`] at a time and with the letters these have together.
    #[inline]
    pub(super) fn all(&self) -> impl Iterator<Item = (u64, &[Text])> {
        self.joint.iter().copied().zip(self.all.chunks(TOGETHER))
    }

    /// Its letters.
    #[inline]
    pub(super) fn bytes(&self, text: &Text) -> &[u8] {
        let from = text.from as usize;
        self.folded.as_bytes().get(from..from + text.len()).unwrap_or(&[])
    }

    /// Takes a text down if there is something in it and `is_of_use` says so of its letters; its number.
    pub(super) fn add(
        &mut self,
        at: usize,
        text: &str,
        long: bool,
        is_of_use: impl FnOnce(u64) -> bool,
    ) -> Option<u32> {
        let from = self.folded.len();
        fold_into(text, &mut self.folded);
        self.settle(at, from, long, letters, is_of_use, starts)
    }

    /// The same for one that was folded elsewhere.
    pub(super) fn add_folded(
        &mut self,
        at: usize,
        text: Folded<'_>,
        is_of_use: impl FnOnce(u64) -> bool,
    ) -> Option<u32> {
        let from = self.folded.len();
        self.folded.push_str(text.text);
        self.settle(at, from, false, |_| text.set, is_of_use, |_| text.starts)
    }

    /// Keeps the folded text from here on, unless it is there already or of no use.
    fn settle(
        &mut self,
        at: usize,
        from: usize,
        long: bool,
        letters: impl FnOnce(&[u8]) -> u64,
        is_of_use: impl FnOnce(u64) -> bool,
        starts: impl FnOnce(&[u8]) -> u64,
    ) -> Option<u32> {
        let here = self.folded.as_bytes().get(from..).filter(|here| !here.is_empty())?;
        let long = long || here.len() > SHORT;
        let hash = self.known.as_ref().map_or(0, |_| self.hasher.hash_one(here));
        let same =
            |number: &u32| self.get(*number).is_some_and(|text| text.is_long() == long && self.bytes(text) == here);
        if let Some(number) = self.known.as_ref().and_then(|known| known.find(hash, same)).copied() {
            self.folded.truncate(from);
            self.share(number);
            return Some(number);
        }
        let set = letters(here);
        if !is_of_use(set) {
            self.folded.truncate(from);
            return None;
        }
        let size = small(here.len()).min(LONG - 1) | if long { LONG } else { 0 };
        let text = Text { set, from: small(from), size };
        let starts = if long { 0 } else { starts(here) };
        let number = self.push(text, starts, seat(at));
        self.know(hash, number);
        Some(number)
    }

    /// Adds a text whose letters are there already; its number.
    fn push(&mut self, text: Text, starts: u64, owner: u16) -> u32 {
        let number = self.all.len();
        if number.is_multiple_of(TOGETHER) {
            self.joint.push(0);
        }
        if let Some(joint) = self.joint.last_mut() {
            *joint |= text.set;
        }
        self.all.push(text);
        self.starts.push(starts);
        self.owners.push(owner);
        small(number)
    }

    /// Takes down a label by the number that stands for it, which is quicker than looking at its letters.
    pub(super) fn label(
        &mut self,
        at: usize,
        label: usize,
        text: &str,
        is_of_use: impl FnOnce(u64) -> bool,
    ) -> Option<u32> {
        match self.labels.get(label).copied() {
            Some(USELESS) => return None,
            Some(number @ 1..) => {
                self.share(number - 1);
                return Some(number - 1);
            }
            _ => {}
        }
        let number = self.add(at, text, false, is_of_use);
        if self.labels.len() <= label {
            self.labels.resize(label + 1, 0);
        }
        if let Some(place) = self.labels.get_mut(label) {
            *place = number.map_or(USELESS, |number| number.saturating_add(1));
        }
        number
    }

    /// Takes note that another field has it.
    fn share(&mut self, number: u32) {
        if let Some(text) = self.all.get_mut(number as usize) {
            text.size |= SHARED;
        }
    }

    fn know(&mut self, hash: u64, number: u32) {
        let Self { folded, all, known: Some(known), hasher, .. } = self else { return };
        let hash_of = |number: &u32| {
            let place = all.get(*number as usize).map(|text| text.from as usize..text.from as usize + text.len());
            hasher.hash_one(place.and_then(|place| folded.as_bytes().get(place)).unwrap_or(&[]))
        };
        known.insert_unique(hash, number, hash_of);
    }

    /// No texts yet, with room for those of others.
    pub(super) fn with_room_of(others: &Self) -> Self {
        Self {
            folded: String::with_capacity(others.folded.len()),
            all: Vec::with_capacity(others.all.len()),
            joint: Vec::with_capacity(others.joint.len()),
            starts: Vec::with_capacity(others.starts.len()),
            owners: Vec::with_capacity(others.owners.len()),
            ..Self::default()
        }
    }

    /// Copies a text of others, as that of the document at this place or of several; its number here.
    pub(super) fn copy(&mut self, others: &Self, number: u32, at: usize, shared: bool) -> u32 {
        let Some(text) = others.get(number) else { return small(self.count()) };
        let (from, place) = (small(self.folded.len()), text.from as usize..text.from as usize + text.len());
        let piece = others.folded.get(place).unwrap_or("");
        self.folded.push_str(piece);
        let size = small(piece.len()) | text.size & LONG | if shared { SHARED } else { 0 };
        self.push(Text { from, size, ..*text }, others.starts(number), seat(at))
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// Bytes of all texts.
    pub(super) fn len(&self) -> usize {
        self.folded.len()
    }

    /// Bytes of memory held.
    pub(super) fn memory(&self) -> usize {
        let known = self.known.as_ref().map_or(0, HashTable::capacity);
        self.folded.capacity()
            + self.all.capacity() * size_of::<Text>()
            + (self.starts.capacity() + self.joint.capacity()) * size_of::<u64>()
            + self.owners.capacity() * size_of::<u16>()
            + (known + self.labels.capacity()) * size_of::<u32>()
    }

    /// Gives back memory that building took in advance, and what only writing needs to know; an edit takes its texts down
    /// once more.
    pub(super) fn shrink(&mut self) {
        self.folded.shrink_to_fit();
        self.all.shrink_to_fit();
        self.joint.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.owners.shrink_to_fit();
        self.known = None;
        self.labels = Vec::new();
    }
}

/// A document's place on its shelf, in short.
fn seat(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(NOBODY)
}
