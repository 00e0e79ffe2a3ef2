//! What else is the same in two networks: themes, phases, target groups, area, words of name and purpose, who coordinates.
//! Each by itself; nothing is weighed. Knows no screens.

use super::content;
use crate::landscape::{Field, Record, member, network, role};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// Fields that are compared as sets.
pub(super) const SETS: [Field; 3] = [network::THEMES, network::PHASES, network::TARGET_GROUPS];

/// What is compared of one network besides its members.
#[derive(Debug)]
pub(super) struct Traits<'r> {
    pub(super) record: &'r Record,
    pub(super) name: BTreeMap<String, String>,
    pub(super) purpose: BTreeMap<String, String>,
}

impl<'r> Traits<'r> {
    pub(super) fn of(record: &'r Record, besides: &[String]) -> Self {
        let name = content::words(record.text(network::NAME), besides);
        Traits { record, name, purpose: content::words(record.text(network::PURPOSE), besides) }
    }
}

/// Field and value, or `coordinator` and the actor, of everything that is the same.
pub(super) fn same(one: &Traits, other: &Traits, day: &str) -> Vec<(&'static str, SmolStr)> {
    let mut out = Vec::new();
    for field in SETS {
        let theirs = other.record.texts(field);
        let both = one.record.texts(field).iter().filter(|value| theirs.contains(value));
        out.extend(both.map(|value| (one.record.shape.spec(field).key, value.clone())));
    }
    let area = one.record.text(network::AREA);
    if !area.is_empty() && area == other.record.text(network::AREA) {
        out.push(("area", area.into()));
    }
    let leading = leaders(other.record, day);
    out.extend(leaders(one.record, day).intersection(&leading).map(|actor| ("coordinator", (*actor).into())));
    out.extend(shared(&one.name, &other.name).map(|word| ("name", word.into())));
    out.extend(shared(&one.purpose, &other.purpose).map(|word| ("purpose", word.into())));
    out
}

fn shared<'w>(one: &'w BTreeMap<String, String>, other: &'w BTreeMap<String, String>) -> impl Iterator<Item = &'w str> {
    one.iter().filter(|(stem, _)| other.contains_key(*stem)).map(|(_, word)| word.as_str())
}

/// The actors in a leading role on a day.
pub(super) fn leaders<'r>(network: &'r Record, day: &str) -> BTreeSet<&'r str> {
    let seats = network.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, day));
    let leading = seats.filter(|seat| role::of_seat(seat).leads.is_some());
    leading.map(|seat| seat.text(member::ACTOR)).filter(|actor| !actor.is_empty()).collect()
}

/// The content words of the purpose.
pub(super) fn purpose<'t>(of: &'t Traits<'_>) -> &'t BTreeMap<String, String> {
    &of.purpose
}

/// The content words of the name.
pub(super) fn name<'t>(of: &'t Traits<'_>) -> &'t BTreeMap<String, String> {
    &of.name
}
