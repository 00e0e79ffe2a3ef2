//! Keeps the promises of `data/vocabulary.json`: other programs read it, and `runde` embeds it without copying a
//! letter. Must not know how the program shows or stores the values.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a trial may fall over, and says so"
)]
#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test reports by panicking")]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use runde::landscape::{self, Shape};
use serde_json::{Map, Value};

const TEXT: &str = include_str!("../data/vocabulary.json");

/// Widest label that still fits a table cell.
const LABEL: usize = 32;
/// Widest field label in a form.
const FIELD: usize = 24;
/// Widest hint under a field at 80 columns.
const HINT: usize = 70;

/// Lists whose values are names of things, so that the German label starts with a capital.
const NOUN_LISTS: [&str; 14] = [
    "network_kind",
    "character",
    "role",
    "sector",
    "actor_kind",
    "phase",
    "theme",
    "target_group",
    "area",
    "channel_kind",
    "evidence_kind",
    "relation_kind",
    "legal_basis",
    "state",
];

/// Lists other parts of the program and other programs rely on.
const LISTS: [&str; 38] = [
    "network_kind",
    "governance_level",
    "participation_depth",
    "character",
    "intensity",
    "activity",
    "bindingness",
    "decision_power",
    "openness",
    "term",
    "lifecycle",
    "rhythm_rule",
    "meeting_mode",
    "meeting_status",
    "avoid",
    "between_meetings",
    "role",
    "attendance",
    "sector",
    "actor_kind",
    "phase",
    "theme",
    "target_group",
    "area",
    "embedding_tie",
    "channel_kind",
    "channel_function",
    "evidence_kind",
    "confidence",
    "visibility",
    "rating_dimension",
    "rating",
    "question_status",
    "verdict",
    "relation_kind",
    "legal_basis",
    "state",
    "questions",
];

/// Every record and part of the store.
fn shapes() -> [&'static Shape; 18] {
    [
        &landscape::the_landscape::SHAPE,
        &landscape::actor::SHAPE,
        &landscape::network::SHAPE,
        &landscape::member::SHAPE,
        &landscape::relation::SHAPE,
        &landscape::goal::SHAPE,
        &landscape::step::SHAPE,
        &landscape::task::SHAPE,
        &landscape::channel::SHAPE,
        &landscape::embedding::SHAPE,
        &landscape::rhythm::SHAPE,
        &landscape::meeting::SHAPE,
        &landscape::decision::SHAPE,
        &landscape::evidence::SHAPE,
        &landscape::statement::SHAPE,
        &landscape::question::SHAPE,
        &landscape::verdict::SHAPE,
        &landscape::holiday::SHAPE,
    ]
}

fn vocabulary() -> Value {
    serde_json::from_str(TEXT).expect("data/vocabulary.json is JSON")
}

fn lists(vocabulary: &Value) -> &Map<String, Value> {
    vocabulary["lists"].as_object().expect("lists is an object")
}

fn values<'a>(vocabulary: &'a Value, list: &str) -> &'a [Value] {
    vocabulary["lists"][list]["values"].as_array().unwrap_or_else(|| panic!("{list} has values"))
}

fn text<'a>(entry: &'a Value, key: &str, place: &str) -> &'a str {
    entry[key].as_str().unwrap_or_else(|| panic!("{place}: {key} is a text"))
}

fn width(text: &str) -> usize {
    text.chars().count()
}

fn is_snake_case(key: &str) -> bool {
    !key.is_empty()
        && key.split('_').all(|word| !word.is_empty())
        && key.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

/// Walks every text of the file with the path that leads to it.
fn each_text(value: &Value, path: &str, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => visit(path, text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, path, visit)),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, item)| each_text(item, &format!("{path}/{key}"), visit));
        }
        _ => {}
    }
}

/// The keys of every object in the order written; `serde_json::Value` would hide a key given twice.
fn assert_no_key_twice(text: &str) {
    struct Checked;
    impl<'de> serde::Deserialize<'de> for Checked {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Walk)
        }
    }
    struct Walk;
    impl<'de> serde::de::Visitor<'de> for Walk {
        type Value = Checked;
        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("text, whole number, list or object")
        }
        fn visit_borrowed_str<E>(self, _: &'de str) -> Result<Checked, E> {
            Ok(Checked)
        }
        fn visit_u64<E>(self, _: u64) -> Result<Checked, E> {
            Ok(Checked)
        }
        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Checked, A::Error> {
            while list.next_element::<Checked>()?.is_some() {}
            Ok(Checked)
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Checked, A::Error> {
            let mut seen = HashSet::new();
            while let Some((key, _)) = map.next_entry::<&'de str, Checked>()? {
                if !seen.insert(key) {
                    return Err(serde::de::Error::custom(format!("key given twice: {key}")));
                }
            }
            Ok(Checked)
        }
    }
    serde_json::from_str::<Checked>(text).expect("every text can be borrowed and no key is given twice");
}

#[test]
fn file_can_be_borrowed_as_it_is() {
    assert!(!TEXT.contains('\\'), "a backslash would need a copy");
    assert!(!TEXT.contains('\r') && TEXT.ends_with("}\n"));
    assert_no_key_twice(TEXT);
    let vocabulary = vocabulary();
    assert_eq!(vocabulary["format"], "runde-vocabulary");
    assert_eq!(vocabulary["version"], 1);
    let top: Vec<_> = vocabulary.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(BTreeSet::from_iter(top), BTreeSet::from(["format", "version", "lists", "fields"]));
}

#[test]
fn every_list_is_there_and_filled() {
    let vocabulary = vocabulary();
    let found: BTreeSet<_> = lists(&vocabulary).keys().map(String::as_str).collect();
    assert_eq!(found, BTreeSet::from(LISTS));
    let mut total = 0;
    for (name, list) in lists(&vocabulary) {
        assert!(is_snake_case(name), "{name}");
        assert!(width(text(list, "de", name)) <= LABEL && width(text(list, "en", name)) <= LABEL, "{name}");
        let count = values(&vocabulary, name).len();
        assert!(count >= 2, "{name} has {count} values");
        println!("{name:20} {count:4}");
        total += count;
    }
    println!("{:20} {total:4}", "all lists");
}

#[test]
fn keys_and_labels_are_unique_within_their_list() {
    let vocabulary = vocabulary();
    for name in lists(&vocabulary).keys() {
        for field in ["key", "de", "en"] {
            let mut seen = HashSet::new();
            for value in values(&vocabulary, name) {
                let entry = text(value, field, name);
                assert!(seen.insert(entry.to_lowercase()), "{name}: {field} {entry} stands twice");
            }
        }
        for value in values(&vocabulary, name) {
            assert!(is_snake_case(text(value, "key", name)), "{name}: {}", value["key"]);
        }
    }
}

#[test]
fn texts_are_clean() {
    let formal = ["Sie", "Ihr", "Ihre", "Ihren", "Ihrer", "Ihnen"];
    each_text(&vocabulary(), "", &mut |path, text| {
        assert!(!text.is_empty() && text.trim() == text, "{path}: {text:?}");
        assert!(!text.contains("  ") && !text.chars().any(char::is_control), "{path}: {text:?}");
        let inside = text.split(|letter: char| !letter.is_alphabetic()).find(|word| formal.contains(word));
        assert!(inside.is_none(), "{path}: speaks to the reader: {text}");
    });
}

#[test]
fn values_have_both_languages_and_known_attributes() {
    let vocabulary = vocabulary();
    let known =
        BTreeSet::from(["key", "de", "en", "long_de", "long_en", "short_de", "short_en", "class", "sector", "rule"]);
    for name in lists(&vocabulary).keys() {
        for value in values(&vocabulary, name) {
            let place = format!("{name}/{}", text(value, "key", name));
            let fields = value.as_object().unwrap();
            assert!(fields.keys().all(|key| known.contains(key.as_str())), "{place}");
            for pair in [("long_de", "long_en"), ("short_de", "short_en")] {
                assert_eq!(fields.contains_key(pair.0), fields.contains_key(pair.1), "{place}: one language only");
            }
            let labels = if name == "questions" { ["short_de", "short_en"] } else { ["de", "en"] };
            for key in labels {
                let label = text(value, key, &place);
                assert!(width(label) <= LABEL, "{place}: {label} has {} letters", width(label));
            }
            assert!(!fields.contains_key("rule") || name == "rhythm_rule", "{place}");
            assert_eq!(fields.contains_key("sector"), name == "actor_kind", "{place}");
        }
    }
}

#[test]
fn german_nouns_start_with_a_capital() {
    let vocabulary = vocabulary();
    for name in NOUN_LISTS {
        for value in values(&vocabulary, name) {
            let label = text(value, "de", name);
            let first = label.chars().next().unwrap();
            assert!(first.is_uppercase(), "{name}: {label}");
        }
    }
    for (kind, labels) in vocabulary["fields"]["kinds"].as_object().unwrap() {
        for key in ["de", "de_plural"] {
            assert!(text(labels, key, kind).starts_with(char::is_uppercase), "{kind}");
        }
    }
    for (record, fields) in vocabulary["fields"].as_object().unwrap() {
        for (field, labels) in fields.as_object().unwrap() {
            assert!(text(labels, "de", record).starts_with(char::is_uppercase), "{record}.{field}");
        }
    }
}

#[test]
fn actor_kinds_belong_to_a_sector() {
    let vocabulary = vocabulary();
    let sectors: BTreeSet<_> = values(&vocabulary, "sector").iter().map(|value| text(value, "key", "sector")).collect();
    let mut counts = BTreeMap::<&str, usize>::new();
    let mut plannings = 0;
    for kind in values(&vocabulary, "actor_kind") {
        let key = text(kind, "key", "actor_kind");
        let sector = text(kind, "sector", key);
        assert!(sectors.contains(sector), "{key}: no sector {sector}");
        *counts.entry(sector).or_default() += 1;
        if let Some(class) = kind.get("class") {
            assert_eq!((class, sector), (&Value::from("planning"), "municipal_administration"), "{key}");
            plannings += 1;
        }
    }
    assert_eq!(counts.keys().copied().collect::<BTreeSet<_>>(), sectors, "a sector without kinds");
    assert!(plannings >= 19, "{plannings} sectoral plannings");
    println!("{counts:?}, of these plannings: {plannings}");
}

#[test]
fn network_kinds_and_questions_have_a_class() {
    let vocabulary = vocabulary();
    for (list, classes) in [("network_kind", ["network", "committee"]), ("questions", ["network", "landscape"])] {
        let found: BTreeSet<_> = values(&vocabulary, list).iter().map(|value| text(value, "class", list)).collect();
        assert_eq!(found, BTreeSet::from(classes), "{list}");
    }
}

#[test]
fn spoken_rhythms_carry_a_rule() {
    let vocabulary = vocabulary();
    let mut without = BTreeSet::new();
    let mut rules = HashSet::new();
    for value in values(&vocabulary, "rhythm_rule") {
        let key = text(value, "key", "rhythm_rule");
        let Some(rule) = value.get("rule").and_then(Value::as_str) else {
            without.insert(key);
            continue;
        };
        let frequency = rule.strip_prefix("FREQ=").unwrap_or_else(|| panic!("{key}: {rule}"));
        let mut parts = frequency.split(';');
        assert!(["WEEKLY", "MONTHLY", "YEARLY"].contains(&parts.next().unwrap()), "{key}: {rule}");
        for part in parts {
            let every = part.strip_prefix("INTERVAL=").unwrap_or_else(|| panic!("{key}: {part}"));
            assert!(every.parse::<u8>().unwrap() > 1, "{key}: {part}");
        }
        assert!(rules.insert(rule), "{key}: {rule} stands twice");
    }
    assert_eq!(without, BTreeSet::from(["as_needed", "school_term", "none_yet", "unknown"]));
}

#[test]
fn scales_run_without_holes() {
    let vocabulary = vocabulary();
    for (list, first, last) in [("intensity", 0, 4), ("activity", 0, 4), ("rating", 1, 4)] {
        let keys: Vec<_> = values(&vocabulary, list).iter().map(|value| text(value, "key", list).to_owned()).collect();
        assert_eq!(keys, (first..=last).map(|step: u8| step.to_string()).collect::<Vec<_>>(), "{list}");
    }
}

#[test]
fn other_stands_last() {
    let vocabulary = vocabulary();
    for name in lists(&vocabulary).keys() {
        let values = values(&vocabulary, name);
        if let Some(place) = values.iter().position(|value| value["key"] == "other") {
            assert_eq!(place + 1, values.len(), "{name}");
        }
    }
}

#[test]
fn every_field_of_the_store_has_a_label() {
    let vocabulary = vocabulary();
    let fields = vocabulary["fields"].as_object().unwrap();
    for shape in shapes() {
        let expected: BTreeSet<_> = shape.specs.iter().map(|spec| spec.key).collect();
        let found = fields[shape.name].as_object().unwrap().keys().map(String::as_str);
        assert_eq!(found.filter(|key| *key != "id").collect::<BTreeSet<_>>(), expected, "{}", shape.name);
    }
    let records: BTreeSet<_> = shapes().iter().map(|shape| shape.name).chain(["kinds"]).collect();
    assert_eq!(fields.keys().map(String::as_str).collect::<BTreeSet<_>>(), records);
}

#[test]
fn labels_and_hints_fit_a_form() {
    let vocabulary = vocabulary();
    let mut count = 0;
    for shape in shapes() {
        for (field, entry) in vocabulary["fields"][shape.name].as_object().unwrap() {
            let place = format!("{}.{field}", shape.name);
            assert!(width(text(entry, "de", &place)) <= FIELD && width(text(entry, "en", &place)) <= FIELD, "{place}");
            assert_eq!(entry.get("hint_de").is_some(), entry.get("hint_en").is_some(), "{place}");
            for hint in ["hint_de", "hint_en"] {
                assert!(entry.get(hint).is_none_or(|hint| width(hint.as_str().unwrap()) <= HINT), "{place}: {hint}");
            }
            count += 1;
        }
    }
    println!("fields {count}, records {}", shapes().len());
}

#[test]
fn every_list_has_a_field_and_every_choice_a_list() {
    // lists that give words to numbers, ratings and rules instead of being chosen from
    let worded = ["intensity", "activity", "rating", "rating_dimension", "rhythm_rule"];
    let chosen = shapes().into_iter().flat_map(|shape| shape.specs).filter_map(|spec| spec.of.list());
    let used: BTreeSet<_> = chosen.chain(worded).collect();
    assert_eq!(used, BTreeSet::from(LISTS));
}

#[test]
fn every_role_is_said_to_count_or_not() {
    let vocabulary = vocabulary();
    let named: BTreeSet<_> = values(&vocabulary, "role").iter().map(|value| text(value, "key", "role")).collect();
    assert_eq!(named, landscape::role::TABLE.iter().map(|(key, _)| *key).collect());
}

#[test]
fn kinds_of_record_have_singular_and_plural() {
    let vocabulary = vocabulary();
    let kinds = vocabulary["fields"]["kinds"].as_object().unwrap();
    let mut expected: BTreeSet<_> = shapes().iter().map(|shape| shape.name).collect();
    expected.extend(["institution", "person"]); // the two sorts of actor
    assert_eq!(kinds.keys().map(String::as_str).collect::<BTreeSet<_>>(), expected);
    for (kind, labels) in kinds {
        for key in ["de", "de_plural", "en", "en_plural"] {
            assert!(width(text(labels, key, kind)) <= FIELD, "{kind}.{key}");
        }
    }
}

#[test]
fn notes_on_people_carry_the_reminder() {
    let vocabulary = vocabulary();
    for (record, field) in [("actor", "notes"), ("evidence", "notes"), ("meeting", "notes"), ("statement", "text")] {
        let entry = &vocabulary["fields"][record][field];
        let german = text(entry, "hint_de", record);
        assert!(["darf dies lesen", "dürfen dies lesen"].iter().any(|reminder| german.contains(reminder)), "{record}");
        assert!(text(entry, "hint_en", record).contains("may read this"), "{record}");
    }
}
