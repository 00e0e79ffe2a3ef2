//! Weeks as offices in Germany count them: from Monday, numbered as in ISO 8601.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The ISO 8601 year and week a day is in; the year differs from the calendar's around New Year.
#[must_use]
pub fn week_of(day: Date) -> (i16, i8) {
    let week = day.iso_week_date();
    (week.year(), week.week())
}

/// How many weeks (52 or 53) the ISO year has.
#[must_use]
pub fn weeks_in(year: i16) -> i8 {
    // 28 December is always in the last week
    Date::new(year, 12, 28).map_or(52, |d| d.iso_week_date().week())
}

/// Monday of a week; none for a week the year does not have.
#[must_use]
pub fn monday_of(year: i16, week: i8) -> Option<Date> {
    ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn week_53_and_new_year() {
        // years that begin on a Thursday, or leap years that begin on a Wednesday
        let long: Vec<i16> = (2000..=2050).filter(|y| weeks_in(*y) == 53).collect();
        assert_eq!(long, [2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048]);
        assert_eq!(week_of(date(2021, 1, 3)), (2020, 53));
        assert_eq!(week_of(date(2027, 1, 3)), (2026, 53));
        assert_eq!(week_of(date(2027, 1, 4)), (2027, 1));
        assert_eq!(week_of(date(2024, 12, 30)), (2025, 1));
        assert_eq!(monday_of(2026, 53), Some(date(2026, 12, 28)));
        assert_eq!(monday_of(2027, 53), None);
        for year in 1990..2060 {
            for week in 1..=weeks_in(year) {
                let monday = monday_of(year, week).unwrap();
                assert_eq!((week_of(monday), monday.weekday()), ((year, week), Weekday::Monday));
            }
        }
    }
}
