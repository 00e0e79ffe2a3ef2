//! Any field of any record as lines, from what its table of fields says it holds. Knows no kinds of record.

use super::row::{Follow, Row, Tone};
use super::sheet::Sheet;
use super::{speech, when};
use crate::i18n::fill;
use crate::landscape::{Field, Record, Type, Value, vocabulary};
use smol_str::SmolStr;

/// A field of the sheet's record under a label; nothing when it is empty. References get a line each.
pub(super) fn rows(sheet: &Sheet, label: &str, field: Field) -> Vec<Row> {
    let record = sheet.record;
    let Some(value) = record.get(field) else { return Vec::new() };
    match (record.shape.spec(field).of, value) {
        (Type::Refs(_), Value::Texts(ids)) => {
            let labels = std::iter::once(label).chain(std::iter::repeat(""));
            ids.iter().zip(labels).map(|(id, label)| sheet.link(Row::fact(label), id).at(sheet.at(field))).collect()
        }
        _ => vec![inline(sheet, Row::fact(label), record, field).at(sheet.at(field))],
    }
}

/// The line with what a field of a record or part holds, and leading where it leads.
pub(super) fn inline(sheet: &Sheet, row: Row, record: &Record, field: Field) -> Row {
    let spec = record.shape.spec(field);
    match (spec.of, record.get(field)) {
        (_, None | Some(Value::Parts(_))) => row,
        (Type::Ref(_), Some(Value::Text(id))) => sheet.link(row, id),
        (Type::Refs(_), Some(Value::Texts(ids))) => sheet.links(row, ids),
        (Type::Mail, Some(Value::Text(mail))) => row.and(mail, Tone::Plain).to(Follow::Mail(mail.to_string())),
        (Type::Phone, Some(Value::Text(phone))) => row.and(phone, Tone::Plain).to(Follow::Phone(phone.to_string())),
        (Type::Link, Some(Value::Text(url))) => row.and(url, Tone::Plain).to(Follow::Web(url.to_string())),
        (_, Some(Value::Ratings(all))) => ratings(sheet, row, all),
        (of, Some(value)) => row.and(&said(sheet, of, spec.key, value), Tone::Plain),
    }
}

fn said(sheet: &Sheet, of: Type, key: &'static str, value: &Value) -> String {
    let (texts, lang) = (sheet.texts(), sheet.lang());
    match (of, value) {
        (Type::Choice(list), Value::Text(text)) => sheet.label(list, text).to_owned(),
        (Type::Date, Value::Text(text)) => when::day(text, lang),
        (Type::Moment, Value::Text(text)) => when::moment(text, lang),
        (Type::Duration, Value::Text(text)) => speech::length(text, lang),
        (Type::Choices(list), Value::Texts(all)) => sheet.labels(list, all, ", "),
        (Type::Moments, Value::Texts(all)) => {
            all.iter().map(|moment| when::moment(moment, lang)).collect::<Vec<_>>().join(" · ")
        }
        (_, Value::Text(text)) => text.to_string(),
        (_, Value::Texts(all)) => all.join(" · "),
        (_, Value::Flag(flag)) => if *flag { texts.yes } else { texts.no }.to_owned(),
        (_, Value::Number(number)) => number_said(sheet, key, *number),
        (_, Value::Range(least, most)) if least == most => least.to_string(),
        (_, Value::Range(least, most)) => format!("{least}–{most}"),
        (_, Value::Ratings(_) | Value::Parts(_)) => String::new(),
    }
}

/// A step of a scale in words where there are words for it: "arbeitet zwischen den Treffen (3)".
pub(super) fn number_said(sheet: &Sheet, key: &str, number: i64) -> String {
    let digits = number.to_string();
    match vocabulary::entry(key, &digits) {
        Some(entry) => format!("{} ({digits})", entry.label(sheet.lang())),
        None => digits,
    }
}

/// Ratings from 1 to 4: "funktioniert gut 3/4".
pub(super) fn ratings(sheet: &Sheet, row: Row, all: &[(SmolStr, u8)]) -> Row {
    all.iter().fold(row, |row, (dimension, rating)| {
        let tone = if *rating <= 1 { Tone::Warn } else { Tone::Plain };
        let said = fill(sheet.texts().rated, &[sheet.label("rating_dimension", dimension), &rating.to_string()]);
        row.and(&said, tone)
    })
}
