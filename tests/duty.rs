//! Evidence, shared responsibility, governance and embedding on the screen, as a user would see and press them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::card::card;
use runde::i18n::Lang;
use runde::landscape::{Kind, evidence, network, statement};
use runde::store::Store;
use support::session::Session;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// One screen of the demo after these keys, in all sizes and both languages.
fn snap(name: &str, keys: &str) {
    for lang in [Lang::De, Lang::En] {
        for size in SIZES {
            let mut run = Session::demo(lang, size);
            run.press(keys);
            let (name, seen) = run.picture(name);
            insta::assert_snapshot!(name, seen);
        }
    }
}

#[test]
fn the_evidence_the_statements_and_the_voices() {
    snap("evidence", "B");
    snap("statements", "B<Tab>j");
    snap("voices", "B<Tab><Tab>");
}

#[test]
fn goals_duties_and_next_steps() {
    snap("goals", "R");
    snap("duties", "R<Tab>");
    snap("steps", "R<Tab><Tab>");
}

#[test]
fn the_governance_map_and_the_embedding() {
    snap("governance", "V");
    snap("embedding", "Wlljjj");
}

#[test]
fn every_statement_stands_on_the_card_of_everything_it_speaks_about() {
    let run = Session::demo(Lang::De, (120, 40));
    let (cx, store) = (run.model.context(), run.model.data.store());
    let mut looked = 0;
    for source in store.all(Kind::Evidence) {
        for said in source.parts(evidence::STATEMENTS) {
            for about in said.texts(statement::ABOUT) {
                let text = said.text(statement::TEXT).split_whitespace().collect::<Vec<_>>().join(" ");
                let owner = store.all(Kind::Network).find(|body| {
                    let parts = body.parts(network::MEMBERS).iter().chain(body.parts(network::EMBEDDING));
                    parts.map(|part| &*part.id).any(|id| *id == **about)
                });
                let (kind, id) = owner.map_or_else(
                    || store.resolve(about).map(|(kind, record)| (kind, record.id.clone())).unwrap(),
                    |body| (Kind::Network, body.id.clone()),
                );
                let card = card(kind, &id, &cx).unwrap();
                let all: Vec<String> = card.rows.iter().map(runde::app::card::Row::text).collect();
                assert!(all.join("\n").contains(&text), "{text} is missing on the card of {id}");
                looked += 1;
            }
        }
        for person in source.texts(evidence::WITH) {
            let card = card(Kind::Actor, person, &cx).unwrap();
            let leads = |row: &runde::app::card::Row| matches!(&row.follow, Some(runde::app::card::Follow::Record(Kind::Evidence, id)) if *id == source.id);
            assert!(card.rows.iter().any(leads), "{} is missing on the card of {person}", source.id);
        }
    }
    assert!(looked > 150, "{looked}");
}

#[test]
fn a_record_put_together_keeps_what_was_said_about_the_other() {
    let text = r#"{"format":"runde","version":1,"landscape":{"name":"L"},
        "networks":[{"id":"new","name":"Neu","formerly":["old"]}],
        "evidence":[{"id":"e-1","date":"2026-01-01","kind":"document",
            "statements":[{"id":"s-1","about":["old"],"text":"Das war früher so."}]}]}"#;
    let run = Session::new(text, Lang::De, (80, 24));
    let card = card(Kind::Network, "new", &run.model.context()).unwrap();
    assert!(card.rows.iter().any(|row| row.text().contains("Das war früher so.")));
}

#[test]
fn a_tie_is_opened_and_a_missing_one_is_filled_in() {
    let mut run = Session::demo(Lang::De, (120, 40));
    // AG Fachkräfte für Kitas × Ausschuss für Bildung und Kultur: nothing yet.
    run.press("W");
    assert!(run.shows("keine Verbindung vermerkt"), "{}", run.screen());
    run.press("<Enter>");
    assert!(run.shows("Ausschuss für Bildung und Kultur"), "{}", run.screen());
    run.press("<Tab>berät<Enter><Ctrl-s>");
    assert!(run.shows("◇ berät"), "{}", run.screen());
    run.press("<Enter>");
    assert!(run.shows("Einbindung") && run.shows("berät"), "the tie itself: {}", run.screen());
    run.press("<Esc>");
    run.press("u");
    assert!(run.shows("keine Verbindung vermerkt"), "{}", run.screen());
}

#[test]
fn a_goal_nobody_carries_gets_somebody() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("R");
    assert!(run.shows("! niemand"));
    run.press("e");
    assert!(run.shows("Jugendliche, die der Schule fernbleiben, gehen niemandem verloren"), "{}", run.screen());
    run.press("<Tab><Enter>jugendamt<Tab><Enter><Ctrl-s>");
    assert!(!run.shows("! niemand"), "{}", run.screen());
}

#[test]
fn a_statement_is_edited_from_the_list() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("B<Tab>/Wir dachten<Enter>e");
    assert!(run.shows("Aussage"), "{}", run.screen());
    run.press("<Esc>");
    assert!(run.shows("Belege 1 · Aussagen"), "{}", run.screen());
    run.press("<Enter>");
    assert!(run.shows("Gespräch · 19.11.2026"), "the card: {}", run.screen());
}

#[test]
fn the_governance_map_leads_to_the_network() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("V/frühe hilfen<Enter><Tab>");
    assert!(run.shows("Netzwerk Frühe Hilfen"), "{}", run.screen());
    run.press("<Enter>");
    assert!(run.screen().lines().next().unwrap().contains("Netzwerk Frühe Hilfen"), "{}", run.screen());
}

/// A store with one person, one network, and a statement about either.
fn small(about: &str) -> String {
    format!(
        r#"{{"format":"runde","version":1,"landscape":{{"name":"L"}},
        "actors":[{{"id":"p-1","name":"Anna Muster","person":true}}],"networks":[{{"id":"n","name":"Netz"}}],
        "evidence":[{{"id":"e-1","date":"2026-01-01","kind":"interview","statements":[{{"id":"s-1","about":["{about}"],"text":"x"}}]}}]}}"#
    )
}

#[test]
fn people_are_never_rated() {
    for (about, rated) in [("n", true), ("p-1", false)] {
        let mut run = Session::new(&small(about), Lang::De, (120, 40));
        run.press("B<Tab>e<Ctrl-g>");
        for _ in 0..12 {
            if run.screen().lines().any(|line| line.contains('▌') && line.contains("Einschätzung")) {
                break;
            }
            run.press("<Tab>");
        }
        run.press("<Enter>vertrauen<Tab><Enter>3<Ctrl-s>");
        assert_eq!(!run.shows("bewertet eine Person"), rated, "{}", run.screen());
        let marks = run.model.data.store().get(Kind::Evidence, "e-1").unwrap();
        assert_eq!(!marks.parts(evidence::STATEMENTS)[0].ratings(statement::RATINGS).is_empty(), rated);
    }
    let store: Store =
        runde::store::read(&small("p-1").replace(r#""text":"x""#, r#""ratings":{"trust":1}"#)).unwrap().store;
    let found = runde::analysis::soundness(&store);
    assert!(found.iter().any(|one| one.flaw == runde::store::Flaw::PersonRated("p-1".into())), "{found:?}");
}

#[test]
fn a_new_conversation_is_confidential_and_the_hints_stand_at_the_fields() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("v");
    assert!(run.shows("vertraulich"), "{}", run.screen());
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("B<Tab>e");
    for _ in 0..6 {
        if run.shows("Genannte dürfen dies lesen; keine Falldaten") {
            break;
        }
        run.press("<Tab>");
    }
    assert!(run.shows("Genannte dürfen dies lesen; keine Falldaten"), "{}", run.screen());
}

#[test]
fn a_persons_own_address_is_told_from_a_functional_one() {
    let person = r#"{"format":"runde","version":1,"landscape":{"name":"L"},
        "actors":[{"id":"amt","name":"Amt","email":"anna.muster@example.org"},
        {"id":"vhs","name":"VHS","email":"info@example.org"},
        {"id":"p-1","name":"Berta Muster","person":true,"email":"info@example.org"}]}"#;
    for (name, said) in
        [("Amt", "sieht nach der Adresse einer Person aus"), ("VHS", ""), ("Berta", "Sie gehört zur Einrichtung")]
    {
        let mut run = Session::new(person, Lang::De, (120, 40));
        run.press(&format!("2/{name}<Enter>e"));
        let screen = run.screen().replace('\n', " ");
        let told = screen.contains("sieht nach");
        assert_eq!(told, !said.is_empty(), "{name}: {screen}");
        let words: Vec<&str> = screen.split_whitespace().filter(|word| *word != "┃").collect();
        assert!(words.join(" ").contains(said), "{name}: {screen}");
    }
}
