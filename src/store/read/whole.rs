//! The whole text in one pass: every fault with its place.

use super::record::{Notes, OurFault, RecordSeed};
use super::{Fault, Loaded, ReadError};
use crate::landscape::{Extra, Kind, Record};
use crate::store::store::VERSION;
use crate::store::strict::{self, Spot};
use crate::store::{Store, Table};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use smol_str::SmolStr;
use std::fmt;
use std::sync::Arc;

/// Reads the text from beginning to end.
pub(super) fn read(text: &str) -> Result<Loaded, ReadError> {
    let notes = Notes::default();
    let parts = match parse(text, &notes) {
        // The version may stand after records that only a newer version understands: then look again, leniently.
        Err(_) if newer(text) => {
            notes.lenient.set(true);
            notes.fault.take();
            parse(text, &notes)
        }
        parts => parts,
    };
    let parts = parts.map_err(|error| explain(text, &error, &notes))?;
    if parts.format.as_deref() != Some("runde") {
        return Err(ReadError { spot: Spot { line: 1, column: 1 }, fault: Fault::NotOurs });
    }
    parts.into_loaded(&notes).map_err(|id| id_twice(text, &id))
}

fn parse(text: &str, notes: &Notes) -> Result<Parts, serde_json::Error> {
    let mut input = serde_json::Deserializer::from_str(text);
    let parts = PartsSeed(notes).deserialize(&mut input)?;
    input.end()?;
    Ok(parts)
}

/// Does the text say it was written by a newer version?
fn newer(text: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Head {
        version: u64,
    }
    serde_json::from_str::<Head>(text).is_ok_and(|head| head.version > VERSION)
}

/// What a store's text is made of.
#[derive(Default)]
struct Parts {
    format: Option<String>,
    version: Option<u64>,
    landscape: Option<Record>,
    tables: [Option<Vec<Arc<Record>>>; 7],
    forgotten: Option<Vec<SmolStr>>,
    extra: Extra,
}

impl Parts {
    fn into_loaded(self, notes: &Notes) -> Result<Loaded, String> {
        let mut store = Store::default();
        if let Some(mut landscape) = self.landscape {
            landscape.id = Store::landscape_id();
            store.landscape = Arc::new(landscape);
        }
        let mut unordered = notes.unordered.get();
        for (table, records) in store.tables.iter_mut().zip(self.tables) {
            let (filled, in_order) = Table::new(records.unwrap_or_default()).map_err(|id| id.to_string())?;
            *table = filled;
            unordered |= !in_order;
        }
        let mut forgotten = self.forgotten.unwrap_or_default();
        forgotten.sort_unstable();
        forgotten.dedup();
        store.forgotten = forgotten.into();
        store.extra = Arc::new(self.extra);
        store.version = self.version.unwrap_or(VERSION);
        Ok(Loaded { store, unordered })
    }
}

struct PartsSeed<'n>(&'n Notes);

impl<'de> DeserializeSeed<'de> for PartsSeed<'_> {
    type Value = Parts;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Parts, D::Error> {
        input.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for PartsSeed<'_> {
    type Value = Parts;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a store of runde")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parts, A::Error> {
        let mut parts = Parts::default();
        while let Some(key) = map.next_key::<std::borrow::Cow<'_, str>>()? {
            let new = match &*key {
                "format" => parts.format.replace(map.next_value()?).is_none(),
                "version" => {
                    let version: u64 = map.next_value()?;
                    if version > VERSION {
                        self.0.lenient.set(true);
                    }
                    parts.version.replace(version).is_none()
                }
                "forgotten" => parts.forgotten.replace(map.next_value()?).is_none(),
                "landscape" => {
                    let seed = RecordSeed { shape: Kind::Landscape.shape(), notes: self.0 };
                    parts.landscape.replace(map.next_value_seed(seed)?).is_none()
                }
                key => match Kind::from_plural(key) {
                    Some(kind) => {
                        let records = map.next_value_seed(RecordsSeed { kind, notes: self.0 })?;
                        let slot = kind.place().and_then(|place| parts.tables.get_mut(place));
                        slot.is_some_and(|slot| slot.replace(records).is_none())
                    }
                    None => {
                        let raw: Box<RawValue> = map.next_value()?;
                        let new = parts.extra.iter().all(|(known, _)| **known != *key);
                        parts.extra.push((key.into(), self.0.keep(&raw)?));
                        new
                    }
                },
            };
            if !new {
                return Err(self.0.fail(OurFault::Twice));
            }
        }
        Ok(parts)
    }
}

struct RecordsSeed<'n> {
    kind: Kind,
    notes: &'n Notes,
}

impl<'de> DeserializeSeed<'de> for RecordsSeed<'_> {
    type Value = Vec<Arc<Record>>;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Self::Value, D::Error> {
        input.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RecordsSeed<'_> {
    type Value = Vec<Arc<Record>>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a list of records ({})", self.kind.plural())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let seed = RecordSeed { shape: self.kind.shape(), notes: self.notes };
        let mut records = Vec::new();
        while let Some(record) = list.next_element_seed(seed)? {
            if record.id.is_empty() {
                return Err(self.notes.fail(OurFault::NoId(self.kind.name())));
            }
            records.push(Arc::new(record));
        }
        Ok(records)
    }
}

/// The fault behind a parser's error, with its place.
fn explain(text: &str, error: &serde_json::Error, notes: &Notes) -> ReadError {
    let spot = char_spot(text, error.line(), error.column());
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said).to_owned();
    let fault = match (notes.fault.take(), error.classify()) {
        (Some(OurFault::Twice), _) => {
            return strict::compact(text).err().map_or(ReadError { spot, fault: Fault::Syntax(said) }, Into::into);
        }
        (Some(OurFault::NoId(shape)), _) => Fault::NoId(shape),
        (Some(OurFault::Deep), _) => Fault::Deep,
        (None, serde_json::error::Category::Eof) => Fault::CutOff,
        (None, serde_json::error::Category::Data) => {
            let (shape, key) = notes.at.get();
            Fault::WrongType(shape, key.to_owned(), said)
        }
        (None, _) => Fault::Syntax(said),
    };
    ReadError { spot, fault }
}

/// `serde_json` counts columns in bytes; people count characters.
fn char_spot(text: &str, line: usize, column: usize) -> Spot {
    let here = text.split('\n').nth(line.saturating_sub(1)).unwrap_or("");
    let upto = (0..=column.min(here.len())).rev().find_map(|at| here.get(..at)).unwrap_or("");
    Spot { line: line.max(1), column: upto.chars().count().max(1) }
}

/// Both places of an id that two records have.
fn id_twice(text: &str, id: &str) -> ReadError {
    let quoted = serde_json::to_string(id).unwrap_or_default();
    let mut spots = text.match_indices("\"id\"").filter_map(|(at, key)| {
        let rest = text.get(at + key.len()..)?.trim_start().strip_prefix(':')?.trim_start();
        rest.starts_with(&quoted).then(|| Spot::at(text, at))
    });
    let first = spots.next().unwrap_or(Spot { line: 1, column: 1 });
    let second = spots.next().unwrap_or(first);
    ReadError { spot: second, fault: Fault::IdTwice(id.to_owned(), first) }
}
