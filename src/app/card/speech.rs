//! Rhythms, lengths and coming dates in words: the one seam between the card and the calendar.

use crate::analysis::series::{Almanac, hour, often};
use crate::calendar::{Avoid, Length, Recurrence, speak, speak_avoid};
use crate::i18n::Lang;
use crate::landscape::{Record, rhythm};
use crate::store::Data;
use jiff::civil::DateTime;

/// How a body means to meet, as people say it: "jeden 2. Dienstag im Monat, 14:00"; empty where nothing is known, and a
/// rule nobody can read as it stands.
pub(super) fn spoken(record: &Record, lang: Lang) -> String {
    let rule = record.text(rhythm::RULE);
    let said = match rule.parse::<Recurrence>() {
        _ if rule.is_empty() => String::new(),
        Ok(rule) => speak(&rule, hour(record), lang),
        Err(_) => rule.to_owned(),
    };
    let often = often(record, lang).unwrap_or_default();
    let avoids = |avoid: &Avoid| record.texts(rhythm::AVOID).iter().any(|key| &**key == avoid.key());
    let avoid: Vec<Avoid> = [Avoid::PublicHolidays, Avoid::SchoolHolidays].into_iter().filter(avoids).collect();
    let parts = [said, often, speak_avoid(&avoid, lang)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The next dates of a rhythm nobody has noted yet, as the store writes them; none where the rule is not known.
pub(super) fn upcoming(data: &Data, record: &Record, now: DateTime, count: usize) -> Vec<String> {
    Almanac::of(data.store()).next(data, record, now, count).iter().map(ToString::to_string).collect()
}

/// Days between two meetings by the rhythm, where it says so.
pub(super) fn gap(record: &Record) -> Option<f64> {
    let by_rule = record.text(rhythm::RULE).parse::<Recurrence>().ok().and_then(|rule| rule.nominal_days());
    by_rule.or_else(|| record.range(rhythm::PER_YEAR).map(|(least, _)| 365.0 / f64::from(least.max(1))))
}

/// `PT1H30M` as "1 Std. 30 Min."; anything else as written.
pub(super) fn length(text: &str, lang: Lang) -> String {
    text.parse::<Length>().map_or_else(|_| text.to_owned(), |length| length.speak(lang))
}

/// The rule as it stands in the store, for those who read RRULEs; empty for words and for nothing.
pub(super) fn as_rule(record: &Record) -> &str {
    let rule = record.text(rhythm::RULE);
    if rule.contains('=') { rule } else { "" }
}
