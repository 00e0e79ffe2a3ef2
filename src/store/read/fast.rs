//! Canonical text read on all processors. Its lines show where each record begins and ends, since no text in JSON holds
//! a raw line break; each piece is then parsed strictly by itself. Whatever looks different goes the slow way, which
//! also names every fault.

use super::Loaded;
use super::plain;
use super::record::{Notes, RecordSeed};
use crate::landscape::{Kind, Record};
use crate::store::{Store, Table};
use rayon::prelude::*;
use serde::de::DeserializeSeed;
use std::sync::Arc;

/// Bytes of a list that one thread has read before others have woken up.
const SMALL: usize = 2 << 20;

/// Reads canonical text; nothing when it is not quite that.
pub(super) fn read(text: &str) -> Option<Loaded> {
    let mut rest = text.strip_prefix("{\n  \"format\": \"runde\",\n  \"version\": 1")?;
    let mut store = Store::default();
    let mut unordered = false;
    if let Some(after) = rest.strip_prefix(",\n  \"landscape\": ") {
        let end = after.find("\n  }")? + "\n  }".len();
        let mut landscape = record(Kind::Landscape, after.get(..end)?, &mut unordered)?;
        landscape.id = Store::landscape_id();
        store.landscape = Arc::new(landscape);
        rest = after.get(end..)?;
    }
    for (kind, table) in Kind::MANY.into_iter().zip(&mut store.tables) {
        let head = format!(",\n  \"{}\": [\n", kind.plural());
        let Some(after) = rest.strip_prefix(head.as_str()) else { continue };
        let end = memchr::memmem::find(after.as_bytes(), b"\n  ]")?;
        let (records, messy) = records(kind, after.get(..=end)?)?;
        let (filled, in_order) = Table::new(records).ok()?;
        *table = filled;
        unordered |= messy || !in_order;
        rest = after.get(end + "\n  ]".len()..)?;
    }
    (rest == "\n}\n").then_some(Loaded { store, unordered })
}

/// The records of one list, each on lines of its own.
fn records(kind: Kind, lines: &str) -> Option<(Vec<Arc<Record>>, bool)> {
    let pieces = split(lines)?;
    if lines.len() < SMALL {
        return parse(kind, &pieces);
    }
    let parsed: Option<Vec<(Vec<Arc<Record>>, bool)>> =
        pieces.par_chunks(128).map(|pieces| parse(kind, pieces)).collect();
    let parsed = parsed?;
    let unordered = parsed.iter().any(|(_, unordered)| *unordered);
    Some((parsed.into_iter().flat_map(|(records, _)| records).collect(), unordered))
}

fn parse(kind: Kind, pieces: &[&str]) -> Option<(Vec<Arc<Record>>, bool)> {
    let mut unordered = false;
    let records = pieces.iter().map(|piece| record(kind, piece, &mut unordered).filter(|r| !r.id.is_empty()));
    let records = records.map(|record| record.map(Arc::new)).collect::<Option<Vec<_>>>()?;
    Some((records, unordered))
}

/// The text of each record between `    {` and `    }` at the beginning of a line.
fn split(lines: &str) -> Option<Vec<&str>> {
    let mut pieces = Vec::with_capacity(lines.len() / 900 + 1);
    let ends = memchr::memmem::Finder::new("\n    }");
    let mut rest = lines;
    loop {
        let piece = rest.strip_prefix("    ")?;
        let end = ends.find(piece.as_bytes())? + "\n    }".len();
        pieces.push(piece.get(..end)?);
        rest = piece.get(end..)?;
        match rest {
            "\n" => return Some(pieces),
            _ => rest = rest.strip_prefix(",\n")?,
        }
    }
}

fn record(kind: Kind, piece: &str, unordered: &mut bool) -> Option<Record> {
    if let Some(record) = plain::record(kind.shape(), piece) {
        return Some(record);
    }
    let notes = Notes::default();
    let mut input = serde_json::Deserializer::from_str(piece);
    let record = RecordSeed { shape: kind.shape(), notes: &notes }.deserialize(&mut input).ok()?;
    input.end().ok()?;
    *unordered |= notes.unordered.get();
    Some(record)
}
