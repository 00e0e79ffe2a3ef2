//! The profile sheet of one network as facts for a template: how each question stands, its answer, what stands behind it;
//! voices; what is open. As everything that leaves the house: no people and nothing confidential unless asked for.

use super::template::{self, Fault};
use super::voices::{Body, Names, about};
use super::{Desk, Include};
use crate::analysis::voices::Visibility;
use crate::guide::answers::Saying;
use crate::guide::{Line, Place, State, line_of, place};
use crate::i18n::Lang;
use crate::landscape::{Kind, Record, evidence, network, the_landscape, vocabulary};
use crate::store::Data;
use jiff::civil::DateTime;
use serde::Serialize;
use std::path::Path;

/// A question, its answer, and who stands behind it.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a condition of its own in a template")]
pub struct Question {
    /// In few words.
    pub short: String,
    /// In full.
    pub full: String,
    /// How it stands, in words.
    pub status: String,
    /// Its sign.
    pub sign: &'static str,
    /// There is an answer, or it is certain that there is none.
    pub done: bool,
    /// Still to be asked.
    pub open: bool,
    /// Answered, but nobody stands behind it.
    pub unproven: bool,
    /// What is known.
    pub answers: Vec<String>,
    /// Why somebody decided so; empty where that may not leave the house.
    pub reason: String,
    /// Whom to ask; empty where nobody is named.
    pub ask: String,
    /// Kinds of evidence with their number: "2 Gespräche".
    pub sources: Vec<super::Count>,
    /// There is evidence, all of it confidential and left out.
    pub hidden: bool,
    /// The answer is what people say.
    pub in_voices: bool,
}

/// The sheet.
#[derive(Clone, Debug, Serialize)]
pub struct Sheet {
    /// The network's name.
    pub title: String,
    /// What it is, in a few words.
    pub kind: String,
    /// What it is there for; may be empty.
    pub purpose: String,
    /// The landscape's name.
    pub landscape: String,
    /// The office that reports; may be empty.
    pub office: String,
    /// The day it is made.
    pub day: String,
    /// What was asked to be in it.
    pub include: Include,
    /// Questions answered.
    pub done: usize,
    /// All questions, those given up left out.
    pub of: usize,
    /// The questions.
    pub questions: Vec<Question>,
    /// What people say.
    pub voices: Body,
    /// Statements left out because they are confidential.
    pub left_out: usize,
}

/// Puts the sheet of a network together; nothing when there is no such network.
#[must_use]
pub fn sheet(data: &Data, id: &str, lang: Lang, now: DateTime, include: Include) -> Option<Sheet> {
    let desk = Desk { data, lang, now, include };
    let record = data.store().get(Kind::Network, id)?;
    let day = desk.day();
    let line = line_of(data.store(), record, &day);
    let (done, of) = line.progress();
    let names = Names::of(desk);
    let lists =
        [(network::KIND, "network_kind"), (network::LIFECYCLE, "lifecycle"), (network::BINDINGNESS, "bindingness")];
    let said = lists.iter().map(|(field, list)| desk.label(list, record.text(*field)));
    let landscape = data.store().landscape();
    let (voices, left_out) = about(desk, &record.id, &names);
    Some(Sheet {
        title: desk.name(&record.id),
        kind: said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "),
        purpose: harmless(record.text(network::PURPOSE), &names),
        landscape: landscape.text(the_landscape::NAME).to_owned(),
        office: match landscape.text(the_landscape::OWN_UNIT) {
            "" => String::new(),
            unit => desk.name(unit),
        },
        day: crate::calendar::show_date(now.date(), lang),
        include,
        done,
        of,
        questions: line.states.iter().map(|(key, state)| question(desk, &line, key, state, &names)).collect(),
        voices,
        left_out,
    })
}

/// A text of the record's own; nothing of it when it names somebody who is not to be named.
fn harmless(text: &str, names: &Names) -> String {
    if names.in_text(text) { String::new() } else { text.to_owned() }
}

fn question(desk: Desk<'_>, line: &Line<'_>, key: &'static str, state: &State<'_>, names: &Names) -> Question {
    let day = desk.day();
    let saying = Saying { store: desk.store(), day: &day, lang: desk.lang, people: desk.include.people };
    let sources = sources(desk, &state.sources);
    let answers = saying.answers(line, key).into_iter().map(|answer| answer.text);
    Question {
        short: vocabulary::entry("questions", key).map_or(key, |entry| entry.short(desk.lang)).to_owned(),
        full: desk.label("questions", key).to_owned(),
        status: desk.label("question_status", state.status.key()).to_owned(),
        sign: state.sign(),
        done: state.status.done(),
        open: state.status.to_ask(),
        unproven: state.unproven(),
        answers: answers.filter(|text| !names.in_text(text)).collect(),
        reason: harmless(state.reason, names),
        ask: saying.name(state.ask),
        hidden: sources.is_empty() && !state.sources.is_empty(),
        sources,
        in_voices: state.status.done() && place(key) == Place::Voices,
    }
}

/// Evidence by kind. A confidential conversation is not told: that it took place may tell who spoke.
fn sources(desk: Desk<'_>, sources: &[&Record]) -> Vec<super::Count> {
    let may =
        |source: &&&Record| desk.include.confidential || Visibility::of_source(source) != Visibility::Confidential;
    let kinds = sources.iter().filter(may).map(|source| desk.label("evidence_kind", source.text(evidence::KIND)));
    super::figures::frequent(kinds)
}

/// The page of a sheet: closer set than a report, so that it fits on one sheet of paper as far as it can.
#[must_use]
pub fn sheet_html(markdown: &str, title: &str, lang: Lang) -> String {
    super::html(markdown, title, lang).replacen("<body>", "<body class=\"sheet\">", 1)
}

/// The sheet as Markdown, by the office's own template where there is one.
///
/// # Errors
/// A template that cannot be read, or is wrong: its file and line.
pub fn render_sheet(sheet: &Sheet, lang: Lang, own: Option<&Path>) -> Result<String, Fault> {
    template::fill_named("network", sheet, lang, own)
}
