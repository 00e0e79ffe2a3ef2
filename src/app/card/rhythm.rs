//! The card of a rhythm: how a network means to meet, when that is next, what came of it.

use super::keeping;
use super::meetings;
use super::row::{Row, Tone};
use super::sheet::{Sheet, counted, under};
use super::speech;
use crate::landscape::{Kind, Record, meeting, rhythm};

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let (record, texts) = (sheet.record, sheet.texts());
    let spoken = speech::spoken(record, sheet.lang());
    let meetings: Vec<&Record> = sheet.from(Kind::Meeting).map(|one| &**one).collect();
    let mut rows = keeping::fields(sheet, &[(rhythm::NETWORK, texts.network)]);
    let said = if spoken.is_empty() { texts.unknown } else { &spoken };
    rows.push(Row::fact(texts.meets).say(said, Tone::Plain).at(sheet.at(rhythm::RULE)));
    rows.extend(super::habit::rows(sheet, &meetings, &[record]));
    let next = meetings::coming(sheet, &meetings, &[record], 1);
    rows.extend(next.iter().map(|one| meetings::coming_row(sheet, Row::fact(texts.next), one)).map(|mut row| {
        row.follow = row.follow.filter(|follow| !leads_here(sheet, follow));
        row
    }));
    rows.extend(details(sheet));
    let coming = meetings::coming(sheet, &meetings, &[record], 6);
    let coming = coming.iter().skip(1).map(|one| meetings::coming_row(sheet, Row::item(), one)).map(|mut row| {
        row.follow = row.follow.filter(|follow| !leads_here(sheet, follow));
        row
    });
    under(&mut rows, texts.then, coming.collect());
    let held = meetings::held(sheet, &meetings);
    counted(
        &mut rows,
        texts.last_meetings,
        held.len(),
        held.iter().map(|one| meetings::held_row(sheet, one)).collect(),
    );
    keeping::notes(sheet, &mut rows, rhythm::NOTES);
    keeping::elsewhere(sheet, &mut rows, &[("meeting", meeting::RHYTHM, None)]);
    keeping::foreign(sheet, &mut rows);
    (sheet.name(record.text(rhythm::NETWORK)), rows)
}

fn leads_here(sheet: &Sheet, follow: &super::Follow) -> bool {
    matches!(follow, super::Follow::Record(_, id) if *id == sheet.record.id)
}

fn details(sheet: &Sheet) -> Vec<Row> {
    let texts = sheet.texts();
    let mut rows = keeping::fields(
        sheet,
        &[
            (rhythm::NAME, texts.name),
            (rhythm::PLACE, texts.place),
            (rhythm::MODE, texts.mode),
            (rhythm::START, texts.first_time),
            (rhythm::DURATION, texts.duration),
            (rhythm::PER_YEAR, texts.times_a_year),
            (rhythm::AVOID, texts.avoid),
            (rhythm::SKIP, texts.skip),
            (rhythm::EXTRA, texts.extra),
            (rhythm::UNTIL, texts.valid_until),
        ],
    );
    let rule = speech::as_rule(sheet.record);
    if !rule.is_empty() {
        rows.push(Row::fact(texts.rule).say(rule, Tone::Quiet).at(sheet.at(rhythm::RULE)));
    }
    rows.extend(keeping::fields(sheet, &[(rhythm::EXTERNAL, texts.external)]));
    rows
}
