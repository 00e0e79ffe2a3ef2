//! How long something lasts, as people type it, to and from ISO 8601: `2h`, `90 min`, `1:30`, `1,5 Std.`. Knows no fields.

use crate::i18n::Lang;

/// A week in minutes: nothing lasts longer here.
const MOST: u32 = 7 * 24 * 60;

/// The duration in the store's form (`PT1H30M`); nothing for what is none. A bare number is hours up to 12, else minutes.
#[must_use]
pub fn length(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let minutes = iso(&text).or_else(|| clock(&text)).or_else(|| bare(&text)).or_else(|| units(&text))?;
    (1..=MOST).contains(&minutes).then(|| stored(minutes))
}

fn stored(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, m) => format!("PT{m}M"),
        (h, 0) => format!("PT{h}H"),
        (h, m) => format!("PT{h}H{m}M"),
    }
}

fn iso(text: &str) -> Option<u32> {
    let (days, hours) = text.strip_prefix('p')?.split_once('t').unwrap_or((text.get(1..)?, ""));
    if days.is_empty() && hours.is_empty() {
        return None;
    }
    Some(if days.is_empty() { 0 } else { units(days)? } + if hours.is_empty() { 0 } else { units(hours)? })
}

fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim_end_matches('h').trim_end().split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && hours <= 168).then_some(hours * 60 + minutes)
}

fn bare(text: &str) -> Option<u32> {
    let minutes = parsed(text, 60.0)?;
    if minutes <= 12 * 60 { Some(minutes) } else { text.parse().ok() }
}

/// A number with a comma or a point, times so many minutes.
fn parsed(number: &str, minutes: f64) -> Option<u32> {
    let number = number.trim().replace(',', ".");
    if number.len() > 8 || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let minutes = (number.parse::<f64>().ok()? * minutes).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 and MOST")]
    (0.0..=f64::from(MOST)).contains(&minutes).then_some(minutes as u32)
}

/// The sum of numbers with units: `1 h 30 min`.
fn units(text: &str) -> Option<u32> {
    let mut sum = 0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let unit = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | ' ')))?;
        let (number, tail) = rest.split_at_checked(unit)?;
        let next = tail.find(|c: char| c.is_ascii_digit()).unwrap_or(tail.len());
        let (name, after) = tail.split_at_checked(next)?;
        let minutes = match name.trim_matches([' ', '.', ',']).trim_end_matches("und").trim_end_matches("and").trim() {
            "h" | "std" | "stunde" | "stunden" | "hour" | "hours" | "hr" | "hrs" => 60.0,
            "m" | "min" | "minute" | "minuten" | "minutes" | "mins" => 1.0,
            "d" | "t" | "tag" | "tage" | "day" | "days" => 1440.0,
            "w" | "woche" | "wochen" | "week" | "weeks" => 10080.0,
            _ => return None,
        };
        sum += parsed(number, minutes)?;
        rest = after;
    }
    (sum > 0).then_some(sum)
}

/// A stored duration as the language says it; what is none, as it is.
#[must_use]
pub fn shown(stored: &str, lang: Lang) -> String {
    let Some(minutes) = iso(&stored.to_lowercase()) else { return stored.to_owned() };
    let (hour, minute) = lang.pick(("Std.", "Min."), ("h", "min"));
    match (minutes / 60, minutes % 60) {
        (0, m) => format!("{m} {minute}"),
        (h, 0) => format!("{h} {hour}"),
        (h, m) => format!("{h} {hour} {m} {minute}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_as_people_type_them() {
        for (typed, iso) in [
            ("2h", "PT2H"),
            ("2", "PT2H"),
            ("90", "PT1H30M"),
            ("90 min", "PT1H30M"),
            ("1:30", "PT1H30M"),
            ("1,5 Std.", "PT1H30M"),
            ("1 Stunde und 15 Minuten", "PT1H15M"),
            ("1 h 30 min", "PT1H30M"),
            ("PT45M", "PT45M"),
            ("1 Tag", "PT24H"),
        ] {
            assert_eq!(length(typed).as_deref(), Some(iso), "{typed}");
        }
        for typed in ["", "0", "lang", "-1h", "2 x", "P", "PT", "99999h", "1:75", "h", "1.2.3 h"] {
            assert_eq!(length(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_shown_is_read_again() {
        for minutes in [1, 45, 60, 90, 1440, 1500] {
            for lang in [Lang::De, Lang::En] {
                assert_eq!(length(&shown(&stored(minutes), lang)), Some(stored(minutes)));
            }
        }
    }
}
