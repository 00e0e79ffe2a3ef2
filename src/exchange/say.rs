//! Values as people read them: labels for keys, names for ids, dates in the habit of the language. Knows no layout.

use crate::analysis::series;
use crate::calendar::{Length, Moment, PartialDate, show_date, show_moment, show_partial};
use crate::i18n::Lang;
use crate::landscape::{Field, Record, Type, Value, rhythm, vocabulary};
use crate::store::{Store, name_of};

/// Who reads, and what references lead to.
#[derive(Clone, Copy)]
pub struct Reader<'s> {
    /// Where names are looked up.
    pub store: &'s Store,
    /// The language.
    pub lang: Lang,
}

impl Reader<'_> {
    /// A field of a record; parts are summed up in one line each, divided by semicolons.
    #[must_use]
    pub fn field(self, record: &Record, field: Field) -> String {
        let Some(value) = record.get(field) else { return String::new() };
        let spec = record.shape.spec(field);
        if record.shape == &rhythm::SHAPE && field == rhythm::RULE {
            return series::spoken(record, self.lang);
        }
        match value {
            Value::Text(text) => self.text(spec.of, text),
            Value::Texts(texts) => join(texts.iter().map(|text| self.text(spec.of, text))),
            Value::Flag(flag) => {
                let texts = &self.lang.texts().cli;
                if *flag { texts.yes.to_owned() } else { texts.no.to_owned() }
            }
            Value::Number(number) => self.number(spec.key, *number),
            Value::Range(min, max) if min == max => min.to_string(),
            Value::Range(min, max) => format!("{min}–{max}"),
            Value::Ratings(ratings) => join(ratings.iter().map(|(dimension, rating)| {
                let dimension = vocabulary::label("rating_dimension", dimension, self.lang);
                let rating = rating.to_string();
                match vocabulary::label("rating", &rating, self.lang) {
                    label if label == rating => format!("{dimension} {rating}"),
                    label => format!("{dimension} {rating} ({label})"),
                }
            })),
            Value::Parts(parts) => parts.iter().map(|part| self.summary(part)).collect::<Vec<_>>().join("; "),
        }
    }

    /// A number; with its meaning where the vocabulary has one.
    fn number(self, key: &str, number: i64) -> String {
        let text = number.to_string();
        match vocabulary::label(key, &text, self.lang) {
            label if label == text => text,
            label => format!("{text} ({label})"),
        }
    }

    /// One text of a field of this type.
    fn text(self, of: Type, text: &str) -> String {
        match of {
            Type::Choice(list) | Type::Choices(list) => vocabulary::label(list, text, self.lang).to_owned(),
            Type::Ref(_) | Type::Refs(_) => name_of(self.store, text),
            Type::Date => {
                text.parse::<PartialDate>().map_or_else(|_| text.to_owned(), |date| show_partial(date, self.lang))
            }
            Type::Moment | Type::Moments => self.moment(text),
            Type::Duration => text.parse::<Length>().map_or_else(|_| text.to_owned(), |length| length.speak(self.lang)),
            _ => text.to_owned(),
        }
    }

    /// A day, with its time where it is known.
    #[must_use]
    pub fn moment(self, text: &str) -> String {
        text.parse::<Moment>().map_or_else(|_| text.to_owned(), |at| self.at(at))
    }

    /// A moment; its time where it is known.
    #[must_use]
    pub fn at(self, at: Moment) -> String {
        if at.time.is_none() { show_date(at.date, self.lang) } else { show_moment(at, self.lang) }
    }

    /// A part in one line: the field it is about, then its other short fields in brackets.
    #[must_use]
    pub fn summary(self, part: &Record) -> String {
        let mut fields = part.cells().map(|(field, _)| self.field(part, field)).filter(|text| !text.is_empty());
        let first = fields.next().unwrap_or_default();
        let rest = fields.collect::<Vec<_>>().join(", ");
        if rest.is_empty() { first } else { format!("{first} ({rest})") }
    }

    /// The name of a field.
    #[must_use]
    pub fn label(self, record: &Record, field: Field) -> &'static str {
        vocabulary::field_label(record.shape.name, record.shape.spec(field).key, self.lang)
    }
}

fn join(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}
