//! A shelf: up to 1,024 documents folded into one piece of memory, so that an edit touches a shelf, not the library.
//!
//! Stores and hands out keys; of a query it only knows whether a field can answer it, nothing of ranks.

mod card;

use super::fold::fold_into;
use super::letters::letters;
use super::parts::starts;
use super::query::Query;
use super::rank::Group;
pub(super) use card::Card;

/// Documents on a shelf.
pub(super) const SHELF: usize = 1024;

/// Longest folded text that is matched letter by letter; longer ones are searched as long texts.
const SHORT: usize = 512;

/// One document: its name, and where its further keys are.
#[derive(Clone, Copy, Default)]
struct Doc {
    starts: u64,
    text: u32,
    keys_from: u32,
    name_len: u16,
    keys: u16,
    hint: u16,
    kind: u8,
    /// The best class any further key can reach.
    best: u8,
}

/// A further key of a document.
#[derive(Clone, Copy)]
struct Key {
    set: u64,
    starts: u64,
    text: u32,
    len: u32,
    tag: u8,
    group: Group,
    /// Its text stands among the labels that documents share.
    shared: bool,
}

/// Up to [`SHELF`] documents.
#[derive(Default)]
pub(super) struct Shelf {
    /// All folded texts.
    text: String,
    docs: Vec<Doc>,
    /// Letter sets of the names.
    names: Vec<u64>,
    /// Letter sets of all keys of a document together; zero when it was removed, all ones with a long text.
    wide: Vec<u64>,
    keys: Vec<Key>,
    /// The folded labels, each once.
    labels: String,
    /// Where each label stands, by its number.
    known: Vec<Option<Key>>,
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
}

/// Takes down one document, field by field, in any order.
pub struct Entry<'a> {
    shelf: &'a mut Shelf,
    doc: Doc,
    name: u64,
    wide: u64,
}

impl Entry<'_> {
    /// The kind of the document, 0 to 15, for filters.
    pub fn kind(&mut self, kind: u8) -> &mut Self {
        self.doc.kind = kind.min(15);
        self
    }

    /// Among equally good documents the one with the higher hint comes first (recently used).
    pub fn hint(&mut self, hint: u16) -> &mut Self {
        self.doc.hint = hint;
        self
    }

    /// The name, field [`super::NAME`]. Its first 512 folded letters are matched letter by letter.
    pub fn name(&mut self, name: &str) -> &mut Self {
        let (from, len) = self.shelf.store(name);
        let cut = self.shelf.cut(from, len);
        if cut < len {
            self.key(super::NAME, Group::Long, from, len);
        }
        let text = self.shelf.bytes(from, cut);
        self.name = letters(text);
        self.doc.starts = if self.shelf.is_of_use(self.name) { starts(text) } else { 0 };
        (self.doc.text, self.doc.name_len) = (from, u16::try_from(cut).unwrap_or(u16::MAX));
        self.wide |= self.name;
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

    /// A further short field that holds the label of a value many documents have: its text is kept once, under a small
    /// number that stands for it.
    pub fn label(&mut self, field: u8, number: usize, text: &str) -> &mut Self {
        if self.doc.keys == u16::MAX || text.is_empty() {
            return self;
        }
        let key = Key { tag: field, ..self.shelf.known(number, text) };
        self.add(key);
        self
    }

    /// A long text: notes, statements, minutes. Searched for whole words and pieces of words, not letter by letter.
    pub fn long(&mut self, field: u8, text: &str) -> &mut Self {
        self.field(field, Group::Long, text)
    }

    fn field(&mut self, tag: u8, group: Group, text: &str) -> &mut Self {
        let (from, len) = self.shelf.store(text);
        if len > 0 {
            let group = if self.shelf.cut(from, len) < len { Group::Long } else { group };
            self.key(tag, group, from, len);
        }
        self
    }

    /// Adds a key; a document has at most 65,535 of them.
    fn key(&mut self, tag: u8, group: Group, text: u32, len: u32) {
        let bytes = self.shelf.bytes(text, len);
        let long = group == Group::Long;
        let set = if long { u64::MAX } else { letters(bytes) };
        if self.doc.keys == u16::MAX || !self.shelf.is_of_use(set) {
            return;
        }
        let starts = if long { 0 } else { starts(bytes) };
        self.add(Key { set, starts, text, len, tag, group, shared: false });
    }

    fn add(&mut self, key: Key) {
        let best = key.group.best();
        self.doc.best = if self.doc.keys == 0 { best } else { self.doc.best.min(best) };
        self.doc.keys += 1;
        self.wide |= key.set;
        self.shelf.keys.push(key);
    }
}

impl Shelf {
    /// An empty shelf of which only this query will be asked.
    pub(super) fn only(query: Option<&Query>) -> Self {
        Self { only: query.cloned(), ..Self::default() }
    }

    /// Whether a field with these letters can ever answer.
    #[inline]
    fn is_of_use(&self, set: u64) -> bool {
        self.only.as_ref().is_none_or(|query| query.words.iter().any(|word| word.allowed(set, word.edits)))
    }

    /// Number of documents, removed ones included.
    pub(super) fn len(&self) -> usize {
        self.docs.len()
    }

    /// Letter sets of all keys of each document together.
    #[inline]
    pub(super) fn wide(&self) -> &[u64] {
        &self.wide
    }

    /// The document at this place.
    #[inline]
    pub(super) fn card(&self, at: usize) -> Option<Card<'_>> {
        Some(Card::new(self, self.docs.get(at)?, *self.names.get(at)?))
    }

    /// Writes a document at this place, or behind the last one.
    pub(super) fn write(&mut self, at: usize, fill: impl FnOnce(&mut Entry)) {
        let doc = Doc { keys_from: small(self.keys.len()), text: small(self.text.len()), ..Doc::default() };
        let mut entry = Entry { shelf: self, doc, name: 0, wide: 0 };
        fill(&mut entry);
        let (doc, name, wide) = (entry.doc, entry.name, entry.wide);
        if at == self.docs.len() {
            self.docs.push(Doc::default());
            self.names.push(0);
            self.wide.push(0);
        }
        self.set(at, doc, name, wide);
    }

    /// Removes a document; its place stays empty.
    pub(super) fn remove(&mut self, at: usize) -> bool {
        let there = self.wide.get(at).is_some_and(|wide| *wide != 0);
        self.set(at, Doc::default(), 0, 0);
        there
    }

    /// Puts a document in place of the one there.
    fn set(&mut self, at: usize, doc: Doc, name: u64, wide: u64) {
        self.discard(at);
        if let (Some(d), Some(n), Some(w)) = (self.docs.get_mut(at), self.names.get_mut(at), self.wide.get_mut(at)) {
            (*d, *n, *w) = (doc, name, wide);
        }
        self.tidy();
    }

    /// Bytes of memory held.
    pub(super) fn memory(&self) -> usize {
        self.text.capacity()
            + self.docs.capacity() * size_of::<Doc>()
            + (self.names.capacity() + self.wide.capacity()) * size_of::<u64>()
            + self.keys.capacity() * size_of::<Key>()
            + self.labels.capacity()
            + self.known.capacity() * size_of::<Option<Key>>()
    }

    /// Gives back memory that building took in advance.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.docs.shrink_to_fit();
        self.names.shrink_to_fit();
        self.wide.shrink_to_fit();
        self.keys.shrink_to_fit();
        self.labels.shrink_to_fit();
        // Only writing needs to know them; an edit takes its labels down once more.
        self.known = Vec::new();
    }

    /// Counts what the document at this place leaves behind.
    fn discard(&mut self, at: usize) {
        let Some(doc) = self.docs.get(at) else { return };
        let keys = keys_of(&self.keys, doc);
        self.dead_text += usize::from(doc.name_len)
            + keys.iter().filter(|key| !key.shared).map(|key| key.len as usize).sum::<usize>();
        self.dead_keys += keys.len();
    }

    /// Copies what is alive together when more than a quarter is dead.
    fn tidy(&mut self) {
        if self.dead_text * 4 <= self.text.len().max(1024) && self.dead_keys * 4 <= self.keys.len().max(64) {
            return;
        }
        let mut text = String::with_capacity(self.text.len());
        let mut keys = Vec::with_capacity(self.keys.len());
        for doc in &mut self.docs {
            let from = small(text.len());
            text.push_str(slice(&self.text, doc.text, u32::from(doc.name_len)));
            let first = small(keys.len());
            for key in keys_of(&self.keys, doc) {
                if key.shared {
                    keys.push(*key);
                    continue;
                }
                let moved = small(text.len());
                text.push_str(slice(&self.text, key.text, key.len));
                keys.push(Key { text: moved, ..*key });
            }
            (doc.text, doc.keys_from) = (from, first);
        }
        (self.text, self.keys, self.dead_text, self.dead_keys) = (text, keys, 0, 0);
    }

    /// A key as the search sees it.
    #[inline]
    fn place(&self, key: &Key) -> Place<'_> {
        Place {
            text: bytes(if key.shared { &self.labels } else { &self.text }, key.text, key.len),
            set: key.set,
            starts: key.starts,
            group: key.group,
            tag: key.tag,
        }
    }

    /// A label that is kept once; folded when it is met for the first time.
    fn known(&mut self, number: usize, text: &str) -> Key {
        if let Some(Some(key)) = self.known.get(number) {
            return *key;
        }
        let from = self.labels.len();
        fold_into(text, &mut self.labels);
        let len = self.labels.len() - from;
        let folded = self.labels.as_bytes().get(from..).unwrap_or(&[]);
        let key = Key {
            set: letters(folded),
            starts: starts(folded),
            text: small(from),
            len: small(len),
            tag: 0,
            group: Group::Short,
            shared: true,
        };
        if self.known.len() <= number {
            self.known.resize(number + 1, None);
        }
        if let Some(place) = self.known.get_mut(number) {
            *place = Some(key);
        }
        key
    }

    /// Folds a text onto the end; where it stands and how long it is.
    fn store(&mut self, text: &str) -> (u32, u32) {
        let from = self.text.len();
        fold_into(text, &mut self.text);
        (small(from), small(self.text.len() - from))
    }

    /// The length at which a text has to be cut to be short, never inside a character.
    fn cut(&self, from: u32, len: u32) -> u32 {
        let text = slice(&self.text, from, len);
        if text.len() <= SHORT {
            return len;
        }
        (0..=SHORT).rev().find(|at| text.is_char_boundary(*at)).map_or(0, small)
    }

    fn bytes(&self, from: u32, len: u32) -> &[u8] {
        bytes(&self.text, from, len)
    }
}

/// The keys of a document.
#[inline]
fn keys_of<'a>(keys: &'a [Key], doc: &Doc) -> &'a [Key] {
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
