//! The bodies: by theme, by how binding they are and what they may decide, and who coordinates them.

use super::{Count, Desk, seats};
use crate::arrange::Arrange as _;
use crate::landscape::{Field, Record, member, network, role, the_landscape, vocabulary};
use serde::Serialize;
use std::collections::BTreeMap;

/// A body in one line.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// How binding it is; empty where nobody knows.
    pub bindingness: String,
    /// Who coordinates it; empty where nobody does.
    pub coordination: String,
    /// How many members it has today.
    pub members: usize,
}

/// A theme and its bodies.
#[derive(Clone, Debug, Serialize)]
pub struct Theme {
    /// Its name.
    pub label: String,
    /// Is it one of the office's focus themes?
    pub focus: bool,
    /// The bodies that work on it.
    pub networks: Vec<Body>,
}

/// Who coordinates.
#[derive(Clone, Debug, Serialize)]
pub struct Coordination {
    /// Bodies somebody coordinates, chairs, keeps the office of, moderates or convenes.
    pub coordinated: usize,
    /// Those nobody does.
    pub nobody: Vec<String>,
    /// Who coordinates how many, the most first.
    pub by: Vec<Count>,
}

/// Bodies by theme, the office's focus themes first; and the focus themes no body works on.
pub(super) fn themes(desk: Desk<'_>) -> (Vec<Theme>, Vec<String>) {
    let focus = desk.store().landscape().texts(the_landscape::THEMES);
    let mut by_theme: BTreeMap<&str, Vec<Body>> = BTreeMap::new();
    for network in desk.alive() {
        for theme in network.texts(network::THEMES) {
            by_theme.entry(theme).or_default().push(body(desk, network));
        }
    }
    let uncovered = focus.iter().filter(|theme| !by_theme.contains_key(&***theme));
    let uncovered = uncovered.map(|theme| desk.label("theme", theme).to_owned()).collect();
    let theme = |(key, networks): (&str, Vec<Body>)| Theme {
        label: desk.label("theme", key).to_owned(),
        focus: focus.iter().any(|theme| &**theme == key),
        networks,
    };
    let mut themes: Vec<Theme> = by_theme.into_iter().map(theme).collect();
    themes.arrange_by_key(|theme| (!theme.focus, crate::search::fold(&theme.label)));
    (themes, uncovered)
}

fn body(desk: Desk<'_>, network: &Record) -> Body {
    Body {
        name: desk.name(&network.id),
        kind: desk.label("network_kind", network.text(network::KIND)).to_owned(),
        bindingness: desk.label("bindingness", network.text(network::BINDINGNESS)).to_owned(),
        coordination: coordinator(desk, network).map_or_else(String::new, |seat| holder(desk, seat)),
        members: seats(desk, network).len(),
    }
}

/// The seat that coordinates the body, chairs it, keeps its office, moderates or convenes it, in this order.
pub(super) fn coordinator<'a>(desk: Desk<'a>, network: &'a Record) -> Option<&'a Record> {
    let ranked = seats(desk, network).into_iter().filter_map(|seat| Some((role::of_seat(seat).leads?, seat)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, seat)| seat)
}

/// Who sits there: the institution, and the person where people are to be named.
pub(super) fn holder(desk: Desk<'_>, seat: &Record) -> String {
    let institution = seat.text(member::ACTOR);
    let person = seat.text(member::PERSON);
    match (institution, person) {
        (id, "") if is_person(desk, id) && !desk.include.people => unit_of(desk, id),
        (id, "") => desk.name(id),
        (id, person) if desk.include.people => format!("{} ({})", desk.name(id), desk.name(person)),
        (id, _) => desk.name(id),
    }
}

pub(super) fn is_person(desk: Desk<'_>, id: &str) -> bool {
    let found = desk.store().resolve(id);
    found.is_some_and(|(_, record)| record.flag(crate::landscape::actor::PERSON) == Some(true))
}

/// The institution a person belongs to; without one nothing is named.
pub(super) fn unit_of(desk: Desk<'_>, id: &str) -> String {
    let unit = desk.store().resolve(id).map_or("", |(_, record)| record.text(crate::landscape::actor::UNIT_OF));
    if unit.is_empty() { desk.lang.pick("Einzelperson", "individual").to_owned() } else { desk.name(unit) }
}

pub(super) fn coordination(desk: Desk<'_>) -> Coordination {
    let (mut nobody, mut by) = (Vec::new(), BTreeMap::<String, Vec<String>>::new());
    for network in desk.alive() {
        match coordinator(desk, network) {
            Some(seat) => by.entry(holder(desk, seat)).or_default().push(desk.name(&network.id)),
            None => nobody.push(desk.name(&network.id)),
        }
    }
    let count = |(label, names): (String, Vec<String>)| Count { label, count: names.len(), names };
    let mut by: Vec<Count> = by.into_iter().map(count).collect();
    by.arrange_by_key(|one| std::cmp::Reverse(one.count));
    Coordination { coordinated: by.iter().map(|one| one.count).sum(), nobody, by }
}

/// Bodies along a scale, in the order of its value list; those of which nobody knows last.
pub(super) fn ladder(desk: Desk<'_>, field: Field, list: &str) -> Vec<Count> {
    let mut by_key: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for network in desk.alive() {
        by_key.entry(network.text(field)).or_default().push(desk.name(&network.id));
    }
    let place = |key: &str| vocabulary::values(list).iter().position(|entry| entry.key == key);
    let mut steps: Vec<(&str, Vec<String>)> = by_key.into_iter().collect();
    steps.arrange_by_key(|(key, _)| (key.is_empty(), place(key).unwrap_or(usize::MAX)));
    let count = |(key, names): (&str, Vec<String>)| Count {
        label: desk.label(list, key).to_owned(),
        count: names.len(),
        names,
    };
    steps.into_iter().map(count).collect()
}
