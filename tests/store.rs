//! The store as a whole: what is read comes back byte for byte, what is not known is kept, what is wrong is refused
//! with its place, and every change can be taken back.

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
use runde::landscape::{Id, Kind, Record, Value, actor, member, network};
use runde::store::{self, Change, Data, Fault, Store, deletion, read, write};
use support::stores::{any_store, small};

fn text(store: &Store) -> String {
    String::from_utf8(write(store)).unwrap()
}

#[test]
fn an_empty_store_is_a_file_too() {
    let written = text(&Store::default());
    assert_eq!(written, "{\n  \"format\": \"runde\",\n  \"version\": 1\n}\n");
    assert!(read(&written).unwrap().store.is_empty());
}

#[test]
fn unknown_fields_at_every_level_come_back_as_they_were() {
    let file = small();
    assert_eq!(text(&read(file).unwrap().store), file);
}

#[test]
fn a_file_written_by_hand_is_put_in_order_and_nothing_is_lost() {
    let by_hand = r#"{"version":1,"networks":[{"tags":["b","a"],"name":"B","id":"b"},{"x":1E400,"id":"a","name":"A",
        "members":[{"roles":["member"],"actor":"c","id":"m-1","y":[ -0 , {} ]}]}],"format":"runde","own":{"k":[]}}"#;
    let loaded = read(by_hand).unwrap();
    assert!(loaded.unordered);
    let written = text(&loaded.store);
    for kept in ["\"x\": 1E400", "-0,\n", "\"own\": {\n    \"k\": []\n  }"] {
        assert!(written.contains(kept), "{kept} in {written}");
    }
    assert!(written.find("\"id\": \"a\"") < written.find("\"id\": \"b\""));
    assert_eq!(text(&read(&written).unwrap().store), written);
}

/// What is wrong, and on which line and column it is said to be.
#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let head = "{\n  \"format\": \"runde\",\n  \"version\": 1,\n";
    let case = |rest: &str| {
        let error = read(&format!("{head}{rest}")).unwrap_err();
        (error.fault, error.spot.line, error.spot.column)
    };
    let (fault, line, column) =
        case("  \"actors\": [\n    {\n      \"id\": \"ä\",\n      \"name\": 7\n    }\n  ]\n}\n");
    assert!(matches!(&fault, Fault::WrongType("actor", key, _) if key == "name"), "{fault:?}");
    assert_eq!((line, column), (7, 15));
    let (fault, line, _) = case(
        "  \"actors\": [\n    {\n      \"id\": \"a\",\n      \"name\": \"x\",\n      \"name\": \"y\"\n    }\n  ]\n}\n",
    );
    assert!(matches!(&fault, Fault::Twice(key, first) if key == "name" && first.line == 7), "{fault:?}");
    assert_eq!(line, 8);
    let (fault, line, _) =
        case("  \"actors\": [\n    {\"id\": \"a\"},\n    {\"id\": \"b\"},\n    {\"id\": \"a\"}\n  ]\n}\n");
    assert!(matches!(&fault, Fault::IdTwice(id, first) if id == "a" && first.line == 5), "{fault:?}");
    assert_eq!(line, 7);
    assert!(matches!(case("  \"actors\": [\n    {\n      \"name\": \"x\"\n    }\n  ]\n}\n").0, Fault::NoId("actor")));
    assert!(matches!(case("  \"actors\": [").0, Fault::CutOff));
    assert!(matches!(case("  \"actors\": {}\n}\n").0, Fault::WrongType(..)));
    assert!(matches!(case("  \"own\": {\"a\": 1, \"a\": 2}\n}\n").0, Fault::Twice(..)));
    assert!(matches!(read("[]").unwrap_err().fault, Fault::WrongType(..)));
    assert!(matches!(read("{}").unwrap_err().fault, Fault::NotOurs));
    let deep = format!("{head}  \"own\": {}{}\n}}\n", "[".repeat(200), "]".repeat(200));
    assert!(matches!(read(&deep).unwrap_err().fault, Fault::Deep));
}

#[test]
fn a_newer_version_is_read_leniently_and_known_as_such() {
    let newer =
        "{\"format\":\"runde\",\"version\":2,\"actors\":[{\"id\":\"a\",\"name\":{\"de\":\"x\"},\"short\":\"s\"}]}";
    let store = read(newer).unwrap().store;
    assert!(store.is_newer());
    let record = store.get(Kind::Actor, "a").unwrap();
    assert_eq!(record.text(actor::SHORT), "s");
    assert_eq!(&*record.extra()[0].1, "{\"de\":\"x\"}");
    let version_last = "{\"format\":\"runde\",\"actors\":[{\"id\":\"a\",\"name\":[]}],\"version\":2}";
    assert!(read(version_last).unwrap().store.is_newer());
}

#[test]
fn deleting_takes_along_what_cannot_stand_alone_and_one_undo_brings_all_back() {
    let before = read(small()).unwrap().store;
    let mut data = Data::new(before.clone());
    let change = deletion(data.store(), data.refs(), Kind::Actor, "jugendamt-000001").unwrap();
    assert_eq!(change.step.along, [("member", 1), ("relation", 1)]);
    data.apply(change).unwrap();
    let store = data.store();
    assert!(store.find("jugendamt-000001").is_none());
    assert_eq!(store.get(Kind::Network, "ak-000001").unwrap().parts(network::MEMBERS).len(), 1);
    assert_eq!(store.count(Kind::Relation), 0);
    assert!(store.get(Kind::Actor, "p-0000000001").unwrap().text(actor::UNIT_OF).is_empty());
    assert!(!text(store).contains("jugendamt-000001"));
    data.undo().unwrap();
    assert_eq!(text(data.store()), text(&before));
    data.redo().unwrap();
    assert!(!text(data.store()).contains("jugendamt-000001"));
}

#[test]
fn an_edit_that_does_not_fit_changes_nothing() {
    let mut data = Data::new(read(small()).unwrap().store);
    let old = data.store().get(Kind::Network, "ak-000001").unwrap().clone();
    let mut new = Record::clone(&old);
    new.set(network::NAME, Value::text("Neu"));
    let change = Change::update(Kind::Network, &old, &new, "Neu");
    data.apply(change.clone()).unwrap();
    let state = text(data.store());
    assert!(data.apply(change).is_err());
    assert_eq!(text(data.store()), state);
}

#[test]
fn one_edit_changes_the_fewest_lines() {
    let mut data = Data::new(read(small()).unwrap().store);
    let before = text(data.store());
    let old = data.store().get(Kind::Network, "ak-000001").unwrap().clone();
    let mut new = Record::clone(&old);
    let mut members = old.parts(network::MEMBERS).to_vec();
    members[0].set(member::FROM, Value::text("2026"));
    new.set(network::MEMBERS, Value::parts(members));
    data.apply(Change::update(Kind::Network, &old, &new, "AK")).unwrap();
    let after = text(data.store());
    let changed = before.lines().filter(|line| !after.contains(line)).count();
    assert!(changed <= 1, "{changed} lines of the old text are gone");
    assert_eq!(after.lines().count(), before.lines().count() + 1);
}

#[test]
fn who_refers_to_whom_follows_every_edit() {
    let mut data = Data::new(read(small()).unwrap().store);
    let networks = |data: &Data, id: &str| -> Vec<Id> {
        data.refs().from(Kind::Network, id, data.store()).into_iter().map(|record| record.id.clone()).collect()
    };
    assert_eq!(networks(&data, "jugendamt-000001"), [Id::new("ak-000001")]);
    let change = deletion(data.store(), data.refs(), Kind::Network, "ak-000001").unwrap();
    data.apply(change).unwrap();
    assert!(networks(&data, "jugendamt-000001").is_empty());
    data.undo().unwrap();
    assert_eq!(networks(&data, "jugendamt-000001"), [Id::new("ak-000001")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(support::rounds(300)))]

    /// trust.md row 12: load(save(x)) = x, and saving again gives the same bytes.
    #[test]
    fn what_is_written_is_read_as_it_was(store in any_store()) {
        let written = text(&store);
        let again = read(&written).unwrap();
        prop_assert!(!again.unordered);
        prop_assert_eq!(text(&again.store), written.clone());
        for kind in Kind::MANY {
            prop_assert!(store.all(kind).eq(again.store.all(kind)));
        }
        // Squeezed onto one line it goes the slow way, and must come out the same.
        let squeezed: String = serde_json::from_str::<Box<serde_json::value::RawValue>>(&written).unwrap().get().replace('\n', " ");
        prop_assert_eq!(text(&read(&squeezed).unwrap().store), written);
    }

    /// Every edit and its inverse leave the bytes as they were, whatever is deleted.
    #[test]
    fn deleting_everything_and_undoing_it_gives_the_same_bytes(store in any_store()) {
        let written = text(&store);
        let mut data = Data::new(store);
        let ids: Vec<(Kind, Id)> = Kind::MANY.into_iter().flat_map(|kind| data.store().all(kind).map(move |r| (kind, r.id.clone())).collect::<Vec<_>>()).collect();
        for (kind, id) in ids {
            if let Some(change) = deletion(data.store(), data.refs(), kind, &id) {
                data.apply(change).unwrap();
                prop_assert!(data.refs().to(&id, data.store()).is_empty());
            }
        }
        prop_assert!(Kind::MANY.into_iter().all(|kind| data.store().count(kind) == 0));
        while data.undo().unwrap().is_some() {}
        prop_assert_eq!(text(data.store()), written);
    }
}

/// trust.md row 11: no prefix is taken for a store but the one that lacks only the last line break.
#[test]
fn no_prefix_of_a_store_is_a_store() {
    let whole = small();
    for end in (0..whole.len() - 1).filter(|end| whole.is_char_boundary(*end)) {
        assert!(read(&whole[..end]).is_err() || end == whole.len() - 1, "{end}");
    }
    assert!(read(whole.trim_end()).is_ok());
    let _ = store::check_json;
}
