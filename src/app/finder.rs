//! Find anything: a line to type into, the best matches below, the card of the best one beside. Knows no widths.

use super::keymap::Scope;
use super::line::Line;
use super::{Action, Context, Effect, Outcome, Reply};
use crate::landscape::{Kind, vocabulary};
use crate::search::landscape::Found;
use crate::store::title;

/// The kinds one can narrow to, after all of them.
pub const NARROW: [Kind; 5] = [Kind::Network, Kind::Actor, Kind::Rhythm, Kind::Meeting, Kind::Evidence];

/// How many matches are kept for the screen.
const MOST: usize = 200;

/// The finder.
#[derive(Debug, Default)]
pub struct Finder {
    /// What is typed.
    pub line: Line,
    /// Which kind only: 0 for all, else a place in [`NARROW`] from 1.
    pub only: usize,
    /// The best matches.
    pub found: Vec<Found>,
    /// The selected one.
    pub row: usize,
    /// How many pages of its card are turned.
    pub page: usize,
}

impl Finder {
    pub(super) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Finder, Scope::Line, Scope::Everywhere]
    }

    pub(super) fn types(&self) -> bool {
        true
    }

    /// The kinds looked at.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        match self.only.checked_sub(1).and_then(|place| NARROW.get(place)) {
            Some(kind) => vec![*kind],
            None => Kind::ALL.to_vec(),
        }
    }

    /// What the kinds looked at are called.
    #[must_use]
    pub fn kind_label(&self, cx: &Context) -> &'static str {
        match self.only.checked_sub(1).and_then(|place| NARROW.get(place)) {
            Some(kind) => vocabulary::kind_label(kind.name(), 2, cx.lang),
            None => cx.texts.house.everything,
        }
    }

    /// The selected match.
    #[must_use]
    pub fn selected(&self) -> Option<&Found> {
        self.found.get(self.row)
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        let before = self.line.text().to_owned();
        match action {
            Action::Type(letter) => self.line.press(*letter),
            Action::Paste(text) => self.line.insert(text),
            Action::Line(step) => drop(self.line.step(*step)),
            Action::Next => self.only = (self.only + 1) % (NARROW.len() + 1),
            Action::Previous => self.only = (self.only + NARROW.len()) % (NARROW.len() + 1),
            Action::Down => self.move_by(1),
            Action::Up => self.move_by(-1),
            Action::PageDown => self.page += 1,
            Action::PageUp => self.page = self.page.saturating_sub(1),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open => {
                let found = self.selected().map(|found| Outcome::Go(found.kind, found.id.clone()));
                return found.map_or(Reply::Stay, Reply::Close);
            }
            Action::CopyLine => {
                let text = self.selected().map(|found| copied(found, cx));
                return text.map_or(Reply::Stay, |text| Reply::Effect(Effect::Copy(text)));
            }
            _ => return Reply::Pass,
        }
        if !matches!(action, Action::PageDown | Action::PageUp) {
            self.page = 0;
        }
        if before != self.line.text() || matches!(action, Action::Next | Action::Previous) {
            self.found = cx.lookup.found(self.line.text(), &self.kinds(), MOST);
            self.row = 0;
        }
        Reply::Stay
    }

    fn move_by(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.found.len().saturating_sub(1));
    }
}

/// What copying a match gives: its name and how to reach it.
fn copied(found: &Found, cx: &Context) -> String {
    let store = cx.data.store();
    let Some(record) = store.get(found.kind, &found.id) else { return found.id.to_string() };
    super::update::line_of(cx, found.kind, record).unwrap_or_else(|| title(store, record))
}
