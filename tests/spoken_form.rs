//! A rhythm typed as people say it: what is understood is shown while it is typed, what can be meant in several ways is
//! not taken before one of them is chosen.

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
use runde::landscape::{Kind, Record, rhythm};
use support::session::{DEMO, Session};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// The form of a new rhythm of a new working group, with this typed as its rule.
fn typed(lang: Lang, size: (u16, u16), phrase: &str) -> Session {
    let mut run = Session::demo(lang, size);
    run.press("nAK Sprachbildung<Ctrl-s>3n<Tab>");
    run.press(phrase);
    run
}

fn rhythms(run: &Session) -> Vec<Record> {
    let store = run.model.data.store();
    let ours = |one: &&std::sync::Arc<Record>| one.text(rhythm::NETWORK).starts_with("ak-sprachbildung");
    store.all(Kind::Rhythm).filter(ours).map(|one| Record::clone(one)).collect()
}

fn snap(run: &mut Session, name: &str) {
    let (name, seen) = run.picture(name);
    insta::assert_snapshot!(name, seen);
}

/// "AK Sprachbildung meets every second Wednesday at three, not in the holidays": every other Wednesday from the 25th, at
/// three in the afternoon.
#[test]
fn every_second_wednesday_at_three_is_asked_and_then_taken() {
    let phrases = [
        (Lang::En, "every second Wednesday at three, not in the holidays"),
        (Lang::De, "jeden zweiten Mittwoch um drei, nicht in den Ferien"),
    ];
    for (lang, phrase) in phrases {
        for size in SIZES {
            let mut run = typed(lang, size, phrase);
            snap(&mut run, "typing");
            run.press("<Ctrl-s>");
            assert!(rhythms(&run).is_empty(), "an open question is not saved\n{}", run.screen());
            run.press("<Enter>");
            snap(&mut run, "choosing");
            run.press(if lang == Lang::En { "15:00 25 sch<Enter>" } else { "15:00 25<Enter>" });
            snap(&mut run, "chosen");
            run.press("<Ctrl-s>");
            let saved = rhythms(&run).pop().expect("a rhythm was saved");
            assert_eq!(saved.text(rhythm::RULE), "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "{lang:?} {size:?}");
            assert_eq!(saved.text(rhythm::START), "2026-11-25T15:00");
            assert!(saved.texts(rhythm::AVOID).iter().any(|avoid| &**avoid == "school_holidays"));
            run.press("uu");
            assert_eq!(run.disk, DEMO.as_bytes());
        }
    }
}

#[test]
fn what_is_not_understood_is_said_from_where_on() {
    let mut run = typed(Lang::De, (80, 24), "jeden 2. Dienstag im Monat beim Bäcker");
    assert!(run.shows("nicht verstanden ab hier: „beim Bäcker“"), "{}", run.screen());
    run.press("<Ctrl-w><Ctrl-w>");
    assert!(run.shows("dann: Di 8. Dez, Di 12. Jan, Di 9. Feb"), "{}", run.screen());
}

#[test]
fn an_hour_without_a_first_day_asks_for_the_day() {
    let mut run = typed(Lang::De, (80, 24), "alle 8 Wochen dienstags 14 Uhr<Ctrl-s>");
    assert!(rhythms(&run).is_empty(), "{}", run.screen());
    assert!(run.shows("14:00"), "{}", run.screen());
    run.press("<Home>8.12.2026<Ctrl-s>");
    let saved = rhythms(&run).pop().expect("a rhythm was saved");
    assert_eq!(
        (saved.text(rhythm::START), saved.text(rhythm::RULE)),
        ("2026-12-08T14:00", "FREQ=WEEKLY;INTERVAL=8;BYDAY=TU")
    );
}

#[test]
fn a_first_day_that_is_known_anchors_what_is_said_later() {
    let run = typed(
        Lang::De,
        (120, 40),
        "<Tab><Tab>2.12.2026<Shift-Tab><Shift-Tab>alle 2 Wochen mittwochs um 15 Uhr<Ctrl-s>",
    );
    let saved = rhythms(&run).pop().expect("a rhythm was saved");
    assert_eq!(saved.text(rhythm::START), "2026-12-02T15:00");
}
