//! How one record is read: known keys by their type, unknown ones kept as text.

use super::seeds::ValueSeed;
use crate::landscape::{Extra, Field, Fields, Id, KeyedBy, Record, Shape, Value};
use crate::store::strict;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::cell::{Cell, RefCell};
use std::fmt;

/// What the visitors tell the reader besides the records.
#[derive(Default)]
pub(super) struct Notes {
    /// The field being read: shape and key.
    pub(super) at: Cell<(&'static str, &'static str)>,
    /// Something that canonical order would have otherwise.
    pub(super) unordered: Cell<bool>,
    /// A newer version wrote the file: what does not fit its field is kept as text.
    pub(super) lenient: Cell<bool>,
    /// The fault behind an error, when it is one of ours.
    pub(super) fault: RefCell<Option<OurFault>>,
}

/// Faults that a JSON parser does not know.
pub(super) enum OurFault {
    /// A key given twice.
    Twice,
    /// A record of this shape without an id.
    NoId(&'static str),
    /// Nested too deep.
    Deep,
}

impl Notes {
    /// Notes a fault of ours and makes the error that carries its place.
    pub(super) fn fail<E: Error>(&self, fault: OurFault) -> E {
        self.fault.replace(Some(fault));
        E::custom("")
    }

    /// The compact text of a value that is not known.
    pub(super) fn keep<E: Error>(&self, raw: &RawValue) -> Result<Box<str>, E> {
        strict::compact(raw.get()).map(String::into_boxed_str).map_err(|refusal| {
            self.fail(if matches!(refusal, strict::Refusal::Deep(_)) { OurFault::Deep } else { OurFault::Twice })
        })
    }
}

/// Reads a record of this shape.
#[derive(Clone, Copy)]
pub(super) struct RecordSeed<'n> {
    pub(super) shape: &'static Shape,
    pub(super) notes: &'n Notes,
}

enum Key {
    Id,
    Known(Field),
    Unknown(Box<str>),
}

struct KeySeed {
    shape: &'static Shape,
    after: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Key, D::Error> {
        input.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        if key == "id" && self.shape.keyed_by == KeyedBy::Id {
            return Ok(Key::Id);
        }
        Ok(self.shape.find(key, self.after).map_or_else(|| Key::Unknown(key.into()), Key::Known))
    }
}

impl<'de> DeserializeSeed<'de> for RecordSeed<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Record, D::Error> {
        input.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RecordSeed<'_> {
    type Value = Record;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a record ({})", self.shape.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let (mut id, mut filled, mut values) = (Id::none(), Fields::default(), Vec::new());
        let mut seen = Seen::default();
        let mut extra: Extra = Vec::new();
        while let Some(key) = map.next_key_seed(KeySeed { shape: self.shape, after: seen.next })? {
            match key {
                Key::Id if seen.id => return Err(self.notes.fail(OurFault::Twice)),
                Key::Id => {
                    self.notes.at.set((self.shape.name, "id"));
                    id = Id::new(&map.next_value::<std::borrow::Cow<'_, str>>()?);
                    seen.id = true;
                    if seen.next > 0 {
                        self.notes.unordered.set(true);
                    }
                }
                Key::Known(field) => {
                    if !seen.add(field, self.notes) {
                        return Err(self.notes.fail(OurFault::Twice));
                    }
                    if let Some(value) = self.read_field(field, &mut map, &mut extra)? {
                        values.insert(filled.before(field), value);
                        filled = filled.with(field);
                    }
                }
                Key::Unknown(key) => {
                    if extra.iter().any(|(known, _)| *known == key) {
                        return Err(self.notes.fail(OurFault::Twice));
                    }
                    let raw: Box<RawValue> = map.next_value()?;
                    extra.push((key, self.notes.keep(&raw)?));
                }
            }
        }
        let mut record = Record::of(self.shape, id, filled, values.into());
        record.set_extra(extra);
        Ok(record)
    }
}

impl RecordSeed<'_> {
    /// The value of a field; one that a newer version wrote and that does not fit is kept as text.
    fn read_field<'de, A: MapAccess<'de>>(
        &self,
        field: Field,
        map: &mut A,
        extra: &mut Extra,
    ) -> Result<Option<Value>, A::Error> {
        let spec = self.shape.spec(field);
        self.notes.at.set((self.shape.name, spec.key));
        let seed = || ValueSeed { of: spec.of, notes: self.notes };
        if !self.notes.lenient.get() {
            return map.next_value_seed(seed());
        }
        let raw: Box<RawValue> = map.next_value()?;
        seed().deserialize(&mut serde_json::Deserializer::from_str(raw.get())).or_else(|_| {
            extra.push((spec.key.into(), self.notes.keep(&raw)?));
            Ok(None)
        })
    }
}

/// Which keys of a record were read, and where the next is to be expected.
#[derive(Default)]
struct Seen {
    id: bool,
    fields: Fields,
    next: usize,
}

impl Seen {
    /// Notes a field; false when it was there already.
    fn add(&mut self, field: Field, notes: &Notes) -> bool {
        let new = !self.fields.has(field);
        self.fields = self.fields.with(field);
        let place = usize::from(field.0) + 1;
        if place < self.next {
            notes.unordered.set(true);
        }
        self.next = place.max(self.next);
        new
    }
}
