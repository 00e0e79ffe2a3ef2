//! Effects that need the terminal or the state folder: clipboard, editor, links. Their results come back as events.

use super::saver::DRAFT;
use crate::app::{Effect, Event, Message, Model};
use crate::i18n::fill;
use crate::store::file::draft::Drafts;
use crate::terminal::{EditorOutcome, Terminal, open_link};
use std::path::Path;

/// Where drafts lie.
pub(super) struct Desk {
    drafts: Drafts,
}

impl Desk {
    pub(super) fn new(state: &Path) -> Self {
        Desk { drafts: Drafts::in_folder(&state.join("drafts")) }
    }

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
            _ => None,
        }
    }

    /// A draft left by a crash opens its form again.
    pub(super) fn offer_draft(&self, model: &mut Model) {
        if let Ok(Some(bytes)) = self.drafts.read(DRAFT)
            && let Ok(text) = String::from_utf8(bytes)
        {
            model.offer_draft(&text);
        }
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("")
}
