//! What the `rule` of a rhythm holds: a rule, or one of the four words for rhythms no rule can express.

use std::fmt;
use std::str::FromStr;

use super::{Error, Rule};

/// A rhythm without dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Keyword {
    /// Whenever there is a reason to meet.
    AsNeeded,
    /// Once in each half of the school year; the dates differ from Land to Land.
    SchoolTerm,
    /// No rhythm has been agreed yet.
    NoneYet,
    /// There may be one, we do not know it.
    Unknown,
}

impl Keyword {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::AsNeeded, Self::SchoolTerm, Self::NoneYet, Self::Unknown];

    /// The word in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::AsNeeded => "as_needed",
            Self::SchoolTerm => "school_term",
            Self::NoneYet => "none_yet",
            Self::Unknown => "unknown",
        }
    }
}

/// A rule or a word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Recurrence {
    /// A rule of RFC 5545.
    Rule(Rule),
    /// A word.
    Keyword(Keyword),
}

impl Recurrence {
    /// The rule, if it is one.
    #[must_use]
    pub const fn rule(&self) -> Option<&Rule> {
        match self {
            Self::Rule(rule) => Some(rule),
            Self::Keyword(_) => None,
        }
    }

    /// The nominal gap between two sittings in days, where there is one.
    #[must_use]
    pub fn nominal_days(&self) -> Option<f64> {
        match self {
            Self::Rule(rule) => Some(rule.nominal_days()),
            Self::Keyword(Keyword::SchoolTerm) => Some(182.0),
            Self::Keyword(_) => None,
        }
    }
}

impl From<Rule> for Recurrence {
    fn from(rule: Rule) -> Self {
        Self::Rule(rule)
    }
}

impl From<Keyword> for Recurrence {
    fn from(word: Keyword) -> Self {
        Self::Keyword(word)
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(rule) => rule.fmt(f),
            Self::Keyword(word) => f.write_str(word.key()),
        }
    }
}

impl FromStr for Recurrence {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match Keyword::ALL.into_iter().find(|word| word.key() == text) {
            Some(word) => Ok(Self::Keyword(word)),
            None => text.parse().map(Self::Rule),
        }
    }
}
