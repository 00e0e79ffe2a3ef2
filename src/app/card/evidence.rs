//! The card of a piece of evidence: who said what about which body, and who may know.

use super::keeping;
use super::row::{Row, Tone};
use super::sheet::{Sheet, counted};
use super::{voices, when};
use crate::i18n::fill;
use crate::landscape::{Kind, Record, embedding, evidence, member, network, statement, vocabulary};

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let (record, texts) = (sheet.record, sheet.texts());
    let mut rows = Vec::new();
    let fields = [
        (evidence::DATE, texts.date),
        (evidence::WITH, texts.with),
        (evidence::PSEUDONYM, texts.pseudonym),
        (evidence::LINK, texts.source_link),
    ];
    rows.extend(keeping::fields(sheet, &fields));
    rows.extend(visibility(sheet));
    let statements = record.parts(evidence::STATEMENTS);
    counted(&mut rows, texts.statements, statements.len(), statements.iter().map(|one| said(sheet, one)).collect());
    keeping::notes(sheet, &mut rows, evidence::NOTES);
    keeping::elsewhere(sheet, &mut rows, &[]);
    keeping::foreign(sheet, &mut rows);
    let kind = sheet.label("evidence_kind", record.text(evidence::KIND));
    let day = when::day(record.text(evidence::DATE), sheet.lang());
    let said: Vec<&str> = [kind, &day].into_iter().filter(|text| !text.is_empty()).collect();
    (said.join(" · "), rows)
}

fn visibility(sheet: &Sheet) -> Option<Row> {
    let key = sheet.record.text(evidence::VISIBILITY);
    let tone = if key == "confidential" { Tone::Warn } else { Tone::Plain };
    let row = Row::fact(sheet.texts().visibility).say(sheet.label("visibility", key), tone);
    (!key.is_empty()).then(|| row.at(sheet.at(evidence::VISIBILITY)))
}

/// "AK Ganztag · Koordination: „…“ · funktioniert gut 3/4".
fn said(sheet: &Sheet, part: &Record) -> Row {
    let about = part.texts(statement::ABOUT).iter().fold(Row::item(), |row, id| subject(sheet, row, id));
    let key = part.text(statement::QUESTION);
    let question = vocabulary::entry("questions", key).map_or(key, |entry| entry.short(sheet.lang()));
    let row = voices::marked(sheet, about.and(question, Tone::Quiet), &[part]);
    voices::said(sheet, row, part).at(sheet.at_part(evidence::STATEMENTS, part))
}

/// What a statement is about: a record, or a seat or a tie of a network, which has no card of its own.
fn subject(sheet: &Sheet, row: Row, id: &str) -> Row {
    if sheet.store().resolve(id).is_some() {
        return sheet.link(row, id);
    }
    let statements = sheet.record.parts(evidence::STATEMENTS);
    let beside = statements.iter().flat_map(|part| part.texts(statement::ABOUT));
    let holder = beside.filter_map(|other| sheet.store().get(Kind::Network, other)).find_map(|network| {
        let parts = network.parts(network::MEMBERS).iter().chain(network.parts(network::EMBEDDING));
        parts.into_iter().find(|part| &*part.id == id).map(|part| (network, part))
    });
    match holder {
        Some((network, part)) if part.shape.name == "member" => {
            let who = sheet.name(part.text(member::ACTOR));
            Sheet::lead(row.and(&fill(sheet.texts().seat_of, &[&who]), Tone::Plain), Kind::Network, network)
        }
        Some((network, part)) => {
            let to = sheet.name(part.text(embedding::TO));
            Sheet::lead(row.and(&fill(sheet.texts().tie_with, &[&to]), Tone::Plain), Kind::Network, network)
        }
        None => row.and(&fill(sheet.texts().part_of_network, &[id]), Tone::Quiet),
    }
}
