//! The first days a rule can start from where it does not say so itself: "every other Tuesday": this one or the next?
//! Knows no records and not what day it is.

use jiff::civil::Date;

use super::rule::Freq;
use super::{Bounds, Moment, Rule, Series, monday_of, week_of};

/// More than so many first days are no choice: then the day has to be said.
const MOST: u16 = 6;

/// One first day for each way to count, the nearest first, all from `today` on; none where the rule names no days, or
/// where there are more than six ways.
#[must_use]
pub fn anchors(rule: &Rule, today: Date) -> Vec<Date> {
    if rule.interval > MOST || (rule.days.is_empty() && rule.month_days.is_empty()) {
        return Vec::new();
    }
    let every_period = Rule { interval: 1, ..rule.clone() };
    let series = Series::new(every_period, Moment::day(today));
    let mut firsts: Vec<Date> = Vec::new();
    for at in series.occurrences(Moment::day(today), Bounds::default()) {
        if firsts.last().is_none_or(|last| period(rule.freq, *last) != period(rule.freq, at.date)) {
            firsts.push(at.date);
        }
        if firsts.len() >= usize::from(rule.interval) {
            break;
        }
    }
    firsts
}

/// The first day of the stretch a day is counted in.
fn period(freq: Freq, day: Date) -> Option<Date> {
    match freq {
        Freq::Daily => Some(day),
        Freq::Weekly => monday_of(week_of(day).0, week_of(day).1),
        Freq::Monthly => Some(day.first_of_month()),
        Freq::Yearly => Some(day.first_of_year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn of(rule: &str) -> Vec<String> {
        let rule: Rule = rule.parse().unwrap();
        anchors(&rule, date(2026, 11, 23)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn one_first_day_for_each_way_to_count() {
        assert_eq!(of("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"), ["2026-11-25", "2026-12-02"]);
        assert_eq!(of("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"), ["2026-11-23", "2026-11-30"]);
        assert_eq!(of("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU"), ["2026-12-01", "2027-01-05", "2027-02-02"]);
        assert_eq!(of("FREQ=WEEKLY;INTERVAL=2"), [""; 0]);
        assert_eq!(of("FREQ=WEEKLY;INTERVAL=8;BYDAY=TU"), [""; 0]);
    }
}
