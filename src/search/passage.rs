//! The place in a field that answers a query, cut out with a few words around it. Knows no screens.

use super::{Query, highlight};
use crate::landscape::{Field, Record, Type, Value};

/// Characters shown before and behind the place.
const AROUND: usize = 40;

/// The field and the piece of its text that answers the query; nothing when the name did, or when the field holds
/// references and values that stand for themselves.
#[must_use]
pub fn passage(record: &Record, field: Option<Field>, query: &str) -> Option<(Field, String)> {
    let field = field?;
    let query = Query::new(query);
    let mut texts: Vec<&str> = Vec::new();
    gather(record, field, &mut texts);
    let marked = |text: &&str| highlight(text, &query).iter().map(|range| range.len()).sum::<usize>();
    let best = texts.into_iter().max_by_key(|text| (marked(text), std::cmp::Reverse(text.len())))?;
    let at = highlight(best, &query).first().map_or(0, |range| range.start);
    Some((field, cut(best, at)))
}

/// The free texts of a field, those of its parts included.
fn gather<'r>(record: &'r Record, field: Field, texts: &mut Vec<&'r str>) {
    let of = record.shape.spec(field).of;
    let free = matches!(of, Type::Line | Type::Text | Type::Mail | Type::Phone | Type::Link | Type::Texts);
    match record.get(field) {
        Some(Value::Text(text)) if free => texts.push(text),
        Some(Value::Texts(list)) if free => texts.extend(list.iter().map(|text| &**text)),
        Some(Value::Parts(parts)) => {
            parts.iter().for_each(|part| part.cells().for_each(|(inner, _)| gather(part, inner, texts)));
        }
        _ => {}
    }
}

/// The words around a place, `…` where text was left out.
fn cut(text: &str, at: usize) -> String {
    let (before, behind) = text.split_at_checked(at).unwrap_or(("", text));
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| {
        // Begin with a whole word.
        before.get(at..).and_then(|tail| tail.find(char::is_whitespace)).map_or(at, |blank| at + blank)
    });
    let to = behind.char_indices().nth(2 * AROUND).map_or(behind.len(), |(at, _)| {
        behind.get(..at).and_then(|head| head.rfind(char::is_whitespace)).unwrap_or(at)
    });
    let piece = text.get(from..at + to).unwrap_or(text).trim();
    let (left, right) = (if from > 0 { "… " } else { "" }, if at + to < text.len() { " …" } else { "" });
    format!("{left}{piece}{right}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::{Id, network};

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let long = format!("{} Der Übergang läuft. {}", "vorher ".repeat(20), "nachher ".repeat(30));
        let record = Record::new(&network::SHAPE, Id::new("n")).with_text(network::NOTES, &long);
        let (field, text) = passage(&record, Some(network::NOTES), "ubergang").unwrap();
        assert_eq!(field, network::NOTES);
        assert!(
            text.starts_with("… vorher") && text.contains("Der Übergang läuft.") && text.ends_with("nachher …"),
            "{text}"
        );
        assert!(text.chars().count() < 140);
        assert_eq!(passage(&record, None, "x"), None);
    }
}
