//! Meetings in lists: what comes, what was, and who was there. Shared by networks, actors, rhythms.

use super::row::{At, Follow, Row, Tone};
use super::sheet::Sheet;
use super::{speech, when};
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Kind, Record, meeting, rhythm};

/// Something to come: noted already, or only what a rhythm says.
pub(super) struct Coming<'a> {
    /// Day, and hour where it is known.
    pub at: String,
    /// The meeting if it is noted, else the rhythm.
    pub source: (Kind, &'a Record),
}

/// What comes next, the nearest first: meetings noted, and dates of rhythms nobody has noted yet.
pub(super) fn coming<'a>(
    sheet: &Sheet,
    meetings: &[&'a Record],
    rhythms: &[&'a Record],
    count: usize,
) -> Vec<Coming<'a>> {
    let noted = meetings.iter().filter(|meeting| is_ahead(sheet, meeting));
    let mut all: Vec<Coming> =
        noted.map(|one| Coming { at: one.text(meeting::AT).to_owned(), source: (Kind::Meeting, *one) }).collect();
    for rhythm in rhythms {
        let dates = speech::upcoming(sheet.cx.data, rhythm, sheet.cx.now, count);
        all.extend(dates.into_iter().map(|at| Coming { at, source: (Kind::Rhythm, *rhythm) }));
    }
    all.arrange_by(|a, b| a.at.cmp(&b.at));
    all.truncate(count);
    all
}

fn is_ahead(sheet: &Sheet, meeting: &Record) -> bool {
    let status = meeting.text(meeting::STATUS);
    !sheet.past(day_of(meeting.text(meeting::AT))) && status != "cancelled" && status != "held"
}

fn day_of(moment: &str) -> &str {
    moment.split('T').next().unwrap_or(moment)
}

/// The meetings that were, the latest first.
pub(super) fn held<'a>(sheet: &Sheet, meetings: &[&'a Record]) -> Vec<&'a Record> {
    let mut past: Vec<&Record> = meetings.iter().filter(|one| !is_ahead(sheet, one)).copied().collect();
    past.arrange_by(|a, b| b.text(meeting::AT).cmp(a.text(meeting::AT)));
    past
}

/// Did it take place? A past meeting nobody said anything else about did.
pub(super) fn took_place(meeting: &Record) -> bool {
    meeting.text(meeting::STATUS) != "cancelled"
}

/// A date to come as a line of a section.
pub(super) fn coming_row(sheet: &Sheet, row: Row, coming: &Coming) -> Row {
    let (kind, record) = coming.source;
    let row = row.say(&sheet.moment_and_distance(&coming.at), Tone::Plain);
    let place = record.text(if kind == Kind::Meeting { meeting::PLACE } else { rhythm::PLACE });
    let row = row.and(place, Tone::Quiet);
    let row = if kind == Kind::Rhythm { row.and(sheet.texts().by_rhythm, Tone::Quiet) } else { row };
    row.to(Follow::Record(kind, record.id.clone())).at(At::record(kind, &record.id))
}

/// A meeting that was as a line of a section.
pub(super) fn held_row(sheet: &Sheet, record: &Record) -> Row {
    let texts = sheet.texts();
    let row = Row::item().say(&when::moment(record.text(meeting::AT), sheet.lang()), Tone::Plain);
    let row = match record.text(meeting::STATUS) {
        "cancelled" => row.and(sheet.label("meeting_status", "cancelled"), Tone::Warn),
        "planned" => row.and(texts.not_confirmed, Tone::Quiet),
        _ => row,
    };
    let present = record.texts(meeting::PRESENT).len();
    let row = if present > 0 { row.and(&fill(texts.n_present, &[&present.to_string()]), Tone::Quiet) } else { row };
    let topics = record.text(meeting::TOPICS).lines().next().unwrap_or("");
    row.and(topics, Tone::Quiet)
        .to(Follow::Record(Kind::Meeting, record.id.clone()))
        .at(At::record(Kind::Meeting, &record.id))
}

/// The sections of meetings: the next three and the last five.
pub(super) fn sections(sheet: &Sheet, rows: &mut Vec<Row>, meetings: &[&Record], rhythms: &[&Record]) {
    let next = coming(sheet, meetings, rhythms, 3);
    let next = next.iter().map(|one| coming_row(sheet, Row::item(), one)).collect();
    super::sheet::under(rows, sheet.texts().next_meetings, next);
    let held = held(sheet, meetings);
    let mut past: Vec<Row> = held.iter().take(5).map(|one| held_row(sheet, one)).collect();
    if let Some(more) = held.len().checked_sub(5).filter(|more| *more > 0) {
        let more = fill(sheet.texts().more, &[&more.to_string()]);
        past.push(Row::item().say(&more, Tone::Quiet).at(At::record(sheet.kind, &sheet.record.id)));
    }
    super::sheet::counted(rows, sheet.texts().last_meetings, held.len(), past);
}
