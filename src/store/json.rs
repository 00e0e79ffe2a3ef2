//! JSON to be given away: keys in the order they were put in, and nothing a reader could not see. Knows no records.

use std::borrow::Cow;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(String),
    /// Valid JSON as it is.
    Raw(String),
    /// A list.
    List(Vec<Json>),
    /// Keys and values in their order.
    Map(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Json {
        Json::Text(text.to_owned())
    }

    /// A text, `null` for an empty one.
    #[must_use]
    pub fn text_or_null(text: &str) -> Json {
        if text.is_empty() { Json::Null } else { Json::text(text) }
    }

    /// A list of texts.
    #[must_use]
    pub fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Json {
        Json::List(texts.into_iter().map(|text| Json::text(text.as_ref())).collect())
    }

    /// Keys and values.
    #[must_use]
    pub fn map<const N: usize>(pairs: [(&str, Json); N]) -> Json {
        Json::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// Spread over lines, two spaces deep, with a final newline.
    #[must_use]
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.put(&mut out, 0);
        out.push('\n');
        out
    }

    fn put(&self, out: &mut String, depth: usize) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Json::Whole(number) => out.push_str(&number.to_string()),
            Json::Text(text) => out.push_str(&quoted(text)),
            Json::Raw(json) => out.push_str(json),
            Json::List(items) => block(out, depth, ['[', ']'], items, |out, item| item.put(out, depth + 1)),
            Json::Map(pairs) => block(out, depth, ['{', '}'], pairs, |out, (key, value)| {
                out.push_str(&quoted(key));
                out.push_str(": ");
                value.put(out, depth + 1);
            }),
        }
    }
}

fn block<T>(out: &mut String, depth: usize, marks: [char; 2], items: &[T], mut each: impl FnMut(&mut String, &T)) {
    let indent = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    out.push(marks[0]);
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        indent(out, depth + 1);
        each(out, item);
    }
    if !items.is_empty() {
        indent(out, depth);
    }
    out.push(marks[1]);
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Valid JSON in which no character is left that steers a terminal, turns the reading direction or stays unseen: DEL,
/// C1, bidi controls, U+2028/9, zero-width signs and tags are written as `\uXXXX`. It says the same.
#[must_use]
pub fn visible(json: &str) -> Cow<'_, str> {
    if !json.contains(unseen) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    let mut units = [0; 2];
    for letter in json.chars() {
        if unseen(letter) {
            letter.encode_utf16(&mut units).iter().for_each(|unit| push_unit(&mut out, *unit));
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// One UTF-16 unit as an escape.
fn push_unit(out: &mut String, unit: u16) {
    out.push_str("\\u");
    let digits = (0..4).rev().filter_map(|place| char::from_digit(u32::from(unit >> (4 * place)) & 15, 16));
    out.extend(digits);
}

fn unseen(letter: char) -> bool {
    matches!(letter,
        '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_escaped_and_means_the_same() {
        let text = "a\u{7f}\u{85}\u{202e}\u{2028}\u{e0041}ä\u{200d}\n\"";
        let json = Json::map([("x", Json::texts([text])), ("n", Json::Whole(-3)), ("e", Json::List(vec![]))]).pretty();
        let safe = visible(&json);
        assert!(safe.contains("\\u007f\\u0085\\u202e\\u2028\\udb40\\udc41ä"), "{safe}");
        let back: serde_json::Value = serde_json::from_str(&safe).unwrap();
        assert_eq!(back["x"][0], text);
        assert_eq!((back["n"].as_i64(), back["e"].as_array().map(Vec::len)), (Some(-3), Some(0)));
    }
}
