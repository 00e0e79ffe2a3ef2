//! Do dates, times and durations read as what they are to be? Knows only texts.

use jiff::Span;
use jiff::civil::{Date, DateTime};

/// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`?
pub(super) fn is_date(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return false,
    };
    whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && whole.parse::<Date>().is_ok()
}

/// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` (seconds may follow)?
pub(super) fn is_moment(text: &str) -> bool {
    match text.len() {
        10 => is_date(text),
        16 | 19 => text.as_bytes().get(10) == Some(&b'T') && text.parse::<DateTime>().is_ok(),
        _ => false,
    }
}

/// An ISO 8601 duration longer than nothing?
pub(super) fn is_duration(text: &str) -> bool {
    text.starts_with('P') && text.parse::<Span>().is_ok_and(|span| !span.is_zero() && !span.is_negative())
}

/// Does `until` lie before `from`, as far as both are known?
pub(in crate::store) fn backwards(from: &str, until: &str) -> bool {
    let known = from.len().min(until.len());
    match (from.get(..known), until.get(..known)) {
        (Some(from), Some(until)) => known > 0 && until < from,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_know_is_a_date_and_nothing_else() {
        assert!(["2026", "2026-11", "2026-11-23"].into_iter().all(is_date));
        assert!(
            ["", "26", "2026-13", "2026-02-30", "2026-11-2", "23.11.2026", "+999", "-001-01-01"]
                .iter()
                .all(|t| !is_date(t))
        );
        assert!(["2026-11-23", "2026-11-23T14:00", "2026-11-23T14:00:30"].into_iter().all(is_moment));
        assert!(["2026-11", "2026-11-23 14:00", "2026-11-23T25:00", "2026-11-23T14:00Z"].iter().all(|t| !is_moment(t)));
        assert!(["PT1H30M", "PT90M", "P1D"].into_iter().all(is_duration));
        assert!(["", "90", "PT", "PT0M", "-PT1H", "1h"].iter().all(|t| !is_duration(t)));
    }

    #[test]
    fn only_what_is_known_of_both_can_be_backwards() {
        assert!(backwards("2026-05-01", "2026-04"));
        assert!(!backwards("2026-05-01", "2026"));
        assert!(!backwards("2026-05-01", "2026-05"));
        assert!(!backwards("", "2020") && !backwards("2020", ""));
    }
}
