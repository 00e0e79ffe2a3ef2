//! Effects that need the terminal or the state folder: clipboard, editor, links. Their results come back as events.

use super::files;
use super::library::Library;
use super::saver::DRAFT;
use crate::app::{Effect, Event, Message, Model};
use crate::i18n::fill;
use crate::terminal::{EditorOutcome, Terminal, open_link};

/// What is done for the terminal and with drafts.
#[derive(Default)]
pub(super) struct Desk {
    /// The draft of the last time was looked for.
    offered: bool,
}

impl Desk {
    /// Carries an effect out; what there is to tell comes back.
    pub(super) fn carry_out(&self, effect: Effect, terminal: &mut Terminal, model: &Model) -> Option<Event> {
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
            Effect::ReadCalendar(path) => Some(files::read(&path, model)),
            Effect::WriteFile(path, text) => Some(files::write(&path, &text, model)),
            _ => None,
        }
    }

    /// A draft left by a crash opens its form again, once, as soon as the data it belongs to are there. True when it did.
    pub(super) fn offer_draft(&mut self, library: &Library, model: &mut Model) -> bool {
        if self.offered || model.file.read_only.is_some() || model.file.loading.is_some() {
            return false;
        }
        self.offered = true;
        let Ok(Some(bytes)) = library.drafts().read(DRAFT) else { return false };
        String::from_utf8(bytes).is_ok_and(|text| {
            model.offer_draft(&text);
            true
        })
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("")
}
