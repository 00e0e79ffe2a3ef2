//! Which letters of a text to mark for a query. Asked for rows on the screen only.
//!
//! Works on any text, with ranges in the original on grapheme boundaries.

use super::fold::{Folded, fold_with_origin};
use super::initials::initial_positions;
use super::letters::letters;
use super::parts::{begins_word, positions, starts};
use super::query::Query;
use super::scorer;
use super::typo::slip;
use super::word::Word;
use std::ops::Range;

/// Longest folded text in which scattered letters are marked.
const SHORT: usize = 512;

/// The byte ranges of `text` that answer the query, in order and not touching each other. Every word is marked where
/// it matches best; words that are not in this text mark nothing.
#[must_use]
pub fn highlight(text: &str, query: &Query) -> Vec<Range<usize>> {
    let folded = fold_with_origin(text);
    let starts = starts(folded.text.as_bytes());
    let mut marked = vec![false; folded.text.len()];
    for word in &query.words {
        mark(word, &folded.text, starts, &mut marked);
    }
    ranges(&folded, &marked)
}

/// Marks one word, looking from the best tier to the worst like the ranking does.
fn mark(word: &Word, text: &str, starts: u64, marked: &mut [bool]) {
    let bytes = text.as_bytes();
    if let Some((from, to)) = whole(word, bytes, starts) {
        marked.iter_mut().take(to).skip(from).for_each(|mark| *mark = true);
        return;
    }
    let places = initial_positions(word, bytes, starts).unwrap_or_else(|| scattered(word, text));
    for at in places {
        if let Some(mark) = marked.get_mut(at) {
            *mark = true;
        }
    }
}

/// The stretch in which the word stands in one piece, or with slips.
fn whole(word: &Word, text: &[u8], starts: u64) -> Option<(usize, usize)> {
    let at = |at: usize| Some((at, word.stands_at(text, at)?));
    let begins = |wanted: bool| positions(starts).filter(move |p| begins_word(text, *p) == wanted).find_map(at);
    if let Some(found) = at(0).or_else(|| begins(true)).or_else(|| far(word, text)).or_else(|| begins(false)) {
        return Some(found);
    }
    if initial_positions(word, text, starts).is_some() {
        return None;
    }
    word.find(text, 0).or_else(|| {
        let allowed = word.edits > 0 && word.allowed(letters(text), word.edits);
        let slip = allowed.then(|| slip(word, text, starts))??;
        Some((slip.from, slip.to))
    })
}

/// A word that begins so beyond the first 64 bytes.
fn far(word: &Word, text: &[u8]) -> Option<(usize, usize)> {
    let mut from = 64;
    loop {
        let (at, end) = word.find(text, from)?;
        if begins_word(text, at) {
            return Some((at, end));
        }
        from = at + 1;
    }
}

/// The letters of a scattered match.
fn scattered(word: &Word, text: &str) -> Vec<usize> {
    let short = text.len() <= SHORT && word.scattered(text.as_bytes()).is_some();
    if short { scorer::positions(word, text) } else { Vec::new() }
}

/// Joins marked bytes to ranges of whole graphemes of the original.
fn ranges(folded: &Folded, marked: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (&(from, to), _) in folded.origin.iter().zip(marked).filter(|(_, marked)| **marked) {
        let (from, to) = (from as usize, to as usize);
        match ranges.last_mut() {
            Some(last) if last.end >= from => last.end = last.end.max(to),
            _ => ranges.push(from..to),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'a>(text: &'a str, typed: &str) -> Vec<&'a str> {
        highlight(text, &Query::new(typed)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn marks_what_a_person_would_mark() {
        assert_eq!(marked("Büro für Chancengleichheit", "buro chan"), ["Büro", "Chan"]);
        assert_eq!(marked("Bu\u{308}ro", "büro"), ["Bu\u{308}ro"]);
        assert_eq!(marked("Petra Grießbach", "griess"), ["Grieß"]);
        assert_eq!(marked("Agentur für Arbeit", "afa"), ["A", "f", "A"]);
        assert_eq!(marked("Kreisjugendamt", "jugednamt"), ["jugendamt"]);
        assert_eq!(marked("Jugendamt", "jgt"), ["J", "g", "t"]);
        assert_eq!(marked("Jugendamt", "xyz"), Vec::<&str>::new());
    }
}
