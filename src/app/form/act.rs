//! What a form does with an action. The one place where actions are told apart; the doing is elsewhere.

use super::{Editor, Form, Row};
use crate::app::keymap::Scope;
use crate::app::{Action, Context, Effect, Message, Outcome, Reply};

/// Rows that a page key goes.
const PAGE: isize = 8;

impl Form {
    /// Does what a key or a menu asks for, and looks again what the new record is like.
    pub fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        let reply = self.act_on(action, cx);
        self.look_near(cx);
        reply
    }

    fn act_on(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.leaving {
            return self.answer(action, cx);
        }
        match action {
            Action::Next | Action::Down => self.go(1, cx),
            Action::Previous | Action::Up => self.go(-1, cx),
            Action::PageDown => self.go(PAGE, cx),
            Action::PageUp => self.go(-PAGE, cx),
            Action::Open => self.choose(cx),
            Action::Save => self.save(cx),
            Action::Escape => self.leave(cx),
            Action::AllFields => {
                self.take_over_focus(cx);
                self.toggle_all();
                Reply::Stay
            }
            Action::Remove => {
                self.empty(cx);
                Reply::Stay
            }
            Action::MoveUp | Action::MoveDown => {
                self.shift(*action == Action::MoveDown);
                Reply::Stay
            }
            Action::FieldInEditor => self.in_editor(cx),
            Action::Instead => self.instead(cx),
            Action::Type(letter) => self.type_letter(*letter, cx),
            Action::Paste(text) => self.paste(text, cx),
            Action::Line(step) => self.step(*step, cx),
            _ => Reply::Pass,
        }
    }

    fn go(&mut self, by: isize, cx: &Context) -> Reply {
        self.move_by(by, cx);
        Reply::Stay
    }

    /// Leaving: at once when nothing was changed, else the question comes first.
    fn leave(&mut self, cx: &Context) -> Reply {
        self.take_over_focus(cx);
        if self.is_dirty() {
            self.leaving = true;
            return Reply::Stay;
        }
        Reply::Close(Outcome::Nothing)
    }

    /// The answer to the question: save, discard, stay.
    fn answer(&mut self, action: &Action, cx: &Context) -> Reply {
        match action {
            Action::Type('s') | Action::Save => {
                self.leaving = false;
                self.save(cx)
            }
            Action::Type('x') => Reply::Close(Outcome::Nothing),
            Action::Escape | Action::Open => {
                self.leaving = false;
                Reply::Stay
            }
            Action::Quit | Action::Suspend | Action::Redraw => Reply::Pass,
            _ => Reply::Stay,
        }
    }

    fn in_editor(&mut self, cx: &Context) -> Reply {
        match (self.refusal(&Action::FieldInEditor, cx), self.focused_text()) {
            (None, Some(text)) => Reply::Effect(Effect::Editor(text.to_owned())),
            (reason, _) => Reply::Say(Message::hint(reason.unwrap_or_default())),
        }
    }

    fn focused_text(&self) -> Option<&str> {
        match self.focus {
            Row::Field(field) => self.line(field).map(crate::app::line::Line::text),
            _ => None,
        }
    }

    /// The editor gave this back; nothing when it was left without saving.
    pub fn edited(&mut self, text: Option<String>, cx: &Context) -> Reply {
        let (Some(text), Row::Field(field)) = (text, self.focus) else { return Reply::Stay };
        if let Some((line, _)) = self.line_mut(field) {
            line.replace(text.trim_end());
        }
        self.look_alike(cx);
        self.look_near(cx);
        Reply::Stay
    }

    /// Why an action is not possible here, if it is not.
    #[must_use]
    pub fn refusal(&self, action: &Action, cx: &Context) -> Option<String> {
        let texts = &cx.texts.form;
        let reason = match action {
            Action::FieldInEditor if self.focused_text().is_none() => texts.no_editor,
            Action::MoveUp | Action::MoveDown if !matches!(self.focus, Row::Part(..)) => texts.no_part,
            Action::Remove if matches!(self.focus, Row::Add(_) | Row::More) => texts.nothing_here,
            Action::Instead if self.near().is_empty() => cx.texts.twins.nothing_near,
            _ => return None,
        };
        Some(reason.to_owned())
    }

    /// Where its keys are looked up.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        &[Scope::Line, Scope::Form, Scope::Everywhere]
    }

    /// Do letters belong to the field? Not on the rows of a list of parts.
    #[must_use]
    pub fn types(&self) -> bool {
        let list = |field| matches!(self.editor(field), Editor::Parts(_));
        self.leaving
            || match self.focus {
                Row::Field(_) | Row::Rating(..) => true,
                Row::Part(field, _) | Row::Add(field) => !list(field),
                Row::More => false,
            }
    }
}
