//! What the card says besides the names of fields and values.

/// What the card says besides the names of fields and values.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct CardTexts {}

/// English.
pub const EN: CardTexts = CardTexts {};

/// German.
pub const DE: CardTexts = CardTexts {};
