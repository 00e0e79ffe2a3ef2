//! Forms.

use super::keymap::Scope;
use super::{Action, Context, Outcome, Reply};
use crate::landscape::{Field, Kind, Record};

/// A form for a record or a part of one.
#[derive(Debug)]
pub struct Form {}

#[allow(missing_docs, clippy::all, clippy::pedantic)]
impl Form {
    pub fn create(_: Kind, _: Record, _: &Context) -> Self {
        Form {}
    }
    pub fn edit(_: Kind, _: &Record, _: &Context) -> Self {
        Form {}
    }
    pub fn edit_at(_: Kind, _: &Record, _: Field, _: Option<&str>, _: &Context) -> Self {
        Form {}
    }
    pub fn is_dirty(&self) -> bool {
        false
    }
    pub fn draft(&self) -> Option<String> {
        None
    }
    pub fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }
    pub fn types(&self) -> bool {
        false
    }
    pub fn act(&mut self, _: &Action, _: &Context) -> Reply {
        Reply::Close(Outcome::Nothing)
    }
    pub fn receive(&mut self, _: Outcome, _: &Context) -> Reply {
        Reply::Stay
    }
    pub fn edited(&mut self, _: Option<String>, _: &Context) -> Reply {
        Reply::Stay
    }
}
