//! Two people change the same landscape: whatever one of them did stands in the result or is told as a conflict.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use proptest::prelude::*;
use runde::landscape::{Id, Kind, Record, Value, member, network};
use runde::store::{Change, Data, Store, deletion, merge, read, write};
use support::stores::{any_store, small};

fn text(store: &Store) -> String {
    String::from_utf8(write(store)).unwrap()
}

/// The store after a change of one network.
fn with(store: &Store, edit: impl Fn(&mut Record)) -> Store {
    let mut data = Data::new(store.clone());
    let old = store.get(Kind::Network, "ak-000001").unwrap().clone();
    let mut new = Record::clone(&old);
    edit(&mut new);
    data.apply(Change::update(Kind::Network, &old, &new, "")).unwrap();
    data.store().clone()
}

#[test]
fn changes_of_different_fields_sets_and_members_go_together() {
    let base = read(small()).unwrap().store;
    let ours = with(&base, |record| {
        record.set(network::NAME, Value::text("AK Übergänge"));
        record.set(network::THEMES, Value::set(["language", "all_day"]));
        let mut members = record.parts(network::MEMBERS).to_vec();
        members.push(Record::new(&member::SHAPE, Id::new("m-000003")).with_text(member::ACTOR, "vhs-000001"));
        record.set(network::MEMBERS, Value::parts(members));
    });
    let theirs = with(&base, |record| {
        record.set(network::NOTES, Value::text("neu"));
        record.set(network::THEMES, Value::set(["digital"]));
        let mut members = record.parts(network::MEMBERS).to_vec();
        members.remove(1);
        members[0].set(member::FROM, Value::text("2026"));
        record.set(network::MEMBERS, Value::parts(members));
    });
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    let record = merged.store.get(Kind::Network, "ak-000001").unwrap();
    assert_eq!((record.text(network::NAME), record.text(network::NOTES)), ("AK Übergänge", "neu"));
    assert_eq!(record.texts(network::THEMES).len(), 3);
    let ids: Vec<&str> = record.parts(network::MEMBERS).iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids, ["m-000001", "m-000003"]);
    assert_eq!(record.parts(network::MEMBERS)[0].text(member::FROM), "2026");
}

#[test]
fn two_values_for_one_field_are_a_conflict_and_ours_stands() {
    let base = read(small()).unwrap().store;
    let ours = with(&base, |record| record.set(network::NAME, Value::text("A")));
    let theirs = with(&base, |record| record.set(network::NAME, Value::text("B")));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.store.get(Kind::Network, "ak-000001").unwrap().text(network::NAME), "A");
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].theirs, Value::text("B"));
}

#[test]
fn what_one_side_deleted_and_the_other_changed_is_kept_and_told() {
    let base = read(small()).unwrap().store;
    let mut data = Data::new(base.clone());
    data.apply(deletion(data.store(), data.refs(), Kind::Network, "ak-000001").unwrap()).unwrap();
    let theirs = with(&base, |record| record.set(network::NOTES, Value::text("wichtig")));
    for (ours, theirs) in [(data.store(), &theirs), (&theirs, data.store())] {
        let merged = merge(&base, ours, theirs);
        assert_eq!(merged.store.get(Kind::Network, "ak-000001").unwrap().text(network::NOTES), "wichtig");
        assert!(merged.conflicts.iter().any(|conflict| conflict.field.is_none()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(support::rounds(150)))]

    #[test]
    fn one_side_alone_is_taken_as_it_is(base in any_store(), other in any_store()) {
        prop_assert_eq!(text(&merge(&base, &other, &base).store), text(&other));
        prop_assert_eq!(text(&merge(&base, &base, &other).store), text(&other));
        prop_assert_eq!(text(&merge(&base, &other, &other).store), text(&other));
    }

    /// Every field that one side changed is in the result, or told.
    #[test]
    fn nothing_is_lost(base in any_store(), ours in any_store(), theirs in any_store()) {
        let merged = merge(&base, &ours, &theirs);
        for (mine, side) in [(true, &ours), (false, &theirs)] {
            for kind in Kind::MANY {
                for record in side.all(kind) {
                    let before = base.get(kind, &record.id);
                    if before == Some(record) {
                        continue;
                    }
                    let told = |field| merged.conflicts.iter().any(|conflict| {
                        conflict.id == record.id && conflict.field.as_ref().is_none_or(|(known, _)| Some(*known) == field)
                    });
                    let Some(result) = merged.store.get(kind, &record.id) else {
                        prop_assert!(told(None) || merged.store.forgotten().iter().any(|id| **id == *record.id));
                        continue;
                    };
                    for (field, value) in record.cells() {
                        if before.is_some_and(|before| before.get(field) == Some(value)) {
                            continue;
                        }
                        let stands = match (value, result.get(field)) {
                            (Value::Texts(texts), Some(Value::Texts(_)) | None) => {
                                let all = result.texts(field);
                                let old = before.map_or(&[][..], |before| before.texts(field));
                                texts.iter().all(|text| all.contains(text) || old.contains(text))
                            }
                            (Value::Parts(parts), Some(Value::Parts(all))) => {
                                parts.iter().all(|part| all.iter().any(|other| other.key() == part.key()) || part.key().is_empty())
                            }
                            (value, found) => found == Some(value),
                        };
                        prop_assert!(stands || told(Some(field)), "{} {:?} mine: {mine}", record.id, record.shape.spec(field).key);
                    }
                }
            }
        }
    }

    /// Whose side is called ours decides which value stands in a conflict, nothing else.
    #[test]
    fn the_sides_may_change_places(base in any_store(), ours in any_store(), theirs in any_store()) {
        let one = merge(&base, &ours, &theirs);
        let other = merge(&base, &theirs, &ours);
        let ids = |merged: &runde::store::Merged| -> Vec<(Kind, Id)> {
            Kind::MANY.into_iter().flat_map(|kind| merged.store.all(kind).map(move |r| (kind, r.id.clone())).collect::<Vec<_>>()).collect()
        };
        prop_assert_eq!(ids(&one), ids(&other));
        let mut told: Vec<_> = one.conflicts.iter().map(|c| (c.kind, c.id.clone(), c.field.clone())).collect();
        let mut told_other: Vec<_> = other.conflicts.iter().map(|c| (c.kind, c.id.clone(), c.field.clone())).collect();
        told.sort();
        told_other.sort();
        prop_assert_eq!(told, told_other);
    }
}
