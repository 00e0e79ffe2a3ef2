//! Rhythms, lengths and coming dates in words: the one seam between the card and the calendar.

use crate::calendar::{Bounds, Freq, Moment, Recurrence, Rule, Series};
use crate::i18n::{Lang, fill};
use crate::landscape::{Record, rhythm, vocabulary};
use jiff::civil::{DateTime, Weekday};

/// How a body means to meet, as people say it: "jeden 2. Dienstag, 14:00"; empty where nothing is known.
pub(super) fn spoken(record: &Record, lang: Lang) -> String {
    let rule = record.text(rhythm::RULE);
    let per_year = record.range(rhythm::PER_YEAR).map(|range| times(range, lang));
    let said = match (rule, rule.parse::<Recurrence>()) {
        ("", _) => return per_year.unwrap_or_default(),
        (_, Ok(Recurrence::Rule(rule))) => rule_said(&rule, lang),
        _ => vocabulary::label("rhythm_rule", rule, lang).to_owned(),
    };
    let hour = record.text(rhythm::START).split_once('T').map(|(_, hour)| hour.to_owned());
    [Some(said), hour, per_year].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn times((least, most): (u32, u32), lang: Lang) -> String {
    let number = if least == most { least.to_string() } else { format!("{least}–{most}") };
    fill(lang.texts().card.per_year, &[&number])
}

/// The frequency by its name in the vocabulary, and the weekdays.
fn rule_said(rule: &Rule, lang: Lang) -> String {
    let mut bare = Rule::every(rule.interval(), rule.freq()).to_string();
    if !vocabulary::values("rhythm_rule").iter().any(|entry| entry.rule == Some(&bare)) {
        bare = rule.to_string();
    }
    let named = vocabulary::values("rhythm_rule").iter().find(|entry| entry.rule == Some(&bare));
    let frequency = named.map_or(bare.as_str(), |entry| entry.label(lang)).to_owned();
    let day = |nth: Option<i8>, weekday| match nth {
        Some(-1) => format!("{} {}", lang.texts().card.last_of, weekday_said(weekday, lang)),
        Some(nth) => format!("{nth}. {}", weekday_said(weekday, lang)),
        None => weekday_said(weekday, lang).to_owned(),
    };
    let days: Vec<String> = rule.days().iter().map(|by| day(by.nth, by.weekday)).collect();
    match (rule.freq(), days.as_slice()) {
        (_, []) => frequency,
        (Freq::Monthly, days) if rule.interval() == 1 => fill(lang.texts().card.every, &[&days.join(", ")]),
        (_, days) => format!("{frequency}, {}", days.join(", ")),
    }
}

fn weekday_said(weekday: Weekday, lang: Lang) -> &'static str {
    match weekday {
        Weekday::Monday => lang.pick("Montag", "Monday"),
        Weekday::Tuesday => lang.pick("Dienstag", "Tuesday"),
        Weekday::Wednesday => lang.pick("Mittwoch", "Wednesday"),
        Weekday::Thursday => lang.pick("Donnerstag", "Thursday"),
        Weekday::Friday => lang.pick("Freitag", "Friday"),
        Weekday::Saturday => lang.pick("Samstag", "Saturday"),
        Weekday::Sunday => lang.pick("Sonntag", "Sunday"),
    }
}

/// The next dates of a rhythm from today on, as the store writes them; none where the rule or the start is not known.
pub(super) fn upcoming(record: &Record, now: DateTime, count: usize) -> Vec<String> {
    let moments = |field| record.texts(field).iter().filter_map(|moment| moment.parse().ok()).collect();
    let Ok(start) = record.text(rhythm::START).parse::<Moment>() else { return Vec::new() };
    let Ok(Recurrence::Rule(rule)) = record.text(rhythm::RULE).parse() else { return Vec::new() };
    let series = Series {
        rule: Some(rule),
        start,
        until: record.text(rhythm::UNTIL).parse().ok(),
        skip: moments(rhythm::SKIP),
        extra: moments(rhythm::EXTRA),
    };
    let dates = series.occurrences(Moment::day(now.date()), Bounds::default());
    dates.take(count).map(|moment| moment.to_string()).collect()
}

/// Days between two meetings by the rhythm, where it says so.
pub(super) fn gap(record: &Record) -> Option<f64> {
    let by_rule = record.text(rhythm::RULE).parse::<Recurrence>().ok().and_then(|rule| rule.nominal_days());
    by_rule.or_else(|| record.range(rhythm::PER_YEAR).map(|(least, _)| 365.0 / f64::from(least.max(1))))
}

/// `PT1H30M` as "1 Std. 30 Min."; anything else as written.
pub(super) fn length(text: &str, lang: Lang) -> String {
    let plain = text
        .strip_prefix("PT")
        .filter(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b'H' || b == b'M'));
    let (hour, minute) = lang.pick((" Std. ", " Min."), (" h ", " min"));
    plain.map_or_else(|| text.to_owned(), |rest| rest.replace('H', hour).replace('M', minute).trim_end().to_owned())
}

/// The rule as it stands in the store, for those who read RRULEs; empty for words and for nothing.
pub(super) fn as_rule(record: &Record) -> &str {
    let rule = record.text(rhythm::RULE);
    if rule.contains('=') { rule } else { "" }
}
