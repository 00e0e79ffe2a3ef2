//! Two people changed the same landscape: their changes put together, record by record and field by field. What cannot
//! be put together is a conflict: ours stands in the result, theirs is told. Knows no files.
//!
//! ```text
//!   base ──► ours        only one side changed it: that side · both the same: that · sets, parts: element by element
//!     └────► theirs      both changed one value: conflict · one deleted what the other changed: kept, and told
//! ```

use super::Store;
use crate::landscape::{Extra, Field, Id, KeyedBy, Kind, Record, Value};
use smol_str::SmolStr;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A field, and where it holds parts, the key of one of them and the field in it; no such field for the part as a whole.
pub type Place = (Field, Option<(Box<str>, Option<Field>)>);

/// A value that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// The field, and the part in it by its key with the part's field; no field of the part when one side deleted the
    /// whole part; nothing at all when one side deleted the record.
    pub field: Option<Place>,
    /// What we have; none when we deleted it.
    pub ours: Option<Value>,
    /// What they have; none when they deleted it.
    pub theirs: Option<Value>,
}

/// Two states put together.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The result; where there is a conflict, ours.
    pub store: Store,
    /// What could not be put together.
    pub conflicts: Vec<Conflict>,
}

/// Puts together what two sides made of a common state.
#[must_use]
pub fn merge(base: &Store, ours: &Store, theirs: &Store) -> Merged {
    let mut merged = Merged { store: ours.clone(), conflicts: Vec::new() };
    let forgotten: BTreeSet<SmolStr> = ours.forgotten.iter().chain(theirs.forgotten.iter()).cloned().collect();
    for kind in Kind::ALL {
        for id in touched(kind, base, theirs) {
            let [b, o, t] = [base, ours, theirs].map(|store| store.get(kind, &id));
            match records(kind, [b, o, t], &mut merged.conflicts) {
                Some(record) => drop(merged.store.put(kind, record)),
                None => drop(merged.store.remove(kind, &id)),
            }
        }
        for id in &forgotten {
            merged.store.remove(kind, id);
        }
    }
    merged.store.forgotten = forgotten.into_iter().collect();
    merged.store.extra = Arc::new(extras(&base.extra, &ours.extra, &theirs.extra));
    merged
}

/// The ids of the records that differ between the two.
fn touched(kind: Kind, base: &Store, theirs: &Store) -> Vec<Id> {
    if kind == Kind::Landscape {
        return vec![Store::landscape_id()];
    }
    let differs = |from: &Store, to: &Store| -> Vec<Id> {
        let of = from.all(kind).filter(|record| to.get(kind, &record.id).is_none_or(|other| other != *record));
        of.map(|record| record.id.clone()).collect()
    };
    let mut ids = differs(theirs, base);
    ids.extend(base.all(kind).filter(|record| theirs.get(kind, &record.id).is_none()).map(|record| record.id.clone()));
    ids
}

/// The one of three states that stands when not both sides changed it.
fn simple<T: PartialEq>([base, ours, theirs]: [Option<&T>; 3]) -> Option<Option<&T>> {
    if ours == theirs || theirs == base {
        Some(ours)
    } else if ours == base {
        Some(theirs)
    } else {
        None
    }
}

fn records(kind: Kind, states: [Option<&Arc<Record>>; 3], conflicts: &mut Vec<Conflict>) -> Option<Arc<Record>> {
    if let Some(stands) = simple(states) {
        return stands.cloned();
    }
    let [base, ours, theirs] = states;
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            let empty = Record::new(ours.shape, ours.id.clone());
            let base = base.map_or(&empty, |base| base);
            let mut told = |field, ours: Option<&Value>, theirs: Option<&Value>| {
                let (ours, theirs) = (ours.cloned(), theirs.cloned());
                conflicts.push(Conflict { kind, id: base.id.clone(), field: Some(field), ours, theirs });
            };
            Some(Arc::new(fields(base, ours, theirs, &mut |field, o, t| told(field, o, t))))
        }
        // One side deleted what the other changed: what was changed is kept.
        (kept, other) => {
            let id = base.or(kept).or(other).map_or_else(Id::none, |record| record.id.clone());
            conflicts.push(Conflict { kind, id, field: None, ours: None, theirs: None });
            kept.or(other).cloned()
        }
    }
}

type Tell<'t> = dyn FnMut(Place, Option<&Value>, Option<&Value>) + 't;

/// Two states of one record put together, field by field, and the places where ours stands against theirs.
pub(crate) fn merge_records(base: &Record, ours: &Record, theirs: &Record) -> (Record, Vec<Place>) {
    let mut told = Vec::new();
    let merged = fields(base, ours, theirs, &mut |place, _, _| told.push(place));
    (merged, told)
}

/// Puts two states of one record together, field by field.
fn fields(base: &Record, ours: &Record, theirs: &Record, tell: &mut Tell) -> Record {
    let mut merged = ours.clone();
    for (field, _) in ours.shape.fields() {
        let states = [base.get(field), ours.get(field), theirs.get(field)];
        let value = match simple(states) {
            Some(stands) => stands.cloned(),
            None => values(field, states, tell),
        };
        merged.set(field, value);
    }
    merged.set_extra(extras(base.extra(), ours.extra(), theirs.extra()));
    merged
}

/// Puts two values together that both sides changed.
fn values(field: Field, states: [Option<&Value>; 3], tell: &mut Tell) -> Option<Value> {
    let [base, ours, theirs] = states;
    match (base, ours, theirs) {
        (Some(Value::Texts(_)) | None, Some(Value::Texts(_)) | None, Some(Value::Texts(_)) | None) => {
            let of = |value: Option<&Value>| -> BTreeSet<SmolStr> {
                if let Some(Value::Texts(texts)) = value { texts.iter().cloned().collect() } else { BTreeSet::new() }
            };
            let (base, ours, theirs) = (of(base), of(ours), of(theirs));
            let stays = |text: &str| !base.contains(text) || (ours.contains(text) && theirs.contains(text));
            Value::set(ours.union(&theirs).filter(|text| stays(text)).cloned())
        }
        (_, Some(Value::Parts(ours)), Some(Value::Parts(theirs))) if known(ours) && known(theirs) => {
            let base: &[Record] = if let Some(Value::Parts(base)) = base { base } else { &[] };
            Value::parts(parts(field, base, ours, theirs, tell))
        }
        _ => {
            tell((field, None), ours, theirs);
            ours.cloned()
        }
    }
}

/// Is every part known by a key of its own?
fn known(parts: &[Record]) -> bool {
    let mut keys: Vec<&str> = parts.iter().map(Record::key).collect();
    keys.sort_unstable();
    parts.iter().all(|part| part.shape.keyed_by != KeyedBy::Place)
        && keys.first().is_none_or(|first| !first.is_empty())
        && keys.windows(2).all(|pair| pair.first() != pair.last())
}

/// Parts by their keys: ours in our order, then those that came with theirs.
fn parts(field: Field, base: &[Record], ours: &[Record], theirs: &[Record], tell: &mut Tell) -> Vec<Record> {
    let by_key = |parts: &'_ [Record], key: &str| parts.iter().find(|part| part.key() == key).cloned();
    let new = theirs.iter().filter(|part| by_key(ours, part.key()).is_none());
    let mut merged = Vec::new();
    for key in ours.iter().chain(new).map(Record::key) {
        let [b, o, t] = [base, ours, theirs].map(|parts| by_key(parts, key));
        let part = match simple([b.as_ref(), o.as_ref(), t.as_ref()]) {
            Some(stands) => stands.cloned(),
            None => match (&o, &t) {
                (Some(ours), Some(theirs)) => {
                    let empty = Record::new(ours.shape, ours.id.clone());
                    let mut told = |(inner, _): Place, o: Option<&Value>, t: Option<&Value>| {
                        tell((field, Some((key.into(), Some(inner)))), o, t);
                    };
                    Some(fields(b.as_ref().unwrap_or(&empty), ours, theirs, &mut told))
                }
                _ => {
                    let whole = |part: &Option<Record>| part.clone().and_then(|part| Value::parts(vec![part]));
                    tell((field, Some((key.into(), None))), whole(&o).as_ref(), whole(&t).as_ref());
                    o.or(t)
                }
            },
        };
        merged.extend(part);
    }
    merged
}

/// Keys nobody of us knows: by key; where both sides changed one, ours stands and theirs is kept beside it.
fn extras(base: &[(Box<str>, Box<str>)], ours: &[(Box<str>, Box<str>)], theirs: &[(Box<str>, Box<str>)]) -> Extra {
    let of = |list: &[(Box<str>, Box<str>)], key: &str| list.iter().find(|(k, _)| **k == *key).map(|(_, v)| v.clone());
    let new = theirs.iter().filter(|(key, _)| of(ours, key).is_none());
    let mut merged = Extra::new();
    for (key, _) in ours.iter().chain(new) {
        let [b, o, t] = [base, ours, theirs].map(|list| of(list, key));
        match simple([b.as_ref(), o.as_ref(), t.as_ref()]) {
            Some(stands) => merged.extend(stands.cloned().map(|value| (key.clone(), value))),
            None => {
                merged.extend(o.clone().map(|value| (key.clone(), value)));
                let beside = format!("{key} (theirs)");
                let taken = o.is_some() && of(ours, &beside).is_some();
                let key = if o.is_some() && !taken { beside.into() } else { key.clone() };
                merged.extend(t.filter(|_| !taken).map(|value| (key, value)));
            }
        }
    }
    merged
}
