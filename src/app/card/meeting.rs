//! The card of a meeting: when and where, what was decided, who has to do what, who was there.

use super::keeping;
use super::row::{Row, Tone};
use super::sheet::{Sheet, counted, under};
use super::{value, work};
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Field, Record, meeting, task, vocabulary};

pub(super) fn page(sheet: &Sheet) -> (String, Vec<Row>) {
    let (record, texts) = (sheet.record, sheet.texts());
    let mut rows = Vec::new();
    let at = sheet.moment_and_distance(record.text(meeting::AT));
    if !at.is_empty() {
        rows.push(Row::fact(texts.when).say(&at, Tone::Plain).at(sheet.at(meeting::AT)));
    }
    rows.extend(keeping::fields(
        sheet,
        &[(meeting::UNTIL, texts.ends_at), (meeting::PLACE, texts.place), (meeting::MODE, texts.mode)],
    ));
    rows.extend(status(sheet));
    rows.extend(keeping::fields(sheet, &[(meeting::NETWORKS, texts.network)]));
    rows.extend(value::rows(sheet, texts.agenda, meeting::TOPICS));
    let decisions = record.parts(meeting::DECISIONS);
    let decided = decisions.iter().map(|one| work::decision(sheet, one).at(sheet.at_part(meeting::DECISIONS, one)));
    counted(&mut rows, texts.decisions, decisions.len(), decided.collect());
    let tasks = record.parts(meeting::TASKS);
    counted(&mut rows, texts.tasks, tasks.len(), tasks.iter().map(|one| task_row(sheet, one)).collect());
    for (field, heading) in
        [(meeting::PRESENT, texts.present), (meeting::EXCUSED, texts.excused), (meeting::ABSENT, texts.absent)]
    {
        counted(&mut rows, heading, record.texts(field).len(), people(sheet, field));
    }
    keeping::notes(sheet, &mut rows, meeting::NOTES);
    let origin =
        [(meeting::RHYTHM, texts.rhythm), (meeting::OCCURRENCE, texts.instead_of), (meeting::EXTERNAL, texts.external)];
    under(&mut rows, texts.keeping, keeping::fields(sheet, &origin));
    keeping::elsewhere(sheet, &mut rows, &[]);
    keeping::foreign(sheet, &mut rows);
    (subtitle(sheet), rows)
}

fn subtitle(sheet: &Sheet) -> String {
    let kind = vocabulary::kind_label("meeting", 1, sheet.lang());
    let status = sheet.label("meeting_status", sheet.record.text(meeting::STATUS));
    [kind, status].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn status(sheet: &Sheet) -> Option<Row> {
    let key = sheet.record.text(meeting::STATUS);
    let tone = if key == "cancelled" { Tone::Warn } else { Tone::Plain };
    let label = sheet.label("meeting_status", key);
    (!key.is_empty()).then(|| Row::fact(sheet.texts().status).say(label, tone).at(sheet.at(meeting::STATUS)))
}

fn task_row(sheet: &Sheet, part: &Record) -> Row {
    let row = work::duty(sheet, part);
    let row = match part.text(task::CARRIED_FROM) {
        "" => row,
        from => row.and(&fill(sheet.texts().carried_from, &[from]), Tone::Quiet),
    };
    row.at(sheet.at_part(meeting::TASKS, part))
}

/// A line per person, so that each can be followed.
fn people(sheet: &Sheet, field: Field) -> Vec<Row> {
    let mut named: Vec<(String, &str)> =
        sheet.record.texts(field).iter().map(|id| (sheet.name(id).to_lowercase(), &**id)).collect();
    named.arrange_by(Ord::cmp);
    let row = |id: &str| {
        let unit = sheet
            .store()
            .resolve(id)
            .map_or(String::new(), |(kind, one)| crate::store::context(sheet.store(), kind, one).into_owned());
        sheet.link(Row::item(), id).and(&unit, Tone::Quiet).at(sheet.at(field))
    };
    named.into_iter().map(|(_, id)| row(id)).collect()
}
