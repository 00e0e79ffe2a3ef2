//! What `docs/demo.md` says was planted in the demo landscape is found by the view made for it, and nothing else is claimed.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use jiff::civil::Date;
use runde::analysis::gaps::{Detail, Gap, GapKind, gaps, words};
use runde::analysis::overlap;
use runde::i18n::Lang;
use runde::landscape::Kind;
use runde::store::{self, Store, name_of};

fn demo() -> Store {
    store::read(store::DEMO).unwrap().store
}

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn of(found: &[Gap], kind: GapKind) -> Vec<&Gap> {
    found.iter().filter(|gap| gap.kind == kind).collect()
}

fn subjects(store: &Store, found: &[Gap], kind: GapKind) -> Vec<String> {
    let subject = |gap: &&Gap| gap.subject.as_ref().map(|(_, id)| name_of(store, id));
    let mut names: Vec<String> = of(found, kind).iter().filter_map(subject).collect();
    names.sort_unstable();
    names
}

#[test]
fn two_double_structures_and_a_group_inside_another_are_claimed_and_no_third() {
    let store = demo();
    let pairs = overlap::pairs(&store, "2026-11-23");
    let mut claimed: Vec<[&str; 2]> =
        pairs.iter().filter(|pair| pair.is_claimed()).map(|pair| [pair.a.as_str(), pair.b.as_str()]).collect();
    claimed.sort_unstable();
    let planted = [
        ["ak-digitale-bildung-z4dbhm", "unterarbeitsgruppe-9p4bg6"],
        ["ak-uebergang-schule-beruf-80ces2", "netzwerk-berufsorientierung-brcyp9"],
        ["praeventionskette-gut-aufwachsen-gtfm9g", "runder-tisch-gegen-kinderarmut-yq1dvs"],
    ];
    assert_eq!(claimed, planted);
}

#[test]
fn the_theme_nobody_covers_and_the_goal_nobody_carries() {
    let (store, found) = (demo(), gaps(&demo(), today()));
    let uncovered = of(&found, GapKind::UncoveredTheme);
    assert_eq!(uncovered.iter().map(|gap| &gap.detail).collect::<Vec<_>>(), [&Detail::Theme("school_absence".into())]);
    assert_eq!(words::text(&store, uncovered[0], Lang::De), "kein Netzwerk arbeitet zu Schulabsentismus");
    assert_eq!(of(&found, GapKind::UncarriedGoal).len(), 1);
}

#[test]
fn the_person_everything_hangs_on_and_the_camp_apart() {
    let (store, found) = (demo(), gaps(&demo(), today()));
    let [hangs] = of(&found, GapKind::HangsOn)[..] else { panic!("one person") };
    assert_eq!(hangs.subject.as_ref().unwrap().1.as_str(), "p-w5s9jkfev2");
    let Detail::Falls(falls) = &hangs.detail else { panic!("networks fall off") };
    assert_eq!(falls.len(), 5);
    let [camp] = of(&found, GapKind::Camp)[..] else { panic!("one camp") };
    let Detail::Part(networks, actors) = &camp.detail else { panic!("a part") };
    let names: Vec<String> = networks.iter().map(|id| name_of(&store, id)).collect();
    assert_eq!(names, ["Musik in Wehrau", "Wehrauer Kultursommer", "Wehrauer Museumsgespräch"]);
    assert_eq!(*actors, 7);
}

#[test]
fn actors_without_a_seat() {
    let (store, found) = (demo(), gaps(&demo(), today()));
    let planted = [
        "Fahrschule und Berufskraftfahrer-Zentrum Ost",
        "Imkerverein Altenlohe",
        "Initiative Gehörlose im Landkreis",
        "Medizintechnik Kaltwasser GmbH",
        "Repair-Café Schönwerda",
        "Studierendenrat der Hochschule Musterau",
        "Vietnamesischer Kulturverein Lotos e. V.",
        "Zirkusschule Manegerie",
    ];
    assert_eq!(subjects(&store, &found, GapKind::Isolate), planted);
}

#[test]
fn what_single_networks_lack() {
    let (store, found) = (demo(), gaps(&demo(), today()));
    let names = |kind| subjects(&store, &found, kind);
    let unled = [
        "AG Fördermittel Bildung",
        "Bildungsregion Fluss und Grenze",
        "Digitalbotschafter Musterau",
        "Elternnetz Berufswahl",
        "Runder Tisch Jugend Hirschfurth",
    ];
    assert_eq!(names(GapKind::NoCoordination), unled);
    assert_eq!(names(GapKind::NoMembers), ["Bildungsregion Fluss und Grenze"]);
    // The one that ended is not asked for a rhythm; one has a rhythm nobody knows.
    let without = [
        "Bildungsregion Fluss und Grenze",
        "Elternnetz Berufswahl",
        "Integrationsbeirat-Sprechertreffen",
        "Netz der Bildungspaten",
    ];
    assert_eq!(names(GapKind::NoRhythm), without);
    assert_eq!(names(GapKind::NoEvidence).len(), 10);
    assert_eq!(names(GapKind::Ending), ["Projektgruppe Bildungsbericht 2027"]);
    assert_eq!(names(GapKind::Stale).len(), 7);
    assert_eq!(names(GapKind::Dormant), ["Bündnis „Jugend in Arbeit“"]);
    assert_eq!(names(GapKind::Overdue), ["AK Gesund aufwachsen in Kita und Schule"]);
    let untied = [
        "Bildungskonferenz",
        "Netzwerk Kinder- und Jugendbeteiligung",
        "Netzwerk Kulturelle Bildung",
        "Stadtteilkonferenz Musterau-Nord",
    ];
    assert_eq!(names(GapKind::MissingTie), untied);
    assert!(names(GapKind::CommitteeUntied).is_empty() && names(GapKind::PlanningUntied).is_empty());
}

#[test]
fn every_kind_has_its_words_in_both_languages_and_its_place() {
    assert!(GapKind::ALL.is_sorted());
    for lang in [Lang::De, Lang::En] {
        let words: std::collections::BTreeSet<&str> =
            GapKind::ALL.into_iter().map(|kind| words::kind(kind, lang)).collect();
        assert!(words.len() == GapKind::ALL.len() && !words.contains(""));
    }
    let keys: std::collections::BTreeSet<&str> = GapKind::ALL.into_iter().map(GapKind::key).collect();
    assert_eq!(keys.len(), GapKind::ALL.len());
    assert!(
        gaps(&demo(), today()).iter().all(|gap| gap.subject.as_ref().is_none_or(|(kind, _)| *kind != Kind::Landscape))
    );
}
