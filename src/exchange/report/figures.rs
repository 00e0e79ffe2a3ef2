//! The landscape in figures: how many bodies of which kind, actors by sector, seats, and how complete all that is.

use super::{Count, Desk, seats};
use crate::arrange::Arrange as _;
use crate::landscape::{Kind, Record, actor, network, rhythm, vocabulary};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// The landscape in figures.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    /// Bodies that exist.
    pub networks: usize,
    /// Bodies that have ended.
    pub ended: usize,
    /// Institutions, units and plannings.
    pub institutions: usize,
    /// People in a function.
    pub people: usize,
    /// Seats taken today that count as members.
    pub seats: usize,
    /// Bodies by kind, the most frequent first.
    pub kinds: Vec<Count>,
    /// Institutions by sector, the most frequent first.
    pub sectors: Vec<Count>,
    /// Bodies with members noted.
    pub with_members: usize,
    /// Bodies whose rhythm is noted.
    pub with_rhythm: usize,
    /// Bodies somebody has said something about.
    pub with_voice: usize,
}

pub(super) fn figures(desk: Desk<'_>) -> Figures {
    let store = desk.store();
    let alive: Vec<&Record> = desk.alive().collect();
    let actors = || store.all(Kind::Actor).map(|record| &**record);
    let institutions = || actors().filter(|record| record.flag(actor::PERSON) != Some(true));
    let rhythms: HashSet<&str> = store.all(Kind::Rhythm).map(|record| record.text(rhythm::NETWORK)).collect();
    let said = super::voices::spoken_of(store);
    let by_kind = alive.iter().map(|network| desk.label("network_kind", network.text(network::KIND)));
    let by_sector = institutions().map(|record| desk.label("sector", sector(record)));
    Figures {
        networks: alive.len(),
        ended: store.count(Kind::Network) - alive.len(),
        institutions: institutions().count(),
        people: actors().count() - institutions().count(),
        seats: alive.iter().map(|network| seats(desk, network).len()).sum(),
        kinds: frequent(by_kind),
        sectors: frequent(by_sector),
        with_members: alive.iter().filter(|network| !seats(desk, network).is_empty()).count(),
        with_rhythm: alive.iter().filter(|network| rhythms.contains(network.id.as_str())).count(),
        with_voice: alive.iter().filter(|network| said.contains(network.id.as_str())).count(),
    }
}

/// The sector of an institution: its own where one is set, else that of its kind.
fn sector(record: &Record) -> &str {
    match record.text(actor::SECTOR) {
        "" => vocabulary::entry("actor_kind", record.text(actor::KIND)).and_then(|entry| entry.sector).unwrap_or(""),
        own => own,
    }
}

/// Counts labels; the most frequent first, then by name. What says nothing comes last, without a name.
pub(super) fn frequent<'l>(labels: impl Iterator<Item = &'l str>) -> Vec<Count> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    labels.for_each(|label| *counts.entry(label).or_default() += 1);
    let count = |(label, count): (&str, usize)| Count { label: label.to_owned(), count, names: Vec::new() };
    let mut counts: Vec<Count> = counts.into_iter().map(count).collect();
    counts.arrange_by_key(|one| (one.label.is_empty(), std::cmp::Reverse(one.count)));
    counts
}
