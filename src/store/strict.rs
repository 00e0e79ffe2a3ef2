//! Strictness that JSON parsers leave out: keys given twice, and where. Walks text that is known to be valid JSON.
//! Knows no records.

use std::borrow::Cow;

/// A place in a text: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

impl Spot {
    /// The place of a byte offset.
    #[must_use]
    pub fn at(text: &str, offset: usize) -> Spot {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Spot { line, column }
    }

    /// The byte offset of this place in a text.
    #[must_use]
    pub fn offset(self, text: &str) -> usize {
        let start: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let rest = text.get(start..).unwrap_or("");
        start + rest.char_indices().nth(self.column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }
}

/// Why valid JSON is still not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not JSON; where, and what the parser says.
    Syntax(Spot, String),
    /// A key stands twice in one object, at these two places.
    Twice(Box<str>, Spot, Spot),
    /// Nested deeper than [`DEEPEST`].
    Deep(Spot),
}

/// How deep arrays and objects may be nested.
pub const DEEPEST: usize = 127;

/// Is this text JSON (RFC 8259) without a key given twice in one object and not nested too deep?
///
/// # Errors
/// The first reason why not.
pub fn check_json(text: &str) -> Result<(), Refusal> {
    if let Err(error) = serde_json::from_str::<&serde_json::value::RawValue>(text) {
        let spot = Spot { line: error.line(), column: error.column() };
        return Err(Refusal::Syntax(spot, error.to_string()));
    }
    compact(text).map(drop)
}

/// Valid JSON without the blanks between its tokens; the tokens stay as they are written.
///
/// # Errors
/// A key given twice, or too deep a nesting.
pub fn compact(text: &str) -> Result<String, Refusal> {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<Vec<(Cow<'_, str>, usize)>> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let at = text.len() - rest.len();
        let token = token(rest);
        rest = rest.get(token.len()..).unwrap_or("");
        match first {
            ' ' | '\n' | '\r' | '\t' => continue,
            '{' | '[' => open.push(Vec::new()),
            '}' | ']' => drop(open.pop()),
            '"' if rest.trim_start_matches([' ', '\n', '\r', '\t']).starts_with(':') => {
                let key = decoded(token);
                if let Some(keys) = open.last_mut() {
                    if let Some((_, first)) = keys.iter().find(|(known, _)| *known == key) {
                        return Err(Refusal::Twice(key.into(), Spot::at(text, *first), Spot::at(text, at)));
                    }
                    keys.push((key, at));
                }
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            return Err(Refusal::Deep(Spot::at(text, at)));
        }
        out.push_str(token);
    }
    Ok(out)
}

/// The first token of valid JSON text that is not empty.
fn token(text: &str) -> &str {
    let bytes = text.as_bytes();
    let end = match bytes.first() {
        Some(b'"') => {
            let mut escaped = false;
            let close = bytes.iter().skip(1).position(|&byte| {
                let closes = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                closes
            });
            close.map_or(bytes.len(), |close| close + 2)
        }
        Some(b'{' | b'}' | b'[' | b']' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t') => 1,
        _ => bytes.iter().position(|byte| b"{}[],: \n\r\t\"".contains(byte)).unwrap_or(bytes.len()),
    };
    text.get(..end.max(1)).unwrap_or(text)
}

/// What a key says; as written when it cannot be said (a lone surrogate).
fn decoded(token: &str) -> Cow<'_, str> {
    if token.contains('\\') {
        serde_json::from_str::<String>(token).map_or(Cow::Borrowed(token), Cow::Owned)
    } else {
        Cow::Borrowed(token.trim_matches('"'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_tokens_and_drops_blanks() {
        let text = "{ \"a b\" : [ 1E400 , -0 ,\n\t\"\\\" ] :\" ], \"ä\":{} }";
        assert_eq!(compact(text).unwrap(), "{\"a b\":[1E400,-0,\"\\\" ] :\"],\"ä\":{}}");
    }

    #[test]
    fn a_key_given_twice_is_named_with_both_places() {
        let text = "{\n  \"ä\": 1,\n  \"b\": {\"ä\": 2},\n  \"\\u00e4\": 3\n}";
        let Err(Refusal::Twice(key, first, second)) = check_json(text) else { panic!() };
        assert_eq!((&*key, first.line, second.line, second.column), ("ä", 2, 4, 3));
    }

    #[test]
    fn places_go_back_and_forth() {
        let text = "äb\ncd\n\nü";
        for (offset, _) in text.char_indices() {
            assert_eq!(Spot::at(text, offset).offset(text), offset);
        }
    }
}
