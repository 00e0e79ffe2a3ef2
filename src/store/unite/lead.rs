//! Whoever refers to a network that goes is led to the one that stays: rhythms, meetings, evidence, ties, goals, verdicts.
//! Knows no screens.

use super::Led;
use crate::arrange::Arrange as _;
use crate::i18n::Lang;
use crate::landscape::{Id, Kind, Record, Value, verdict, vocabulary};
use crate::store::change::Step;
use crate::store::{Edit, Refs, Store, diff};
use std::collections::BTreeMap;
use std::sync::Arc;

/// From where to where one is led.
pub(super) struct Leading<'s> {
    pub(super) store: &'s Store,
    pub(super) refs: &'s Refs,
    pub(super) lang: Lang,
    pub(super) stays: &'s Id,
    pub(super) goes: &'s Id,
    pub(super) led: &'s Led,
}

impl<'s> Leading<'s> {
    /// Leads everybody but the two themselves; adds what becomes of verdicts to what is lost.
    pub(super) fn lead(&self, edits: &mut Vec<Edit>, lost: &mut Vec<String>, step: &mut Step) {
        let mut verdicts: BTreeMap<(Box<str>, Box<str>), Vec<(&Arc<Record>, Record)>> = BTreeMap::new();
        for (kind, record) in self.referring() {
            let new = self.redirected(record);
            if kind == Kind::Verdict {
                let new = in_order(new);
                let pair = (new.text(verdict::A).into(), new.text(verdict::B).into());
                verdicts.entry(pair).or_default().push((record, new));
                continue;
            }
            let changes = diff(kind, record, &new);
            if !changes.is_empty() {
                if kind != Kind::Landscape {
                    count(step, kind.name());
                }
                edits.extend(changes);
            }
        }
        for (pair, records) in verdicts {
            self.verdicts(&pair, records, edits, lost);
        }
    }

    /// The records that refer to the network that goes, or to a part of it that was united with another.
    fn referring(&self) -> Vec<(Kind, &'s Arc<Record>)> {
        let parts = self.led.iter().filter(|(from, to)| from != to).map(|(from, _)| from.as_str());
        let ids = parts.filter(|id| !id.is_empty()).chain([self.goes.as_str()]);
        let mut found: Vec<_> = ids.flat_map(|id| self.refs.to(id, self.store)).collect();
        found.retain(|(_, record)| record.id != *self.stays && record.id != *self.goes);
        found.arrange_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
        found.dedup_by(|a, b| a.0 == b.0 && a.1.id == b.1.id);
        found
    }

    /// The record, leading to the one that stays wherever it led to the one that goes.
    pub(super) fn redirected(&self, record: &Record) -> Record {
        let mut new = record.clone();
        for (field, value) in record.cells() {
            let refers = record.shape.spec(field).of.target().is_some();
            match value {
                Value::Text(id) if refers => new.set(field, Value::text(self.to(id))),
                Value::Texts(ids) if refers => new.set(field, Value::set(ids.iter().map(|id| self.to(id)))),
                Value::Parts(parts) => {
                    new.set(field, Value::parts(parts.iter().map(|part| self.redirected(part)).collect()));
                }
                _ => {}
            }
        }
        new
    }

    fn to<'i>(&'i self, id: &'i str) -> &'i str {
        if id == self.goes.as_str() {
            return self.stays;
        }
        self.led.get(id).map_or(id, Id::as_str)
    }

    /// Verdicts that now are about the same pair: the newest stays, the others stand in its notes. One about the two that
    /// became one stands in the notes of the network.
    fn verdicts(
        &self,
        (a, b): &(Box<str>, Box<str>),
        records: Vec<(&'s Arc<Record>, Record)>,
        edits: &mut Vec<Edit>,
        lost: &mut Vec<String>,
    ) {
        if a == b {
            for (old, _) in records {
                lost.push(format!("– {}", self.said(old)));
                edits.push(Edit::Delete(Kind::Verdict, old.clone()));
            }
            return;
        }
        let mut all = records;
        let known = |id: &Id| all.iter().any(|(old, _)| old.id == *id);
        let others = self.refs.from(Kind::Verdict, self.stays, self.store).into_iter();
        let beside: Vec<&Arc<Record>> = others
            .filter(|old| !known(&old.id))
            .filter(|old| {
                let pair = [old.text(verdict::A), old.text(verdict::B)];
                pair.contains(&&**a) && pair.contains(&&**b)
            })
            .collect();
        all.extend(beside.into_iter().map(|old| (old, in_order(Record::clone(old)))));
        all.arrange_by(|one, other| other.0.text(verdict::DATE).cmp(one.0.text(verdict::DATE)));
        let mut all = all.into_iter();
        let Some((old, mut new)) = all.next() else { return };
        for (other, _) in all {
            let notes = [new.text(verdict::NOTES), &self.said(other)].join("\n");
            new.set(verdict::NOTES, Value::text(notes.trim_start_matches('\n')));
            edits.push(Edit::Delete(Kind::Verdict, other.clone()));
        }
        edits.extend(diff(Kind::Verdict, old, &new));
    }

    /// "Verdict: complementary, 2026-02-04, Karla Beispiel: reason".
    fn said(&self, record: &Record) -> String {
        let label = vocabulary::label("verdict", record.text(verdict::VERDICT), self.lang);
        let parts = [label, record.text(verdict::DATE), record.text(verdict::BY), record.text(verdict::NOTES)];
        let extra = record.extra().iter().map(|(key, json)| format!("{key}: {json}"));
        let said = parts.into_iter().filter(|part| !part.is_empty()).map(str::to_owned).chain(extra);
        let kind = vocabulary::kind_label("verdict", 1, self.lang);
        format!("{kind}: {}", said.collect::<Vec<_>>().join(", "))
    }
}

/// A verdict with the two it is about in their order.
fn in_order(record: Record) -> Record {
    let (a, b) = (record.text(verdict::A).to_owned(), record.text(verdict::B).to_owned());
    if a <= b { record } else { record.with_text(verdict::A, &b).with_text(verdict::B, &a) }
}

fn count(step: &mut Step, what: &'static str) {
    match step.along.iter_mut().find(|(known, _)| *known == what) {
        Some((_, number)) => *number += 1,
        None => step.along.push((what, 1)),
    }
}
