//! The English words of a rule's shape. Knows nothing of how rules are read.

use jiff::civil::Weekday;

use super::rule::{Freq, WORK_DAYS};
use super::speech::{Scope, Shape, Shaped, enumerate, nth_list};

/// Names of the months.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Name of a weekday.
pub(super) const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// A month's name, 1 to 12.
pub(super) fn month(number: i8) -> &'static str {
    usize::try_from(number).ok().and_then(|n| MONTHS.get(n.checked_sub(1)?)).copied().unwrap_or_default()
}

/// "every 2nd Tuesday of the month".
pub(super) fn say(rule: &Shaped<'_>) -> String {
    let only = |base: String| match rule.months {
        [] => base,
        months => format!("{base}, only in {}", list(months)),
    };
    match rule.freq {
        Freq::Daily => only(days(rule)),
        Freq::Weekly => only(weeks(rule)),
        Freq::Monthly => only(months(rule)),
        Freq::Yearly => years(rule),
    }
}

fn list(months: &[i8]) -> String {
    enumerate(&months.iter().map(|m| month(*m).to_owned()).collect::<Vec<_>>(), "and")
}

fn days(rule: &Shaped<'_>) -> String {
    match rule.interval {
        1 => "daily".to_owned(),
        n => format!("every {n} days"),
    }
}

fn weeks(rule: &Shaped<'_>) -> String {
    match (&rule.shape, rule.interval) {
        (Shape::Weekdays(days), 1) if *days == WORK_DAYS => "Monday to Friday".to_owned(),
        (Shape::Weekdays(days), n) => {
            let names = enumerate(&days.iter().map(|d| weekday(*d).to_owned()).collect::<Vec<_>>(), "and");
            if n == 1 { format!("every {names}") } else { format!("every {n} weeks on {names}") }
        }
        (_, 1) => "weekly".to_owned(),
        (_, 2) => "fortnightly".to_owned(),
        (_, n) => format!("every {n} weeks"),
    }
}

fn months(rule: &Shaped<'_>) -> String {
    let within = match rule.scope {
        Scope::Quarter => "of the quarter",
        Scope::HalfYear => "of the half-year",
        Scope::Month | Scope::Year => "of the month",
    };
    if rule.interval > 1 {
        let every = format!("every {} months", rule.interval);
        return named(&rule.shape).map_or_else(|| adverb(rule.interval), |days| format!("{every} on the {days}"));
    }
    match &rule.shape {
        Shape::Nth(days) => format!("every {} {within}", nth_list(days, ordinal, weekday, "and")),
        Shape::Working(days) => format!("{} working day {within}", ordinals(days)),
        shape @ Shape::Dates(days) => {
            let within = if rule.scope == Scope::Month { "of every month" } else { within };
            let rare = if days.iter().any(|d| *d > 28) { " (where there is one)" } else { "" };
            format!("on the {} {within}{rare}", named(shape).unwrap_or_default())
        }
        Shape::Open | Shape::Weekdays(_) => adverb(1),
    }
}

fn adverb(interval: u16) -> String {
    match interval {
        1 => "monthly".to_owned(),
        3 => "quarterly".to_owned(),
        6 => "half-yearly".to_owned(),
        n => format!("every {n} months"),
    }
}

fn years(rule: &Shaped<'_>) -> String {
    let every = match rule.interval {
        1 => "yearly".to_owned(),
        n => format!("every {n} years"),
    };
    match (named(&rule.shape), rule.months) {
        (None, []) => every,
        (None, months) => format!("{every} in {}", list(months)),
        (Some(days), []) => format!("{every} on the {days} of the year"),
        (Some(days), months) => match (&rule.shape, months) {
            (Shape::Dates([day]), [one]) if *day > 0 => format!("{every} on {day} {}", month(*one)),
            _ => format!("{every} on the {days} in {}", list(months)),
        },
    }
}

/// The days after "on the".
fn named(shape: &Shape<'_>) -> Option<String> {
    match shape {
        Shape::Open | Shape::Weekdays(_) => None,
        Shape::Nth(days) => Some(nth_list(days, ordinal, weekday, "and")),
        Shape::Working(days) => Some(format!("{} working day", ordinals(days))),
        Shape::Dates(days) => {
            let day = |n: &i8| if *n > 0 { ordinal(*n) } else { format!("{} day", ordinal(*n)) };
            Some(enumerate(&days.iter().map(day).collect::<Vec<_>>(), "and the"))
        }
    }
}

fn ordinals(days: &[i8]) -> String {
    enumerate(&days.iter().map(|n| ordinal(*n)).collect::<Vec<_>>(), "and")
}

/// "2nd", "last".
fn ordinal(n: i8) -> String {
    match n {
        -1 => "last".to_owned(),
        -2 => "second-to-last".to_owned(),
        -3 => "third-to-last".to_owned(),
        -4 => "fourth-to-last".to_owned(),
        -5 => "fifth-to-last".to_owned(),
        11..=13 => format!("{n}th"),
        n if n % 10 == 1 => format!("{n}st"),
        n if n % 10 == 2 => format!("{n}nd"),
        n if n % 10 == 3 => format!("{n}rd"),
        n => format!("{n}th"),
    }
}
