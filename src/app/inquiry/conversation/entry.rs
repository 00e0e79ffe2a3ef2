//! A line of a conversation as it is typed: the words, and behind them signs for how sure it is, how far it may go, and how
//! somebody rates. What is not understood stays in the text, as typed.
//!
//! `Trifft sich kaum noch *2 ?` is a rating of 2, uncertain; `vertrauen*4 +` rates trust and may be shared.

use crate::i18n::Lang;
use crate::landscape::vocabulary;
use crate::search::fold;

/// The signs for how sure something is.
const CONFIDENCE: [(&str, &str); 4] = [("!", "secured"), ("~", "likely"), ("?", "uncertain"), ("<>", "contradicted")];

/// The signs for how far something may go; nothing said is confidential, as the whole conversation.
const VISIBILITY: [(&str, &str); 2] = [("+", "shareable"), ("=", "internal")];

/// What is set by keys for the line being typed; signs in the line go before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    rating: Option<u8>,
    confidence: &'static str,
    visibility: &'static str,
}

impl Marks {
    /// None, 1, 2, 3, 4, none again.
    pub(super) fn rate(&mut self) {
        self.rating = match self.rating {
            None => Some(1),
            Some(mark) if mark < 4 => Some(mark + 1),
            Some(_) => None,
        };
    }

    /// The next step of confidence, then none again.
    pub(super) fn confide(&mut self) {
        self.confidence = after(&CONFIDENCE, self.confidence);
    }

    /// May be shared, for the house, confidential again.
    pub(super) fn reveal(&mut self) {
        self.visibility = after(&VISIBILITY, self.visibility);
    }
}

fn after(signs: &[(&'static str, &'static str)], now: &str) -> &'static str {
    let place = signs.iter().position(|(_, key)| *key == now).map_or(0, |at| at + 1);
    signs.get(place).map_or("", |(_, key)| *key)
}

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The words without the signs.
    pub text: String,
    /// Dimension and mark, 1–4.
    pub ratings: Vec<(&'static str, u8)>,
    /// How sure it is; empty when nothing is said.
    pub confidence: &'static str,
    /// How far it may go; empty as the whole conversation.
    pub visibility: &'static str,
}

impl Entry {
    /// Does it say nothing?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.ratings.is_empty()
    }
}

/// Reads a line typed at a question.
#[must_use]
pub fn read(line: &str, question: &str, marks: &Marks, lang: Lang) -> Entry {
    let default = dimension(question).unwrap_or("works_well");
    let mut entry = Entry { confidence: marks.confidence, visibility: marks.visibility, ..Entry::default() };
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let mut signed = (false, false);
    while let Some(last) = words.last() {
        let sign = |signs: &[(&str, &'static str)]| signs.iter().find(|(sign, _)| sign == last).map(|(_, key)| *key);
        if let Some(key) = sign(&CONFIDENCE).filter(|_| !signed.0) {
            (entry.confidence, signed.0) = (key, true);
        } else if let Some(key) = sign(&VISIBILITY).filter(|_| !signed.1) {
            (entry.visibility, signed.1) = (key, true);
        } else if let Some(rating) = rating(last, default, lang) {
            entry.ratings.retain(|(dimension, _)| *dimension != rating.0);
            entry.ratings.insert(0, rating);
        } else {
            break;
        }
        words.pop();
    }
    if let Some(mark) = marks.rating.filter(|_| entry.ratings.is_empty()) {
        entry.ratings.push((default, mark));
    }
    entry.text = words.join(" ");
    entry
}

/// `*3` rates what the question asks for, else whether it works; `vertrauen*3` what is named.
fn rating(word: &str, default: &'static str, lang: Lang) -> Option<(&'static str, u8)> {
    let (name, mark) = word.rsplit_once('*')?;
    let mark: u8 = mark.parse().ok().filter(|mark| (1..=4).contains(mark))?;
    if name.is_empty() {
        return Some((default, mark));
    }
    let wanted = fold(name);
    let named = |entry: &&vocabulary::Entry| {
        let words = fold(&format!("{} {}", entry.label(lang), entry.key.replace('_', " ")));
        words.split_whitespace().any(|word| word.starts_with(&wanted))
    };
    let entry = vocabulary::values("rating_dimension").iter().find(named)?;
    Some((entry.key, mark))
}

/// The dimension of the same name.
fn dimension(key: &str) -> Option<&'static str> {
    vocabulary::entry("rating_dimension", key).map(|entry| entry.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Entry {
        read(line, "rhythm", &Marks::default(), Lang::De)
    }

    #[test]
    fn signs_behind_the_words_are_understood_and_others_stay() {
        let entry = said("Trifft sich kaum noch *2 ?");
        assert_eq!((entry.text.as_str(), entry.confidence), ("Trifft sich kaum noch", "uncertain"));
        assert_eq!(entry.ratings, [("works_well", 2)]);
        let entry = said("Man kennt sich vertrauen*4 engag*3 + !");
        assert_eq!(entry.ratings, [("trust", 4), ("commitment", 3)]);
        assert_eq!((entry.visibility, entry.confidence, &*entry.text), ("shareable", "secured", "Man kennt sich"));
        // Inside the words, and for marks there are none of, a sign is a letter like others.
        for plain in ["Was ? Niemand weiß es.", "Note *7", "a*b", "Wer lädt ein?", "Budget 3*4 Stunden"] {
            assert_eq!(said(plain), Entry { text: plain.to_owned(), ..Entry::default() }, "{plain}");
        }
        assert!(said("  ").is_empty() && !said("*3").is_empty());
    }

    #[test]
    fn keys_set_what_no_sign_says() {
        let mut marks = Marks::default();
        marks.rate();
        marks.rate();
        marks.confide();
        marks.reveal();
        let entry = read("gut", "works_well", &marks, Lang::En);
        assert_eq!((entry.ratings.as_slice(), entry.confidence), ([("works_well", 2)].as_slice(), "secured"));
        assert_eq!(entry.visibility, "shareable");
        let entry = read("gut *4 ?", "works_well", &marks, Lang::En);
        assert_eq!((entry.ratings.as_slice(), entry.confidence), ([("works_well", 4)].as_slice(), "uncertain"));
        for _ in 0..3 {
            marks.rate();
        }
        for _ in 0..4 {
            marks.confide();
        }
        for _ in 0..2 {
            marks.reveal();
        }
        assert_eq!(marks, Marks::default());
    }
}
