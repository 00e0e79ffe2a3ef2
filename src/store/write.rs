//! The canonical text of a store: records by id, fields in the order of their shape, two spaces. Knows no files.

use super::Store;
use super::store::VERSION;
use crate::landscape::{KeyedBy, Kind, Record, Value};
use rayon::prelude::*;
use smol_str::SmolStr;

/// The whole store as the bytes of its file.
#[must_use]
pub fn write(store: &Store) -> Vec<u8> {
    let mut out = Pretty { bytes: b"{\n  \"format\": \"runde\",\n".to_vec(), depth: 1 };
    out.key("version");
    out.raw(&VERSION.to_string());
    if store.landscape.cells().next().is_some() || !store.landscape.extra().is_empty() {
        out.next();
        out.key("landscape");
        out.record(&store.landscape);
    }
    for kind in Kind::MANY {
        if store.count(kind) > 0 {
            out.next();
            out.key(kind.plural());
            out.table(store, kind);
        }
    }
    if !store.forgotten.is_empty() {
        out.next();
        out.key("forgotten");
        out.texts(&store.forgotten);
    }
    for (key, value) in store.extra.iter() {
        out.next();
        out.key(key);
        out.json(value);
    }
    out.bytes.extend_from_slice(b"\n}\n");
    out.bytes
}

/// One record as it stands in the file, but not indented.
#[must_use]
pub fn record_json(record: &Record) -> String {
    let mut out = Pretty { bytes: Vec::new(), depth: 0 };
    out.record(record);
    String::from_utf8(out.bytes).unwrap_or_default()
}

struct Pretty {
    bytes: Vec<u8>,
    depth: usize,
}

impl Pretty {
    fn raw(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn indent(&mut self) {
        self.bytes.resize(self.bytes.len() + 2 * self.depth, b' ');
    }

    fn next(&mut self) {
        self.raw(",\n");
    }

    fn string(&mut self, text: &str) {
        if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
            self.bytes.push(b'"');
            self.raw(text);
            self.bytes.push(b'"');
        } else if let Ok(quoted) = serde_json::to_string(text) {
            self.raw(&quoted);
        }
    }

    fn key(&mut self, key: &str) {
        self.indent();
        self.string(key);
        self.raw(": ");
    }

    /// Opens, lets each item be written on its line, closes.
    fn block<T>(&mut self, marks: [&str; 2], items: impl Iterator<Item = T>, mut each: impl FnMut(&mut Self, T)) {
        self.raw(marks[0]);
        self.depth += 1;
        let mut any = false;
        for item in items {
            self.raw(if any { ",\n" } else { "\n" });
            any = true;
            each(self, item);
        }
        self.depth -= 1;
        if any {
            self.raw("\n");
            self.indent();
        }
        self.raw(marks[1]);
    }

    fn texts(&mut self, texts: &[SmolStr]) {
        self.block(["[", "]"], texts.iter(), |out, text| {
            out.indent();
            out.string(text);
        });
    }

    /// The records of a kind, chunk by chunk on all processors.
    fn table(&mut self, store: &Store, kind: Kind) {
        let depth = self.depth + 1;
        let chunks: Vec<_> = store.table(kind).into_iter().flat_map(super::Table::chunks).collect();
        let written: Vec<Vec<u8>> = chunks
            .par_iter()
            .map(|chunk| {
                let mut out = Pretty { bytes: Vec::with_capacity(chunk.len() * 1024), depth };
                for (at, record) in chunk.iter().enumerate() {
                    out.raw(if at > 0 { ",\n" } else { "" });
                    out.indent();
                    out.record(record);
                }
                out.bytes
            })
            .collect();
        self.bytes.reserve(written.iter().map(|part| part.len() + 2).sum());
        self.block(["[", "]"], written.into_iter(), |out, part| out.bytes.extend_from_slice(&part));
    }

    fn record(&mut self, record: &Record) {
        let id = (record.shape.keyed_by == KeyedBy::Id && !record.id.is_empty()).then_some(&record.id);
        let items = id
            .map(|id| Item::Id(id))
            .into_iter()
            .chain(record.cells().map(|(field, value)| Item::Cell(record.shape.spec(field).key, value)))
            .chain(record.extra().iter().map(|(key, json)| Item::Extra(key, json)));
        self.block(["{", "}"], items, |out, item| match item {
            Item::Id(id) => {
                out.key("id");
                out.string(id);
            }
            Item::Cell(key, value) => {
                out.key(key);
                out.value(value);
            }
            Item::Extra(key, json) => {
                out.key(key);
                out.json(json);
            }
        });
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Text(text) => self.string(text),
            Value::Texts(texts) => self.texts(texts),
            Value::Number(number) => self.raw(&number.to_string()),
            Value::Flag(flag) => self.raw(if *flag { "true" } else { "false" }),
            Value::Range(min, max) => self.block(["[", "]"], [min, max].into_iter(), |out, number| {
                out.indent();
                out.raw(&number.to_string());
            }),
            Value::Ratings(ratings) => self.block(["{", "}"], ratings.iter(), |out, (dimension, rating)| {
                out.key(dimension);
                out.raw(&rating.to_string());
            }),
            Value::Parts(parts) => self.block(["[", "]"], parts.iter(), |out, part| {
                out.indent();
                out.record(part);
            }),
        }
    }

    /// Compact JSON text, spread out at this depth; its tokens stay as they are.
    fn json(&mut self, compact: &str) {
        let mut quoted = false;
        let mut escaped = false;
        let mut letters = compact.chars().peekable();
        let mut buffer = [0; 4];
        while let Some(letter) = letters.next() {
            let text = &*letter.encode_utf8(&mut buffer);
            match letter {
                _ if quoted => {
                    quoted = letter != '"' || escaped;
                    escaped = letter == '\\' && !escaped;
                    self.raw(text);
                }
                '{' | '[' => {
                    self.raw(text);
                    match letters.next_if(|next| matches!(next, '}' | ']')) {
                        Some(close) => self.raw(close.encode_utf8(&mut buffer)),
                        None => {
                            self.depth += 1;
                            self.raw("\n");
                            self.indent();
                        }
                    }
                }
                '}' | ']' => {
                    self.depth -= 1;
                    self.raw("\n");
                    self.indent();
                    self.raw(text);
                }
                ',' => {
                    self.next();
                    self.indent();
                }
                ':' => self.raw(": "),
                _ => {
                    quoted = letter == '"';
                    self.raw(text);
                }
            }
        }
    }
}

enum Item<'a> {
    Id(&'a str),
    Cell(&'static str, &'a Value),
    Extra(&'a str, &'a str),
}
