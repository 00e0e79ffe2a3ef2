//! Filter terms: `theme:language kind:round_table -lifecycle:ended plain words`. Only what names a field the records
//! have is a term; everything else is a plain word. Knows records and the vocabulary, no screens.

mod names;
mod value;

use super::fold;
use crate::landscape::{Field, Record, Shape};
use crate::store::{Store, title};
use names::Names;

/// A filter as it was typed.
#[derive(Clone, Debug)]
pub struct Terms {
    terms: Vec<Term>,
}

/// One condition.
#[derive(Clone, Debug)]
struct Term {
    negated: bool,
    test: Test,
}

#[derive(Clone, Debug)]
enum Test {
    /// A folded word that stands somewhere in the record.
    Word(String),
    /// A folded value of one of these fields.
    Value(Vec<Place>, String),
    /// More (or less) than this.
    Beyond(Vec<Place>, std::cmp::Ordering, String),
}

/// A field of the record, or a field of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    field: Field,
    inner: Option<Field>,
}

impl Terms {
    /// Reads what was typed, for records of this shape. Quotes keep blanks together: `name:"AK Ganztag"`.
    #[must_use]
    pub fn parse(text: &str, shape: &'static Shape) -> Self {
        let names = Names::of(shape);
        Terms { terms: words(text).into_iter().filter_map(|word| term(&word, &names)).collect() }
    }

    /// Nothing was asked for: everything fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Are there only plain words, which the search can rank?
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.terms.iter().all(|term| !term.negated && matches!(term.test, Test::Word(_)))
    }

    /// Does the record meet all conditions?
    #[must_use]
    pub fn matches(&self, record: &Record, store: &Store) -> bool {
        self.terms.iter().all(|term| {
            let met = match &term.test {
                Test::Word(word) => stands_in(word, record, store),
                Test::Value(places, wanted) => places.iter().any(|place| value::has(record, *place, wanted, store)),
                Test::Beyond(places, side, limit) => {
                    places.iter().any(|place| value::is_beyond(record, *place, *side, limit))
                }
            };
            met != term.negated
        })
    }
}

/// What may follow what was typed so far: field names, or the values of the field whose name stands before the colon.
/// Each is a whole term that can stand in the place of the last word.
#[must_use]
pub fn complete(text: &str, shape: &'static Shape) -> Vec<String> {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let (sign, bare) = last.strip_prefix('-').map_or(("", last), |bare| ("-", bare));
    let names = Names::of(shape);
    match bare.split_once(':') {
        Some((name, begun)) => {
            let places = names.find(name);
            let values = places.iter().flat_map(|place| value::keys(shape, *place, begun));
            values.map(|value| format!("{sign}{name}:{value}")).collect()
        }
        None => names.starting_with(bare).map(|name| format!("{sign}{name}:")).collect(),
    }
}

/// The words of a text, blanks between quotes kept.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            letter if letter.is_whitespace() && !quoted => words.push(std::mem::take(&mut word)),
            letter => word.push(letter),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

fn term(word: &str, names: &Names) -> Option<Term> {
    let (negated, bare) = match word.strip_prefix('-') {
        Some(bare) if !bare.is_empty() => (true, bare),
        _ => (false, word),
    };
    let test = named(bare, names).unwrap_or_else(|| Test::Word(fold(bare).trim().to_owned()));
    let empty = matches!(&test, Test::Word(word) if word.is_empty());
    (!empty).then_some(Term { negated, test })
}

/// A term with a field that is known and a value behind the colon.
fn named(word: &str, names: &Names) -> Option<Test> {
    let (name, wanted) = word.split_once(':')?;
    let places = names.find(name);
    if places.is_empty() || wanted.is_empty() {
        return None;
    }
    let beyond = [('>', std::cmp::Ordering::Greater), ('<', std::cmp::Ordering::Less)];
    for (sign, side) in beyond {
        if let Some(limit) = wanted.strip_prefix(sign).filter(|limit| !limit.is_empty()) {
            return Some(Test::Beyond(places, side, limit.to_owned()));
        }
    }
    Some(Test::Value(places, value::folded(wanted)))
}

/// Does the word stand in the name or in any field?
fn stands_in(word: &str, record: &Record, store: &Store) -> bool {
    fold(&title(store, record)).contains(word)
        || record.cells().any(|(field, _)| value::has(record, Place { field, inner: None }, word, store))
}

#[cfg(test)]
#[path = "terms/tests.rs"]
mod tests;
