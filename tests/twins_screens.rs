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
