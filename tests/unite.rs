//! Two networks become one: nothing is lost, whoever referred to the one that went is led to the other, nobody sits there
//! twice, and one undo brings everything back byte by byte. Over random stores of every shape and script, and on the demo.

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
use runde::analysis::graph::{Whom, seated};
use runde::i18n::Lang;
use runde::landscape::{Field, Id, Kind, Record, Value, member, network, verdict, vocabulary};
use runde::store::unite::{conflicts, union};
use runde::store::{DEMO, Data, Level, Store, check, name_of, read, references, write};
use std::collections::BTreeSet;
use support::stores::any_store;

const DAYS: [&str; 4] = ["1999-12-31", "2019-06-15", "2026-11-23", "2031-01-01"];

/// Every value of a record as text, its parts included: with the list it is from, if it is from one.
fn leaves(record: &Record, out: &mut Vec<(Option<&'static str>, String)>) {
    for (field, value) in record.cells() {
        let of = record.shape.spec(field).of;
        let seat_time = record.shape.name == "member" && [member::FROM, member::UNTIL].contains(&field);
        match value {
            _ if seat_time => {}
            Value::Text(text) => out.push((of.list(), text.to_string())),
            Value::Texts(texts) => out.extend(texts.iter().map(|text| (of.list(), text.to_string()))),
            Value::Number(number) => out.push((None, number.to_string())),
            Value::Range(a, b) => out.extend([(None, a.to_string()), (None, b.to_string())]),
            Value::Ratings(ratings) => out.extend(ratings.iter().map(|(key, _)| (None, key.to_string()))),
            Value::Parts(parts) => parts.iter().for_each(|part| leaves(part, out)),
            Value::Flag(_) => {}
        }
    }
    out.extend(record.extra().iter().flat_map(|(key, json)| [(None, key.to_string()), (None, json.to_string())]));
}

fn said(store: &Store, ids: &[&str]) -> Vec<(Option<&'static str>, String)> {
    let mut out = Vec::new();
    for id in ids {
        leaves(store.get(Kind::Network, id).unwrap(), &mut out);
    }
    store.all(Kind::Verdict).for_each(|record| leaves(record, &mut out));
    out
}

fn errors(store: &Store) -> usize {
    check(store, |_| true).iter().filter(|finding| finding.level == Level::Error).count()
}

/// Unites two networks of a store and holds everything that must hold to it.
fn hold(store: &Store, stays: &str, goes: &str, taken: &[Field]) -> Store {
    let before = write(store);
    let mut data = Data::new(store.clone());
    let change = union(store, data.refs(), (stays, goes), taken, Lang::De).unwrap();
    data.apply(change).unwrap();
    let after = data.store().clone();
    let text = String::from_utf8(write(&after)).unwrap();

    assert!(after.get(Kind::Network, goes).is_none());
    assert_eq!(after.resolve(goes).map(|(_, record)| record.id.as_str()), Some(stays));
    for kind in Kind::ALL {
        for record in after.all(kind).chain((kind == Kind::Landscape).then_some(after.landscape())) {
            assert!(references(record).all(|one| one.id != goes), "{} still leads to {goes}\n{text}", record.id);
        }
    }

    let now: Vec<String> = said(&after, &[stays]).into_iter().map(|(_, text)| text).collect();
    let whole = now.join("\n");
    for (list, word) in said(store, &[stays, goes]) {
        let shown = list.map_or(word.as_str(), |list| vocabulary::label(list, &word, Lang::De));
        let led = word == goes || word == stays;
        // What one refers to stands in the notes by its name.
        let named = name_of(store, &word);
        let kept = now.contains(&word) || [&*word, shown, &named].iter().any(|text| whole.contains(text));
        assert!(led || kept, "lost: {word:?}\n{text}");
    }

    let new = after.get(Kind::Network, stays).unwrap();
    for day in DAYS {
        let seats =
            |store: &Store, id: &str| seated(store, store.get(Kind::Network, id).unwrap(), day, Whom::Institutions);
        let both: BTreeSet<Id> = seats(store, stays).union(&seats(store, goes)).cloned().collect();
        // A network that has a seat in itself or in the other is led like every reference.
        let to_the_one = |id: Id| if id.as_str() == goes { Id::new(stays) } else { id };
        let led: BTreeSet<Id> = both.into_iter().map(to_the_one).collect();
        assert!(led.is_subset(&seats(&after, stays)), "{day}: {led:?}");
    }
    let ids: Vec<&str> = new.parts(network::MEMBERS).iter().map(|seat| seat.id.as_str()).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "two seats with one id");
    assert!(errors(&after) <= errors(store), "{:?}", check(&after, |_| true));
    // What was written can be read.
    assert_eq!(write(&read(&text).unwrap().store), write(&after));

    data.undo().unwrap();
    assert!(write(data.store()) == before, "undo does not bring back the same bytes");
    data.redo().unwrap();
    assert!(write(data.store()) == write(&after), "redo does not bring back the same bytes");
    after
}

proptest! {
    #![proptest_config(ProptestConfig { cases: support::rounds(200), max_global_rejects: 1_000_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_one_undo_brings_all_back(store in any_store(), pick in any::<(u8, u8, u64)>()) {
        let ids: Vec<Id> = store.all(Kind::Network).map(|record| record.id.clone()).collect();
        prop_assume!(ids.len() >= 2);
        let a = usize::from(pick.0) % ids.len();
        let b = (a + 1 + usize::from(pick.1) % (ids.len() - 1)) % ids.len();
        let get = |at: usize| store.get(Kind::Network, &ids[at]).unwrap();
        let asked = conflicts(get(a), get(b));
        let taken: Vec<Field> = asked.into_iter().filter(|field| pick.2 >> field.0 & 1 == 1).collect();
        hold(&store, &ids[a], &ids[b], &taken);
    }
}

#[test]
fn every_two_networks_of_the_demo_that_look_alike() {
    let store = read(DEMO).unwrap().store;
    for pair in runde::analysis::overlap::pairs(&store, "2026-11-23") {
        hold(&store, &pair.a, &pair.b, &[]);
        hold(&store, &pair.b, &pair.a, &[network::NAME, network::KIND]);
    }
}

#[test]
fn the_planted_double_becomes_one_network_of_thirteen() {
    let store = read(DEMO).unwrap().store;
    let (stays, goes) = ("ak-uebergang-schule-beruf-80ces2", "netzwerk-berufsorientierung-brcyp9");
    let count = |store: &Store, kind, id: &str| {
        let all = store.all(kind).filter(|record| references(record).any(|one| one.id == id));
        all.count()
    };
    let after = hold(&store, stays, goes, &[network::NAME]);
    let new = after.get(Kind::Network, stays).unwrap();
    assert_eq!(new.text(network::NAME), "Netzwerk Berufsorientierung Musterau");
    assert!(new.texts(network::ALIASES).iter().any(|name| &**name == "AK Übergang Schule–Beruf"));
    assert_eq!(seated(&after, new, "2026-11-23", Whom::Institutions).len(), 13);
    for kind in [Kind::Rhythm, Kind::Meeting] {
        assert_eq!(count(&after, kind, stays), count(&store, kind, stays) + count(&store, kind, goes), "{kind:?}");
    }
}

#[test]
fn a_verdict_on_the_two_stands_in_the_notes_and_those_on_a_third_become_one() {
    let text = r#"{"format":"runde","version":1,"landscape":{"name":"L"},
        "networks":[{"id":"n1","name":"Eins","openness":"open","members":[{"id":"m-1","actor":"a1","roles":["deputy"]}]},
        {"id":"n2","name":"Zwei","openness":"closed","members":[{"id":"m-2","actor":"a1","person":"p1","from":"2020"}]},
        {"id":"n3","name":"Drei","part_of":"n2"}],
        "verdicts":[{"id":"v-1","a":"n1","b":"n2","verdict":"double_structure","by":"Karla","notes":"klar"},
        {"id":"v-2","a":"n1","b":"n3","verdict":"wanted","date":"2025-01-01","notes":"alt"},
        {"id":"v-3","a":"n2","b":"n3","verdict":"coordinate","date":"2026-01-01","notes":"neu"}]}"#;
    let store = read(text).unwrap().store;
    let after = hold(&store, "n1", "n2", &[]);
    let new = after.get(Kind::Network, "n1").unwrap();
    let notes = new.text(network::NOTES);
    assert!(notes.contains("Übernommen aus „Zwei“") && notes.contains("Karla, klar"), "{notes}");
    assert!(notes.contains(vocabulary::label("openness", "closed", Lang::De)), "{notes}");
    let [seat] = new.parts(network::MEMBERS) else { panic!("one seat: {new:?}") };
    let roles: Vec<&str> = seat.texts(member::ROLES).iter().map(|role| &**role).collect();
    assert_eq!((seat.text(member::PERSON), roles), ("p1", vec!["deputy", "member"]));
    let verdicts: Vec<_> = after.all(Kind::Verdict).collect();
    let [one] = verdicts[..] else { panic!("one verdict") };
    assert_eq!((one.text(verdict::VERDICT), one.text(verdict::A)), ("coordinate", "n1"));
    assert!(one.text(verdict::NOTES).contains("alt") && one.text(verdict::NOTES).contains("neu"));
    assert_eq!(after.get(Kind::Network, "n3").unwrap().text(network::PART_OF), "n1");
}

#[test]
fn the_end_of_the_one_that_goes_does_not_end_the_one_that_stays() {
    let text = r#"{"format":"runde","version":1,"networks":[{"id":"n-1","name":"A","from":"2020"},
        {"id":"n-2","name":"B","until":"2019-07"},{"id":"n-3","name":"C","from":"2022","until":"2024"}]}"#;
    let store = read(text).unwrap().store;
    let after = hold(&store, "n-1", "n-2", &[]);
    let new = after.get(Kind::Network, "n-1").unwrap();
    assert_eq!((new.text(network::FROM), new.text(network::UNTIL)), ("2020", ""));
    assert!(new.text(network::NOTES).contains("2019-07"), "{}", new.text(network::NOTES));
    // A beginning after the end is no beginning.
    let after = hold(&store, "n-2", "n-3", &[]);
    let new = after.get(Kind::Network, "n-2").unwrap();
    assert_eq!((new.text(network::FROM), new.text(network::UNTIL)), ("", "2019-07"));
    assert!(new.text(network::NOTES).contains("2022"), "{}", new.text(network::NOTES));
}
