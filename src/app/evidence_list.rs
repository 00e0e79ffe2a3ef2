//! The evidence on a board: conversations, documents, observations, council papers; or single statements; or the voices
//! about each body, how they rate and where they contradict each other. Knows no widths.

use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::form::{Form, day};
use super::{Action, Context, Reply};
use crate::analysis::voices::{ENOUGH, Figure, Said, Visibility, by_subject, contradicted, figures, voices};
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Id, Kind, Record, evidence, statement, vocabulary};
use crate::store::{Store, name_of, title};
use smol_str::SmolStr;
use std::sync::Arc;

/// The places of the modes.
const STATEMENTS: usize = 1;
const BY_BODY: usize = 2;

/// The list of evidence.
#[derive(Debug)]
pub struct EvidenceList;

impl Content for EvidenceList {
    fn title(&self, cx: &Context) -> String {
        cx.texts.duty.evidence.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.duty;
        vec![texts.pieces, texts.statements, texts.by_body]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.duty;
        let date = Column::text(texts.date, 10, 0);
        let visible = Column::text(texts.visible, 12, 4);
        let certain = Column::text(texts.certain, 12, 5);
        let ratings = Column::text(texts.ratings, 24, 6);
        match mode {
            STATEMENTS => vec![
                date,
                Column::text(texts.with, 18, 2),
                Column::text(texts.about, 24, 1),
                Column::text(texts.question, 16, 3),
                Column::wide(texts.said),
                ratings,
                certain,
                visible,
            ],
            BY_BODY => vec![
                Column::wide(texts.about),
                Column::number(texts.voices, 8, 0),
                Column::text(texts.ratings, 30, 1),
                Column::text(texts.contradictions, 30, 2),
            ],
            _ => vec![
                date,
                Column::text(texts.kind, 12, 2),
                Column::text(texts.with, 18, 1),
                Column::wide(texts.about),
                Column::text(texts.questions, 18, 3),
                ratings,
                certain,
                visible,
            ],
        }
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let store = cx.data.store();
        if mode == BY_BODY {
            return bodies(cx);
        }
        let mut sources: Vec<&Arc<Record>> = store.all(Kind::Evidence).collect();
        sources.arrange_by(|a, b| (b.text(evidence::DATE), &b.id).cmp(&(a.text(evidence::DATE), &a.id)));
        if mode == STATEMENTS {
            let each = |source: &'_ Arc<Record>| -> Vec<Row> {
                let parts = source.parts(evidence::STATEMENTS).iter();
                parts.map(|said| statement_row(Said { source, said }, cx)).collect()
            };
            return sources.into_iter().flat_map(each).collect();
        }
        sources.into_iter().map(|source| piece_row(source, cx)).collect()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.duty.no_evidence
    }

    fn act(&mut self, action: &Action, row: Option<&Row>, cx: &Context) -> Option<Reply> {
        let (key, (kind, id)) = (&row?.key, row?.to.as_ref()?);
        let part = key.split_once('/').map(|(_, part)| part).filter(|_| *action == Action::Edit)?;
        let record = cx.data.store().get(*kind, id)?;
        Some(Reply::OpenAll(Form::edit_at(*kind, record, evidence::STATEMENTS, Some(part), cx)))
    }
}

/// Who spoke: the pseudonym where there is one, else the people, else what the thing is called.
fn who(source: &Record, cx: &Context) -> String {
    match (source.text(evidence::PSEUDONYM), source.texts(evidence::WITH)) {
        ("", []) => source.text(evidence::TITLE).to_owned(),
        ("", with) => names(cx.data.store(), with.iter().map(|id| &**id)),
        (pseudonym, _) => pseudonym.to_owned(),
    }
}

/// The names of subjects, each once; seats and ties under the name of their body.
fn names<'i>(store: &Store, ids: impl Iterator<Item = &'i str>) -> String {
    let mut names: Vec<String> = Vec::new();
    for id in ids {
        let name = name_of(store, id);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// What a statement is about, in words; the network of a seat or a tie.
fn about(one: Said<'_>, cx: &Context) -> String {
    let subjects = one.said.texts(statement::ABOUT).iter().map(|id| {
        if &**id == Store::LANDSCAPE {
            return cx.texts.duty.landscape.to_owned();
        }
        let shown = super::form::reference(id, cx);
        if cx.data.store().resolve(id).is_some() {
            name_of(cx.data.store(), id)
        } else {
            [shown.note, shown.text].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ")
        }
    });
    subjects.collect::<Vec<_>>().join(", ")
}

fn question(key: &str, cx: &Context) -> String {
    vocabulary::entry("questions", key).map_or(key, |entry| entry.short(cx.lang)).to_owned()
}

/// "funktioniert gut 3, Vertrauen 2".
fn ratings(one: &Record, cx: &Context) -> String {
    let said = |(dimension, mark): &(SmolStr, u8)| {
        format!("{} {mark}", vocabulary::label("rating_dimension", dimension, cx.lang))
    };
    one.ratings(statement::RATINGS).iter().map(said).collect::<Vec<_>>().join(", ")
}

/// How certain: the weakest of several, in the order of the value list.
fn certain<'s>(parts: impl Iterator<Item = &'s Record>, cx: &Context) -> Cell {
    let place = |key: &str| vocabulary::values("confidence").iter().position(|entry| entry.key == key);
    let keys = parts.map(|part| part.text(statement::CONFIDENCE)).filter(|key| !key.is_empty());
    let Some(weakest) = keys.max_by_key(|key| place(key)) else { return Cell::text("") };
    let tone = if weakest == "contradicted" { Tone::Warn } else { Tone::Quiet };
    Cell::text(vocabulary::label("confidence", weakest, cx.lang)).tone(tone)
}

fn visible(visibility: Visibility, cx: &Context) -> Cell {
    let tone = if visibility == Visibility::Confidential { Tone::Warn } else { Tone::Quiet };
    Cell::text(vocabulary::label("visibility", visibility.key(), cx.lang)).tone(tone)
}

/// A day as people write it, sorted by time.
fn date(text: &str, cx: &Context) -> Cell {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = format!("{digits:0<8}").parse().ok().filter(|_| !digits.is_empty());
    Cell { number, ..Cell::text(day(text, cx.lang)) }
}

fn piece_row(source: &Arc<Record>, cx: &Context) -> Row {
    let texts = &cx.texts.duty;
    let parts = source.parts(evidence::STATEMENTS);
    let said = || parts.iter().map(|said| Said { source, said });
    let each = |of: &dyn Fn(Said<'_>) -> String| -> String {
        let mut all: Vec<String> = Vec::new();
        for text in said().map(of).filter(|text| !text.is_empty()) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all.join(", ")
    };
    let strictest = said().map(Visibility::of).chain([Visibility::of_source(source)]).max();
    let cells = vec![
        date(source.text(evidence::DATE), cx),
        Cell::text(vocabulary::label("evidence_kind", source.text(evidence::KIND), cx.lang)),
        Cell::text(who(source, cx)),
        Cell::text(each(&|one| about(one, cx))),
        Cell::text(each(&|one| question(one.said.text(statement::QUESTION), cx))).tone(Tone::Quiet),
        Cell::text(each(&|one| ratings(one.said, cx))),
        certain(parts.iter(), cx),
        visible(strictest.unwrap_or(Visibility::Internal), cx),
    ];
    let row = Row::new(&*source.id, cells).to(Kind::Evidence, source.id.clone());
    let row = said().fold(row, |row, one| {
        let label = [about(one, cx), question(one.said.text(statement::QUESTION), cx)];
        let label = label.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let marks = ratings(one.said, cx);
        let marks = if marks.is_empty() { marks } else { format!(" ({marks})") };
        row.say(label, format!("{}{marks}", one.said.text(statement::TEXT)))
    });
    match source.text(evidence::NOTES) {
        "" => row,
        notes => row.say(texts.notes, notes),
    }
}

fn statement_row(one: Said<'_>, cx: &Context) -> Row {
    let (source, said) = (one.source, one.said);
    let cells = vec![
        date(source.text(evidence::DATE), cx),
        Cell::text(who(source, cx)),
        Cell::text(about(one, cx)),
        Cell::text(question(said.text(statement::QUESTION), cx)).tone(Tone::Quiet),
        Cell::text(said.text(statement::TEXT)),
        Cell::text(ratings(said, cx)),
        certain([said].into_iter(), cx),
        visible(Visibility::of(one), cx),
    ];
    let key = format!("{}/{}", source.id, said.key());
    let row =
        Row::new(key, cells).to(Kind::Evidence, source.id.clone()).say(about(one, cx), said.text(statement::TEXT));
    let question = vocabulary::label("questions", said.text(statement::QUESTION), cx.lang);
    let row = if question.is_empty() { row } else { row.say(cx.texts.duty.question, question) };
    let intensity = said.number(statement::INTENSITY).map(|number| number.to_string());
    let intensity =
        intensity.map_or_else(String::new, |key| format!("{key} – {}", vocabulary::label("intensity", &key, cx.lang)));
    let label = vocabulary::field_label(statement::SHAPE.name, "intensity", cx.lang);
    if intensity.is_empty() { row } else { row.say(label, intensity) }
}

/// A row a body somebody has said something about, those with most voices first.
fn bodies(cx: &Context) -> Vec<Row> {
    let store = cx.data.store();
    let said = by_subject(store).into_iter().filter_map(|(id, said)| {
        let (kind, record) = store.find(id).filter(|(kind, _)| *kind != Kind::Actor)?;
        Some((voices(&said).len(), title(store, record), kind, record.id.clone(), said))
    });
    let mut all: Vec<_> = said.collect();
    all.arrange_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
    all.into_iter().map(|(count, name, kind, id, said)| body_row((count, &name), (kind, id), &said, cx)).collect()
}

fn body_row((count, name): (usize, &str), (kind, id): (Kind, Id), said: &[Said<'_>], cx: &Context) -> Row {
    let texts = &cx.texts.duty;
    let all = figures(&voices(said));
    let told: Vec<String> = all.iter().filter(|figure| figure.may_leave()).map(|figure| mean(figure, cx)).collect();
    let against: Vec<String> = contradicted(said).into_iter().map(|key| subject(key, cx)).collect();
    let cells = vec![
        Cell::text(if kind == Kind::Landscape { texts.landscape } else { name }),
        Cell::number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), count.to_string()),
        Cell::text(told.join(", ")),
        Cell::text(against.join(", ")).tone(Tone::Warn),
    ];
    let row = Row::new(&*id, cells).to(kind, id.clone());
    let row = all.iter().filter(|figure| figure.may_leave()).fold(row, |row, figure| {
        let spread = figure.spread.map(|count| count.to_string()).join(" / ");
        row.say(mean(figure, cx), fill(texts.spread, &[&figure.voices.to_string(), &spread]))
    });
    let few = all.iter().any(|figure| !figure.may_leave());
    let row = if few { row.say("", fill(texts.too_few, &[&ENOUGH.to_string()])) } else { row };
    said.iter()
        .filter(|one| !one.said.text(statement::TEXT).is_empty())
        .fold(row, |row, one| row.say(who(one.source, cx), one.said.text(statement::TEXT)))
}

/// "funktioniert gut 2,6 (1–4)".
fn mean(figure: &Figure, cx: &Context) -> String {
    let label = vocabulary::label("rating_dimension", figure.dimension, cx.lang);
    format!("{label} {} ({}–{})", super::load_list::number(figure.mean, cx.lang), figure.least, figure.most)
}

fn subject(key: &str, cx: &Context) -> String {
    if vocabulary::entry("questions", key).is_some() {
        return question(key, cx);
    }
    vocabulary::label("rating_dimension", key, cx.lang).to_owned()
}
