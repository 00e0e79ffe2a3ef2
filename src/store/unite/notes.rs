//! What cannot stand beside when two networks become one, as lines for the notes. Knows no screens.

use crate::i18n::{Lang, fill};
use crate::landscape::{Field, Record, Shape, Type, Value, network, vocabulary};
use crate::store::{Store, name_of};

/// Adds these lines to the notes, under a heading that says where they come from.
pub(super) fn keep(new: &mut Record, gone: &Record, lost: &[String], lang: Lang) {
    if lost.is_empty() {
        return;
    }
    let name = gone.text(network::NAME);
    let name = if name.is_empty() { gone.id.as_str() } else { name };
    let heading = fill(lang.texts().twins.from_other, &[name]);
    let before = new.text(network::NOTES);
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let notes = format!("{before}{gap}{heading}\n{}", lost.join("\n"));
    new.set(network::NOTES, Value::text(&notes));
}

/// "Openness: by invitation".
pub(super) fn line(store: &Store, shape: &'static Shape, field: Field, value: &Value, lang: Lang) -> String {
    let spec = shape.spec(field);
    format!("– {}: {}", vocabulary::field_label(shape.name, spec.key, lang), shown(store, spec.of, value, lang))
}

/// A whole part: all its fields in one line.
pub(super) fn part(store: &Store, part: &Record, lang: Lang) -> String {
    let each = part.cells().map(|(field, value)| {
        let spec = part.shape.spec(field);
        let label = vocabulary::field_label(part.shape.name, spec.key, lang);
        format!("{label}: {}", shown(store, spec.of, value, lang))
    });
    let extra = part.extra().iter().map(|(key, json)| format!("{key}: {json}"));
    let said = each.chain(extra).collect::<Vec<_>>().join("; ");
    format!("– {}: {said}", vocabulary::kind_label(part.shape.name, 1, lang))
}

/// A value as people read it.
#[must_use]
pub fn shown(store: &Store, of: Type, value: &Value, lang: Lang) -> String {
    let one = |text: &str| match of {
        Type::Choice(list) | Type::Choices(list) => vocabulary::label(list, text, lang).to_owned(),
        Type::Ref(_) | Type::Refs(_) => name_of(store, text),
        _ => text.to_owned(),
    };
    match value {
        Value::Text(text) => one(text),
        Value::Texts(texts) => texts.iter().map(|text| one(text)).collect::<Vec<_>>().join(", "),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => {
            let texts = &lang.texts().cli;
            if *flag { texts.yes.to_owned() } else { texts.no.to_owned() }
        }
        Value::Range(min, max) => format!("{min}–{max}"),
        Value::Ratings(ratings) => {
            ratings.iter().map(|(key, mark)| format!("{key} {mark}")).collect::<Vec<_>>().join(", ")
        }
        Value::Parts(parts) => parts.iter().map(|one| part(store, one, lang)).collect::<Vec<_>>().join(" · "),
    }
}
