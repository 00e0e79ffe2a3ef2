//! Deleting a record takes along what cannot stand without it and lets go of every other reference to it, in one step.

use super::change::{Change, Deed, Step};
use super::refs::references;
use super::{Edit, Refs, Store, diff, title};
use crate::landscape::{Id, Kind, Record, Type, Value};
use std::sync::Arc;

/// The change that deletes a record; its step says what goes along. Nothing when there is no such record.
#[must_use]
pub fn deletion(store: &Store, refs: &Refs, id: &str) -> Option<Change> {
    let (kind, record) = store.find(id)?;
    let mut step = Step::new(Deed::Deleted, kind.name(), &title(store, record));
    let mut edits = Vec::new();
    let mut gone: Vec<Id> = Vec::new();
    take(store, refs, kind, record, &mut edits, &mut gone, &mut step);
    Some(Change { step, edits })
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
    for (from, source) in refs.to(&record.id, store) {
        if gone.contains(&source.id) {
            continue;
        }
        let current = after(source, edits);
        match without(&current, &record.id) {
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
    edits.push(Edit::Delete(kind, record.clone()));
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

/// The record without any reference to `id`, and the shapes of the parts dropped; nothing when it cannot stand without.
fn without(record: &Record, id: &str) -> Option<(Record, Vec<&'static str>)> {
    let mut left = record.clone();
    let mut dropped = Vec::new();
    for (field, value) in record.cells() {
        let spec = record.shape.spec(field);
        let (kept, parts_dropped) = value_without(value, spec.of, id);
        dropped.extend(parts_dropped);
        if kept.is_none() && spec.required {
            return None;
        }
        left.set(field, kept);
    }
    Some((left, dropped))
}

fn value_without(value: &Value, of: Type, id: &str) -> (Option<Value>, Vec<&'static str>) {
    let refers = of.target().is_some();
    match value {
        Value::Text(text) if refers && **text == *id => (None, Vec::new()),
        Value::Texts(ids) if refers => (Value::set(ids.iter().filter(|known| ***known != *id).cloned()), Vec::new()),
        Value::Parts(parts) => {
            let mut dropped = Vec::new();
            let kept = parts.iter().filter_map(|part| {
                if references(part).all(|reference| reference.id != id) {
                    return Some(part.clone());
                }
                let left = without(part, id);
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
