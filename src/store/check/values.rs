//! Values that do not fit their field: dates, numbers, ratings, what is missing, what runs backwards, parts that cannot
//! be told apart. Knows one record at a time.

use super::dates::{backwards, is_date, is_duration, is_moment};
use super::{Desk, Flaw, Level, Place};
use crate::landscape::{Field, KeyedBy, Record, Type, Value, actor, meeting};
use std::collections::HashSet;

/// Looks at all values of a record and of its parts.
pub(super) fn look(desk: &mut Desk<'_>, is_rule: &impl Fn(&str) -> bool) {
    let record = desk.record;
    let unnamed = record.shape.name == "landscape" && record.cells().next().is_none();
    if !unnamed {
        required(desk, record, &Place::Own);
    }
    periods(desk, record, &Place::Own);
    for (field, value) in record.cells() {
        one(desk, Place::Own(field), record.shape.spec(field).of, value, is_rule);
        let Value::Parts(parts) = value else { continue };
        keys(desk, field, parts);
        for part in parts {
            let place = |inner| Place::Part(field, part.key(), inner);
            required(desk, part, &place);
            periods(desk, part, &place);
            for (inner, value) in part.cells() {
                one(desk, place(inner), part.shape.spec(inner).of, value, is_rule);
            }
        }
    }
}

/// Every text of a record and its parts, with its place.
pub(super) fn texts<'r>(record: &'r Record, each: &mut impl FnMut(Place<'r>, &'r str)) {
    for (field, value) in record.cells() {
        texts_of(Place::Own(field), value, each);
        let Value::Parts(parts) = value else { continue };
        for part in parts {
            part.cells().for_each(|(inner, value)| texts_of(Place::Part(field, part.key(), inner), value, each));
        }
    }
}

fn texts_of<'r>(place: Place<'r>, value: &'r Value, each: &mut impl FnMut(Place<'r>, &'r str)) {
    match value {
        Value::Text(text) => each(place, text),
        Value::Texts(texts) => texts.iter().for_each(|text| each(place, text)),
        Value::Ratings(ratings) => ratings.iter().for_each(|(dimension, _)| each(place, dimension)),
        Value::Number(_) | Value::Flag(_) | Value::Range(..) | Value::Parts(_) => {}
    }
}

/// Fields without which a record is not complete.
fn required<'r>(desk: &mut Desk<'_>, record: &'r Record, place: &impl Fn(Field) -> Place<'r>) {
    for (field, spec) in record.shape.fields().filter(|(_, spec)| spec.required) {
        let blank = record.get(field).is_none()
            || spec.of.is_text() && spec.of.target().is_none() && record.text(field).trim().is_empty();
        if blank {
            desk.at(Level::Warning, place(field), Flaw::Empty);
        }
    }
}

/// `from`–`until` and `at`–`until` in the wrong order.
fn periods<'r>(desk: &mut Desk<'_>, record: &'r Record, place: &impl Fn(Field) -> Place<'r>) {
    let begins = if record.shape == &meeting::SHAPE { "at" } else { "from" };
    let field = |key| record.shape.find(key, 0);
    let (Some(from), Some(until)) = (field(begins), field("until")) else { return };
    if backwards(record.text(from), record.text(until)) {
        let flaw = Flaw::Backwards(record.text(from).into(), record.text(until).into());
        desk.at(Level::Error, place(until), flaw);
    }
}

/// One value against the type of its field.
fn one(desk: &mut Desk<'_>, place: Place<'_>, of: Type, value: &Value, is_rule: &impl Fn(&str) -> bool) {
    match (of, value) {
        (Type::Date, Value::Text(text)) if !is_date(text) => {
            desk.at(Level::Error, place, Flaw::NoDate(text.as_str().into()));
        }
        (Type::Moment, Value::Text(text)) if !is_moment(text) => {
            desk.at(Level::Error, place, Flaw::NoMoment(text.as_str().into()));
        }
        (Type::Moments, Value::Texts(texts)) => {
            let wrong = texts.iter().filter(|text| !is_moment(text));
            wrong.for_each(|text| desk.at(Level::Error, place, Flaw::NoMoment((**text).into())));
        }
        (Type::Duration, Value::Text(text)) if !is_duration(text) => {
            desk.at(Level::Error, place, Flaw::NoDuration(text.as_str().into()));
        }
        (Type::Rule, Value::Text(text)) if !is_rule(text) => {
            desk.at(Level::Error, place, Flaw::NoRule(text.as_str().into()));
        }
        (Type::Number(min, max), Value::Number(number)) if !(min..=max).contains(number) => {
            desk.at(Level::Error, place, Flaw::OutOfRange(*number, min, max));
        }
        (Type::Range, Value::Range(min, max)) if min > max => {
            desk.at(Level::Error, place, Flaw::Backwards(min.to_string().into(), max.to_string().into()));
        }
        (Type::Ratings, Value::Ratings(ratings)) => {
            let wrong = ratings.iter().filter(|(_, rating)| !(1..=4).contains(rating));
            wrong.for_each(|(name, rating)| desk.at(Level::Error, place, Flaw::Rating((&**name).into(), *rating)));
        }
        _ => {}
    }
}

/// Parts without an id, or with one that a sibling has, too.
fn keys(desk: &mut Desk<'_>, field: Field, parts: &[Record]) {
    let mut seen = HashSet::new();
    for part in parts.iter().filter(|part| part.shape.keyed_by != KeyedBy::Place) {
        if part.key().is_empty() {
            if part.shape.keyed_by == KeyedBy::Id {
                desk.note(Level::Warning, Some(field), None, Flaw::NoPartId);
            }
        } else if !seen.insert(part.key()) {
            desk.note(Level::Error, Some(field), Some((part.key(), None)), Flaw::PartTwice(part.key().into()));
        }
    }
}

/// Is the record a person?
pub(super) fn is_person(record: &Record) -> bool {
    record.flag(actor::PERSON) == Some(true)
}
