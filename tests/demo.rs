//! The demo landscape: the file is what the generator prints, its counts are those promised, what is planted is there.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../examples/generate/canonical.rs"]
mod canonical;
#[expect(dead_code, reason = "what the program prints is not asked here")]
#[path = "../examples/generate/check/mod.rs"]
mod check;
#[path = "../examples/generate/demo/mod.rs"]
mod demo;
#[path = "../examples/generate/ids.rs"]
mod ids;
#[path = "../examples/generate/random/mod.rs"]
mod random;
#[path = "../examples/generate/records/mod.rs"]
mod records;
#[path = "../examples/generate/rng.rs"]
mod rng;

use check::store::{Store, array, text};
use serde_json::Value;
use std::collections::BTreeSet;

fn bytes() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/musterau.json")).unwrap()
}

fn file() -> Value {
    serde_json::from_slice(&bytes()).unwrap()
}

fn printed(source: &impl canonical::Source) -> Vec<u8> {
    let mut out = Vec::new();
    canonical::write(source, &mut out).unwrap();
    out
}

fn same(found: &[&str], expected: &[&str]) {
    let found: BTreeSet<&str> = found.iter().copied().collect();
    assert_eq!(found, expected.iter().copied().collect());
}

#[test]
fn the_file_is_what_the_generator_prints() {
    assert!(
        printed(&demo::build().unwrap()) == bytes(),
        "run: cargo run --example generate -- demo > target/musterau.json && mv target/musterau.json data/"
    );
}

#[test]
fn it_has_the_size_real_offices_report() {
    let file = file();
    let store = Store::new(&file);
    let people = store.people().count();
    assert_eq!(array(&file, "networks").len(), 100);
    assert_eq!(array(&file, "actors").len() - people, 290);
    assert!((145..=160).contains(&people), "{people} people");
    assert_eq!(array(&file, "rhythms").len(), 120);
    assert_eq!(array(&file, "evidence").len(), 80);
    assert!((600..=900).contains(&array(&file, "meetings").len()));
    let seats: usize = store.networks().map(|network| array(network, "members").len()).sum();
    assert!(seats >= 1100, "{seats} memberships");
}

#[test]
fn every_id_stands_once_and_every_reference_leads_somewhere() {
    let file = file();
    assert_eq!(check::double_ids(&file), Vec::<String>::new());
    assert_eq!(check::lost_references(&file), BTreeSet::new());
}

#[test]
fn lists_stand_in_order_of_ids() {
    let small = random::Random::new(random::Size::of_networks(40), 7);
    for file in [file(), serde_json::from_slice(&printed(&small)).unwrap()] {
        for list in ["actors", "networks", "relations", "rhythms", "meetings", "evidence", "verdicts"] {
            assert!(array(&file, list).is_sorted_by(|a, b| text(a, "id") < text(b, "id")), "{list}");
        }
    }
}

#[test]
fn there_are_two_double_structures_and_no_third() {
    let file = file();
    let store = Store::new(&file);
    for rolled in [false, true] {
        let pairs = check::overlaps(&store, rolled);
        let twins: Vec<_> = pairs.iter().filter(|pair| pair.alike() >= 0.7 && pair.both() >= 0.7).collect();
        let names: Vec<&str> = twins.iter().flat_map(|pair| [store.name(pair.a), store.name(pair.b)]).collect();
        same(
            &names,
            &[
                "AK Übergang Schule–Beruf",
                "Netzwerk Berufsorientierung Musterau",
                "Präventionskette „Gut aufwachsen in Musterau“",
                "Runder Tisch gegen Kinderarmut",
            ],
        );
        assert_eq!(twins.len(), 2);
        let others = pairs.iter().filter(|pair| pair.alike() < 0.7);
        let close: Vec<String> =
            others.filter(|p| p.alike() >= 0.5 || p.both() >= 0.6).map(|p| p.say(&store)).collect();
        assert!(close.is_empty(), "{close:?}");
    }
}

#[test]
fn one_group_sits_wholly_inside_another() {
    let file = file();
    let store = Store::new(&file);
    for rolled in [false, true] {
        let pairs = check::overlaps(&store, rolled);
        let near: Vec<_> = pairs.iter().filter(|pair| pair.contained() > 0.65 && pair.alike() < 0.7).collect();
        let names: Vec<&str> = near.iter().flat_map(|pair| [store.name(pair.a), store.name(pair.b)]).collect();
        same(&names, &["AK Digitale Bildung", "Unterarbeitsgruppe Medienkonzepte"]);
        assert!(near.iter().all(|pair| (pair.contained() - 1.0).abs() < 1e-9));
    }
}

#[test]
fn a_camp_stands_apart_and_one_person_holds_two_groups() {
    let file = file();
    let store = Store::new(&file);
    for (rolled, holder) in [(false, "Gerlinde Achterberg"), (true, "Regionalbüro Oberland e. V.")] {
        same(&store.names(&check::cut_points(&store, rolled)), &[holder]);
        let parts = check::apart(&store, rolled);
        assert_eq!(parts.len(), 2);
        let camp = store.names(parts.last().unwrap());
        assert!(camp.contains(&"Wehrauer Kultursommer") && camp.len() == 10, "{camp:?}");
    }
}

#[test]
fn gaps_are_where_they_were_left() {
    let file = file();
    let store = Store::new(&file);
    assert_eq!(check::uncovered(&store), ["school_absence"]);
    assert!(store.isolated().len() >= 6);
    assert_eq!(store.names(&check::without(&store, "members")), ["Bildungsregion Fluss und Grenze"]);
    assert_eq!(store.names(&check::ending(&store)), ["Projektgruppe Bildungsbericht 2027"]);
    assert_eq!(check::stale(&store).len(), 7);
    same(
        &store.names(&check::without(&store, "rhythms")),
        &[
            "Bildungsregion Fluss und Grenze",
            "Bündnis Ferien für alle",
            "Integrationsbeirat-Sprechertreffen",
            "Netz der Bildungspaten",
        ],
    );
    same(
        &store.names(&check::unled(&store)),
        &[
            "AG Fördermittel Bildung",
            "Bildungsregion Fluss und Grenze",
            "Digitalbotschafter Musterau",
            "Elternnetz Berufswahl",
            "Runder Tisch Jugend Hirschfurth",
        ],
    );
    assert_eq!(check::without(&store, "evidence").len(), 10);
}

#[test]
fn one_is_late_one_sleeps_and_voices_contradict() {
    let file = file();
    let store = Store::new(&file);
    let late = check::late(&store);
    let overdue: Vec<&str> = late.iter().filter(|one| one.1 <= 2.5).map(|one| store.name(one.0)).collect();
    let asleep: Vec<&str> = late.iter().filter(|one| one.1 > 2.5).map(|one| store.name(one.0)).collect();
    assert_eq!(overdue, ["AK Gesund aufwachsen in Kita und Schule"]);
    assert_eq!(asleep, ["Bündnis „Jugend in Arbeit“"]);
    let contradicted = store.names(&check::contradicted(&store));
    for name in ["Bildungsbeirat des Landkreises", "Fachkräfteallianz Musterau", "Begleitgruppe Schulnetzplanung"] {
        assert!(contradicted.contains(&name), "{contradicted:?}");
    }
}

#[test]
fn the_round_table_on_all_day_schooling_has_a_coordinator_with_a_telephone() {
    let file = file();
    let tables: Vec<&Value> =
        array(&file, "networks").iter().filter(|n| text(n, "name") == "Runder Tisch Ganztag").collect();
    assert_eq!(tables.len(), 1);
    let leads = |seat: &&Value| array(seat, "roles").iter().any(|role| role == "coordination");
    let seats: Vec<&Value> = array(tables[0], "members").iter().filter(leads).collect();
    assert_eq!(seats.len(), 1);
    let person = array(&file, "actors").iter().find(|actor| text(actor, "id") == text(seats[0], "person")).unwrap();
    assert_eq!(text(person, "name"), "Yvonne Eberswinter");
    assert!(text(person, "phone").starts_with("030 23125 "));
}

#[test]
fn every_id_the_page_names_is_in_the_file() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/demo.md")).unwrap();
    let file = file();
    let known: BTreeSet<&str> =
        ["actors", "networks"].iter().flat_map(|list| array(&file, list)).map(|r| text(r, "id")).collect();
    let planted = page.split("## What is planted").nth(1).unwrap().split("## ").next().unwrap();
    let named: BTreeSet<&str> = planted.split('`').skip(1).step_by(2).filter(|word| word.contains('-')).collect();
    assert!(named.len() > 40);
    let wrong: Vec<&&str> = named.iter().filter(|id| !known.contains(*id) && !id.starts_with("2025-")).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn rhythms_begin_on_a_day_their_rule_names() {
    let file = file();
    for rhythm in array(&file, "rhythms").iter().filter(|rhythm| text(rhythm, "rule").starts_with("FREQ")) {
        let day: jiff::civil::Date = text(rhythm, "start")[..10].parse().unwrap();
        let rule = text(rhythm, "rule");
        let by_day = rule.split(';').find_map(|part| part.strip_prefix("BYDAY=")).unwrap();
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let name = names[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap()];
        let number = ((day.day() - 1) / 7 + 1).to_string();
        let fits = if by_day.len() == 2 { by_day == name } else { by_day == format!("{number}{name}") };
        assert!(fits, "{rule} {day}");
    }
}

#[test]
fn a_made_up_landscape_of_any_size_is_sound_and_the_same_each_time() {
    let rounds: u64 = std::env::var("RUNDE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(1);
    for seed in 1..=3 * rounds {
        let size = random::Size::of_networks(10 + 20 * seed);
        let printed_once = printed(&random::Random::new(size, seed));
        assert!(printed_once == printed(&random::Random::new(size, seed)), "seed {seed}");
        let file: Value = serde_json::from_slice(&printed_once).unwrap();
        assert_eq!(check::double_ids(&file), Vec::<String>::new(), "seed {seed}");
        assert_eq!(check::lost_references(&file), BTreeSet::new(), "seed {seed}");
    }
    let file: Value =
        serde_json::from_slice(&printed(&random::Random::new(random::Size::of_records(5000), 1))).unwrap();
    let records: usize = ["actors", "networks", "relations", "rhythms", "meetings", "evidence"]
        .iter()
        .map(|list| array(&file, list).len())
        .sum();
    assert_eq!(records, 5000);
}
