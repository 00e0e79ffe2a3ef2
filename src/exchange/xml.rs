//! What GraphML and GEXF have in common: text that XML 1.0 allows, names it takes as tokens. Knows no graph.

use quick_xml::Writer;
use std::io;

/// A writer of indented XML into memory, with its declaration written.
pub(super) fn begin() -> io::Result<Writer<Vec<u8>>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let declaration = quick_xml::events::BytesDecl::new("1.0", Some("UTF-8"), None);
    writer.write_event(quick_xml::events::Event::Decl(declaration))?;
    Ok(writer)
}

/// The text that was written, with a line break at the end.
pub(super) fn end(writer: Writer<Vec<u8>>) -> io::Result<String> {
    let text = String::from_utf8(writer.into_inner()).map_err(io::Error::other)?;
    Ok(text + "\n")
}

/// Without what XML 1.0 does not know; line breaks become blanks, as attributes would lose them.
pub(super) fn plain(text: &str) -> String {
    let known = text.chars().filter(|letter| {
        !matches!(letter, '\u{fffe}' | '\u{ffff}') && (!letter.is_control() || letter.is_whitespace())
    });
    known.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A token (NMTOKEN) for an id: what it does not allow is written as its number, so that two ids stay two.
pub(super) fn token(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for letter in id.chars() {
        if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.') {
            out.push(letter);
        } else {
            out.push_str(&format!("_{:x}_", u32::from(letter)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_ids_apart_and_texts_lose_what_nobody_may_write() {
        assert_eq!(token("jugendamt-k3f9qa"), "jugendamt-k3f9qa");
        assert_ne!(token("a b"), token("a_b"));
        assert_eq!(plain("a\u{0}\u{b}b\n c\u{fffe} & <d>"), "a b c & <d>");
    }
}
