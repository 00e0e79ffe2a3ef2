//! Records very many name: what is tied to them comes later than the key, and is then what it would have been at once.

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
use runde::app::pane::{Looking, Slot, related};
use runde::i18n::Lang;
use runde::landscape::{Id, Kind};
use runde::store::Store;
use support::dice::{Dice, seed};
use support::session::Session;
use support::stores::hub;

const MANY: usize = 300;

/// The program with what is worked out beside the loop held back, the institution selected.
fn waiting() -> Session {
    waiting_on(hub(MANY, MANY, 0))
}

fn waiting_on(store: Store) -> Session {
    let mut run = Session::on(store, Lang::De, (120, 40));
    run.later = Some(Vec::new());
    run.press("2").catch_up();
    run.press("<Down><Home>");
    run
}

/// What stands first in a list.
fn first(run: &Session, pane: usize) -> Vec<Id> {
    let rows = &run.model.panes[pane].rows;
    let slot = |row| match rows.get(row) {
        Some(Slot::Record(id, true)) => Some(id.clone()),
        _ => None,
    };
    (0..rows.len()).map_while(slot).collect()
}

/// When nothing is outstanding, lists and card are what they are when looked at with all the time in the world.
fn all_is_known(run: &mut Session) {
    let focused = run.model.focus.pane();
    for at in 0..3 {
        let pane = &run.model.panes[at];
        let Some(tied) = pane.of.tied.clone().filter(|_| pane.filter.is_none()) else { continue };
        assert!(pane.awaits.is_none());
        let data = &run.model.data;
        let mut wanted = related(data, (tied.0, &tied.1), pane.kind, &mut Looking::default());
        wanted.retain(|id| data.store().get(pane.kind, id).is_some());
        let mut once = std::collections::HashSet::new();
        wanted.retain(|id| once.insert(id.clone()));
        assert_eq!(first(run, at), wanted, "list {at}, {focused} has the focus");
        assert_eq!(
            pane.rows.len(),
            pane.order.len() + usize::from(!wanted.is_empty() && wanted.len() < pane.order.len())
        );
    }
    let Some((kind, id)) = run.model.card.of.clone() else { return };
    let whole = card(kind, &id, &run.model.context()).expect("a card");
    let mut shown = std::mem::take(&mut run.model.card.card);
    shown.look_at(0..usize::MAX, (kind, &id), &run.model.context());
    assert_eq!((&shown.title, &shown.rows), (&whole.title, &whole.rows));
    run.model.card.card = shown;
}

#[test]
fn the_card_says_at_once_what_is_known_and_everything_later() {
    let mut run = waiting();
    let screen = run.screen();
    assert!(
        screen.contains("┌─ Jugendamt ─") && screen.contains('…') && !screen.contains("Arbeitskreis 0 · bis"),
        "{screen}"
    );
    run.catch_up();
    assert!(run.screen().contains("Netzwerke 300 von 300 hier"), "{}", run.screen());
    all_is_known(&mut run);
}

#[test]
fn nobody_stands_on_a_line_that_will_be_another() {
    let mut run = waiting();
    run.press("1");
    assert!(run.model.selected().is_none(), "{}", run.screen());
    run.press("jxyjeG");
    assert!(run.model.overlays.is_empty() && run.model.data.history().is_empty(), "{}", run.screen());
    run.catch_up();
    let first = first(&run, 0);
    assert_eq!((first.len(), run.model.panes[0].selected.as_ref()), (MANY, first.first()));
    all_is_known(&mut run);
}

#[test]
fn after_an_edit_the_list_stays_and_what_is_gone_is_gone() {
    let mut run = waiting();
    run.catch_up().press("1").catch_up().press("jj");
    let gone = run.model.panes[0].selected.clone().expect("a network");
    run.press("xy");
    assert!(run.model.data.store().get(Kind::Network, &gone).is_none(), "{}", run.screen());
    assert_eq!(first(&run, 0).len(), MANY - 1, "{}", run.screen());
    run.catch_up();
    all_is_known(&mut run);
    run.press("u").catch_up();
    assert_eq!(first(&run, 0).len(), MANY);
    all_is_known(&mut run);
}

#[test]
fn a_card_one_comes_back_to_before_the_other_was_known_is_there() {
    let mut run = waiting();
    run.press("<Down>");
    let card = |run: &Session| (run.model.card.of.clone(), run.model.card.card.title.clone());
    let there = card(&run);
    assert!(there.1.starts_with("Person"), "{there:?}");
    run.press("<Up><Down>");
    assert_eq!(card(&run), there, "{}", run.screen());
    run.catch_up();
    assert_eq!(card(&run), there);
    all_is_known(&mut run);
}

#[test]
fn after_a_deletion_the_next_is_selected_also_among_a_few() {
    let mut run = waiting_on(hub(40, MANY, 5));
    run.catch_up().press("1").catch_up().press("jj");
    let (before, at) = (first(&run, 0), 2);
    assert_eq!((before.len(), run.model.panes[0].selected.as_ref()), (40, before.get(at)));
    run.press("xy");
    let screen = run.screen();
    assert_eq!(run.model.panes[0].selected.as_ref(), before.get(at + 1), "{screen}");
    assert_eq!(first(&run, 0).len(), 39, "{screen}");
    run.catch_up();
    assert_eq!(run.model.panes[0].selected.as_ref(), before.get(at + 1));
    all_is_known(&mut run);
}

#[test]
fn a_list_one_goes_to_is_that_of_what_is_selected_now() {
    let mut run = waiting_on(hub(40, MANY, 5));
    run.press("<Down>");
    let selected = run.model.panes[1].selected.clone();
    run.press("<Up><Down>1");
    let screen = run.screen();
    assert_eq!(run.model.panes[0].of.tied.as_ref().map(|(_, id)| id.clone()), selected, "{screen}");
    run.catch_up();
    all_is_known(&mut run);
}

#[test]
fn back_on_a_line_far_down_one_stands_on_that_line() {
    let mut run = waiting();
    run.catch_up().press("<Enter>");
    run.press(&"j".repeat(150));
    let (row, line) = (run.model.card.row, run.model.card.line().cloned());
    assert!(row >= 150 && line.is_some(), "{row}");
    run.press("<Enter>").catch_up();
    run.press("<Backspace>");
    let screen = run.screen();
    assert_eq!((run.model.card.row, run.model.card.line().cloned()), (row, line), "{screen}");
    run.catch_up();
    all_is_known(&mut run);
}

#[test]
fn a_record_one_goes_to_stays_selected_in_a_list_that_waits() {
    let mut run = waiting();
    run.press(" Arbeitskreis 7<Enter>");
    let id = run.model.panes[0].selected.clone();
    assert!(id.is_some() && run.model.card.of.as_ref().map(|(_, of)| of) == id.as_ref(), "{}", run.screen());
    run.catch_up();
    assert_eq!(run.model.panes[0].selected, id);
    all_is_known(&mut run);
}

#[test]
fn whenever_answers_come_nothing_is_lost() {
    let mut dice = Dice(seed());
    let keys = [
        "1",
        "2",
        "3",
        "j",
        "k",
        "G",
        "g",
        "<Tab>",
        "<Enter>",
        "<Esc>",
        "<Backspace>",
        "x",
        "y",
        "u",
        "U",
        "/",
        "a",
        " ",
        "s",
        "l",
    ];
    for _ in 0..support::rounds(12) {
        let mut run = waiting();
        for _ in 0..120 {
            run.press(dice.of(&keys));
            run.buffer(true);
            match dice.below(6) {
                0 => drop(run.catch_up()),
                // Some answers come out of turn.
                1 => {
                    let later = run.later.as_mut().unwrap();
                    if later.len() > 1 {
                        let last = later.len() - 1;
                        later.swap(0, last);
                    }
                }
                _ => {}
            }
        }
        run.catch_up();
        run.press("<Esc><Esc><Esc>").catch_up();
        all_is_known(&mut run);
    }
}
