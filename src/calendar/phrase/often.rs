//! How often: "alle 6 Wochen", "14-täglich", "every other", "3–4 mal im Jahr", "once a month". Knows no days.

use super::lexicon::{Unit, adjective, adverb, cardinal, each, ordinal, times, unit, weeks_of_days};
use super::token::Scan;
use crate::calendar::MOST_COUNT;

/// Every so many of what; a range where people say "alle 6–8 Wochen".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) least: u16,
    pub(super) most: u16,
    pub(super) unit: Unit,
    /// What else the word may mean.
    pub(super) or: Option<Or>,
}

/// The other meaning of an English "bi".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Or {
    /// So often a year.
    PerYear(u16),
    /// Every so many years.
    Years(u16),
}

impl Interval {
    pub(super) const fn of((n, unit): (u16, Unit)) -> Self {
        Self { least: n, most: n, unit, or: None }
    }

    /// "biweekly" may be every two weeks or twice a week; the first is likelier.
    fn of_word(word: &str) -> Option<Self> {
        let or = match word {
            "biweekly" => Some(Or::PerYear(104)),
            "bimonthly" => Some(Or::PerYear(24)),
            "biannual" | "biannually" => Some(Or::Years(2)),
            _ => None,
        };
        adverb(word).map(|found| Self { or, ..Self::of(found) })
    }
}

/// So many times in what; without a unit: so many times in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) least: u16,
    pub(super) most: u16,
    pub(super) unit: Option<Unit>,
    /// "insgesamt": surely no number per unit.
    pub(super) in_all: bool,
}

/// A number in digits or as a word.
fn number(scan: &mut Scan<'_>) -> Option<u16> {
    match scan.number(0) {
        Some(n) => {
            let n = u16::try_from(n).ok().filter(|n| (1..=MOST_COUNT).contains(n))?;
            scan.skip(1);
            Some(n)
        }
        None => scan.take(cardinal),
    }
}

/// "6", "6–8", "sechs bis acht", "drei oder vier".
fn range(scan: &mut Scan<'_>, end: fn(&mut Scan<'_>) -> Option<u16>) -> Option<(u16, u16)> {
    let least = number(scan)?;
    scan.attempt(|s| {
        let dash = s.eat_sign('-');
        let word = s.eat(&["bis", "to", "oder", "or"]);
        (dash || word).then(|| end(s)).flatten()
    })
    .filter(|most| *most >= least)
    .map(|most| (least, most))
}

/// "alle 6 Wochen", "jede zweite Woche", "every other", "14-täglich", "im 6-Wochen-Rhythmus".
pub(super) fn interval(scan: &mut Scan<'_>) -> Option<Interval> {
    scan.attempt(every)
        .or_else(|| scan.attempt(|s| s.take(Interval::of_word)))
        .or_else(|| scan.attempt(adjectival))
        .or_else(|| {
            scan.attempt(|s| {
                // "bi-weekly", "half-yearly", "semi-annual"
                let (first, second) = (s.word(0), s.word(2));
                let joined = (s.sign(1) == Some('-')).then(|| format!("{first}{second}"))?;
                let half = (joined == "halfyearly").then_some(Interval::of((6, Unit::Month)));
                s.skip(3);
                Interval::of_word(&joined).or(half)
            })
        })
        .or_else(|| scan.attempt(rhythm))
}

fn every(scan: &mut Scan<'_>) -> Option<Interval> {
    scan.take(|w| each(w).then_some(()))?;
    if let Some(unit) = scan.attempt(any_unit) {
        return Some(Interval::of((1, unit)));
    }
    if scan.eat(&["fortnight"]) {
        return Some(Interval::of((2, Unit::Week)));
    }
    if scan.eat(&["other"]) {
        let unit = scan.attempt(any_unit);
        let weekday = super::lexicon::weekday(scan.word(0)).is_some();
        return unit.or(weekday.then_some(Unit::Week)).map(|u| Interval::of(weeks_of_days(2, u)));
    }
    if let Some(found) = scan.attempt(|s| {
        let (least, most) = range(s, number)?;
        Some(Interval { least, most, unit: any_unit(s)?, or: None })
    }) {
        return Some(found);
    }
    let counted = scan.attempt(|s| Some((number(s)?, any_unit(s)?)));
    let nth = |s: &mut Scan<'_>| {
        let n = match s.number(0) {
            Some(n) => {
                s.skip(1);
                let marked = s.eat_sign('.') || s.eat(&["st", "nd", "rd", "th"]);
                u16::try_from(n).ok().filter(|_| marked)?
            }
            None => u16::try_from(s.take(ordinal)?).ok()?,
        };
        Some((n, any_unit(s)?))
    };
    counted.or_else(|| scan.attempt(nth)).filter(|(n, _)| *n > 0).map(|(n, u)| Interval::of(weeks_of_days(n, u)))
}

/// A unit, also "half-year" and "school half-year".
pub(super) fn any_unit(scan: &mut Scan<'_>) -> Option<Unit> {
    if scan.eat_all("school half year") || scan.eat_all("school term") {
        return Some(Unit::Term);
    }
    if scan.eat_all("half year") || scan.eat_all("half years") {
        return Some(Unit::HalfYear);
    }
    scan.take(unit)
}

/// "14-täglich", "2 wöchig".
fn adjectival(scan: &mut Scan<'_>) -> Option<Interval> {
    let n = number(scan)?;
    scan.eat_sign('-');
    scan.take(adjective).map(|unit| Interval::of(weeks_of_days(n, unit)))
}

/// "im 6-Wochen-Rhythmus", "im Abstand von 6 Wochen".
fn rhythm(scan: &mut Scan<'_>) -> Option<Interval> {
    const RHYTHM: [&str; 8] =
        ["rhythmus", "takt", "turnus", "abstand", "abstaenden", "intervall", "rhythm", "intervals"];
    scan.eat(&["im", "in", "at"]);
    let before = scan.eat(&RHYTHM);
    scan.eat(&["von", "of"]);
    let (least, most) = scan.attempt(|s| range(s, number)).or_else(|| number(scan).map(|n| (n, n)))?;
    scan.eat_sign('-');
    let unit = any_unit(scan)?;
    scan.eat_sign('-');
    let after = scan.eat(&RHYTHM);
    let (n, unit) = if least == most { weeks_of_days(least, unit) } else { (least, unit) };
    (before || after).then_some(Interval { least: n, most: if least == most { n } else { most }, unit, or: None })
}

/// "mal", "x", "times", "Sitzungen": what is counted.
fn sittings(scan: &mut Scan<'_>) -> bool {
    scan.eat_sign('-');
    let words = [
        "mal",
        "male",
        "x",
        "times",
        "time",
        "sitzungen",
        "termine",
        "treffen",
        "meetings",
        "sessions",
        "sitzung",
        "meeting",
    ];
    scan.eat(&words)
}

/// "3-mal", "dreimal", "4 Sitzungen".
fn one_count(scan: &mut Scan<'_>) -> Option<u16> {
    scan.take(times).or_else(|| scan.attempt(|s| number(s).filter(|_| sittings(s))))
}

/// "3–4 mal im Jahr", "twice a year", "zweimal jährlich", "10-mal".
pub(super) fn how_often(scan: &mut Scan<'_>) -> Option<Times> {
    scan.attempt(|s| {
        let in_all = s.eat(&["insgesamt"]);
        let (least, most) = s.attempt(|s| range(s, one_count)).or_else(|| one_count(s).map(|n| (n, n)))?;
        let in_all = s.eat_all("in all") || s.eat(&["insgesamt"]) || in_all;
        let unit = if in_all { None } else { s.attempt(within) };
        Some(Times { least, most, unit, in_all })
    })
}

/// "im Jahr", "per month", "die Woche", "jährlich".
fn within(scan: &mut Scan<'_>) -> Option<Unit> {
    let half = |s: &mut Scan<'_>| match s.take(adverb)? {
        (1, unit) => Some(unit),
        (6, Unit::Month) => Some(Unit::HalfYear),
        (3, Unit::Month) => Some(Unit::Quarter),
        _ => None,
    };
    scan.attempt(half).or_else(|| {
        const IN: [&str; 11] = ["im", "in", "pro", "je", "per", "a", "an", "die", "am", "jedes", "every"];
        let led = scan.eat(&IN) || scan.eat(&["each", "jede", "jeden"]) || scan.eat_sign('/');
        scan.eat(&["einem", "the", "dem", "der"]);
        led.then(|| any_unit(scan)).flatten()
    })
}
