//! Effects that need the terminal or the state folder: clipboard, editor, links. Their results come back as events.

use super::files;
use super::opening::{parse, why};
use crate::app::unreadable::sentence;
use crate::app::{Effect, Event, Message, Model};
use crate::i18n::fill;
use crate::terminal::{EditorOutcome, Terminal, open_link};
use std::path::PathBuf;

/// What is done for the terminal and with drafts.
pub(super) struct Desk;

impl Desk {
    /// Carries an effect out; what there is to tell comes back.
    pub(super) fn carry_out(effect: Effect, terminal: &mut Terminal, model: &Model) -> Option<Event> {
        let texts = &model.texts().house;
        match effect {
            Effect::Copy(text) => Some(Event::Told(match terminal.copy(&text) {
                Ok(()) => Message::done(fill(texts.copied, &[first_line(&text)])),
                Err(error) => Message::trouble(error.to_string()),
            })),
            Effect::OpenLink(address) => Some(Event::Told(match open_link(&address) {
                Ok(()) => Message::done(fill(texts.opened, &[&address])),
                Err(_) => Message::hint(fill(texts.cannot_open, &[&address])),
            })),
            Effect::Editor(text) => Some(match terminal.edit(&text, ".md") {
                Ok(EditorOutcome::Changed(text)) => Event::Edited(Some(text)),
                Ok(_) => Event::Edited(None),
                Err(error) => Event::EditorFailed(error.to_string()),
            }),
            Effect::ReadCopy(path) => Some(copy(path, model)),
            Effect::ReadCalendar(path) => Some(files::read(&path, model)),
            Effect::WriteFile(path, text) => Some(files::write(&path, &text, model)),
            _ => None,
        }
    }

    /// A draft left by a crash opens its form again as soon as the data it belongs to are there. True when it did.
    pub(super) fn offer_draft(model: &mut Model) -> bool {
        if model.file.read_only.is_some() || model.file.loading.is_some() || !model.overlays.is_empty() {
            return false;
        }
        model.file.draft.take().is_some_and(|text| {
            model.offer_draft(&text);
            true
        })
    }
}

/// Reads a conflict copy; what stood in the way is told.
fn copy(path: PathBuf, model: &Model) -> Event {
    let read = std::fs::read(&path).map_err(|error| error.to_string());
    let store = read.and_then(|bytes| {
        let sentence = |trouble| sentence(&path.display().to_string(), &why(trouble), model.settings.lang);
        parse(&bytes).map_err(sentence)
    });
    match store {
        Ok((loaded, _)) => Event::Copy(path, Box::new(loaded.store)),
        Err(why) => Event::Told(Message::trouble(why)),
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("")
}
