//! Days a rhythm keeps clear of: public holidays of the Land, and the holidays noted in the landscape.

use super::day::{first_day, last_day};
use crate::calendar::{Land, Reach, holiday_on};
use crate::landscape::{Record, holiday, rhythm, the_landscape};
use crate::store::Store;
use jiff::civil::Date;

/// What is known of free days.
pub struct FreeDays {
    land: Option<Land>,
    /// First and last day of each holiday noted.
    noted: Vec<(Date, Date)>,
}

impl FreeDays {
    /// Those of a landscape.
    #[must_use]
    pub fn of(store: &Store) -> Self {
        let landscape = store.landscape();
        let letters = landscape.text(the_landscape::LAND);
        let span = |record: &Record| {
            let from = record.text(holiday::FROM);
            let until = record.text(holiday::UNTIL);
            Some((first_day(from)?, last_day(if until.is_empty() { from } else { until })?))
        };
        FreeDays {
            land: Land::all().find(|land| land.letters().eq_ignore_ascii_case(letters)),
            noted: landscape.parts(the_landscape::HOLIDAYS).iter().filter_map(span).collect(),
        }
    }

    /// Does this rhythm keep clear of the day? Holidays that only some municipalities keep do not count; what is noted
    /// in the landscape counts for both kinds, since it does not say which it is.
    #[must_use]
    pub fn avoids(&self, record: &Record, day: Date) -> bool {
        let avoid = record.texts(rhythm::AVOID);
        if avoid.is_empty() {
            return false;
        }
        let public = avoid.iter().any(|what| &**what == "public_holidays");
        let whole = |land| holiday_on(day, land).is_some_and(|holiday| holiday.reach == Reach::Whole);
        public && self.land.is_some_and(whole) || self.noted.iter().any(|(from, until)| (*from..=*until).contains(&day))
    }
}
