//! What the main screens look like: their text and, in a second layer, what stands out and how (R reversed, U underlined,
//! B bold, d dim), so that nothing rests on colour. German and English, in the three sizes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::Event;
use runde::app::unreadable::{Unreadable, Why};
use runde::i18n::Lang;
use runde::landscape::{Kind, Record, network};
use runde::store::file::form::Trouble;
use runde::store::{Change, Data, Store};
use support::session::{DEMO, Session};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

fn snap(run: &mut Session, name: &str) {
    let (name, seen) = run.picture(name);
    insta::assert_snapshot!(name, seen);
}

/// One screen of the demo after these keys.
fn demo(name: &str, keys: &str, lang: Lang, size: (u16, u16)) {
    let mut run = Session::demo(lang, size);
    run.press(keys);
    snap(&mut run, name);
}

#[test]
fn the_start() {
    for size in SIZES {
        demo("start", "", Lang::De, size);
    }
    demo("start", "", Lang::En, (80, 24));
}

#[test]
fn the_card_with_the_keys() {
    for size in SIZES {
        demo("card", "/runder tisch ganztag<Enter><Enter>jjj", Lang::De, size);
    }
    demo("card", "/runder tisch ganztag<Enter><Enter>jjj", Lang::En, (120, 40));
}

#[test]
fn a_filter_being_typed() {
    demo("filter", "/schule", Lang::De, (80, 24));
    demo("filter", "2/theme:x stadt", Lang::En, (40, 12));
}

#[test]
fn the_finder_with_its_hits() {
    for size in SIZES {
        demo("finder", " uebergang", Lang::De, size);
    }
    demo("finder", " jugendamt", Lang::En, (80, 24));
}

#[test]
fn the_palette_and_the_help() {
    demo("palette", ":", Lang::De, (80, 24));
    demo("palette", ":s", Lang::En, (40, 12));
    demo("help", "?", Lang::De, (120, 40));
    demo("help", "<Enter>?", Lang::En, (80, 24));
}

#[test]
fn a_form_and_a_picker() {
    demo("form", "/runder tisch ganztag<Enter>e", Lang::De, (80, 24));
    demo("form", "/runder tisch ganztag<Enter>e", Lang::En, (120, 40));
    demo("picker", "a<Enter>amt", Lang::De, (80, 24));
    demo("picker", "n<Tab><Tab><Enter>", Lang::En, (40, 12));
}

#[test]
fn a_question_before_deleting() {
    demo("delete", "2x", Lang::De, (80, 24));
    demo("delete", "2x", Lang::En, (40, 12));
}

#[test]
fn meetings_to_come_and_past() {
    demo("upcoming", "t", Lang::De, (120, 40));
    demo("upcoming", "tjj", Lang::En, (80, 24));
    demo("upcoming", "t", Lang::De, (40, 12));
    demo("past", "t<Tab>/ganztag<Enter>", Lang::De, (80, 24));
}

#[test]
fn the_first_start() {
    for (lang, size) in [(Lang::De, (80, 24)), (Lang::En, (40, 12))] {
        let mut run = Session::on(Store::default(), lang, size);
        run.model.file.path = Some("/home/kim/.local/share/runde/landscape.json".into());
        run.event(Event::NoStoreYet);
        snap(&mut run, "first_start");
    }
}

#[test]
fn the_same_changed_here_and_elsewhere() {
    for (lang, size) in [(Lang::De, (80, 24)), (Lang::En, (40, 12))] {
        let mut run = Session::demo(lang, size);
        let base = run.model.data.store().clone();
        let mut theirs = Data::new(base.clone());
        let old = theirs.store().get(Kind::Network, "runder-tisch-ganztag-sk3jq4").expect("there").clone();
        let new = Record::clone(&old)
            .with_text(network::NAME, "Runder Tisch Ganztag und Hort")
            .with_text(network::PURPOSE, "Bereitet den Rechtsanspruch vor.");
        theirs.apply(Change::update(Kind::Network, &old, &new, "RT")).expect("fits");
        run.press("/runder tisch ganztag<Enter>e<End> im Landkreis<Ctrl-s>");
        run.event(Event::ChangedOnDisk(Box::new((base, theirs.store().clone()))));
        snap(&mut run, "conflicts");
    }
}

#[test]
fn a_file_that_cannot_be_read() {
    for (lang, size) in [(Lang::De, (80, 24)), (Lang::En, (40, 12))] {
        let mut run = Session::on(Store::default(), lang, size);
        let error = runde::store::read(&DEMO.replacen("\"actors\": [", "\"actors\": [,", 1)).expect_err("broken");
        let backup = (support::session::demo_day(), "/tmp/backup.json".into());
        let unreadable =
            Unreadable { path: "/srv/amt/landscape.json".into(), why: Why::Read(error), backup: Some(backup) };
        run.event(Event::CannotOpen(Box::new(unreadable)));
        snap(&mut run, "unreadable");
    }
    let mut run = Session::on(Store::default(), Lang::De, (80, 24));
    let unreadable =
        Unreadable { path: "/srv/amt/landscape.json".into(), why: Why::Text(Trouble::Empty), backup: None };
    run.event(Event::CannotOpen(Box::new(unreadable)));
    snap(&mut run, "empty_file");
}

#[test]
fn a_window_too_small() {
    demo("too_small", "n", Lang::De, (19, 5));
}
