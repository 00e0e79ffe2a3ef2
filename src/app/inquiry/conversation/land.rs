//! What is said, as changes: each line one statement, one step that can be undone. The first makes the piece of evidence:
//! a conversation of today, confidential.

use super::entry::Entry;
use super::items::Item;
use crate::app::{Context, Message, Reply};
use crate::arrange::Arrange as _;
use crate::landscape::{Id, Kind, Record, Value, evidence, id, statement, vocabulary};
use crate::store::{Change, Deed, Step, title};
use smol_str::SmolStr;

/// The piece of evidence before anything is noted; nothing when the system has no randomness.
pub(super) fn begun(who: Option<&Id>, cx: &Context) -> Option<Record> {
    let id = Id::fresh(Kind::Evidence, false, "", id::random().ok()?);
    let record = Record::new(Kind::Evidence.shape(), id)
        .with_text(evidence::DATE, &cx.now.date().to_string())
        .with_text(evidence::KIND, "interview")
        .with(evidence::WITH, Value::set(who.map(ToString::to_string)))
        .with_text(evidence::VISIBILITY, "confidential");
    Some(record)
}

/// Lands a line at an item.
pub(super) fn land(record: &Record, item: &Item, entry: &Entry, cx: &Context) -> Reply {
    let parts = record.parts(evidence::STATEMENTS);
    let Some(id) = fresh(parts) else { return Reply::Say(Message::trouble(cx.texts.form.no_random)) };
    let mut ratings: Vec<(SmolStr, u8)> =
        entry.ratings.iter().map(|(dimension, mark)| ((*dimension).into(), *mark)).collect();
    ratings.arrange_by(Ord::cmp);
    let part = Record::new(&statement::SHAPE, id)
        .with(statement::ABOUT, Value::set([item.body.to_string()]))
        .with_text(statement::QUESTION, item.key)
        .with_text(statement::TEXT, &entry.text)
        .with(statement::RATINGS, (!ratings.is_empty()).then_some(Value::Ratings(ratings.into())))
        .with_text(statement::CONFIDENCE, entry.confidence)
        .with_text(statement::VISIBILITY, entry.visibility);
    let mut new = record.clone();
    new.set(evidence::STATEMENTS, Value::parts(parts.iter().cloned().chain([part]).collect()));
    let store = cx.data.store();
    let mut change = match store.get(Kind::Evidence, &new.id) {
        Some(old) => Change::update(Kind::Evidence, old, &new, &title(store, old)),
        None => Change::create(Kind::Evidence, new.clone(), &title(store, &new)),
    };
    let short = vocabulary::entry("questions", item.key).map_or("", |entry| entry.short(cx.lang));
    let name = [item.name.as_str(), short].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    change.step = Step::new(Deed::Attached, "statement", &name);
    Reply::Change(Box::new(change), Kind::Evidence, new.id)
}

/// An id none of the statements has.
fn fresh(siblings: &[Record]) -> Option<Id> {
    let free = |id: &Id| siblings.iter().all(|part| part.id != *id);
    (0..100).find_map(|_| id::random().ok().map(|random| Id::part("statement", random)).filter(free))
}
