//! The words: German and English side by side, folded (`ae` for ä). Knows no order of words.

use jiff::civil::Weekday;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::calendar) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
    /// Half of a school year.
    Term,
}

impl Unit {
    /// How many of them a year has, about.
    pub(in crate::calendar) const fn per_year(self) -> u16 {
        match self {
            Self::Day => 365,
            Self::Week => 52,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::HalfYear | Self::Term => 2,
            Self::Year => 1,
        }
    }
}

pub(in crate::calendar) fn weekday(word: &str) -> Option<Weekday> {
    let stem = ["s", "en"].iter().find_map(|end| word.strip_suffix(end)).filter(|w| w.len() > 5).unwrap_or(word);
    Some(match stem {
        "montag" | "mo" | "monday" | "mon" => Weekday::Monday,
        "dienstag" | "di" | "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "mittwoch" | "mi" | "wednesday" | "wed" | "weds" => Weekday::Wednesday,
        "donnerstag" | "do" | "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "freitag" | "fr" | "friday" | "fri" => Weekday::Friday,
        "samstag" | "sonnabend" | "sa" | "saturday" | "sat" => Weekday::Saturday,
        "sonntag" | "so" | "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

pub(in crate::calendar) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "januar" | "jaenner" | "jan" | "january" => 1,
        "februar" | "feb" | "february" => 2,
        "maerz" | "maer" | "mrz" | "march" | "mar" => 3,
        "april" | "apr" => 4,
        "mai" | "may" => 5,
        "juni" | "jun" | "june" => 6,
        "juli" | "jul" | "july" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "oktober" | "okt" | "october" | "oct" => 10,
        "november" | "nov" => 11,
        "dezember" | "dez" | "december" | "dec" => 12,
        _ => return None,
    })
}

/// "zweiter", "second", "last" (−1).
pub(in crate::calendar) fn ordinal(word: &str) -> Option<i8> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "last" => -1,
        "penultimate" => -2,
        _ => match inflected(word)? {
            "erst" => 1,
            "zweit" => 2,
            "dritt" => 3,
            "viert" => 4,
            "fuenft" => 5,
            "letzt" => -1,
            "vorletzt" | "zweitletzt" => -2,
            "drittletzt" => -3,
            "viertletzt" => -4,
            "fuenftletzt" => -5,
            _ => return None,
        },
    })
}

/// A German adjective without its ending.
fn inflected(word: &str) -> Option<&str> {
    ["er", "en", "es", "em", "e"].iter().find_map(|end| word.strip_suffix(end))
}

pub(in crate::calendar) fn cardinal(word: &str) -> Option<u16> {
    Some(match word {
        "ein" | "eins" | "eine" | "einem" | "einer" | "einen" | "one" => 1,
        "zwei" | "zwo" | "two" => 2,
        "drei" | "three" => 3,
        "vier" | "four" => 4,
        "fuenf" | "five" => 5,
        "sechs" | "six" => 6,
        "sieben" | "seven" => 7,
        "acht" | "eight" => 8,
        "neun" | "nine" => 9,
        "zehn" | "ten" => 10,
        "elf" | "eleven" => 11,
        "zwoelf" | "twelve" => 12,
        "vierzehn" | "fourteen" => 14,
        _ => return None,
    })
}

/// "dreimal", "twice".
pub(in crate::calendar) fn times(word: &str) -> Option<u16> {
    match word {
        "once" => Some(1),
        "twice" => Some(2),
        "thrice" => Some(3),
        _ => word.strip_suffix("mal").and_then(cardinal),
    }
}

pub(in crate::calendar) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "tag" | "tage" | "tagen" | "day" | "days" => Unit::Day,
        "woche" | "wochen" | "week" | "weeks" | "wk" | "wks" => Unit::Week,
        "monat" | "monate" | "monaten" | "monats" | "month" | "months" => Unit::Month,
        "quartal" | "quartale" | "quartalen" | "quartals" | "vierteljahr" | "quarter" | "quarters" => Unit::Quarter,
        "halbjahr" | "halbjahre" | "halbjahres" | "halbjahrs" | "halfyear" => Unit::HalfYear,
        "jahr" | "jahre" | "jahren" | "jahres" | "kalenderjahr" | "year" | "years" | "annum" => Unit::Year,
        "schulhalbjahr" | "schulhalbjahres" | "semester" | "term" => Unit::Term,
        _ => return None,
    })
}

/// "monatlich", "zweiwöchentlich", "fortnightly": every so many of what.
pub(in crate::calendar) fn adverb(word: &str) -> Option<(u16, Unit)> {
    let stem =
        inflected(word).filter(|w| w.ends_with("ich") || w.ends_with("ig") || w.ends_with("weis")).unwrap_or(word);
    Some(match stem {
        "daily" => (1, Unit::Day),
        "weekly" => (1, Unit::Week),
        "fortnightly" | "biweekly" => (2, Unit::Week),
        "monthly" => (1, Unit::Month),
        "bimonthly" => (2, Unit::Month),
        "quarterly" | "vierteljaehrlich" | "quartalsweis" | "quartalsweise" => (3, Unit::Month),
        "halbjaehrlich" | "semiannual" | "semiannually" | "biannual" | "biannually" => (6, Unit::Month),
        "yearly" | "annual" | "annually" => (1, Unit::Year),
        "biennial" | "biennially" => (2, Unit::Year),
        _ => return counted(stem),
    })
}

/// "zweimonatlich": a number word and what it counts.
fn counted(stem: &str) -> Option<(u16, Unit)> {
    ADJECTIVES.iter().find_map(|(end, unit)| {
        let number = stem.strip_suffix(end)?;
        let n = if number.is_empty() { 1 } else { cardinal(number)? };
        Some(weeks_of_days(n, *unit))
    })
}

/// "14-täglich": the word after a number.
pub(in crate::calendar) fn adjective(word: &str) -> Option<Unit> {
    let stem = inflected(word).unwrap_or(word);
    ADJECTIVES.iter().find(|(end, _)| stem == *end).map(|(_, unit)| *unit)
}

const ADJECTIVES: [(&str, Unit); 7] = [
    ("taeglich", Unit::Day),
    ("taegig", Unit::Day),
    ("woechentlich", Unit::Week),
    ("woechig", Unit::Week),
    ("monatlich", Unit::Month),
    ("monatig", Unit::Month),
    ("jaehrlich", Unit::Year),
];

/// 14 days are said where two weeks are meant.
pub(in crate::calendar) const fn weeks_of_days(n: u16, unit: Unit) -> (u16, Unit) {
    match unit {
        Unit::Day if n > 0 && n.is_multiple_of(7) => (n / 7, Unit::Week),
        _ => (n, unit),
    }
}

/// A part of the day: do the hours before noon belong to it?
pub(in crate::calendar) fn part_of_day(word: &str) -> Option<bool> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "morgen" | "vormittag" | "frueh" | "morning" | "am" => true,
        "nachmittag" | "abend" | "mittag" | "afternoon" | "evening" | "pm" => false,
        _ => return None,
    })
}

/// "dienstagabends": a weekday and a part of the day in one word.
pub(in crate::calendar) fn weekday_and_part(word: &str) -> Option<(Weekday, bool)> {
    word.match_indices("tag").chain(word.match_indices("mittwoch")).find_map(|(at, found)| {
        let (day, part) = word.split_at_checked(at + found.len())?;
        Some((weekday(day)?, part_of_day(part)?))
    })
}

/// Words that stand for "every".
pub(in crate::calendar) fn each(word: &str) -> bool {
    matches!(word, "jeder" | "jeden" | "jedes" | "jede" | "jedem" | "alle" | "aller" | "every" | "each")
}

/// Words without weight of their own.
pub(in crate::calendar) fn filler(word: &str) -> bool {
    const FILLERS: &str = " der die das den dem des am an im in zum zur um und jeweils immer stets regelmaessig etwa ca circa \
        rund ungefaehr the on at of a an and then always regularly about approximately meets meet meeting meetings held \
        tagt trifft treffen sich sitzung sitzungen termin termine from von nur only uhr ";
    !word.is_empty() && FILLERS.split(' ').any(|w| w == word)
}
