//! The value lists and the names of kinds and fields in both languages, read from `data/vocabulary.json`, which other
//! programs may read too. Lists are open: what is not in them is a value of its own and shown as written.

use crate::i18n::Lang;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// One value of a list.
#[derive(Debug, Deserialize)]
pub struct Entry {
    /// As written in the store.
    pub key: &'static str,
    de: &'static str,
    en: &'static str,
    long_de: Option<&'static str>,
    long_en: Option<&'static str>,
    short_de: Option<&'static str>,
    short_en: Option<&'static str>,
    /// The sector of a kind of actor.
    pub sector: Option<&'static str>,
    /// What the value belongs to, where a list mixes (committees among networks, plannings among actors).
    pub class: Option<&'static str>,
    /// The recurrence rule of a spoken frequency.
    pub rule: Option<&'static str>,
}

impl Entry {
    /// Its label.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.de, self.en)
    }

    /// Its label in few words, where it has one.
    #[must_use]
    pub fn short(&self, lang: Lang) -> &'static str {
        lang.pick(self.short_de.unwrap_or(self.de), self.short_en.unwrap_or(self.en))
    }

    /// Its label in full, where it has one.
    #[must_use]
    pub fn long(&self, lang: Lang) -> &'static str {
        lang.pick(self.long_de.unwrap_or(self.de), self.long_en.unwrap_or(self.en))
    }
}

/// One value list.
#[derive(Debug, Deserialize)]
pub struct List {
    de: &'static str,
    en: &'static str,
    /// Its values in the order people expect.
    pub values: Vec<Entry>,
}

/// The name of a field, and what to write into it.
#[derive(Debug, Deserialize)]
pub struct FieldText {
    de: &'static str,
    en: &'static str,
    hint_de: Option<&'static str>,
    hint_en: Option<&'static str>,
    de_plural: Option<&'static str>,
    en_plural: Option<&'static str>,
}

impl FieldText {
    /// Its name.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.de, self.en)
    }

    /// Its name for several (kinds of record only).
    #[must_use]
    pub fn plural(&self, lang: Lang) -> &'static str {
        lang.pick(self.de_plural.unwrap_or(self.de), self.en_plural.unwrap_or(self.en))
    }

    /// What to write into it; empty where that is plain.
    #[must_use]
    pub fn hint(&self, lang: Lang) -> &'static str {
        lang.pick(self.hint_de, self.hint_en).unwrap_or("")
    }
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Vocabulary {
    lists: BTreeMap<&'static str, List>,
    fields: BTreeMap<&'static str, BTreeMap<&'static str, FieldText>>,
}

/// The vocabulary as published.
pub const JSON: &str = include_str!("../../data/vocabulary.json");

/// Where each value of each list stands, for finding it without walking the list.
fn places() -> &'static HashMap<(&'static str, &'static str), &'static Entry> {
    static PLACES: OnceLock<HashMap<(&'static str, &'static str), &'static Entry>> = OnceLock::new();
    PLACES.get_or_init(|| {
        let of = |(list, found): (&&'static str, &'static List)| {
            let list = *list;
            found.values.iter().map(move |entry| ((list, entry.key), entry))
        };
        vocabulary().lists.iter().flat_map(of).collect()
    })
}

fn vocabulary() -> &'static Vocabulary {
    static READ: OnceLock<Vocabulary> = OnceLock::new();
    READ.get_or_init(|| {
        serde_json::from_str(JSON).unwrap_or(Vocabulary { lists: BTreeMap::new(), fields: BTreeMap::new() })
    })
}

/// The values of a list; none for a list that does not exist.
#[must_use]
pub fn values(list: &str) -> &'static [Entry] {
    vocabulary().lists.get(list).map_or(&[], |list| &list.values)
}

/// What the values of a list are called ("Thema"); empty for a list that does not exist.
#[must_use]
pub fn list_label(list: &str, lang: Lang) -> &'static str {
    vocabulary().lists.get(list).map_or("", |list| lang.pick(list.de, list.en))
}

/// A value of a list.
#[must_use]
pub fn entry(list: &str, key: &str) -> Option<&'static Entry> {
    places().get(&(list, key)).copied()
}

/// The label of a value; a value of the office's own as written.
#[must_use]
pub fn label<'v>(list: &str, key: &'v str, lang: Lang) -> &'v str {
    entry(list, key).map_or(key, |entry| entry.label(lang))
}

/// The name and hint of a field of a shape.
#[must_use]
pub fn field(shape: &str, key: &str) -> Option<&'static FieldText> {
    vocabulary().fields.get(shape)?.get(key)
}

/// The name of a field; its key where it has none.
#[must_use]
pub fn field_label(shape: &str, key: &'static str, lang: Lang) -> &'static str {
    field(shape, key).map_or(key, |text| text.label(lang))
}

/// The names of a kind of record or part.
#[must_use]
pub fn kind(shape: &str) -> Option<&'static FieldText> {
    field("kinds", shape)
}

/// The name of one record of a kind, or of several.
#[must_use]
pub fn kind_label(shape: &'static str, count: usize, lang: Lang) -> &'static str {
    kind(shape).map_or(shape, |text| if count == 1 { text.label(lang) } else { text.plural(lang) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::{Kind, Shape, Type};

    fn every_shape(shape: &'static Shape, each: &mut impl FnMut(&'static Shape)) {
        each(shape);
        for spec in shape.specs {
            if let Type::Parts(part) = spec.of {
                every_shape(part, each);
            }
        }
    }

    #[test]
    fn every_field_has_a_name_and_every_list_its_values() {
        for kind in Kind::ALL {
            every_shape(kind.shape(), &mut |shape| {
                assert!(super::kind(shape.name).is_some(), "no name for {}", shape.name);
                for spec in shape.specs {
                    assert!(field(shape.name, spec.key).is_some(), "no name for {}.{}", shape.name, spec.key);
                    let list = spec.of.list().unwrap_or("role");
                    assert!(!values(list).is_empty(), "no list {list} for {}.{}", shape.name, spec.key);
                }
            });
        }
    }

    #[test]
    fn every_role_is_in_the_table_of_who_counts() {
        let table: Vec<&str> = super::super::role::TABLE.iter().map(|(key, _)| *key).collect();
        assert!(values("role").iter().all(|entry| table.contains(&entry.key)));
        assert!(table.iter().all(|key| entry("role", key).is_some()));
    }

    #[test]
    fn values_of_ones_own_are_shown_as_written() {
        assert_eq!(label("network_kind", "round_table", Lang::De), "Runder Tisch");
        assert_eq!(label("network_kind", "Stammtisch", Lang::De), "Stammtisch");
    }
}
