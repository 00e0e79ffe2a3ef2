//! Dates where columns are few and stand under each other: `Di 08.12.26 14:00`.

use crate::calendar::Moment;
use crate::i18n::Lang;
use jiff::civil::Weekday;

/// A day with its weekday and hour, always as wide.
pub(super) fn short(moment: Moment, lang: Lang) -> String {
    let day = moment.date;
    let time =
        moment.time.map_or_else(|| "     ".to_owned(), |time| format!("{:02}:{:02}", time.hour(), time.minute()));
    let weekday = weekday(day.weekday(), lang);
    lang.pick(
        format!("{weekday}  {:02}.{:02}.{:02}  {time}", day.day(), day.month(), day.year() % 100),
        format!("{weekday} {:04}-{:02}-{:02} {time}", day.year(), day.month(), day.day()),
    )
}

/// A day alone: `08.12.2026`.
pub(super) fn day_only(moment: Moment, lang: Lang) -> String {
    let day = moment.date;
    lang.pick(format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year()), day.to_string())
}

fn weekday(weekday: Weekday, lang: Lang) -> &'static str {
    match weekday {
        Weekday::Monday => lang.pick("Mo", "Mon"),
        Weekday::Tuesday => lang.pick("Di", "Tue"),
        Weekday::Wednesday => lang.pick("Mi", "Wed"),
        Weekday::Thursday => lang.pick("Do", "Thu"),
        Weekday::Friday => lang.pick("Fr", "Fri"),
        Weekday::Saturday => lang.pick("Sa", "Sat"),
        Weekday::Sunday => lang.pick("So", "Sun"),
    }
}
