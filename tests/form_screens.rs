//! Forms and pickers on the screen.

mod support;

use runde::i18n::Lang;
use runde::landscape::Kind;
use support::desk::Desk;

#[test]
fn look() {
    for lang in [Lang::De, Lang::En] {
        for (w, h) in [(120, 40), (80, 24), (40, 12)] {
            let mut desk = Desk::new(lang);
            desk.edit(Kind::Network, "ak-000001");
            println!("{}", desk.screen(w, h));
            desk.press("<Tab><Tab>");
            println!("{}", desk.screen(w, h));
            desk.press("ausch");
            println!("{}", desk.screen(w, h));
            desk.press("<Esc><Tab><Enter>");
            println!("{}", desk.screen(w, h));
            desk.press("<Tab><Enter>");
            println!("{}", desk.screen(w, h));
            desk.press("<Esc><Tab><Tab>31.13.<Tab><Ctrl-s>");
            println!("{} {:?}", desk.screen(w, h), desk.said);
            desk.press("<Esc>");
            println!("{}", desk.screen(w, h));
        }
    }
}
