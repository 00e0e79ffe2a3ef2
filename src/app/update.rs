//! From an action to a new state and what is to be done outside. The only place where the state changes.

mod asking;
mod changing;
mod copies;
mod going;
mod moving;
mod taking;

pub(super) use asking::body_shown;
pub use changing::{edited, first_start, taken_over};
pub use copies::take as take_copy;
pub use going::go_to;
pub use taking::line_of;

use super::effect::Start;
use super::model::{ReadOnly, Saved};
use super::overlay::{Outcome, Overlay, Reply};
use super::prompt::Ask;
use super::refusal::refusal;
use super::{Action, Effect, Message, Model};
use crate::landscape::{Id, Kind};
use crate::store::Change;

/// Does what an action says.
pub fn update(model: &mut Model, action: Action) -> Vec<Effect> {
    model.message = None;
    let mut effects = match act_in_layer(model, &action) {
        Some(effects) => effects,
        None => {
            model.below += 1;
            house(model, action)
        }
    };
    model.refresh();
    refresh_layer(model);
    effects.extend(super::draft::effect(model));
    effects.extend(super::job::effects(model));
    effects
}

/// Lets the top layer see the data as they are now.
pub(super) fn refresh_layer(model: &mut Model) {
    if let Some(mut layer) = model.overlays.pop() {
        layer.refresh(&model.context());
        model.overlays.push(layer);
    }
}

/// Gives the action to the top layer; nothing when the layer does not want it.
fn act_in_layer(model: &mut Model, action: &Action) -> Option<Vec<Effect>> {
    let mut layer = model.overlays.pop()?;
    let reply = layer.act(action, &model.context());
    follow_reply(model, layer, reply)
}

/// Carries out what a layer replied; nothing when it passed.
fn follow_reply(model: &mut Model, layer: Overlay, reply: Reply) -> Option<Vec<Effect>> {
    if !matches!(reply, Reply::Stay) {
        model.below += 1;
    }
    match reply {
        Reply::Close(outcome) => return Some(closed(model, layer, outcome)),
        Reply::Pass => {
            model.overlays.push(layer);
            return None;
        }
        Reply::Stay => model.overlays.push(layer),
        Reply::Open(above) => {
            model.overlays.push(layer);
            open_above(model, *above);
        }
        Reply::OpenAll(layers) => {
            model.overlays.push(layer);
            for above in layers {
                open_above(model, above);
            }
        }
        Reply::Say(message) => {
            model.overlays.push(layer);
            model.message = Some(message);
        }
        Reply::Effect(effect) => {
            model.overlays.push(layer);
            return Some(vec![effect]);
        }
        Reply::Change(change, kind, id) => return Some(changed(model, layer, *change, kind, id)),
    }
    Some(Vec::new())
}

/// Another layer comes on top; a meeting takes up the line that was left half typed in it.
pub(super) fn open_above(model: &mut Model, mut layer: Overlay) {
    if let Overlay::Minutes(minutes) = &mut layer
        && let Some(half) = model.half_typed.take_if(|half| minutes.take_up(half))
    {
        drop(half);
        model.message = Some(Message::hint(model.texts().minutes.half_back));
    }
    if let Overlay::Conversation(held) = &mut layer
        && let Some(half) = model.half_said.take()
    {
        if held.take_up(&half, &model.context()) {
            model.message = Some(Message::hint(model.texts().inquiry.half_back));
        } else {
            model.half_said = Some(half);
        }
    }
    model.overlays.push(layer);
}

/// A layer closed with this: changes are carried out, then the layer below hears of it. A layer whose change does not fit
/// stays open, so that nothing typed is lost.
fn closed(model: &mut Model, layer: Overlay, outcome: Outcome) -> Vec<Effect> {
    let (mut effects, outcome) = match outcome {
        Outcome::Change(change, kind, id) => match changing::apply(model, change.clone()) {
            Ok(effects) => (effects, Outcome::Change(change, kind, id)),
            Err(effects) => {
                kept(model, layer);
                return effects;
            }
        },
        other => (Vec::new(), other),
    };
    // What a layer chose to be done is done as if its key had been pressed in the layer below.
    if let Outcome::Act(action) = outcome {
        effects.extend(update(model, action));
        return effects;
    }
    if let Overlay::Minutes(minutes) = &layer {
        model.half_typed = minutes.half().or(model.half_typed.take());
    }
    shelve(model, &layer, &outcome);
    if let Overlay::Conversation(held) = &layer {
        model.half_said = held.half().or(model.half_said.take());
    }
    if matches!(layer, Overlay::Conflicts(_)) {
        model.file.state = Saved::Saving;
        effects.push(Effect::TakenOver(true));
    }
    if let Some(mut below) = model.overlays.pop() {
        let reply = below.receive(outcome, &model.context());
        effects.extend(follow_reply(model, below, reply).unwrap_or_default());
        return effects;
    }
    match outcome {
        Outcome::Go(kind, id) => go_to(model, kind, &id),
        Outcome::Change(_, kind, id) => changing::show_changed(model, kind, &id),
        Outcome::Sort(sort) => {
            let at = model.focus.pane();
            model.pane_mut().order.sort = sort;
            model.sort_pane(at);
        }
        Outcome::Picked(ids) => asking::join(model, &ids),
        Outcome::Nothing | Outcome::Part(_) | Outcome::Act(_) => {}
    }
    effects
}

/// A form that is left for a record that is there already is kept until the next new one is begun.
fn shelve(model: &mut Model, layer: &Overlay, outcome: &Outcome) {
    if let (Overlay::Form(form), Outcome::Go(..)) = (layer, outcome)
        && form.is_new_network()
        && let Some(draft) = super::form::draft::of(std::slice::from_ref(layer))
    {
        model.shelved = Some(draft);
        model.message = Some(Message::hint(model.texts().twins.draft_kept));
    }
}

/// A layer that stays has made a change; it hears of it when it was carried out.
fn changed(model: &mut Model, mut layer: Overlay, change: Change, kind: Kind, id: Id) -> Vec<Effect> {
    match changing::apply(model, change.clone()) {
        Ok(mut effects) => {
            changing::tell_undo(model, layer.scopes(), &change);
            let reply = layer.receive(Outcome::Change(change, kind, id), &model.context());
            effects.extend(follow_reply(model, layer, reply).unwrap_or_default());
            effects
        }
        Err(effects) => {
            model.overlays.push(layer);
            effects
        }
    }
}

/// A layer whose change does not fit stays open; a form is put together with what others changed since, so that it fits
/// when it is saved again.
fn kept(model: &mut Model, mut layer: Overlay) {
    let may_save = super::refusal::read_only(model).is_none();
    if let Overlay::Form(form) = &mut layer
        && may_save
        && form.rebase(&model.context())
    {
        model.message = Some(Message::hint(model.texts().form.put_together));
    }
    model.overlays.push(layer);
}

/// What an action means in the panes and on the card.
fn house(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(reason) = refusal(model, &action) {
        model.message = Some(Message::hint(reason));
        return Vec::new();
    }
    match action {
        Action::Undo
        | Action::Redo
        | Action::TakeOver
        | Action::Delete
        | Action::Remove
        | Action::MoveUp
        | Action::MoveDown => changing::change(model, &action),
        Action::New
        | Action::Edit
        | Action::Attach
        | Action::Add(_)
        | Action::Relate
        | Action::NewRhythm
        | Action::Evidence
        | Action::Meeting => asking::form(model, &action),
        Action::Notes => asking::notes(model),
        Action::HoldMeeting => asking::hold(model),
        Action::OnMap(_) => {
            let layer = super::map::Map::new(&model.context());
            model.overlays.push(Overlay::Map(Box::new(layer)));
            Vec::new()
        }
        Action::Screen(super::screen::Screen::Insight) => {
            asking::insight(model);
            Vec::new()
        }
        Action::Networks(terms) => {
            going::networks(model, &terms);
            Vec::new()
        }
        Action::Compare => vec![Effect::ListStates],
        Action::CompareWith(other, name) => vec![Effect::ReadState(other, name)],
        Action::Screen(screen) => {
            let layer = super::screen::open(screen, &model.context());
            model.overlays.push(layer);
            Vec::new()
        }
        Action::AskCalendar(ask @ (Ask::CompareDay | Ask::CompareFile)) => {
            super::compare_list::ask(model, ask);
            Vec::new()
        }
        Action::CalendarFile(ask @ (Ask::CompareDay | Ask::CompareFile), text) => {
            super::compare_list::typed(model, ask, &text)
        }
        Action::Inquiry(what) => super::inquiry::open(model, what),
        Action::AskCalendar(ask) => super::calendars::ask(model, ask),
        Action::TakeCopy => copies::ask(model),
        Action::CalendarFile(ask, path) => super::calendars::file(model, ask, &path),
        Action::AttachOther
        | Action::Find
        | Action::Calendar
        | Action::FindDate
        | Action::Palette
        | Action::Help
        | Action::Sort => asking::open(model, &action),
        Action::CopyLine | Action::CopyRecord | Action::OpenWeb | Action::About => taking::take(model, &action),
        Action::Open
        | Action::Back
        | Action::NextPane
        | Action::PreviousPane
        | Action::Pane(_)
        | Action::Landscape
        | Action::Escape
        | Action::Linking
        | Action::Filter => going::go(model, &action),
        Action::Type(_) | Action::Paste(_) | Action::Line(_) => moving::filter(model, &action),
        Action::Language | Action::Theme => settle(model, &action),
        Action::StartEmpty => asking::start(model),
        Action::StartDemo => {
            model.file.demo = true;
            vec![Effect::Start(Start::Demo)]
        }
        Action::Reload if model.file.read_only == Some(ReadOnly::Unreadable) => vec![Effect::OpenAgain],
        Action::Reload => vec![Effect::Reload],
        Action::OpenBackup(until, path) => {
            super::unreadable::opened(model, until);
            vec![Effect::OpenBackup(path)]
        }
        Action::WriteBack => {
            model.file.read_only = None;
            model.file.state = Saved::Saving;
            vec![Effect::WriteBack]
        }
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Quit => asking::quit(model),
        action => {
            moving::step(model, &action);
            Vec::new()
        }
    }
}

fn settle(model: &mut Model, action: &Action) -> Vec<Effect> {
    match action {
        Action::Language => model.settings.lang = model.settings.lang.other(),
        _ => model.settings.theme = model.settings.theme.next(),
    }
    Vec::new()
}
