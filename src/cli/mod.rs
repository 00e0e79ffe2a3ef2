//! The command line: the same data as plain lines and as JSON. Data to one writer, words to the other; knows no screens
//! and, of `app`, only the table of keys.
//!
//! ```text
//!  args ─► language ─► a command ─► Outcome: an exit code (0 done · 1 findings, nothing found · 2 could not)
//!                          └─► open the program with these settings
//! ```

mod args;
mod card;
mod check;
mod clashes;
mod compare;
mod completions;
mod config;
mod desk;
mod duty;
mod export;
mod fault;
mod find;
mod gaps;
mod graphs;
mod guide;
mod import;
mod insight;
mod keep;
mod keys;
mod list;
mod load;
mod man;
mod map;
mod named;
mod next;
mod out;
mod overlaps;
mod report;
mod save;

mod resolve;
mod rhythm;
mod rule;
mod say;
mod sheet;
mod show;
mod speech;
mod tasks;
mod voices;

pub use args::ColorWish;

use crate::config::Settings;
use crate::i18n::Lang;
use crate::store::schema::schema;
use args::{Args, Command};
use desk::Desk;
use fault::Failure;
use jiff::Zoned;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

/// What the command line is called with, and where it may write.
pub struct World<'w> {
    /// The environment.
    pub env: &'w dyn Fn(&str) -> Option<OsString>,
    /// For data.
    pub out: &'w mut dyn Write,
    /// For words.
    pub err: &'w mut dyn Write,
    /// Data go to a terminal.
    pub out_is_terminal: bool,
    /// Words go to a terminal.
    pub err_is_terminal: bool,
    /// Now.
    pub now: Zoned,
}

/// What is to happen next.
#[derive(Debug)]
pub enum Outcome {
    /// The command is done: the exit code.
    Exit(u8),
    /// The program is to be opened.
    Open(Box<Start>),
}

/// How the program is to be opened.
#[derive(Debug)]
pub struct Start {
    /// The store.
    pub file: PathBuf,
    /// The folder of backups, drafts and rescue copies.
    pub state: PathBuf,
    /// A private copy of the built-in landscape instead.
    pub demo: bool,
    /// The language.
    pub lang: Lang,
    /// Whether colours are wanted.
    pub color: ColorWish,
    /// What the user has settled.
    pub settings: Settings,
    /// What is wrong with the settings file, in words.
    pub notices: Vec<String>,
}

/// Carries out what the arguments say; the first one is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: World<'_>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut desk = Desk::new(&arguments, world);
    let outcome = match args::parse(&arguments, &desk) {
        Ok(args) => begin(args, &mut desk),
        Err(failure) => Err(failure),
    };
    let outcome = outcome.unwrap_or_else(|failure| Outcome::Exit(failure.tell(&mut desk)));
    match desk.flush() {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Outcome::Exit(2),
        _ => outcome,
    }
}

fn begin(args: Args, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    desk.take(&args);
    let Some(command) = args.command else { return desk.start().map(|start| Outcome::Open(Box::new(start))) };
    if !matches!(command, Command::Config(_)) {
        desk.tell_notices()?;
    }
    let code = match command {
        Command::Find(find) => find::run(&find, desk)?,
        Command::List(list) => list::run(&list, desk)?,
        Command::Show(show) => show::run(&show, desk)?,
        Command::Tasks(tasks) => tasks::run(&tasks, desk)?,
        Command::Next(next) => next::run(&next, desk)?,
        Command::Rule(rule) => rule::run(&rule, desk)?,
        Command::Rhythm(rhythm) => rhythm::run(&rhythm, desk)?,
        Command::Load(load) => load::run(&load, desk)?,
        Command::Clashes(clashes) => clashes::run(&clashes, desk)?,
        Command::Guide(args) => guide::guide(&args, desk)?,
        Command::Ask(args) => guide::ask(&args, desk)?,
        Command::Interview(args) => guide::interview(&args, desk)?,
        Command::Insight(insight) => insight::run(&insight, desk)?,
        Command::Overlaps(overlaps) => overlaps::run(&overlaps, desk)?,
        Command::Goals(args) => duty::goals_of_all(&args, desk)?,
        Command::Duties(args) => duty::duties_of_all(&args, desk)?,
        Command::Steps(args) => duty::steps_of_all(&args, desk)?,
        Command::Governance(args) => duty::governance_map(&args, desk)?,
        Command::Embedding(args) => duty::embedding_of_all(&args, desk)?,
        Command::Voices(args) => voices::run(&args, desk)?,
        Command::Compare(args) => compare::run(&args, desk)?,
        Command::Gaps(gaps) => gaps::run(&gaps, desk)?,
        Command::Check(check) => check::run(&check, desk)?,
        Command::Export(export) => export::run(&export, desk)?,
        Command::Report(report) => report::run(&report, desk)?,
        Command::Schema => desk.out.json(&schema())?,
        Command::Keys => desk.out.text(&keys::page(desk.lang))?,
        Command::Completions(shell) => desk.out.raw(&completions::script(shell.shell, desk.lang))?,
        Command::Man => desk.out.raw(&man::page(desk.lang)?)?,
        Command::Config(config) => config::run(&config, desk)?,
        Command::Import(import) => import::run(&import, desk)?,
    };
    Ok(Outcome::Exit(code))
}
