//! The German words of a rule's shape. Knows nothing of how rules are read.

use jiff::civil::Weekday;

use super::rule::{Freq, WORK_DAYS};
use super::speech::{Scope, Shape, Shaped, enumerate, nth_list};

/// Names of the months.
pub(super) const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Name of a weekday.
pub(super) const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Montag",
        Weekday::Tuesday => "Dienstag",
        Weekday::Wednesday => "Mittwoch",
        Weekday::Thursday => "Donnerstag",
        Weekday::Friday => "Freitag",
        Weekday::Saturday => "Samstag",
        Weekday::Sunday => "Sonntag",
    }
}

/// A month's name, 1 to 12.
pub(super) fn month(number: i8) -> &'static str {
    usize::try_from(number).ok().and_then(|n| MONTHS.get(n.checked_sub(1)?)).copied().unwrap_or_default()
}

/// "jeden 2. Dienstag im Monat".
pub(super) fn say(rule: &Shaped<'_>) -> String {
    let only = |base: String| match rule.months {
        [] => base,
        months => format!("{base}, nur im {}", list(months)),
    };
    match rule.freq {
        Freq::Daily => only(days(rule)),
        Freq::Weekly => only(weeks(rule)),
        Freq::Monthly => only(months(rule)),
        Freq::Yearly => years(rule),
    }
}

fn list(months: &[i8]) -> String {
    enumerate(&months.iter().map(|m| month(*m).to_owned()).collect::<Vec<_>>(), "und")
}

fn days(rule: &Shaped<'_>) -> String {
    match rule.interval {
        1 => "täglich".to_owned(),
        n => format!("alle {n} Tage"),
    }
}

fn weeks(rule: &Shaped<'_>) -> String {
    let every = match rule.interval {
        1 => "wöchentlich".to_owned(),
        2 => "14-täglich".to_owned(),
        n => format!("alle {n} Wochen"),
    };
    match &rule.shape {
        Shape::Weekdays(days) if *days == WORK_DAYS && rule.interval == 1 => "montags bis freitags".to_owned(),
        Shape::Weekdays(days) => {
            let names: Vec<_> = days.iter().map(|d| format!("{}s", weekday(*d).to_lowercase())).collect();
            match (rule.interval, days.as_slice()) {
                (1, [one]) => format!("jeden {}", weekday(*one)),
                (1, _) => enumerate(&names, "und"),
                _ => format!("{every} {}", enumerate(&names, "und")),
            }
        }
        _ => every,
    }
}

fn months(rule: &Shaped<'_>) -> String {
    let within = match rule.scope {
        Scope::Quarter => "im Quartal",
        Scope::HalfYear => "im Halbjahr",
        Scope::Month | Scope::Year => "im Monat",
    };
    if rule.interval > 1 {
        let every = format!("alle {} Monate", rule.interval);
        return named(&rule.shape).map_or_else(|| adverb(rule.interval), |days| format!("{every} am {days}"));
    }
    match &rule.shape {
        Shape::Nth(days) => format!("jeden {} {within}", nth_list(days, weak, weekday, "und")),
        Shape::Working(days) => format!("{} Werktag {within}", ordinals(days, strong)),
        shape @ Shape::Dates(days) => {
            let within = if rule.scope == Scope::Month { "jedes Monats" } else { within };
            let rare = if days.iter().any(|d| *d > 28) { " (wo es ihn gibt)" } else { "" };
            format!("am {} {within}{rare}", named(shape).unwrap_or_default())
        }
        Shape::Open | Shape::Weekdays(_) => adverb(1),
    }
}

fn adverb(interval: u16) -> String {
    match interval {
        1 => "monatlich".to_owned(),
        3 => "vierteljährlich".to_owned(),
        6 => "halbjährlich".to_owned(),
        n => format!("alle {n} Monate"),
    }
}

fn years(rule: &Shaped<'_>) -> String {
    let every = match rule.interval {
        1 => "jährlich".to_owned(),
        n => format!("alle {n} Jahre"),
    };
    match (named(&rule.shape), rule.months) {
        (None, []) => every,
        (None, months) => format!("{every} im {}", list(months)),
        (Some(days), []) => format!("{every} am {days} im Jahr"),
        (Some(days), [one]) if days.ends_with('.') => format!("{every} am {days} {}", month(*one)),
        (Some(days), months) => format!("{every} am {days} im {}", list(months)),
    }
}

/// The days after "am".
fn named(shape: &Shape<'_>) -> Option<String> {
    match shape {
        Shape::Open | Shape::Weekdays(_) => None,
        Shape::Nth(days) => Some(nth_list(days, weak, weekday, "und")),
        Shape::Working(days) => Some(format!("{} Werktag", ordinals(days, weak))),
        Shape::Dates(days) => {
            let day = |n: &i8| if *n > 0 { format!("{n}.") } else { format!("{} Tag", weak(*n)) };
            Some(enumerate(&days.iter().map(day).collect::<Vec<_>>(), "und am"))
        }
    }
}

fn ordinals(days: &[i8], ordinal: fn(i8) -> String) -> String {
    enumerate(&days.iter().map(|n| ordinal(*n)).collect::<Vec<_>>(), "und")
}

/// "2.", "letzten".
fn weak(n: i8) -> String {
    last(n).map_or_else(|| format!("{n}."), |stem| format!("{stem}en"))
}

/// "2.", "letzter".
fn strong(n: i8) -> String {
    last(n).map_or_else(|| format!("{n}."), |stem| format!("{stem}er"))
}

const fn last(n: i8) -> Option<&'static str> {
    match n {
        -1 => Some("letzt"),
        -2 => Some("vorletzt"),
        -3 => Some("drittletzt"),
        -4 => Some("viertletzt"),
        -5 => Some("fünftletzt"),
        _ => None,
    }
}
