//! From two states of one record to the edits between them, as fine as fields of parts. Knows no store.

use super::edit::{Edit, Path};
use crate::landscape::{Field, Id, Kind, Record, Value};

/// The edits that lead from `old` to `new`: two states of the record `new.id` of this kind.
#[must_use]
pub fn diff(kind: Kind, old: &Record, new: &Record) -> Vec<Edit> {
    old.shape
        .fields()
        .flat_map(|(field, _)| field_edits(kind, &new.id, field, old.get(field), new.get(field)))
        .collect()
}

fn field_edits(kind: Kind, id: &Id, field: Field, old: Option<&Value>, new: Option<&Value>) -> Vec<Edit> {
    if old == new {
        return Vec::new();
    }
    let set = |part, before: Option<&Value>, after: Option<&Value>| Edit::Set {
        kind,
        id: id.clone(),
        path: Path { field, part },
        before: before.cloned(),
        after: after.cloned(),
    };
    if let (Some(Value::Parts(olds)), Some(Value::Parts(news))) = (old, new)
        && same_parts(olds, news)
    {
        let pairs = olds.iter().zip(news);
        return pairs
            .flat_map(|(a, b)| {
                a.shape
                    .fields()
                    .filter(|(field, _)| a.get(*field) != b.get(*field))
                    .map(|(field, _)| set(Some((a.key().into(), field)), a.get(field), b.get(field)))
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    vec![set(None, old, new)]
}

/// The same parts in the same order, each known by a key of its own, so that their fields can be compared one by one?
fn same_parts(olds: &[Record], news: &[Record]) -> bool {
    let known = |parts: &[Record]| {
        let mut keys: Vec<&str> = parts.iter().map(Record::key).collect();
        keys.sort_unstable();
        keys.windows(2).all(|pair| pair.first() != pair.last()) && keys.first().is_none_or(|key| !key.is_empty())
    };
    let pair = |(a, b): (&Record, &Record)| a.id == b.id && a.key() == b.key() && a.extra() == b.extra();
    olds.len() == news.len() && olds.iter().zip(news).all(pair) && known(olds)
}
