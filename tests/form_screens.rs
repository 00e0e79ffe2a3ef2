//! Forms and pickers on the screen: what they look like in three sizes and two languages.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::i18n::Lang;
use runde::landscape::{Kind, Record, network};
use runde::store::Change;
use support::desk::Desk;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// A network with something in many fields.
fn full(lang: Lang) -> Desk {
    let mut desk = Desk::new(lang);
    let old = desk.data.store().get(Kind::Network, "ak-000001").unwrap().clone();
    let new = Record::clone(&old)
        .with_text(network::NAME, "Arbeitskreis Übergang Schule–Beruf im Landkreis Musterau")
        .with_text(network::PURPOSE, "Jugendliche finden nach der Schule einen Anschluss.\nNiemand geht verloren.")
        .with_text(network::FROM, "2019-03")
        .with_text(network::PART_OF, "weg-000001")
        .with_text(network::CHECKED_ON, "2026-05-04");
    desk.data.apply(Change::update(Kind::Network, &old, &new, "AK")).unwrap();
    desk.edit(Kind::Network, "ak-000001");
    desk
}

fn snap(desk: &mut Desk, name: &str, sizes: &[(u16, u16)]) {
    for (width, height) in sizes {
        let screen = desk.screen(*width, *height);
        insta::assert_snapshot!(format!("{name}_{}_{width}x{height}", desk.lang.code()), screen);
    }
}

#[test]
fn a_network_with_everything_common_open() {
    for lang in [Lang::De, Lang::En] {
        let mut desk = full(lang);
        desk.press("<Tab><Tab>");
        snap(&mut desk, "network", &SIZES);
    }
}

#[test]
fn text_of_several_lines_being_typed() {
    let mut desk = full(Lang::De);
    for _ in 0..9 {
        desk.press("<Tab>");
    }
    desk.press("<Ctrl-j>Alle wissen, wer zuständig ist, und rufen einander an, bevor etwas schiefgeht.");
    snap(&mut desk, "purpose", &[(80, 24), (40, 12)]);
}

#[test]
fn a_fault_and_the_question_whether_to_save() {
    for lang in [Lang::De, Lang::En] {
        let mut desk = full(lang);
        desk.press("<Tab><Tab><Tab><Tab><Enter>");
        desk.press("<Tab><Tab><Tab>31.13.<Ctrl-s>");
        snap(&mut desk, "fault", &[(80, 24)]);
        desk.press("<Esc>");
        snap(&mut desk, "leaving", &[(80, 24), (40, 12)]);
    }
}

#[test]
fn a_new_person_with_look_alikes() {
    let mut desk = full(Lang::De);
    desk.press("<Tab><Tab><Tab><Tab><Tab><Enter>anna<Ctrl-s>");
    desk.press("<Tab><Tab><Tab><Tab>j<Shift-Tab><Shift-Tab><Shift-Tab><Shift-Tab>");
    snap(&mut desk, "person", &[(80, 24)]);
}

#[test]
fn pickers_of_values_and_records() {
    for lang in [Lang::De, Lang::En] {
        let mut desk = full(lang);
        desk.press("<Tab><Tab>s");
        snap(&mut desk, "value", &[(80, 24)]);
        desk.press("<Esc><Tab><Tab><Enter><Enter>");
        snap(&mut desk, "reference", &[(80, 24)]);
        desk.press("vol");
        snap(&mut desk, "reference_typed", &[(120, 40), (40, 12)]);
    }
    let mut desk = full(Lang::De);
    for _ in 0..7 {
        desk.press("<Tab>");
    }
    desk.press("<Enter><Down><Tab><Down><Down><Tab>ganz");
    snap(&mut desk, "several", &[(80, 24)]);
}

#[test]
fn ratings_wait_for_their_numbers() {
    let mut desk = Desk::new(Lang::De);
    desk.edit(Kind::Evidence, "e-0000000001");
    for _ in 0..20 {
        desk.press("<Tab>");
    }
    while desk.form().focus() != runde::app::form::Row::Part(runde::landscape::evidence::STATEMENTS, 0) {
        desk.press("<Shift-Tab>");
    }
    desk.press("<Enter><Tab><Tab><Tab><Tab><Tab><Enter>nutzen<Tab>engage<Tab><Enter>");
    snap(&mut desk, "ratings", &[(80, 24)]);
}
