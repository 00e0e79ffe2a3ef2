//! The program `runde`: takes what the system gives, lets the command line decide, opens the screen if that is asked for.

use runde::app::keymap::Keymap;
use runde::app::model::{Settings, ThemeName};
use runde::app::telling;
use runde::cli::{ColorWish, Outcome, Start, World, run};
use runde::config::clock;
use runde::program::{self, Options};
use runde::terminal::ColourWish;
use std::ffi::OsString;
use std::io::{BufWriter, IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let outcome = {
        let (out_is_terminal, err_is_terminal) = (stdout().is_terminal(), stderr().is_terminal());
        let (mut out, mut err) = (BufWriter::new(stdout().lock()), stderr().lock());
        let world = World {
            env: &|name| std::env::var_os(name),
            out: &mut out,
            err: &mut err,
            out_is_terminal,
            err_is_terminal,
            now: clock::now(),
        };
        run(arguments, world)
    };
    match outcome {
        Outcome::Exit(code) => ExitCode::from(code),
        Outcome::Open(start) => open_program(*start),
    }
}

/// Opens the screen; what went wrong is said when the terminal is given back.
fn open_program(start: Start) -> ExitCode {
    match program::run(options(start)) {
        Ok(code) => ExitCode::from(code),
        Err(trouble) => {
            let told = writeln!(stderr(), "runde: {trouble}");
            ExitCode::from(if told.is_ok() { 2 } else { 1 })
        }
    }
}

/// What the command line and the settings file decided, as the screen needs it.
fn options(start: Start) -> Options {
    let (keymap, faults) = Keymap::with(&start.settings.keys);
    let faults = faults.iter().map(|fault| telling::keymap_fault(fault, start.lang));
    let notices: Vec<String> = start.notices.into_iter().chain(faults).collect();
    Options {
        path: start.file,
        state: start.state,
        demo: start.demo,
        settings: Settings {
            lang: start.lang,
            theme: start.settings.theme.as_deref().and_then(ThemeName::from_name).unwrap_or_default(),
            me: start.settings.me.unwrap_or_default(),
        },
        keymap,
        colour: match start.color {
            ColorWish::Auto => ColourWish::Auto,
            ColorWish::Always => ColourWish::Always,
            ColorWish::Never => ColourWish::Never,
        },
        notice: (!notices.is_empty()).then(|| notices.join(" · ")),
    }
}
