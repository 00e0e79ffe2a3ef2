//! What `docs/demo.md` says was planted in the demo landscape is found by the view made for it, and nothing else is claimed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail"
)]

mod forge;

use jiff::civil::Date;
use runde::analysis::gaps::{Detail, Gap, GapKind, gaps, words};
use runde::analysis::overlap;
use runde::i18n::Lang;
use runde::landscape::Kind;
use runde::store::{self, Store, name_of};
use std::collections::{BTreeMap, BTreeSet};

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
        let words: BTreeSet<&str> = GapKind::ALL.into_iter().map(|kind| words::kind(kind, lang)).collect();
        assert!(words.len() == GapKind::ALL.len() && !words.contains(""));
    }
    let keys: BTreeSet<&str> = GapKind::ALL.into_iter().map(GapKind::key).collect();
    assert_eq!(keys.len(), GapKind::ALL.len());
    assert!(
        gaps(&demo(), today()).iter().all(|gap| gap.subject.as_ref().is_none_or(|(kind, _)| *kind != Kind::Landscape))
    );
}

/// Found, missed, claimed too much: by what was planted, never by the engine.
#[derive(Default)]
struct Score {
    right: usize,
    missed: usize,
    wrong: usize,
}

impl Score {
    fn add<T: Ord>(&mut self, found: &BTreeSet<T>, planted: &BTreeSet<T>) {
        self.right += found.intersection(planted).count();
        self.missed += planted.difference(found).count();
        self.wrong += found.difference(planted).count();
    }

    /// Precision and recall in percent.
    fn shares(&self) -> (f64, f64) {
        let real = |number: usize| f64::from(u32::try_from(number).unwrap());
        let of = |all: usize| if all == 0 { 100.0 } else { 100.0 * real(self.right) / real(all) };
        (of(self.right + self.wrong), of(self.right + self.missed))
    }
}

/// 200 landscapes on each run, more with `RUNDE_ROUNDS`; the seed with `RUNDE_SEED`.
#[test]
fn what_is_planted_in_random_landscapes_is_found_and_nothing_else() {
    let (first, rounds) = (forge::seed(20_261_125), forge::rounds(200));
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for seed in first..first + rounds as u64 {
        let (text, truth) = forge::plants::Plants::grow(seed);
        let store = store::read(&text).unwrap().store;
        let id = |id: &runde::landscape::Id| id.as_str().to_owned();
        let pairs = overlap::pairs(&store, forge::plants::TODAY);
        let claimed: BTreeSet<(String, String)> =
            pairs.iter().filter(|pair| pair.is_claimed()).map(|pair| (id(&pair.a), id(&pair.b))).collect();
        scores.entry("doubles").or_default().add(&claimed, &truth.doubles);
        let found = gaps(&store, today());
        let subjects = |kind| -> BTreeSet<String> {
            of(&found, kind).iter().map(|gap| id(&gap.subject.as_ref().unwrap().1)).collect()
        };
        scores.entry("isolates").or_default().add(&subjects(GapKind::Isolate), &truth.isolates);
        scores.entry("nobody coordinates").or_default().add(&subjects(GapKind::NoCoordination), &truth.unled);
        scores.entry("no rhythm").or_default().add(&subjects(GapKind::NoRhythm), &truth.no_rhythm);
        scores.entry("ends soon").or_default().add(&subjects(GapKind::Ending), &truth.ending);
        let bare: BTreeSet<String> = of(&found, GapKind::UncoveredTheme)
            .iter()
            .map(|gap| if let Detail::Theme(theme) = &gap.detail { theme.to_string() } else { String::new() })
            .collect();
        scores.entry("bare themes").or_default().add(&bare, &truth.bare);
        let ids = |list: &[runde::landscape::Id]| list.iter().map(id).collect::<Vec<String>>();
        let camps: BTreeSet<Vec<String>> = of(&found, GapKind::Camp)
            .iter()
            .map(|gap| if let Detail::Part(networks, _) = &gap.detail { ids(networks) } else { Vec::new() })
            .collect();
        scores.entry("camps").or_default().add(&camps, &truth.camps);
        let hangs: BTreeSet<(String, Vec<String>)> = of(&found, GapKind::HangsOn)
            .iter()
            .map(|gap| {
                let falls = if let Detail::Falls(falls) = &gap.detail { ids(falls) } else { Vec::new() };
                (id(&gap.subject.as_ref().unwrap().1), falls)
            })
            .collect();
        scores.entry("hangs on one").or_default().add(&hangs, &truth.hangs);
    }
    for (name, score) in &scores {
        let (precision, recall) = score.shares();
        let planted = score.right + score.missed;
        println!(
            "{name}: {planted} planted, precision {precision:.1} %, recall {recall:.1} % (seed {first}, {rounds})"
        );
    }
    for (name, score) in &scores {
        let (precision, recall) = score.shares();
        assert!(precision >= 95.0 && recall >= 95.0, "{name}: seed {first}, {rounds} landscapes");
    }
}
