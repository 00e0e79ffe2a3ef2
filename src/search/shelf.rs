//! A shelf: up to 1,024 documents folded into one piece of memory, so that an edit touches a shelf, not the library.
//!
//! Stores and hands out fields; of a query it only knows whether a field can answer it, nothing of ranks.

mod card;
mod doc;
mod texts;

use super::fold::fold_into;
use super::letters::{has, letters};
use super::parts::starts;
use super::query::Query;
use super::rank::Group;
pub(super) use card::Card;
use doc::{Doc, Head};
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

/// Takes down one document, field by field, in any order.
pub struct Entry<'a> {
    shelf: &'a mut Shelf,
    head: Head,
    doc: Doc,
    name: u64,
    wide: u64,
}

impl Entry<'_> {
    /// The kind of the document, 0 to 15, for filters.
    pub fn kind(&mut self, kind: u8) -> &mut Self {
        self.head.set_kind(kind);
        self
    }

    /// Among equally good documents the one with the higher hint comes first (recently used).
    pub fn hint(&mut self, hint: u16) -> &mut Self {
        self.doc.hint = hint;
        self
    }

    /// The name, field [`super::NAME`]. Its first 512 folded letters are matched letter by letter.
    pub fn name(&mut self, name: &str) -> &mut Self {
        let called = &mut self.shelf.called;
        let from = called.len();
        fold_into(name, called);
        let cut = cut(called.get(from..).unwrap_or(""));
        if from + cut < called.len() {
            called.truncate(from + cut);
            self.field(super::NAME, Group::Long, name);
        }
        let text = self.shelf.called.as_bytes().get(from..).unwrap_or(&[]);
        let set = letters(text);
        let starts = if self.shelf.is_of_use(set) { starts(text) } else { 0 };
        self.called(from, set, starts)
    }

    /// A name that is folded already.
    pub(super) fn folded_name(&mut self, name: Folded<'_>) -> &mut Self {
        let from = self.shelf.called.len();
        self.shelf.called.push_str(name.text);
        self.called(from, name.set, name.starts)
    }

    /// Has the name that was written there last.
    fn called(&mut self, from: usize, set: u64, starts: u64) -> &mut Self {
        self.head.set_name(from, self.shelf.called.as_bytes().get(from..).unwrap_or(&[]), starts);
        self.name = set;
        self.wide |= set;
        self
    }

    /// Another name: abbreviation, former name, short name. Counts nearly as much as the name.
    pub fn alias(&mut self, field: u8, text: &str) -> &mut Self {
        self.field(field, Group::Alias, text)
    }

    /// A further short field: kind, theme, function, institution, mail, phone. Words of a query may be spread over
    /// the name and such fields (`mueller jug` finds Müller of the Jugendamt).
    pub fn short(&mut self, field: u8, text: &str) -> &mut Self {
        self.field(field, Group::Short, text)
    }

    /// A further short field that holds the label of a value many documents have, with a small number that stands for it.
    pub fn label(&mut self, field: u8, number: usize, text: &str) -> &mut Self {
        let Shelf { texts, only, .. } = &mut *self.shelf;
        let text = texts.label(number, text, |set| is_of_use(only.as_ref(), set));
        self.key(field, Group::Short, text)
    }

    /// A further short field whose text is folded already.
    pub(super) fn folded(&mut self, field: u8, text: Folded<'_>) -> &mut Self {
        let Shelf { texts, only, .. } = &mut *self.shelf;
        let text = texts.add_folded(text, |set| is_of_use(only.as_ref(), set));
        self.key(field, Group::Short, text)
    }

    /// A long text: notes, statements, minutes. Searched for whole words and pieces of words, not letter by letter.
    pub fn long(&mut self, field: u8, text: &str) -> &mut Self {
        self.field(field, Group::Long, text)
    }

    fn field(&mut self, tag: u8, group: Group, text: &str) -> &mut Self {
        let Shelf { texts, only, .. } = &mut *self.shelf;
        let text = texts.add(text, group == Group::Long, |set| is_of_use(only.as_ref(), set));
        self.key(tag, group, text)
    }

    /// Adds a key; a document has at most 65,534 of them, so that their numbers from 1 on have one that is higher.
    fn key(&mut self, tag: u8, group: Group, number: Option<u32>) -> &mut Self {
        let text = number.and_then(|number| Some((number, *self.shelf.texts.get(number)?)));
        if let Some((number, text)) = text.filter(|_| self.doc.keys < u16::MAX - 1) {
            let group = if text.is_long() { Group::Long } else { group };
            let best = group.best();
            self.head.add_key(group);
            self.doc.keys += 1;
            self.wide |= text.set;
            self.shelf.keys.push(Key { text: number, tag, group, best });
        }
        self
    }
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
        let sets = if head.best() == u8::MAX { &self.wide } else { &self.names };
        Some(Card::new(self, at, head, *sets.get(at)?))
    }

    /// Writes a document at this place, or behind the last one.
    pub(super) fn write(&mut self, at: usize, fill: impl FnOnce(&mut Entry)) {
        let doc = Doc { keys_from: small(self.keys.len()), ..Doc::default() };
        let mut entry = Entry { head: Head::at(self.called.len()), shelf: self, doc, name: 0, wide: 0 };
        fill(&mut entry);
        let (head, doc, sets) = (entry.head, entry.doc, (entry.name, entry.wide));
        if at == self.heads.len() {
            self.heads.push(Head::default());
            self.docs.push(Doc::default());
            self.names.push(0);
            self.wide.push(0);
        }
        self.kinds |= 1 << head.kind();
        self.set(at, head, doc, sets);
    }

    /// Removes a document; its place stays empty.
    pub(super) fn remove(&mut self, at: usize) -> bool {
        let there = self.wide.get(at).is_some_and(|wide| *wide != 0);
        self.set(at, Head::default(), Doc::default(), (0, 0));
        there
    }

    /// Puts a document in place of the one there, with the letters of its name and of all its keys.
    fn set(&mut self, at: usize, head: Head, doc: Doc, (name, wide): (u64, u64)) {
        self.discard(at);
        if let (Some(h), Some(d)) = (self.heads.get_mut(at), self.docs.get_mut(at)) {
            (*h, *d) = (head, doc);
        }
        if let (Some(n), Some(w)) = (self.names.get_mut(at), self.wide.get_mut(at)) {
            (*n, *w) = (name, wide);
        }
        self.tidy();
    }

    /// Bytes of memory held.
    pub(super) fn memory(&self) -> usize {
        self.called.capacity()
            + self.heads.capacity() * size_of::<Head>()
            + self.docs.capacity() * size_of::<Doc>()
            + (self.names.capacity() + self.wide.capacity()) * size_of::<u64>()
            + self.keys.capacity() * size_of::<Key>()
            + self.texts.memory()
    }

    /// Gives back memory that building took in advance.
    pub(super) fn shrink(&mut self) {
        self.called.shrink_to_fit();
        self.heads.shrink_to_fit();
        self.docs.shrink_to_fit();
        self.names.shrink_to_fit();
        self.wide.shrink_to_fit();
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
        let own = keys.iter().filter_map(|key| self.texts.get(key.text)).filter(|text| !text.is_shared());
        self.dead_text += usize::from(head.name_len()) + own.map(Text::len).sum::<usize>();
        self.dead_keys += keys.len();
    }

    /// Copies what is alive together when more than a quarter is dead.
    fn tidy(&mut self) {
        let text = self.called.len() + self.texts.len();
        if self.dead_text * 4 <= text.max(1024) && self.dead_keys * 4 <= self.keys.len().max(64) {
            return;
        }
        let mut names = String::with_capacity(self.called.len());
        let mut keys = Vec::with_capacity(self.keys.len());
        let mut texts = Texts::default();
        let mut moved = vec![None; self.texts.count()];
        for (head, doc) in self.heads.iter_mut().zip(&mut self.docs) {
            let (from, first) = (small(names.len()), small(keys.len()));
            names.push_str(slice(&self.called, head.text, u32::from(head.name_len())));
            for key in keys_of(&self.keys, *doc) {
                let Some(place) = moved.get_mut(key.text as usize) else { continue };
                match *place {
                    Some(text) => texts.share(text),
                    None => *place = Some(self.texts.hand_over(key.text, &mut texts)),
                }
                keys.extend(place.map(|text| Key { text, ..*key }));
            }
            (head.text, doc.keys_from) = (from, first);
        }
        (self.called, self.keys, self.texts) = (names, keys, texts);
        (self.dead_text, self.dead_keys) = (0, 0);
    }

    /// A key as the search sees it, if its text may hold this set of letters with at most `lacking` missing.
    #[inline]
    fn place(&self, key: Key, set: u64, lacking: u32) -> Option<Place<'_>> {
        let text = self.texts.get(key.text).filter(|text| has(text.set, set, lacking))?;
        Some(self.place_of(text, key.group, key.tag))
    }

    /// All texts that may hold this set of letters with at most `lacking` missing, and their numbers; long ones as such,
    /// the others as if they were names.
    fn places(&self, set: u64, lacking: u32) -> impl Iterator<Item = (u32, Place<'_>)> {
        let all = (0..).zip(self.texts.all()).filter(move |(_, text)| has(text.set, set, lacking));
        all.map(|(number, text)| {
            let group = if text.is_long() { Group::Long } else { Group::Name };
            (number, self.place_of(text, group, super::NAME))
        })
    }

    #[inline]
    fn place_of(&self, text: &Text, group: Group, tag: u8) -> Place<'_> {
        let (set, starts, shared) = (text.set, text.starts, text.is_shared());
        Place { text: self.texts.bytes(text), set, starts, group, tag, shared }
    }
}

/// Whether a field with these letters can answer the only query that will be asked, if there is one.
fn is_of_use(only: Option<&Query>, set: u64) -> bool {
    only.is_none_or(|query| query.words.iter().any(|word| word.allowed(set, word.edits)))
}

/// The length at which a text has to be cut to be short, never inside a character.
fn cut(text: &str) -> usize {
    if text.len() <= SHORT {
        return text.len();
    }
    (0..=SHORT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
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
