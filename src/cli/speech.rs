//! What is wrong, in words: with a store that is not sound.

use crate::i18n::{Lang, fill};
use crate::landscape::vocabulary;
use crate::store::{Flaw, Level, Store, name_of};

/// How bad it is.
pub(super) fn level(level: Level, lang: Lang) -> &'static str {
    let texts = &lang.texts().cli;
    match level {
        Level::Error => texts.error,
        Level::Warning => texts.warning,
        Level::Note => texts.note,
    }
}

/// What is wrong with a place in a store.
pub(super) fn flaw(store: &Store, flaw: &Flaw, lang: Lang) -> String {
    let texts = &lang.texts().cli;
    let kind = |kind: crate::landscape::Kind| vocabulary::kind_label(kind.name(), 1, lang);
    match flaw {
        Flaw::IdElsewhere(other) => fill(texts.id_elsewhere, &[kind(*other)]),
        Flaw::Missing(id) => fill(texts.leads_nowhere, &[id]),
        Flaw::WrongKind(id, other) => fill(texts.leads_astray, &[&name_of(store, id), kind(*other)]),
        Flaw::NoPartId => texts.no_part_id.to_owned(),
        Flaw::PartTwice(key) => fill(texts.part_twice, &[key]),
        Flaw::NoDate(text) => fill(texts.no_date, &[text]),
        Flaw::NoMoment(text) => fill(texts.no_moment, &[text]),
        Flaw::NoDuration(text) => fill(texts.no_duration, &[text]),
        Flaw::NoRule(text) => fill(texts.no_rule, &[text]),
        Flaw::Backwards(from, until) => fill(texts.backwards, &[until, from]),
        Flaw::OutOfRange(number, min, max) => {
            fill(texts.out_of_range, &[&number.to_string(), &min.to_string(), &max.to_string()])
        }
        Flaw::Rating(dimension, rating) => fill(texts.bad_rating, &[dimension, &rating.to_string()]),
        Flaw::PersonRated(id) => fill(texts.person_rated, &[&name_of(store, id)]),
        Flaw::Empty => texts.is_empty.to_owned(),
        Flaw::Circle(ids) => {
            let names: Vec<String> = ids.iter().map(|id| name_of(store, id)).collect();
            fill(texts.circle, &[&names.join(" → ")])
        }
        Flaw::SeatTwice(other, holder) => fill(texts.seat_twice, &[&name_of(store, holder), other]),
        Flaw::Invisible => texts.invisible.to_owned(),
        Flaw::NotInformed => texts.not_informed.to_owned(),
        Flaw::NoRetention => texts.no_retention.to_owned(),
        Flaw::Forgotten => texts.still_here.to_owned(),
    }
}
