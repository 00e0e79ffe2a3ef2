//! The board of measures and the board of differences, as pressed: screens in all sizes and both languages, days, filters,
//! people and institutions, what leads where.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

mod support;

use runde::analysis::graph::{TwoMode, Whom};
use runde::analysis::measures::measure;
use runde::app::job::Job;
use runde::app::key::keys;
use runde::app::{Effect, Event, Overlay, handle};
use runde::i18n::Lang;
use runde::store::{DEMO, read};
use support::session::Session;

fn snap(keys: &str, name: &str, lang: Lang, size: (u16, u16)) {
    let mut run = Session::demo(lang, size);
    run.press(keys);
    let (name, seen) = run.picture(name);
    insta::assert_snapshot!(name, seen);
}

#[test]
fn insight_in_all_sizes_and_both_languages() {
    for size in [(120, 40), (80, 24), (40, 12)] {
        snap("I", "actors", Lang::De, size);
        snap("I<Tab>", "networks", Lang::En, size);
    }
    snap("I<Tab><Tab>", "figures", Lang::De, (80, 24));
    snap("Irsss", "rank", Lang::En, (120, 40));
}

#[test]
fn differences_in_all_sizes_and_both_languages() {
    for size in [(120, 40), (80, 24), (40, 12)] {
        snap(":then and now<Enter><Enter>1.6.2024<Enter>", "compare", Lang::En, size);
    }
    snap(":damals<Enter><Enter>1.6.2024<Enter><Tab>", "compare_seats", Lang::De, (80, 24));
    snap(":damals<Enter><Enter>1.6.2024<Enter><Shift-Tab>", "compare_figures", Lang::De, (80, 24));
}

#[test]
fn the_best_connected_come_first_and_lead_to_their_card() {
    let store = read(DEMO).unwrap().store;
    let two = TwoMode::of(&store, "2026-11-23", Whom::Institutions, |_| true);
    let rows = measure(&two).actors;
    let best = (0..rows.len()).max_by(|a, b| rows[*a].betweenness.total_cmp(&rows[*b].betweenness)).unwrap();
    let name = runde::store::name_of(&store, &two.actors[best]);
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("I");
    let first = run.screen().lines().nth(2).unwrap().to_owned();
    assert!(first.contains(&name), "{first}, {name}");
    run.press("<Enter>");
    assert!(run.model.overlays.is_empty() && run.shows(&name));
}

#[test]
fn day_filter_and_people_are_shown_and_hold() {
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("Id2020-01-01<Enter>");
    assert!(run.shows("2020-01-01") && run.shows("Known of 81 networks"), "{}", run.screen());
    run.press("d<Ctrl-u>30.2.2020<Enter>");
    assert!(run.shows("is not a day"), "{}", run.screen());
    run.press("<Esc>d<Ctrl-u><Enter>p");
    assert!(run.shows("People count for themselves") && run.shows("Known of 99 networks"));
    run.press("ptheme:language<Esc>");
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("Iftheme:language<Enter><Tab>");
    assert!(run.shows("only: theme:language") && run.shows("Netzwerk Sprachbildung"));
    assert!(!run.shows("Netzwerk Kinderschutz"), "{}", run.screen());
    run.press("fxqzv<Enter>");
    assert!(run.shows("none fits the filter"));
    // What the list of networks is filtered to is what is measured.
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("1/theme:language<Enter>I");
    assert!(run.shows("only: theme:language"), "{}", run.screen());
}

#[test]
fn sorting_begins_with_the_largest_and_says_what_is_sorted_by() {
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("Isss");
    assert!(run.shows("networks ▾") && run.shows("Counts seats"), "{}", run.screen());
    run.press("ssss");
    assert!(run.shows("nearness % ▾") && run.shows("How few steps away"), "{}", run.screen());
}

#[test]
fn results_nobody_asked_for_any_more_are_left_aside() {
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("I<Esc>");
    assert!(run.model.overlays.is_empty());
    run.press("I1");
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Board(_))));
    run.press("<Ctrl-t>");
    assert!(run.shows("Einblick"), "measured anew in the other language");
}

/// Presses keys and keeps the work they ask for instead of doing it.
fn asked(run: &mut Session, text: &str) -> Vec<Job> {
    let effects = keys(text).unwrap().into_iter().flat_map(|key| handle(&mut run.model, Event::Key(key)));
    let job = |effect| if let Effect::Work(job) = effect { Some(job) } else { None };
    effects.collect::<Vec<_>>().into_iter().filter_map(job).collect()
}

fn board(run: &Session) -> (usize, String) {
    match run.model.overlays.last() {
        Some(Overlay::Board(board)) => (board.len(), board.selected().unwrap().key.clone()),
        other => panic!("no board: {other:?}"),
    }
}

#[test]
fn boards_open_at_once_keep_their_rows_while_they_are_worked_out_anew_and_call_off_what_nobody_waits_for() {
    for key in ["I", "D", "b", "p"] {
        let mut run = Session::demo(Lang::En, (120, 40));
        let first = asked(&mut run, key).remove(0);
        assert!(run.shows("working it out … 0 %") && run.shows("Working it out …"), "{}", run.screen());
        run.event(Event::Worked(first.carry_out().unwrap())).press("jj");
        assert!(!run.shows("orking it out"), "{}", run.screen());
        let before = board(&run);
        let second = asked(&mut run, "<Ctrl-t>").remove(0);
        assert!(run.shows("wird berechnet … 0 %"), "{}", run.screen());
        assert_eq!(board(&run), before, "{key}");
        run.event(Event::Worked(second.clone().carry_out().unwrap()));
        assert!(!run.shows("wird berechnet"), "{}", run.screen());
        assert_eq!(board(&run), before, "{key}");
        let third = asked(&mut run, "<Ctrl-t>").remove(0);
        assert!(asked(&mut run, "<Ctrl-t>").is_empty(), "{key}: known already");
        assert!(third.carry_out().is_none(), "{key}: nobody waits for it");
        let last = asked(&mut run, &format!("<Esc>{key}")).remove(0);
        asked(&mut run, "<Esc>");
        assert!(last.carry_out().is_none(), "{key}: the board is closed");
    }
}

#[test]
fn the_map_opens_at_once_and_asks_for_places_when_it_knows_its_graph() {
    let mut run = Session::demo(Lang::En, (120, 40));
    let drawn = asked(&mut run, "z").remove(0);
    assert!(run.shows("Finding everyone's place … 0 %") && !run.shows("of 0"), "{}", run.screen());
    // Keys before anything is known do no harm.
    assert!(asked(&mut run, "hjkl+-f<Tab>vvv").is_empty());
    let places = handle(&mut run.model, Event::Worked(drawn.carry_out().unwrap()));
    let [Effect::Work(places)] = places.as_slice() else { panic!("{places:?}") };
    run.press("<Tab>");
    assert!(run.shows("Finding everyone's place") && run.shows("tied to"), "{}", run.screen());
    run.event(Event::Worked(places.clone().carry_out().unwrap()));
    assert!(!run.shows("Finding everyone's place"), "{}", run.screen());
    let drawn = asked(&mut run, "<Esc>z").remove(0);
    asked(&mut run, "<Esc>");
    assert!(drawn.carry_out().is_none(), "the map is closed");
}
