//! The program `runde`: takes what the system gives, lets the command line decide, opens the screen if that is asked for.

use runde::cli::{Outcome, Start, World, run};
use std::ffi::OsString;
use std::io::{BufWriter, IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let (out_is_terminal, err_is_terminal) = (stdout().is_terminal(), stderr().is_terminal());
    let (mut out, mut err) = (BufWriter::new(stdout().lock()), stderr().lock());
    let world = World {
        env: &|name| std::env::var_os(name),
        out: &mut out,
        err: &mut err,
        out_is_terminal,
        err_is_terminal,
        now: jiff::Zoned::now(),
    };
    let arguments: Vec<OsString> = std::env::args_os().collect();
    match run(arguments, world) {
        Outcome::Exit(code) => ExitCode::from(code),
        Outcome::Open(start) => open_program(&start, &mut err),
    }
}

/// Opens the screen.
fn open_program(start: &Start, err: &mut dyn Write) -> ExitCode {
    let texts = &start.lang.texts().cli;
    let told = writeln!(err, "{}", texts.no_screen);
    ExitCode::from(if told.is_ok() { 2 } else { 1 })
}
