//! A calendar comes in while the program runs: the path typed, what would happen looked at, taken over, taken back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

mod support;

use runde::app::key::keys;
use runde::app::{Effect, Event, handle};
use runde::i18n::Lang;
use support::session::Session;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:Steuerungsgruppe Bildung\r\nDTSTART:20270112T090000\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2@x\r\nSUMMARY:Winterferien\r\nDTSTART;VALUE=DATE:20280214\r\nDTEND;VALUE=DATE:20280226\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Presses Enter and gives what the edge is asked for.
fn enter(session: &mut Session) -> Vec<Effect> {
    let key = keys("<Enter>").unwrap().into_iter().next().unwrap();
    handle(&mut session.model, Event::Key(key))
}

#[test]
fn a_path_a_list_one_step_and_back() {
    let mut session = Session::demo(Lang::De, (120, 40));
    let before = session.disk.clone();
    session.press(":einlesen<Enter>~/Kalender.ics");
    assert!(session.shows("Pfad der Datei (.ics)") && session.shows("› ~/Kalender.ics"), "{}", session.screen());
    assert_eq!(enter(&mut session), [Effect::ReadCalendar("~/Kalender.ics".to_owned())]);
    session.event(Event::Calendar("Kalender.ics".to_owned(), CALENDAR.as_bytes().to_vec()));
    for text in ["Kalender.ics", "Treffen am", "Steuerungsgruppe Bildung", "neu"] {
        assert!(session.shows(text), "{text}\n{}", session.screen());
    }
    // Esc leaves everything as it was; Tab reads the same file as holidays.
    session.press("<Esc>");
    assert_eq!(session.disk, before);
    session.event(Event::Calendar("Kalender.ics".to_owned(), CALENDAR.as_bytes().to_vec()));
    session.press("<Tab>");
    assert!(session.shows("Winterferien") && session.shows("ganze Tage"), "{}", session.screen());
    session.press("<Enter>");
    let disk = String::from_utf8(session.disk.clone()).unwrap();
    assert!(disk.contains("\"from\": \"2028-02-14\"") && disk.contains("\"until\": \"2028-02-25\""));
    assert!(!disk.contains("1@x") && session.shows("Eingelesen aus Kalender.ics"), "{}", session.screen());
    session.press("u");
    assert_eq!(session.disk, before, "one step back");
}

#[test]
fn a_file_that_is_no_calendar_is_said_to_be_none() {
    let mut session = Session::demo(Lang::En, (100, 30));
    session.event(Event::Calendar("a.txt".to_owned(), b"Hello".to_vec()));
    assert!(session.shows("a.txt: no iCalendar file"), "{}", session.screen());
}

#[test]
fn the_whole_landscape_goes_out() {
    let mut session = Session::demo(Lang::En, (100, 30));
    session.press(":export cal<Enter>");
    assert!(session.shows("› runde.ics"), "{}", session.screen());
    let effects = enter(&mut session);
    let [Effect::WriteFile(path, text)] = effects.as_slice() else { panic!("{}", session.screen()) };
    assert!(path == "runde.ics" && text.starts_with("BEGIN:VCALENDAR\r\n") && !text.contains("ATTENDEE"));
}
