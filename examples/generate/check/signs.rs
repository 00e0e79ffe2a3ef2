//! What an office would want to notice: nobody coordinates, nobody meets, nobody said anything, voices contradict.

use super::store::{Store, TODAY, array, counts, text, texts};
use jiff::civil::Date;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Living networks in which nobody leads or coordinates today.
pub(crate) fn unled<'a>(store: &Store<'a>) -> Vec<&'a str> {
    const LEADS: [&str; 6] = ["coordination", "chair", "office", "deputy_chair", "moderation", "convenor"];
    let leads = |seat: &Value| counts(seat) && texts(seat, "roles").iter().any(|role| LEADS.contains(role));
    let unled = store.living().filter(|network| !array(network, "members").iter().any(leads));
    unled.map(|network| text(network, "id")).collect()
}

/// Networks without members, without a rhythm, or of which no evidence speaks.
pub(crate) fn without<'a>(store: &Store<'a>, what: &str) -> Vec<&'a str> {
    let known: BTreeSet<&str> = match what {
        "rhythms" => array(store.file, "rhythms").iter().map(|rhythm| text(rhythm, "network")).collect(),
        "evidence" => statements(store.file).flat_map(|(_, statement)| texts(statement, "about")).collect(),
        _ => store.networks().filter(|network| !array(network, what).is_empty()).map(|n| text(n, "id")).collect(),
    };
    store.networks().map(|network| text(network, "id")).filter(|id| !known.contains(id)).collect()
}

/// All statements with the evidence they stand in.
fn statements(file: &Value) -> impl Iterator<Item = (&str, &Value)> {
    array(file, "evidence").iter().flat_map(|piece| {
        let id = text(piece, "id");
        array(piece, "statements").iter().map(move |statement| (id, statement))
    })
}

/// Networks of which two sources rate the same thing two marks apart or more.
pub(crate) fn contradicted<'a>(store: &Store<'a>) -> Vec<&'a str> {
    let mut marks: BTreeMap<(&str, &str), Vec<(&str, u64)>> = BTreeMap::new();
    for (source, statement) in statements(store.file) {
        let ratings = statement.get("ratings").and_then(Value::as_object);
        for (dimension, mark) in ratings.into_iter().flatten() {
            for network in texts(statement, "about") {
                marks.entry((network, dimension)).or_default().push((source, mark.as_u64().unwrap_or(0)));
            }
        }
    }
    let apart = |voices: &[(&str, u64)]| {
        voices.iter().any(|one| voices.iter().any(|other| one.0 != other.0 && one.1 >= other.1 + 2))
    };
    let found: BTreeSet<&str> = marks.iter().filter(|entry| apart(entry.1)).map(|entry| entry.0.0).collect();
    found.into_iter().collect()
}

/// Living networks that end within six months.
pub(crate) fn ending<'a>(store: &Store<'a>) -> Vec<&'a str> {
    let soon = store.living().filter(|network| (TODAY..="2027-05-23").contains(&text(network, "until")));
    soon.map(|network| text(network, "id")).collect()
}

/// Networks last looked at more than a year ago.
pub(crate) fn stale<'a>(store: &Store<'a>) -> Vec<&'a str> {
    let old = |network: &&Value| {
        (1..).contains(&text(network, "checked_on").len()) && text(network, "checked_on") < "2025-11-23"
    };
    store.networks().filter(old).map(|network| text(network, "id")).collect()
}

/// Focus themes of the landscape that no living network has.
pub(crate) fn uncovered<'a>(store: &Store<'a>) -> Vec<&'a str> {
    let covered: BTreeSet<&str> = store.living().flat_map(|network| texts(network, "themes")).collect();
    let themes = store.file.get("landscape").map(|landscape| texts(landscape, "themes")).unwrap_or_default();
    themes.into_iter().filter(|theme| !covered.contains(theme)).collect()
}

/// Rhythms with a rule whose last meeting is more than one and a half times the rhythm ago, and how many times.
pub(crate) fn late<'a>(store: &Store<'a>) -> Vec<(&'a str, f64)> {
    let mut last: BTreeMap<&str, &str> = BTreeMap::new();
    for meeting in array(store.file, "meetings").iter().filter(|meeting| text(meeting, "status") == "held") {
        let latest = last.entry(text(meeting, "rhythm")).or_default();
        *latest = text(meeting, "at").max(latest);
    }
    let mut late = Vec::new();
    for rhythm in array(store.file, "rhythms") {
        let met = last.get(text(rhythm, "id")).and_then(|at| at.get(..10)).and_then(|day| day.parse::<Date>().ok());
        if let (Some(apart), Some(met), Ok(today)) = (days_apart(text(rhythm, "rule")), met, TODAY.parse::<Date>()) {
            let times = f64::from((today - met).get_days()) / apart;
            if times > 1.5 {
                late.push((text(rhythm, "network"), times));
            }
        }
    }
    late
}

/// The usual number of days between two meetings of a rule.
fn days_apart(rule: &str) -> Option<f64> {
    let part = |key: &str| rule.split(';').find_map(|part| part.strip_prefix(key));
    let every: f64 = part("INTERVAL=").map_or(Some(1.0), |number| number.parse().ok())?;
    match part("FREQ=")? {
        "WEEKLY" => Some(7.0 * every),
        "MONTHLY" => Some(365.25 / 12.0 * every),
        "YEARLY" => Some(365.25 / f64::from(u32::try_from(part("BYMONTH=")?.split(',').count()).ok()?)),
        _ => None,
    }
}
