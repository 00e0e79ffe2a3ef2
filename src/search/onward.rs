//! How a match goes on: the letters with which a document still matches when one of them is typed next. Looked for while
//! nobody types, so that the next key reads only the texts in which the word may stand in one piece. Knows words and
//! documents, neither queries nor ranks.

use super::initials::initials;
use super::letters::{letter, letters};
use super::parts::positions;
use super::rank::Group;
use super::shelf::{Card, Place, SHELF};
use super::word::{Word, vowel};
use std::ops::BitOr;

/// The letters with which a word goes on in a document or in a text, as sets.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Onward {
    /// With these its letters are there, scattered.
    loose: u64,
    /// With these alone it may be there in a better way; in a long text, in any way.
    close: u64,
}

/// What was typed on to a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed {
    /// The first letter, as a set.
    set: u64,
    /// Whether the set tells of it alone, and it is all that was typed.
    alone: bool,
}

/// What becomes of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is none any more.
    Gone,
    /// It is one, with scattered letters only.
    Scattered,
    /// It is one; how good it is, its texts will tell.
    There,
    /// Whether it is one, its texts will tell.
    Open,
}

impl Fate {
    /// Whether texts have to be read.
    pub(super) fn is_open(self) -> bool {
        matches!(self, Self::There | Self::Open)
    }
}

/// What is known of the texts of one shelf, several of which are those of many documents.
#[derive(Default)]
pub(super) struct Told {
    shelf: Option<usize>,
    texts: Vec<Option<Onward>>,
}

impl Typed {
    /// From one word to the other; nothing when that is not the shorter one typed on.
    pub(super) fn between(shorter: &Word, longer: &Word) -> Option<Self> {
        let (&first, more) = longer.bytes().strip_prefix(shorter.bytes())?.split_first()?;
        Some(Self { set: letter(first), alone: more.is_empty() && first.is_ascii_alphanumeric() })
    }
}

impl BitOr for Onward {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self { loose: self.loose | other.loose, close: self.close | other.close }
    }
}

impl Onward {
    /// For a document that has the word.
    pub(super) fn of(word: &Word, doc: u32, card: &Card, told: &mut Told) -> Self {
        told.turn_to(doc as usize / SHELF, card.texts());
        let name = Some(card.name_place()).filter(|place| word.allowed(place.set, 0));
        let mut all = name.map_or(Self::default(), |place| Self::in_text(word, &place));
        for key in card.keys() {
            let Some(known) = told.texts.get_mut(key.text as usize) else { continue };
            let look = || card.place(key, word.set, 0).map_or(Self::default(), |place| Self::in_text(word, &place));
            all = all | *known.get_or_insert_with(look);
        }
        all
    }

    fn in_text(word: &Word, place: &Place) -> Self {
        let text = place.text;
        if place.group == Group::Long {
            return Self { loose: 0, close: followers(word, text) };
        }
        let Some((_, end)) = word.scattered(text) else { return Self::default() };
        let loose = text.get(end..).map_or(0, letters);
        Self { loose, close: followers(word, text) | initials_after(word, place) }
    }

    /// What becomes of the match when this is typed.
    #[inline]
    pub(super) fn after(self, typed: Typed) -> Fate {
        match (self.loose & typed.set != 0, self.close & typed.set != 0) {
            (false, false) => Fate::Gone,
            (true, false) if typed.alone => Fate::Scattered,
            (true, true) if typed.alone => Fate::There,
            _ => Fate::Open,
        }
    }
}

impl Told {
    /// Forgets everything when the next document stands on another shelf.
    fn turn_to(&mut self, here: usize, count: usize) {
        if self.shelf != Some(here) {
            self.shelf = Some(here);
            self.texts.clear();
            self.texts.resize(count, None);
        }
    }
}

/// What follows the word wherever it stands in one piece; an optional e that was passed as well, since it counts when an e
/// is typed next.
fn followers(word: &Word, text: &[u8]) -> u64 {
    let optional = word.bytes().last().is_some_and(|last| vowel(*last));
    let (mut set, mut from) = (0, 0);
    while let Some((at, end)) = word.find(text, from) {
        let passed = text.get(..end).and_then(<[u8]>::last).filter(|byte| optional && **byte == b'e');
        let follower = text.get(end);
        set |= passed.into_iter().chain(follower).fold(0, |set, byte| set | letter(*byte));
        from = at + 1;
    }
    set
}

/// With which letters it may go on as initials: those that begin a word or a part, if it may be initials so far.
fn initials_after(word: &Word, place: &Place) -> u64 {
    let is_one_letter = word.bytes().len() == 1;
    if !is_one_letter && initials(word, place.text, place.starts).is_none() {
        return 0;
    }
    positions(place.starts).filter_map(|at| place.text.get(at)).fold(0, |set, byte| set | letter(*byte))
}

#[cfg(test)]
mod tests {
    use super::super::{Entry, Index};
    use super::*;

    fn done(_: &mut Entry) {}

    /// What becomes of a document with this name and this long text when one word is typed on to the other.
    fn fate(name: &str, long: &str, shorter: &str, longer: &str) -> Fate {
        let index = Index::build(1, |_, entry| done(entry.name(name).long(9, long)));
        let [shorter, longer] = [shorter, longer].map(|text| Word::new(text).unwrap());
        let onward = Onward::of(&shorter, 0, &index.card(0).unwrap(), &mut Told::default());
        onward.after(Typed::between(&shorter, &longer).unwrap())
    }

    #[test]
    fn a_letter_decides_what_becomes_of_a_match() {
        assert_eq!(fate("Jugendamt", "", "ju", "jug"), Fate::There, "in one piece");
        assert_eq!(fate("Jugendamt", "", "ju", "jun"), Fate::Scattered);
        assert_eq!(fate("Jugendamt", "", "ju", "jux"), Fate::Gone);
        assert_eq!(fate("Jugendamt", "", "ju", "junx"), Fate::Open, "two letters at once");
        assert_eq!(fate("Agentur fuer Arbeit", "", "af", "afa"), Fate::There, "initials");
        assert_eq!(fate("Agentur fuer Arbeit", "", "a", "af"), Fate::There, "initials from the first letter on");
        assert_eq!(fate("Kita", "das Jugendamt", "jug", "juge"), Fate::Open, "in a long text");
        assert_eq!(fate("Kita", "das Jugendamt", "jug", "jugn"), Fate::Gone, "long texts have no scattered letters");
    }

    #[test]
    fn an_e_that_may_stand_there_or_not_is_no_end() {
        assert_eq!(fate("buero", "", "bu", "bur"), Fate::There, "passed");
        assert_eq!(fate("x", "buero", "bu", "bur"), Fate::Open, "passed in a long text");
        // An e typed after the optional one is looked for; the text may have it, and no optional one.
        assert_eq!(fate("x", "bue", "bu", "buee"), Fate::Open);
        assert_eq!(fate("bue", "", "bu", "buee"), Fate::There);
    }
}
