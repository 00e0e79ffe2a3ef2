//! A record as JSON in which every reference has its name beside the id. Nothing is replaced; only keys are added.

use crate::landscape::{KeyedBy, Record, Value};
use crate::store::json::Json;
use crate::store::{Store, name_of};

/// The record as in the file, with `KEY_name` beside a reference and `KEY_names` beside a list of them.
pub(super) fn named(store: &Store, record: &Record) -> Json {
    let mut pairs: Vec<(String, Json)> = Vec::new();
    if record.shape.keyed_by == KeyedBy::Id && !record.id.is_empty() {
        pairs.push(("id".to_owned(), Json::text(&record.id)));
    }
    for (field, value) in record.cells() {
        let spec = record.shape.spec(field);
        pairs.push((spec.key.to_owned(), json(store, value)));
        match value {
            Value::Text(id) if spec.of.target().is_some() => {
                pairs.push((format!("{}_name", spec.key), Json::Text(name_of(store, id))));
            }
            Value::Texts(ids) if spec.of.target().is_some() => {
                let names = ids.iter().map(|id| name_of(store, id));
                pairs.push((format!("{}_names", spec.key), Json::texts(names)));
            }
            _ => {}
        }
    }
    pairs.extend(record.extra().iter().map(|(key, raw)| (key.to_string(), Json::Raw(raw.to_string()))));
    Json::Map(pairs)
}

/// The value of a field, as [`named`] gives it; `null` when there is none.
pub(super) fn value(store: &Store, value: Option<&Value>) -> Json {
    value.map_or(Json::Null, |value| json(store, value))
}

fn json(store: &Store, value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::text(text),
        Value::Texts(texts) => Json::texts(texts),
        Value::Number(number) => Json::Whole(*number),
        Value::Flag(flag) => Json::Flag(*flag),
        Value::Range(min, max) => Json::List(vec![Json::Whole((*min).into()), Json::Whole((*max).into())]),
        Value::Ratings(ratings) => {
            Json::Map(ratings.iter().map(|(key, rating)| (key.to_string(), Json::Whole((*rating).into()))).collect())
        }
        Value::Parts(parts) => Json::List(parts.iter().map(|part| named(store, part)).collect()),
    }
}
