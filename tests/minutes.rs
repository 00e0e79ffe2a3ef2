//! A meeting is held: who is there, topics, decisions, tasks; the minutes go out, and all of it is undone again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::model::Model;
use runde::i18n::Lang;
use runde::landscape::{Kind, Record, decision, meeting, task};
use support::session::{DEMO, Session};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];
const LANGS: [Lang; 2] = [Lang::De, Lang::En];

fn snap(run: &mut Session, name: &str) {
    let (name, seen) = run.picture(name);
    insta::assert_snapshot!(name, seen);
}

/// The meetings that were made or changed, as they are now.
fn changed(run: &Session) -> Vec<Record> {
    let ids: Vec<_> =
        run.model.data.history().steps().flat_map(|change| change.edits.iter()).map(|e| e.id().clone()).collect();
    let mut all: Vec<Record> = run
        .model
        .data
        .store()
        .all(Kind::Meeting)
        .filter(|one| ids.contains(&one.id))
        .map(|one| Record::clone(one))
        .collect();
    all.dedup_by(|a, b| a.id == b.id);
    all
}

fn undo_all(run: &mut Session) {
    while !run.model.data.history().is_empty() {
        run.press("u");
    }
}

/// Two decisions and three tasks, one of them carried over; everything is on disk as it lands, and undone again the file
/// is byte for byte the one before.
#[test]
fn a_meeting_is_held_its_minutes_copied_and_all_undone() {
    for lang in LANGS {
        for size in SIZES {
            let mut run = Session::demo(lang, size);
            run.press("/runder tisch ganztag<Enter>M");
            snap(&mut run, "opened");
            assert_eq!(run.disk, DEMO.as_bytes(), "opening changes nothing");
            run.press("x<Down>xx<Down>xxx");
            run.press("<Tab>");
            snap(&mut run, "left_open");
            run.press("<Tab>Haushalt 2027<Enter>Ferienbetreuung<Enter>");
            run.press(
                "<Tab>Das Konzept geht in den Ausschuss @jugendhilfeausschuss<Enter>Die AG trifft sich öfter<Enter>",
            );
            let (by, until) = lang.pick(("bis 15.12.", "15.12.2026"), ("by 15.12.", "2026-12-15"));
            run.press("<Tab>Protokoll verschicken @jugendamt ").press(by);
            assert!(size.0 < 60 || run.shows("Jugendamt · ") && run.shows(until), "{}", run.screen());
            snap(&mut run, "task_typed");
            run.press("<Enter>Raum buchen<Enter>Umfrage @volkshochschule<Enter>");
            snap(&mut run, "held");
            let held = changed(&run).pop().expect("noted");
            assert_eq!(held.parts(meeting::DECISIONS).len(), 2);
            assert!(!held.parts(meeting::DECISIONS)[0].text(decision::TO).is_empty());
            let tasks = held.parts(meeting::TASKS);
            assert_eq!(tasks.len(), 3, "{}", run.screen());
            assert_eq!((tasks[0].text(task::TEXT), tasks[0].text(task::DUE)), ("Protokoll verschicken", "2026-12-15"));
            assert_eq!(tasks[0].texts(task::WHO).len(), 1);
            assert_eq!(held.texts(meeting::PRESENT).len(), 1);
            assert_eq!((held.texts(meeting::EXCUSED).len(), held.texts(meeting::ABSENT).len()), (1, 1));
            run.press("<Ctrl-y>");
            let minutes = run.copied.clone().expect("copied");
            insta::assert_snapshot!(format!("minutes_{}", lang.code()), minutes);
            run.press("<Esc>");
            assert!(run.model.overlays.is_empty(), "leaving asks nothing");
            undo_all(&mut run);
            assert_eq!(run.disk, DEMO.as_bytes(), "{lang:?} {size:?}");
        }
    }
}

#[test]
fn a_half_typed_line_survives_leaving_and_a_crash() {
    let mut run = Session::demo(Lang::De, (80, 24));
    run.press("/runder tisch ganztag<Enter>M<Tab><Tab><Tab><Tab>Protokoll ver<Esc>");
    assert!(run.model.overlays.is_empty());
    let draft = run.draft.clone().expect("kept");
    run.press("M");
    assert!(run.shows("Aufgabe › Protokoll ver"), "{}", run.screen());
    let mut again = Session::demo(Lang::De, (80, 24));
    Model::offer_draft(&mut again.model, &draft);
    assert!(again.shows("Aufgabe › Protokoll ver"), "{}", again.screen());
    again.press("schicken<Enter>");
    assert_eq!(changed(&again)[0].parts(meeting::TASKS)[0].text(task::TEXT), "Protokoll verschicken");
    assert!(again.draft.is_none());
}

/// A meeting that was only expected becomes one that is noted, for its rhythm and its day; undone, it is expected again.
#[test]
fn an_expected_meeting_is_noted_with_its_first_line() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("t");
    while !run.screen().lines().any(|line| line.contains('▌') && line.contains("erwartet")) {
        run.press("j");
    }
    run.press("M<Tab><Tab>Ein Thema<Enter>");
    let noted = changed(&run).pop().expect("noted");
    assert!(!noted.text(meeting::RHYTHM).is_empty() && !noted.text(meeting::OCCURRENCE).is_empty());
    assert_eq!(noted.text(meeting::TOPICS), "Ein Thema");
    run.press("<Ctrl-g>");
    assert_eq!(run.disk, DEMO.as_bytes());
    assert!(run.shows("noch nicht festgehalten"), "{}", run.screen());
    run.press("Ein anderes<Enter><Esc><Esc>");
    assert_eq!(changed(&run).len(), 1);
}

#[test]
fn looking_up_comes_back_and_brings_the_name() {
    let mut run = Session::demo(Lang::De, (80, 24));
    run.press("/runder tisch ganztag<Enter>M<Tab><Tab>Gespräch mit<Ctrl-f>kreisbibliothek<Enter>");
    assert!(run.shows("Thema › Gespräch mit Kreis- und Stadtbibliothek Musterau"), "{}", run.screen());
    run.press("<Tab><Tab><Ctrl-u>Einladen<Ctrl-o>kreisbibliothek<Enter> bis Freitag");
    assert!(run.shows("wer: Kreis- und Stadtbibliothek Musterau"), "{}", run.screen());
    assert!(run.shows("bis 27.11.2026"), "{}", run.screen());
}

/// What the last meetings left open is carried over once, or ticked done where it stands.
#[test]
fn open_tasks_are_carried_over_and_ticked() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("/runder tisch ganztag<Enter>M<Tab>");
    assert!(run.shows("Offen geblieben 4"), "{}", run.screen());
    run.press("<Enter>x");
    assert!(run.shows("Offen geblieben 2") && run.shows("übernommen"), "{}", run.screen());
    let all = changed(&run);
    let carried =
        all.iter().flat_map(|one| one.parts(meeting::TASKS)).find(|one| !one.text(task::CARRIED_FROM).is_empty());
    assert!(carried.is_some());
    let done =
        all.iter().flat_map(|one| one.parts(meeting::TASKS)).filter(|one| one.text(task::DONE_ON) == "2026-11-23");
    assert_eq!(done.count(), 1);
    run.press("<Esc>");
    undo_all(&mut run);
    assert_eq!(run.disk, DEMO.as_bytes());
}

#[test]
fn tasks_over_all_networks_are_listed_ticked_and_lead_to_their_meeting() {
    for lang in LANGS {
        for size in SIZES {
            let mut run = Session::demo(lang, size);
            run.press("T");
            snap(&mut run, "tasks");
            run.press("<Tab><Tab><Tab>");
            snap(&mut run, "tasks_by_actor");
            run.press("<Shift-Tab><Shift-Tab>x");
            assert_eq!(run.model.data.history().len(), 1, "{}", run.screen());
            run.press("u<Enter>");
            assert!(run.model.overlays.is_empty() && run.model.focus.on_card());
            assert_eq!(run.disk, DEMO.as_bytes());
        }
    }
}

/// Beside what people say stands what was observed; one key makes it the rule, another takes that back.
#[test]
fn what_was_observed_becomes_the_rule_with_one_key() {
    let mut run = Session::demo(Lang::De, (120, 40));
    let ids: Vec<_> = run.model.data.store().all(Kind::Network).map(|one| one.id.clone()).collect();
    let mut taken = 0;
    for id in ids {
        runde::app::update::go_to(&mut run.model, Kind::Network, &id);
        run.press("<Enter>");
        if run.shows("= übernimmt") {
            if taken == 0 {
                snap(&mut run, "observed");
            }
            run.press("=");
            taken += run.model.data.history().len();
            if !run.model.data.history().is_empty() {
                run.press("u");
            }
            assert_eq!(run.disk, DEMO.as_bytes());
        }
        run.press("<Esc>");
    }
    assert!(taken > 0);
}
