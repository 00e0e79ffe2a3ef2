//! Why a command could not be carried out, and how that is told. Every sentence comes from the texts.

use super::desk::Desk;
use crate::i18n::fill;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io;

/// Why a command ends early.
pub(super) enum Failure {
    /// The reader of the output has gone, or writing failed.
    Io(io::Error),
    /// The arguments do not fit, or help was asked for.
    Usage(Box<clap::Error>),
    /// Told in words; exit code 2.
    Words(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Failure::Usage(Box::new(error))
    }
}

impl Failure {
    /// Tells it and gives the exit code.
    pub(super) fn tell(self, desk: &mut Desk<'_>) -> u8 {
        match self {
            Failure::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Failure::Io(error) => {
                let words = fill(desk.texts.cannot_write, &[&error.to_string()]);
                desk.say(&words).map_or(2, |()| 2)
            }
            Failure::Usage(error) if !error.use_stderr() => {
                let text = error.render().to_string().replace("[OPTIONS]", desk.texts.options_word);
                desk.out.raw(&text).unwrap_or(0)
            }
            Failure::Usage(error) => {
                let words = usage(&error, desk);
                desk.say(&words).map_or(2, |()| 2)
            }
            Failure::Words(words) => desk.say(&words).map_or(2, |()| 2),
        }
    }
}

/// What is wrong with the arguments.
fn usage(error: &clap::Error, desk: &Desk<'_>) -> String {
    let texts = desk.texts;
    let get = |kind| error.get(kind).map(spelt).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => fill(texts.no_command, &[&get(ContextKind::InvalidSubcommand)]),
        ErrorKind::UnknownArgument => fill(texts.no_argument, &[&argument]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if get(ContextKind::InvalidValue).is_empty() => {
            fill(texts.value_missing, &[&argument])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            fill(texts.no_value, &[&get(ContextKind::InvalidValue), &argument])
        }
        ErrorKind::MissingRequiredArgument => fill(texts.missing, &[&argument]),
        ErrorKind::ArgumentConflict => fill(texts.conflict, &[&argument, &get(ContextKind::PriorArg)]),
        _ => error.to_string().trim_end().to_owned(),
    };
    let mut said = vec![said];
    let hints = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let meant = hints.into_iter().map(get).find(|meant| !meant.is_empty());
    if let Some(meant) = meant {
        said.push(fill(texts.meant, &[&meant]));
    } else if !get(ContextKind::ValidValue).is_empty() {
        said.push(fill(texts.possible, &[&get(ContextKind::ValidValue)]));
    }
    said.push(texts.see_help.to_owned());
    said.join("\n")
}

/// A piece of what clap knows, as text.
fn spelt(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
