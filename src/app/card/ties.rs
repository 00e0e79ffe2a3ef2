//! How bodies are tied to committees, plannings and units, spoken in both directions.

use super::later::lines;
use super::row::{ARROW, At, Row, Tone};
use super::sheet::Sheet;
use super::when;
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Kind, Record, embedding, network};
use std::sync::Arc;

/// The ties of this network: "berichtet an → Schulausschuss".
pub(super) fn own(sheet: &Sheet) -> Vec<Row> {
    let mut ties: Vec<&Record> = sheet.record.parts(network::EMBEDDING).iter().collect();
    ties.arrange_by_key(|tie| tie.number(embedding::ORDER).unwrap_or(i64::MAX));
    let labels = std::iter::once(sheet.texts().ties).chain(std::iter::repeat(""));
    ties.into_iter().zip(labels).map(|(tie, label)| forward(sheet, tie, label)).collect()
}

fn forward(sheet: &Sheet, tie: &Record, label: &str) -> Row {
    let row = Row::fact(label).say(&said(sheet, tie), tone(tie)).say(ARROW, Tone::Quiet);
    let row = row.then(sheet.link(Row::default(), tie.text(embedding::TO)));
    details(sheet, row, tie).at(sheet.at_part(network::EMBEDDING, tie))
}

/// The ties of other bodies to this record: "AK Ganztag berichtet an → hier".
pub(super) fn to_here(sheet: &Sheet) -> Vec<Row> {
    let ties = sheet.from(Kind::Network).flat_map(|other| {
        let ties = other.parts(network::EMBEDDING).iter().enumerate();
        ties.filter(|(_, tie)| tie.text(embedding::TO) == sheet.id()).map(move |(nth, _)| (other, nth))
    });
    lines(sheet, ties, backward)
}

fn backward(sheet: &Sheet, other: &Arc<Record>, nth: usize) -> Row {
    let Some(tie) = other.parts(network::EMBEDDING).get(nth) else { return Row::item() };
    let row = sheet.link(Row::item(), &other.id).say(&format!(" {}", said(sheet, tie)), tone(tie));
    let row = details(sheet, row.say(&format!("{ARROW}{}", sheet.texts().here), Tone::Quiet), tie);
    row.at(At::part(Kind::Network, &other.id, network::EMBEDDING, tie.key()))
}

fn said<'t>(sheet: &Sheet, tie: &'t Record) -> std::borrow::Cow<'t, str> {
    match tie.text(embedding::TIE) {
        "" => sheet.texts().tied_to.into(),
        key => sheet.label("embedding_tie", key).to_owned().into(),
    }
}

/// A tie that should be there and is not wants to be seen.
fn tone(tie: &Record) -> Tone {
    if tie.text(embedding::TIE) == "none_but_should" { Tone::Warn } else { Tone::Plain }
}

fn details(sheet: &Sheet, row: Row, tie: &Record) -> Row {
    let row = row.and(tie.text(embedding::FREQUENCY), Tone::Quiet);
    let row = match tie.text(embedding::LAST) {
        "" => row,
        last => row.and(&fill(sheet.texts().last_time, &[&when::day(last, sheet.lang())]), Tone::Quiet),
    };
    row.and(tie.text(embedding::NOTES), Tone::Quiet)
}
