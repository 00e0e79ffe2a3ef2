//! Committees and sectoral plannings to which no tie leads, and ties that people say should be there. A tie is one noted
//! with a network, in either direction; a planning that sits in a network is tied as well. Knows no screens.

use super::{Detail, Gap, GapKind};
use crate::analysis::graph::{Whom, seated};
use crate::landscape::{Id, Kind, Record, actor, embedding, network, vocabulary};
use crate::store::Store;
use std::collections::HashSet;

/// The tie that says there is none.
const SHOULD: &str = "none_but_should";

pub(super) fn gaps(store: &Store, living: &[&Record], day: &str) -> Vec<Gap> {
    let (mut tied, mut found) = (HashSet::new(), Vec::new());
    for record in living {
        for part in record.parts(network::EMBEDDING) {
            let to = part.text(embedding::TO);
            let to = store.resolve(to).map_or_else(|| Id::new(to), |(_, known)| known.id.clone());
            if part.text(embedding::TIE) == SHOULD {
                found.push(Gap::body(GapKind::MissingTie, record, Detail::To(to)));
            } else {
                tied.insert(record.id.clone());
                tied.insert(to);
            }
        }
    }
    let class = |list, record: &Record, field, wanted| {
        vocabulary::entry(list, record.text(field)).is_some_and(|entry| entry.class == Some(wanted))
    };
    let alone = |record: &&&Record| !tied.contains(&record.id) && record.text(network::PART_OF).is_empty();
    let committees = living.iter().filter(|record| class("network_kind", record, network::KIND, "committee"));
    found.extend(committees.filter(alone).map(|one| Gap::body(GapKind::CommitteeUntied, one, Detail::Plain)));
    let plannings = store.all(Kind::Actor).filter(|record| class("actor_kind", record, actor::KIND, "planning"));
    let plannings: Vec<_> = plannings.filter(|record| !tied.contains(&record.id)).collect();
    if !plannings.is_empty() {
        let sit: HashSet<Id> = living.iter().flat_map(|one| seated(store, one, day, Whom::Institutions)).collect();
        let apart = plannings.into_iter().filter(|record| !sit.contains(&record.id));
        found.extend(apart.map(|one| Gap::of(GapKind::PlanningUntied, Kind::Actor, one, Detail::Plain)));
    }
    found
}
