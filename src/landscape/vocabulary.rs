//! The value lists and the names of kinds and fields in both languages, made from `data/vocabulary.json` when
//! the program is built (`build/vocabulary.rs`); other programs may read that file too. Lists are open: what is not in them is a value of its own and shown as written.

use crate::i18n::Lang;
use hashbrown::HashMap;
use std::sync::LazyLock;

mod table {
    //! The tables `build/vocabulary.rs` makes.
    use super::{Entry, FieldText, List};

    include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
}

/// How many values all lists have together.
pub const COUNT: usize = table::COUNT;

/// One value of a list.
#[derive(Debug)]
pub struct Entry {
    /// Its place among the values of all lists, below [`COUNT`].
    pub number: usize,
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
#[derive(Debug)]
pub struct List {
    de: &'static str,
    en: &'static str,
    /// Its values in the order people expect.
    pub values: &'static [Entry],
}

/// The name of a field, and what to write into it.
#[derive(Debug)]
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

/// What stands under a name in a table sorted by name.
fn look_up<T>(table: &'static [(&'static str, T)], name: &str) -> Option<&'static T> {
    let at = table.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    table.get(at).map(|(_, found)| found)
}

fn list(name: &str) -> Option<&'static List> {
    look_up(table::LISTS, name)
}

/// The values of a list; none for a list that does not exist.
#[must_use]
pub fn values(list: &str) -> &'static [Entry] {
    self::list(list).map_or(&[], |list| list.values)
}

/// What the values of a list are called ("Thema"); empty for a list that does not exist.
#[must_use]
pub fn list_label(list: &str, lang: Lang) -> &'static str {
    self::list(list).map_or("", |list| lang.pick(list.de, list.en))
}

/// The values of all lists by list and key, so that a label costs one look.
static KNOWN: LazyLock<HashMap<(&'static str, &'static str), &'static Entry>> = LazyLock::new(|| {
    let of_list =
        |(name, list): &'static (&'static str, List)| list.values.iter().map(move |entry| ((*name, entry.key), entry));
    table::LISTS.iter().flat_map(of_list).collect()
});

/// A value of a list.
#[must_use]
pub fn entry(list: &str, key: &str) -> Option<&'static Entry> {
    KNOWN.get(&(list, key)).copied()
}

/// The label of a value; a value of the office's own as written.
#[must_use]
pub fn label<'v>(list: &str, key: &'v str, lang: Lang) -> &'v str {
    entry(list, key).map_or(key, |entry| entry.label(lang))
}

/// The name and hint of a field of a shape.
#[must_use]
pub fn field(shape: &str, key: &str) -> Option<&'static FieldText> {
    look_up(look_up(table::FIELDS, shape)?, key)
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
    fn every_value_is_found_and_has_a_number_of_its_own() {
        let all = table::LISTS.iter().flat_map(|(name, list)| list.values.iter().map(move |value| (*name, value)));
        for (number, (list, value)) in all.enumerate() {
            assert!(std::ptr::eq(entry(list, value.key).unwrap(), value), "{list} {}", value.key);
            assert_eq!(value.number, number);
        }
        assert!(entry("role", "").is_none() && entry("roles", "chair").is_none() && field("network", "x").is_none());
    }

    #[test]
    fn values_of_ones_own_are_shown_as_written() {
        assert_eq!(label("network_kind", "round_table", Lang::De), "Runder Tisch");
        assert_eq!(label("network_kind", "Stammtisch", Lang::De), "Stammtisch");
    }
}
