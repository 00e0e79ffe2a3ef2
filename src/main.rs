//! The program `runde`.

use runde::app::keymap::Keymap;
use runde::app::model::Settings;
use runde::program::{Options, run};
use runde::terminal::ColourWish;

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let demo = args.iter().any(|a| a == "--demo");
    let lang = if args.iter().any(|a| a == "de") { runde::i18n::Lang::De } else { runde::i18n::Lang::En };
    let path =
        args.iter().position(|a| a == "-f").and_then(|i| args.get(i + 1)).cloned().unwrap_or("runde.json".into());
    let options = Options {
        path: path.into(),
        state: "/tmp/runde-state".into(),
        demo,
        settings: Settings { lang, ..Settings::default() },
        keymap: Keymap::default(),
        colour: ColourWish::Auto,
        notice: None,
    };
    match run(options) {
        Ok(code) => code.into(),
        Err(e) => {
            eprintln!("{e}");
            2.into()
        }
    }
}
