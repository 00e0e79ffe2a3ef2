//! The calendar's screens through the real loop: month and year, clashes, work load, a free date; German and English, in
//! the three sizes, with what stands out in a second layer.

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
use runde::landscape::{Kind, meeting};
use support::session::Session;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

fn demo(name: &str, keys: &str, lang: Lang, size: (u16, u16)) -> Session {
    let mut run = Session::demo(lang, size);
    run.press(keys);
    let (name, seen) = run.picture(name);
    insta::assert_snapshot!(name, seen);
    run
}

#[test]
fn the_month() {
    for size in [SIZES[0], SIZES[1]] {
        demo("month", "c", Lang::De, size);
    }
    let mut narrow = Session::demo(Lang::De, SIZES[2]);
    narrow.press("c");
    assert!(narrow.screen().contains("44 26·3 27·1 28·3 29·1 30   31*   1"), "{}", narrow.screen());
    demo("month", "cl<PgDn>jj<Enter>", Lang::En, (80, 24));
}

#[test]
fn the_year() {
    for size in SIZES {
        demo("year", "c<Tab>", Lang::De, size);
    }
    demo("year", "c<Tab>jj", Lang::En, (80, 24));
}

#[test]
fn clashes_and_full_days() {
    for size in SIZES {
        demo("clashes", "C", Lang::De, size);
    }
    demo("clashes", "Cjj", Lang::En, (80, 24));
    demo("full_days", "C<Tab>", Lang::De, (80, 24));
}

#[test]
fn work_load() {
    for size in SIZES {
        demo("load", "w", Lang::De, size);
    }
    demo("load_saved", "w<Tab><Tab>", Lang::En, (80, 24));
}

#[test]
fn a_date_is_found() {
    for size in SIZES {
        demo("date_wish", "/steuerungsgruppe<Enter>f", Lang::De, size);
    }
    demo(
        "date_found",
        "/steuerungsgruppe<Enter>fdienstags oder donnerstags 14–17 Uhr<Enter><Tab>",
        Lang::De,
        (120, 40),
    );
    demo("date_found", "/steuerungsgruppe<Enter>fTuesdays at full moon", Lang::En, (80, 24));
}

#[test]
fn the_date_becomes_a_meeting_and_can_be_undone() {
    let mut run = Session::demo(Lang::De, (120, 40));
    let meetings = |run: &Session| run.model.data.store().count(Kind::Meeting);
    let before = meetings(&run);
    let known: Vec<_> = run.model.data.store().all(Kind::Meeting).map(|one| one.id.clone()).collect();
    run.press("/steuerungsgruppe bildung<Enter>fdonnerstags 14–16 Uhr, 90 Minuten<Enter><Enter>");
    assert!(run.screen().contains("Steuerungsgruppe"), "{}", run.screen());
    run.press("<Ctrl-s>");
    assert_eq!(meetings(&run), before + 1);
    let store = run.model.data.store();
    let new = store.all(Kind::Meeting).find(|one| !known.contains(&one.id)).expect("a new meeting");
    let (at, until) = (new.text(meeting::AT), new.text(meeting::UNTIL));
    assert!(at.ends_with("T14:00") && until.ends_with("T15:30") || at.ends_with("T14:30"), "{at} {until}");
    let weekday = at.parse::<runde::calendar::Moment>().unwrap().date.weekday();
    assert_eq!(weekday, jiff::civil::Weekday::Thursday);
    assert_eq!(new.text(meeting::STATUS), "planned");
    // the day is no longer free: the body itself meets then
    run.press("<Tab>");
    assert!(run.screen().contains("trifft sich schon"), "{}", run.screen());
    run.press("<Esc>u");
    assert_eq!(meetings(&run), before);
}

#[test]
fn the_calendar_of_one_network_of_one_actor_and_of_all() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("/runder tisch ganztag<Enter><Enter>c");
    assert!(run.screen().contains("Kalender November 2026 · Runder Tisch Ganztag"), "{}", run.screen());
    run.press("a");
    assert!(run.screen().contains("Netzwerke im Filter"), "{}", run.screen());
    run.press("<Esc><Esc>2/jugendamt<Enter><Enter>c");
    assert!(run.screen().contains("November 2026 · "), "{}", run.screen());
    let mut run = Session::demo(Lang::En, (120, 40));
    run.press("c<PgDn>");
    assert!(run.screen().contains("December 2026 · all networks"), "{}", run.screen());
    // Enter goes to the meetings of the day, and from there to what is behind one
    run.press("tl");
    run.press("<Enter><Enter>");
    assert!(run.model.overlays.is_empty() && run.model.focus.on_card() || run.model.overlays.is_empty());
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut run = Session::demo(Lang::De, (80, 24));
    run.press("2f");
    assert!(run.screen().contains("erst ein Netzwerk auswählen"), "{}", run.screen());
    run.press(":Belastung<Enter>");
    assert!(run.screen().contains("Belastung im Jahr"), "{}", run.screen());
}
