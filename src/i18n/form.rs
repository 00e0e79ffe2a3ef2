//! Forms and pickers.

/// Forms and pickers.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct FormTexts {}

/// English.
pub const EN: FormTexts = FormTexts {};

/// German.
pub const DE: FormTexts = FormTexts {};
