//! Dates as people of each language write them: TT.MM.JJJJ and ISO. The one place of the card that knows.

use crate::calendar::weekday_letters;
use crate::i18n::{CardTexts, Lang, fill};
use jiff::civil::Date;

/// A day, a month or a year; anything else as written.
pub(super) fn day(text: &str, lang: Lang) -> String {
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    if lang == Lang::En || !parts.iter().all(number) {
        return text.to_owned();
    }
    match parts.as_slice() {
        [year, month] => format!("{month}.{year}"),
        [year, month, day] => format!("{day}.{month}.{year}"),
        _ => text.to_owned(),
    }
}

/// A day with its weekday, and its hour where it has one: `Di 08.12.2026, 14:00`.
pub(super) fn moment(text: &str, lang: Lang) -> String {
    let Some(date) = date(text) else { return day(text, lang) };
    let (written, hour) = text.split_once('T').unwrap_or((text, ""));
    let hour = if hour.is_empty() { String::new() } else { format!(", {hour}") };
    format!("{} {}{hour}", weekday_letters(date.weekday(), lang), day(written, lang))
}

/// Days from one day to the day of a moment; nothing for dates not known to the day.
pub(super) fn days_between(from: Date, to: &str) -> Option<i32> {
    let days = (date(to)? - from).get_days();
    Some(days)
}

/// How far away: today, "in 15 Tagen", "vor 8 Monaten".
pub(super) fn distance(days: i32, texts: &CardTexts) -> String {
    let (unit, count) = match days.unsigned_abs() {
        0 => return texts.today.to_owned(),
        1 if days > 0 => return texts.tomorrow.to_owned(),
        1 => return texts.yesterday.to_owned(),
        days @ 2..60 => (texts.days, days),
        days @ 60..731 => (texts.months, (days * 12 + 182) / 365),
        days => (texts.years, days / 365),
    };
    fill(if days > 0 { texts.ahead } else { texts.ago }, &[&fill(unit, &[&count.to_string()])])
}

fn date(text: &str) -> Option<Date> {
    text.split('T').next().filter(|day| day.len() == 10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_language_does_and_odd_ones_as_they_stand() {
        assert_eq!(day("2026-12-08", Lang::De), "08.12.2026");
        assert_eq!(day("2026-12", Lang::De), "12.2026");
        assert_eq!(day("2026", Lang::De), "2026");
        assert_eq!(day("2026-12-08", Lang::En), "2026-12-08");
        assert_eq!(day("im Herbst", Lang::De), "im Herbst");
        assert_eq!(day("a-b-c", Lang::De), "a-b-c");
        assert_eq!(moment("2026-12-08T14:00", Lang::De), "Di 08.12.2026, 14:00");
        assert_eq!(moment("2026-12-08", Lang::En), "Tue 2026-12-08");
        assert_eq!(moment("2026-12", Lang::De), "12.2026");
    }

    #[test]
    fn distances_are_spoken_in_the_unit_that_fits() {
        let said = |days| distance(days, &Lang::De.texts().card);
        assert_eq!([said(0), said(1), said(-1), said(15)], ["heute", "morgen", "gestern", "in 15 Tagen"]);
        assert_eq!(
            [said(-59), said(-60), said(-366), said(800)],
            ["vor 59 Tagen", "vor 2 Monaten", "vor 12 Monaten", "in 2 Jahren"]
        );
    }
}
