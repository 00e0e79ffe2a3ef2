//! Dates as they are shown: in the habit of the language, short, or counted from today.

use jiff::civil::{Date, Weekday};

use super::{Moment, PartialDate, speech_de, speech_en};
use crate::i18n::Lang;

/// `08.12.2026`, `2026-12-08`.
#[must_use]
pub fn show_date(date: Date, lang: Lang) -> String {
    match lang {
        Lang::De => date.strftime("%d.%m.%Y").to_string(),
        Lang::En => date.to_string(),
    }
}

/// `Di 8. Dez`, `Tue 8 Dec`.
#[must_use]
pub fn show_short(date: Date, lang: Lang) -> String {
    let (weekday, month) = (weekday_letters(date.weekday(), lang), month_letters(date.month(), lang));
    match lang {
        Lang::De => format!("{weekday} {}. {month}", date.day()),
        Lang::En => format!("{weekday} {} {month}", date.day()),
    }
}

/// The day as in [`show_date`], with the time where it is known: `08.12.2026, 14:00`.
#[must_use]
pub fn show_moment(at: Moment, lang: Lang) -> String {
    let date = show_date(at.date, lang);
    at.time.map_or_else(|| date.clone(), |t| format!("{date}, {}", t.strftime("%H:%M")))
}

/// `2026`, `Mai 2026`, or the day.
#[must_use]
pub fn show_partial(date: PartialDate, lang: Lang) -> String {
    match (date, lang) {
        (PartialDate::Year(year), _) => year.to_string(),
        (PartialDate::Month(year, month), Lang::De) => format!("{} {year}", speech_de::month(month)),
        (PartialDate::Month(year, month), Lang::En) => format!("{} {year}", speech_en::month(month)),
        (PartialDate::Day(day), _) => show_date(day, lang),
    }
}

/// "in 15 Tagen", "yesterday": how far a day is from today.
#[must_use]
pub fn show_relative(date: Date, today: Date, lang: Lang) -> String {
    let days = (date - today).get_days();
    match (days, lang) {
        (0, Lang::De) => "heute".to_owned(),
        (0, Lang::En) => "today".to_owned(),
        (1, Lang::De) => "morgen".to_owned(),
        (1, Lang::En) => "tomorrow".to_owned(),
        (-1, Lang::De) => "gestern".to_owned(),
        (-1, Lang::En) => "yesterday".to_owned(),
        (2.., Lang::De) => format!("in {days} Tagen"),
        (2.., Lang::En) => format!("in {days} days"),
        (_, Lang::De) => format!("vor {} Tagen", days.abs()),
        (_, Lang::En) => format!("{} days ago", days.abs()),
    }
}

/// `Di`, `Tue`.
#[must_use]
pub fn weekday_letters(day: Weekday, lang: Lang) -> &'static str {
    match lang {
        Lang::De => speech_de::weekday(day).get(..2),
        Lang::En => speech_en::weekday(day).get(..3),
    }
    .unwrap_or_default()
}

/// `Dez`, `Dec`; `März` is `Mär`.
#[must_use]
pub fn month_letters(month: i8, lang: Lang) -> &'static str {
    let name = match lang {
        Lang::De => speech_de::month(month),
        Lang::En => speech_en::month(month),
    };
    let end = name.char_indices().nth(3).map_or(name.len(), |(at, _)| at);
    name.get(..end).unwrap_or_default()
}

/// `Dienstag`, `Tuesday`.
#[must_use]
pub const fn weekday_name(day: Weekday, lang: Lang) -> &'static str {
    match lang {
        Lang::De => speech_de::weekday(day),
        Lang::En => speech_en::weekday(day),
    }
}

/// `Dezember`, `December`, for 1 to 12.
#[must_use]
pub fn month_name(month: i8, lang: Lang) -> &'static str {
    match lang {
        Lang::De => speech_de::month(month),
        Lang::En => speech_en::month(month),
    }
}
