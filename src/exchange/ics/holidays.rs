//! School and local holidays from the files the Länder publish: whole days, the end of each the day after it. What is
//! here under the same name and first day is replaced, so that a file can be read again.

use super::preview::{Action, Preview, Row, Why};
use super::read::Read;
use crate::arrange::Arrange as _;
use crate::calendar::Moment;
use crate::landscape::{Id, Kind, Record, Value, holiday, the_landscape};
use crate::store::{Change, Deed, Step, Store, diff};

/// What importing a file of holidays would do; `source` is what the file is called.
#[must_use]
pub fn school_holidays(store: &Store, read: &Read, source: &str) -> Preview {
    let landscape = store.landscape();
    let mut parts = landscape.parts(the_landscape::HOLIDAYS).to_vec();
    let origin = if read.name.is_empty() { source } else { &read.name };
    let mut rows = Vec::with_capacity(read.events.len());
    for event in &read.events {
        let (line, name, taken) = match event {
            Err(wrong) => (wrong.line, wrong.name.clone(), Err(wrong.why.clone())),
            Ok(event) if event.rule.is_some() => {
                (event.line, event.summary.clone(), Err(Why::Unsupported("RRULE".to_owned())))
            }
            Ok(event) if event.start.time.is_some() => (event.line, event.summary.clone(), Err(Why::NotAllDay)),
            Ok(event) => {
                let last = event.end.and_then(|end| end.date.yesterday().ok()).unwrap_or(event.start.date);
                let taken = put(&mut parts, &event.summary, (event.start, Moment::day(last)), origin);
                (event.line, event.summary.clone(), Ok(taken))
            }
        };
        let (action, why) = taken.unwrap_or_else(|why| (Action::Error, why));
        rows.push(Row { line, action, kind: "holiday", name, why });
    }
    parts.arrange_by(|a, b| {
        (a.text(holiday::FROM), a.text(holiday::NAME)).cmp(&(b.text(holiday::FROM), b.text(holiday::NAME)))
    });
    let new = Record::clone(landscape).with(the_landscape::HOLIDAYS, Value::parts(parts));
    let count = rows.iter().filter(|row| matches!(row.action, Action::Create | Action::Update)).count();
    let mut step = Step::new(Deed::Imported, "landscape", source);
    step.along = vec![("holiday", count)];
    let edits = if count == 0 { Vec::new() } else { diff(Kind::Landscape, landscape, &new) };
    Preview { rows, change: Change { step, edits } }
}

fn put(parts: &mut Vec<Record>, name: &str, (from, until): (Moment, Moment), source: &str) -> (Action, Why) {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let day = from.to_string();
    let new = Record::new(&holiday::SHAPE, Id::none())
        .with_text(holiday::NAME, &name)
        .with_text(holiday::FROM, &day)
        .with_text(holiday::UNTIL, &until.to_string())
        .with_text(holiday::SOURCE, source);
    let same = |part: &&mut Record| part.text(holiday::NAME) == name && part.text(holiday::FROM) == day;
    let told = Why::Holiday(from, until);
    match parts.iter_mut().find(same) {
        Some(part) if part.text(holiday::UNTIL) == new.text(holiday::UNTIL) => (Action::Unchanged, Why::Nothing),
        Some(part) => {
            *part = new;
            (Action::Update, told)
        }
        None => {
            parts.push(new);
            (Action::Create, told)
        }
    }
}
