//! Taking down a document. Knows where on a shelf things go.

use super::super::NAME;
use super::super::fold::fold_into;
use super::super::letters::letters;
use super::super::parts::starts;
use super::super::rank::Group;
use super::doc::{Doc, Head, Letters, beginning};
use super::{Folded, Key, SHORT, Shelf, is_of_use, small};

/// Takes down one document, field by field, in any order.
pub struct Entry<'a> {
    shelf: &'a mut Shelf,
    at: usize,
    head: Head,
    doc: Doc,
    letters: Letters,
}

impl Entry<'_> {
    /// What `fill` takes down of a document on this shelf.
    pub(super) fn of(shelf: &mut Shelf, at: usize, fill: impl FnOnce(&mut Entry)) -> (Head, Doc, Letters) {
        let (head, keys_from) = (Head::at(shelf.called.len()), small(shelf.keys.len()));
        let doc = Doc { keys_from, ..Doc::default() };
        let mut entry = Entry { shelf, at, head, doc, letters: Letters::default() };
        fill(&mut entry);
        (entry.head, entry.doc, entry.letters)
    }

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

    /// The name, field [`NAME`]. Its first 512 folded letters are matched letter by letter.
    pub fn name(&mut self, name: &str) -> &mut Self {
        let called = &mut self.shelf.called;
        let from = called.len();
        fold_into(name, called);
        let cut = cut(called.get(from..).unwrap_or(""));
        if from + cut < called.len() {
            called.truncate(from + cut);
            self.field(NAME, Group::Long, name);
        }
        let text = self.shelf.called.as_bytes().get(from..).unwrap_or(&[]);
        let set = letters(text);
        let starts = if self.shelf.is_of_use(set) { starts(text) } else { 0 };
        self.called(from, set, starts)
    }

    /// A name that is folded already.
    pub(in crate::search) fn folded_name(&mut self, name: Folded<'_>) -> &mut Self {
        let from = self.shelf.called.len();
        self.shelf.called.push_str(name.text);
        self.called(from, name.set, name.starts)
    }

    /// Has the name that was written there last.
    fn called(&mut self, from: usize, set: u64, starts: u64) -> &mut Self {
        self.head.set_name(from, self.shelf.called.as_bytes().get(from..).unwrap_or(&[]), starts);
        self.letters.name = set;
        self.letters.wide |= set;
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
        let text = texts.label(self.at, number, text, |set| is_of_use(only.as_ref(), set));
        self.key(field, Group::Short, text)
    }

    /// A further short field whose text is folded already.
    pub(in crate::search) fn folded(&mut self, field: u8, text: Folded<'_>) -> &mut Self {
        let Shelf { texts, only, .. } = &mut *self.shelf;
        let text = texts.add_folded(self.at, text, |set| is_of_use(only.as_ref(), set));
        self.key(field, Group::Short, text)
    }

    /// A long text: notes, statements, minutes. Searched for whole words and pieces of words, not letter by letter.
    pub fn long(&mut self, field: u8, text: &str) -> &mut Self {
        self.field(field, Group::Long, text)
    }

    fn field(&mut self, tag: u8, group: Group, text: &str) -> &mut Self {
        let Shelf { texts, only, .. } = &mut *self.shelf;
        let text = texts.add(self.at, text, group == Group::Long, |set| is_of_use(only.as_ref(), set));
        self.key(tag, group, text)
    }

    /// Adds a key; a document has at most 65,534 of them, so that their numbers from 1 on have one that is higher.
    fn key(&mut self, tag: u8, group: Group, number: Option<u32>) -> &mut Self {
        let text = number.and_then(|number| Some((number, *self.shelf.texts.get(number)?)));
        let Some((number, text)) = text else { return self };
        if self.doc.keys == u16::MAX - 1 {
            self.shelf.texts.disown(number);
            return self;
        }
        let group = text.group(group);
        let best = group.best();
        self.head.add_key(group);
        self.doc.keys += 1;
        self.letters.wide |= text.set;
        if group == Group::Alias {
            self.letters.aliases |= self.shelf.texts.bytes(&text).first().map_or(0, |first| beginning(*first));
        }
        self.shelf.keys.push(Key { text: number, tag, group, best });
        self
    }
}

/// The length at which a text has to be cut to be short, never inside a character.
fn cut(text: &str) -> usize {
    if text.len() <= SHORT {
        return text.len();
    }
    (0..=SHORT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
