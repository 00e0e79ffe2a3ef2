//! What stands at the end of every card: tags, notes, how fresh the data are, who else refers to the record, and what
//! other programs left in it.

use super::row::{At, Row, Tone};
use super::sheet::{Sheet, counted, under};
use super::value;
use crate::i18n::fill;
use crate::landscape::{Field, Kind, Record, actor, network, vocabulary};
use crate::store::references;

/// Lines of references shown at most.
const MOST: usize = 40;
/// Days after which data should be looked at again.
const STALE: i32 = 365;

/// A reference of another record that a section of the card shows already: field, and field of the part.
pub(super) type Shown = (&'static str, Field, Option<Field>);

/// Notes, whole.
pub(super) fn notes(sheet: &Sheet, rows: &mut Vec<Row>, field: Field) {
    let text = sheet.record.text(field).trim_end();
    let row = Row::item().say(text, Tone::Plain).at(sheet.at(field));
    under(rows, sheet.texts().notes, if text.is_empty() { Vec::new() } else { vec![row] });
}

/// When somebody last looked whether all this is true.
pub(super) fn checked(sheet: &Sheet, field: Field) -> Row {
    let texts = sheet.texts();
    let row = Row::fact(texts.checked);
    let row = match sheet.record.text(field) {
        "" => row.say(texts.never_checked, Tone::Quiet),
        date => {
            let stale = sheet.days_to(date).is_some_and(|days| days < -STALE);
            row.say(&sheet.day_and_distance(date), if stale { Tone::Warn } else { Tone::Plain })
        }
    };
    row.at(sheet.at(field))
}

/// Fields by their names in the vocabulary, as far as they are filled.
pub(super) fn fields(sheet: &Sheet, fields: &[(Field, &str)]) -> Vec<Row> {
    fields.iter().flat_map(|(field, label)| value::rows(sheet, label, *field)).collect()
}

/// Who else refers to this record, apart from what the card shows already.
pub(super) fn elsewhere(sheet: &Sheet, rows: &mut Vec<Row>, shown: &[Shown]) {
    let mut others = Vec::new();
    for (kind, record) in &sheet.referring {
        let mut seen: Vec<(Field, Option<Field>)> = Vec::new();
        for reference in references(record).filter(|reference| reference.id == sheet.id()) {
            let inner = reference.part.map(|(_, field)| field);
            let known =
                shown.contains(&(kind.name(), reference.field, inner)) || seen.contains(&(reference.field, inner));
            if !known && record.id != sheet.record.id {
                seen.push((reference.field, inner));
                others.push(other(sheet, *kind, record, reference.field, reference.part));
            }
        }
    }
    let count = others.len();
    if count > MOST {
        others.truncate(MOST);
        let more = fill(sheet.texts().more, &[&(count - MOST).to_string()]);
        others.push(Row::item().say(&more, Tone::Quiet).at(At::record(sheet.kind, &sheet.record.id)));
    }
    counted(rows, sheet.texts().elsewhere, count, others);
}

fn other(sheet: &Sheet, kind: Kind, record: &Record, field: Field, part: Option<(&Record, Field)>) -> Row {
    let row = sheet.link(Row::item(), &record.id);
    let outer = vocabulary::field_label(kind.name(), record.shape.spec(field).key, sheet.lang());
    let row = row.and(vocabulary::kind_label(kind.name(), 1, sheet.lang()), Tone::Quiet).and(outer, Tone::Quiet);
    match part {
        None => row.at(At::field(kind, &record.id, field)),
        Some((part, inner)) => {
            let inner = vocabulary::field_label(part.shape.name, part.shape.spec(inner).key, sheet.lang());
            row.and(inner, Tone::Quiet).at(At::part(kind, &record.id, field, part.key()))
        }
    }
}

/// Keys the program does not know, quietly.
pub(super) fn foreign(sheet: &Sheet, rows: &mut Vec<Row>) {
    let row = |(key, json): &(Box<str>, Box<str>)| {
        Row::item().say(&format!("{key}: {json}"), Tone::Quiet).at(At::record(sheet.kind, &sheet.record.id))
    };
    under(rows, sheet.texts().foreign, sheet.record.extra().iter().map(row).collect());
}

/// The last lines of networks and institutions: tags, other ids, freshness.
pub(super) fn origin(sheet: &Sheet) -> Vec<Row> {
    let texts = sheet.texts();
    let list = if sheet.kind == Kind::Network {
        [(network::TAGS, texts.tags), (network::EXTERNAL, texts.external), (network::FORMERLY, texts.formerly)]
    } else {
        [(actor::TAGS, texts.tags), (actor::EXTERNAL, texts.external), (actor::FORMERLY, texts.formerly)]
    };
    let mut rows =
        vec![checked(sheet, if sheet.kind == Kind::Network { network::CHECKED_ON } else { actor::CHECKED_ON })];
    rows.extend(fields(sheet, &list));
    rows
}
