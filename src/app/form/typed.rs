//! From what is typed to what a field holds, and back. Knows the types of fields; knows no forms.

use super::{spoken, when};
use crate::app::Context;
use crate::i18n::Lang;
use crate::landscape::{Spec, Type, Value};
use jiff::civil::Date;

/// Why a field cannot be taken over as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must not stay empty.
    Required,
    /// Not a date.
    Date,
    /// Not a date with or without an hour.
    Moment,
    /// Not a duration.
    Duration,
    /// Not a rule and none of its words.
    Rule,
    /// A rhythm that can be meant in several ways.
    Several,
    /// Not a whole number between the two.
    Number(i64, i64),
    /// Not one number or two.
    Range,
    /// There is an entry for this already.
    Taken,
    /// A rating of a person.
    Person,
}

/// What the typed text means for a field that is typed; nothing for an empty text.
///
/// # Errors
/// Why the text does not fit.
pub fn read(spec: &Spec, text: &str, cx: &Context) -> Result<Option<Value>, Fault> {
    let text = text.trim();
    let today = cx.now.date();
    let one = |value: Option<String>, fault| value.map(|text| Value::text(&text)).ok_or(fault);
    if text.is_empty() {
        return Ok(None);
    }
    match spec.of {
        Type::Date => one(when::date(text, today), Fault::Date),
        Type::Moment => one(when::moment(text, today), Fault::Moment),
        Type::Duration => one(when::length(text), Fault::Duration),
        Type::Number(min, max) => {
            let number = text.parse().ok().filter(|number| (min..=max).contains(number));
            number.map(|number| Some(Value::Number(number))).ok_or(Fault::Number(min, max))
        }
        Type::Range => range(text).map(|(min, max)| Some(Value::Range(min, max))).ok_or(Fault::Range),
        Type::Texts => Ok(Value::set(words(text))),
        Type::Moments => moments(text, today).map(Value::set).ok_or(Fault::Moment),
        _ => Ok(Value::text(text)),
    }
}

/// The text in which a typed field shows its value.
#[must_use]
pub fn shown(spec: &Spec, value: Option<&Value>, lang: Lang) -> String {
    match (spec.of, value) {
        (Type::Date | Type::Moment, Some(Value::Text(text))) => when::shown(text, lang),
        (Type::Duration, Some(Value::Text(text))) => when::length_shown(text, lang),
        (Type::Rule, Some(Value::Text(text))) => spoken::shown(text, lang),
        (Type::Moments, Some(Value::Texts(texts))) => {
            texts.iter().map(|text| when::shown(text, lang)).collect::<Vec<_>>().join("; ")
        }
        (_, Some(Value::Text(text))) => text.to_string(),
        (_, Some(Value::Texts(texts))) => texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "),
        (_, Some(Value::Number(number))) => number.to_string(),
        (_, Some(Value::Range(min, max))) if min == max => min.to_string(),
        (_, Some(Value::Range(min, max))) => format!("{min}–{max}"),
        _ => String::new(),
    }
}

/// Days between semicolons or commas; a comma may also stand before the hour of one.
fn moments(text: &str, today: Date) -> Option<Vec<String>> {
    if let (Some(one), false) = (when::moment(text, today), text.contains(';')) {
        return Some(vec![one]);
    }
    let between = if text.contains(';') { ';' } else { ',' };
    text.split(between).filter(|part| !part.trim().is_empty()).map(|part| when::moment(part, today)).collect()
}

/// `3–4`, `3 bis 4`, `3`.
fn range(text: &str) -> Option<(u32, u32)> {
    let text = text.replace("bis", "–").replace("to", "–").replace(['-', '—'], "–");
    let (min, max) = text.split_once('–').unwrap_or((&text, &text));
    let (min, max) = (min.trim().parse().ok()?, max.trim().parse().ok()?);
    (min <= max).then_some((min, max))
}

/// Words between commas; quotes keep a comma inside, two of them within quotes are one.
fn words(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut inside = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, inside) {
            ('"', true) if letters.next_if_eq(&'"').is_some() => {
                all.last_mut().into_iter().for_each(|word| word.push('"'));
            }
            ('"', _) => inside = !inside,
            (',', false) => all.push(String::new()),
            _ => all.last_mut().into_iter().for_each(|word| word.push(letter)),
        }
    }
    all.into_iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

fn quoted(word: &str) -> String {
    if word.contains([',', '"']) { format!("\"{}\"", word.replace('"', "\"\"")) } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_commas_in_quotes() {
        assert_eq!(words(" a, \"b, c\" ,,d"), ["a", "b, c", "d"]);
        assert_eq!(quoted("b, c"), "\"b, c\"");
        for name in ["Haus \"Sonne\"", "\"", "\"a\", b", "c"] {
            assert_eq!(words(&quoted(name)), [name]);
        }
    }

    #[test]
    fn ranges_as_people_say_them() {
        for typed in ["3–4", "3 - 4", "3 bis 4", "3 to 4"] {
            assert_eq!(range(typed), Some((3, 4)), "{typed}");
        }
        assert_eq!((range("3"), range("4-3"), range("viel")), (Some((3, 3)), None, None));
    }
}
