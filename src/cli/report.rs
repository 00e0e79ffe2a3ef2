//! `runde report`: the stock-taking as a document, Markdown or a printable page.

use super::args::Report;
use super::desk::Desk;
use super::fault::Failure;
use super::save::save;
use crate::analysis::agenda::zone;
use crate::exchange::report::{Fault, Include, html, landscape, render};
use crate::i18n::fill;
use crate::store::Data;
use std::path::PathBuf;

pub(super) fn run(args: &Report, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let data = Data::new(desk.load()?);
    let now = desk.now.with_time_zone(zone(data.store())).datetime();
    let include = include(&args.include);
    let report = landscape(&data, desk.lang, now, include);
    let markdown = render(&report, desk.lang, templates(desk).as_deref()).map_err(|fault| told(&fault, desk))?;
    let text = match args.format.as_deref() {
        Some("html") => html(&markdown, &report.title, desk.lang),
        _ => markdown,
    };
    save(args.output.as_deref(), text.as_bytes(), desk)
}

/// What was asked to be in the document.
pub(super) fn include(words: &[String]) -> Include {
    let asked = |word: &str| words.iter().any(|asked| asked == word);
    Include { confidential: asked("confidential"), people: asked("people") }
}

/// The folder of the office's own templates, beside the settings file.
fn templates(desk: &Desk<'_>) -> Option<PathBuf> {
    Some(desk.paths.as_ref()?.config.parent()?.join("templates"))
}

fn told(fault: &Fault, desk: &Desk<'_>) -> Failure {
    Failure::Words(fill(desk.texts.bad_template, &[&fault.to_string()]))
}
