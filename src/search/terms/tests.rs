//! What a person types to narrow a list, over a store written by hand.

use super::*;
use crate::landscape::{Kind, network};
use crate::store::read;

fn store() -> Store {
    let text = r#"{"format": "runde", "version": 1,
        "actors": [{"id": "a", "name": "Büro für Größe"}, {"id": "p", "name": "Anna Müller", "person": true}],
        "networks": [
          {"id": "one", "name": "Runde eins", "kind": "round_table", "themes": ["language", "all_day"], "lifecycle": "active",
           "activity": 3, "from": "2019-05", "members": [{"id": "m-1", "actor": "a", "person": "p", "roles": ["chair"]},
           {"id": "m-2", "actor": "p"}], "notes": "Treffen um 14:00 im Kreishaus"},
          {"id": "two", "name": "AK zwei", "kind": "working_group", "lifecycle": "ended", "from": "2022", "tags": ["x:y"]},
          {"id": "three", "name": "Stammtisch drei", "kind": "Stammtisch", "part_of": "one"}]}"#;
    read(text).unwrap().store
}

fn fitting(typed: &str) -> Vec<String> {
    let (store, terms) = (store(), Terms::parse(typed, &network::SHAPE));
    let fitting = store.all(Kind::Network).filter(|record| terms.matches(record, &store));
    fitting.map(|record| record.id.to_string()).collect()
}

#[test]
fn fields_by_key_label_and_in_the_singular() {
    for typed in
        ["theme:language", "themes:lang", "Themen:sprach", "Thema:all_day", "kind:round_table", "kind:\"Runder Tisch\""]
    {
        assert_eq!(fitting(typed), ["one"], "{typed}");
    }
    assert_eq!(fitting("member:mueller"), ["one"]);
    assert_eq!(fitting("Mitglied:größe"), ["one"]);
    assert_eq!(fitting("actor:groesse"), ["one"]);
    assert_eq!(fitting("role:chair"), ["one"]);
    assert_eq!(fitting("kind:stamm"), ["three"]);
    assert_eq!(fitting("part_of:eins"), ["three"]);
}

#[test]
fn minus_takes_out_and_all_conditions_hold() {
    assert_eq!(fitting("-lifecycle:ended"), ["one", "three"]);
    assert_eq!(fitting("-ended"), ["one", "three"]);
    assert_eq!(fitting("runde theme:language -zwei"), ["one"]);
    assert_eq!(fitting("theme:language zwei"), Vec::<String>::new());
    assert_eq!(fitting(""), ["one", "three", "two"]);
}

#[test]
fn numbers_and_dates_can_be_compared() {
    assert_eq!(fitting("activity:>2"), ["one"]);
    assert_eq!(fitting("activity:<3"), Vec::<String>::new());
    assert_eq!(fitting("from:2019"), ["one"]);
    assert_eq!(fitting("from:>2019"), ["two"]);
    assert_eq!(fitting("from:<2020-01"), ["one"]);
    assert_eq!(fitting("members:>1"), ["one"]);
    assert_eq!(fitting("members:<1"), ["three", "two"]);
}

#[test]
fn what_names_no_field_is_a_plain_word() {
    assert_eq!(fitting("14:00"), ["one"]);
    assert_eq!(fitting("x:y"), ["two"]);
    assert_eq!(fitting("um:14"), Vec::<String>::new());
    assert!(Terms::parse("um:14 kreishaus", &network::SHAPE).is_plain());
    assert!(!Terms::parse("kreishaus -x", &network::SHAPE).is_plain());
    assert_eq!(fitting("kreishaus"), ["one"]);
}

#[test]
fn names_and_values_are_completed() {
    assert!(complete("runde them", &network::SHAPE).contains(&"theme:".to_owned()));
    assert_eq!(complete("kind:runder", &network::SHAPE), ["kind:round_table"]);
    assert!(complete("-lifecycle:e", &network::SHAPE).contains(&"-lifecycle:ended".to_owned()));
    assert!(complete("zzz", &network::SHAPE).is_empty());
}
