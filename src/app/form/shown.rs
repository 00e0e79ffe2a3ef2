//! Values as people read them in a form: names for ids, labels for keys, dates of the language. Knows no forms.

use super::typed;
use crate::app::Context;
use crate::arrange::Arrange as _;
use crate::i18n::fill;
use crate::landscape::{Kind, Record, Spec, Type, Value, meeting, network, vocabulary};
use crate::store;
use smol_str::SmolStr;

/// A value, and what stands quietly beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// What it says; empty for nothing.
    pub text: String,
    /// What helps to tell it from others.
    pub note: String,
    /// It refers to something that is not there.
    pub missing: bool,
}

impl Shown {
    /// Only a text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Shown { text: text.into(), ..Shown::default() }
    }
}

/// What a field of a record shows.
#[must_use]
pub fn value(spec: &Spec, value: Option<&Value>, cx: &Context) -> Shown {
    match (spec.of, value) {
        (Type::Choice(list), Some(Value::Text(key))) => Shown::plain(label(list, key, cx)),
        (Type::Choices(list), Some(Value::Texts(keys))) => Shown::plain(labels(list, keys, cx).join(" · ")),
        (Type::Ref(_), Some(Value::Text(id))) => reference(id, cx),
        (Type::Refs(_), Some(Value::Texts(ids))) => {
            let all: Vec<Shown> = ids.iter().map(|id| reference(id, cx)).collect();
            let missing = all.iter().any(|one| one.missing);
            let text = all.into_iter().map(|one| one.text).collect::<Vec<_>>().join(" · ");
            Shown { text, note: String::new(), missing }
        }
        (Type::Number(..), Some(Value::Number(number))) => scale(spec.key, *number, cx),
        (Type::Flag, Some(Value::Flag(flag))) => Shown::plain(if *flag { cx.texts.form.yes } else { cx.texts.form.no }),
        (Type::Parts(_), Some(Value::Parts(parts))) => {
            Shown::plain(parts.iter().map(|part| summary(part, cx).text).collect::<Vec<_>>().join(" · "))
        }
        (Type::Ratings, Some(Value::Ratings(ratings))) => {
            let one = |(dimension, rating): &(SmolStr, u8)| {
                format!("{} {rating}", vocabulary::label("rating_dimension", dimension, cx.lang))
            };
            Shown::plain(ratings.iter().map(one).collect::<Vec<_>>().join(" · "))
        }
        (_, value) => Shown::plain(typed::shown(spec, value, cx.lang)),
    }
}

fn label<'v>(list: &str, key: &'v str, cx: &Context) -> &'v str {
    vocabulary::entry(list, key).map_or(key, |entry| entry.short(cx.lang))
}

/// The labels of several values in the order of their list, those of one's own last.
fn labels<'v>(list: &str, keys: &'v [SmolStr], cx: &Context) -> Vec<&'v str> {
    let values = vocabulary::values(list);
    let place = |key: &str| values.iter().position(|entry| entry.key == key).unwrap_or(values.len());
    let mut keys: Vec<&SmolStr> = keys.iter().collect();
    keys.arrange_by_key(|key| place(key));
    keys.into_iter().map(|key| label(list, key, cx)).collect()
}

fn scale(list: &str, number: i64, cx: &Context) -> Shown {
    let key = number.to_string();
    match vocabulary::entry(list, &key) {
        Some(entry) => Shown::plain(format!("{number} – {}", entry.label(cx.lang))),
        None => Shown::plain(key),
    }
}

/// The name of a record or a part.
#[must_use]
pub fn reference(id: &str, cx: &Context) -> Shown {
    let data = cx.data.store();
    if let Some((kind, record)) = data.find(id) {
        let note =
            if kind == Kind::Landscape { String::new() } else { store::context(data, kind, record).into_owned() };
        let note = if kind == Kind::Meeting { super::when::shown(&note, cx.lang) } else { note };
        return Shown { text: store::title(data, record), note, missing: false };
    }
    match part(id, cx) {
        Some((host, part)) => Shown { text: summary(part, cx).text, note: store::title(data, host), missing: false },
        None => Shown { text: id.to_owned(), note: String::new(), missing: true },
    }
}

/// A member, embedding or task with this id, and the record it is in.
fn part<'a>(id: &str, cx: &Context<'a>) -> Option<(&'a Record, &'a Record)> {
    let places =
        [(Kind::Network, network::MEMBERS), (Kind::Network, network::EMBEDDING), (Kind::Meeting, meeting::TASKS)];
    places.into_iter().find_map(|(kind, field)| {
        cx.data.store().all(kind).find_map(|host| {
            let part = host.parts(field).iter().find(|part| *part.id == *id)?;
            Some((&**host, part))
        })
    })
}

/// A part in one line: its first filled field, and the others quietly.
#[must_use]
pub fn summary(part: &Record, cx: &Context) -> Shown {
    let mut cells = part.cells().map(|(field, cell)| one_line(part.shape.spec(field), cell, cx));
    let first = cells.next().unwrap_or_default();
    let rest: Vec<String> = cells.map(|cell| cell.text).filter(|text| !text.is_empty()).collect();
    Shown { text: first.text, note: rest.join(" · "), missing: first.missing }
}

fn one_line(spec: &Spec, cell: &Value, cx: &Context) -> Shown {
    let mut shown = value(spec, Some(cell), cx);
    let field = |text: &str| fill(text, &[&shown.text]);
    match (spec.key, cell) {
        ("from", _) => shown.text = field(cx.texts.form.since),
        ("until", _) => shown.text = field(cx.texts.form.until),
        ("due", _) => shown.text = field(cx.texts.form.due),
        ("done_on", _) => shown.text = field(cx.texts.form.done),
        ("voting", Value::Flag(true)) => cx.texts.form.voting.clone_into(&mut shown.text),
        ("voting", _) => cx.texts.form.not_voting.clone_into(&mut shown.text),
        _ => {}
    }
    shown
}
