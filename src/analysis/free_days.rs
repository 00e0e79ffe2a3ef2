//! Days a rhythm keeps clear of: public holidays of the Land, and the holidays noted in the landscape.

use super::day::{first_day, last_day};
use crate::calendar::{Land, Reach, holiday_on};
use crate::i18n::Lang;
use crate::landscape::{Record, holiday, rhythm, the_landscape};
use crate::store::Store;
use jiff::civil::Date;

/// What is known of free days.
pub struct FreeDays {
    land: Option<Land>,
    /// First and last day of each holiday noted.
    noted: Vec<(Date, Date)>,
    /// What they are called, in the same order.
    names: Vec<Box<str>>,
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
            let days = (first_day(from)?, last_day(if until.is_empty() { from } else { until })?);
            Some((days, Box::from(record.text(holiday::NAME))))
        };
        let (noted, names) = landscape.parts(the_landscape::HOLIDAYS).iter().filter_map(span).unzip();
        FreeDays { noted, names, land: Land::all().find(|land| land.letters().eq_ignore_ascii_case(letters)) }
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

    /// What the day is called, if it is free: a public holiday (one that only some municipalities keep, too: who lives
    /// there knows), else a holiday noted in the landscape.
    #[must_use]
    pub fn name_on(&self, day: Date, lang: Lang) -> Option<String> {
        let public = self.land.and_then(|land| holiday_on(day, land)).map(|holiday| holiday.name(lang).to_owned());
        let noted = || {
            let mut all = self.noted.iter().zip(&self.names);
            all.find(|((from, until), _)| (*from..=*until).contains(&day)).map(|(_, name)| name.to_string())
        };
        public.or_else(noted)
    }
}
