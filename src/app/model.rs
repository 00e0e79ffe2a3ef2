//! Everything the program knows while it runs. Changed only by `update`; drawn by `ui`.

mod beside;
mod close;
mod refresh;
mod seek;

use super::asked::Asked;
use super::card::{Card, Row};
use super::keymap::{Keymap, Scope};
use super::layout::{Focus, Layout};
use super::message::Weight;
use super::pane::{LISTS, Pane};
use super::trail::Trail;
use super::{Context, Lookup, Message, Overlay};
use crate::analysis::overlap::{Pair, Seats};
use crate::i18n::{Lang, Texts};
use crate::landscape::{Id, Kind, Record};
use crate::search::landscape::{Found, Landscape};
use crate::store::{Data, Store};
use jiff::civil::{Date, DateTime};
use std::path::PathBuf;
use std::sync::Arc;

/// How the data stand to their file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Where they are kept; none for a landscape that lives in memory only.
    pub path: Option<PathBuf>,
    /// Why nothing can be changed.
    pub read_only: Option<ReadOnly>,
    /// What is on disk compared to what is here.
    pub state: Saved,
    /// How much of the file is read, in percent, while it is being read.
    pub loading: Option<u8>,
    /// It is the demo landscape.
    pub demo: bool,
    /// Conflict copies that lie beside it.
    pub copies: Vec<PathBuf>,
    /// What was being typed when the program fell, until the form can be opened again.
    pub draft: Option<String>,
}

/// Why the data cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer program wrote them.
    Newer(u64),
    /// The file may not be written.
    Protected,
    /// Still being read.
    Loading,
    /// The file could not be read; there is nothing to change.
    Unreadable,
    /// A backup is open instead of the file.
    Backup,
}

/// What is on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// The same as here.
    #[default]
    Saved,
    /// A save is under way.
    Saving,
    /// It could not be saved.
    Failed,
    /// Somebody else changed it in a way that does not fit ours.
    Conflict,
}

/// What a user has set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The language of the screen.
    pub lang: Lang,
    /// Which theme.
    pub theme: ThemeName,
    /// Which actor the user is.
    pub me: String,
}

/// The themes there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// The terminal's own colours with quiet accents.
    #[default]
    Default,
    /// No colour at all: weight, reverse and signs.
    Plain,
    /// Accents that hold on a light background.
    Light,
}

impl ThemeName {
    /// The theme of this name in the settings file.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "default" => Some(ThemeName::Default),
            "light" => Some(ThemeName::Light),
            "plain" => Some(ThemeName::Plain),
            _ => None,
        }
    }

    /// The next theme.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            ThemeName::Default => ThemeName::Light,
            ThemeName::Light => ThemeName::Plain,
            ThemeName::Plain => ThemeName::Default,
        }
    }
}

/// The card on the right.
#[derive(Debug, Default)]
pub struct CardView {
    /// Whose it is.
    pub of: Option<(Kind, Id)>,
    /// What it says.
    pub card: Card,
    /// The selected line.
    pub row: usize,
    /// The first line on the screen.
    pub top: usize,
}

impl CardView {
    /// The selected line.
    #[must_use]
    pub fn line(&self) -> Option<&Row> {
        self.card.rows.get(self.row)
    }

    /// Selects the line `by` lines away; headings are stepped over.
    pub fn move_by(&mut self, by: isize) {
        let last = self.card.rows.len().saturating_sub(1);
        let row = self.row.saturating_add_signed(by).min(last);
        let stands = |row: &usize| self.card.rows.get(*row).is_some_and(|line| !line.heading);
        let ahead = if by >= 0 { (row..=last).find(stands) } else { (0..=row).rev().find(stands) };
        let nearest = ahead.or_else(|| if by >= 0 { (0..=row).rev().find(stands) } else { (row..=last).find(stands) });
        self.row = nearest.unwrap_or(row);
    }

    /// Selects the first line one can stand on.
    pub fn first_line(&mut self) {
        self.row = 0;
        self.move_by(0);
    }
}

/// The program's state.
pub struct Model {
    /// The data.
    pub data: Data,
    /// The index over them.
    pub search: Landscape,
    /// The three lists.
    pub panes: [Pane; 3],
    /// Who has the keys.
    pub focus: Focus,
    /// The lists follow the selection.
    pub linked: bool,
    /// The card.
    pub card: CardView,
    /// The layers above, the top one last.
    pub overlays: Vec<Overlay>,
    /// Where one was before.
    pub trail: Trail,
    /// What the status line says.
    pub message: Option<Message>,
    /// The file.
    pub file: File,
    /// The user's settings.
    pub settings: Settings,
    /// The keys.
    pub keymap: Keymap,
    /// Now.
    pub now: DateTime,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Counts changes of the data, so that what is computed from them knows when it is old.
    pub edition: u64,
    /// Counts what may have changed the lists or the card; keys that only a layer heard of do not count.
    pub below: u64,
    /// Whose notes are in the editor.
    pub(super) noting: Option<(Kind, Id)>,
    /// Who is to become a member of the network being picked.
    pub(super) joining: Option<Id>,
    /// A line of the minutes that has not landed yet.
    pub(super) half_typed: Option<super::minutes::Half>,
    /// The form of a network that was left for one that looks like it, as a draft.
    pub(super) shelved: Option<String>,
    /// A line of a conversation that has not landed yet.
    pub(super) half_said: Option<super::inquiry::Half>,
    /// What was last kept as a draft.
    pub(super) drafted: Option<String>,
    /// The question about unsaved text was asked.
    pub(super) leaving: bool,
    pub(super) seen: refresh::Seen,
    /// Who sits where, in a large landscape: of which state of the data, on which day.
    pub(super) seats: Asked<(u64, Date), Seats>,
    /// What is tied to a record very many name.
    pub(super) beside: beside::Beside,
}

impl Model {
    /// The program with these data.
    #[must_use]
    pub fn new(store: Store, settings: Settings, keymap: Keymap, now: DateTime, size: (u16, u16)) -> Self {
        let mut model = Model {
            data: Data::default(),
            search: Landscape::default(),
            panes: LISTS.map(|(kind, sort)| Pane::new(kind, sort)),
            focus: Focus::Pane(0),
            linked: true,
            card: CardView::default(),
            overlays: Vec::new(),
            trail: Trail::default(),
            message: None,
            file: File::default(),
            settings,
            keymap,
            now,
            size,
            edition: 0,
            below: 0,
            noting: None,
            joining: None,
            half_typed: None,
            shelved: None,
            half_said: None,
            drafted: None,
            leaving: false,
            seen: refresh::Seen::default(),
            seats: Asked::default(),
            beside: beside::Beside::default(),
        };
        model.data = Data::new(store);
        model.reopen();
        model
    }

    /// The words of the language.
    #[must_use]
    pub fn texts(&self) -> &'static Texts {
        self.settings.lang.texts()
    }

    /// Where everything stands.
    #[must_use]
    pub fn layout(&self) -> Layout {
        Layout::of(self.size, self.focus)
    }

    /// The list that has the focus, or had it before the card.
    #[must_use]
    pub fn pane(&self) -> &Pane {
        let [first, second, third] = &self.panes;
        match self.focus.pane() {
            0 => first,
            1 => second,
            _ => third,
        }
    }

    /// The same, to change it.
    pub fn pane_mut(&mut self) -> &mut Pane {
        let [first, second, third] = &mut self.panes;
        match self.focus.pane() {
            0 => first,
            1 => second,
            _ => third,
        }
    }

    /// The selected record of the focused list.
    #[must_use]
    pub fn selected(&self) -> Option<(Kind, &Arc<Record>)> {
        let pane = self.pane();
        let record = self.data.store().get(pane.kind, pane.selected.as_ref()?)?;
        Some((pane.kind, record))
    }

    /// The record the card shows.
    #[must_use]
    pub fn shown(&self) -> Option<(Kind, &Arc<Record>)> {
        let (kind, id) = self.card.of.as_ref()?;
        Some((*kind, self.data.store().get(*kind, id)?))
    }

    /// Something went wrong. What was told before and is not read yet stays beside it.
    pub fn trouble(&mut self, text: &str) {
        let before = self.message.take().filter(|message| message.weight == Weight::Trouble);
        let text = before.map_or_else(|| text.to_owned(), |before| format!("{} · {text}", before.text));
        self.message = Some(Message::trouble(text));
    }

    /// A minute has passed: what depends on the day is computed anew when the day is another.
    pub(super) fn clock(&mut self, now: DateTime) {
        let new_day = self.now.date() != now.date();
        self.now = now;
        if new_day {
            self.below += 1;
            self.sort_pane(2);
            self.edition += 1;
            self.refresh();
        }
    }

    /// A form that was being typed when the program fell is opened again.
    pub fn offer_draft(&mut self, text: &str) {
        let layers = super::draft::restore(text, &self.context());
        if !layers.is_empty() {
            self.overlays.extend(layers);
            self.drafted = Some(text.to_owned());
            self.message = Some(Message::hint(self.texts().house.draft_back));
        }
    }

    /// What layers may look at.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context {
            data: &self.data,
            lookup: self,
            texts: self.texts(),
            lang: self.settings.lang,
            now: self.now,
            me: &self.settings.me,
            size: self.size,
            edition: self.edition,
        }
    }

    /// The scopes that are asked for a key, the first first.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        match self.overlays.last() {
            Some(overlay) => overlay.scopes(),
            None if self.pane().filter.as_ref().is_some_and(|filter| filter.typing) => {
                &[Scope::Filter, Scope::Line, Scope::Everywhere]
            }
            None if self.focus.on_card() => &[Scope::Card, Scope::List, Scope::House, Scope::Everywhere],
            None => &[Scope::List, Scope::House, Scope::Everywhere],
        }
    }

    /// Does a text field take what is typed?
    #[must_use]
    pub fn types(&self) -> bool {
        match self.overlays.last() {
            Some(overlay) => overlay.types(),
            None => self.pane().filter.as_ref().is_some_and(|filter| filter.typing),
        }
    }
}

impl Lookup for Model {
    fn found(&self, query: &str, kinds: &[Kind], limit: usize) -> Vec<Found> {
        self.search.find(query, kinds, limit)
    }

    fn landscape(&self) -> Option<&Landscape> {
        Some(&self.search)
    }

    fn close_to(&self, network: &str) -> Option<Vec<Pair>> {
        self.pairs_close_to(network)
    }
}
