//! Two states built by hand, every difference known.

use super::*;
use crate::store::read;

const THEN: &str = r#"{"format":"runde","version":1,"landscape":{"name":"L"},
"actors":[{"id":"a1","name":"Amt"},{"id":"a2","name":"Beratung"},{"id":"a3","name":"Chor"},{"id":"a4","name":"Dienst"}],
"networks":[
 {"id":"n1","name":"Kreis","members":[{"id":"m-1","actor":"a1","roles":["member"]},{"id":"m-2","actor":"a2"},
   {"id":"m-3","actor":"a3","roles":["guest"]}],"activity":1},
 {"id":"n2","name":"Ende","members":[{"id":"m-4","actor":"a1"},{"id":"m-5","actor":"a4"}]},
 {"id":"n3","name":"Alt","members":[{"id":"m-6","actor":"a2"}]},
 {"id":"n4","name":"Weg"}],
"relations":[{"id":"c-1","a":"a1","b":"a2","intensity":3}],
"evidence":[
 {"id":"e-1","date":"2025-01-01","pseudonym":"P1","statements":[{"id":"s-1","about":["n1"],"ratings":{"works":2}}]},
 {"id":"e-2","date":"2025-01-02","pseudonym":"P2","statements":[{"id":"s-2","about":["m-1"],"ratings":{"works":2}}]},
 {"id":"e-3","date":"2025-01-03","pseudonym":"P3","statements":[{"id":"s-3","about":["n1"],"ratings":{"works":2}}]},
 {"id":"e-4","date":"2025-01-03","pseudonym":"P4","statements":[{"id":"s-4","about":["n2"],"ratings":{"works":1}}]}]}"#;

const NOW: &str = r#"{"format":"runde","version":1,"landscape":{"name":"L"},
"actors":[{"id":"a1","name":"Amt"},{"id":"a2","name":"Beratungsstelle","formerly":["a4"]},{"id":"a3","name":"Chor"},
 {"id":"a5","name":"Elternrat"}],
"networks":[
 {"id":"n1","name":"Kreis","members":[{"id":"m-1","actor":"a1","roles":["chair"]},
   {"id":"m-2","actor":"a2","until":"2025-12-31"},{"id":"m-3","actor":"a3","roles":["guest"]},{"id":"m-9","actor":"a5"}],
   "activity":3},
 {"id":"n2","name":"Ende","lifecycle":"ended","until":"2026-01","members":[{"id":"m-4","actor":"a1"}]},
 {"id":"n5","name":"Bund","formerly":["n3"],"from":"2026","members":[{"id":"m-6","actor":"a2"},{"id":"m-7","actor":"a5"}]},
 {"id":"n6","name":"Immer schon","from":"1999"}],
"relations":[{"id":"c-1","a":"a1","b":"a2","intensity":2}],
"evidence":[
 {"id":"e-1","date":"2025-01-01","pseudonym":"P1","statements":[{"id":"s-1","about":["n1"],"ratings":{"works":4}}]},
 {"id":"e-2","date":"2025-01-02","pseudonym":"P2","statements":[{"id":"s-2","about":["m-1"],"ratings":{"works":3}}]},
 {"id":"e-3","date":"2025-01-03","pseudonym":"P3","statements":[{"id":"s-3","about":["n1"],"ratings":{"works":2}}]},
 {"id":"e-5","date":"2025-01-03","pseudonym":"P4","statements":[{"id":"s-4","about":["n2"],"ratings":{"works":4}}]},
 {"id":"e-6","date":"2025-02-03","pseudonym":"P9","visibility":"confidential",
  "statements":[{"id":"s-6","about":["n1"],"ratings":{"works":1}}]}]}"#;

fn compared(confidential: bool) -> Comparison {
    let (then, now) = (read(THEN).unwrap().store, read(NOW).unwrap().store);
    let then = Side { store: &then, day: "2025-06-01" };
    let now = Side { store: &now, day: "2026-11-25" };
    compare(then, now, Wish { whom: Whom::Institutions, confidential })
}

#[test]
fn networks_come_and_go_for_a_reason() {
    let found = compared(false).networks;
    let told = |list: &[Come]| -> Vec<(String, Cause, usize)> {
        list.iter().map(|come| (come.record.name.clone(), come.cause, come.members)).collect()
    };
    assert_eq!(told(&found.added), [("Bund".into(), Cause::Founded, 2), ("Immer schon".into(), Cause::Noted, 0)]);
    let gone = [("Alt".into(), Cause::Merged, 1), ("Ende".into(), Cause::Ended, 2), ("Weg".into(), Cause::Dropped, 0)];
    assert_eq!(told(&found.removed), gone);
    assert_eq!(found.removed[0].into.as_ref().unwrap().name, "Bund");
    let fields: Vec<&str> =
        found.changed[0].fields.iter().map(|change| crate::landscape::network::SHAPE.spec(change.field).key).collect();
    assert_eq!((found.changed.len(), fields), (1, vec!["activity"]), "seats are told apart");
}

#[test]
fn actors_come_go_and_change() {
    let found = compared(false).actors;
    let names = |list: &[Come]| list.iter().map(|come| (come.record.name.clone(), come.cause)).collect::<Vec<_>>();
    assert_eq!(names(&found.added), [("Elternrat".to_owned(), Cause::Noted)]);
    assert_eq!(names(&found.removed), [("Dienst".to_owned(), Cause::Merged)]);
    assert_eq!(found.changed.iter().map(|one| &*one.record.name).collect::<Vec<_>>(), ["Beratungsstelle"]);
}

#[test]
fn seats_are_compared_by_who_sits_there_on_the_day() {
    let found = compared(false).memberships;
    let told = |list: &[SeatChange]| -> Vec<(String, String, bool)> {
        list.iter().map(|seat| (seat.network.name.clone(), seat.actor.name.clone(), seat.lasting)).collect()
    };
    // The seat of the Beratungsstelle in n3 is the one in n5, which n3 went into.
    let line = |network: &str, actor: &str, lasting| (network.to_owned(), actor.to_owned(), lasting);
    assert_eq!(told(&found.added), [line("Bund", "Elternrat", true), line("Kreis", "Elternrat", true)]);
    let left =
        [line("Ende", "Amt", false), line("Ende", "Beratungsstelle", false), line("Kreis", "Beratungsstelle", true)];
    assert_eq!(told(&found.removed), left);
    assert_eq!(told(&found.changed), [line("Kreis", "Amt", true)]);
    assert_eq!((&*found.changed[0].before[0], &*found.changed[0].after[0]), ("member", "chair"));
}

#[test]
fn ratings_go_up_and_down_where_enough_voices_speak() {
    let told = |confidential| -> Vec<(String, What, f64, f64)> {
        let found = compared(confidential).ratings;
        found.into_iter().map(|one| (one.subject.name, one.what, one.before, one.after)).collect()
    };
    let works = || What::Dimension("works".into());
    let open = [
        ("Kreis".to_owned(), What::Activity, 1.0, 3.0),
        ("Amt – Beratungsstelle".to_owned(), What::Intensity, 3.0, 2.0),
        ("Kreis".to_owned(), works(), 2.0, 3.0),
    ];
    assert_eq!(told(false), open, "one voice about “Ende” is too few");
    assert!(told(true).contains(&("Kreis".to_owned(), works(), 2.0, 2.5)));
}

#[test]
fn measures_stand_side_by_side() {
    let found = compared(false);
    let figures = |of: &Figures| (of.actors, of.networks, of.memberships, of.components.len(), of.alone);
    assert_eq!(figures(&found.then), (3, 4, 5, 2, 2));
    assert_eq!(figures(&found.now), (3, 3, 4, 2, 1));
    let amt = found.moved.iter().find(|moved| moved.record.name == "Amt").unwrap();
    assert_eq!(amt.ties(), (2, 1));
    let elternrat = found.moved.iter().find(|moved| moved.record.name == "Elternrat").unwrap();
    assert!(elternrat.then.is_none() && elternrat.by() > 0.0);
}

#[test]
fn a_state_compared_with_itself_is_no_change_and_one_store_has_two_days() {
    let demo = read(crate::store::DEMO).unwrap().store;
    let wish = Wish { whom: Whom::People, confidential: true };
    let side = |day| Side { store: &demo, day };
    let same = compare(side("2026-11-23"), side("2026-11-23"), wish);
    assert!(same.is_empty() && same.moved.is_empty());
    let grown = compare(side("2020-01-01"), side("2026-11-23"), wish);
    assert!(!grown.networks.added.is_empty() && grown.networks.added.iter().all(|come| come.cause == Cause::Founded));
    assert!(grown.actors.is_empty());
}
