//! Ids: a readable slug for institutions and networks, a letter for everything that could give a person away.

use crate::rng::Rng;
use std::collections::HashSet;

/// Crockford's base 32 in lower case, without i, l, o and u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Gives out ids that occur only once.
#[derive(Default)]
pub(crate) struct Ids {
    given: HashSet<String>,
}

impl Ids {
    /// `jugendamt-k3f9qa`.
    pub(crate) fn slug(&mut self, name: &str, key: &str) -> String {
        self.fresh(&slug(name), 6, &["slug", key])
    }

    /// `p-7k2f9qm3xa`.
    pub(crate) fn record(&mut self, letter: &str, key: &[&str]) -> String {
        self.fresh(letter, 10, key)
    }

    /// As many ids for parts as asked for, `m-k3f9qa`, in rising order: the order by id is the order of the list.
    pub(crate) fn parts(&mut self, letter: &str, count: usize, key: &[&str]) -> Vec<String> {
        let mut ids: Vec<String> = (0..count)
            .map(|number| {
                let number = number.to_string();
                let words: Vec<&str> = key.iter().copied().chain([letter, number.as_str()]).collect();
                self.fresh(letter, 6, &words)
            })
            .collect();
        ids.sort_unstable();
        ids
    }

    fn fresh(&mut self, front: &str, length: u32, key: &[&str]) -> String {
        let words: Vec<&str> = key.iter().copied().chain([front]).collect();
        let mut rng = Rng::of(&words);
        loop {
            let id = format!("{front}-{}", letters(rng.bits() >> 4, length));
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The number in base 32, the highest digit first, so that order by number is order by text.
pub(crate) fn letters(number: u64, length: u32) -> String {
    (0..length)
        .rev()
        .map(|place| {
            let digit = usize::try_from((number >> (5 * place)) & 31).unwrap_or(0);
            ALPHABET.get(digit).map_or('0', |&letter| char::from(letter))
        })
        .collect()
}

/// A name as ASCII letters, digits and single hyphens, cut after a whole word at 32.
pub(crate) fn slug(name: &str) -> String {
    let plain: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'ä' => "ae".to_owned(),
            'ö' => "oe".to_owned(),
            'ü' => "ue".to_owned(),
            'ß' => "ss".to_owned(),
            letter if letter.is_ascii_alphanumeric() => letter.to_string(),
            _ => " ".to_owned(),
        })
        .collect();
    let mut out = String::new();
    for word in plain.split_whitespace() {
        if out.is_empty() {
            out.push_str(word);
        } else if out.len() + word.len() < 32 {
            out.push('-');
            out.push_str(word);
        } else {
            break;
        }
    }
    for filler in ["-und", "-der", "-des", "-fuer", "-am", "-im", "-in", "-vor", "-gegen"] {
        out.truncate(out.strip_suffix(filler).map_or(out.len(), str::len));
    }
    out
}
