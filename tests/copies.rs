//! A conflict copy beside the file: taken over in one step, nothing of ours lost, undone byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::event::Beside;
use runde::app::{Event, Overlay};
use runde::i18n::Lang;
use runde::landscape::{Kind, network};
use runde::store::read;
use std::path::PathBuf;
use support::session::{DEMO, Session};

/// The program with a copy found beside its file, and the copy.
fn with_copy(change: impl FnOnce(&mut Session)) -> (Session, PathBuf, Box<runde::store::Store>) {
    let mut other = Session::demo(Lang::De, (120, 40));
    change(&mut other);
    let copy = read(std::str::from_utf8(&other.disk).unwrap()).unwrap().store;
    let path = PathBuf::from("/x/landscape (in Konflikt stehende Kopie).json");
    let mut run = Session::demo(Lang::De, (120, 40));
    run.event(Event::Beside(Beside::ConflictCopy(path.clone())));
    assert!(run.shows("Konfliktkopie"), "{}", run.screen());
    (run, path, Box::new(copy))
}

#[test]
fn what_the_copy_has_comes_in_and_one_undo_takes_it_back() {
    let (mut run, path, copy) = with_copy(|other| {
        other.press("nAK Wolkenkunde<Ctrl-s>");
        other.press("/runder tisch ganztag<Enter>x<Enter>");
    });
    let before = run.disk.clone();
    assert!(copy.all(Kind::Network).any(|record| record.text(network::NAME) == "AK Wolkenkunde"));
    run.press(":Konfliktkopie<Enter>");
    assert_eq!(run.reads.as_ref(), Some(&path));
    run.event(Event::Copy(path, copy));
    let names: Vec<&str> = run.model.data.store().all(Kind::Network).map(|record| record.text(network::NAME)).collect();
    // What was deleted there stays here: nothing is lost.
    assert!(names.contains(&"AK Wolkenkunde") && names.contains(&"Runder Tisch Ganztag"));
    assert!(run.model.file.copies.is_empty() && run.model.overlays.is_empty());
    run.press("u");
    assert_eq!(run.disk, before);
}

#[test]
fn what_stands_differently_is_asked() {
    let (mut run, path, copy) = with_copy(|other| {
        other.press("/runder tisch ganztag<Enter>e<Ctrl-a><Ctrl-u>Runder Tisch Ganztagsschule<Ctrl-s>");
    });
    run.event(Event::Copy(path, copy));
    let Some(Overlay::Conflicts(conflicts)) = run.model.overlays.last() else { panic!("{}", run.screen()) };
    assert_eq!(conflicts.list.len(), 1);
    assert!(run.shows("Runder Tisch Ganztagsschule"), "{}", run.screen());
}

#[test]
fn the_lists_below_that_question_are_those_of_both() {
    let (mut run, path, copy) = with_copy(|other| {
        other.press("/runder tisch ganztag<Enter>e<Ctrl-a><Ctrl-u>Runder Tisch Ganztagsschule<Ctrl-s><Esc>");
        other.press("nNe<Enter>AAA Arbeitskreis<Ctrl-s>");
    });
    run.event(Event::Copy(path, copy));
    assert!(matches!(run.model.overlays.last(), Some(Overlay::Conflicts(_))));
    assert!(!run.model.panes[0].rows.is_empty());
    // A screen that keeps what stands below would differ from one drawn afresh.
    run.screen();
    run.press("<Down>").screen();
}

#[test]
fn a_copy_with_nothing_new_and_no_copy_are_said() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press(":Konfliktkopie<Enter>");
    assert!(run.shows("Neben der Datei liegt keine Konfliktkopie"), "{}", run.screen());
    let (mut run, path, _) = with_copy(|_| {});
    run.event(Event::Copy(path, Box::new(read(DEMO).unwrap().store)));
    assert!(run.shows("kann gelöscht werden"), "{}", run.screen());
    assert_eq!(run.disk, DEMO.as_bytes());
}
