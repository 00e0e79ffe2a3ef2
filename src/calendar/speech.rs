//! A rhythm in words. Finds the shape of a rule once; `speech_de` and `speech_en` put it into words. Whatever is said
//! here is understood again by `phrase` as the same rule; a rule no words cover is said as its RRULE.

use jiff::civil::{Time, Weekday};

use super::rule::{End, Freq, Rule, Until, WORK_DAYS};
use super::{Keyword, Recurrence, speech_de, speech_en};
use crate::i18n::Lang;

/// What a body keeps clear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Avoid {
    /// Public holidays.
    PublicHolidays,
    /// School holidays.
    SchoolHolidays,
}

impl Avoid {
    /// The word in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::PublicHolidays => "public_holidays",
            Self::SchoolHolidays => "school_holidays",
        }
    }
}

/// Which days of its period a rule names, as far as there are words for it.
pub(super) enum Shape<'r> {
    /// None: those of the start.
    Open,
    /// Weekdays of a week.
    Weekdays(Vec<Weekday>),
    /// The n-th weekdays.
    Nth(Vec<(i8, Weekday)>),
    /// The n-th days from Monday to Friday.
    Working(Vec<i8>),
    /// Days of the month.
    Dates(&'r [i8]),
}

/// The stretch of time an ordinal counts in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Month,
    Quarter,
    HalfYear,
    Year,
}

const QUARTER_BEGINS: [i8; 4] = [1, 4, 7, 10];
const QUARTER_ENDS: [i8; 4] = [3, 6, 9, 12];
const HALF_BEGINS: [i8; 2] = [1, 7];
const HALF_ENDS: [i8; 2] = [6, 12];

impl Scope {
    /// The months in which the first (or, from the end, the last) days of the stretch lie; none where it has no such.
    pub(super) const fn months(self, from_end: bool) -> Option<&'static [i8]> {
        match (self, from_end) {
            (Self::Quarter, false) => Some(&QUARTER_BEGINS),
            (Self::Quarter, true) => Some(&QUARTER_ENDS),
            (Self::HalfYear, false) => Some(&HALF_BEGINS),
            (Self::HalfYear, true) => Some(&HALF_ENDS),
            (Self::Month | Self::Year, _) => None,
        }
    }

    /// The stretch a monthly rule with ordinals means by its months.
    fn of(rule: &Rule, ordinals: &[i8]) -> Self {
        // the 5th of a weekday may lie in the second month of the quarter
        let (ahead, back) = (ordinals.iter().all(|n| (1..5).contains(n)), ordinals.iter().all(|n| (-4..0).contains(n)));
        let is = |scope: &Self| {
            let months = rule.months.as_slice();
            (ahead && scope.months(false) == Some(months)) || (back && scope.months(true) == Some(months))
        };
        [Self::Quarter, Self::HalfYear].into_iter().find(is).unwrap_or(Self::Month)
    }
}

/// A rule in its shape.
pub(super) struct Shaped<'r> {
    pub(super) freq: Freq,
    pub(super) interval: u16,
    pub(super) shape: Shape<'r>,
    pub(super) scope: Scope,
    /// The months still to be named.
    pub(super) months: &'r [i8],
}

impl<'r> Shaped<'r> {
    /// None if there are no words for it.
    fn of(rule: &'r Rule) -> Option<Self> {
        if rule.week_start != Weekday::Monday {
            return None;
        }
        let shape = shape(rule)?;
        let ordinals = match &shape {
            Shape::Nth(days) => days.iter().map(|(n, _)| *n).collect(),
            Shape::Working(days) => days.clone(),
            Shape::Dates(days) if matches!(days, [1 | -1]) => days.to_vec(),
            _ => Vec::new(),
        };
        let scope = match rule.freq {
            Freq::Yearly => Scope::Year,
            _ if rule.interval == 1 && !ordinals.is_empty() => Scope::of(rule, &ordinals),
            _ => Scope::Month,
        };
        let months = if matches!(scope, Scope::Quarter | Scope::HalfYear) { &[] } else { rule.months.as_slice() };
        Some(Self { freq: rule.freq, interval: rule.interval, shape, scope, months })
    }
}

fn shape(rule: &Rule) -> Option<Shape<'_>> {
    let sayable = |n: i8| n >= -5;
    let plain: Vec<_> = rule.days.iter().filter(|d| d.nth.is_none()).map(|d| d.weekday).collect();
    if !rule.set_pos.is_empty() {
        let days = rule.set_pos.iter().map(|n| i8::try_from(*n).ok().filter(|n| (-5..=20).contains(n)));
        let one_set = rule.freq == Freq::Monthly || rule.freq == Freq::Yearly && rule.months.len() < 2;
        let working = one_set && rule.month_days.is_empty() && rule.days.len() == 5 && plain == WORK_DAYS;
        return days.collect::<Option<_>>().filter(|_| working).map(Shape::Working);
    }
    match (rule.freq, rule.days.is_empty(), rule.month_days.is_empty()) {
        (Freq::Daily, true, true) if !rule.interval.is_multiple_of(7) => Some(Shape::Open),
        (Freq::Weekly | Freq::Monthly | Freq::Yearly, true, true) => Some(Shape::Open),
        (Freq::Weekly, false, true) => Some(Shape::Weekdays(plain)),
        (Freq::Monthly | Freq::Yearly, false, true) => {
            let nth = rule.days.iter().map(|d| Some((d.nth.filter(|n| sayable(*n))?, d.weekday)));
            nth.collect::<Option<_>>().map(Shape::Nth)
        }
        (Freq::Monthly, true, false) => Some(Shape::Dates(&rule.month_days)),
        (Freq::Yearly, true, false) if !rule.months.is_empty() => Some(Shape::Dates(&rule.month_days)),
        _ => None,
    }
    .filter(|shape| !matches!(shape, Shape::Dates(days) if !days.iter().all(|n| sayable(*n))))
}

/// A rhythm as people say it: "jeden 2. Dienstag im Monat, 14:00", "every 6 weeks on Thursday".
#[must_use]
pub fn speak(rhythm: &Recurrence, time: Option<Time>, lang: Lang) -> String {
    let rule = match rhythm {
        Recurrence::Keyword(word) => return said(*word, lang).to_owned(),
        Recurrence::Rule(rule) => rule,
    };
    let clock = time.map(|t| t.strftime("%H:%M").to_string());
    match (ending(rule, lang), Shaped::of(rule)) {
        (Some(ending), Some(shaped)) => {
            let mut text = match lang {
                Lang::De => speech_de::say(&shaped),
                Lang::En => speech_en::say(&shaped),
            };
            for part in [ending, clock.unwrap_or_default()].iter().filter(|p| !p.is_empty()) {
                text.push_str(", ");
                text.push_str(part);
            }
            text
        }
        _ => clock.map_or_else(|| rule.to_string(), |c| format!("{rule}, {c}")),
    }
}

/// The end of a rule in words, empty where it has none; none if there are no words for it.
fn ending(rule: &Rule, lang: Lang) -> Option<String> {
    match (rule.end, lang) {
        (End::Never, _) => Some(String::new()),
        (End::Count(n), Lang::De) => Some(format!("insgesamt {n}-mal")),
        (End::Count(n), Lang::En) => Some(format!("{n} times in all")),
        (End::Until(Until::Date(day)), Lang::De) => Some(format!("bis {}", day.strftime("%d.%m.%Y"))),
        (End::Until(Until::Date(day)), Lang::En) => Some(format!("until {day}")),
        (End::Until(_), _) => None,
    }
}

const fn said(word: Keyword, lang: Lang) -> &'static str {
    match (word, lang) {
        (Keyword::AsNeeded, Lang::De) => "nach Bedarf",
        (Keyword::AsNeeded, Lang::En) => "as needed",
        (Keyword::SchoolTerm, Lang::De) => "je Schulhalbjahr",
        (Keyword::SchoolTerm, Lang::En) => "per school half-year",
        (Keyword::NoneYet, Lang::De) => "noch keine",
        (Keyword::NoneYet, Lang::En) => "none yet",
        (Keyword::Unknown, Lang::De) => "unbekannt",
        (Keyword::Unknown, Lang::En) => "unknown",
    }
}

/// "3–4 mal im Jahr", "twice a year": how often, where no rule is known.
#[must_use]
pub fn speak_per_year((least, most): (u16, u16), lang: Lang) -> String {
    match lang {
        Lang::De if least == most => format!("{least}-mal im Jahr"),
        Lang::De => format!("{least}–{most} mal im Jahr"),
        Lang::En if (least, most) == (1, 1) => "once a year".to_owned(),
        Lang::En if (least, most) == (2, 2) => "twice a year".to_owned(),
        Lang::En if least == most => format!("{least} times a year"),
        Lang::En => format!("{least}–{most} times a year"),
    }
}

/// "außer in den Schulferien": what is kept clear of; empty for nothing.
#[must_use]
pub fn speak_avoid(avoid: &[Avoid], lang: Lang) -> String {
    let word = |a: &Avoid| match (a, lang) {
        (Avoid::PublicHolidays, Lang::De) => "an Feiertagen",
        (Avoid::PublicHolidays, Lang::En) => "public holidays",
        (Avoid::SchoolHolidays, Lang::De) => "in den Schulferien",
        (Avoid::SchoolHolidays, Lang::En) => "school holidays",
    };
    let words: Vec<_> = avoid.iter().map(word).collect();
    match (words.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::De) => format!("außer {}", words.join(" und ")),
        (false, Lang::En) => format!("except {}", words.join(" and ")),
    }
}

/// "a", "a und b", "a, b und c".
pub(super) fn enumerate(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} {and} {last}", many.join(", ")),
    }
}

/// "1. und 3. Montag", "1. Montag und letzten Freitag": ordinals of the same weekday share its name.
pub(super) fn nth_list(
    days: &[(i8, Weekday)],
    ordinal: fn(i8) -> String,
    name: fn(Weekday) -> &'static str,
    and: &str,
) -> String {
    let mut groups: Vec<(Weekday, Vec<String>)> = Vec::new();
    for (n, weekday) in days {
        match groups.iter_mut().find(|(w, _)| w == weekday) {
            Some((_, ordinals)) => ordinals.push(ordinal(*n)),
            None => groups.push((*weekday, vec![ordinal(*n)])),
        }
    }
    let said: Vec<_> =
        groups.iter().map(|(w, ordinals)| format!("{} {}", enumerate(ordinals, and), name(*w))).collect();
    enumerate(&said, and)
}
