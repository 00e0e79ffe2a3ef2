//! What a picker does with an action. Knows no data.

use super::{Pick, Row};
use crate::app::form::Form;
use crate::app::keymap::Scope;
use crate::app::{Action, Context, Outcome, Overlay, Reply};
use crate::landscape::{Id, Kind, Record, Value, actor, network, rhythm};

/// Rows that a page key goes.
const PAGE: isize = 10;

impl Pick {
    /// Does what a key asks for.
    pub fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        match action {
            // What is taken is a row one has seen.
            Action::Open | Action::Mark if !self.finish(cx) => {}
            Action::Down | Action::Next => self.walk(1),
            Action::Up | Action::Previous => self.walk(-1),
            Action::PageDown => self.walk(PAGE),
            Action::PageUp => self.walk(-PAGE),
            Action::Mark if self.multi => self.mark(cx),
            Action::Open | Action::Mark => return self.take(cx),
            Action::New => return self.new_record(None, cx),
            Action::Remove => return Reply::Close(Outcome::Picked(Vec::new())),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Type(letter) => self.edit(cx, |query| query.press(*letter)),
            Action::Paste(text) => self.edit(cx, |query| query.insert(text)),
            Action::Line(step) => self.edit(cx, |query| {
                query.step(*step);
            }),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    fn walk(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
        self.pointed = true;
    }

    /// Changes what is typed; the rows follow.
    fn edit(&mut self, cx: &Context, change: impl FnOnce(&mut crate::app::line::Line)) {
        let before = self.query.text().to_owned();
        change(&mut self.query);
        if self.query.text() != before {
            self.refresh(cx);
            self.pointed = !self.query.text().trim().is_empty();
        }
    }

    /// Marks the row or takes its mark away; then one can type on for the next.
    fn mark(&mut self, cx: &Context) {
        let Some(key) = self.rows.get(self.at).and_then(Row::key).map(str::to_owned) else { return };
        if self.is_marked(&key) {
            self.marked.retain(|marked| *marked != key);
        } else {
            self.marked.push(key);
        }
        (self.pointed, self.touched) = (false, true);
        if !self.query.text().is_empty() {
            self.query.replace("");
            self.refresh(cx);
        }
    }

    /// Enter: the row, or all that is marked and the row pointed at.
    fn take(&mut self, cx: &Context) -> Reply {
        let row = self.rows.get(self.at).cloned();
        let means_row = !self.multi || self.pointed || (!self.touched && self.marked.is_empty());
        match row {
            Some(Row::New(kind, person)) if means_row => return self.new_record(Some((kind, person)), cx),
            Some(row) if means_row => {
                let key = row.key().unwrap_or_default().to_owned();
                if !self.multi {
                    self.marked.clear();
                }
                if !self.is_marked(&key) {
                    self.marked.push(key);
                }
            }
            None if !self.multi => return Reply::Stay,
            _ => {}
        }
        Reply::Close(Outcome::Picked(std::mem::take(&mut self.marked)))
    }

    /// A form for a new record, named as typed; of the kind pointed at, else the first that can be made.
    fn new_record(&mut self, what: Option<(Kind, bool)>, cx: &Context) -> Reply {
        let new = |row: &Row| if let Row::New(kind, person) = row { Some((*kind, *person)) } else { None };
        let pointed = self.rows.get(self.at).and_then(new);
        let Some((kind, person)) = what.or(pointed).or_else(|| self.rows.iter().find_map(new)) else {
            return Reply::Stay;
        };
        let name = self.query.text().trim();
        let mut preset = Record::new(kind.shape(), Id::none());
        match kind {
            Kind::Actor => preset.set(actor::NAME, Value::text(name)),
            Kind::Network => preset.set(network::NAME, Value::text(name)),
            Kind::Rhythm => preset.set(rhythm::NAME, Value::text(name)),
            _ => {}
        }
        if person {
            preset.set(actor::PERSON, Some(Value::Flag(true)));
            preset.set(actor::UNIT_OF, Value::text(&self.within));
        }
        self.making = true;
        Reply::Open(Box::new(Overlay::Form(Box::new(Form::create(kind, preset, cx)))))
    }

    /// What the layer above closed with: a new record is picked when its form was opened here, and so is
    /// the one that was chosen instead. Whatever else changes above
    /// is none of the picker's.
    pub fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        let made = std::mem::take(&mut self.making);
        let (Outcome::Change(_, _, id) | Outcome::Go(_, id), true) = (outcome, made) else { return Reply::Stay };
        let id = id.as_str().to_owned();
        if !self.multi {
            return Reply::Close(Outcome::Picked(vec![id]));
        }
        if !self.is_marked(&id) {
            self.marked.push(id);
        }
        (self.pointed, self.touched) = (false, true);
        self.query.replace("");
        self.refresh(cx);
        Reply::Stay
    }

    /// Where its keys are looked up.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        &[Scope::Picker, Scope::Line, Scope::Everywhere]
    }

    /// Letters belong to the query.
    #[must_use]
    pub fn types(&self) -> bool {
        true
    }

    /// Why an action is not possible here, if it is not.
    #[must_use]
    pub fn refusal(&self, action: &Action, cx: &Context) -> Option<String> {
        let can_make = self.rows.iter().any(|row| matches!(row, Row::New(..)));
        (*action == Action::New && !can_make).then(|| cx.texts.form.nothing_here.to_owned())
    }
}
