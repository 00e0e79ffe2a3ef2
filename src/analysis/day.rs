//! Days out of what people noted: a year or a month stands for all its days. Knows no records.

use jiff::civil::Date;

/// The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (a time behind it is left aside).
#[must_use]
pub fn first_day(text: &str) -> Option<Date> {
    let (year, month, day) = parts(text)?;
    Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()
}

/// The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (a time behind it is left aside).
#[must_use]
pub fn last_day(text: &str) -> Option<Date> {
    let (year, month, day) = parts(text)?;
    let month = month.unwrap_or(12);
    match day {
        Some(day) => Date::new(year, month, day).ok(),
        None => Date::new(year, month, 1).ok().map(Date::last_of_month),
    }
}

fn parts(text: &str) -> Option<(i16, Option<i8>, Option<i8>)> {
    let day = text.split('T').next()?;
    if !matches!(day.len(), 4 | 7 | 10) || !day.is_ascii() {
        return None;
    }
    let mut numbers = day.split('-');
    let year = numbers.next()?.parse().ok()?;
    let mut small = || numbers.next().map(|number| number.parse::<i8>().map_err(drop)).transpose();
    Some((year, small().ok()?, small().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_and_a_year_stand_for_all_their_days() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!((first_day("2028-02"), last_day("2028-02")), (Some(day("2028-02-01")), Some(day("2028-02-29"))));
        assert_eq!((first_day("2026"), last_day("2026")), (Some(day("2026-01-01")), Some(day("2026-12-31"))));
        assert_eq!(last_day("2026-11-23T14:00"), Some(day("2026-11-23")));
        for wrong in ["", "26", "2026-13", "2026-02-30", "heute", "2026-1-1"] {
            assert_eq!(last_day(wrong), None, "{wrong}");
        }
    }
}
