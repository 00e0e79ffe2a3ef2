//! Where a document has a word: the first field with its letters, and how far in it they reach.
//!
//! When the word is typed on, it is looked for from there: the fields before are known not to have it.

use super::rank::Group;
use super::shelf::Card;
use super::word::Word;

/// Where a document has a word, slips aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// 0 for the name, from 1 on the further fields in their order.
    field: u16,
    /// Where its letters end in the field; 0 when that is not known.
    end: u16,
}

/// Where the document has the word, when `known` letters of it are at `from` and no field before has them.
#[inline]
pub(super) fn spot(word: &Word, card: &Card, from: Spot, known: usize) -> Option<Spot> {
    let mut first = from.field;
    if known > 0 && from.end > 0 {
        let there = card.place(from.field).filter(|place| word.allowed(place.set, 0));
        let end = there.and_then(|place| word.goes_on(place.text, usize::from(from.end), known));
        if let Some(end) = end {
            return Some(Spot { end: small(end), ..from });
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
    card.places_from(first, word.set).find_map(|(field, place)| match place.group {
        Group::Long => word.find(place.text, 0).map(|_| Spot { field, end: 0 }),
        _ => word.scattered(place.text).map(|(_, end)| Spot { field, end: small(end) }),
    })
}

/// Whether the document has the word anywhere.
#[inline]
pub(super) fn has(word: &Word, card: &Card) -> bool {
    spot(word, card, Spot::default(), 0).is_some()
}

/// A place in a short field.
fn small(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(0)
}
