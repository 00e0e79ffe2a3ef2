//! The common case of a record, read in one pass over its bytes: known keys in their order, sets in theirs, whole
//! numbers. Whatever else it meets – an unknown key, `null`, an unusual number, a fault – it gives up, and the strict
//! parser reads the record anew. What it accepts is a subset of JSON (RFC 8259), so that it never takes what the other
//! would refuse.

use crate::landscape::{Field, Fields, Id, KeyedBy, Record, Shape, Type, Value};
use smol_str::SmolStr;

/// Reads records that stand one after the other in a text, with what is between them.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// Values of the records that are open, the innermost last, so that each record takes just the room it needs.
    values: Vec<Value>,
    /// Parts of the lists that are open, likewise.
    parts: Vec<Record>,
    /// Texts of the set that is open.
    texts: Vec<SmolStr>,
}

impl<'t> Reader<'t> {
    /// At the beginning of a text.
    pub(super) fn of(text: &'t str) -> Self {
        Reader { text, at: 0, values: Vec::with_capacity(40), parts: Vec::new(), texts: Vec::new() }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Passes this if it comes next.
    pub(super) fn pass(&mut self, next: &str) -> Option<()> {
        self.rest().starts_with(next).then(|| self.at += next.len())
    }

    /// Takes everything up to the end of what comes first of this.
    pub(super) fn take_to(&mut self, end: &str) -> Option<&'t str> {
        let (taken, _) = self.rest().split_at_checked(self.rest().find(end)? + end.len())?;
        self.at += taken.len();
        Some(taken)
    }

    /// Reads a record of this shape; nothing, and nothing passed, when it is not a plain one.
    pub(super) fn record(&mut self, shape: &'static Shape) -> Option<Record> {
        let from = self.at;
        let record = self.object(shape);
        if record.is_none() {
            self.at = from;
            self.values.clear();
            self.parts.clear();
        }
        record
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    #[inline]
    fn blanks(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' => self.new_line(),
                b' ' => self.at += 1,
                _ => return,
            }
        }
    }

    /// Passes the end of a line and the blanks the next one begins with, eight at a time.
    #[inline]
    fn new_line(&mut self) {
        const BLANKS: u64 = 0x2020_2020_2020_2020;
        self.at += 1;
        while let Some(eight) = self.text.as_bytes().get(self.at..).and_then(<[u8]>::first_chunk) {
            let others = u64::from_le_bytes(*eight) ^ BLANKS;
            self.at += others.trailing_zeros() as usize / 8;
            if others != 0 {
                return;
            }
        }
    }

    fn object(&mut self, shape: &'static Shape) -> Option<Record> {
        let (mut id, mut next, from, mut filled) = (None, 0, self.values.len(), Fields::default());
        self.take(b'{')?;
        self.blanks();
        if self.take(b'}').is_none() {
            loop {
                let key = self.string()?;
                self.colon()?;
                if key == "id" && shape.keyed_by == KeyedBy::Id {
                    if id.is_some() || next > 0 {
                        return None;
                    }
                    id = Some(Id::from(self.text()?));
                } else {
                    let place = next + shape.specs.get(next..)?.iter().position(|spec| same(spec.key, key))?;
                    let value = self.value(shape.specs.get(place)?.of)?;
                    self.values.push(value);
                    filled = filled.with(Field(u8::try_from(place).ok()?));
                    next = place + 1;
                }
                if !self.more(b'}')? {
                    break;
                }
            }
        }
        let values = self.values.drain(from..).collect();
        Some(Record::of(shape, id.unwrap_or_else(Id::none), filled, values))
    }

    #[inline]
    fn colon(&mut self) -> Option<()> {
        self.blanks();
        self.take(b':')?;
        self.blanks();
        Some(())
    }

    /// After a member: true when another follows, false at the end.
    #[inline]
    fn more(&mut self, end: u8) -> Option<bool> {
        self.blanks();
        let more = match self.peek()? {
            b',' => true,
            byte if byte == end => false,
            _ => return None,
        };
        self.at += 1;
        self.blanks();
        Some(more)
    }

    fn value(&mut self, of: Type) -> Option<Value> {
        match of {
            Type::Flag => self.flag(),
            Type::Number(..) => self.number().map(Value::Number),
            Type::Range => self.range(),
            Type::Ratings => self.ratings(),
            Type::Parts(shape) => {
                let from = self.parts.len();
                self.list(|input| input.object(shape).map(|part| input.parts.push(part)))?;
                Some(Value::Parts(self.parts.drain(from..).collect()))
            }
            of if of.is_set() => self.set(),
            _ => self.line(),
        }
    }

    /// A text without escapes; one with escapes is decoded by the strict parser.
    fn line(&mut self) -> Option<Value> {
        let from = self.at;
        if let Some(text) = self.text() {
            return (!text.is_empty()).then_some(Value::Text(text));
        }
        self.at = from;
        Value::text(&self.escaped()?)
    }

    /// The inside of a string that holds no escape and no control character.
    #[inline]
    fn string(&mut self) -> Option<&'t str> {
        self.take(b'"')?;
        let from = self.at;
        let rest = self.text.as_bytes().get(from..)?;
        let len = plain_bytes(rest)?;
        self.at = from + len;
        self.take(b'"')?;
        self.text.get(from..from + len)
    }

    /// The same as a record keeps it.
    #[inline]
    fn text(&mut self) -> Option<SmolStr> {
        self.string().map(SmolStr::new)
    }

    fn escaped(&mut self) -> Option<String> {
        let rest = self.text.get(self.at..)?;
        let mut texts = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        let text = texts.next()?.ok()?;
        self.at += texts.byte_offset();
        Some(text)
    }

    fn flag(&mut self) -> Option<Value> {
        let rest = self.text.get(self.at..)?;
        let flag = rest.starts_with("true");
        if !flag && !rest.starts_with("false") {
            return None;
        }
        self.at += if flag { 4 } else { 5 };
        Some(Value::Flag(flag))
    }

    /// A whole number without sign or leading zero, at most nine digits.
    fn number(&mut self) -> Option<i64> {
        let digits = self.text.get(self.at..)?;
        let len = digits.bytes().take(10).take_while(u8::is_ascii_digit).count();
        let text = digits.get(..len).filter(|text| len < 10 && (len == 1 || !text.starts_with('0')))?;
        self.at += len;
        matches!(self.peek(), Some(b',' | b' ' | b'\n' | b']' | b'}')).then(|| text.parse().ok())?
    }

    fn range(&mut self) -> Option<Value> {
        let mut ends = Vec::with_capacity(2);
        self.list(|input| input.number().map(|end| ends.push(end)))?;
        let [min, max] = ends[..] else { return None };
        Some(Value::Range(u32::try_from(min).ok()?, u32::try_from(max).ok()?))
    }

    fn ratings(&mut self) -> Option<Value> {
        let mut ratings: Vec<(SmolStr, u8)> = Vec::new();
        self.take(b'{')?;
        self.blanks();
        loop {
            let dimension = self.text()?;
            self.colon()?;
            ratings.push((dimension, u8::try_from(self.number()?).ok()?));
            if !self.more(b'}')? {
                break;
            }
        }
        ratings.is_sorted_by(|a, b| a.0 < b.0).then(|| Value::Ratings(ratings.into()))
    }

    fn set(&mut self) -> Option<Value> {
        self.texts.clear();
        self.list(|input| input.text().map(|text| input.texts.push(text)))?;
        self.texts.is_sorted_by(|a, b| a < b).then(|| Value::Texts(self.texts.drain(..).collect()))
    }

    /// The entries of a list that is not empty.
    fn list(&mut self, mut entry: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(b'[')?;
        self.blanks();
        loop {
            entry(self)?;
            if !self.more(b']')? {
                return Some(());
            }
        }
    }
}

/// Are the two the same key? Most keys differ in their length or their first letter.
#[inline]
fn same(known: &str, key: &str) -> bool {
    known.len() == key.len() && known.as_bytes().first() == key.as_bytes().first() && known == key
}

/// How many bytes stand before the first quote, backslash or control character; nothing when there is none of them.
/// Eight bytes at a time (Warren, *Hacker's Delight*, 2nd ed., §6–1: finding a zero byte in a word).
#[inline]
fn plain_bytes(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & TOPS;
    let mut chunks = bytes.chunks_exact(8);
    let mut at = 0;
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().ok()?);
        let control = word.wrapping_sub(ONES * 0x20) & !word & TOPS;
        let found = control | zero(word ^ (ONES * u64::from(b'"'))) | zero(word ^ (ONES * u64::from(b'\\')));
        if found != 0 {
            // The lowest mark is exact; only marks above it may be false (a borrow travels upwards).
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = chunks.remainder().iter();
    rest.copied().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)).map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::{actor, evidence, network, rhythm};

    /// Reads a record that fills the whole text.
    fn record(shape: &'static Shape, text: &str) -> Option<Record> {
        let mut reader = Reader::of(text);
        reader.record(shape).filter(|_| reader.rest().is_empty())
    }

    #[test]
    fn what_is_plain_is_read() {
        let text = "{\"id\": \"n-1\", \"name\": \"AK \\u00dcbergang\", \"themes\": [\"a\", \"b\"],\n \"activity\": 3}";
        let read = record(&network::SHAPE, text).unwrap();
        assert_eq!((read.id.as_str(), read.text(network::NAME)), ("n-1", "AK Übergang"));
        assert_eq!((read.texts(network::THEMES).len(), read.number(network::ACTIVITY)), (2, Some(3)));
        let read = record(&rhythm::SHAPE, "{\"id\": \"r\", \"per_year\": [3, 4]}").unwrap();
        assert_eq!(read.range(rhythm::PER_YEAR), Some((3, 4)));
        let text = "{\"id\": \"e\", \"statements\": [{\"id\": \"s\", \"ratings\": {\"trust\": 2}}]}";
        assert_eq!(record(&evidence::SHAPE, text).unwrap().parts(evidence::STATEMENTS).len(), 1);
    }

    #[test]
    fn every_byte_ends_a_plain_run_or_does_not() {
        for byte in 0..=u8::MAX {
            for at in 0..24 {
                let mut bytes = vec![b'a'; 24];
                bytes[at] = byte;
                let ends = matches!(byte, b'"' | b'\\' | 0..=0x1f);
                assert_eq!(plain_bytes(&bytes), ends.then_some(at), "{byte} at {at}");
            }
        }
    }

    #[test]
    fn what_is_not_is_left_to_the_strict_parser() {
        for text in [
            "",
            "{",
            "{\"id\": \"a\"",
            "{\"id\": \"a\"}x",
            "{\"id\": \"a\",}",
            "{\"id\": \"a\", \"person\": null}",
            "{\"id\": \"a\", \"person\": truely}",
            "{\"id\": \"a\", \"own\": 1}",
            "{\"id\": \"a\", \"name\": \"x\", \"name\": \"y\"}",
            "{\"id\": \"a\", \"kind\": \"x\", \"name\": \"y\"}",
            "{\"name\": \"y\", \"id\": \"a\"}",
            "{\"id\": \"a\", \"name\": \"\"}",
            "{\"id\": \"a\", \"name\": \"a\tb\"}",
            "{\"id\": \"a\", \"name\": \"\\x\"}",
            "{\"id\": \"a\", \"name\": 1}",
            "{\"id\": \"a\", \"tags\": [\"b\", \"a\"]}",
            "{\"id\": \"a\", \"tags\": []}",
            "{\"id\": \"a\", \"tags\": [\"a\",]}",
        ] {
            assert!(record(&actor::SHAPE, text).is_none(), "{text}");
        }
        for number in ["01", "-1", "1.0", "1e3", "12345678901", "1x", ""] {
            assert!(
                record(&network::SHAPE, &format!("{{\"id\": \"a\", \"activity\": {number}}}")).is_none(),
                "{number}"
            );
        }
    }
}
