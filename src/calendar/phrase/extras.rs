//! The rest of a phrase: words for rhythms without dates, what is kept clear of, beginning and end.

use jiff::civil::Date;

use super::days::{Nth, date, day_and_month, months};
use super::lexicon::{Unit, each, ordinal};
use super::often::any_unit;
use super::token::Scan;
use crate::calendar::{Avoid, Keyword};

/// "nach Bedarf", "noch keine", "unbekannt", "je Schulhalbjahr".
pub(super) fn keyword(scan: &mut Scan<'_>) -> Option<Keyword> {
    const WORDS: [(&str, Keyword); 27] = [
        ("nach bedarf", Keyword::AsNeeded),
        ("bei bedarf", Keyword::AsNeeded),
        ("anlassbezogen", Keyword::AsNeeded),
        ("bedarfsweise", Keyword::AsNeeded),
        ("unregelmaessig", Keyword::AsNeeded),
        ("ad hoc", Keyword::AsNeeded),
        ("as needed", Keyword::AsNeeded),
        ("when needed", Keyword::AsNeeded),
        ("if needed", Keyword::AsNeeded),
        ("as required", Keyword::AsNeeded),
        ("on demand", Keyword::AsNeeded),
        ("irregularly", Keyword::AsNeeded),
        ("noch keine", Keyword::NoneYet),
        ("noch keiner", Keyword::NoneYet),
        ("noch nicht festgelegt", Keyword::NoneYet),
        ("noch nicht", Keyword::NoneYet),
        ("none yet", Keyword::NoneYet),
        ("not yet", Keyword::NoneYet),
        ("unbekannt", Keyword::Unknown),
        ("unknown", Keyword::Unknown),
        ("weiss nicht", Keyword::Unknown),
        ("je schulhalbjahr", Keyword::SchoolTerm),
        ("pro schulhalbjahr", Keyword::SchoolTerm),
        ("per school half year", Keyword::SchoolTerm),
        ("once per school half year", Keyword::SchoolTerm),
        ("per school term", Keyword::SchoolTerm),
        ("once a term", Keyword::SchoolTerm),
    ];
    WORDS.iter().find(|(words, _)| scan.eat_all(words)).map(|(_, word)| *word)
}

/// "außer in den Ferien", "except public holidays", "nur in der Schulzeit"; several readings for the bare "holidays".
pub(super) fn avoid(scan: &mut Scan<'_>) -> Option<Vec<Vec<Avoid>>> {
    scan.attempt(|s| {
        if s.eat_all("nur in der schulzeit")
            || s.eat_all("in der schulzeit")
            || s.eat_all("during term time")
            || s.eat_all("term time only")
        {
            return Some(vec![vec![Avoid::SchoolHolidays]]);
        }
        let mut readings = not(s).then(|| named(s)).flatten()?;
        while let Some(more) = s.attempt(|s| {
            let joined = s.eat(&["und", "and", "oder", "or"]) || s.eat_sign(',');
            joined.then(|| named(s)).flatten()
        }) {
            readings =
                readings.iter().flat_map(|r| more.iter().map(|m| [r.as_slice(), m.as_slice()].concat())).collect();
        }
        for avoid in &mut readings {
            avoid.sort_unstable();
            avoid.dedup();
        }
        Some(readings)
    })
}

/// "außer", "not", "except".
fn not(scan: &mut Scan<'_>) -> bool {
    scan.eat(&["aber", "but"]);
    scan.eat(&[
        "ausser",
        "nicht",
        "ohne",
        "ausserhalb",
        "ausgenommen",
        "except",
        "not",
        "outside",
        "excluding",
        "without",
    ])
}

/// "außer im Juli und August": the other months.
pub(super) fn other_months(scan: &mut Scan<'_>) -> Option<Vec<i8>> {
    scan.attempt(|s| {
        let (months, only) = not(s).then(|| months(s)).flatten()?;
        let others: Vec<_> = (1..=12).filter(|m| !months.contains(m)).collect();
        (!only && !others.is_empty()).then_some(others)
    })
}

/// Holidays of one kind.
fn named(scan: &mut Scan<'_>) -> Option<Vec<Vec<Avoid>>> {
    while scan.eat(&["in", "an", "on", "during", "den", "der", "the", "waehrend", "for"]) {}
    let school = vec![Avoid::SchoolHolidays];
    let public = vec![Avoid::PublicHolidays];
    if scan.eat(&["ferien", "schulferien"]) || scan.eat_all("school holidays") || scan.eat_all("school vacations") {
        return Some(vec![school]);
    }
    let public_words = ["feiertagen", "feiertage", "feiertags", "feiertag"];
    if scan.eat_all("gesetzlichen feiertagen")
        || scan.eat_all("public holidays")
        || scan.eat_all("bank holidays")
        || scan.eat(&public_words)
    {
        return Some(vec![public]);
    }
    scan.eat(&["holidays"]).then(|| vec![school, public])
}

/// "bis 31.12.2026", "until the end of 2027".
pub(super) fn until(scan: &mut Scan<'_>) -> Option<Date> {
    scan.attempt(|s| {
        let led = s.eat(&["bis", "until", "till", "through", "endet", "ending", "laengstens"]);
        s.eat(&["am", "on", "einschliesslich", "inklusive", "including"]);
        led.then(|| date(s, true)).flatten()
    })
}

/// "ab 12.1.2027", "starting on 2027-01-12".
pub(super) fn start(scan: &mut Scan<'_>) -> Option<Date> {
    scan.attempt(|s| {
        let led = s.eat(&[
            "ab",
            "seit",
            "from",
            "starting",
            "since",
            "beginnend",
            "beginning",
            "erstmals",
            "beginn",
            "start",
            "starts",
        ]);
        s.eat_sign(':');
        s.eat(&["am", "on", "dem"]);
        led.then(|| date(s, false)).flatten()
    })
}

/// "im Monat", "des Quartals", "of the year": what ordinals count in.
pub(super) fn within(scan: &mut Scan<'_>) -> Option<Unit> {
    scan.attempt(|s| {
        let led = s.eat(&["im", "in", "of", "des", "eines", "pro", "je", "per", "vom"]);
        s.eat(&["the", "a", "each", "every", "jedes", "jeden", "einem", "laufenden"]);
        led.then(|| any_unit(s)).flatten().filter(|u| *u != Unit::Term)
    })
}

/// "3 October", "October 3rd".
pub(super) fn dates(scan: &mut Scan<'_>) -> Option<(Nth, i8)> {
    let (day, month) = day_and_month(scan)?;
    Some((Nth::Date(vec![day]), month))
}

/// "jeden", "every" before an ordinal: the ordinal may also count weeks.
pub(super) fn each_before_ordinal(scan: &mut Scan<'_>) -> bool {
    let before = each(scan.word(0)) && (scan.number(1).is_some() || ordinal(scan.word(1)).is_some());
    scan.skip(usize::from(before));
    before
}
