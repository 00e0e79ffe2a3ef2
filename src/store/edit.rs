//! The only way data change: one edit, which knows what was there before and so can be taken back. Knows no screens.

use super::Store;
use crate::landscape::{Field, Id, Kind, Record, Value};
use std::sync::Arc;

/// Where in a record: a field, or a field of one of the parts it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The field of the record.
    pub field: Field,
    /// The part's key and the field of the part.
    pub part: Option<(Box<str>, Field)>,
}

/// One change of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A record comes.
    Create(Kind, Arc<Record>),
    /// A record goes; it is kept here whole.
    Delete(Kind, Arc<Record>),
    /// A field gets another value.
    Set {
        /// The kind of the record.
        kind: Kind,
        /// Its id.
        id: Id,
        /// Where in it.
        path: Path,
        /// What must be there for the edit to fit.
        before: Option<Value>,
        /// What is there afterwards.
        after: Option<Value>,
    },
}

/// Why an edit does not fit the data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The record is not there (any more).
    #[error("no record {0}")]
    Missing(Id),
    /// There is a record with this id already.
    #[error("a record {0} exists already")]
    Taken(Id),
    /// Somebody changed it in the meantime.
    #[error("{0} was changed in the meantime")]
    Changed(Id),
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Edit {
        match self.clone() {
            Edit::Create(kind, record) => Edit::Delete(kind, record),
            Edit::Delete(kind, record) => Edit::Create(kind, record),
            Edit::Set { kind, id, path, before, after } => Edit::Set { kind, id, path, before: after, after: before },
        }
    }

    /// The record it is about.
    #[must_use]
    pub fn id(&self) -> &Id {
        match self {
            Edit::Create(_, record) | Edit::Delete(_, record) => &record.id,
            Edit::Set { id, .. } => id,
        }
    }

    /// The kind of that record.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Edit::Create(kind, _) | Edit::Delete(kind, _) | Edit::Set { kind, .. } => *kind,
        }
    }

    /// Carries the edit out.
    ///
    /// # Errors
    /// When what the edit expects is not what the store holds; then nothing is changed.
    pub fn apply(&self, store: &mut Store) -> Result<(), EditError> {
        match self {
            Edit::Create(kind, record) => {
                if store.find(&record.id).is_some() {
                    return Err(EditError::Taken(record.id.clone()));
                }
                store.put(*kind, record.clone());
            }
            Edit::Delete(kind, record) => {
                let held = store.get(*kind, &record.id).ok_or_else(|| EditError::Missing(record.id.clone()))?;
                if held != record {
                    return Err(EditError::Changed(record.id.clone()));
                }
                store.remove(*kind, &record.id);
            }
            Edit::Set { kind, id, path, before, after } => {
                let held = store.get(*kind, id).ok_or_else(|| EditError::Missing(id.clone()))?;
                let mut record = Record::clone(held);
                set(&mut record, path, before.as_ref(), after.clone()).ok_or_else(|| EditError::Changed(id.clone()))?;
                store.put(*kind, Arc::new(record));
            }
        }
        Ok(())
    }
}

/// Sets what lies at `path`; nothing when something else than `before` lies there.
fn set(record: &mut Record, path: &Path, before: Option<&Value>, after: Option<Value>) -> Option<()> {
    let Some((key, field)) = &path.part else {
        if record.get(path.field) != before {
            return None;
        }
        record.set(path.field, after);
        return Some(());
    };
    let mut parts = record.parts(path.field).to_vec();
    let part = parts.iter_mut().find(|part| part.key() == &**key)?;
    if part.get(*field) != before {
        return None;
    }
    part.set(*field, after);
    record.set(path.field, Value::parts(parts));
    Some(())
}
