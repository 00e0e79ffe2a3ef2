//! The arguments, and how they are described in the language of the user. Knows no data.

use super::desk::Desk;
use super::fault::Failure;
use crate::i18n::{Lang, Texts};
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Whether colours are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorWish {
    /// On a terminal that shows them.
    #[default]
    Auto,
    /// Never.
    Never,
    /// Also when no terminal is there.
    Always,
}

/// Everything that can be said on the command line.
#[derive(Debug, Parser)]
#[command(name = "runde", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What can be said with every command, and without one.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub(super) struct Common {
    #[arg(long, global = true)]
    pub(super) demo: bool,
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "de|en", value_parser = ["de", "en"], hide_possible_values = true)]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "auto|never|always", hide_possible_values = true)]
    pub(super) color: Option<ColorWish>,
}

/// Declares the commands, and how each can be had by its name alone: to make them all takes longer than most of them run.
macro_rules! commands {
    ($($word:literal $name:ident $(($arguments:ty))?,)*) => {
        #[derive(Debug, Subcommand)]
        pub(super) enum Command {
            $(#[command(name = $word)] $name $(($arguments))?,)*
        }

        /// The command of this name, without descriptions.
        fn named(name: &str) -> Option<clap::Command> {
            match name {
                $($word => {
                    let command = clap::Command::new($word);
                    $(let command = <$arguments as clap::Args>::augment_args(command);)?
                    Some(command)
                })*
                _ => None,
            }
        }
    };
}

commands! {
    "find" Find(Find),
    "list" List(List),
    "show" Show(Show),
    "next" Next(Next),
    "rule" Rule(Rule),
    "rhythm" Rhythm(Show),
    "load" Load(Load),
    "clashes" Clashes(Clashes),
    "tasks" Tasks(Tasks),
    "insight" Insight(Insight),
    "overlaps" Overlaps(Overlaps),
    "compare" Compare(Compare),
    "gaps" Gaps(Gaps),
    "guide" Guide(Guide),
    "ask" Ask(Ask),
    "interview" Interview(Interview),
    "voices" Voices(Guide),
    "goals" Goals(Plain),
    "duties" Duties(Plain),
    "steps" Steps(Plain),
    "governance" Governance(Plain),
    "embedding" Embedding(Plain),
    "check" Check(Check),
    "report" Report(Report),
    "export" Export(Export),
    "schema" Schema,
    "keys" Keys,
    "completions" Completions(Completions),
    "man" Man,
    "config" Config(Config),
    "import" Import(Import),
}

#[derive(Debug, clap::Args)]
pub(super) struct Find {
    #[arg(required = true)]
    pub(super) words: Vec<String>,
    #[arg(long, value_name = "KIND")]
    pub(super) kind: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 20, hide_default_value = true)]
    pub(super) limit: usize,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct List {
    #[arg(value_name = "networks|actors|relations|rhythms|meetings|evidence", hide_possible_values = true)]
    #[arg(value_parser = ["networks", "actors", "relations", "rhythms", "meetings", "evidence"])]
    pub(super) what: String,
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    pub(super) filter: Option<String>,
    #[arg(long, conflicts_with = "csv")]
    pub(super) json: bool,
    #[arg(long)]
    pub(super) csv: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    #[arg(required = true, value_name = "ID|NAME")]
    pub(super) name: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Next {
    #[arg(long, value_name = "N", default_value_t = 30, hide_default_value = true)]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=1826))]
    pub(super) days: u16,
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Rule {
    #[arg(required = true, value_name = "PHRASE")]
    pub(super) phrase: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 3, hide_default_value = true)]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(super) count: u16,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Load {
    #[arg(value_name = "ACTOR")]
    pub(super) actor: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Clashes {
    #[arg(long, value_name = "N", default_value_t = 30, hide_default_value = true)]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=1826))]
    pub(super) days: u16,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Guide {
    #[arg(value_name = "ID|NAME")]
    pub(super) name: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
}

/// A command that only needs to know how to tell.
#[derive(Debug, clap::Args)]
pub(super) struct Plain {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Ask {
    #[arg(long, value_name = "N", default_value_t = 20, hide_default_value = true)]
    pub(super) limit: usize,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Interview {
    #[arg(required = true, value_name = "ID|NAME")]
    pub(super) name: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Insight {
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    pub(super) filter: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) day: Option<String>,
    #[arg(long)]
    pub(super) people: bool,
    #[arg(long)]
    pub(super) rank: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Overlaps {
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "DATE")]
    pub(super) day: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Gaps {
    #[arg(long, value_name = "DATE")]
    pub(super) day: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Tasks {
    #[arg(long)]
    pub(super) open: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[arg(long)]
    pub(super) invisible: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Report {
    #[arg(value_name = "NETWORK")]
    pub(super) name: Vec<String>,
    #[arg(long, value_name = "md|html", value_parser = ["md", "html"], hide_possible_values = true)]
    pub(super) format: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_name = "confidential,people", value_delimiter = ',', hide_possible_values = true)]
    #[arg(value_parser = ["confidential", "people"])]
    pub(super) include: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Compare {
    #[arg(value_name = "FILE|git:REV|backup:DATE")]
    pub(super) other: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) then: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) day: Option<String>,
    #[arg(long)]
    pub(super) people: bool,
    #[arg(long, value_name = "confidential", value_delimiter = ',', hide_possible_values = true)]
    #[arg(value_parser = ["confidential"])]
    pub(super) include: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    #[arg(value_name = "ics|svg|graphml|gexf|dot|kumu|pajek", hide_possible_values = true)]
    #[arg(value_parser = ["ics", "svg", "graphml", "gexf", "dot", "kumu", "pajek"])]
    pub(super) as_what: String,
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_name = "ID|NAME", conflicts_with = "actor")]
    pub(super) network: Option<String>,
    #[arg(long, value_name = "ID|NAME")]
    pub(super) actor: Option<String>,
    #[arg(long)]
    pub(super) actors: bool,
    #[arg(long, value_name = "TERMS", allow_hyphen_values = true)]
    pub(super) filter: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) day: Option<String>,
    #[arg(long, value_name = "confidential,people", value_delimiter = ',', hide_possible_values = true)]
    #[arg(value_parser = ["confidential", "people"])]
    pub(super) include: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
pub(super) struct Config {
    #[arg(long, conflicts_with = "default")]
    pub(super) path: bool,
    #[arg(long)]
    pub(super) default: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    #[arg(value_name = "ics", hide_possible_values = true, value_parser = ["ics"])]
    pub(super) format: String,
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) apply: bool,
    #[arg(long, value_name = "ID|NAME", conflicts_with = "holidays")]
    pub(super) network: Option<String>,
    #[arg(long)]
    pub(super) holidays: bool,
    #[arg(long)]
    pub(super) json: bool,
}

/// Reads the arguments. Asked for help or for the version, it writes that and is done.
pub(super) fn parse(arguments: &[OsString], desk: &Desk<'_>) -> Result<Args, Failure> {
    let read = |command: clap::Command| {
        command.try_get_matches_from(arguments).and_then(|matches| Args::from_arg_matches(&matches))
    };
    // Nearly always this is enough. Where it is not, what is wrong, or what can be said, is told by the whole.
    let asked = arguments.iter().skip(1).filter_map(|word| word.to_str()).find_map(named);
    read(Common::command().subcommands(asked)).or_else(|_| read(command(desk.lang))).map_err(Failure::from)
}

/// The whole command with its descriptions in this language.
pub(super) fn command(lang: Lang) -> clap::Command {
    let texts = lang.texts();
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = Args::command().arg(help).arg(version).color(clap::ColorChoice::Never);
    described(command, texts).mut_subcommands(|sub| described(sub, texts))
}

/// A command with its descriptions: its own, and those of its arguments.
fn described(command: clap::Command, all: &'static Texts) -> clap::Command {
    let texts = &all.cli;
    let name = command.get_name().to_owned();
    let own = all.exchange.command(&name);
    let about = own.or_else(|| all.duty.command(&name)).unwrap_or_else(|| texts.command(&name));
    command
        .about(about)
        .help_template(format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}", texts.usage))
        .subcommand_help_heading(texts.commands)
        .subcommand_value_name(texts.command_name)
        .mut_args(|arg| {
            let heading = if arg.is_positional() { texts.arguments } else { texts.options };
            let id = arg.get_id().as_str();
            let help = own.and_then(|_| all.exchange.argument(id)).unwrap_or_else(|| texts.argument(id));
            arg.help(help).help_heading(heading)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_alone_is_the_one_among_all() {
        let all = Args::command();
        assert_eq!(all.get_subcommands().count(), 31);
        for among in all.get_subcommands() {
            let alone = named(among.get_name()).unwrap();
            let said = |command: &clap::Command| {
                let within: Vec<_> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
                format!("{:?} {within:?}", command.get_arguments().collect::<Vec<_>>())
            };
            assert_eq!(said(&alone), said(among), "{}", among.get_name());
        }
    }
}
