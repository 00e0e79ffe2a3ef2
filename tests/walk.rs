//! What people do with the program, key by key, in both languages and three sizes.

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
use runde::landscape::{Kind, actor, network};
use support::session::{DEMO, Session};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];
const LANGS: [Lang; 2] = [Lang::De, Lang::En];

/// In the middle of a meeting: who coordinates the round table on all-day schooling, and her number? At most three keys
/// besides the typed words.
#[test]
fn who_coordinates_and_her_number_in_three_keys() {
    for lang in LANGS {
        for size in SIZES {
            let mut run = Session::demo(lang, size);
            run.press(" runder tisch ganztag");
            if size.0 < 60 {
                run.press("<Enter><Enter>");
            }
            let screen = run.screen();
            assert!(screen.contains("030 23125"), "{lang:?} {size:?}\n{screen}");
        }
    }
}

/// Adds a working group with six members, two of them new, and a rhythm; corrects a typo; deletes it; undoes
/// everything; the file is byte for byte the old one.
#[test]
fn a_working_group_comes_and_goes_and_the_file_is_the_old_one() {
    for lang in LANGS {
        for size in SIZES {
            let mut run = Session::demo(lang, size);
            assert_eq!(run.disk, DEMO.as_bytes(), "the demo is canonical");
            run.press("nAK Sprachbildnug<Ctrl-s>");
            let id = run.model.panes[0].selected.clone().expect("the new group is selected");
            for who in ["Volkshochschule Musterau", "Jugendamt", "Bildungsbüro", "Kreisbibliothek"] {
                run.press("a<Enter>").press(who).press("<Enter><Ctrl-s>");
            }
            for name in ["Verein Wortschatz", "Haus der Sprachen"] {
                run.press("a<Enter>").press(name).press("<Ctrl-s><Ctrl-s><Ctrl-s>");
            }
            let group = run.model.data.store().get(Kind::Network, &id).expect("there").clone();
            assert_eq!(group.parts(network::MEMBERS).len(), 6, "{}", run.screen());
            let new = |name: &str| run.model.data.store().all(Kind::Actor).any(|a| a.text(actor::NAME) == name);
            assert!(new("Verein Wortschatz") && new("Haus der Sprachen"));
            run.press("3n").press("<Ctrl-s>");
            assert!(run.model.overlays.is_empty(), "{}", run.screen());
            run.press("1e<End><Backspace><Backspace><Backspace>ung<Ctrl-s>");
            let name = run.model.data.store().get(Kind::Network, &id).expect("there").text(network::NAME).to_owned();
            assert_eq!(name, "AK Sprachbildung");
            run.press("x");
            if !run.model.overlays.is_empty() {
                run.press("y");
            }
            assert!(run.model.data.store().get(Kind::Network, &id).is_none());
            let steps = run.model.data.history().len();
            for _ in 0..steps {
                run.press("u");
            }
            assert_eq!(run.disk, DEMO.as_bytes(), "{lang:?} {size:?}");
        }
    }
}

#[test]
fn escape_peels_one_layer_and_never_quits() {
    let mut run = Session::demo(Lang::En, (80, 24));
    let before = run.model.panes[0].selected.clone();
    run.press("jj/ganztag<Enter><Enter>");
    assert!(run.model.focus.on_card());
    run.press("<Esc>");
    assert!(!run.model.focus.on_card() && run.model.panes[0].filter.is_some());
    run.press("<Esc>");
    assert!(run.model.panes[0].filter.is_none());
    run.press("<Esc><Esc><Esc>");
    assert!(!run.left);
    run.press("kk");
    assert_eq!(run.model.panes[0].selected, before);
}

#[test]
fn going_back_leads_to_exactly_where_one_was() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("<Ctrl-d>jjj");
    let before = run.screen();
    run.press(" jugendamt<Enter>");
    assert_ne!(run.screen(), before);
    run.press("<Backspace>");
    assert_eq!(run.screen(), before);
}

#[test]
fn the_language_changes_while_running() {
    let mut run = Session::demo(Lang::De, (120, 40));
    assert!(run.shows("Netzwerke 100") && run.shows("finden"));
    run.press("<Ctrl-t>");
    assert!(run.shows("Networks 100") && run.shows("find"));
}

#[test]
fn without_colour_every_screen_still_shows_what_is_selected() {
    for size in SIZES {
        let mut run = Session::demo(Lang::De, size);
        for keys in ["", "j", "<Enter>", "<Esc>/schule", "<Esc>?", "<Esc> amt", "<Esc>e"] {
            run.press(keys);
            let buffer = run.buffer(false);
            assert!(
                buffer
                    .content
                    .iter()
                    .all(|cell| cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset)
            );
            assert!(run.screen().contains('▌') || run.cursor.is_some(), "{keys} {size:?}\n{}", run.screen());
        }
    }
}

#[test]
fn a_paste_outside_a_field_does_nothing() {
    let mut run = Session::demo(Lang::De, (80, 24));
    run.event(runde::app::Event::Paste("xxxuuqq".into()));
    assert!(!run.left);
    assert_eq!(run.disk, DEMO.as_bytes());
    run.press("/").event(runde::app::Event::Paste("ganz\u{1b}[31mtag".into()));
    assert!(run.model.panes[0].rows.is_filtered());
}
