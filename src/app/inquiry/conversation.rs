//! Interview mode: the guide for somebody on one side, their answers typed on the other. Every line lands as a statement of
//! one piece of evidence, on the network and question one is at; saved as it lands, confidential unless marked otherwise.
//! Leaving asks nothing. Knows no widths.
//!
//! ```text
//!  items ── Down/Up ─► the question one is at ── a line, Enter ─► entry (text, signs) ─► land ─► a statement
//!    ▲ points of the guide; a free remark for each network; networks that were added        └─ undo takes it out
//! ```

mod entry;
pub mod half;
mod items;
mod land;

use super::aim;
use crate::app::action::OnInquiry;
use crate::app::form::Form;
use crate::app::keymap::Scope;
use crate::app::line::Line;
use crate::app::{Action, Context, Effect, Message, Outcome, Overlay, Reply};
use crate::i18n::Lang;
use crate::landscape::{Id, Kind, Record, evidence};
use crate::store::{Store, name_of};
pub use entry::{Entry, Marks};
pub use half::Half;
pub use items::Item;
use jiff::civil::Date;

/// A conversation being held.
#[derive(Debug)]
pub struct Conversation {
    who: Id,
    /// The piece of evidence as it was begun; it has no record before something is noted.
    preset: Record,
    /// What there is to talk about, network by network.
    pub items: Vec<Item>,
    /// The item one is at.
    pub at: usize,
    /// The line being typed.
    pub line: Line,
    /// What is set for the line besides its signs.
    pub marks: Marks,
    /// Where there is no room for both: the guide instead of the answers.
    pub guide: bool,
    added: Vec<Id>,
    landing: bool,
    seen: Option<(u64, Lang, Date)>,
}

impl Conversation {
    /// A conversation with somebody, today; nothing when the system has no randomness.
    #[must_use]
    pub fn with(who: Option<&Id>, cx: &Context) -> Option<Self> {
        Some(Conversation::over(who.cloned().unwrap_or_else(Id::none), land::begun(who, cx)?, cx))
    }

    fn over(who: Id, preset: Record, cx: &Context) -> Self {
        let mut held = Conversation {
            who,
            preset,
            items: Vec::new(),
            at: 0,
            line: Line::new(""),
            marks: Marks::default(),
            guide: false,
            added: Vec::new(),
            landing: false,
            seen: None,
        };
        held.refresh(cx);
        held
    }

    /// The piece of evidence as it is now.
    #[must_use]
    pub fn record(&self, cx: &Context) -> Record {
        let known = cx.data.store().get(Kind::Evidence, &self.preset.id);
        known.map_or_else(|| self.preset.clone(), |one| Record::clone(one))
    }

    /// With whom.
    #[must_use]
    pub fn name(&self, cx: &Context) -> String {
        if self.who.is_empty() { String::new() } else { name_of(cx.data.store(), &self.who) }
    }

    /// The item one is at.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        self.items.get(self.at)
    }

    /// How many statements are noted, and how many questions stand otherwise than when the conversation began.
    #[must_use]
    pub fn counts(&self, cx: &Context) -> (usize, usize) {
        let moved = self.items.iter().filter(|item| item.before != item.sign).count();
        (self.record(cx).parts(evidence::STATEMENTS).len(), moved)
    }

    /// What the typed line means at the question one is at.
    #[must_use]
    pub fn entry(&self, cx: &Context) -> Entry {
        entry::read(self.line.text(), self.item().map_or("", |item| item.key), &self.marks, cx.lang)
    }

    /// Looks at the data anew when they, the language or the day are others; one stays at the same question.
    pub fn refresh(&mut self, cx: &Context) {
        let now = Some((cx.edition, cx.lang, cx.now.date()));
        if self.seen == now {
            return;
        }
        self.seen = now;
        let here = self.item().map(|item| (item.body.clone(), item.key));
        let before = std::mem::take(&mut self.items);
        self.items = items::all(&self.who, &self.added, &before, cx);
        let same = |item: &Item| here.as_ref().is_some_and(|(body, key)| item.body == *body && item.key == *key);
        self.at = self.items.iter().position(same).unwrap_or(self.at).min(self.items.len().saturating_sub(1));
    }

    pub(in crate::app) fn scopes(&self) -> &'static [Scope] {
        &[Scope::Conversation, Scope::Line, Scope::Everywhere]
    }

    pub(in crate::app) fn types(&self) -> bool {
        true
    }

    pub(in crate::app) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        match action {
            Action::Type(_) | Action::Paste(_) | Action::Line(_) => self.type_in(action),
            Action::Down => self.walk(1),
            Action::Up => self.walk(-1),
            Action::Inquiry(OnInquiry::NextBody) => self.walk_bodies(true),
            Action::Inquiry(OnInquiry::PreviousBody) => self.walk_bodies(false),
            Action::Inquiry(OnInquiry::Rating) => self.marks.rate(),
            Action::Inquiry(OnInquiry::Confidence) => self.marks.confide(),
            Action::Inquiry(OnInquiry::Visibility) => self.marks.reveal(),
            Action::Next | Action::Previous => self.guide = !self.guide,
            Action::Open => return self.enter(cx),
            Action::Edit => return self.field(cx),
            Action::Notes => return self.whole(cx),
            Action::Find => return Reply::Open(Box::new(Overlay::Finder(Box::default()))),
            Action::Save => return Reply::Say(Message::hint(cx.texts.house.saved_already)),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    /// What a layer above closed with: a line that landed makes room for the next; a network that was found is talked about.
    pub(in crate::app) fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        let landing = std::mem::take(&mut self.landing);
        match outcome {
            Outcome::Change(..) if landing => {
                self.line.replace("");
                self.marks = Marks::default();
            }
            Outcome::Go(Kind::Network, id) => self.add(id, cx),
            Outcome::Go(kind, id) => {
                let said = cx.data.store().get(kind, &id).and_then(|one| crate::app::update::line_of(cx, kind, one));
                return said.map_or(Reply::Stay, |said| Reply::Say(Message::hint(said)));
            }
            _ => {}
        }
        self.refresh(cx);
        Reply::Stay
    }

    fn add(&mut self, id: Id, cx: &Context) {
        if !self.items.iter().any(|item| item.body == id) {
            self.added.push(id.clone());
        }
        self.seen = None;
        self.refresh(cx);
        self.at = self.items.iter().position(|item| item.body == id).unwrap_or(self.at);
    }

    fn type_in(&mut self, action: &Action) {
        self.line.take(action);
        self.guide = false;
    }

    fn walk(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.items.len().saturating_sub(1));
    }

    /// To the first question of the next network, or of the one before.
    fn walk_bodies(&mut self, ahead: bool) {
        let starts = |at: &usize| {
            let body = |at: usize| self.items.get(at).map(|item| &item.body);
            *at == 0 || body(*at) != body(at - 1)
        };
        let mut starts = (0..self.items.len()).filter(starts);
        let there = if ahead { starts.find(|at| *at > self.at) } else { starts.rfind(|at| *at < self.at) };
        self.at = there.unwrap_or(self.at);
    }

    /// Lands what is typed; an empty line leads to the next question.
    fn enter(&mut self, cx: &Context) -> Reply {
        let entry = self.entry(cx);
        let Some(item) = self.item() else { return Reply::Say(Message::hint(cx.texts.inquiry.nothing_to_ask)) };
        if entry.is_empty() {
            self.walk(1);
            return Reply::Stay;
        }
        let reply = land::land(&self.record(cx), item, &entry, cx);
        self.landing = matches!(reply, Reply::Change(..));
        reply
    }

    /// The form of the field that answers the question: what was said can be entered where it belongs.
    fn field(&self, cx: &Context) -> Reply {
        let Some(item) = self.item().filter(|item| !item.key.is_empty()) else {
            return Reply::Say(Message::hint(cx.texts.inquiry.no_field));
        };
        let kind = if *item.body == *Store::LANDSCAPE { Kind::Landscape } else { Kind::Network };
        let Some(record) = cx.data.store().get(kind, &item.body) else { return Reply::Stay };
        Reply::OpenAll(aim::field(&aim::At { kind, record, key: item.key }, cx))
    }

    /// The form of the whole piece of evidence.
    fn whole(&self, cx: &Context) -> Reply {
        match cx.data.store().get(Kind::Evidence, &self.preset.id) {
            Some(record) => Reply::Open(Box::new(Overlay::Form(Box::new(Form::edit(Kind::Evidence, record, cx))))),
            None => Reply::Say(Message::hint(cx.texts.inquiry.nothing_noted)),
        }
    }

    /// What came back from an editor is copied, so that it is not lost.
    pub(in crate::app) fn edited(text: Option<String>) -> Reply {
        text.map_or(Reply::Stay, |text| Reply::Effect(Effect::Copy(text)))
    }
}
