//! `runde report`: the stock-taking as a document, or the profile sheet of one network; Markdown or a printable page.

use super::args::Report;
use super::desk::Desk;
use super::fault::Failure;
use super::save::save;
use crate::analysis::agenda::zone;
use crate::exchange::report::{Fault, Include, html, landscape, render, render_sheet, sheet, sheet_html};
use crate::i18n::{Lang, fill};
use crate::landscape::Kind;
use crate::store::Data;
use std::path::PathBuf;

pub(super) fn run(args: &Report, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let data = Data::new(desk.load()?);
    let now = desk.now.with_time_zone(zone(data.store())).datetime();
    let include = include(&args.include);
    let name = args.name.join(" ");
    if !name.is_empty() {
        let wrong = desk.lang.texts().guide.no_network;
        let id = match super::guide::meant(&name, &[Kind::Network], wrong, data.store(), desk)? {
            Ok(record) => record.id.clone(),
            Err(code) => return Ok(code),
        };
        let Some(facts) = sheet(&data, &id, desk.lang, now, include) else { return Ok(1) };
        let own = templates(desk);
        let markdown = render_sheet(&facts, desk.lang, own.as_deref()).map_err(|fault| told(&fault, desk))?;
        return write(&markdown, &facts.title, sheet_html, args, desk);
    }
    let report = landscape(&data, desk.lang, now, include);
    let markdown = render(&report, desk.lang, templates(desk).as_deref()).map_err(|fault| told(&fault, desk))?;
    write(&markdown, &report.title, html, args, desk)
}

/// How a text becomes a page.
type Page = fn(&str, &str, Lang) -> String;

fn write(markdown: &str, title: &str, page: Page, args: &Report, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let text = match args.format.as_deref() {
        Some("html") => page(markdown, title, desk.lang),
        _ => markdown.to_owned(),
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
