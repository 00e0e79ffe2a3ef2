//! Pasted text made safe: it may come from anywhere, but it must never act as keys or steer the terminal.

/// The text of a paste: UTF-8 (what is none becomes U+FFFD), line breaks as `\n`, no control characters (C0, DEL, C1)
/// but `\n` and `\t`.
pub(super) fn clean(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_text_breaks_and_tabulators_remain() {
        for (bytes, text) in [
            (&b"a\r\nb\rc\nd\te"[..], "a\nb\nc\nd\te"),
            (b"\x1b[31mrot\x1b]52;c;eA==\x07", "[31mrot]52;c;eA=="),
            ("a\u{9b}2J\u{7f}b\u{85}c".as_bytes(), "a2Jbc"),
            (b"\x00\x03q\x04", "q"),
            ("Ä 漢字 👩\u{200D}🔬".as_bytes(), "Ä 漢字 👩\u{200D}🔬"),
            (b"\xff", "\u{FFFD}"),
        ] {
            assert_eq!(clean(bytes), text);
        }
    }
}
