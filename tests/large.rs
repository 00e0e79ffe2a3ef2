//! A landscape too large to be looked through between two keys: pickers and filters find in slices what one look finds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::pane::Slot;
use runde::app::{Event, Lookup, Overlay};
use runde::i18n::Lang;
use runde::landscape::Kind;
use support::session::Session;

const ACTORS: usize = 20_000;

/// One network and very many institutions, a third of them schools, whose names come in another order than their ids.
fn large() -> Session {
    let actor = |n: usize| {
        let kind = if n.is_multiple_of(3) { "school" } else { "association" };
        let name = n * 7919 % ACTORS;
        format!(r#"{{"id":"z-{n:05}","kind":"{kind}","name":"Haus {name:05} Musterau"}}"#)
    };
    let actors = (0..ACTORS).map(actor).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format":"runde","version":1,"actors":[{actors}],"networks":[{{"id":"n-1","name":"AK Ganztag"}}]}}"#
    );
    Session::new(&text, Lang::De, (120, 40))
}

/// The records of the picker on top.
fn offered(run: &Session) -> Vec<String> {
    let Some(Overlay::Pick(pick)) = run.model.overlays.last() else { panic!("no picker") };
    pick.rows().iter().filter_map(|row| row.key().map(str::to_owned)).collect()
}

/// What one look finds.
fn best(run: &Session, typed: &str) -> Vec<String> {
    run.model.found(typed, &[Kind::Actor], 200).into_iter().map(|found| found.id.to_string()).collect()
}

#[test]
fn a_picker_finds_in_slices_what_one_look_finds() {
    let mut run = large();
    run.press("a");
    for (at, _) in "haus 19 muterau".char_indices() {
        let typed = &"haus 19 muterau"[..=at];
        run.press(&typed[at..]);
        while run.model.is_busy() {
            run.model.go_on(true);
            run.screen();
        }
        assert_eq!(offered(&run), best(&run, typed), "{typed}");
    }
}

#[test]
fn what_is_taken_from_a_picker_is_the_best_of_all_and_not_the_best_so_far() {
    let mut run = large();
    let wanted = best(&run, "hasu 19777");
    run.press("ahasu 19777<Enter>");
    let name = run.model.data.store().get(Kind::Actor, &wanted[0]).unwrap().text(runde::landscape::actor::NAME);
    let name = name.to_owned();
    assert!(name.contains("19777"), "{name}");
    assert!(!matches!(run.model.overlays.last(), Some(Overlay::Pick(_))));
    assert!(run.shows(&name), "{}", run.screen());
}

#[test]
fn a_filter_by_fields_finds_all_of_them_in_the_order_of_the_list() {
    let mut run = large();
    run.press("2/kind:school -name:7");
    while run.model.is_busy() {
        run.model.go_on(true);
        run.screen();
    }
    let pane = &run.model.panes[1];
    let shown = (0..pane.rows.len()).map(|row| match pane.rows.get(row) {
        Some(Slot::Record(id, _)) => id.clone(),
        other => panic!("{other:?}"),
    });
    let fits = |id: &str| {
        let record = run.model.data.store().get(Kind::Actor, id).unwrap();
        let [kind, name] =
            [runde::landscape::actor::KIND, runde::landscape::actor::NAME].map(|field| record.text(field));
        kind == "school" && !name.contains('7')
    };
    let wanted: Vec<_> = pane.order.items().map(|item| item.id.clone()).filter(|id| fits(id)).collect();
    assert!(wanted.len() > 1000);
    assert_eq!(shown.collect::<Vec<_>>(), wanted);
}

#[test]
fn an_edit_leaves_the_filter_and_the_place_in_it() {
    let mut run = large();
    run.press("2/kind:school<Enter>G<Up>");
    let list = |run: &Session| {
        let pane = &run.model.panes[1];
        assert!(pane.filter.is_some() && pane.rows.is_filtered());
        (pane.rows.len(), pane.row().unwrap(), pane.selected.clone().unwrap())
    };
    let (many, row, _) = list(&run);
    assert!(row + 2 == many && many > 5000, "{row} of {many}");
    run.press("xy");
    let (left, next, neighbour) = list(&run);
    assert_eq!((left, next), (many - 1, row), "the next one stands in its place");
    // A second edit before anything was drawn, and both taken back.
    run.press("xy");
    assert_eq!(list(&run).0, many - 2);
    run.press("uu");
    assert_eq!(list(&run).0, many);
    assert!(run.model.data.store().get(Kind::Actor, &neighbour).is_some());
}

#[test]
fn a_window_made_smaller_keeps_the_selected_line_in_sight_also_below_a_layer() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("G ").event(Event::Resize(100, 24));
    let (pane, height) = (&run.model.panes[0], run.model.layout().rows(0));
    let row = pane.row().unwrap();
    assert!(height > 0 && (pane.top..pane.top + height).contains(&row), "{row} in {height} from {}", pane.top);
}
