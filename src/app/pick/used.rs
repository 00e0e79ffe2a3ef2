//! Values of one's own that are in use already, so that one word is not written in three ways. Knows no pickers.

use super::rows::Hit;
use crate::app::Context;
use crate::landscape::{Field, Kind, Record, Shape, Type, Value};
use std::collections::BTreeSet;

/// More records than this are not looked through.
const MOST: usize = 20_000;

/// The texts that records of a shape have in a field.
pub(super) fn in_field(shape: &'static Shape, field: Field, cx: &Context) -> Vec<Hit> {
    let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.shape() == shape) else { return Vec::new() };
    let mut texts: BTreeSet<&str> = BTreeSet::new();
    for record in cx.data.store().all(kind).take(MOST) {
        texts.extend(record.texts(field).iter().map(|text| &**text));
    }
    let hit = |text: &str| Hit { key: text.to_owned(), label: text.to_owned(), note: String::new() };
    texts.into_iter().map(hit).collect()
}

/// The values that fields with this list hold anywhere.
pub(super) fn of_list(list: &str, cx: &Context) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let store = cx.data.store();
    for kind in Kind::ALL {
        let only = (kind == Kind::Landscape).then(|| store.landscape());
        if !has_list(kind.shape(), list) {
            continue;
        }
        for record in only.into_iter().chain(store.all(kind)).take(MOST) {
            collect(record, list, &mut found);
        }
    }
    found
}

fn has_list(shape: &'static Shape, list: &str) -> bool {
    shape.specs.iter().any(|spec| match spec.of {
        Type::Parts(part) => has_list(part, list),
        of => of.list() == Some(list),
    })
}

fn collect(record: &Record, list: &str, found: &mut BTreeSet<String>) {
    for (field, value) in record.cells() {
        let ours = record.shape.spec(field).of.list() == Some(list);
        match value {
            Value::Text(text) if ours => drop(found.insert(text.to_string())),
            Value::Texts(texts) if ours => found.extend(texts.iter().map(ToString::to_string)),
            Value::Ratings(ratings) if ours => found.extend(ratings.iter().map(|(key, _)| key.to_string())),
            Value::Parts(parts) => parts.iter().for_each(|part| collect(part, list, found)),
            _ => {}
        }
    }
}
