//! `runde man`: the manual page in troff, made from the arguments; also `docs/runde.1`.

use super::args::command;
use crate::i18n::Lang;
use clap_mangen::Man;
use std::io::{Error, Result, Write};

/// The page: the program, then each command.
pub(super) fn page(lang: Lang) -> Result<String> {
    let texts = &lang.texts().cli;
    let mut command = command(lang);
    command.build();
    let whole = Man::new(command.clone()).title("RUNDE").manual(texts.manual).source("runde");
    let mut page = Vec::new();
    whole.render_title(&mut page)?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_description_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    for sub in command.get_subcommands() {
        writeln!(page, ".SH \"RUNDE {}\"", sub.get_name().to_uppercase())?;
        let man = Man::new(sub.clone());
        let mut section = Vec::new();
        man.render_description_section(&mut section)?;
        man.render_synopsis_section(&mut section)?;
        own_options(sub, &mut section)?;
        // Headings within a command are one level lower.
        let section = String::from_utf8(section).map_err(Error::other)?;
        page.extend_from_slice(section.replace(".SH ", ".SS ").as_bytes());
    }
    writeln!(page, ".SH {}\n{}", texts.exit_title.to_uppercase(), texts.exit_codes)?;
    String::from_utf8(page).map_err(Error::other)
}

/// The options that only this command has.
fn own_options(sub: &clap::Command, page: &mut Vec<u8>) -> Result<()> {
    let mut own = clap::Command::new("runde").disable_help_flag(true).disable_version_flag(true);
    for argument in sub.get_arguments().filter(|argument| !argument.is_global_set()) {
        own = own.arg(argument.clone());
    }
    if own.get_arguments().next().is_some() {
        Man::new(own).render_options_section(page)?;
    }
    Ok(())
}
