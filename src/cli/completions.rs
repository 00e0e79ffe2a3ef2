//! `runde completions`: what a shell has to know to complete the arguments.

use super::args::command;
use crate::i18n::Lang;
use clap_complete::{Shell, generate};

/// The script for a shell.
pub(super) fn script(shell: Shell, lang: Lang) -> String {
    let mut script = Vec::new();
    generate(shell, &mut command(lang), "runde", &mut script);
    String::from_utf8(script).unwrap_or_default()
}
