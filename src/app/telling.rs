//! Steps in words: past tense, with the thing's name.

use super::keymap::KeymapFault;
use crate::arrange::Arrange as _;
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, member, vocabulary};
use crate::store::{Data, Deed, Step, Store, name_of, part_ids, title};

/// What was done, in one sentence without a full stop.
#[must_use]
pub fn step(step: &Step, lang: Lang) -> String {
    let texts = &lang.texts().house;
    let sentence = match step.deed {
        Deed::Created => texts.created,
        Deed::Changed => texts.changed,
        Deed::Deleted => texts.deleted,
        Deed::Attached => texts.attached,
        Deed::Detached => texts.detached,
        Deed::Started => texts.started,
        Deed::TookOver => texts.took_over,
        Deed::United => lang.texts().twins.united,
        Deed::Imported => lang.texts().exchange.imported,
    };
    let along: Vec<String> =
        step.along.iter().map(|(what, n)| format!("{n} {}", vocabulary::kind_label(what, *n, lang))).collect();
    let what = match step.deed {
        Deed::Imported | Deed::United => step.name.clone(),
        _ => named(step.what, &step.name, lang),
    };
    let told = fill(sentence, &[&what]);
    if along.is_empty() { told } else { fill(texts.with_along, &[&told, &along.join(", ")]) }
}

/// What is wrong with keys in the settings file.
#[must_use]
pub fn keymap_fault(fault: &KeymapFault, lang: Lang) -> String {
    let texts = &lang.texts().house;
    match fault {
        KeymapFault::NoAction(name) => fill(texts.no_such_action, &[name]),
        KeymapFault::NoKey(name, key) => fill(texts.no_such_key, &[name, key]),
        KeymapFault::Taken(key, first, second) => fill(texts.key_taken, &[&key.to_string(), first, second]),
    }
}

/// A record by kind and name: network “AK Ganztag”.
#[must_use]
pub fn named(what: &'static str, name: &str, lang: Lang) -> String {
    let kind = vocabulary::kind_label(what, 1, lang);
    let name = lang.pick(format!("„{name}“"), format!("“{name}”"));
    format!("{kind} {name}")
}

/// What a part is called: who sits there, what the task says.
#[must_use]
pub fn part_name(store: &Store, part: &Record) -> String {
    if part.shape.name == "member" {
        let person = part.text(member::PERSON);
        return name_of(store, if person.is_empty() { part.text(member::ACTOR) } else { person });
    }
    let first = part.cells().find_map(|(_, value)| match value {
        crate::landscape::Value::Text(text) => Some(text.to_string()),
        _ => None,
    });
    first.map_or(String::new(), |text| name_of(store, &text))
}

/// The other records that refer to one or to a part of it, line by line; what lies inside deleted records themselves is not listed.
#[must_use]
pub fn concerned(data: &Data, (kind, id): (Kind, &str), lang: Lang) -> Vec<String> {
    let store = data.store();
    let parts = store.get(kind, id).into_iter().flat_map(|record| part_ids(record));
    let referring = [id].into_iter().chain(parts).flat_map(|id| data.refs().to(id, store));
    let mut referring: Vec<_> = referring.filter(|(_, record)| *record.id != *id).collect();
    referring.arrange_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    referring.dedup_by(|a, b| a.0 == b.0 && a.1.id == b.1.id);
    referring.into_iter().map(|(kind, record)| named(kind.name(), &title(store, record), lang)).collect()
}
