//! The outer form of a text file: byte order mark, line ends – kept as they were – and everything that shows at first
//! sight that it cannot be read as a store. Must not know JSON.

use std::borrow::Cow;

/// How a readable file is written, apart from its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form {
    /// It begins with a byte order mark (EF BB BF).
    pub bom: bool,
    /// Its first line ends with CR LF.
    pub crlf: bool,
}

/// Why a file cannot be read as UTF-8 text. None of these may be taken for an empty store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No bytes at all.
    Empty,
    /// Nothing but NUL, as some file systems leave it after a power cut.
    AllNul {
        /// Bytes.
        size: usize,
    },
    /// UTF-16, by its byte order mark or by its every second byte.
    Utf16 {
        /// The high byte comes first.
        big_endian: bool,
        /// With a byte order mark.
        bom: bool,
    },
    /// Not UTF-8: an older single-byte encoding (Windows-1252, ISO 8859-1), a cut-off end, or damage.
    NotUtf8 {
        /// Bytes before the first wrong one.
        offset: usize,
        /// Its line, counted from 1.
        line: usize,
        /// Its column in bytes, counted from 1.
        column: usize,
        /// The file ends in the middle of a character.
        cut_off: bool,
    },
    /// A merge by git left both sides in the file.
    ConflictMarkers {
        /// Line of the first marker, counted from 1.
        line: usize,
    },
}

/// The form of `bytes` and the text without its byte order mark, line ends as they are.
///
/// # Errors
/// The first trouble that shows.
pub fn inspect(bytes: &[u8]) -> Result<(Form, &str), Trouble> {
    if bytes.is_empty() {
        return Err(Trouble::Empty);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(Trouble::AllNul { size: bytes.len() });
    }
    if let Some(trouble) = utf16(bytes) {
        return Err(trouble);
    }
    let (bom, bare) = bytes.strip_prefix(b"\xEF\xBB\xBF").map_or((false, bytes), |bare| (true, bare));
    if bare.is_empty() {
        return Err(Trouble::Empty);
    }
    let (text, marker) = both(bare.len(), || std::str::from_utf8(bare), || conflict_marker(bare));
    let text = text.map_err(|error| {
        not_utf8(bytes, bytes.len() - bare.len() + error.valid_up_to(), error.error_len().is_none())
    })?;
    if let Some(at) = marker {
        return Err(Trouble::ConflictMarkers { line: line_of(bare, at) });
    }
    let crlf = text.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r'));
    Ok((Form { bom, crlf }, text))
}

impl Form {
    /// Gives text with bare line feeds, as it is written by the program, this form.
    #[must_use]
    pub fn apply<'a>(&self, text: &'a [u8]) -> Cow<'a, [u8]> {
        if *self == Self::default() {
            return Cow::Borrowed(text);
        }
        let mut dressed = Vec::with_capacity(text.len() + text.len() / 16 + 3);
        if self.bom {
            dressed.extend_from_slice(b"\xEF\xBB\xBF");
        }
        if !self.crlf {
            dressed.extend_from_slice(text);
            return Cow::Owned(dressed);
        }
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            match line.strip_suffix(b"\n") {
                Some(bare) => {
                    dressed.extend_from_slice(bare.strip_suffix(b"\r").unwrap_or(bare));
                    dressed.extend_from_slice(b"\r\n");
                }
                None => dressed.extend_from_slice(line),
            }
        }
        Cow::Owned(dressed)
    }
}

/// What both find out about a text of so many bytes; about a large one at the same time.
fn both<A: Send, B: Send>(size: usize, a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    const LARGE: usize = 4 << 20;
    if size < LARGE { (a(), b()) } else { rayon::join(a, b) }
}

/// A byte order mark, or a first character that only has a low byte.
fn utf16(bytes: &[u8]) -> Option<Trouble> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(Trouble::Utf16 { big_endian: false, bom: true }),
        [0xFE, 0xFF, ..] => Some(Trouble::Utf16 { big_endian: true, bom: true }),
        [1..=255, 0, 1..=255, 0, ..] | [1..=255, 0] => Some(Trouble::Utf16 { big_endian: false, bom: false }),
        [0, 1..=255, 0, 1..=255, ..] | [0, 1..=255] => Some(Trouble::Utf16 { big_endian: true, bom: false }),
        _ => None,
    }
}

fn not_utf8(bytes: &[u8], offset: usize, cut_off: bool) -> Trouble {
    let before = bytes.get(..offset).unwrap_or_default();
    let column = offset - memchr::memrchr(b'\n', before).map_or(0, |at| at + 1) + 1;
    Trouble::NotUtf8 { offset, line: line_of(bytes, offset), column, cut_off }
}

/// Where a line begins with seven `<`, as git writes it. In JSON no line can.
fn conflict_marker(text: &[u8]) -> Option<usize> {
    let marker = b"<<<<<<<";
    memchr::memmem::find_iter(text, marker)
        .find(|at| text.get(..*at).is_none_or(|t| t.is_empty() || t.ends_with(b"\n")))
}

fn line_of(bytes: &[u8], offset: usize) -> usize {
    memchr::memchr_iter(b'\n', bytes.get(..offset).unwrap_or_default()).count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_itself() {
        let text = "{\n  \"name\": \"Büro\"\n}\n";
        assert_eq!(inspect(text.as_bytes()), Ok((Form::default(), text)));
        assert!(matches!(Form::default().apply(text.as_bytes()), Cow::Borrowed(_)));
    }

    #[test]
    fn byte_order_mark_and_line_ends_come_back() {
        for (bom, crlf) in [(true, false), (false, true), (true, true)] {
            let end = if crlf { "\r\n" } else { "\n" };
            let file = format!("{}{{{end}  \"a\": \"\\r\\n\"{end}}}{end}", if bom { "\u{FEFF}" } else { "" });
            let (form, text) = inspect(file.as_bytes()).unwrap();
            assert_eq!(form, Form { bom, crlf });
            let edited = text.replace("\r\n", "\n");
            assert_eq!(form.apply(edited.as_bytes()), file.as_bytes());
        }
    }

    #[test]
    fn no_trouble_is_taken_for_a_store() {
        let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, trouble) in [
            (&b""[..], Trouble::Empty),
            (b"\xEF\xBB\xBF", Trouble::Empty),
            (&[0; 4096], Trouble::AllNul { size: 4096 }),
            (&utf16, Trouble::Utf16 { big_endian: false, bom: false }),
            (&big, Trouble::Utf16 { big_endian: true, bom: false }),
            (b"\xFF\xFE{\0}\0", Trouble::Utf16 { big_endian: false, bom: true }),
            (b"\xFE\xFF\0{\0}", Trouble::Utf16 { big_endian: true, bom: true }),
            (b"{\n \"B\xFCro\"}", Trouble::NotUtf8 { offset: 5, line: 2, column: 4, cut_off: false }),
            (b"{\"B\xC3", Trouble::NotUtf8 { offset: 3, line: 1, column: 4, cut_off: true }),
            (b"{\n<<<<<<< HEAD\n}", Trouble::ConflictMarkers { line: 2 }),
            (b"<<<<<<< HEAD\r\n{}", Trouble::ConflictMarkers { line: 1 }),
        ] {
            assert_eq!(inspect(bytes), Err(trouble), "{bytes:?}");
        }
    }

    #[test]
    fn a_large_text_is_looked_at_as_a_small_one_is() {
        const BOM: &[u8] = b"\xEF\xBB\xBF";
        let line = "  \"Netzwerk für Bildung\",\n".as_bytes();
        for lines in [3, 200_000] {
            let text = [BOM, &line.repeat(lines)].concat();
            assert_eq!(inspect(&text), Ok((Form { bom: true, crlf: false }, str::from_utf8(&text[3..]).unwrap())));
            let conflict = [&text, &b"<<<<<<< HEAD\n"[..], line].concat();
            assert_eq!(inspect(&conflict), Err(Trouble::ConflictMarkers { line: lines + 1 }));
            let broken = [&conflict, &b"ab\xFC\n"[..]].concat();
            let (offset, line) = (conflict.len() + 2, lines + 3);
            assert_eq!(inspect(&broken), Err(Trouble::NotUtf8 { offset, line, column: 3, cut_off: false }));
        }
    }

    #[test]
    fn arrows_inside_a_line_are_no_conflict() {
        assert!(inspect(b"{\"notes\": \"<<<<<<< important\"}\n").is_ok());
    }
}
