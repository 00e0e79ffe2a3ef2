//! Goals, ties, channels, steps and questions of two networks that become one: what says the same stands once. Knows no
//! screens.

use super::{Union, notes};
use crate::landscape::{Extra, Field, Id, KeyedBy, Record, Value, embedding, network};

impl Union<'_> {
    /// The parts of both in one list.
    pub(super) fn parts(&mut self, field: Field) {
        let mut all: Vec<Record> = Vec::new();
        for part in self.old.parts(field) {
            if self.leads_to_itself(part, field) {
                self.lost.push(notes::part(self.store, part, self.lang));
            } else {
                all.push(part.clone());
            }
        }
        for part in self.gone.parts(field) {
            if self.leads_to_itself(part, field) {
                self.lost.push(notes::part(self.store, part, self.lang));
                continue;
            }
            if let Some((one, fused)) = all.iter_mut().find_map(|one| fused(one, part).map(|fused| (one, fused))) {
                self.led.insert(part.id.clone(), one.id.clone());
                *one = fused;
            } else if matches!(part.shape.keyed_by, KeyedBy::Field(_)) && all.iter().any(|one| one.key() == part.key())
            {
                self.lost.push(notes::part(self.store, part, self.lang));
            } else {
                all.push(self.with_free_id(part, &all));
            }
        }
        self.new.set(field, Value::parts(all));
    }

    /// A tie of one of the two to the other says nothing any more.
    fn leads_to_itself(&self, part: &Record, field: Field) -> bool {
        let to = part.text(embedding::TO);
        field == network::EMBEDDING && (to == self.old.id.as_str() || to == self.gone.id.as_str())
    }

    /// The part, with another id where one of those beside it has the same.
    pub(super) fn with_free_id(&self, part: &Record, beside: &[Record]) -> Record {
        let parts = [self.old, self.gone].into_iter().flat_map(super::super::part_ids);
        let known: Vec<&str> = parts.collect();
        let mut free = part.clone();
        let mut count = 0_u64;
        while !free.id.is_empty() && beside.iter().any(|one| one.id == free.id) {
            count += 1;
            let id = Id::part(part.shape.name, count);
            if !known.contains(&id.as_str()) {
                free.id = id;
            }
        }
        free
    }
}

/// Two parts as one, when everything both say is the same: sets are united, what one leaves open the other fills.
pub(super) fn fused(one: &Record, other: &Record) -> Option<Record> {
    let mut all = one.clone();
    for (field, spec) in one.shape.fields() {
        match (one.get(field), other.get(field)) {
            (Some(Value::Texts(ours)), Some(Value::Texts(theirs))) if spec.of.is_set() => {
                all.set(field, Value::set(ours.iter().chain(theirs).cloned()));
            }
            (Some(ours), Some(theirs)) if ours != theirs => return None,
            (None, Some(_)) | (Some(_), None) if spec.required => return None,
            (None, Some(theirs)) => all.set(field, Some(theirs.clone())),
            _ => {}
        }
    }
    all.set_extra(extras(one, other)?);
    let says = one.shape.fields().any(|(field, spec)| spec.required && one.get(field).is_some());
    says.then_some(all)
}

/// The unknown keys of both; nothing when they contradict.
pub(super) fn extras(one: &Record, other: &Record) -> Option<Extra> {
    let mut extra = one.extra().to_vec();
    for (key, json) in other.extra() {
        match extra.iter().find(|(known, _)| known == key) {
            None => extra.push((key.clone(), json.clone())),
            Some((_, known)) if known == json => {}
            Some(_) => return None,
        }
    }
    Some(extra)
}
