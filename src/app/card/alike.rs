//! Which other networks look like this one, and what people decided about it. Draws what `analysis::overlap` finds.

use super::row::{At, Follow, Row, Tone};
use super::sheet::Sheet;
use crate::analysis::overlap::{Pair, close_pairs_of};
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Kind, Record, member, network, role, verdict};
use std::collections::HashSet;

/// How many are shown.
const SHOWN: usize = 2;

/// The actors that count as members today, each once.
pub(super) fn members<'a>(sheet: &Sheet, network: &'a Record) -> HashSet<&'a str> {
    let seats = network.parts(network::MEMBERS).iter();
    let counting = seats.filter(|seat| sheet.sits(seat) && role::of_seat(seat).member);
    counting.map(|seat| seat.text(member::ACTOR)).filter(|actor| !actor.is_empty()).collect()
}

/// The networks most alike, and the other verdicts about this one.
pub(super) fn rows(sheet: &Sheet) -> Vec<Row> {
    let look_around = || close_pairs_of(sheet.store(), sheet.cx.data.refs(), sheet.id(), &sheet.today);
    let mut pairs = sheet.cx.lookup.close_to(sheet.id()).unwrap_or_else(look_around);
    pairs.arrange_by_key(|pair| std::cmp::Reverse(pair.shared));
    pairs.truncate(SHOWN);
    let mut rows: Vec<Row> = pairs.iter().map(|pair| alike_row(sheet, pair)).collect();
    let told =
        |verdict: &&std::sync::Arc<Record>| pairs.iter().any(|pair| pair.judged_in.as_ref() == Some(&verdict.id));
    rows.extend(sheet.from(Kind::Verdict).filter(|one| !told(one)).map(|one| verdict_row(sheet, one)));
    for (row, label) in rows.iter_mut().zip(std::iter::once(sheet.texts().alike)) {
        label.clone_into(&mut row.label);
    }
    rows
}

fn alike_row(sheet: &Sheet, pair: &Pair) -> Row {
    let texts = sheet.texts();
    let (here, there) = if pair.a.as_str() == sheet.id() { (pair.of_a, pair.of_b) } else { (pair.of_b, pair.of_a) };
    let (said, size) = if here <= there { (texts.shared_here, here) } else { (texts.shared_there, there) };
    let said = fill(said, &[&pair.shared.to_string(), &size.to_string()]);
    let row = sheet.link(Row::fact(""), pair.other(sheet.id())).and(&said, Tone::Plain);
    match (&pair.verdict, &pair.judged_in) {
        (Some(verdict), Some(id)) => {
            let row = row.and(sheet.label("verdict", verdict), Tone::Quiet).at(At::record(Kind::Verdict, id));
            if pair.settled { row } else { row.and(texts.changed_since, Tone::Warn) }
        }
        _ => row.at(At::record(sheet.kind, &sheet.record.id)),
    }
}

/// The record a verdict compares the sheet's record with.
fn other_side<'v>(sheet: &Sheet, verdict: &'v Record) -> &'v str {
    let (a, b) = (verdict.text(verdict::A), verdict.text(verdict::B));
    if a == sheet.id() { b } else { a }
}

/// "Judged: double structure with …"; Enter leads to the verdict.
pub(super) fn verdict_row(sheet: &Sheet, verdict: &Record) -> Row {
    let other = sheet.link(Row::fact(""), other_side(sheet, verdict));
    let mut row = other.and(sheet.label("verdict", verdict.text(verdict::VERDICT)), Tone::Plain);
    row.follow = Some(Follow::Record(Kind::Verdict, verdict.id.clone()));
    row.at(At::record(Kind::Verdict, &verdict.id))
}
