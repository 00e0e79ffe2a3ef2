//! Free days: public holidays of the Land, and the holidays noted in the landscape. A rhythm may keep clear of them;
//! a date that falls on one is marked, never moved.

use super::day::{first_day, last_day};
use crate::calendar::{Holiday, Land, Reach, holiday_on};
use crate::i18n::Lang;
use crate::landscape::{Record, holiday, rhythm, the_landscape};
use crate::store::Store;
use jiff::civil::Date;

/// What is known of free days.
pub struct FreeDays {
    land: Option<Land>,
    /// First and last day of each holiday noted, and its name.
    noted: Vec<(Date, Date, Box<str>)>,
}

/// A free day and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreeDay {
    /// By the holiday acts; perhaps only in some municipalities.
    Public(Holiday),
    /// Noted in the landscape: school holidays, local days.
    Noted(Box<str>),
}

impl FreeDay {
    /// What it is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match self {
            FreeDay::Public(holiday) => holiday.name(lang),
            FreeDay::Noted(name) => name,
        }
    }
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
            let last = last_day(if until.is_empty() { from } else { until })?;
            Some((first_day(from)?, last, Box::from(record.text(holiday::NAME))))
        };
        FreeDays {
            noted: landscape.parts(the_landscape::HOLIDAYS).iter().filter_map(span).collect(),
            land: Land::all().find(|land| land.letters().eq_ignore_ascii_case(letters)),
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
        public && self.land.is_some_and(whole) || self.noted_on(day).is_some()
    }

    /// The free day this day is. Holidays that only some municipalities keep are told too: whoever reads knows the place.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<FreeDay> {
        let public = self.land.and_then(|land| holiday_on(day, land)).map(FreeDay::Public);
        public.or_else(|| self.noted_on(day).map(|name| FreeDay::Noted(name.into())))
    }

    fn noted_on(&self, day: Date) -> Option<&str> {
        self.noted.iter().find(|(from, until, _)| (*from..=*until).contains(&day)).map(|(_, _, name)| &**name)
    }

    /// What the day is called, if it is free.
    #[must_use]
    pub fn name_on(&self, day: Date, lang: Lang) -> Option<String> {
        self.on(day).map(|free| free.name(lang).to_owned())
    }
}
