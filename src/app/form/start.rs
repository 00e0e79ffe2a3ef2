//! How a form begins: empty, with a record, with a part of one. Knows no keys.

use super::{Awaiting, Form, Purpose, Row, typed};
use crate::app::line::Line;
use crate::app::{Context, Overlay};
use crate::i18n::Lang;
use crate::landscape::{Field, Id, Kind, Record, Shape};

impl Form {
    /// A form for a new record; what `preset` holds is filled in already.
    #[must_use]
    pub fn create(kind: Kind, preset: Record, cx: &Context) -> Self {
        let mut preset = preset;
        preset.id = Id::none();
        let mut form = Form::over(Purpose::Create(kind), preset, cx.lang);
        form.look_alike(cx);
        form.look_near(cx);
        form
    }

    /// The same with the cursor on this field.
    #[must_use]
    pub fn create_on(kind: Kind, preset: Record, field: Field, cx: &Context) -> Self {
        let mut form = Form::create(kind, preset, cx);
        form.focus_on(field);
        form
    }

    /// The layers for a new record whose list `parts` holds one already: its form with the cursor on `then`, and above it
    /// that of the part with the cursor on `first`. Saving the part leads to the form of the record, still to be saved.
    #[must_use]
    pub fn create_in(
        kind: Kind,
        preset: Record,
        (parts, first, then): (Field, Field, Field),
        cx: &Context,
    ) -> Vec<Overlay> {
        let mut layers = Form::create(kind, preset, cx).with_part(parts, Some(0), None, cx);
        if let Some(Overlay::Form(form)) = layers.first_mut() {
            form.through = false;
            form.focus_on(then);
        }
        if let Some(Overlay::Form(part)) = layers.last_mut() {
            part.focus_on(first);
        }
        layers
    }

    /// A form for a record that is there.
    #[must_use]
    pub fn edit(kind: Kind, record: &Record, cx: &Context) -> Self {
        Form::over(Purpose::Edit(kind), record.clone(), cx.lang)
    }

    /// The layers for one field of a record, the lowest first: the form with this field focused, or above it the form
    /// of one part, which saves the whole when it is saved.
    #[must_use]
    pub fn edit_at(kind: Kind, record: &Record, field: Field, part: Option<&str>, cx: &Context) -> Vec<Overlay> {
        let mut form = Form::edit(kind, record, cx);
        form.focus_on(field);
        let place = part.and_then(|key| record.parts(field).iter().position(|part| part.key() == key));
        match place {
            Some(place) => form.with_part(field, Some(place), None, cx),
            None => vec![Overlay::Form(Box::new(form))],
        }
    }

    /// The layers for one more part of a record, the lowest first; saving the part saves the whole.
    #[must_use]
    pub fn attach(kind: Kind, record: &Record, field: Field, cx: &Context) -> Vec<Overlay> {
        Form::edit(kind, record, cx).with_part(field, None, None, cx)
    }

    /// The same, the new part holding already what is known of it.
    #[must_use]
    pub fn attach_with(kind: Kind, record: &Record, field: Field, preset: Record, cx: &Context) -> Vec<Overlay> {
        Form::edit(kind, record, cx).with_part(field, None, Some(preset), cx)
    }

    fn with_part(mut self, field: Field, place: Option<usize>, preset: Option<Record>, cx: &Context) -> Vec<Overlay> {
        let Some(mut part) = self.part_form(field, place, cx) else { return vec![Overlay::Form(Box::new(self))] };
        if let Some(preset) = preset {
            // What is filled in already is not typed: leaving at once asks nothing.
            part.before = preset.clone();
            part.record = preset;
            part.write_lines(cx.lang);
            part.open_filled();
        }
        self.focus = place.map_or(Row::Add(field), |place| Row::Part(field, place));
        self.open(field);
        self.awaiting = Some(Awaiting::Part(field, place));
        self.through = true;
        vec![Overlay::Form(Box::new(self)), Overlay::Form(Box::new(part))]
    }

    /// A form for a part: a new one, or one that is there. It closes with the part.
    #[must_use]
    pub fn part(shape: &'static Shape, record: Option<&Record>, cx: &Context) -> Self {
        let empty = || Record::new(shape, Id::none());
        Form::over(Purpose::Part { new: record.is_none() }, record.cloned().unwrap_or_else(empty), cx.lang)
    }

    pub(super) fn over(purpose: Purpose, record: Record, lang: Lang) -> Self {
        let mut form = Form {
            purpose,
            shape: record.shape,
            before: record.clone(),
            record,
            lines: Vec::new(),
            asked: Vec::new(),
            opened: Vec::new(),
            all: false,
            focus: Row::More,
            tried: false,
            leaving: false,
            awaiting: None,
            through: false,
            taken: Vec::new(),
            alike: Vec::new(),
            near: Vec::new(),
            near_of: None,
        };
        form.write_lines(lang);
        form.open_filled();
        if let Some(first) = form.rows().first() {
            form.focus = *first;
        }
        form
    }

    /// Writes the text of every typed field from the record.
    pub(super) fn write_lines(&mut self, lang: Lang) {
        self.lines = self.shape.fields().map(|(field, _)| self.fresh_line(field, lang)).collect();
    }

    /// The text of a typed field as its value shows it.
    pub(super) fn fresh_line(&self, field: Field, lang: Lang) -> Option<(Line, String)> {
        let editor = self.editor(field);
        if !editor.is_typed() {
            return None;
        }
        let shown = typed::shown(self.shape.spec(field), self.record.get(field), lang);
        let line = if editor == super::Editor::Typed(true) { Line::many(&shown) } else { Line::new(&shown) };
        Some((line, shown))
    }
}
