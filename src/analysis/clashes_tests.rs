//! Clashes over a store written by hand.

use super::*;
use crate::analysis::agenda::upcoming;
use crate::store::read;

fn store(rhythms: &str, members_b: &str) -> Store {
    read(&format!(
        r#"{{"format": "runde", "version": 1,
        "actors": [{{"id": "amt", "name": "Jugendamt"}}, {{"id": "vhs", "name": "VHS"}},
                   {{"id": "p-1", "name": "Eins", "person": true, "unit_of": "amt"}},
                   {{"id": "p-2", "name": "Zwei", "person": true, "unit_of": "amt"}}],
        "networks": [{{"id": "a", "name": "A", "members": [
                        {{"id": "m1", "actor": "amt", "person": "p-1"}}, {{"id": "m2", "actor": "vhs"}}]}},
                     {{"id": "b", "name": "B", "members": [{members_b}]}}],
        "rhythms": [{rhythms}]}}"#
    ))
    .unwrap()
    .store
}

const A: &str = r#"{"id": "r1", "network": "a", "rule": "FREQ=WEEKLY;BYDAY=TU", "start": "2026-01-06T14:00",
    "duration": "PT1H"}"#;

fn found(rhythms: &str, members_b: &str) -> Vec<String> {
    let store = store(rhythms, members_b);
    let items = upcoming(&store, "2026-01-05".parse().unwrap(), "2026-01-19".parse().unwrap());
    let said = |clash: &Clash| {
        let [a, b] = [clash.a, clash.b].map(|at| format!("{} {}", items[at].networks[0], items[at].at));
        format!("{a} × {b}: {}", clash.shared.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    };
    clashes(&store, &items).iter().map(said).collect()
}

fn b_at(hour: &str) -> String {
    format!(
        r#"{A}, {{"id": "r2", "network": "b", "rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "start": "2026-01-06T{hour}"}}"#
    )
}

#[test]
fn only_what_overlaps_and_shares_a_guest_clashes() {
    let vhs = r#"{"id": "m1", "actor": "vhs"}"#;
    assert_eq!(found(&b_at("14:30"), vhs), ["a 2026-01-06T14:00 × b 2026-01-06T14:30: vhs"]);
    assert_eq!(found(&b_at("13:00"), vhs), ["b 2026-01-06T13:00 × a 2026-01-06T14:00: vhs"], "two hours are assumed");
    assert!(found(&b_at("15:00"), vhs).is_empty(), "the end of one is the beginning of the other");
    assert!(found(&b_at("11:59"), vhs).is_empty());
    assert!(
        found(&b_at("14:30"), r#"{"id": "m1", "actor": "vhs", "roles": ["guest"]}"#).is_empty(),
        "guests need not come"
    );
    assert!(found(&b_at("14:30"), r#"{"id": "m1", "actor": "vhs", "until": "2025"}"#).is_empty(), "a former seat");
    assert_eq!(found(&b_at("14:30"), r#"{"id": "m1", "actor": "vhs", "from": "2026-01-06"}"#).len(), 1);
}

#[test]
fn two_people_of_one_institution_are_two_guests() {
    assert!(found(&b_at("14:30"), r#"{"id": "m1", "actor": "amt", "person": "p-2"}"#).is_empty());
    assert_eq!(
        found(&b_at("14:30"), r#"{"id": "m1", "actor": "amt", "person": "p-1"}"#),
        ["a 2026-01-06T14:00 × b 2026-01-06T14:30: p-1"]
    );
    assert_eq!(
        found(&b_at("14:30"), r#"{"id": "m1", "actor": "amt"}"#),
        ["a 2026-01-06T14:00 × b 2026-01-06T14:30: amt"],
        "nobody knows who of the office comes"
    );
    assert_eq!(found(&b_at("14:30"), r#"{"id": "m1", "actor": "p-1"}"#).len(), 1, "in their own name");
}

#[test]
fn three_meetings_or_more_than_six_hours_are_too_much() {
    let at = |id: &str, network: &str, hour: &str, length: &str| {
        format!(
            r#"{{"id": "{id}", "network": "{network}", "rule": "FREQ=WEEKLY;BYDAY=TU", "start": "2026-01-06T{hour}", "duration": "{length}", "until": "2026-01-06"}}"#
        )
    };
    let days = |rhythms: &[String]| {
        let store = store(&rhythms.join(","), r#"{"id": "m1", "actor": "vhs"}"#);
        let items = upcoming(&store, "2026-01-05".parse().unwrap(), "2026-01-19".parse().unwrap());
        full_days(&store, &items)
            .iter()
            .map(|day| (day.who.to_string(), day.items.len(), day.minutes))
            .collect::<Vec<_>>()
    };
    let two = [at("r1", "a", "08:00", "PT1H"), at("r2", "b", "10:00", "PT1H")];
    assert!(days(&two).is_empty());
    let three = [two[0].clone(), two[1].clone(), at("r3", "b", "14:00", "PT2H")];
    assert_eq!(days(&three), [("vhs".to_owned(), 3, 240)]);
    let long = [at("r1", "a", "08:00", "PT4H"), at("r2", "b", "13:00", "PT3H")];
    assert_eq!(days(&long), [("vhs".to_owned(), 2, 420)]);
    assert!(days(&[at("r1", "a", "08:00", "PT8H")]).is_empty(), "one long day is a decision, not a muddle");
}

/// The same by the shortest way there is: every pair of meetings, every pair of seats.
#[test]
fn the_demo_clashes_as_by_hand() {
    let store = read(crate::store::DEMO).unwrap().store;
    let items = upcoming(&store, "2026-11-23".parse().unwrap(), "2027-05-24".parse().unwrap());
    let (seats, lengths) = (Seats::of(&store), Lengths::of(&store));
    let mut by_hand = Vec::new();
    for (a, one) in items.iter().enumerate() {
        for (b, other) in items.iter().enumerate().skip(a + 1) {
            let (Some(x), Some(y)) = (lengths.span(one), lengths.span(other)) else { continue };
            if x.1 <= y.0 || y.1 <= x.0 || one.networks.iter().any(|id| other.networks.contains(id)) {
                continue;
            }
            let all = |item: &Item| {
                let day = item.at.date.to_string();
                let seats = item.networks.iter().flat_map(|id| seats.in_network(id)).copied();
                seats.filter(|seat| seat.on(&day)).collect::<Vec<_>>()
            };
            let mut shared: Vec<Id> = Vec::new();
            for ours in all(one) {
                for theirs in all(other).into_iter().filter(|theirs| ours.meets(*theirs)) {
                    let known = ours.person.filter(|person| theirs.person == Some(person));
                    shared.push(Id::new(known.unwrap_or(ours.at)));
                }
            }
            shared.sort();
            shared.dedup();
            if !shared.is_empty() {
                by_hand.push(Clash { a, b, shared });
            }
        }
    }
    assert!(by_hand.len() > 5, "the demo has clashes");
    assert_eq!(clashes(&store, &items), by_hand);
}
