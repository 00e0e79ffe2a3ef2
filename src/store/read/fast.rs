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

/// Bytes of text that are read in two halves; more is shared out among all processors, which first have to wake up.
const SMALL: usize = 4 << 20;

/// Bytes of text one thread has read before another is there.
const TINY: usize = 64 << 10;

/// Records of one kind, each as it stands in the text.
type List<'t> = (Kind, Vec<&'t str>);

/// Records that were read, and whether a set or key in them stood out of order.
type Parsed = (Vec<Arc<Record>>, bool);

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
    let mut lists: Vec<List<'_>> = Vec::new();
    for kind in Kind::MANY {
        let head = format!(",\n  \"{}\": [\n", kind.plural());
        let Some(after) = rest.strip_prefix(head.as_str()) else { continue };
        let end = memchr::memmem::find(after.as_bytes(), b"\n  ]")?;
        lists.push((kind, split(after.get(..=end)?)?));
        rest = after.get(end + "\n  ]".len()..)?;
    }
    if rest != "\n}\n" {
        return None;
    }
    let read = parse_all(&lists, text.len())?;
    for ((kind, _), (records, messy)) in lists.iter().zip(read) {
        let (filled, in_order) = Table::new(records).ok()?;
        *store.tables.get_mut(kind.place()?)? = filled;
        unordered |= messy || !in_order;
    }
    Some(Loaded { store, unordered })
}

/// Reads the records of all lists.
fn parse_all(lists: &[List<'_>], bytes: usize) -> Option<Vec<Parsed>> {
    if bytes > SMALL {
        return lists.iter().map(|(kind, pieces)| parse_wide(*kind, pieces)).collect();
    }
    if bytes < TINY {
        return lists.iter().map(|(kind, pieces)| parse(*kind, pieces)).collect();
    }
    let cuts = halved(lists, bytes);
    std::thread::scope(|scope| {
        let later = || {
            widen_heap(bytes);
            lists.iter().zip(&cuts).map(|((kind, pieces), cut)| parse(*kind, pieces.get(*cut..)?)).collect()
        };
        let later = std::thread::Builder::new().spawn_scoped(scope, later).ok()?;
        let first: Option<Vec<Parsed>> =
            lists.iter().zip(&cuts).map(|((kind, pieces), cut)| parse(*kind, pieces.get(..*cut)?)).collect();
        let later: Option<Vec<Parsed>> = later.join().ok()?;
        Some(first?.into_iter().zip(later?).map(joined).collect())
    })
}

fn joined(((mut records, messy), (later, also)): (Parsed, Parsed)) -> Parsed {
    records.extend(later);
    (records, messy || also)
}

/// How many records of each list belong to the first half of the text.
fn halved(lists: &[List<'_>], bytes: usize) -> Vec<usize> {
    let mut left = bytes / 2;
    let cut = |pieces: &Vec<&str>| {
        let fit = |piece: &&&str| {
            left.checked_sub(piece.len()).is_some_and(|rest| {
                left = rest;
                true
            })
        };
        let cut = pieces.iter().take_while(fit).count();
        if cut < pieces.len() {
            left = 0;
        }
        cut
    };
    lists.iter().map(|(_, pieces)| pieces).map(cut).collect()
}

/// The heap of a new thread grows page by page, each with a system call that halts the others (glibc, `arena.c`). Asked
/// for once in large pieces, it keeps the room.
fn widen_heap(bytes: usize) {
    const PIECE: usize = 100 << 10;
    let pieces: Vec<Vec<u8>> = (0..bytes / PIECE).map(|_| Vec::with_capacity(PIECE)).collect();
    drop(std::hint::black_box(pieces));
}

/// The records of one list, shared out among all processors.
fn parse_wide(kind: Kind, pieces: &[&str]) -> Option<Parsed> {
    let parsed: Option<Vec<Parsed>> = pieces.par_chunks(128).map(|pieces| parse(kind, pieces)).collect();
    let parsed = parsed?;
    let unordered = parsed.iter().any(|(_, unordered)| *unordered);
    Some((parsed.into_iter().flat_map(|(records, _)| records).collect(), unordered))
}

fn parse(kind: Kind, pieces: &[&str]) -> Option<Parsed> {
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
