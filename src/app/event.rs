//! What comes in from outside, as the program sees it: keys, pastes, and answers to what it asked for.

use super::key::Key;
use super::keymap::typed;
use super::model::{ReadOnly, Saved};
use super::update::{self, update};
use super::{Action, Effect, Message, Model};
use crate::i18n::fill;
use crate::search::landscape::Landscape;
use crate::store::{Data, Store};
use jiff::civil::DateTime;

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
    /// What the edge has to say (copied, opened, could not).
    Told(Message),
    /// The file was written; whether it was put in order on the way.
    Saved(bool),
    /// The file could not be written; the sentence says why and where a copy lies.
    NotSaved(String),
    /// Somebody else wrote the file; this is what it holds now.
    ChangedOnDisk(Box<Store>),
    /// So much of the file is read, in percent.
    Loading(u8),
    /// The file is read.
    Loaded(Box<(Data, Landscape)>),
}

/// Lets the program follow an event; what it asks for comes back.
pub fn handle(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => key_pressed(model, key),
        Event::Paste(text) if model.types() => update(model, Action::Paste(text)),
        Event::Paste(_) => {
            model.message = Some(Message::hint(model.texts().house.paste_nowhere));
            Vec::new()
        }
        Event::Resize(width, height) => {
            model.size = (width, height);
            Vec::new()
        }
        Event::Clock(now) => {
            model.clock(now);
            Vec::new()
        }
        Event::Edited(text) => update::edited(model, text),
        Event::Told(message) => {
            model.message = Some(message);
            Vec::new()
        }
        Event::Saved(put_in_order) => {
            model.file.state = Saved::Saved;
            if put_in_order {
                model.message = Some(Message::hint(model.texts().house.put_in_order));
            }
            Vec::new()
        }
        Event::NotSaved(why) => {
            model.file.state = Saved::Failed;
            model.message = Some(Message::trouble(fill(model.texts().house.not_saved, &[&why])));
            Vec::new()
        }
        Event::ChangedOnDisk(store) => update::taken_over(model, *store),
        Event::Loading(percent) => {
            model.file.loading = Some(percent);
            Vec::new()
        }
        Event::Loaded(loaded) => {
            let (data, search) = *loaded;
            model.file.loading = None;
            if model.file.read_only == Some(ReadOnly::Loading) {
                model.file.read_only = None;
            }
            model.open(data, Some(search));
            Vec::new()
        }
    }
}

/// From a key to what it means: typed text first, then the table, scope by scope.
fn key_pressed(model: &mut Model, key: Key) -> Vec<Effect> {
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
