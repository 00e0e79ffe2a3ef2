//! Canonical text read on all processors. Its lines show where each record begins and ends, since no text in JSON holds
//! a raw line break; each share of the text is then read by itself, as strictly as the whole would be. Whatever looks
//! different goes the slow way, which also names every fault.

use super::Loaded;
use super::plain::Reader;
use super::record::{Notes, RecordSeed};
use crate::landscape::{Kind, Record};
use crate::store::refs::Mentions;
use crate::store::{Data, Store, Table};
use rayon::prelude::*;
use serde::de::DeserializeSeed;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes of text that two threads read from both ends; more is shared out among all processors, which first have to wake up.
const SMALL: usize = 4 << 20;

/// Bytes of text one thread has read before another is there.
const TINY: usize = 64 << 10;

/// Bytes of memory made sure of before a share is read: more than its records need.
const ROOM: usize = 512 << 10;

/// Bytes of a share of the text, to the end of the record in which they end.
const SHARE: usize = 64 << 10;

/// What stands between two records, and where a list ends.
const BETWEEN: &str = "\n    },\n";
const END: &str = "\n  ]";

/// Whole records of one kind as they stand in the text.
#[derive(Clone, Copy)]
struct Share<'t> {
    kind: Kind,
    text: &'t str,
    /// No record of the list comes after these.
    last: bool,
}

/// Records that were read.
struct Parsed {
    records: Vec<Arc<Record>>,
    /// A set or key in them stood out of order.
    messy: bool,
    /// Whom they refer to, if that was to be noted.
    noted: Mentions,
}

/// Reads canonical text; nothing when it is not quite that.
pub(super) fn read(text: &str) -> Option<Loaded> {
    Some(read_noting(text, false)?.0)
}

/// The same as the data of a session: whom a record refers to is noted while it is at hand.
pub(super) fn read_data(text: &str) -> Option<Data> {
    let (loaded, noted) = read_noting(text, true)?;
    Some(if loaded.unordered { Data::new(loaded.store) } else { Data::with(loaded.store, noted) })
}

fn read_noting(text: &str, noting: bool) -> Option<(Loaded, Mentions)> {
    let mut rest = text.strip_prefix("{\n  \"format\": \"runde\",\n  \"version\": 1")?;
    let mut store = Store::default();
    let mut unordered = false;
    if let Some(after) = rest.strip_prefix(",\n  \"landscape\": ") {
        let end = after.find("\n  }")? + "\n  }".len();
        let mut landscape = strict(Kind::Landscape, after.get(..end)?, &mut unordered)?;
        landscape.id = Store::landscape_id();
        store.landscape = Arc::new(landscape);
        rest = after.get(end..)?;
    }
    let mut noted = Mentions::default();
    noted.take(&store.landscape);
    let shares = shares(rest)?;
    let mut read = parse_all(&shares, text.len(), noting)?.into_iter();
    for shares in shares.chunk_by(|a, b| a.kind == b.kind) {
        let mut records = Vec::new();
        for share in read.by_ref().take(shares.len()) {
            records.extend(share.records);
            unordered |= share.messy;
            noted.append(share.noted);
        }
        let (filled, in_order) = Table::new(records).ok()?;
        *store.tables.get_mut(shares.first()?.kind.place()?)? = filled;
        unordered |= !in_order;
    }
    Some((Loaded { store, unordered }, noted))
}

/// The lists of a store, each in shares.
fn shares(mut rest: &str) -> Option<Vec<Share<'_>>> {
    let mut shares = Vec::with_capacity(rest.len() / SHARE + Kind::MANY.len());
    let mut ends = ends(rest.as_bytes()).into_iter();
    let whole = rest.len();
    for kind in Kind::MANY {
        let head = format!(",\n  \"{}\": [\n", kind.plural());
        let Some(mut list) = rest.strip_prefix(head.as_str()) else { continue };
        let end = (ends.next()? + 1).checked_sub(whole - list.len())?;
        rest = list.get(end + END.len() - 1..)?;
        list = list.get(..end)?;
        while !list.is_empty() {
            let cut = memchr::memmem::find(list.as_bytes().get(SHARE..).unwrap_or(&[]), BETWEEN.as_bytes());
            let (text, later) = list.split_at_checked(cut.map_or(list.len(), |cut| SHARE + cut + BETWEEN.len()))?;
            shares.push(Share { kind, text, last: later.is_empty() });
            list = later;
        }
    }
    (rest == "\n}\n").then_some(shares)
}

/// Where the lists end.
fn ends(text: &[u8]) -> Vec<usize> {
    let end = memchr::memmem::Finder::new(END);
    if text.len() <= SMALL {
        return end.find_iter(text).collect();
    }
    let found = |from: usize| {
        let piece = text.get(from..text.len().min(from + TINY + END.len() - 1)).unwrap_or(&[]);
        end.find_iter(piece).map(move |at| from + at).collect::<Vec<_>>()
    };
    (0..text.len()).into_par_iter().step_by(TINY).flat_map_iter(found).collect()
}

/// Reads the records of all shares.
fn parse_all(shares: &[Share<'_>], bytes: usize, noting: bool) -> Option<Vec<Parsed>> {
    let parse = |share: &Share<'_>| {
        widen_heap(ROOM);
        parse(share, noting)
    };
    // What is given back in such a size once is from then on taken from the heap, and left to it (glibc, `mallopt(3)`).
    widen_heap(2 * ROOM);
    if bytes > SMALL {
        return shares.par_iter().map(parse).collect();
    }
    if bytes < TINY || shares.len() < 2 {
        return shares.iter().map(parse).collect();
    }
    // One thread reads from the front, one from the back, until nothing is left between them: a thread that comes late,
    // or has to wait, leaves the more to the other.
    let taken = AtomicUsize::new(0);
    let read = |own: &mut dyn Iterator<Item = &Share<'_>>| {
        let next = || if taken.fetch_add(1, Ordering::Relaxed) < shares.len() { own.next() } else { None };
        std::iter::from_fn(next).map(parse).collect::<Option<Vec<Parsed>>>()
    };
    std::thread::scope(|scope| {
        let later = || read(&mut shares.iter().rev());
        let later = std::thread::Builder::new().spawn_scoped(scope, later).ok()?;
        let mut all = read(&mut shares.iter())?;
        all.extend(later.join().ok()??.into_iter().rev());
        Some(all)
    })
}

/// The heap of a thread other than the first grows page by page, each with a system call that halts the others (glibc,
/// `arena.c`). Asked for in large pieces, it grows by these, and keeps the room.
fn widen_heap(bytes: usize) {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(bytes)));
}

/// Reads the records of a share.
fn parse(share: &Share<'_>, noting: bool) -> Option<Parsed> {
    let records = Vec::with_capacity(share.text.len() / 700 + 1);
    let mut parsed = Parsed { records, messy: false, noted: Mentions::default() };
    let mut reader = Reader::of(share.text);
    loop {
        reader.pass("    ")?;
        let record = match reader.record(share.kind.shape()) {
            Some(record) => record,
            None => strict(share.kind, reader.take_to("\n    }")?, &mut parsed.messy)?,
        };
        if record.id.is_empty() {
            return None;
        }
        if noting {
            parsed.noted.take(&record);
        }
        parsed.records.push(Arc::new(record));
        let more = reader.pass(",\n").is_some();
        let over = matches!(reader.rest(), "" | "\n");
        if over || !more {
            return (over && more != share.last).then_some(parsed);
        }
    }
}

/// Reads a record whatever it looks like.
fn strict(kind: Kind, text: &str, unordered: &mut bool) -> Option<Record> {
    let notes = Notes::default();
    let mut input = serde_json::Deserializer::from_str(text);
    let record = RecordSeed { shape: kind.shape(), notes: &notes }.deserialize(&mut input).ok()?;
    input.end().ok()?;
    *unordered |= notes.unordered.get();
    Some(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read::whole;
    use crate::store::{DEMO, Refs, write};
    use proptest::prelude::*;

    /// Some records of each kind of the demo landscape.
    fn small() -> String {
        let demo = read(DEMO).unwrap().store;
        let mut store = Store::default();
        store.landscape = demo.landscape.clone();
        for kind in Kind::MANY {
            for record in demo.all(kind).step_by(40).take(4) {
                store.put(kind, record.clone());
            }
        }
        String::from_utf8(write(&store)).unwrap()
    }

    proptest! {
        #[test]
        fn what_it_reads_the_other_reader_reads_the_same(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..6), 0..3),
        ) {
            let text = small();
            let mut lines: Vec<&str> = text.lines().collect();
            for (one, other, how) in changes {
                let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                match how {
                    0 => drop(lines.remove(one)),
                    1 => lines.insert(one, lines[other]),
                    2 => lines.swap(one, other),
                    3 => lines[one] = lines[one].trim_start(),
                    4 => lines[one] = lines[one].trim_end_matches(','),
                    _ => lines.insert(one, ""),
                }
            }
            let text = lines.join("\n") + "\n";
            if let Some(loaded) = read(&text) {
                let whole = whole::read(&text).expect("the other reader takes it too");
                prop_assert_eq!(write(&loaded.store), write(&whole.store));
                prop_assert_eq!(loaded.unordered, whole.unordered);
            }
        }
    }

    #[test]
    fn whom_records_refer_to_is_the_same_as_looked_up_later() {
        let data = read_data(DEMO).unwrap();
        let [noted, looked_up] = [data.refs().clone(), Refs::of(data.store())].map(|refs| {
            refs.prepare();
            format!("{refs:?}")
        });
        assert!(noted == looked_up && noted.contains("known: ["));
    }

    #[test]
    fn lists_end_as_they_should_or_are_left_to_the_other_reader() {
        let store =
            |list: &str| format!("{{\n  \"format\": \"runde\",\n  \"version\": 1,\n  \"actors\": [\n{list}\n  ]\n}}\n");
        let record = |id: &str| format!("    {{\n      \"id\": \"{id}\"\n    }}");
        let (a, b) = (record("a"), record("b"));
        assert_eq!(read(&store(&format!("{a},\n{b}"))).unwrap().store.count(Kind::Actor), 2);
        for list in
            [format!("{a},"), format!("{a}\n{b}"), format!("{a},\n\n{b}"), format!(",\n{a}"), format!("{a},\n{b}x")]
        {
            assert!(read(&store(&list)).is_none(), "{list}");
        }
        // Long lists come in shares; what is missing between two of them is noticed as well.
        let many = |between: &str| (0..9000).map(|n| record(&format!("a{n:04}"))).collect::<Vec<_>>().join(between);
        assert_eq!(read(&store(&many(",\n"))).unwrap().store.count(Kind::Actor), 9000);
        assert!(read(&store(&many("\n"))).is_none());
        assert!(read(&store(&(many(",\n") + ","))).is_none());
    }
}
