//! Which way of editing belongs to which field. Knows the table of fields; knows no forms.

use crate::landscape::{Shape, Spec, Target, Type, vocabulary};

/// How a field is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editor {
    /// Typed; may the text have several lines?
    Typed(bool),
    /// Typed, or chosen from this list.
    TypedOrList(&'static str),
    /// Typed, or chosen from what other records have there.
    TypedOrUsed,
    /// Yes, no or not said.
    Flag,
    /// A step of a scale from – to, with names for the steps in the list called like the field.
    Scale(i64, i64),
    /// One value of a list.
    Value(&'static str),
    /// Several values of a list.
    Values(&'static str),
    /// One record.
    Reference(Target),
    /// Several records.
    References(Target),
    /// Records inside the record.
    Parts(&'static Shape),
    /// Dimensions with a number from 1 to 4 each.
    Ratings,
}

impl Editor {
    /// The editor of a field.
    #[must_use]
    pub fn of(spec: &Spec) -> Editor {
        match spec.of {
            Type::Text => Editor::Typed(true),
            Type::Flag => Editor::Flag,
            Type::Number(min, max) if !vocabulary::values(spec.key).is_empty() => Editor::Scale(min, max),
            Type::Choice(list) => Editor::Value(list),
            Type::Choices(list) => Editor::Values(list),
            Type::Ref(target) => Editor::Reference(target),
            Type::Refs(target) => Editor::References(target),
            Type::Parts(shape) => Editor::Parts(shape),
            Type::Ratings => Editor::Ratings,
            Type::Rule => Editor::TypedOrList("rhythm_rule"),
            Type::Texts if spec.key == "tags" => Editor::TypedOrUsed,
            _ => Editor::Typed(false),
        }
    }

    /// Is text typed into it?
    #[must_use]
    pub fn is_typed(self) -> bool {
        matches!(self, Editor::Typed(_) | Editor::TypedOrList(_) | Editor::TypedOrUsed)
    }

    /// Has it rows of its own, one for each part?
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self, Editor::Parts(_) | Editor::Ratings)
    }
}
