//! Why two networks look alike, in words: each part by itself. Knows no layout.

use super::near::Near;
use super::saving::{Cost, Saving};
use super::{By, Pair};
use crate::i18n::{Lang, fill};
use crate::landscape::vocabulary;
use crate::store::{Store, name_of};

/// "9 of 12 members of A sit in B too"; empty where no members are shared.
#[must_use]
pub fn members(store: &Store, pair: &Pair, lang: Lang) -> String {
    let texts = &lang.texts().insight;
    let (small, large, size, whole) = if pair.of_b < pair.of_a {
        (&pair.b, &pair.a, pair.of_b, pair.of_a)
    } else {
        (&pair.a, &pair.b, pair.of_a, pair.of_b)
    };
    let [small, large] = [small, large].map(|id| name_of(store, id));
    let [shared, size, whole] = [pair.shared, size, whole].map(|number| number.to_string());
    match pair.shared {
        0 => String::new(),
        _ if pair.is_inside() => fill(texts.inside, &[&size, &small, &large, &whole]),
        _ => fill(texts.sits, &[&shared, &size, &small, &large]),
    }
}

/// What else is the same: label and values ("Theme", "transitions, language").
#[must_use]
pub fn alike(store: &Store, pair: &Pair, lang: Lang) -> Vec<(&'static str, String)> {
    let texts = &lang.texts().insight;
    let of = |field: &str, say: &dyn Fn(&str) -> String| {
        let values = pair.alike.iter().filter(|(key, _)| *key == field);
        values.map(|(_, value)| say(value)).collect::<Vec<_>>().join(", ")
    };
    let listed = |field: &str, list: &'static str| of(field, &|value| vocabulary::label(list, value, lang).to_owned());
    let parts = [
        (texts.theme, listed("themes", "theme")),
        (texts.phase, listed("phases", "phase")),
        (texts.target_group, listed("target_groups", "target_group")),
        (texts.area, listed("area", "area")),
        (texts.name_words, of("name", &str::to_owned)),
        (texts.purpose_words, of("purpose", &str::to_owned)),
        (texts.lead, of("coordinator", &|id| name_of(store, id))),
    ];
    parts.into_iter().filter(|(_, values)| !values.is_empty()).collect()
}

/// Why a network looks like one that is being typed: "name alike · theme language · 3 of 4 members".
#[must_use]
pub fn near(near: &Near, lang: Lang) -> String {
    let texts = &lang.texts().insight;
    let listed = |field: &str, list: &'static str, label: &str| {
        let values = near.same.iter().filter(|(key, _)| *key == field);
        let values: Vec<&str> = values.map(|(_, value)| vocabulary::label(list, value, lang)).collect();
        if values.is_empty() { String::new() } else { format!("{label} {}", values.join(", ")) }
    };
    let members = if near.shared == 0 {
        String::new()
    } else {
        fill(texts.near_members, &[&near.shared.to_string(), &near.of.to_string()])
    };
    let parts = [
        if near.named { texts.near_name.to_owned() } else { String::new() },
        members,
        listed("themes", "theme", texts.theme),
        listed("phases", "phase", texts.phase),
        listed("target_groups", "target_group", texts.target_group),
        listed("area", "area", texts.area),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What people decided, and that the data have changed since if they have.
#[must_use]
pub fn judged(pair: &Pair, lang: Lang) -> Option<String> {
    let texts = &lang.texts().insight;
    let verdict = pair.verdict.as_ref()?;
    let words = if pair.settled { texts.judged } else { texts.changed };
    Some(fill(words, &[vocabulary::label("verdict", verdict, lang)]))
}

/// What merging or dropping would save.
#[must_use]
pub fn saving(saving: &Saving, lang: Lang) -> String {
    let texts = &lang.texts().insight;
    let [first, second] = saving.dropped.map(|cost| said(cost, lang));
    let said = fill(texts.saves, &[&said(saving.merged, lang), &first, &second]);
    if saving.assumed { format!("{said} {}", texts.assumed) } else { said }
}

fn said(cost: Cost, lang: Lang) -> String {
    let number = |number: f64| {
        let text = format!("{number:.1}");
        let text = text.strip_suffix(".0").map_or(text.clone(), str::to_owned);
        lang.pick(text.replace('.', ","), text)
    };
    let meetings = fill(lang.texts().insight.cost, &[&number(cost.meetings)]);
    if cost.hours < 0.5 {
        return meetings;
    }
    format!("{meetings} {}", fill(lang.texts().insight.cost_hours, &[&format!("{:.0}", cost.hours)]))
}

/// All of it in one line: "9 of 12 members of A sit in B too; both: transition school–work".
#[must_use]
pub fn sentence(store: &Store, pair: &Pair, lang: Lang) -> String {
    let texts = &lang.texts().insight;
    let mut parts = vec![members(store, pair, lang)];
    if pair.by == By::Content {
        let names = [&pair.a, &pair.b].map(|id| name_of(store, id));
        parts = vec![fill(texts.by_content, &[&names[0], &names[1]])];
    }
    let both = alike(store, pair, lang).into_iter().map(|(label, values)| format!("{label} {values}"));
    let both: Vec<String> = both.collect();
    if !both.is_empty() {
        parts.push(fill(texts.both, &[&both.join(" · ")]));
    }
    parts.extend(judged(pair, lang));
    if pair.nested {
        parts.push(texts.nested.to_owned());
    }
    parts.join("; ")
}
