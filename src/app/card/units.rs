//! Who belongs to an institution: its units and its people, with function and phone.

use super::later::lines;
use super::row::{At, Row, Tone};
use super::sheet::Sheet;
use crate::arrange::Arrange as _;
use crate::landscape::{Kind, Record, actor};
use std::sync::Arc;

/// The actors that belong to this one: units and people, apart.
pub(super) fn of(sheet: &Sheet, people: bool) -> Vec<Row> {
    let mut found: Vec<&Arc<Record>> = sheet
        .from(Kind::Actor)
        .filter(|one| one.text(actor::UNIT_OF) == sheet.id())
        .filter(|one| (one.flag(actor::PERSON) == Some(true)) == people)
        .collect();
    found.arrange_by_key(|one| one.text(actor::NAME).to_lowercase());
    lines(sheet, found.into_iter().map(|one| (one, 0)), row)
}

fn row(sheet: &Sheet, one: &Arc<Record>, _: usize) -> Row {
    let row = sheet.link(Row::item(), &one.id);
    let what = match one.text(actor::FUNCTION) {
        "" => sheet.label("actor_kind", one.text(actor::KIND)),
        function => function,
    };
    row.and(what, Tone::Plain)
        .and(&one.text(actor::PHONE).replace(' ', "\u{a0}"), Tone::Quiet)
        .at(At::record(Kind::Actor, &one.id))
}
