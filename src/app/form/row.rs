//! The rows one can stand on, in the order of the screen, and moving between them. Knows no data.

use super::{Editor, Form};
use crate::arrange::Arrange as _;
use crate::landscape::{Field, Group, actor};

/// A row of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A field.
    Field(Field),
    /// A part in a list, by its place.
    Part(Field, usize),
    /// A rating, by its place.
    Rating(Field, usize),
    /// "New …" below a list.
    Add(Field),
    /// "All fields".
    More,
}

impl Row {
    /// The field it belongs to.
    #[must_use]
    pub fn field(self) -> Option<Field> {
        match self {
            Row::Field(field) | Row::Part(field, _) | Row::Rating(field, _) | Row::Add(field) => Some(field),
            Row::More => None,
        }
    }
}

impl Form {
    /// The rows that are open, in the order of the screen.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = self.fields().flat_map(|field| self.rows_of(field)).collect();
        if self.hidden() > 0 {
            rows.push(Row::More);
        }
        rows
    }

    /// How many fields are not open.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.shape.fields().filter(|(field, _)| self.applies(*field) && !self.is_open(*field)).count()
    }

    /// The group a field stands in.
    #[must_use]
    pub fn group(&self, field: Field) -> Group {
        self.shape.spec(field).group
    }

    /// The open fields by group.
    fn fields(&self) -> impl Iterator<Item = Field> {
        let mut fields: Vec<Field> = self.shape.fields().map(|(field, _)| field).collect();
        fields.arrange_by_key(|field| self.group(*field));
        fields.into_iter().filter(|field| self.applies(*field) && self.is_open(*field))
    }

    fn rows_of(&self, field: Field) -> Vec<Row> {
        let add = std::iter::once(Row::Add(field));
        match self.editor(field) {
            Editor::Parts(_) => (0..self.record.parts(field).len()).map(|at| Row::Part(field, at)).chain(add).collect(),
            Editor::Ratings => (0..self.ratings(field).len()).map(|at| Row::Rating(field, at)).chain(add).collect(),
            _ => vec![Row::Field(field)],
        }
    }

    /// Does the field make sense for this record? Some are for people only.
    fn applies(&self, field: Field) -> bool {
        let spec = self.shape.spec(field);
        !spec.people_only || self.is_person() || self.is_filled(field)
    }

    /// Is the record a person?
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.shape == &actor::SHAPE && self.record.flag(actor::PERSON) == Some(true)
    }

    /// Opens all fields, or only the filled and common ones again.
    pub(super) fn toggle_all(&mut self) {
        self.all = !self.all;
        if !self.all {
            self.open_filled();
        }
        if !self.rows().contains(&self.focus) {
            self.focus_near();
        }
    }

    /// Opens the fields that hold something.
    pub(super) fn open_filled(&mut self) {
        self.opened = self.shape.fields().map(|(field, spec)| spec.common || self.is_filled(field)).collect();
    }

    fn is_open(&self, field: Field) -> bool {
        self.all || self.opened.get(usize::from(field.0)).copied().unwrap_or(false)
    }

    /// Shows a field that was closed.
    pub(super) fn open(&mut self, field: Field) {
        if let Some(open) = self.opened.get_mut(usize::from(field.0)) {
            *open = true;
        }
    }

    /// Moves by so many rows, up to the ends.
    pub(super) fn walk(&mut self, by: isize) {
        let rows = self.rows();
        let here = rows.iter().position(|row| *row == self.focus).unwrap_or(0);
        let there = here.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        if let Some(row) = rows.get(there) {
            self.focus = *row;
        }
    }

    /// Puts the focus on a field.
    pub(in crate::app) fn focus_on(&mut self, field: Field) {
        self.open(field);
        let rows = self.rows();
        self.focus = rows.into_iter().find(|row| row.field() == Some(field)).unwrap_or(self.focus);
    }

    /// Puts the focus on a row that is there, when its own went away: the same field, else the end of the form.
    pub(super) fn focus_near(&mut self) {
        let rows = self.rows();
        if rows.contains(&self.focus) {
            return;
        }
        let same = rows.iter().rev().find(|row| row.field().is_some() && row.field() == self.focus.field());
        if let Some(row) = same.or(rows.last()) {
            self.focus = *row;
        }
    }
}
