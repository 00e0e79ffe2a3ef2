//! What comes in from outside, as the program sees it: keys, pastes, and answers to what it asked for.

use super::key::Key;
use super::keymap::{Scope, typed};
use super::layout::Class;
use super::model::{ReadOnly, Saved};
use super::pane::Order;
use super::unreadable::{self, Unreadable, Why};
use super::update::{self, update};
use super::{Action, Effect, Message, Model};
use crate::i18n::fill;
use crate::search::landscape::Landscape;
use crate::store::{Data, Store};
use jiff::civil::DateTime;
use std::path::PathBuf;

/// Something that happened outside.
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size.
    Resize(u16, u16),
    /// A day or a minute has passed.
    Clock(DateTime),
    /// The editor came back, with the text when it was changed.
    Edited(Option<String>),
    /// Something lies beside the file that one should know of.
    Beside(Beside),
    /// A conflict copy was read.
    Copy(PathBuf, Box<Store>),
    /// A form was being typed when the program fell: its draft.
    DraftLeft(String),
    /// A calendar file was read: its name and bytes.
    Calendar(String, Vec<u8>),
    /// What the edge has to say (copied, opened, could not).
    Told(Message),
    /// The newest state is on disk.
    Saved,
    /// The file was not in canonical order; now it is.
    PutInOrder,
    /// The file was gone and has been written anew.
    WrittenAnew,
    /// The file is gone.
    Gone,
    /// From now on nothing can be changed.
    Barred(ReadOnly),
    /// The file could not be written; the sentence says why and where a copy lies.
    NotSaved(String),
    /// Somebody else wrote the file: what we knew of it, and what it holds now.
    ChangedOnDisk(Box<(Store, Store)>),
    /// The file was changed by somebody else and cannot be read now; ours stays as it is.
    CannotReadAgain(Why),
    /// There is no file yet.
    NoStoreYet,
    /// The file cannot be opened as a store.
    CannotOpen(Box<Unreadable>),
    /// The backup was not put in the file's place: the file can be read again.
    RepairedMeanwhile,
    /// The editor could not be used, or failed; its text is kept where the sentence says.
    EditorFailed(String),
    /// A piece of work goes on: how far it is can be shown.
    Working,
    /// A piece of work is done.
    Worked(super::job::Done),
    /// The states one can put beside the data.
    States(Vec<crate::store::file::other::Choice>),
    /// A state to put beside the data: what it holds, the day it stands for, what it is called.
    State(Box<(Store, Option<jiff::civil::Date>, String)>),
    /// So much of the file is read, in percent.
    Loading(u8),
    /// The file is read, and the lists are in their order.
    Listed(Box<(Data, [Order; 3])>),
    /// All of it can be searched; why it cannot be changed, if so.
    Loaded(Box<(Landscape, Option<ReadOnly>)>),
}

/// What can lie beside the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Somebody else has the file open; who.
    AlsoOpen(String),
    /// A copy a sync program left when two machines changed the file.
    ConflictCopy(PathBuf),
    /// A copy of work that could not be saved, newer than the file.
    RescueCopy(PathBuf),
}

/// Lets the program follow an event; what it asks for comes back.
pub fn handle(model: &mut Model, event: Event) -> Vec<Effect> {
    // Of a key `update` knows best whether it stayed in its layer, of a clock the model whether the day is another.
    if !matches!(event, Event::Key(_) | Event::Paste(_) | Event::Clock(_)) {
        model.below += 1;
    }
    let mut effects = follow(model, event);
    effects.extend(super::job::effects(model));
    effects
}

fn follow(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => key_pressed(model, key),
        Event::Paste(text) if model.types() => update(model, Action::Paste(text)),
        Event::Paste(_) => {
            model.message = Some(Message::hint(model.texts().house.paste_nowhere));
            Vec::new()
        }
        Event::Resize(width, height) => {
            model.size = (width, height);
            model.refresh();
            model.look_at_card();
            update::refresh_layer(model);
            Vec::new()
        }
        Event::Clock(now) => {
            model.clock(now);
            Vec::new()
        }
        Event::Edited(text) => update::edited(model, text),
        Event::Beside(beside) => {
            let texts = &model.texts().house;
            let text = match beside {
                Beside::AlsoOpen(who) => fill(texts.also_open, &[&who]),
                Beside::ConflictCopy(path) => {
                    let text = fill(texts.conflict_copy, &[&path.display().to_string()]);
                    model.file.copies.push(path);
                    text
                }
                Beside::RescueCopy(path) => fill(texts.rescue_copy, &[&path.display().to_string()]),
            };
            model.trouble(&text);
            Vec::new()
        }
        Event::Copy(path, copy) => update::take_copy(model, &path, &copy),
        Event::DraftLeft(text) => {
            model.file.draft = Some(text);
            Vec::new()
        }
        Event::Calendar(name, bytes) => super::calendars::show(model, name, &bytes),
        Event::Told(message) => {
            model.message = Some(message);
            Vec::new()
        }
        Event::Worked(done) => super::job::done(model, done),
        Event::States(states) => {
            super::compare_list::choose(model, states);
            Vec::new()
        }
        Event::State(state) => {
            let (store, day, name) = *state;
            super::compare_list::show(model, store, day, name);
            Vec::new()
        }
        event => of_the_file(model, event),
    }
}

/// Events of the file behind the data: written, changed, read.
fn of_the_file(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Saved => {
            model.file.state = Saved::Saved;
            model.ask_seats();
            Vec::new()
        }
        Event::PutInOrder => {
            model.message = Some(Message::hint(model.texts().house.put_in_order));
            Vec::new()
        }
        Event::WrittenAnew => {
            model.trouble(model.texts().house.written_anew);
            Vec::new()
        }
        Event::Gone => {
            model.trouble(model.texts().house.file_gone);
            Vec::new()
        }
        Event::Barred(why) => {
            model.file.read_only = Some(why);
            model.trouble(model.texts().house.read_only_newer);
            Vec::new()
        }
        Event::NotSaved(why) => {
            model.file.state = Saved::Failed;
            model.trouble(&fill(model.texts().house.not_saved, &[&why]));
            Vec::new()
        }
        Event::ChangedOnDisk(states) => {
            let (base, theirs) = *states;
            update::taken_over(model, &base, theirs)
        }
        Event::CannotReadAgain(why) => {
            let path = model.file.path.as_ref().map_or_else(String::new, |path| path.display().to_string());
            model.trouble(&unreadable::sentence(&path, &why, model.settings.lang));
            Vec::new()
        }
        Event::NoStoreYet => {
            model.file.loading = None;
            model.file.read_only = None;
            update::first_start(model);
            Vec::new()
        }
        Event::CannotOpen(unreadable) => {
            unreadable::told(model, &unreadable);
            Vec::new()
        }
        Event::RepairedMeanwhile => {
            model.file.read_only = Some(ReadOnly::Unreadable);
            model.message = Some(Message::trouble(model.texts().house.repaired_meanwhile));
            vec![Effect::OpenAgain]
        }
        Event::EditorFailed(why) => {
            let effects = update::edited(model, None);
            model.message = Some(Message::trouble(why));
            effects
        }
        Event::Loading(percent) => {
            model.file.loading = Some(percent);
            Vec::new()
        }
        Event::Listed(listed) => {
            let (data, orders) = *listed;
            if model.file.read_only == Some(ReadOnly::Unreadable) {
                model.file.read_only = Some(ReadOnly::Loading);
            }
            model.list(data, orders);
            Vec::new()
        }
        Event::Loaded(loaded) => {
            let (search, read_only) = *loaded;
            model.file.loading = None;
            model.file.read_only = read_only;
            model.index(search);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// From a key to what it means: typed text first, then the table, scope by scope.
fn key_pressed(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.layout().class == Class::Tiny {
        return unseen(model, key);
    }
    if model.types()
        && let Some(letter) = typed(key)
    {
        return update(model, Action::Type(letter));
    }
    match model.keymap.action(key, model.scopes()).cloned() {
        Some(action) => update(model, action),
        None => Vec::new(),
    }
}

/// In a window too small to show anything, no key does what one cannot see; leaving works.
fn unseen(model: &mut Model, key: Key) -> Vec<Effect> {
    let scopes = if model.types() { &[Scope::Everywhere][..] } else { &[Scope::House, Scope::Everywhere] };
    match model.keymap.action(key, scopes).cloned() {
        Some(action @ (Action::Quit | Action::Suspend | Action::Redraw)) => update(model, action),
        _ => Vec::new(),
    }
}
