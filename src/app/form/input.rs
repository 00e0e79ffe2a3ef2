//! What typing does to the field that has the focus, and taking over what was typed. Knows no layers.

use super::{Editor, Fault, Form, Row, typed};
use crate::app::action::Line as Step;
use crate::app::line::Line;
use crate::app::{Context, Reply};
use crate::landscape::{Field, Kind, Type, Value, actor};
use crate::store;

impl Form {
    /// A typed character.
    pub(super) fn type_letter(&mut self, letter: char, cx: &Context) -> Reply {
        let Row::Field(field) = self.focus else { return self.type_on_row(letter) };
        match self.editor(field) {
            editor if editor.is_typed() => {
                if let Some((line, _)) = self.line_mut(field) {
                    line.press(letter);
                }
                self.typed_into(field, cx);
            }
            Editor::Flag => self.flag_letter(field, letter),
            Editor::Scale(min, max) if letter.is_ascii_digit() => {
                let number = i64::from(letter.to_digit(10).unwrap_or(0));
                if (min..=max).contains(&number) {
                    self.record.set(field, Some(Value::Number(number)));
                }
            }
            _ => {
                let typed = if letter == ' ' { String::new() } else { letter.to_string() };
                return self.pick(field, &typed, cx);
            }
        }
        Reply::Stay
    }

    fn type_on_row(&mut self, letter: char) -> Reply {
        if let (Row::Rating(field, at), Some(number)) = (self.focus, letter.to_digit(10)) {
            self.rate(field, at, u8::try_from(number).unwrap_or(0));
        }
        Reply::Stay
    }

    fn flag_letter(&mut self, field: Field, letter: char) {
        match letter {
            'y' | 'j' => self.record.set(field, Some(Value::Flag(true))),
            'n' => self.record.set(field, Some(Value::Flag(false))),
            ' ' => self.turn(field, true),
            _ => {}
        }
    }

    /// Pasted text.
    pub(super) fn paste(&mut self, text: &str, cx: &Context) -> Reply {
        let Row::Field(field) = self.focus else { return Reply::Stay };
        match self.editor(field) {
            editor if editor.is_typed() => {
                if let Some((line, _)) = self.line_mut(field) {
                    line.insert(text);
                }
                self.typed_into(field, cx);
                Reply::Stay
            }
            Editor::Flag | Editor::Scale(..) | Editor::Parts(_) | Editor::Ratings => Reply::Stay,
            _ => self.pick(field, text, cx),
        }
    }

    /// A step of the line editor, or what it means where no text is.
    pub(super) fn step(&mut self, step: Step, cx: &Context) -> Reply {
        if let (Step::Up | Step::Down, false) = (step, self.step_in_text(step, cx)) {
            self.move_by(if step == Step::Up { -1 } else { 1 }, cx);
        }
        Reply::Stay
    }

    /// True when the step was made here.
    fn step_in_text(&mut self, step: Step, cx: &Context) -> bool {
        let vertical = matches!(step, Step::Up | Step::Down);
        match (self.focus, step) {
            (Row::Field(field), _) if self.editor(field).is_typed() => {
                let moved = self.line_mut(field).is_some_and(|(line, _)| line.step(step));
                self.typed_into(field, cx);
                return moved;
            }
            (Row::Field(field), Step::Left | Step::Right) => self.turn(field, step == Step::Right),
            (Row::Rating(field, at), Step::Left | Step::Right) => self.turn_rating(field, at, step == Step::Right),
            (
                Row::Field(_) | Row::Rating(..),
                Step::Backspace | Step::Delete | Step::DeleteWord | Step::DeleteToStart,
            )
            | (Row::Part(..), Step::Delete) => self.empty(cx),
            _ => {}
        }
        !vertical
    }

    /// The next or the previous step of a flag or a scale; "not said" is one of them.
    fn turn(&mut self, field: Field, forward: bool) {
        let next = match (self.editor(field), self.record.get(field)) {
            (Editor::Flag, None) => Some(Value::Flag(forward)),
            (Editor::Flag, Some(Value::Flag(flag))) => (*flag == forward).then_some(Value::Flag(!flag)),
            (Editor::Scale(min, max), None) => Some(Value::Number(if forward { min } else { max })),
            (Editor::Scale(min, max), Some(Value::Number(number))) => {
                let next = if forward { number + 1 } else { number - 1 };
                (min..=max).contains(&next).then_some(Value::Number(next))
            }
            _ => return,
        };
        self.record.set(field, next);
    }

    /// Something was typed into this field.
    fn typed_into(&mut self, field: Field, cx: &Context) {
        let named = match self.shape.name {
            "actor" => field == actor::NAME,
            _ => false,
        };
        if named {
            self.look_alike(cx);
        }
    }

    /// Looks for records that are called like the new one.
    pub(super) fn look_alike(&mut self, cx: &Context) {
        let (kind, field) = match self.purpose {
            super::Purpose::Create(Kind::Actor) => (Kind::Actor, actor::NAME),
            _ => return,
        };
        let typed = self.line(field).map_or("", |line| line.text().trim());
        let found = if typed.chars().count() < 3 { Vec::new() } else { cx.lookup.find(typed, &[kind], 3) };
        let data = cx.data.store();
        let named = |(kind, id): (Kind, crate::landscape::Id)| {
            let record = data.get(kind, &id)?;
            Some((store::title(data, record), store::context(data, kind, record).into_owned()))
        };
        self.alike = found.into_iter().filter_map(named).collect();
    }

    /// Empties the field, or takes the part out.
    pub(super) fn empty(&mut self, cx: &Context) {
        match self.focus {
            Row::Field(field) => {
                self.set_typed(field, None, cx);
                self.typed_into(field, cx);
            }
            Row::Part(field, at) => {
                let mut parts = self.record.parts(field).to_vec();
                if at < parts.len() {
                    parts.remove(at);
                }
                self.record.set(field, Value::parts(parts));
                self.focus_near();
            }
            Row::Rating(field, at) => self.unrate(field, at),
            Row::Add(_) | Row::More => {}
        }
    }

    /// Moves a part up or down in its list.
    pub(super) fn shift(&mut self, down: bool) {
        let Row::Part(field, at) = self.focus else { return };
        let mut parts = self.record.parts(field).to_vec();
        let to = if down { at + 1 } else { at.saturating_sub(1) };
        if at < parts.len() && to < parts.len() {
            parts.swap(at, to);
            self.record.set(field, Value::parts(parts));
            self.focus = Row::Part(field, to);
        }
    }

    /// Moves the focus; what was typed is taken over and shown as it was understood.
    pub(super) fn move_by(&mut self, by: isize, cx: &Context) {
        self.take_over_focus(cx);
        self.walk(by);
    }

    /// Takes over what was typed into the focused field.
    pub(super) fn take_over_focus(&mut self, cx: &Context) {
        if let Row::Field(field) = self.focus
            && let Err(_fault) = self.take_over(field, cx)
        {
            self.open(field);
        }
    }

    /// Takes over what was typed into a field, if it was changed.
    ///
    /// # Errors
    /// Why the text does not fit; it stays as it is.
    pub(super) fn take_over(&mut self, field: Field, cx: &Context) -> Result<(), Fault> {
        let Some((line, shown)) = self.line(field).map(Line::text).zip(self.shown_text(field)) else {
            return Ok(());
        };
        if line == shown {
            return Ok(());
        }
        if self.shape.spec(field).of == Type::Rule {
            let phrase = line.to_owned();
            return self.take_phrase(field, &phrase, cx);
        }
        let value = typed::read(self.shape.spec(field), line, cx)?;
        self.set_typed(field, value, cx);
        Ok(())
    }

    /// Sets a field, and its text if it has one.
    pub(super) fn set_typed(&mut self, field: Field, value: Option<Value>, cx: &Context) {
        self.record.set(field, value);
        if let (Some(fresh), Some(line)) = (self.fresh_line(field, cx.lang), self.line_mut(field)) {
            *line = fresh;
        }
    }

    fn shown_text(&self, field: Field) -> Option<&str> {
        self.lines.get(usize::from(field.0))?.as_ref().map(|(_, shown)| shown.as_str())
    }

    /// The fault of what is typed into a field, as long as it is not taken over.
    #[must_use]
    pub fn typed_fault(&self, field: Field, cx: &Context) -> Option<Fault> {
        let line = self.line(field)?.text();
        if Some(line) == self.shown_text(field) {
            return None;
        }
        if self.shape.spec(field).of == Type::Rule {
            return self.phrase_fault(line, cx);
        }
        typed::read(self.shape.spec(field), line, cx).err()
    }
}
