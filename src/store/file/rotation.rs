//! Which earlier versions stay: the last ten, the last of each of fourteen days and of each of twelve months (days and
//! months in UTC, counted where there are versions). Must not know files.

use jiff::Timestamp;
use jiff::tz::TimeZone;

const LAST: usize = 10;
const DAYS: usize = 14;
const MONTHS: usize = 12;

/// For each moment, given newest first, whether its version stays.
pub(super) fn kept(moments: &[Timestamp]) -> Vec<bool> {
    let dates: Vec<_> = moments.iter().map(|at| at.to_zoned(TimeZone::UTC).date()).collect();
    let daily = firsts(dates.iter().map(|date| (date.year(), date.month(), date.day())), DAYS);
    let monthly = firsts(dates.iter().map(|date| (date.year(), date.month(), 0)), MONTHS);
    daily.zip(monthly).enumerate().map(|(place, (day, month))| place < LAST || day || month).collect()
}

/// For each period whether it is the first of its kind, for the first `limit` kinds.
fn firsts<P: PartialEq + Copy>(periods: impl Iterator<Item = P>, limit: usize) -> impl Iterator<Item = bool> {
    let (mut last, mut count) = (None, 0);
    periods.map(move |period| {
        let first = last != Some(period) && count < limit;
        if first {
            count += 1;
        }
        last = Some(period);
        first
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    fn hours_back(hours: impl Iterator<Item = i64>) -> Vec<Timestamp> {
        let start: Timestamp = "2026-11-23T23:30:00Z".parse().unwrap();
        hours.map(|n| start - SignedDuration::from_hours(n)).collect()
    }

    fn stay(moments: &[Timestamp]) -> Vec<String> {
        let kept = kept(moments);
        moments.iter().zip(kept).filter(|(_, kept)| *kept).map(|(at, _)| at.to_string()).collect()
    }

    #[test]
    fn a_save_every_hour_for_two_years() {
        let stays = stay(&hours_back(0..24 * 730));
        // 10 last (the first is also this day's and this month's), 13 more days, 11 more months
        assert_eq!(stays.len(), 10 + 13 + 11);
        assert_eq!(stays[9], "2026-11-23T14:30:00Z");
        assert_eq!(stays[10], "2026-11-22T23:30:00Z");
        assert_eq!(stays[22], "2026-11-10T23:30:00Z");
        assert_eq!(stays[23], "2026-10-31T23:30:00Z");
        assert_eq!(stays[33], "2025-12-31T23:30:00Z");
    }

    #[test]
    fn few_versions_all_stay() {
        assert_eq!(kept(&hours_back(0..10)), [true; 10]);
        assert!(kept(&[]).is_empty());
        // one a year: the last ten, and two more months
        assert_eq!(stay(&hours_back((0..20).map(|n| n * 8_766))).len(), 14);
    }
}
