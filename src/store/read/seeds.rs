//! How the value of each type of field is read: one small visitor each. `null` reads as empty.

use super::record::{Notes, RecordSeed};
use crate::landscape::{Record, Type, Value};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use smol_str::SmolStr;
use std::fmt;

/// Reads the value of a field of this type.
pub(super) struct ValueSeed<'n> {
    pub(super) of: Type,
    pub(super) notes: &'n Notes,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Option<Value>, D::Error> {
        match self.of {
            Type::Flag => input.deserialize_any(Flag),
            Type::Number(..) => input.deserialize_any(Number),
            Type::Range => input.deserialize_any(Range),
            Type::Ratings => input.deserialize_any(Ratings),
            Type::Parts(shape) => input.deserialize_any(Parts(RecordSeed { shape, notes: self.notes })),
            of if of.is_set() => input.deserialize_any(Set(self.notes)),
            _ => input.deserialize_any(Line),
        }
    }
}

/// Declares a visitor that also takes `null`, as empty.
macro_rules! or_null {
    ($expected:literal) => {
        type Value = Option<Value>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str($expected)
        }

        fn visit_unit<E: Error>(self) -> Result<Option<Value>, E> {
            Ok(None)
        }
    };
}

struct Line;

impl Visitor<'_> for Line {
    or_null!("a text");

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<Value>, E> {
        Ok(Value::text(text))
    }
}

struct Flag;

impl Visitor<'_> for Flag {
    or_null!("true or false");

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Option<Value>, E> {
        Ok(Some(Value::Flag(flag)))
    }
}

struct Number;

impl Visitor<'_> for Number {
    or_null!("a whole number");

    fn visit_i64<E: Error>(self, number: i64) -> Result<Option<Value>, E> {
        Ok(Some(Value::Number(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<Value>, E> {
        i64::try_from(number).map(|number| Some(Value::Number(number))).map_err(E::custom)
    }
}

struct Range;

impl<'de> Visitor<'de> for Range {
    or_null!("two whole numbers, from and to");

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<Value>, A::Error> {
        let (min, max) = (list.next_element::<u32>()?, list.next_element::<u32>()?);
        match (min, max, list.next_element::<u32>()?) {
            (Some(min), Some(max), None) => Ok(Some(Value::Range(min, max))),
            _ => Err(A::Error::invalid_length(3, &self)),
        }
    }
}

struct Ratings;

impl<'de> Visitor<'de> for Ratings {
    or_null!("ratings by dimension");

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<Value>, A::Error> {
        let mut ratings: Vec<(SmolStr, u8)> = Vec::new();
        while let Some((dimension, rating)) = map.next_entry::<SmolStr, u8>()? {
            if ratings.iter().any(|(known, _)| *known == dimension) {
                return Err(A::Error::custom(format!("{dimension} twice")));
            }
            ratings.push((dimension, rating));
        }
        ratings.sort_unstable();
        Ok((!ratings.is_empty()).then(|| Value::Ratings(ratings.into())))
    }
}

struct Set<'n>(&'n Notes);

impl<'de> Visitor<'de> for Set<'_> {
    or_null!("a list of texts");

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<Value>, A::Error> {
        let mut texts: Vec<SmolStr> = Vec::new();
        while let Some(text) = list.next_element::<SmolStr>()? {
            texts.push(text);
        }
        if !texts.is_sorted_by(|a, b| a < b) {
            self.0.unordered.set(true);
        }
        Ok(Value::set(texts))
    }
}

struct Parts<'n>(RecordSeed<'n>);

impl<'de> Visitor<'de> for Parts<'_> {
    or_null!("a list of records");

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<Value>, A::Error> {
        let mut parts: Vec<Record> = Vec::new();
        while let Some(part) = list.next_element_seed(self.0)? {
            parts.push(part);
        }
        Ok(Value::parts(parts))
    }
}
