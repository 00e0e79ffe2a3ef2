//! What people say about a record, with date and source; what they rate, once enough of them do.

use super::row::{At, Follow, Row, Tone};
use super::sheet::Sheet;
use super::{value, when};
use crate::analysis::voices::{Figure, Said, Visibility, contradicted, figures, voices};
use crate::arrange::Arrange as _;
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, actor, evidence, network, statement, vocabulary};
use smol_str::SmolStr;

/// The statements about the sheet's record, its seats and its ties included; the latest first.
pub(super) fn about<'a>(sheet: &Sheet<'a>) -> Vec<Said<'a>> {
    let record: &'a Record = sheet.record;
    let mut sources: Vec<&'a Record> = sheet.from(Kind::Evidence).map(|source| &**source).collect();
    let mut mine: Vec<&'a str> = vec![sheet.id()];
    for former in formerly(sheet.kind, record) {
        mine.push(former);
        sources.extend(sheet.others(Kind::Evidence, former).into_iter().map(|source| &**source));
    }
    if sheet.kind == Kind::Network {
        for part in record.parts(network::MEMBERS).iter().chain(record.parts(network::EMBEDDING)) {
            mine.push(&part.id);
            sources.extend(sheet.others(Kind::Evidence, &part.id).into_iter().map(|source| &**source));
        }
    }
    sources.arrange_by(|a, b| (b.text(evidence::DATE), &b.id).cmp(&(a.text(evidence::DATE), &a.id)));
    sources.dedup_by(|a, b| a.id == b.id);
    let statements =
        |source: &'a Record| source.parts(evidence::STATEMENTS).iter().map(move |said| Said { source, said });
    let about = |one: &Said| one.said.texts(statement::ABOUT).iter().any(|id| mine.contains(&&**id));
    sources.into_iter().flat_map(statements).filter(about).collect()
}

/// The ids of records that were put together in this one: what was said about them is said about it.
fn formerly(kind: Kind, record: &Record) -> impl Iterator<Item = &str> {
    let ids: &[SmolStr] = match kind {
        Kind::Network => record.texts(network::FORMERLY),
        Kind::Actor => record.texts(actor::FORMERLY),
        _ => &[],
    };
    ids.iter().map(|id| &**id)
}

/// "4 Stimmen · funktioniert gut 3,2 (2–4) · widersprüchlich: …"; nothing where nobody has said anything.
pub(super) fn summary(sheet: &Sheet, said: &[Said]) -> Vec<Row> {
    let voices = voices(said);
    let Some(first) = said.first() else { return Vec::new() };
    let texts = sheet.texts();
    let count =
        if voices.len() == 1 { texts.one_voice.to_owned() } else { fill(texts.n_voices, &[&voices.len().to_string()]) };
    let mut row = Row::fact(texts.voices).say(&count, Tone::Plain);
    for figure in figures(&voices).iter().filter(|figure| figure.may_leave()) {
        let tone = if figure.mean < 2.5 { Tone::Warn } else { Tone::Plain };
        row = row.and(&mean(sheet, figure), tone);
    }
    let against: Vec<&str> = contradicted(said).into_iter().map(|key| subject(sheet, key)).collect();
    if !against.is_empty() {
        row = row.and(&fill(texts.contradiction, &[&against.join(", ")]), Tone::Warn);
    }
    vec![row.to(Follow::Record(Kind::Evidence, first.source.id.clone())).at(place(first))]
}

/// "funktioniert gut 3,2 (2–4)".
fn mean(sheet: &Sheet, figure: &Figure) -> String {
    let label = sheet.label("rating_dimension", figure.dimension);
    format!("{label} {} ({}–{})", decimal(figure.mean, sheet.lang()), figure.least, figure.most)
}

/// What a contradiction is about: a question or a dimension.
fn subject<'k>(sheet: &Sheet, key: &'k str) -> &'k str {
    let question = vocabulary::entry("questions", key).map(|entry| entry.short(sheet.lang()));
    question.unwrap_or_else(|| sheet.label("rating_dimension", key))
}

/// A line per dimension enough voices rate: how the marks are spread, each voice once.
fn spread(sheet: &Sheet, figure: &Figure, said: &[Said]) -> Row {
    let texts = sheet.texts();
    let spread = figure.spread.map(|count| count.to_string()).join(" / ");
    let row = Row::item().say(&mean(sheet, figure), Tone::Strong);
    let row = row.and(&fill(texts.spread, &[&figure.voices.to_string(), &spread]), Tone::Plain);
    let row = if figure.contradict { row.and(texts.contradictory, Tone::Warn) } else { row };
    let rates = |one: &&Said| one.said.ratings(statement::RATINGS).iter().any(|(key, _)| **key == *figure.dimension);
    match said.iter().find(rates) {
        Some(one) => row.at(place(one)),
        None => row,
    }
}

/// The place of a statement in its piece of evidence.
fn place(one: &Said) -> At {
    At::part(Kind::Evidence, &one.source.id, evidence::STATEMENTS, one.said.key())
}

fn decimal(number: f64, lang: Lang) -> String {
    let text = format!("{number:.1}");
    lang.pick(text.replace('.', ","), text)
}

/// How the marks are spread where enough voices rate; then a line per statement: when, who, what, how rated. Enter leads to
/// the piece of evidence.
pub(super) fn rows(sheet: &Sheet, said: &[Said]) -> Vec<Row> {
    // Ratings belong to bodies and ties: of a person none is put together.
    let person = sheet.kind == Kind::Actor && sheet.record.flag(actor::PERSON) == Some(true);
    let figures = if person { Vec::new() } else { figures(&voices(said)) };
    let spread = figures.iter().filter(|figure| figure.may_leave()).map(|figure| spread(sheet, figure, said));
    spread.chain(said.iter().map(|one| row(sheet, one))).collect()
}

fn row(sheet: &Sheet, voice: &Said) -> Row {
    let source = voice.source;
    let row = Row::item().say(&when::day(source.text(evidence::DATE), sheet.lang()), Tone::Quiet);
    let row = row.and(&who(sheet, source), Tone::Quiet);
    let row = said(sheet, marked(sheet, row, &[source, voice.said]), voice.said);
    row.to(Follow::Record(Kind::Evidence, source.id.clone())).at(place(voice))
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
        "evidence" => Visibility::of_source(record) == Visibility::Confidential,
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
