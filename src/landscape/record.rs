//! A record: its values by field, and whatever else the file said about it.

use super::{Field, Fields, Id, KeyedBy, List, Shape};
use smol_str::SmolStr;

/// What one field of one record holds. Empty values are not held at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, a key of a value list, a date, an id.
    Text(SmolStr),
    /// A set of texts, sorted.
    Texts(List<SmolStr>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// From – to.
    Range(u32, u32),
    /// Dimension → 1–4, sorted by dimension.
    Ratings(List<(SmolStr, u8)>),
    /// Records inside this one, in their order.
    Parts(List<Record>),
}

impl Value {
    /// A text, or nothing for an empty one.
    #[must_use]
    pub fn text(text: &str) -> Option<Value> {
        (!text.is_empty()).then(|| Value::Text(text.into()))
    }

    /// A set of texts in its canonical order, or nothing for an empty one.
    pub fn set<T: Into<SmolStr>>(texts: impl IntoIterator<Item = T>) -> Option<Value> {
        let mut texts: Vec<SmolStr> = texts.into_iter().map(Into::into).collect();
        texts.sort_unstable();
        texts.dedup();
        (!texts.is_empty()).then(|| Value::Texts(texts.into()))
    }

    /// Parts in their order, or nothing for none.
    #[must_use]
    pub fn parts(parts: Vec<Record>) -> Option<Value> {
        (!parts.is_empty()).then(|| Value::Parts(parts.into()))
    }
}

/// Keys the program does not know, with their values as compact JSON text, in the order of the file.
pub type Extra = Vec<(Box<str>, Box<str>)>;

/// One record, or one part of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it is known by; empty for parts without an id.
    pub id: Id,
    /// Its fields' table.
    pub shape: &'static Shape,
    /// The fields that hold something.
    filled: Fields,
    /// What they hold, in the order of the file.
    values: List<Value>,
    extra: Option<Box<Extra>>,
}

impl Record {
    /// An empty record.
    #[must_use]
    pub fn new(shape: &'static Shape, id: Id) -> Self {
        Record::of(shape, id, Fields::default(), List::default())
    }

    /// A record of which these fields have these values, in the order of its shape's table.
    #[must_use]
    pub fn of(shape: &'static Shape, id: Id, filled: Fields, values: List<Value>) -> Self {
        debug_assert_eq!(filled.len(), values.len());
        Record { id, shape, filled, values, extra: None }
    }

    /// The same, lying in the program; made while it is built.
    ///
    /// # Panics
    /// When the fields are not in their order, or not as many as the values: then the program cannot be built.
    #[must_use]
    pub const fn lent(
        shape: &'static Shape,
        id: &'static str,
        filled: &[Field],
        values: &'static &'static [Value],
    ) -> Self {
        let fields = Fields::of(filled);
        assert!(Fields::in_order(filled) && fields.len() == values.len(), "fields out of order");
        Record { id: Id::lent(id), shape, filled: fields, values: List::Lent(values), extra: None }
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&Value> {
        if self.filled.has(field) { self.values.get(self.filled.before(field)) } else { None }
    }

    /// Sets a field, or empties it.
    pub fn set(&mut self, field: Field, value: Option<Value>) {
        let (there, at) = (self.filled.has(field), self.filled.before(field));
        match value {
            Some(value) if there => self.values.change(|values| {
                if let Some(old) = values.get_mut(at) {
                    *old = value;
                }
            }),
            Some(value) => {
                self.values.change(|values| values.insert(at, value));
                self.filled = self.filled.with(field);
            }
            None if there => {
                self.values.change(|values| drop(values.remove(at)));
                self.filled = self.filled.without(field);
            }
            None => {}
        }
    }

    /// The record with a field set; for building records in one go.
    #[must_use]
    pub fn with(mut self, field: Field, value: Option<Value>) -> Self {
        self.set(field, value);
        self
    }

    /// The record with a text set.
    #[must_use]
    pub fn with_text(self, field: Field, text: &str) -> Self {
        self.with(field, Value::text(text))
    }

    /// All filled fields in the order of the file.
    pub fn cells(&self) -> impl Iterator<Item = (Field, &Value)> {
        self.filled.iter().zip(&self.values)
    }

    /// Those of the filled fields that may lead to other records.
    pub fn referring(&self) -> impl Iterator<Item = (Field, &Value)> {
        self.filled.and(self.shape.referring).iter().filter_map(|field| Some((field, self.get(field)?)))
    }

    /// The text of a field; empty when there is none.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        match self.get(field) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The set of a field; empty when there is none.
    #[must_use]
    pub fn texts(&self, field: Field) -> &[SmolStr] {
        match self.get(field) {
            Some(Value::Texts(texts)) => texts,
            _ => &[],
        }
    }

    /// The parts of a field; empty when there are none.
    #[must_use]
    pub fn parts(&self, field: Field) -> &[Record] {
        match self.get(field) {
            Some(Value::Parts(parts)) => parts,
            _ => &[],
        }
    }

    /// The number of a field.
    #[must_use]
    pub fn number(&self, field: Field) -> Option<i64> {
        match self.get(field) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Yes, no, or not said.
    #[must_use]
    pub fn flag(&self, field: Field) -> Option<bool> {
        match self.get(field) {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// The range of a field.
    #[must_use]
    pub fn range(&self, field: Field) -> Option<(u32, u32)> {
        match self.get(field) {
            Some(Value::Range(min, max)) => Some((*min, *max)),
            _ => None,
        }
    }

    /// The ratings of a field.
    #[must_use]
    pub fn ratings(&self, field: Field) -> &[(SmolStr, u8)] {
        match self.get(field) {
            Some(Value::Ratings(ratings)) => ratings,
            _ => &[],
        }
    }

    /// Keys the program does not know.
    #[must_use]
    pub fn extra(&self) -> &[(Box<str>, Box<str>)] {
        self.extra.as_ref().map_or(&[], |extra| extra.as_slice())
    }

    /// Replaces the keys the program does not know.
    pub fn set_extra(&mut self, extra: Extra) {
        self.extra = (!extra.is_empty()).then(|| Box::new(extra));
    }

    /// What tells this part from its siblings: its id, or the field it is keyed by.
    #[must_use]
    pub fn key(&self) -> &str {
        match self.shape.keyed_by {
            KeyedBy::Id => &self.id,
            KeyedBy::Field(field) => self.text(field),
            KeyedBy::Place => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::network;

    #[test]
    fn cells_stay_in_the_order_of_the_file() {
        let mut record = Record::new(&network::SHAPE, Id::new("n"));
        record.set(network::NOTES, Value::text("b"));
        record.set(network::NAME, Value::text("a"));
        record.set(network::NOTES, Value::text("c"));
        let order: Vec<_> = record.cells().map(|(field, _)| field).collect();
        assert_eq!(order, [network::NAME, network::NOTES]);
        record.set(network::NAME, Value::text(""));
        assert_eq!(record.text(network::NAME), "");
        assert_eq!(record.cells().count(), 1);
    }

    #[test]
    fn a_set_is_sorted_and_has_no_doubles() {
        assert_eq!(Value::set(["b", "a", "b"]), Some(Value::Texts(["a".into(), "b".into()].into())));
        assert_eq!(Value::set(Vec::<SmolStr>::new()), None);
    }
}
