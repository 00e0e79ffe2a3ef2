//! A shelf: up to 1,024 documents folded into one piece of memory, so that an edit touches a shelf, not the library.
//!
//! Stores and hands out fields; of a query it only knows whether a field can answer it, nothing of ranks.

mod card;
mod columns;
mod doc;
mod entry;
mod leaf;
mod texts;

use super::letters::{has, passing};
use super::near::ask_for;
use super::parts::positions;
use super::query::Query;
use super::rank::Group;
pub(super) use card::Card;
use doc::{Doc, Head, Letters};
pub use entry::Entry;
pub(super) use leaf::Leaf;
pub(super) use texts::SHORT;
use texts::{Text, Texts};

/// Documents on a shelf.
pub(super) const SHELF: usize = 1024;

/// A further key of a document: a text of the shelf, which other documents may have as well.
#[derive(Clone, Copy)]
pub(super) struct Key {
    /// The number of its text.
    pub text: u32,
    /// The caller's name for the field.
    pub tag: u8,
    /// What kind of field it is.
    pub group: Group,
    /// The best class it can reach.
    pub best: u8,
}

/// Up to [`SHELF`] documents.
#[derive(Default)]
pub(super) struct Shelf {
    /// The folded names.
    called: String,
    heads: Vec<Head>,
    docs: Vec<Doc>,
    /// Letter sets of the names.
    names: Vec<u64>,
    /// Letter sets of all keys of a document together; zero when it was removed.
    wide: Vec<u64>,
    /// With which letters the other names of a document begin.
    aliases: Vec<u16>,
    /// A bit for each kind that stands here, or stood here once.
    kinds: u16,
    keys: Vec<Key>,
    /// The texts of all keys.
    texts: Texts,
    dead_text: usize,
    dead_keys: usize,
    /// The only query that will be asked; nothing when any may be.
    only: Option<Query>,
}

/// One field of a document as the search sees it.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// Folded text.
    pub text: &'a [u8],
    /// Its letters.
    pub set: u64,
    /// Where words and parts begin.
    pub starts: u64,
    /// What kind of field it is.
    pub group: Group,
    /// The caller's name for the field.
    pub tag: u8,
    /// Whether several fields have its text.
    pub shared: bool,
}

/// A short text that was folded before it is taken down, since several documents have it.
#[derive(Clone, Copy)]
pub(super) struct Folded<'a> {
    /// Folded text, not longer than a short one.
    pub text: &'a str,
    /// Its letters.
    pub set: u64,
    /// Where words and parts begin.
    pub starts: u64,
}

impl Shelf {
    /// An empty shelf, of which any query may be asked, or only this one.
    pub(super) fn new(only: Option<&Query>) -> Self {
        let texts = if only.is_some() { Texts::default() } else { Texts::merging() };
        Self { only: only.cloned(), texts, ..Self::default() }
    }

    /// Whether a field with these letters can ever answer.
    #[inline]
    fn is_of_use(&self, set: u64) -> bool {
        is_of_use(self.only.as_ref(), set)
    }

    /// Number of documents, removed ones included.
    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// Letter sets of all keys of each document together.
    #[inline]
    pub(super) fn wide(&self) -> &[u64] {
        &self.wide
    }

    /// Letter sets of the names.
    #[inline]
    pub(super) fn names(&self) -> &[u64] {
        &self.names
    }

    /// A bit for each kind that may stand here.
    #[inline]
    pub(super) fn kinds(&self) -> u16 {
        self.kinds
    }

    /// The document at this place.
    #[inline]
    pub(super) fn card(&self, at: usize) -> Option<Card<'_>> {
        let head = *self.heads.get(at)?;
        // Without further keys the letters of all of them are those of the name.
        let sets = if head.has_keys() { &self.names } else { &self.wide };
        Some(Card::new(self, at, head, *sets.get(at)?))
    }

    /// The folded name of the document at this place.
    #[inline]
    pub(super) fn name(&self, at: usize) -> &[u8] {
        self.heads.get(at).map_or(&[], |head| self.name_of(*head))
    }

    #[inline]
    fn name_of(&self, head: Head) -> &[u8] {
        bytes(&self.called, head.text, u32::from(head.name_len()))
    }

    /// Writes a document at this place, or behind the last one.
    pub(super) fn write(&mut self, at: usize, fill: impl FnOnce(&mut Entry)) {
        let (head, doc, letters) = Entry::of(self, at, fill);
        if at == self.heads.len() {
            self.heads.push(Head::default());
            self.docs.push(Doc::default());
            self.names.push(0);
            self.wide.push(0);
            self.aliases.push(0);
        }
        self.kinds |= 1 << head.kind();
        self.set(at, head, doc, letters);
    }

    /// Removes a document; its place stays empty.
    pub(super) fn remove(&mut self, at: usize) -> bool {
        let there = self.wide.get(at).is_some_and(|wide| *wide != 0);
        self.set(at, Head::default(), Doc::default(), Letters::default());
        there
    }

    /// Puts a document in place of the one there.
    fn set(&mut self, at: usize, head: Head, doc: Doc, letters: Letters) {
        self.discard(at);
        if let (Some(h), Some(d)) = (self.heads.get_mut(at), self.docs.get_mut(at)) {
            (*h, *d) = (head, doc);
        }
        if let (Some(n), Some(w), Some(a)) = (self.names.get_mut(at), self.wide.get_mut(at), self.aliases.get_mut(at)) {
            (*n, *w, *a) = (letters.name, letters.wide, letters.aliases);
        }
        self.tidy();
    }

    /// Bytes of memory held.
    pub(super) fn memory(&self) -> usize {
        self.called.capacity()
            + self.heads.capacity() * size_of::<Head>()
            + self.docs.capacity() * size_of::<Doc>()
            + (self.names.capacity() + self.wide.capacity()) * size_of::<u64>()
            + self.aliases.capacity() * size_of::<u16>()
            + self.keys.capacity() * size_of::<Key>()
            + self.texts.memory()
    }

    /// Is filled: puts its texts in columns, if more than one query will be asked, and gives back memory that building took in
    /// advance.
    pub(super) fn finish(&mut self) {
        if self.only.is_none() {
            self.put_in_columns();
        }
        self.called.shrink_to_fit();
        self.heads.shrink_to_fit();
        self.docs.shrink_to_fit();
        self.names.shrink_to_fit();
        self.wide.shrink_to_fit();
        self.aliases.shrink_to_fit();
        self.keys.shrink_to_fit();
        self.texts.shrink();
    }

    /// How many texts its fields have.
    pub(super) fn texts(&self) -> usize {
        self.texts.count()
    }

    /// Counts what the document at this place leaves behind, if nobody else has it.
    fn discard(&mut self, at: usize) {
        let (Some(head), Some(doc)) = (self.heads.get(at), self.docs.get(at)) else { return };
        let keys = keys_of(&self.keys, *doc);
        self.dead_text += usize::from(head.name_len());
        self.dead_keys += keys.len();
        for key in keys {
            if let Some(own) = self.texts.get(key.text).filter(|text| !text.is_shared()) {
                self.dead_text += own.len();
                self.texts.disown(key.text);
            }
        }
    }

    /// Copies what is alive together when more than a quarter is dead.
    fn tidy(&mut self) {
        let text = self.called.len() + self.texts.len();
        if self.dead_text * 4 <= text.max(1024) && self.dead_keys * 4 <= self.keys.len().max(64) {
            return;
        }
        let mut names = String::with_capacity(self.called.len());
        let mut keys = Vec::with_capacity(self.keys.len());
        for (head, doc) in self.heads.iter_mut().zip(&mut self.docs) {
            let (from, first) = (small(names.len()), small(keys.len()));
            names.push_str(slice(&self.called, head.text, u32::from(head.name_len())));
            keys.extend_from_slice(keys_of(&self.keys, *doc));
            (head.text, doc.keys_from) = (from, first);
        }
        (self.called, self.keys) = (names, keys);
        self.put_in_columns();
        (self.dead_text, self.dead_keys) = (0, 0);
    }

    /// A key as the search sees it, if its text may hold this set of letters with at most `lacking` missing.
    #[inline]
    fn place(&self, key: Key, set: u64, lacking: u32) -> Option<Place<'_>> {
        let text = self.texts.get(key.text).filter(|text| has(text.set, set, lacking))?;
        Some(Place::new(&self.texts, key.text, text, key.group, key.tag))
    }

    /// Looks at all texts that may hold this set of letters with at most `lacking` missing; long ones have no slips.
    #[inline]
    fn each_text(&self, set: u64, lacking: u32, mut look: impl FnMut(Leaf)) {
        let mut first = 0;
        for (joint, some) in self.texts.all() {
            let sets = some.iter().map(|text| text.set);
            let passed = if has(joint, set, lacking) { passing(sets, set, lacking) } else { 0 };
            let leaf = |at| some.get(at).map(|text| Leaf::new(&self.texts, first + small(at), text));
            let leaves = || positions(passed).filter_map(leaf).filter(|leaf| lacking == 0 || !leaf.is_long());
            ask_for(leaves().filter(|leaf| !leaf.is_long()).map(|leaf| leaf.bytes()));
            leaves().for_each(&mut look);
            first += small(some.len());
        }
    }
}

impl<'a> Place<'a> {
    /// A text in such a field.
    #[inline]
    fn new(texts: &'a Texts, number: u32, text: &Text, group: Group, tag: u8) -> Self {
        let (set, starts, shared) = (text.set, texts.starts(number), text.is_shared());
        Self { text: texts.bytes(text), set, starts, group, tag, shared }
    }
}

/// Whether a field with these letters can answer the only query that will be asked, if there is one.
fn is_of_use(only: Option<&Query>, set: u64) -> bool {
    only.is_none_or(|query| query.words.iter().any(|word| word.allowed(set, word.edits)))
}

/// The keys of a document.
#[inline]
fn keys_of(keys: &[Key], doc: Doc) -> &[Key] {
    let from = doc.keys_from as usize;
    keys.get(from..from + usize::from(doc.keys)).unwrap_or(&[])
}

/// A piece of the arena.
#[inline]
fn slice(text: &str, from: u32, len: u32) -> &str {
    text.get(from as usize..from as usize + len as usize).unwrap_or("")
}

/// The same as bytes, without asking whether it begins and ends between letters.
#[inline]
fn bytes(text: &str, from: u32, len: u32) -> &[u8] {
    text.as_bytes().get(from as usize..from as usize + len as usize).unwrap_or(&[])
}

/// A position on a shelf; what lies beyond 4 GiB of 1,024 documents is not found.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
