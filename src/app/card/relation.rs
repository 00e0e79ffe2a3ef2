//! The card of a relation: two actors and how they work together outside any body.

use super::keeping;
use super::row::Row;
use super::sheet::Sheet;
use crate::landscape::relation;

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let (record, texts) = (sheet.record, sheet.texts());
    let fields = [
        (relation::A, texts.from_actor),
        (relation::B, texts.to_actor),
        (relation::KIND, texts.relation_kind),
        (relation::INTENSITY, texts.intensity),
        (relation::FROM, texts.exists),
        (relation::UNTIL, texts.ends),
        (relation::DOCUMENT, texts.document),
    ];
    let mut rows: Vec<Row> = keeping::fields(sheet, &fields);
    keeping::notes(sheet, &mut rows, relation::NOTES);
    keeping::elsewhere(sheet, &mut rows, &[]);
    keeping::foreign(sheet, &mut rows);
    let period = sheet.period(record.text(relation::FROM), record.text(relation::UNTIL));
    let kind = sheet.label("relation_kind", record.text(relation::KIND));
    let said: Vec<&str> = [kind, &period].into_iter().filter(|text| !text.is_empty()).collect();
    (said.join(" · "), rows)
}
