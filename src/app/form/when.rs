//! Days, hours and durations between what is typed, what is stored and what is shown: the one place where forms touch the
//! calendar. Knows no fields.

use crate::calendar::{Length, Moment, PartialDate, read_length, read_moment, read_partial, show_moment, show_partial};
use crate::i18n::Lang;
use jiff::civil::Date;

/// A day, month or year in the store's form; nothing for what is none.
#[must_use]
pub fn date(typed: &str, today: Date) -> Option<String> {
    read_partial(typed, today).ok().map(|date| date.to_string())
}

/// A day with or without an hour in the store's form; nothing for what is none.
#[must_use]
pub fn moment(typed: &str, today: Date) -> Option<String> {
    read_moment(typed, today).ok().map(|moment| moment.to_string())
}

/// A duration in the store's form; nothing for what is none.
#[must_use]
pub fn length(typed: &str) -> Option<String> {
    read_length(typed).ok().map(|length| length.to_string())
}

/// A stored date or date-time as the language writes it; what is none, as it is.
#[must_use]
pub fn shown(stored: &str, lang: Lang) -> String {
    let day = stored.parse::<PartialDate>().ok().map(|date| show_partial(date, lang));
    let moment = || stored.parse::<Moment>().ok().map(|moment| show_moment(moment, lang));
    day.or_else(moment).unwrap_or_else(|| stored.to_owned())
}

/// A stored duration as the language says it; what is none, as it is.
#[must_use]
pub fn length_shown(stored: &str, lang: Lang) -> String {
    stored.parse::<Length>().map_or_else(|_| stored.to_owned(), |length| length.speak(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_again() {
        let today = jiff::civil::date(2026, 11, 23);
        for stored in ["2026", "2026-12", "2026-12-08", "2026-12-08T14:00", "2026-12-08T00:00"] {
            for lang in [Lang::De, Lang::En] {
                let shown = shown(stored, lang);
                let read = date(&shown, today).or_else(|| moment(&shown, today));
                assert_eq!(read.as_deref(), Some(stored), "{shown}");
            }
        }
        for stored in ["PT45M", "PT2H", "PT1H30M"] {
            for lang in [Lang::De, Lang::En] {
                assert_eq!(length(&length_shown(stored, lang)).as_deref(), Some(stored));
            }
        }
        assert_eq!(shown("bald", Lang::De), "bald");
    }
}
