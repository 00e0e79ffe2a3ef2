//! Setting by hand how a question stands: planned with whom, dropped and why, does not exist; and taking that back.

use super::aim::At;
use crate::app::form::Form;
use crate::app::{Context, Message, Overlay, Reply};
use crate::landscape::{Field, Id, Kind, Record, Value, network, question, the_landscape, vocabulary};
use crate::store::{Change, Deed, Step};

fn field(kind: Kind) -> Field {
    if kind == Kind::Landscape { the_landscape::QUESTIONS } else { network::QUESTIONS }
}

/// The form of the decision: a new one, or the one that is there. The cursor stands on the status.
pub(super) fn form(at: &At<'_>, cx: &Context) -> Vec<Overlay> {
    let field = field(at.kind);
    let known = at.record.parts(field).iter().any(|part| part.text(question::KEY) == at.key);
    let mut layers = if known {
        Form::edit_at(at.kind, at.record, field, Some(at.key), cx)
    } else {
        let preset = Record::new(&question::SHAPE, Id::none()).with_text(question::KEY, at.key);
        Form::attach_with(at.kind, at.record, field, preset, cx)
    };
    if let Some(Overlay::Form(form)) = layers.last_mut() {
        form.focus_on(question::STATUS);
    }
    layers
}

/// Lets the data speak again.
pub(super) fn unset(at: &At<'_>, cx: &Context) -> Reply {
    let field = field(at.kind);
    let left: Vec<Record> =
        at.record.parts(field).iter().filter(|part| part.text(question::KEY) != at.key).cloned().collect();
    if left.len() == at.record.parts(field).len() {
        return Reply::Say(Message::hint(cx.texts.inquiry.nothing_by_hand));
    }
    let new = Record::clone(at.record).with(field, Value::parts(left));
    let short = vocabulary::entry("questions", at.key).map_or(at.key, |entry| entry.short(cx.lang));
    let mut change = Change::update(at.kind, at.record, &new, short);
    change.step = Step::new(Deed::Detached, "question", short);
    Reply::Change(Box::new(change), at.kind, at.record.id.clone())
}
