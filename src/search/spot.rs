//! Where a document has a word: the first field with its letters, and how far in it they reach.
//!
//! When the word is typed on, it is looked for from there: the fields before are known not to have it.

use super::memo::Memo;
use super::rank::Group;
use super::shelf::{Card, Place};
use super::word::Word;

/// Where a document has a word, slips aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// 0 for the name, from 1 on the further fields in their order.
    pub field: u16,
    /// Where its letters end in the field; 0 when that is not known.
    end: u16,
}

/// A word of a query that is looked for.
#[derive(Clone, Copy)]
pub(super) struct Sought<'a> {
    /// The word.
    pub word: &'a Word,
    /// Its place in the query.
    pub n: usize,
    /// How many of its letters were found before.
    pub known: usize,
}

/// Where the document has the word, when its known letters are at `from` and no field before has them.
#[inline]
pub(super) fn spot(sought: Sought, card: &Card, from: Spot, memo: &mut Memo) -> Option<Spot> {
    let Sought { word, known, .. } = sought;
    let mut first = from.field;
    if known > 0 && from.end > 0 {
        let there = card.place(from.field).filter(|place| word.allowed(place.set, 0));
        let on = |text: &[u8]| word.goes_on(text, usize::from(from.end), known);
        if let Some(end) = there.and_then(|place| end(sought, &place, memo, on)) {
            return Some(Spot { end, ..from });
        }
        first = first.saturating_add(1);
    }
    if first == 0 {
        if word.allowed(card.set, 0) {
            if word.proved_by_set() {
                return Some(Spot::default());
            }
            if let Some((_, end)) = word.scattered(card.name()) {
                return Some(Spot { field: 0, end: small(end) });
            }
        }
        first = 1;
    }
    let anywhere = |text: &[u8]| word.scattered(text).map(|(_, end)| end);
    card.places_from(first, word.set).find_map(|(field, place)| match place.group {
        Group::Long => word.find(place.text, 0).map(|_| Spot { field, end: 0 }),
        _ => end(sought, &place, memo, anywhere).map(|end| Spot { field, end }),
    })
}

/// Where the letters end in a field; a text that several fields have is looked at once.
#[inline]
fn end(sought: Sought, place: &Place, memo: &mut Memo, look: impl FnOnce(&[u8]) -> Option<usize>) -> Option<u16> {
    match place.shared.and_then(|text| memo.of(sought.n, text)) {
        Some(known) => *known.end.get_or_insert_with(|| look(place.text).map(small)),
        None => look(place.text).map(small),
    }
}

/// A place in a short field.
fn small(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(0)
}
