//! How much is known: the figures that stand beside every measure, because a measure of half the data misleads.

use crate::landscape::{Id, Kind, Record, evidence, member, network, rhythm, statement};
use crate::store::Store;
use std::collections::HashSet;

/// How many of the networks looked at have what a measure rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Networks looked at.
    pub networks: usize,
    /// … of which members are noted.
    pub with_members: usize,
    /// … of which a rhythm is noted.
    pub with_rhythm: usize,
    /// … about which a source says something.
    pub with_source: usize,
}

/// Counts over these networks.
#[must_use]
pub fn completeness(store: &Store, networks: &[Id]) -> Completeness {
    let rhythms: HashSet<&str> = store.all(Kind::Rhythm).map(|record| record.text(rhythm::NETWORK)).collect();
    let pieces = store.all(Kind::Evidence).flat_map(|record| record.parts(evidence::STATEMENTS));
    let spoken_of: HashSet<&str> = pieces.flat_map(|part| part.texts(statement::ABOUT)).map(|id| &**id).collect();
    let mut found = Completeness { networks: networks.len(), ..Completeness::default() };
    for record in networks.iter().filter_map(|id| store.get(Kind::Network, id)) {
        found.with_members += usize::from(has_members(record));
        found.with_rhythm += usize::from(rhythms.contains(record.id.as_str()));
        let inside = record.parts(network::MEMBERS).iter().chain(record.parts(network::EMBEDDING));
        let source = spoken_of.contains(record.id.as_str())
            || inside.filter(|part| !part.id.is_empty()).any(|part| spoken_of.contains(part.id.as_str()));
        found.with_source += usize::from(source);
    }
    found
}

fn has_members(record: &Record) -> bool {
    record.parts(network::MEMBERS).iter().any(|seat| !seat.text(member::ACTOR).is_empty())
}
