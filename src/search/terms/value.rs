//! Does a field hold what was asked for? Values of lists by key or label of either language, references by name, texts
//! by any piece, dates and numbers by how they begin, yes and no.

use super::Place;
use crate::i18n::Lang;
use crate::landscape::{Field, Record, Shape, Type, Value, vocabulary};
use crate::search::fold;
use crate::store::{Store, name_of};
use std::cmp::Ordering;

/// A value as it is compared: folded, `_` like a blank.
pub(super) fn folded(text: &str) -> String {
    fold(text).replace('_', " ").trim().to_owned()
}

/// Does the field hold the (folded) value?
pub(super) fn has(record: &Record, place: Place, wanted: &str, store: &Store) -> bool {
    match place.inner {
        None => record.get(place.field).is_some_and(|value| fits(record, place.field, value, wanted, store)),
        Some(inner) => record
            .parts(place.field)
            .iter()
            .any(|part| part.get(inner).is_some_and(|value| fits(part, inner, value, wanted, store))),
    }
}

fn fits(record: &Record, field: Field, value: &Value, wanted: &str, store: &Store) -> bool {
    let of = record.shape.spec(field).of;
    match value {
        Value::Text(text) => text_fits(of, text, wanted, store),
        Value::Texts(texts) => texts.iter().any(|text| text_fits(of, text, wanted, store)),
        Value::Number(number) => number.to_string().starts_with(wanted),
        Value::Range(min, max) => [min, max].iter().any(|number| number.to_string() == wanted),
        Value::Flag(flag) => said(wanted) == Some(*flag),
        Value::Ratings(ratings) => ratings.iter().any(|(dimension, _)| listed("rating_dimension", dimension, wanted)),
        Value::Parts(parts) => {
            parts.iter().any(|part| part.cells().any(|(inner, value)| fits(part, inner, value, wanted, store)))
        }
    }
}

fn text_fits(of: Type, text: &str, wanted: &str, store: &Store) -> bool {
    match of {
        Type::Choice(list) | Type::Choices(list) => listed(list, text, wanted),
        Type::Ref(_) | Type::Refs(_) => fold(&name_of(store, text)).contains(wanted) || text == wanted,
        Type::Date | Type::Moment | Type::Moments => fold(text).starts_with(wanted),
        _ => folded(text).contains(wanted),
    }
}

/// Is this value of a list meant?
fn listed(list: &str, key: &str, wanted: &str) -> bool {
    folded(key).contains(wanted)
        || [Lang::De, Lang::En].into_iter().any(|lang| fold(vocabulary::label(list, key, lang)).contains(wanted))
}

/// Yes or no, in either language.
fn said(wanted: &str) -> Option<bool> {
    match wanted {
        "yes" | "ja" | "true" | "wahr" | "y" | "j" => Some(true),
        "no" | "nein" | "false" | "falsch" | "n" => Some(false),
        _ => None,
    }
}

/// Does the field lie beyond a limit? Numbers, dates, and how many there are of what is a list.
pub(super) fn is_beyond(record: &Record, place: Place, side: Ordering, limit: &str) -> bool {
    let number = |value: usize| limit.parse::<usize>().is_ok_and(|limit| value.cmp(&limit) == side);
    match (place.inner, record.get(place.field)) {
        (None, Some(Value::Number(held))) => limit.parse::<i64>().is_ok_and(|limit| held.cmp(&limit) == side),
        (None, Some(Value::Range(min, max))) => {
            let end = if side == Ordering::Greater { max } else { min };
            limit.parse::<u32>().is_ok_and(|limit| end.cmp(&limit) == side)
        }
        (None, Some(Value::Text(text))) => {
            // 2026-11-23 is not later than 2026: as much of it counts as was asked for.
            let known = text.len().min(limit.len());
            text.get(..known).zip(limit.get(..known)).is_some_and(|(held, limit)| held.cmp(limit) == side)
        }
        (None, Some(Value::Parts(parts))) => number(parts.len()),
        (None, Some(Value::Texts(texts))) => number(texts.len()),
        (None, None) if matches!(record.shape.spec(place.field).of, Type::Parts(_) | Type::Choices(_)) => number(0),
        _ => false,
    }
}

/// The keys of the values a field may have that begin so.
pub(super) fn keys(shape: &'static Shape, place: Place, begun: &str) -> impl Iterator<Item = &'static str> {
    let own = shape.spec(place.field).of;
    let of = match (own, place.inner) {
        (Type::Parts(part), Some(inner)) => part.spec(inner).of,
        (own, _) => own,
    };
    let begun = folded(begun);
    let values = of.list().map_or(&[][..], vocabulary::values);
    values
        .iter()
        .filter(move |entry| {
            folded(entry.key).starts_with(&begun)
                || [Lang::De, Lang::En].into_iter().any(|lang| fold(entry.label(lang)).starts_with(&begun))
        })
        .map(|entry| entry.key)
}
