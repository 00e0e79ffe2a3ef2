//! The file: top-level order, two spaces, one final newline. Streams; holds no more than one record of a list at a time.

use crate::records::{Actor, Evidence, Landscape, Meeting, Network, Relation, Rhythm, Verdict};
use anyhow::Result;
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::{cell::Cell, io::Write};

/// The records of one list, in order of their ids.
pub(crate) type Records<'a, T> = Box<dyn Iterator<Item = T> + 'a>;

/// Whatever can tell its records one after the other.
pub(crate) trait Source {
    fn landscape(&self) -> Landscape;
    fn actors(&self) -> Records<'_, Actor>;
    fn networks(&self) -> Records<'_, Network>;
    fn relations(&self) -> Records<'_, Relation>;
    fn rhythms(&self) -> Records<'_, Rhythm>;
    fn meetings(&self) -> Records<'_, Meeting>;
    fn evidence(&self) -> Records<'_, Evidence>;
    fn verdicts(&self) -> Records<'_, Verdict>;
}

/// Writes the whole store.
pub(crate) fn write(source: &impl Source, mut out: impl Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut out, &Store(source))?;
    out.write_all(b"\n")?;
    Ok(())
}

struct Store<'a, S>(&'a S);

impl<S: Source> Serialize for Store<'_, S> {
    fn serialize<W: Serializer>(&self, out: W) -> Result<W::Ok, W::Error> {
        let mut map = out.serialize_map(None)?;
        map.serialize_entry("format", "runde")?;
        map.serialize_entry("version", &1)?;
        map.serialize_entry("landscape", &self.0.landscape())?;
        list(&mut map, "actors", self.0.actors())?;
        list(&mut map, "networks", self.0.networks())?;
        list(&mut map, "relations", self.0.relations())?;
        list(&mut map, "rhythms", self.0.rhythms())?;
        list(&mut map, "meetings", self.0.meetings())?;
        list(&mut map, "evidence", self.0.evidence())?;
        list(&mut map, "verdicts", self.0.verdicts())?;
        map.end()
    }
}

/// An empty list is left out like any empty field.
fn list<M: SerializeMap, T: Serialize>(map: &mut M, key: &str, records: Records<'_, T>) -> Result<(), M::Error> {
    let mut records = records.peekable();
    if records.peek().is_none() {
        return Ok(());
    }
    map.serialize_entry(key, &Once(Cell::new(Some(records))))
}

/// An iterator that is written once.
struct Once<I>(Cell<Option<I>>);

impl<I: Iterator<Item = T>, T: Serialize> Serialize for Once<I> {
    fn serialize<W: Serializer>(&self, out: W) -> Result<W::Ok, W::Error> {
        out.collect_seq(self.0.take().into_iter().flatten())
    }
}
