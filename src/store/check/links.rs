//! References that lead nowhere, or to a record that cannot stand there.

use super::values::is_person;
use super::{Desk, Flaw, Level, Place};
use crate::landscape::{Kind, Record, Target, Value, actor, meeting, network};
use crate::store::refs::references;
use crate::store::{Reference, Store};
use std::collections::{HashMap, HashSet};

/// What can be referred to beside the records themselves.
pub(super) struct Known<'s> {
    /// Ids of tasks and steps.
    tasks: HashSet<&'s str>,
    /// Ids of members and embeddings.
    subjects: HashSet<&'s str>,
    /// Ids that were merged into another record.
    formerly: HashMap<&'s str, Kind>,
}

impl<'s> Known<'s> {
    pub(super) fn of(store: &'s Store) -> Self {
        let mut known = Known { tasks: HashSet::new(), subjects: HashSet::new(), formerly: HashMap::new() };
        for record in store.all(Kind::Meeting) {
            known.tasks.extend(record.parts(meeting::TASKS).iter().map(|task| task.id.as_str()));
        }
        for record in store.all(Kind::Network) {
            known.tasks.extend(record.parts(network::NEXT_STEPS).iter().map(|step| step.id.as_str()));
            for field in [network::MEMBERS, network::EMBEDDING] {
                known.subjects.extend(record.parts(field).iter().map(|part| part.id.as_str()));
            }
            known.formerly.extend(record.texts(network::FORMERLY).iter().map(|id| (&**id, Kind::Network)));
        }
        for record in store.all(Kind::Actor) {
            known.formerly.extend(record.texts(actor::FORMERLY).iter().map(|id| (&**id, Kind::Actor)));
        }
        known
    }

    /// Looks at all references of a record.
    pub(super) fn look(&self, store: &Store, desk: &mut Desk<'_>) {
        for reference in references(desk.record) {
            if let Some(flaw) = self.flaw(store, &reference) {
                let place = match reference.part {
                    Some((part, inner)) => Place::Part(reference.field, part.key(), inner),
                    None => Place::Own(reference.field),
                };
                desk.at(Level::Error, place, flaw);
            }
        }
    }

    fn flaw(&self, store: &Store, reference: &Reference<'_>) -> Option<Flaw> {
        let (target, id) = (reference.target, reference.id);
        let part = match target {
            Target::Task => self.tasks.contains(id),
            Target::Subject => id == Store::LANDSCAPE || self.subjects.contains(id),
            _ => false,
        };
        let formerly = self.formerly.get(id).is_some_and(|kind| may_stand(target, *kind, None));
        if part || formerly {
            return None;
        }
        // An id may belong to records of several kinds (a fault of its own): one that fits will do.
        let mut wrong = None;
        for kind in Kind::MANY {
            let Some(record) = store.get(kind, id) else { continue };
            if may_stand(target, kind, Some(record)) {
                return None;
            }
            wrong = wrong.or(Some(kind));
        }
        Some(wrong.map_or_else(|| Flaw::Missing(id.into()), |kind| Flaw::WrongKind(id.into(), kind)))
    }
}

/// May a record of this kind stand where `target` is asked for? A record merged away is not looked at more closely.
fn may_stand(target: Target, kind: Kind, record: Option<&Record>) -> bool {
    match target {
        Target::Actor => kind == Kind::Actor,
        Target::Person => kind == Kind::Actor && record.is_none_or(is_person),
        Target::Network => kind == Kind::Network,
        Target::Body | Target::Subject => matches!(kind, Kind::Network | Kind::Actor),
        Target::Rhythm => kind == Kind::Rhythm,
        Target::Task => false,
    }
}

/// The record a field leads to, for walks along one field.
pub(super) fn parent(record: &Record) -> &str {
    let field = if record.shape == &actor::SHAPE { actor::UNIT_OF } else { network::PART_OF };
    match record.get(field) {
        Some(Value::Text(id)) => id,
        _ => "",
    }
}
