//! Where one goes from a cell to answer it: the field made for the question, one more part of it, a rhythm, or a piece of
//! evidence that holds already what is known. Opens forms, changes nothing.

use crate::app::form::Form;
use crate::app::{Context, Overlay};
use crate::guide::{Place, State, place, state};
use crate::landscape::{
    Field, Id, Kind, Record, Type, Value, channel, embedding, evidence, id, member, network, rhythm, statement,
    the_landscape,
};
use crate::store::Store;
use std::sync::Arc;

/// A question to a record.
pub(super) struct At<'a> {
    /// The kind of the record.
    pub kind: Kind,
    /// The network; or the landscape's own record.
    pub record: &'a Arc<Record>,
    /// The question.
    pub key: &'static str,
}

/// The most useful: the field while it is empty, the evidence while nobody stands behind the answer; else the field, or
/// where no field is made for it, what was said.
pub(super) fn best(at: &At<'_>, cx: &Context) -> Vec<Overlay> {
    let day = cx.now.date().to_string();
    let state = state(cx.data.store(), at.record, at.key, &day);
    if place(at.key) == Place::Voices {
        return said(at, &state, cx).unwrap_or_else(|| new_evidence(at, state.ask, cx));
    }
    if state.unproven() { new_evidence(at, state.ask, cx) } else { field(at, cx) }
}

/// The field made for the question; a piece of evidence where there is none.
pub(super) fn field(at: &At<'_>, cx: &Context) -> Vec<Overlay> {
    match place(at.key) {
        Place::Rhythm => rhythm_form(at, cx),
        Place::Voices => best(at, cx),
        Place::Field(the_landscape::THEMES)
            if at.key == "networks_on_theme" && !at.record.texts(the_landscape::THEMES).is_empty() =>
        {
            let preset = Record::new(Kind::Network.shape(), Id::none());
            let themes = at.record.get(the_landscape::THEMES).cloned();
            vec![form(Form::create(Kind::Network, preset.with(network::THEMES, themes), cx))]
        }
        Place::Field(field) => match missing_part(at, field) {
            Some(preset) => Form::attach_with(at.kind, at.record, field, preset, cx),
            None => Form::edit_at(at.kind, at.record, field, None, cx),
        },
    }
}

/// A new piece of evidence for the question.
pub(super) fn evidence(at: &At<'_>, cx: &Context) -> Vec<Overlay> {
    let day = cx.now.date().to_string();
    let state = state(cx.data.store(), at.record, at.key, &day);
    new_evidence(at, state.ask, cx)
}

fn form(form: Form) -> Overlay {
    Overlay::Form(Box::new(form))
}

/// The part that is missing, with what is known of it; nothing when the list holds one that answers, or is no list.
fn missing_part(at: &At<'_>, field: Field) -> Option<Record> {
    let Type::Parts(shape) = at.record.shape.spec(field).of else { return None };
    let parts = at.record.parts(field);
    let empty = Record::new(shape, Id::none());
    match at.key {
        "portal" => {
            let is = |part: &Record| part.text(channel::KIND) == "portal";
            (!parts.iter().any(is)).then(|| empty.with_text(channel::KIND, "portal"))
        }
        "coordination" if parts.is_empty() => Some(empty.with(member::ROLES, Value::set(["coordination"]))),
        "planning_ties" => (!parts.iter().any(|part| !part.text(embedding::TO).is_empty())).then_some(empty),
        _ => parts.is_empty().then_some(empty),
    }
}

fn rhythm_form(at: &At<'_>, cx: &Context) -> Vec<Overlay> {
    let store: &Store = cx.data.store();
    let known = cx.data.refs().from(Kind::Rhythm, &at.record.id, store);
    match known.first() {
        Some(record) => Form::edit_at(Kind::Rhythm, record, rhythm::RULE, None, cx),
        None => {
            let preset = Record::new(Kind::Rhythm.shape(), Id::none()).with_text(rhythm::NETWORK, &at.record.id);
            vec![form(Form::create_on(Kind::Rhythm, preset, rhythm::RULE, cx))]
        }
    }
}

/// What the last source says to the question.
fn said(at: &At<'_>, state: &State<'_>, cx: &Context) -> Option<Vec<Overlay>> {
    let last = state.sources.iter().max_by_key(|source| source.text(evidence::DATE))?;
    let speaks = |part: &&Record| {
        part.text(statement::QUESTION) == at.key
            || part.ratings(statement::RATINGS).iter().any(|(dimension, _)| **dimension == *at.key)
    };
    let part = last.parts(evidence::STATEMENTS).iter().find(speaks)?;
    let record = cx.data.store().get(Kind::Evidence, &last.id)?;
    Some(Form::edit_at(Kind::Evidence, record, evidence::STATEMENTS, Some(part.key()), cx))
}

/// A piece of evidence of today, confidential, with whom it is planned, and one statement about the record to the question:
/// one writes what is said, then with whom it was.
fn new_evidence(at: &At<'_>, ask: &str, cx: &Context) -> Vec<Overlay> {
    let part = Record::new(&statement::SHAPE, Id::part("statement", id::random().unwrap_or(0)))
        .with(statement::ABOUT, Value::set([at.record.id.to_string()]))
        .with_text(statement::QUESTION, at.key);
    let preset = Record::new(Kind::Evidence.shape(), Id::none())
        .with_text(evidence::DATE, &cx.now.date().to_string())
        .with_text(evidence::KIND, if ask.is_empty() { "" } else { "interview" })
        .with(evidence::WITH, Value::set([ask.to_owned()].into_iter().filter(|ask| !ask.is_empty())))
        .with_text(evidence::VISIBILITY, "confidential")
        .with(evidence::STATEMENTS, Value::parts(vec![part]));
    Form::create_in(Kind::Evidence, preset, (evidence::STATEMENTS, statement::TEXT, evidence::WITH), cx)
}
