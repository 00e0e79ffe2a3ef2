//! What people say about a record, with date and source; what they rate, once enough of them do.

use super::row::{At, Follow, Row, Tone};
use super::sheet::Sheet;
use super::{value, when};
use crate::guide::voices::{ENOUGH, voice as speaker};
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, evidence, network, statement, vocabulary};
use std::collections::BTreeMap;

/// A statement and the piece of evidence it stands in.
pub(super) struct Voice<'a> {
    pub source: &'a Record,
    pub said: &'a Record,
}

/// The statements about the sheet's record, its seats and its ties included; the latest first.
pub(super) fn about<'a>(sheet: &Sheet<'a>) -> Vec<Voice<'a>> {
    let record: &'a Record = sheet.record;
    let mut sources: Vec<&'a Record> = sheet.from(Kind::Evidence).map(|source| &**source).collect();
    let mut mine: Vec<&'a str> = vec![sheet.id()];
    if sheet.kind == Kind::Network {
        for part in record.parts(network::MEMBERS).iter().chain(record.parts(network::EMBEDDING)) {
            mine.push(&part.id);
            sources.extend(sheet.others(Kind::Evidence, &part.id).into_iter().map(|source| &**source));
        }
    }
    sources.sort_by(|a, b| (b.text(evidence::DATE), &b.id).cmp(&(a.text(evidence::DATE), &a.id)));
    sources.dedup_by(|a, b| a.id == b.id);
    let statements =
        |source: &'a Record| source.parts(evidence::STATEMENTS).iter().map(move |said| Voice { source, said });
    let about = |voice: &Voice| voice.said.texts(statement::ABOUT).iter().any(|id| mine.contains(&&**id));
    sources.into_iter().flat_map(statements).filter(about).collect()
}

/// "4 Stimmen · funktioniert gut 3,2 (2–4)"; nothing where nobody has said anything.
pub(super) fn summary(sheet: &Sheet, voices: &[Voice]) -> Vec<Row> {
    let mut speakers: Vec<_> = voices.iter().map(|voice| speaker(voice.source)).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let Some(first) = voices.first() else { return Vec::new() };
    let texts = sheet.texts();
    let said = if speakers.len() == 1 {
        texts.one_voice.to_owned()
    } else {
        fill(texts.n_voices, &[&speakers.len().to_string()])
    };
    let mut row = Row::fact(texts.voices).say(&said, Tone::Plain);
    for entry in vocabulary::values("rating_dimension") {
        if let Some((mean, least, most)) = figure(voices, entry.key) {
            let tone = if mean < 2.5 { Tone::Warn } else { Tone::Plain };
            row = row
                .and(&format!("{} {} ({least}–{most})", entry.label(sheet.lang()), decimal(mean, sheet.lang())), tone);
        }
    }
    let at = At::part(Kind::Evidence, &first.source.id, evidence::STATEMENTS, first.said.key());
    vec![row.to(Follow::Record(Kind::Evidence, first.source.id.clone())).at(at)]
}

/// Mean over the sources (each counts once), lowest and highest rating, if enough sources rate.
fn figure(voices: &[Voice], dimension: &str) -> Option<(f64, u8, u8)> {
    let mut by_source: BTreeMap<_, Vec<u8>> = BTreeMap::new();
    for voice in voices {
        let ratings = voice.said.ratings(statement::RATINGS).iter().filter(|(key, _)| &**key == dimension);
        for (_, rating) in ratings {
            by_source.entry(speaker(voice.source)).or_default().push(*rating);
        }
    }
    if by_source.len() < ENOUGH {
        return None;
    }
    let mean = |all: &[u8]| {
        all.iter().map(|one| f64::from(*one)).sum::<f64>() / f64::from(u32::try_from(all.len()).unwrap_or(1))
    };
    let sum: f64 = by_source.values().map(|all| mean(all)).sum();
    let all = || by_source.values().flatten().copied();
    Some((sum / f64::from(u32::try_from(by_source.len()).ok()?), all().min()?, all().max()?))
}

fn decimal(number: f64, lang: Lang) -> String {
    let text = format!("{number:.1}");
    lang.pick(text.replace('.', ","), text)
}

/// A line per statement: when, who, what, how rated. Enter leads to the piece of evidence.
pub(super) fn rows(sheet: &Sheet, voices: &[Voice]) -> Vec<Row> {
    voices.iter().map(|voice| row(sheet, voice)).collect()
}

fn row(sheet: &Sheet, voice: &Voice) -> Row {
    let source = voice.source;
    let row = Row::item().say(&when::day(source.text(evidence::DATE), sheet.lang()), Tone::Quiet);
    let row = row.and(&who(sheet, source), Tone::Quiet);
    let row = said(sheet, marked(sheet, row, &[source, voice.said]), voice.said);
    row.to(Follow::Record(Kind::Evidence, source.id.clone())).at(At::part(
        Kind::Evidence,
        &source.id,
        evidence::STATEMENTS,
        voice.said.key(),
    ))
}

/// The words, ratings, intensity and confidence of a statement.
pub(super) fn said(sheet: &Sheet, row: Row, part: &Record) -> Row {
    let row = match part.text(statement::TEXT).trim() {
        "" => row,
        words => row.and(&fill(sheet.texts().quoted, &[words]), Tone::Plain),
    };
    let row = value::ratings(sheet, row, part.ratings(statement::RATINGS));
    let row = match part.number(statement::INTENSITY) {
        Some(number) => {
            let said = value::number_said(sheet, "intensity", number);
            row.and(&fill(sheet.texts().works_at, &[&said]), Tone::Plain)
        }
        None => row,
    };
    let tone = if part.text(statement::CONFIDENCE) == "contradicted" { Tone::Warn } else { Tone::Quiet };
    let row = row.and(sheet.label("confidence", part.text(statement::CONFIDENCE)), tone);
    if row.spans.is_empty() { sheet.nameless(row) } else { row }
}

/// The line with a mark if any of these records is confidential.
pub(super) fn marked(sheet: &Sheet, row: Row, records: &[&Record]) -> Row {
    let confidential = records.iter().any(|record| match record.shape.name {
        "evidence" => record.text(evidence::VISIBILITY) == "confidential",
        _ => record.text(statement::VISIBILITY) == "confidential",
    });
    if confidential { row.and(sheet.label("visibility", "confidential"), Tone::Warn) } else { row }
}

/// Who spoke: the pseudonym if there is one, the people, or what kind of source it is.
fn who(sheet: &Sheet, source: &Record) -> String {
    match (source.text(evidence::PSEUDONYM), source.texts(evidence::WITH)) {
        ("", []) => match source.text(evidence::TITLE) {
            "" => sheet.label("evidence_kind", source.text(evidence::KIND)).to_owned(),
            title => title.to_owned(),
        },
        ("", with) => with.iter().map(|id| sheet.name(id)).collect::<Vec<_>>().join(", "),
        (pseudonym, _) => pseudonym.to_owned(),
    }
}
