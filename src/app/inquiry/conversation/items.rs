//! What there is to talk about with somebody: the points of the interview guide, network by network, and a free remark to
//! each. Changes nothing.

use crate::app::Context;
use crate::guide::interview::{Why, agenda, points};
use crate::guide::{Line, matrix};
use crate::landscape::{Id, Kind, Record, evidence, statement};
use crate::store::{Store, title};

/// Something to talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The network; or the landscape.
    pub body: Id,
    /// Its name.
    pub name: String,
    /// The question; empty for a free remark.
    pub key: &'static str,
    /// Why it is asked; nothing for a free remark.
    pub why: Option<Why>,
    /// The sign of how it stood when the conversation began.
    pub before: &'static str,
    /// The sign of how it stands now.
    pub sign: &'static str,
}

impl Item {
    /// What a piece of evidence says to it.
    pub fn answers<'r>(&'r self, source: &'r Record) -> impl Iterator<Item = &'r Record> {
        let here = |said: &&Record| {
            let about = said.texts(statement::ABOUT).iter().any(|id| **id == *self.body);
            about && said.text(statement::QUESTION) == self.key
        };
        source.parts(evidence::STATEMENTS).iter().filter(here)
    }
}

/// All items for somebody; those that were there stay, also when nothing is open about them any more.
pub(super) fn all(who: &Id, added: &[Id], before: &[Item], cx: &Context) -> Vec<Item> {
    let store = cx.data.store();
    let day = cx.now.date().to_string();
    let lines = matrix(store, &day);
    let nobody = Record::new(Kind::Actor.shape(), Id::none());
    let person = store.get(Kind::Actor, who).map_or(&nobody, |found| &**found);
    let mut found: Vec<Item> = Vec::new();
    for (line, points) in agenda(store, &lines, person, &day) {
        if line.record.id.as_str() == Store::LANDSCAPE {
            more(&mut found, added, &lines, person, cx);
        }
        found.extend(of_line(line, points.iter().map(|point| (point.key, Some(point.why))), before, cx));
    }
    if found.iter().all(|item| !added.contains(&item.body)) {
        more(&mut found, added, &lines, person, cx);
    }
    found
}

/// The networks that were added while talking.
fn more(found: &mut Vec<Item>, added: &[Id], lines: &[Line<'_>], who: &Record, cx: &Context) {
    for line in lines.iter().filter(|line| added.contains(&line.record.id)) {
        if found.iter().all(|item| item.body != line.record.id) {
            let points = points(line, who);
            found.extend(of_line(line, points.iter().map(|point| (point.key, Some(point.why))), &[], cx));
        }
    }
}

/// The items of one line in the order they had, new ones behind; a free remark last.
fn of_line(
    line: &Line<'_>,
    points: impl Iterator<Item = (&'static str, Option<Why>)>,
    before: &[Item],
    cx: &Context,
) -> Vec<Item> {
    let known = || before.iter().filter(|item| item.body == line.record.id && !item.key.is_empty());
    let mut keys: Vec<(&'static str, Option<Why>)> = known().map(|item| (item.key, item.why)).collect();
    for point in points {
        if keys.iter().all(|(key, _)| *key != point.0) {
            keys.push(point);
        }
    }
    keys.push(("", None));
    let name = title(cx.data.store(), line.record);
    let item = |(key, why): (&'static str, Option<Why>)| {
        let state = line.states.iter().find(|(found, _)| *found == key).map(|(_, state)| state);
        let sign = state.map_or(" ", |state| state.sign());
        let before = known().find(|item| item.key == key).map_or(sign, |item| item.before);
        Item { body: line.record.id.clone(), name: name.clone(), key, why, before, sign }
    };
    keys.into_iter().map(item).collect()
}
