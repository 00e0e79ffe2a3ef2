//! What the status line says: one sentence, past tense, with the thing's name.

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something went as wanted; gone with the next action.
    Done,
    /// A hint; gone with the next action.
    Hint,
    /// Something went wrong; stays until it is read (a key is pressed).
    Trouble,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How much it matters.
    pub weight: Weight,
    /// What it says.
    pub text: String,
}

impl Message {
    /// Something went as wanted.
    pub fn done(text: impl Into<String>) -> Self {
        Message { weight: Weight::Done, text: text.into() }
    }

    /// A hint.
    pub fn hint(text: impl Into<String>) -> Self {
        Message { weight: Weight::Hint, text: text.into() }
    }

    /// Something went wrong.
    pub fn trouble(text: impl Into<String>) -> Self {
        Message { weight: Weight::Trouble, text: text.into() }
    }
}
