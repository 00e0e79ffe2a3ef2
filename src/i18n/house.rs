//! Panes, status line, messages, questions.

/// Panes, status line, messages, questions.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct HouseTexts {}

/// English.
pub const EN: HouseTexts = HouseTexts {};

/// German.
pub const DE: HouseTexts = HouseTexts {};
