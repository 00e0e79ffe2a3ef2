//! What was agreed and is to be done: goals, tasks, decisions, next steps, channels. Shared by several kinds.

use super::row::{ARROW, At, Follow, Row, Tone};
use super::sheet::Sheet;
use super::when;
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Field, Kind, Record, channel, decision, goal, meeting, step, task};

/// Goals and who carries them.
pub(super) fn goals(sheet: &Sheet, field: Field) -> Vec<Row> {
    let row = |part: &Record| {
        let row = Row::item().say(part.text(goal::TEXT), Tone::Plain);
        match part.texts(goal::CARRIED_BY) {
            [] => row,
            who => row.and(sheet.texts().carried_by, Tone::Quiet).then(sheet.links(Row::default(), who)),
        }
    };
    listed(sheet, field, row)
}

/// Digital forms of working together; Enter opens the address.
pub(super) fn channels(sheet: &Sheet, field: Field) -> Vec<Row> {
    let row = |part: &Record| {
        let row = Row::item().say(part.text(channel::NAME), Tone::Strong);
        let row = row.and(sheet.label("channel_kind", part.text(channel::KIND)), Tone::Plain);
        let row = row.and(sheet.label("channel_function", part.text(channel::FUNCTION)), Tone::Quiet);
        let row = row.and(part.text(channel::URL), Tone::Plain);
        let row = match part.text(channel::URL) {
            "" => row,
            url => row.to(Follow::Web(url.to_owned())),
        };
        let row = match part.text(channel::OPERATOR) {
            "" => row,
            who => row.and(sheet.texts().run_by, Tone::Quiet).then(sheet.link(Row::default(), who)),
        };
        row.and(part.text(channel::NOTES), Tone::Quiet)
    };
    listed(sheet, field, row)
}

/// What is to become of a body: what is left to do first.
pub(super) fn steps(sheet: &Sheet, field: Field) -> Vec<Row> {
    let mut rows: Vec<(bool, Row)> = Vec::new();
    for part in sheet.record.parts(field) {
        let row = duty(sheet, part).at(sheet.at_part(field, part));
        rows.push((!part.text(step::DONE_ON).is_empty(), row));
    }
    rows.arrange_by_key(|(done, _)| *done);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// A step or a task: what, who, until when, done when. Both shapes have the same fields in the same places.
pub(super) fn duty(sheet: &Sheet, part: &Record) -> Row {
    let done = part.text(task::DONE_ON);
    let row =
        Row::item().say(words(sheet, part.text(task::TEXT)), if done.is_empty() { Tone::Plain } else { Tone::Quiet });
    let others = part.texts(task::WHO).iter().filter(|who| &***who != sheet.id());
    let row = others.fold(row, |row, who| sheet.link(row, who));
    let due = part.text(task::DUE);
    match (done, due) {
        ("", "") => row,
        ("", due) => {
            let said = fill(sheet.texts().due, &[&sheet.day_and_distance(due)]);
            if sheet.past(due) {
                row.and(&said, Tone::Warn).and(sheet.texts().overdue, Tone::Warn)
            } else {
                row.and(&said, Tone::Plain)
            }
        }
        (done, _) => row.and(&fill(sheet.texts().done, &[&when::day(done, sheet.lang())]), Tone::Good),
    }
}

/// A decision and whom it goes to.
pub(super) fn decision(sheet: &Sheet, part: &Record) -> Row {
    let row = Row::item().say(words(sheet, part.text(decision::TEXT)), Tone::Plain);
    match part.text(decision::TO) {
        "" => row,
        to => row.say(ARROW, Tone::Quiet).then(sheet.link(Row::default(), to)),
    }
}

/// The tasks of these meetings nobody has done yet, what is due first on top. Enter leads to the meeting.
pub(super) fn open_tasks(sheet: &Sheet, meetings: &[&Record], mine: impl Fn(&Record) -> bool) -> Vec<Row> {
    let mut open: Vec<(&str, &Record, &Record)> = Vec::new();
    for meeting in meetings {
        let left =
            meeting.parts(meeting::TASKS).iter().filter(|task| task.text(task::DONE_ON).is_empty() && mine(task));
        open.extend(left.map(|task| (task.text(task::DUE), *meeting, task)));
    }
    open.arrange_by_key(|(due, meeting, _)| (due.is_empty(), *due, meeting.text(meeting::AT)));
    let row =
        |(_, meeting, task): (&str, &Record, &Record)| in_meeting(duty(sheet, task), meeting, meeting::TASKS, task);
    open.into_iter().map(row).collect()
}

/// The latest decisions of these meetings, with their day. Enter leads to the meeting.
pub(super) fn last_decisions(sheet: &Sheet, held: &[&Record], count: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for meeting in held {
        for part in meeting.parts(meeting::DECISIONS) {
            let day = meeting.text(meeting::AT).split('T').next().unwrap_or("");
            let row = Row::item().say(&format!("{} ", when::day(day, sheet.lang())), Tone::Quiet);
            rows.push(in_meeting(row.then(decision(sheet, part)), meeting, meeting::DECISIONS, part));
            if rows.len() == count {
                return rows;
            }
        }
    }
    rows
}

fn in_meeting(mut row: Row, meeting: &Record, field: Field, part: &Record) -> Row {
    row.follow = Some(Follow::Record(Kind::Meeting, meeting.id.clone()));
    row.at(At::part(Kind::Meeting, &meeting.id, field, part.key()))
}

/// A line per part, each at its place.
fn listed(sheet: &Sheet, field: Field, row: impl Fn(&Record) -> Row) -> Vec<Row> {
    sheet.record.parts(field).iter().map(|part| row(part).at(sheet.at_part(field, part))).collect()
}

fn words<'t>(sheet: &Sheet, text: &'t str) -> &'t str {
    if text.is_empty() { sheet.texts().nameless } else { text }
}
