//! The card of a verdict: which two records look alike and what people made of it.

use super::keeping;
use super::row::Row;
use super::sheet::Sheet;
use crate::landscape::{verdict, vocabulary};

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let texts = sheet.texts();
    let fields = [
        (verdict::A, texts.first_record),
        (verdict::B, texts.second_record),
        (verdict::VERDICT, texts.verdict),
        (verdict::BY, texts.decided_by),
        (verdict::DATE, texts.date),
        (verdict::BASIS, texts.basis),
    ];
    let mut rows: Vec<Row> = keeping::fields(sheet, &fields);
    keeping::notes(sheet, &mut rows, verdict::NOTES);
    keeping::elsewhere(sheet, &mut rows, &[]);
    keeping::foreign(sheet, &mut rows);
    (vocabulary::kind_label("verdict", 1, sheet.lang()).to_owned(), rows)
}
