//! Which fields of a record go out: what says what kind of body or institution it is; notes only when what is confidential
//! is wished for, what is kept about people for data protection never. Knows no format.

use super::{Fields, Given, Wish};
use crate::landscape::{Group, Record, Type, Value};

/// The fields of a record that go out, in the order of its shape.
pub(super) fn of(record: &Record, wish: Wish<'_>) -> Fields {
    let cells = record.cells().map(|(field, value)| (record.shape.spec(field), value));
    let wanted = cells.filter(|(spec, _)| match (spec.group, spec.key) {
        (_, "name") | (Group::Privacy | Group::Contact, _) => false,
        (_, "notes" | "between_notes") => wish.confidential,
        (Group::Keeping, key) => matches!(key, "tags" | "checked_on"),
        _ => !matches!(spec.of, Type::Parts(_)),
    });
    wanted.filter_map(|(spec, value)| Some((spec.key, given(value)?))).collect()
}

/// A value as other programs take it.
pub(super) fn given(value: &Value) -> Option<Given> {
    Some(match value {
        Value::Text(text) => Given::Text(text.to_string()),
        Value::Texts(texts) => Given::Text(texts.join("|")),
        Value::Number(number) => Given::Whole(*number),
        Value::Flag(flag) => Given::Flag(*flag),
        Value::Range(min, max) => Given::Text(format!("{min}–{max}")),
        Value::Ratings(_) | Value::Parts(_) => return None,
    })
}
