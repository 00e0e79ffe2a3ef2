//! What an event says in the fields of a rhythm or a meeting: all of them for a new record; for one that is here only
//! those in which the event differs from what the record says already. Knows no files.

use super::event::{Event, Status};
use crate::arrange::Arrange as _;
use crate::calendar::Moment;
use crate::landscape::{Field, Record, Value, meeting, rhythm};
use smol_str::SmolStr;

/// Fields and what they become.
type Fields = Vec<(Field, Option<Value>)>;

/// The fields of a new rhythm.
pub(super) fn new_rhythm(event: &Event, name: &str) -> Fields {
    let own = event.own_id().is_some();
    let mut fields = vec![
        (rhythm::NAME, Value::text(name)),
        (rhythm::RULE, rule(event)),
        (rhythm::START, event.rule.as_ref().and_then(|_| Value::text(&event.start.to_string()))),
        (rhythm::DURATION, duration(event)),
        (rhythm::PLACE, line(&event.location)),
        (rhythm::SKIP, moments(&event.skip)),
        (rhythm::EXTRA, moments(&extra(event))),
        (rhythm::EXTERNAL, Value::set([event.uid.as_str()])),
    ];
    if !own {
        fields.push((rhythm::NOTES, Value::text(&event.description)));
    }
    fields
}

/// The fields of a rhythm that is here, as far as they become others. `before`: what we would have exported.
pub(super) fn old_rhythm(event: &Event, record: &Record, before: Option<&Event>) -> Fields {
    let Some(before) = before else {
        let new = new_rhythm(event, "");
        let keep = |field: &Field| ![rhythm::NAME, rhythm::NOTES, rhythm::EXTERNAL].contains(field);
        return new.into_iter().filter(|(field, value)| keep(field) && record.get(*field) != value.as_ref()).collect();
    };
    let mut fields = Vec::new();
    if before.rule != event.rule {
        fields.push((rhythm::RULE, rule(event)));
        fields.push((rhythm::UNTIL, None));
    }
    if before.start != event.start && event.rule.is_some() {
        fields.push((rhythm::START, Value::text(&event.start.to_string())));
    }
    if before.length() != event.length() {
        fields.push((rhythm::DURATION, duration(event)));
    }
    if before.location.trim() != event.location {
        fields.push((rhythm::PLACE, line(&event.location)));
    }
    if sorted(&before.skip) != sorted(&event.skip) {
        fields.push((rhythm::SKIP, changed(record.texts(rhythm::SKIP), &before.skip, &event.skip)));
    }
    if sorted(&extra(before)) != sorted(&extra(event)) {
        fields.push((rhythm::EXTRA, changed(record.texts(rhythm::EXTRA), &extra(before), &extra(event))));
    }
    fields
}

/// The fields of a new meeting. One that has passed and was not cancelled is taken to have been held.
pub(super) fn new_meeting(event: &Event, now: Moment) -> Fields {
    let status = match event.status {
        Some(Status::Cancelled) => "cancelled",
        _ if event.start < now => "held",
        _ => "planned",
    };
    let mut fields = vec![
        (meeting::OCCURRENCE, event.occurrence.and_then(|at| Value::text(&at.to_string()))),
        (meeting::AT, Value::text(&event.start.to_string())),
        (meeting::UNTIL, until(event)),
        (meeting::STATUS, Value::text(status)),
        (meeting::PLACE, line(&event.location)),
        (meeting::EXTERNAL, Value::set([key(event)])),
    ];
    if event.own_id().is_none() {
        fields.push((meeting::NOTES, Value::text(&event.description)));
    }
    fields
}

/// The fields of a meeting that is here, as far as they become others. `before`: what we would have exported.
pub(super) fn old_meeting(event: &Event, record: &Record, before: Option<&Event>) -> Fields {
    let mut fields = vec![(meeting::AT, Value::text(&event.start.to_string()))];
    if before.is_none_or(|before| before.end != event.end) {
        fields.push((meeting::UNTIL, until(event)));
    }
    if before.is_none_or(|before| before.location.trim() != event.location) {
        fields.push((meeting::PLACE, line(&event.location)));
    }
    match (event.status, record.text(meeting::STATUS)) {
        (Some(Status::Cancelled), _) => fields.push((meeting::STATUS, Value::text("cancelled"))),
        (_, "cancelled") => fields.push((meeting::STATUS, Value::text("planned"))),
        _ => {}
    }
    fields.retain(|(field, value)| record.get(*field) != value.as_ref());
    fields
}

/// What a meeting made from this event is known by.
pub(super) fn key(event: &Event) -> String {
    event.occurrence.map_or_else(|| event.uid.clone(), |at| format!("{}#{at}", event.uid))
}

fn rule(event: &Event) -> Option<Value> {
    event.rule.as_ref().and_then(|rule| Value::text(&rule.to_string()))
}

fn duration(event: &Event) -> Option<Value> {
    event.length().and_then(|length| Value::text(&length.to_string()))
}

fn until(event: &Event) -> Option<Value> {
    let end = event.end.filter(|end| end.time.is_some());
    end.and_then(|end| Value::text(&end.to_string()))
}

/// A text that has only one line here.
fn line(text: &str) -> Option<Value> {
    Value::text(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Without a rule the first date stands beside it too.
fn extra(event: &Event) -> Vec<Moment> {
    let first = event.rule.is_none().then_some(event.start);
    first.into_iter().chain(event.extra.iter().copied()).collect()
}

fn moments(all: &[Moment]) -> Option<Value> {
    Value::set(all.iter().map(ToString::to_string))
}

fn sorted(all: &[Moment]) -> Vec<Moment> {
    let mut all = all.to_vec();
    all.arrange_by(Ord::cmp);
    all.dedup();
    all
}

/// The dates of a record after those that came are added and those that went are taken away.
fn changed(held: &[SmolStr], before: &[Moment], after: &[Moment]) -> Option<Value> {
    let gone = |text: &str| {
        let Ok(at) = text.parse::<Moment>() else { return false };
        before.iter().any(|one| at.covers(*one)) && !after.iter().any(|one| at.covers(*one))
    };
    let kept = held.iter().filter(|text| !gone(text)).map(ToString::to_string);
    let came = after.iter().filter(|one| !before.contains(one)).map(ToString::to_string);
    Value::set(kept.chain(came))
}
