//! Changes of the data: carried out, told, saved; undone and redone; deleting with what goes along.

use super::going;
use crate::app::card::{self, At};
use crate::app::chooser::{Choice, Chooser, Entry, Topic};
use crate::app::confirm::Confirm;
use crate::app::conflicts::Conflicts;
use crate::app::keymap::Scope;
use crate::app::layout::Focus;
use crate::app::message::Weight;
use crate::app::model::Saved;
use crate::app::refusal::read_only;
use crate::app::telling;
use crate::app::{Action, Effect, Message, Model, Overlay};
use crate::i18n::fill;
use crate::landscape::{Id, Kind, Record, Type, Value};
use crate::store::{Applied, Change, Store, deletion, detachment, merge, title, write};

/// Carries a change out, tells it, and asks for a save.
///
/// # Errors
/// When it does not fit the data any more; the message says so.
pub(super) fn apply(model: &mut Model, change: Change) -> Result<Vec<Effect>, Vec<Effect>> {
    if let Some(reason) = read_only(model) {
        model.message = Some(Message::trouble(reason));
        return Err(Vec::new());
    }
    let step = change.step.clone();
    let before = model.data.store().clone();
    match model.data.apply(change) {
        Ok(touched) if touched.is_empty() => Ok(Vec::new()),
        Ok(touched) => {
            let told = telling::step(&step, model.settings.lang);
            let key = model.keymap.key_of(&Action::Undo).map_or(String::new(), |key| key.name(model.settings.lang));
            model.message = Some(Message::done(fill(model.texts().house.done_undo, &[&told, &key])));
            Ok(changed(model, &touched, &before))
        }
        Err(_) => {
            model.message = Some(Message::trouble(model.texts().house.does_not_fit));
            Err(Vec::new())
        }
    }
}

/// Tells the change with the key that takes it back in a layer that stays.
pub(super) fn tell_undo(model: &mut Model, scopes: &[Scope], change: &Change) {
    let lang = model.settings.lang;
    let undo = model.keymap.in_scopes(scopes).find(|bound| bound.binding.action == Action::Undo);
    if let Some(key) = undo.and_then(|bound| bound.keys.first()).map(|key| key.name(lang)) {
        let told = telling::step(&change.step, lang);
        model.message = Some(Message::done(fill(model.texts().house.done_undo, &[&told, &key])));
    }
}

fn changed(model: &mut Model, touched: &Applied, before: &Store) -> Vec<Effect> {
    model.follow(touched, before);
    model.file.state = Saved::Saving;
    vec![Effect::Save]
}

pub(super) fn change(model: &mut Model, action: &Action) -> Vec<Effect> {
    match action {
        Action::Undo | Action::Redo => travel(model, *action == Action::Undo),
        Action::MoveUp | Action::MoveDown => shift(model, *action == Action::MoveDown),
        Action::TakeOver => take_over(model),
        _ => delete(model),
    }
}

/// Makes what was observed of the meetings the rule.
fn take_over(model: &mut Model) -> Vec<Effect> {
    let taken = model.shown().map(|(kind, record)| card::take_over(kind, record, &model.context()));
    match taken {
        Some(Ok((change, _))) => apply(model, change).unwrap_or_else(|effects| effects),
        Some(Err(why)) => {
            model.message = Some(Message::hint(why));
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Undoes or redoes one step and goes to where it happened.
fn travel(model: &mut Model, back: bool) -> Vec<Effect> {
    let texts = &model.texts().house;
    let step = if back { model.data.history().last() } else { model.data.history().next() };
    let step = step.map_or_else(String::new, |change| telling::step(&change.step, model.settings.lang));
    let before = model.data.store().clone();
    let (result, sentence) = if back { (model.data.undo(), texts.undone) } else { (model.data.redo(), texts.redone) };
    match result {
        Ok(Some((change, touched))) => {
            let told = telling::step(&change.step, model.settings.lang);
            model.message = Some(Message::done(fill(sentence, &[&told])));
            let effects = changed(model, &touched, &before);
            model.refresh();
            let there = touched.iter().find(|(kind, id)| model.data.store().get(*kind, id).is_some());
            if let Some((kind, id)) = there.cloned() {
                show_changed(model, kind, &id);
            }
            effects
        }
        Ok(None) => Vec::new(),
        // Somebody else changed the same: the step is dropped, so that it does not bar those before it.
        Err(_) => {
            model.message = Some(Message::trouble(fill(texts.step_dropped, &[&step])));
            Vec::new()
        }
    }
}

/// Shows a record that was just made or changed, without a way back to note. Of one that is gone only its card is left.
pub(super) fn show_changed(model: &mut Model, kind: Kind, id: &Id) {
    if model.data.store().get(kind, id).is_none() {
        if model.card.of.as_ref().is_some_and(|(_, shown)| shown == id) {
            model.focus = Focus::Pane(model.focus.pane());
        }
        return model.refresh();
    }
    model.refresh();
    match model.panes.iter().position(|pane| pane.kind == kind) {
        Some(_) if model.focus.on_card() && model.card.of.as_ref().is_some_and(|(_, shown)| shown == id) => {}
        Some(at) => {
            model.focus = Focus::Pane(at);
            going::select(model, id);
        }
        None => {}
    }
}

/// Deletes the selected record, or the part the card's line shows. Asks only when other records would lose something.
fn delete(model: &mut Model) -> Vec<Effect> {
    if let Some(at) = part_at(model) {
        return detach(model, &at).and_then(|change| apply(model, change).ok()).unwrap_or_default();
    }
    if nameless_part(model) {
        model.message = Some(Message::hint(model.texts().house.no_list_here));
        return Vec::new();
    }
    let target = match (model.focus, model.card.line().and_then(|row| row.at.clone())) {
        (Focus::Card(_), Some(at)) if at.field.is_none() => Some((at.kind, at.id)),
        _ => model.shown().map(|(kind, record)| (kind, record.id.clone())),
    };
    let Some((kind, id)) = target else { return Vec::new() };
    let Some(change) = deletion(model.data.store(), model.data.refs(), kind, &id) else { return Vec::new() };
    let lines = telling::concerned(&model.data, (kind, &id), model.settings.lang);
    if lines.is_empty() {
        return deleted(model, change, kind, &id);
    }
    let name = telling::named(change.step.what, &change.step.name, model.settings.lang);
    let question = fill(model.texts().house.delete_too, &[&name]);
    model.overlays.push(Overlay::Confirm(Box::new(Confirm::change(question, lines, change, kind, id))));
    Vec::new()
}

fn deleted(model: &mut Model, change: Change, kind: Kind, id: &Id) -> Vec<Effect> {
    let effects = apply(model, change).unwrap_or_else(|effects| effects);
    if model.card.of.as_ref().is_some_and(|of| *of == (kind, id.clone())) {
        model.focus = Focus::Pane(model.focus.pane());
    }
    effects
}

/// The part of a record that the card's selected line shows.
fn part_at(model: &Model) -> Option<At> {
    let at = model.focus.on_card().then(|| model.card.line()?.at.clone())??;
    matches!(at.field, Some((_, Some(_)))).then_some(at)
}

/// Does the card's selected line show a part that nothing tells from its siblings?
fn nameless_part(model: &Model) -> bool {
    let at = model.card.line().filter(|_| model.focus.on_card()).and_then(|row| row.at.as_ref());
    at.is_some_and(|at| match at.field {
        Some((field, None)) => matches!(at.kind.shape().spec(field).of, Type::Parts(_)),
        _ => false,
    })
}

/// The change that takes a part out of its record.
fn detach(model: &Model, at: &At) -> Option<Change> {
    let (record, field, key) = held(model, at)?;
    let (place, part) = record.parts(field).iter().enumerate().find(|(_, part)| part.key() == &*key)?;
    let name = telling::part_name(model.data.store(), part);
    let from = (model.data.store(), model.data.refs());
    detachment(from, (at.kind, record), (field, place), &name)
}

/// Moves the part of the card's line up or down in its list.
fn shift(model: &mut Model, down: bool) -> Vec<Effect> {
    let Some(at) = part_at(model) else { return Vec::new() };
    let Some((record, field, key)) = held(model, &at) else { return Vec::new() };
    let mut parts = record.parts(field).to_vec();
    let Some(place) = parts.iter().position(|part| part.key() == &*key) else { return Vec::new() };
    let other = if down { place + 1 } else { place.wrapping_sub(1) };
    if other >= parts.len() {
        return Vec::new();
    }
    parts.swap(place, other);
    let mut new = Record::clone(record);
    new.set(field, Value::parts(parts));
    let change = Change::update(at.kind, record, &new, &title(model.data.store(), record));
    let effects = apply(model, change).unwrap_or_default();
    model.card.move_by(if down { 1 } else { -1 });
    effects
}

type Held<'m> = (&'m std::sync::Arc<Record>, crate::landscape::Field, Box<str>);

fn held<'m>(model: &'m Model, at: &At) -> Option<Held<'m>> {
    let (field, key) = at.field.clone()?;
    Some((model.data.store().get(at.kind, &at.id)?, field, key?))
}

/// What came back from the editor: to the form that asked, or as the notes of the record one was on.
pub fn edited(model: &mut Model, text: Option<String>) -> Vec<Effect> {
    if let Some(mut layer) = model.overlays.pop() {
        let reply = layer.edited(text, &model.context());
        let effects = super::follow_reply(model, layer, reply).unwrap_or_default();
        model.refresh();
        return effects;
    }
    let Some((kind, id, text)) = model.noting.take().and_then(|(kind, id)| Some((kind, id, text?))) else {
        return Vec::new();
    };
    let Some(record) = model.data.store().get(kind, &id).cloned() else { return Vec::new() };
    let Some((field, _)) = record.shape.fields().find(|(_, spec)| spec.key == "notes") else { return Vec::new() };
    let mut new = Record::clone(&record);
    new.set(field, Value::text(text.trim_end()));
    let change = Change::update(kind, &record, &new, &title(model.data.store(), &record));
    let effects = apply(model, change).unwrap_or_default();
    model.refresh();
    effects
}

/// Takes over what somebody else wrote to disk: their changes and ours put together. Where both changed the same thing,
/// ours stands, theirs is shown, and nothing is written before the user has said which it is to be.
pub fn taken_over(model: &mut Model, base: &Store, theirs: Store) -> Vec<Effect> {
    if model.file.read_only.is_some() {
        return vec![Effect::TakenOver(false)];
    }
    let merged = merge(base, model.data.store(), &theirs);
    let ours_differs = write(&merged.store) != write(&theirs);
    model.data.replace(merged.store);
    model.reopen();
    let texts = &model.texts().house;
    let said = if ours_differs { texts.merged } else { texts.taken_over };
    if model.message.as_ref().is_none_or(|message| message.weight != Weight::Trouble) {
        model.message = Some(Message::hint(said));
    }
    if merged.conflicts.is_empty() {
        model.file.state = if ours_differs { Saved::Saving } else { Saved::Saved };
        return vec![Effect::TakenOver(ours_differs)];
    }
    model.file.state = Saved::Conflict;
    model.overlays.push(Overlay::Conflicts(Box::new(Conflicts::new(merged.conflicts))));
    vec![Effect::Hold]
}

/// There is no file yet: start one, or look at the demo.
pub fn first_start(model: &mut Model) {
    let texts = &model.texts().house;
    let entry = |text: &str, action| Entry {
        text: text.to_owned(),
        beside: String::new(),
        keys: String::new(),
        refused: None,
        choice: Choice::Act(action),
    };
    let entries = vec![entry(texts.first_new, Action::StartEmpty), entry(texts.first_demo, Action::StartDemo)];
    let path = model.file.path.as_ref().map_or_else(String::new, |path| path.display().to_string());
    model.message = Some(Message::hint(fill(texts.first_question, &[&path])));
    model.overlays.push(Overlay::Chooser(Box::new(Chooser::new(Topic::Start, entries))));
}
