//! The governance map: from loose exchange to binding steering, how binding a body is by how much it may decide. Knows no
//! screens and no words.

use crate::arrange::Arrange as _;
use crate::landscape::life::is_over;
use crate::landscape::{Field, Kind, Record, network, vocabulary};
use crate::store::Store;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The scales, loose first, as lists of the vocabulary.
pub const BINDINGNESS: &str = "bindingness";
/// What a body may decide.
pub const POWER: &str = "decision_power";

/// Where a body stands on both scales; nothing where that is not known, or is a value of the office's own.
pub type Place = (Option<usize>, Option<usize>);

/// The bodies that exist, by their place: steps of bindingness and of decision power.
#[must_use]
pub fn governance(store: &Store) -> BTreeMap<Place, Vec<&Arc<Record>>> {
    let mut found: BTreeMap<Place, Vec<&Arc<Record>>> = BTreeMap::new();
    for body in store.all(Kind::Network).filter(|body| !is_over(body)) {
        found.entry(place(body)).or_default().push(body);
    }
    let name = |body: &&Arc<Record>| crate::search::fold(body.text(network::NAME));
    for bodies in found.values_mut() {
        bodies.arrange_by_key(name);
    }
    found
}

fn place(body: &Record) -> Place {
    let step =
        |field: Field, list: &str| vocabulary::values(list).iter().position(|entry| entry.key == body.text(field));
    (step(network::BINDINGNESS, BINDINGNESS), step(network::DECISION_POWER, POWER))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{DEMO, read};

    #[test]
    fn every_living_body_stands_in_one_place_as_a_count_from_the_json_says() {
        let store = read(DEMO).unwrap().store;
        let json: serde_json::Value = serde_json::from_str(DEMO).unwrap();
        let found = governance(&store);
        let step = |list: &str, key: &str| vocabulary::values(list).iter().position(|entry| entry.key == key);
        let mut expected: BTreeMap<Place, usize> = BTreeMap::new();
        for body in json["networks"].as_array().unwrap() {
            if !matches!(body["lifecycle"].as_str(), Some("ended" | "merged")) {
                let at = |key: &str| step(key, body[key].as_str().unwrap_or(""));
                *expected.entry((at(BINDINGNESS), at(POWER))).or_default() += 1;
            }
        }
        let counted: BTreeMap<Place, usize> = found.iter().map(|(place, bodies)| (*place, bodies.len())).collect();
        assert_eq!(counted, expected);
        assert!(counted.len() > 10);
    }
}
