//! Ids: unique over all kinds, never reused, never shown where a name fits.

use super::{Kind, lent};
use smol_str::SmolStr;
use std::{borrow::Borrow, fmt, ops::Deref};

/// The id of a record or of a part of one. Empty for parts that are known by something else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(SmolStr);

/// Crockford's base 32 in lower case: no i, l, o, u, so that nobody misreads it.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Id {
    /// An id as it stands in a file.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Id(SmolStr::new(text))
    }

    /// An id that lies in the program.
    #[must_use]
    pub const fn lent(text: &'static str) -> Self {
        Id(lent(text))
    }

    /// The id of parts that have none.
    #[must_use]
    pub fn none() -> Self {
        Id(SmolStr::default())
    }

    /// A fresh id for a record: a readable slug for networks and institutions, a kind letter for everything that
    /// could give a person away. `random` holds as many random bits as are used (60).
    #[must_use]
    pub fn fresh(kind: Kind, person: bool, name: &str, random: u64) -> Self {
        match (kind, person) {
            (Kind::Network, _) | (Kind::Actor, false) => Id::new(&format!("{}-{}", slug(name), letters(random, 6))),
            _ => Id::new(&format!("{}-{}", kind.letter(), letters(random, 10))),
        }
    }

    /// A fresh id for a record inside a record, `m-k3f9qa`: the shape's first letter and six random characters.
    #[must_use]
    pub fn part(shape: &str, random: u64) -> Self {
        let letter = shape.chars().next().unwrap_or('x');
        Id::new(&format!("{letter}-{}", letters(random, 6)))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<SmolStr> for Id {
    fn from(text: SmolStr) -> Self {
        Id(text)
    }
}

/// Sixty random bits from the operating system.
///
/// # Errors
/// When the system has no randomness to give.
pub fn random() -> Result<u64, getrandom::Error> {
    getrandom::u64()
}

fn letters(random: u64, count: u32) -> String {
    (0..count)
        .map(|place| {
            let five = (random >> (5 * place)) & 31;
            ALPHABET.get(usize::try_from(five).unwrap_or(0)).map_or('0', |&letter| char::from(letter))
        })
        .collect()
}

/// A readable part for an id: ASCII letters, digits and hyphens, at most 32.
fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            'a'..='z' | '0'..='9' => out.push(letter),
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
        if out.len() >= 32 {
            break;
        }
    }
    let slug = out.trim_end_matches('-');
    if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
}

impl Deref for Id {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn institutions_are_readable_and_people_are_not() {
        assert_eq!(Id::fresh(Kind::Actor, false, "Büro für Größe & Maß", 0).as_str(), "buero-fuer-groesse-mass-000000");
        let person = Id::fresh(Kind::Actor, true, "Anna Beispiel", u64::MAX >> 4);
        assert_eq!(person.as_str(), "p-zzzzzzzzzz");
    }

    #[test]
    fn a_name_without_letters_still_gives_an_id() {
        assert_eq!(Id::fresh(Kind::Network, false, "漢字", 1).as_str(), "x-100000");
    }
}
