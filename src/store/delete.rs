//! Deleting a record takes along what cannot stand without it and lets go of every other reference to it, in one step.

use super::change::{Change, Deed, Step};
use super::refs::references;
use super::{Edit, Refs, Store, diff, title};
use crate::arrange::Arrange as _;
use crate::landscape::{Field, Id, Kind, Record, Type, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The change that deletes a record; its step says what goes along. Nothing when there is no such record.
#[must_use]
pub fn deletion(store: &Store, refs: &Refs, kind: Kind, id: &str) -> Option<Change> {
    let record = store.get(kind, id)?;
    let mut step = Step::new(Deed::Deleted, kind.name(), &title(store, record));
    let mut edits = Vec::new();
    let mut gone: Vec<Id> = Vec::new();
    take(store, refs, kind, record, &mut edits, &mut gone, &mut step);
    Some(Change { step, edits })
}

/// The change that takes one part out of its record, and every reference to the part with it; its step says what goes
/// along. Nothing when there is no part at this place.
#[must_use]
pub fn detachment(
    (store, refs): (&Store, &Refs),
    (kind, record): (Kind, &Record),
    (field, place): (Field, usize),
    name: &str,
) -> Option<Change> {
    let mut parts = record.parts(field).to_vec();
    let shape = parts.get(place)?.shape;
    let id = parts.remove(place).id;
    let mut new = record.clone();
    new.set(field, Value::parts(parts));
    let mut step = Step::new(Deed::Detached, shape.name, name);
    let mut edits = diff(kind, record, &new);
    if !id.is_empty() && !part_ids(&new).any(|other| *other == *id) {
        release(store, refs, &BTreeSet::from([&*id]), &mut edits, &mut Vec::new(), &mut step);
    }
    Some(Change { step, edits })
}

/// The ids of the parts of a record.
pub fn part_ids(record: &Record) -> impl Iterator<Item = &str> {
    let parts = record.cells().flat_map(|(_, value)| if let Value::Parts(parts) = value { &**parts } else { &[] });
    parts.map(|part| part.id.as_str()).filter(|id| !id.is_empty())
}

fn take(
    store: &Store,
    refs: &Refs,
    kind: Kind,
    record: &Arc<Record>,
    edits: &mut Vec<Edit>,
    gone: &mut Vec<Id>,
    step: &mut Step,
) {
    gone.push(record.id.clone());
    let ids = part_ids(record).chain([record.id.as_str()]).collect();
    release(store, refs, &ids, edits, gone, step);
    edits.push(Edit::Delete(kind, record.clone()));
}

/// Lets go of every reference to these ids; what cannot stand without goes as a whole.
fn release(
    store: &Store,
    refs: &Refs,
    ids: &BTreeSet<&str>,
    edits: &mut Vec<Edit>,
    gone: &mut Vec<Id>,
    step: &mut Step,
) {
    let mut sources: Vec<_> = ids.iter().flat_map(|id| refs.to(id, store)).collect();
    sources.arrange_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    sources.dedup_by(|a, b| a.0 == b.0 && a.1.id == b.1.id);
    for (from, source) in sources {
        if gone.contains(&source.id) {
            continue;
        }
        let current = after(source, edits);
        match without(&current, ids) {
            None => {
                edits.retain(|edit| edit.id() != &source.id);
                count(step, from.name(), 1);
                take(store, refs, from, source, edits, gone, step);
            }
            Some((left, dropped)) => {
                for shape in dropped {
                    count(step, shape, 1);
                }
                edits.extend(diff(from, &current, &left));
            }
        }
    }
}

/// The record as the edits so far leave it.
fn after(record: &Record, edits: &[Edit]) -> Record {
    edits.iter().filter(|edit| edit.id() == &record.id).fold(record.clone(), |mut record, edit| {
        if let Edit::Set { path, after, .. } = edit
            && path.part.is_none()
        {
            record.set(path.field, after.clone());
        } else if let Edit::Set { path, after, .. } = edit {
            let parts = record.parts(path.field).iter().cloned().map(|mut part| {
                if let Some((key, field)) = &path.part
                    && part.key() == &**key
                {
                    part.set(*field, after.clone());
                }
                part
            });
            let parts = Value::parts(parts.collect());
            record.set(path.field, parts);
        }
        record
    })
}

/// The record without any reference to these ids, and the shapes of the parts dropped; nothing when it cannot stand without.
fn without(record: &Record, ids: &BTreeSet<&str>) -> Option<(Record, Vec<&'static str>)> {
    let mut left = record.clone();
    let mut dropped = Vec::new();
    for (field, value) in record.cells() {
        let spec = record.shape.spec(field);
        let (kept, parts_dropped) = value_without(value, spec.of, ids);
        dropped.extend(parts_dropped);
        if kept.is_none() && spec.required {
            return None;
        }
        left.set(field, kept);
    }
    Some((left, dropped))
}

fn value_without(value: &Value, of: Type, ids: &BTreeSet<&str>) -> (Option<Value>, Vec<&'static str>) {
    let refers = of.target().is_some();
    match value {
        Value::Text(text) if refers && ids.contains(&**text) => (None, Vec::new()),
        Value::Texts(texts) if refers => {
            (Value::set(texts.iter().filter(|text| !ids.contains(&***text)).cloned()), Vec::new())
        }
        Value::Parts(parts) => {
            let mut dropped = Vec::new();
            let kept = parts.iter().filter_map(|part| {
                if references(part).all(|reference| !ids.contains(reference.id)) {
                    return Some(part.clone());
                }
                let left = without(part, ids);
                if left.is_none() {
                    dropped.push(part.shape.name);
                }
                left.map(|(left, _)| left)
            });
            let kept = Value::parts(kept.collect());
            (kept, dropped)
        }
        other => (Some(other.clone()), Vec::new()),
    }
}

fn count(step: &mut Step, what: &'static str, more: usize) {
    match step.along.iter_mut().find(|(known, _)| *known == what) {
        Some((_, number)) => *number += more,
        None => step.along.push((what, more)),
    }
}
