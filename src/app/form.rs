//! Forms: a record or a part of one while it is being written. Generated from the table of fields; looks at the data
//! through its context and changes nothing but itself. Knows no widths and no colours.
//!
//! ```text
//!  create / edit / part ─► Form { before, record, lines } ─ act ─► Reply
//!      row    which rows there are, moving          choose   pickers and forms above, and what they answer
//!      input  typing, flags, scales, ratings        save     faults, ids, the change it closes with
//!      typed, when, spoken, ways   text ⇄ value           draft    what is kept for after a crash
//! ```

mod act;
mod choose;
pub mod draft;
mod editor;
mod input;
mod near;
mod ratings;
mod row;
mod save;
mod shown;
mod spoken;
mod start;
mod typed;
mod view;
mod ways;
mod when;

pub use editor::Editor;
pub use row::Row;
pub use shown::{Shown, reference};
pub use spoken::Understood;
pub use typed::Fault;
pub use when::shown as day;

use crate::analysis::overlap::near::Near;
use crate::app::line::Line;
use crate::landscape::{Field, Id, Kind, Record, Shape};
use smol_str::SmolStr;

/// A form for a record or a part of one.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent answers: all fields, tried, leaving, through")]
pub struct Form {
    purpose: Purpose,
    shape: &'static Shape,
    /// As it was when the form was opened.
    before: Record,
    /// As it is now; the field being typed into comes in when it is left.
    record: Record,
    /// The text of each field that is typed, and the text it would show for the value in `record`.
    lines: Vec<Option<(Line, String)>>,
    /// Dimensions that still want their number.
    asked: Vec<SmolStr>,
    opened: Vec<bool>,
    all: bool,
    focus: Row,
    /// It was to be saved and could not: all faults are shown.
    tried: bool,
    /// The question whether to save is open.
    leaving: bool,
    awaiting: Option<Awaiting>,
    /// Opened for one part only: it closes with it.
    through: bool,
    /// What the siblings of this part are known by.
    taken: Vec<SmolStr>,
    /// Records that look like the new one: name and context.
    alike: Vec<(String, String)>,
    /// Networks that look like the new one, and what they rest on.
    near: Vec<Near>,
    near_of: Option<near::Basis>,
}

/// What the form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Purpose {
    Create(Kind),
    Edit(Kind),
    Part { new: bool },
}

/// What the layer above is to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Awaiting {
    Values(Field),
    /// Which of the ways a rhythm can be meant.
    Ways(Field),
    Part(Field, Option<usize>),
}

impl Form {
    /// The row that has the focus.
    #[must_use]
    pub fn focus(&self) -> Row {
        self.focus
    }

    /// The table of its fields.
    #[must_use]
    pub fn shape(&self) -> &'static Shape {
        self.shape
    }

    /// The record as far as it is taken over.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The id of the record being edited; empty for a new one.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.before.id
    }

    /// Is the question open whether to save?
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// How a field is edited.
    #[must_use]
    pub fn editor(&self, field: Field) -> Editor {
        Editor::of(self.shape.spec(field))
    }

    /// The text of a field that is typed.
    #[must_use]
    pub fn line(&self, field: Field) -> Option<&Line> {
        self.lines.get(usize::from(field.0))?.as_ref().map(|(line, _)| line)
    }

    fn line_mut(&mut self, field: Field) -> Option<&mut (Line, String)> {
        self.lines.get_mut(usize::from(field.0))?.as_mut()
    }

    fn is_filled(&self, field: Field) -> bool {
        self.record.get(field).is_some() || self.line(field).is_some_and(|line| !line.text().trim().is_empty())
    }

    /// Was anything changed?
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.record != self.before
            || !self.asked.is_empty()
            || self.lines.iter().flatten().any(|(line, shown)| line.text() != shown)
    }
}
