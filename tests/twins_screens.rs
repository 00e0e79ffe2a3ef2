//! The screens of gaps and look-alikes through the real loop: German and English, in the three sizes, with what stands
//! out in a second layer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]

mod support;

use runde::app::Overlay;
use runde::i18n::Lang;
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
fn what_is_missing() {
    for size in SIZES {
        for lang in [Lang::De, Lang::En] {
            demo("gaps", "b", lang, size);
            demo("gaps_grid", "b<Tab>", lang, size);
        }
    }
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("b/hängt an<Enter><Enter>");
    assert!(run.screen().contains("Gerlinde Achterberg"), "{}", run.screen());
}

#[test]
fn a_theme_of_the_grid_leads_to_the_list_of_its_networks() {
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("b<Tab>");
    let Some(Overlay::Board(board)) = run.model.overlays.last() else { panic!("no board") };
    let count = board.selected().unwrap().cells[1].text.clone();
    run.press("<Enter>");
    let screen = run.screen();
    let networks = &run.model.panes[0];
    assert!(run.model.overlays.is_empty() && networks.rows.is_filtered(), "{screen}");
    assert_eq!(networks.rows.len().to_string(), count, "{screen}");
    run.press("<Esc>");
    assert!(!run.model.panes[0].rows.is_filtered());
}

#[test]
fn double_structures() {
    for size in SIZES {
        for lang in [Lang::De, Lang::En] {
            demo("twins", "Dj", lang, size);
        }
    }
    demo("twins_weak", "D<Tab>", Lang::De, (120, 40));
    demo("twins_judged", "D<Tab><Tab>", Lang::De, (120, 40));
    demo("twins_judged", "D<Tab><Tab>", Lang::En, (80, 24));
}

#[test]
fn a_verdict_is_noted_with_its_reason_and_the_pair_is_quiet() {
    let mut run = Session::demo(Lang::De, (100, 30));
    run.press("D5die Sitzungen gleichen sich<Enter>");
    let screen = run.screen();
    assert!(screen.contains("Doppelstrukturen 2") && screen.contains("Urteil"), "{screen}");
    run.press("<Tab><Tab>");
    let screen = run.screen();
    assert!(screen.contains("Doppelstruktur, 23.11.2026: die Sitzungen gleichen sich"), "{screen}");
    // The pair's choice leads to one of the two.
    run.press("<Enter><Down><Enter>");
    assert!(run.screen().contains("Unterarbeitsgruppe Medienkonzepte"), "{}", run.screen());
    run.press("u");
    run.press("D");
    assert!(run.screen().contains("Doppelstrukturen 3"), "{}", run.screen());
}

#[test]
fn two_networks_become_one_and_one_undo_brings_them_back() {
    for size in SIZES {
        for lang in [Lang::De, Lang::En] {
            demo("unite", "Djm<Space>", lang, size);
        }
    }
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("Djm<Tab><Enter>");
    let screen = run.screen();
    assert!(screen.contains("Doppelstrukturen 2") && screen.contains("Zusammengeführt"), "{screen}");
    run.press("u");
    assert!(run.screen().contains("Doppelstrukturen 3"), "{}", run.screen());
}

#[test]
fn look_alikes_stand_beside_a_network_that_is_being_typed() {
    for size in SIZES {
        for lang in [Lang::De, Lang::En] {
            demo("near", "nRunder Tisch Ganzt", lang, size);
        }
    }
    // The one that is there is opened instead; what was typed comes back with the next new one.
    let mut run = Session::demo(Lang::De, (120, 40));
    run.press("nRunder Tisch Ganzt<Ctrl-o>");
    assert!(
        run.screen().contains("━ Runder Tisch Ganztag ━") || run.screen().contains("▌Runder Tisch Ganztag"),
        "{}",
        run.screen()
    );
    run.press("1n");
    let screen = run.screen();
    assert!(screen.contains("Neu: Netzwerk") && screen.contains("Runder Tisch Ganzt "), "{screen}");
    // Members so far and themes count as well as the name.
    run.press("<Esc>x");
    run.press("nX");
    assert!(run.screen().contains("Bisher ähnelt ihm nichts"), "{}", run.screen());
}

/// More networks than a card looks through by itself: who sits where is worked out beside the loop, here with the first
/// key, and then the card says what it says in a small landscape.
#[test]
fn in_a_large_landscape_the_card_tells_close_networks_too() {
    let seats = |of: &str| {
        let seat = |n| format!(r#"{{"id":"m-{of}{n}","actor":"a-{of}{n}"}}"#);
        (0..4).map(seat).collect::<Vec<_>>().join(",")
    };
    let told = |many: usize| {
        let network = |n: usize| {
            format!(r#"{{"id":"n-{n:04}","name":"Runde {n:04}","members":[{}]}}"#, seats(&(n / 2).to_string()))
        };
        let networks: Vec<String> = (0..many).map(network).collect();
        let text = format!(r#"{{"format":"runde","version":1,"networks":[{}]}}"#, networks.join(","));
        let mut run = Session::new(&text, Lang::De, (120, 40));
        let at_first = format!("{:?}", run.model.card.card.rows);
        run.press("jk");
        (at_first.contains("Runde 0001"), format!("{:?}", run.model.card.card.rows))
    };
    let ((near, small), (far, large)) = (told(40), told(2_100));
    assert!(near && small.contains("Runde 0001"), "{small}");
    assert!(!far, "known before anybody looked");
    assert_eq!(small, large);
}
