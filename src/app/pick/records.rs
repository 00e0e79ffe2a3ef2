//! Records to refer to: found by what is typed, the likely ones first when nothing is. Knows no pickers' keys.

use super::rows::Hit;
use super::{Only, Pick};
use crate::app::Context;
use crate::app::form::reference;
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind, Record, Target, actor, meeting, network, task};
use crate::search::fold;
use crate::store::{self, Store};
use std::collections::HashSet;

/// Rows at most.
pub(super) const MOST: usize = 200;
/// Tables larger than this are not sorted by name before something is typed.
const SORTED: usize = 5_000;

/// The records for what is typed, and how many there are to choose from.
pub(super) fn find(pick: &Pick, target: Target, typed: &str, cx: &Context) -> (Vec<Hit>, usize) {
    if target == Target::Task {
        return tasks(typed, cx);
    }
    let kinds = kinds(target);
    let all = kinds.iter().map(|kind| choice(pick, *kind, cx)).sum();
    let mut ids = match cx.lookup.landscape() {
        _ if typed.is_empty() => likely(pick, kinds, cx),
        Some(landscape) => pick.search.found(landscape).into_iter().map(|found| found.id).collect(),
        None => cx.lookup.find(typed, kinds, MOST).into_iter().map(|(_, id)| id).collect(),
    };
    if !pick.within.is_empty() {
        ids.arrange_by_key(|id| !is_within(id, &pick.within, cx.data.store()));
    }
    let mut seen: HashSet<Id> = HashSet::new();
    ids.retain(|id| fits(pick, id, cx) && seen.insert(id.clone()));
    ids.truncate(MOST);
    let mut hits: Vec<Hit> = ids.iter().map(|id| hit(id, cx)).collect();
    if target == Target::Subject {
        subjects(typed, &ids, &mut hits, cx);
    }
    (hits, all)
}

/// The row of one record.
pub(super) fn hit(id: &str, cx: &Context) -> Hit {
    let shown = reference(id, cx);
    let note = if shown.missing { cx.texts.form.missing.to_owned() } else { shown.note };
    Hit { key: id.to_owned(), label: shown.text, note }
}

/// How many of a kind there are to choose from.
fn choice(pick: &Pick, kind: Kind, cx: &Context) -> usize {
    let count = cx.data.store().count(kind);
    if pick.only == Only::Everybody || count > SORTED {
        return count;
    }
    cx.data.store().all(kind).filter(|record| fits(pick, &record.id, cx)).count()
}

/// Whether records are looked for: before anything is typed the likely ones stand there, and tasks are parts.
pub(super) fn is_searched(target: Target, typed: &str) -> bool {
    target != Target::Task && !typed.trim().is_empty()
}

pub(super) fn kinds(target: Target) -> &'static [Kind] {
    match target {
        Target::Actor | Target::Person => &[Kind::Actor],
        Target::Network => &[Kind::Network],
        Target::Body | Target::Subject => &[Kind::Network, Kind::Actor],
        Target::Rhythm => &[Kind::Rhythm],
        Target::Task => &[Kind::Meeting],
    }
}

fn fits(pick: &Pick, id: &Id, cx: &Context) -> bool {
    let person = |id: &Id| cx.data.store().get(Kind::Actor, id).is_some_and(|actor| is_person(actor));
    **id != *pick.except
        && match pick.only {
            Only::Everybody => true,
            Only::Institutions => !person(id),
            Only::People => person(id),
        }
}

fn is_person(record: &Record) -> bool {
    record.flag(actor::PERSON) == Some(true)
}

/// Does the person belong to the institution?
fn is_within(id: &Id, institution: &str, store: &Store) -> bool {
    store.get(Kind::Actor, id).is_some_and(|actor| actor.text(actor::UNIT_OF) == institution)
}

/// Those in hand lately, then all by name.
fn likely(pick: &Pick, kinds: &[Kind], cx: &Context) -> Vec<Id> {
    let store = cx.data.store();
    let mut ids: Vec<Id> = Vec::new();
    if !pick.within.is_empty() {
        ids.extend(cx.data.refs().from(Kind::Actor, &pick.within, store).into_iter().map(|record| record.id.clone()));
    }
    let recent = cx.data.history().steps().rev().take(20).flat_map(|change| &change.edits);
    let recent = recent.filter(|edit| kinds.contains(&edit.kind()) && store.get(edit.kind(), edit.id()).is_some());
    ids.extend(recent.map(|edit| edit.id().clone()).take(8));
    for kind in kinds {
        let mut named: Vec<(String, &Id)> = if store.count(*kind) > SORTED {
            store
                .all(*kind)
                .filter(|record| fits(pick, &record.id, cx))
                .take(MOST)
                .map(|r| (String::new(), &r.id))
                .collect()
        } else {
            store.all(*kind).map(|record| (fold(&store::title(store, record)), &record.id)).collect()
        };
        named.arrange_by(Ord::cmp);
        ids.extend(named.into_iter().map(|(_, id)| id.clone()));
    }
    ids
}

/// What else can be spoken about: the landscape, and the seats and ties of the networks found.
fn subjects(typed: &str, found: &[Id], hits: &mut Vec<Hit>, cx: &Context) {
    let store = cx.data.store();
    let landscape = hit(Store::LANDSCAPE, cx);
    let words = fold(typed);
    if typed.is_empty() || fold(&landscape.label).contains(&words) {
        let label = if landscape.label == Store::LANDSCAPE {
            crate::landscape::vocabulary::kind_label("landscape", 1, cx.lang).to_owned()
        } else {
            landscape.label
        };
        hits.insert(0, Hit { label, ..landscape });
    }
    if typed.is_empty() {
        return;
    }
    for network in found.iter().take(3).filter_map(|id| store.get(Kind::Network, id)) {
        let parts = network.parts(network::MEMBERS).iter().chain(network.parts(network::EMBEDDING));
        hits.extend(parts.filter(|part| !part.id.is_empty()).map(|part| hit(&part.id, cx)));
    }
}

/// Tasks of meetings, the latest meetings first.
fn tasks(typed: &str, cx: &Context) -> (Vec<Hit>, usize) {
    let mut meetings: Vec<&Record> = cx.data.store().all(Kind::Meeting).map(|meeting| &**meeting).collect();
    meetings.arrange_by(|a, b| b.text(meeting::AT).cmp(a.text(meeting::AT)));
    let tasks = meetings.iter().flat_map(|meeting| {
        let day = crate::app::form::day(meeting.text(meeting::AT), cx.lang);
        let note = format!("{} · {day}", store::title(cx.data.store(), meeting));
        meeting.parts(meeting::TASKS).iter().map(move |part| Hit {
            key: part.id.to_string(),
            label: part.text(task::TEXT).to_owned(),
            note: note.clone(),
        })
    });
    super::values::find(&tasks.take(SORTED).collect::<Vec<_>>(), typed)
}
