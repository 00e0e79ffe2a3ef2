//! Days and hours as people type them, to and from the store's form: the one place where forms read and show time.
//! Knows no fields.

use crate::i18n::Lang;
use jiff::civil::{Date, Time};

/// First letters of the months in both languages.
const MONTHS: [(&str, i8); 17] = [
    ("jan", 1),
    ("feb", 2),
    ("mär", 3),
    ("mar", 3),
    ("mrz", 3),
    ("apr", 4),
    ("mai", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("dez", 12),
    ("dec", 12),
];

/// A day, or a month or year where no more is said: `8.12.2026`, `8. Dez`, `2026-12-08`, `12.2026`, `2026`, `heute`.
/// The answer is in the store's form; nothing for what is no date.
#[must_use]
pub fn date(text: &str, today: Date) -> Option<String> {
    let text = text.trim().to_lowercase();
    let day = match text.as_str() {
        "heute" | "today" => Some(today),
        "morgen" | "tomorrow" => today.tomorrow().ok(),
        "gestern" | "yesterday" => today.yesterday().ok(),
        _ => None,
    };
    day.map(|day| day.to_string()).or_else(|| numbers(&text, today))
}

/// One piece of a date.
#[derive(Clone, Copy)]
enum Piece {
    Number(i16, usize),
    Month(i8),
}

fn piece(text: &str) -> Option<Piece> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|_| text.len() <= 4).map(|number| Piece::Number(number, text.len()));
    }
    let named = MONTHS.iter().find(|(name, _)| text.chars().count() >= 3 && text.starts_with(name));
    named.filter(|_| text.chars().all(char::is_alphabetic)).map(|(_, month)| Piece::Month(*month))
}

fn numbers(text: &str, today: Date) -> Option<String> {
    let split = |c: char| matches!(c, '.' | '-' | '/' | ',') || c.is_whitespace();
    let pieces: Option<Vec<Piece>> = text.split(split).filter(|part| !part.is_empty()).map(piece).collect();
    let small = |number: i16| i8::try_from(number).ok();
    match *pieces?.as_slice() {
        [Piece::Number(year, 4)] => (year >= 1000).then(|| format!("{year:04}")),
        [Piece::Number(year, 4), Piece::Number(month, ..=2)] | [Piece::Number(month, ..=2), Piece::Number(year, 4)] => {
            whole_month(year, small(month)?)
        }
        [Piece::Month(month), Piece::Number(year, 4)] => whole_month(year, month),
        [Piece::Number(day, ..=2), Piece::Number(month, ..=2)] => whole_day(today.year(), small(month)?, small(day)?),
        [Piece::Number(day, ..=2), Piece::Month(month)] | [Piece::Month(month), Piece::Number(day, ..=2)] => {
            whole_day(today.year(), month, small(day)?)
        }
        [Piece::Number(year, 4), Piece::Number(month, ..=2), Piece::Number(day, ..=2)]
        | [Piece::Number(day, ..=2), Piece::Number(month, ..=2), Piece::Number(year, 4)] => {
            whole_day(year, small(month)?, small(day)?)
        }
        [Piece::Number(day, ..=2), Piece::Number(month, ..=2), Piece::Number(year, 2)] => {
            whole_day(2000 + year, small(month)?, small(day)?)
        }
        [Piece::Number(day, ..=2), Piece::Month(month), Piece::Number(year, 4)]
        | [Piece::Month(month), Piece::Number(day, ..=2), Piece::Number(year, 4)] => {
            whole_day(year, month, small(day)?)
        }
        _ => None,
    }
}

fn whole_month(year: i16, month: i8) -> Option<String> {
    (year >= 1000 && (1..=12).contains(&month)).then(|| format!("{year:04}-{month:02}"))
}

fn whole_day(year: i16, month: i8, day: i8) -> Option<String> {
    Date::new(year, month, day).ok().filter(|_| year >= 1000).map(|date| date.to_string())
}

/// A day with or without an hour: `8.12.2026 14 Uhr`, `2026-12-08T14:00`, `8. Dez, 2 pm`. In the store's form.
#[must_use]
pub fn moment(text: &str, today: Date) -> Option<String> {
    let text = text.trim().to_lowercase();
    let whole_day = |text: &str| date(text, today).filter(|date| date.len() == 10);
    if let Some(day) = whole_day(&text) {
        return Some(day);
    }
    let (head, hour) =
        match text.split_once('t').filter(|(head, _)| head.len() == 10 && head.starts_with(char::is_numeric)) {
            Some((head, hour)) => (head.to_owned(), hour.to_owned()),
            None => split_hour(&text)?,
        };
    let time = clock(&hour)?;
    let day = whole_day(head.trim().trim_end_matches([',', ' ']).trim_end_matches(" um").trim_end_matches(" at"))?;
    Some(format!("{day}T{:02}:{:02}", time.hour(), time.minute()))
}

/// The day before the last blank that leaves an hour behind it.
fn split_hour(text: &str) -> Option<(String, String)> {
    let bare = ["uhr", "h", "pm", "am"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end();
    let at = bare.rfind(char::is_whitespace)?;
    let (head, hour) = text.split_at_checked(at)?;
    Some((head.to_owned(), hour.trim().to_owned()))
}

fn clock(text: &str) -> Option<Time> {
    let (bare, noon) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(bare), _) => (bare, Some(12)),
        (_, Some(bare)) => (bare, Some(0)),
        _ => (text.trim_end_matches("uhr").trim_end_matches('h'), None),
    };
    let bare = bare.trim();
    let named = bare.len() < text.len();
    let (hour, minute) = match bare.split_once(':').or_else(|| bare.split_once('.')) {
        Some((hour, minute)) => (hour, minute),
        None if named => (bare, "0"),
        None => return None,
    };
    let hour: i8 = hour.parse().ok()?;
    let hour = noon.map_or(Some(hour), |noon| (1..=12).contains(&hour).then_some(hour % 12 + noon))?;
    Time::new(hour, minute.parse().ok()?, 0, 0).ok()
}

/// A date or date-time of the store as the language writes it; what is none, as it is.
#[must_use]
pub fn shown(stored: &str, lang: Lang) -> String {
    let (day, hour) = stored.split_once('T').unwrap_or((stored, ""));
    let parts: Vec<&str> = day.split('-').collect();
    let day = match (lang, parts.as_slice()) {
        (Lang::De, [year, month]) if day.len() == 7 => format!("{month}.{year}"),
        (Lang::De, [year, month, date]) if day.len() == 10 => format!("{date}.{month}.{year}"),
        _ => day.to_owned(),
    };
    if hour.is_empty() { day } else { format!("{day} {hour}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 11, 23);

    #[test]
    fn days_as_people_type_them() {
        for (typed, stored) in [
            ("8.12.2026", "2026-12-08"),
            (" 08. 12. 26 ", "2026-12-08"),
            ("8.12.", "2026-12-08"),
            ("8. Dezember 2026", "2026-12-08"),
            ("1. März", "2026-03-01"),
            ("December 8, 2026", "2026-12-08"),
            ("2026-12-08", "2026-12-08"),
            ("12.2026", "2026-12"),
            ("2026-12", "2026-12"),
            ("Dez. 2026", "2026-12"),
            ("2026", "2026"),
            ("heute", "2026-11-23"),
            ("tomorrow", "2026-11-24"),
        ] {
            assert_eq!(date(typed, TODAY).as_deref(), Some(stored), "{typed}");
        }
        for typed in
            ["", "31.2.2026", "8", "12.13.2026", "bald", "99999", "8.12.2026.1", "0999", "12.12.12.12", "8 dezimal x"]
        {
            assert_eq!(date(typed, TODAY), None, "{typed}");
        }
    }

    #[test]
    fn hours_as_people_type_them() {
        for (typed, stored) in [
            ("8.12.2026 14:00", "2026-12-08T14:00"),
            ("8.12.2026, 14 Uhr", "2026-12-08T14:00"),
            ("8.12.2026 um 14.30 Uhr", "2026-12-08T14:30"),
            ("2026-12-08T09:05", "2026-12-08T09:05"),
            ("2026-12-08 9:05", "2026-12-08T09:05"),
            ("8. Dez 2 pm", "2026-12-08T14:00"),
            ("heute 12am", "2026-11-23T00:00"),
            ("8.12.2026", "2026-12-08"),
        ] {
            assert_eq!(moment(typed, TODAY).as_deref(), Some(stored), "{typed}");
        }
        for typed in
            ["", "2026-12", "8.12.2026 25:00", "8.12.2026 14", "14:00", "8.12.2026 14:00 Uhr x", "12.2026 14:00"]
        {
            assert_eq!(moment(typed, TODAY), None, "{typed}");
        }
    }

    #[test]
    fn what_is_shown_is_read_again() {
        for stored in ["2026", "2026-12", "2026-12-08", "2026-12-08T14:00", "2026-12-08T00:00"] {
            for lang in [Lang::De, Lang::En] {
                let shown = shown(stored, lang);
                assert_eq!(moment(&shown, TODAY).or_else(|| date(&shown, TODAY)).as_deref(), Some(stored), "{shown}");
            }
        }
        assert_eq!(shown("2026-12-08T14:00", Lang::De), "08.12.2026 14:00");
        assert_eq!(shown("bald", Lang::De), "bald");
    }
}
