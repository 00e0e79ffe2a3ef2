//! One word in one field: the best way it stands there. Knows nothing of documents.

use super::cells::Cell;
use super::initials::{Fit, initials};
use super::parts::{begins_word, positions};
use super::rank::{Group, Quality, Tier, class, slip_class};
use super::shelf::Place;
use super::typo::slip;
use super::word::{Word, word_ends};

/// How one word was found.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// Its class.
    pub class: u8,
    /// How good its letters are, if they are scattered.
    pub quality: Quality,
    /// Its tier.
    pub tier: Tier,
    /// The field.
    pub tag: u8,
}

/// Whether the word is in this text, scattered or better; in one piece where the text is long.
#[inline]
pub(super) fn is_in(word: &Word, text: &[u8], long: bool) -> bool {
    if long { word.find(text, 0).is_some() } else { word.scattered(text).is_some() }
}

/// The word as it is typed, in one piece or as initials, if its class is within the limit.
#[inline]
pub(super) fn as_typed(word: &Word, place: &Place, limit: u8) -> Option<Found> {
    let within = |tier| class(tier, place.group, false) <= limit;
    let found = if place.group == Group::Long {
        // Where a text is weighed whatever field has it, nobody has asked before.
        if within(Tier::WordStart) { in_long(word, place) } else { None }
    } else if !within(Tier::Prefix) && place.text.len() > word.longest() {
        None
    } else if !within(Tier::WordStart) {
        at_beginning(word, place)
    } else if let Some((_, end)) = word.find(place.text, 0) {
        at_beginning(word, place)
            .or_else(|| at_start(word, place))
            .or_else(|| if within(Tier::Initials) { in_initials(word, place) } else { None })
            .or_else(|| Some(found(Tier::Substring, place, !word_ends(place.text, end))))
    } else if within(Tier::Initials) {
        in_initials(word, place)
    } else {
        None
    };
    found.filter(|found| found.class <= limit)
}

pub(super) fn found(tier: Tier, place: &Place, loose: bool) -> Found {
    Found { class: class(tier, place.group, loose), quality: Quality::default(), tier, tag: place.tag }
}

/// The field begins with the word, or is the word.
#[inline]
pub(super) fn at_beginning(word: &Word, place: &Place) -> Option<Found> {
    let text = place.text;
    let end = word.stands_at(text, 0)?;
    let tier = if end == text.len() { Tier::Exact } else { Tier::Prefix };
    Some(found(tier, place, !word_ends(text, end)))
}

/// A word, or at least a part of a compound, begins with the word.
fn at_start(word: &Word, place: &Place) -> Option<Found> {
    let text = place.text;
    let near = positions(place.starts).filter_map(|at| start_here(word, place, at));
    let far = far_starts(word, text).filter_map(|at| start_here(word, place, at));
    near.chain(far).min_by_key(|found| found.class)
}

/// A start at this position.
#[inline]
fn start_here(word: &Word, place: &Place, at: usize) -> Option<Found> {
    let text = place.text;
    let end = word.stands_at(text, at)?;
    let tier = if begins_word(text, at) { Tier::WordStart } else { Tier::PartStart };
    Some(found(tier, place, !word_ends(text, end)))
}

/// Word starts that the 64 bits do not reach.
fn far_starts<'a>(word: &'a Word, text: &'a [u8]) -> impl Iterator<Item = usize> + use<'a> {
    let mut from = 64;
    std::iter::from_fn(move || {
        let (at, _) = if text.len() > from { word.find(text, from)? } else { return None };
        from = at + 1;
        Some(at)
    })
    .filter(|at| begins_word(text, *at))
}

/// The letters are initials.
fn in_initials(word: &Word, place: &Place) -> Option<Found> {
    let fit = initials(word, place.text, place.starts)?;
    Some(found(Tier::Initials, place, fit == Fit::Loose))
}

/// A word of the text begins so, slips forgiven, whatever field has the text.
pub(super) fn slipped_in(word: &Word, place: &Place) -> Option<Cell> {
    let slip = slip(word, place.text, place.starts)?;
    Some(Cell::of(slip_class(Group::Name, slip.edits, !slip.whole)))
}

/// The same in this field.
pub(super) fn slipped(word: &Word, place: &Place) -> Option<Found> {
    let class = slipped_in(word, place)?.class(place.group.cost())?;
    Some(Found { class, ..found(Tier::Slip, place, false) })
}

/// The word in a long text: at the beginning of one of its words, or inside one.
fn in_long(word: &Word, place: &Place) -> Option<Found> {
    let text = place.text;
    let (mut at, _) = word.find(text, 0)?;
    loop {
        if begins_word(text, at) {
            return Some(found(Tier::WordStart, place, false));
        }
        match word.find(text, at + 1) {
            Some((next, _)) => at = next,
            None => return Some(found(Tier::Substring, place, false)),
        }
    }
}
