//! The two languages of the screen. Knows nothing of the rest of the house.
//!
//! Every text is a field of a struct that has one constant per language, so that a text missing in one of them does not
//! compile. One file a room; names of fields and values stand in `data/vocabulary.json`.

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// German.
    De,
    /// English, also for every language we do not speak.
    #[default]
    En,
}

impl Lang {
    /// The one of the two in this language.
    #[must_use]
    pub fn pick<T>(self, de: T, en: T) -> T {
        match self {
            Lang::De => de,
            Lang::En => en,
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Lang {
        self.pick(Lang::En, Lang::De)
    }

    /// `de` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.pick("de", "en")
    }

    /// The language a locale or a flag asks for (`de_DE.UTF-8`, `de`, `en-GB`); nothing for one we do not speak.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Lang> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "de" => Some(Lang::De),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}
