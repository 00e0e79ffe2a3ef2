//! Pickers.

use super::keymap::Scope;
use super::{Action, Context, Outcome, Reply};

/// A picker of values or references.
#[derive(Debug)]
pub struct Pick {}

#[allow(missing_docs, clippy::all, clippy::pedantic)]
impl Pick {
    pub fn scopes(&self) -> &'static [Scope] {
        &[Scope::Picker]
    }
    pub fn types(&self) -> bool {
        true
    }
    pub fn act(&mut self, _: &Action, _: &Context) -> Reply {
        Reply::Close(Outcome::Nothing)
    }
    pub fn receive(&mut self, _: Outcome, _: &Context) -> Reply {
        Reply::Stay
    }
}
