//! Public holidays of the sixteen Länder, computed from the holiday acts (Feiertagsgesetze) as they have stood since 1995,
//! with the years in which single Länder brought days in. Easter is the Gregorian one. Knows no school holidays.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Land;
use super::Land::{
    BadenWuerttemberg as BW, Bayern as BY, Berlin as BE, Brandenburg as BB, Bremen as HB, Hamburg as HH, Hessen as HE,
    MecklenburgVorpommern as MV, Niedersachsen as NI, NordrheinWestfalen as NW, RheinlandPfalz as RP, Saarland as SL,
    Sachsen as SN, SachsenAnhalt as ST, SchleswigHolstein as SH, Thueringen as TH,
};
use crate::arrange::Arrange as _;
use crate::i18n::Lang;

/// Where in the Land the day is a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everywhere.
    Whole,
    /// Only in some municipalities: look it up.
    SomeMunicipalities,
}

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Where in the Land.
    pub reach: Reach,
    de: &'static str,
    en: &'static str,
}

impl Holiday {
    /// What it is called.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.de,
            Lang::En => self.en,
        }
    }
}

/// The first year the tables below hold for: before 1995 Buß- und Bettag was a holiday nearly everywhere.
pub const FIRST_YEAR: i16 = 1995;

/// How a day is found in a year.
#[derive(Clone, Copy)]
enum Day {
    /// Day and month.
    Fixed(i8, i8),
    /// Days after Easter Sunday.
    Easter(i32),
    /// The Wednesday before 23 November.
    Repentance,
}

/// A line of the holiday acts: day, names, Länder (none: all), Länder where only some municipalities keep it, years.
struct Line(Day, &'static str, &'static str, &'static [Land], &'static [Land], i16, i16);

const EVER: i16 = 9999;
const ALL: &[Land] = &[BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH];

#[rustfmt::skip]
const LINES: [Line; 26] = [
    Line(Day::Fixed(1, 1), "Neujahr", "New Year's Day", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Fixed(6, 1), "Heilige Drei Könige", "Epiphany", &[BW, BY, ST], &[], FIRST_YEAR, EVER),
    Line(Day::Fixed(8, 3), "Internationaler Frauentag", "International Women's Day", &[BE], &[], 2019, EVER),
    Line(Day::Fixed(8, 3), "Internationaler Frauentag", "International Women's Day", &[MV], &[], 2023, EVER),
    Line(Day::Easter(-2), "Karfreitag", "Good Friday", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Easter(0), "Ostersonntag", "Easter Sunday", &[BB], &[], FIRST_YEAR, EVER),
    Line(Day::Easter(1), "Ostermontag", "Easter Monday", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Fixed(1, 5), "Tag der Arbeit", "Labour Day", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Fixed(8, 5), "Tag der Befreiung", "Liberation Day", &[BE], &[], 2020, 2020),
    Line(Day::Fixed(8, 5), "Tag der Befreiung", "Liberation Day", &[BE], &[], 2025, 2025),
    Line(Day::Easter(39), "Christi Himmelfahrt", "Ascension Day", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Easter(49), "Pfingstsonntag", "Whit Sunday", &[BB], &[], FIRST_YEAR, EVER),
    Line(Day::Easter(50), "Pfingstmontag", "Whit Monday", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Easter(60), "Fronleichnam", "Corpus Christi", &[BW, BY, HE, NW, RP, SL], &[SN, TH], FIRST_YEAR, EVER),
    Line(Day::Fixed(17, 6), "Jahrestag des Volksaufstandes", "Anniversary of the 1953 uprising", &[BE], &[], 2028, 2028),
    Line(Day::Fixed(8, 8), "Augsburger Friedensfest", "Augsburg Peace Festival", &[], &[BY], FIRST_YEAR, EVER),
    Line(Day::Fixed(15, 8), "Mariä Himmelfahrt", "Assumption Day", &[SL], &[BY], FIRST_YEAR, EVER),
    Line(Day::Fixed(20, 9), "Weltkindertag", "Children's Day", &[TH], &[], 2019, EVER),
    Line(Day::Fixed(3, 10), "Tag der Deutschen Einheit", "German Unity Day", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Fixed(31, 10), "Reformationstag", "Reformation Day", &[BB, MV, SN, ST, TH], &[], FIRST_YEAR, EVER),
    // 500 years of the Reformation: once in all other Länder
    Line(Day::Fixed(31, 10), "Reformationstag", "Reformation Day", &[BW, BY, BE, HB, HH, HE, NI, NW, RP, SL, SH], &[], 2017, 2017),
    Line(Day::Fixed(31, 10), "Reformationstag", "Reformation Day", &[HB, HH, NI, SH], &[], 2018, EVER),
    Line(Day::Fixed(1, 11), "Allerheiligen", "All Saints' Day", &[BW, BY, NW, RP, SL], &[], FIRST_YEAR, EVER),
    Line(Day::Repentance, "Buß- und Bettag", "Day of Repentance and Prayer", &[SN], &[], FIRST_YEAR, EVER),
    Line(Day::Fixed(25, 12), "Erster Weihnachtstag", "Christmas Day", ALL, &[], FIRST_YEAR, EVER),
    Line(Day::Fixed(26, 12), "Zweiter Weihnachtstag", "Boxing Day", ALL, &[], FIRST_YEAR, EVER),
];

/// The public holidays of a year in a Land, by date; none for years before [`FIRST_YEAR`].
#[must_use]
pub fn public_holidays(year: i16, land: Land) -> Vec<Holiday> {
    let mut days: Vec<_> = LINES.iter().filter_map(|line| line.in_year(year, land)).collect();
    days.arrange_by_key(|h| h.date);
    days
}

/// The holiday on a day, if it is one in the Land or in some of its municipalities.
#[must_use]
pub fn holiday_on(day: Date, land: Land) -> Option<Holiday> {
    LINES.iter().filter_map(|line| line.in_year(day.year(), land)).find(|h| h.date == day)
}

impl Line {
    fn in_year(&self, year: i16, land: Land) -> Option<Holiday> {
        let Self(day, de, en, whole, some, first, last) = *self;
        let reach = match (whole.contains(&land), some.contains(&land)) {
            (true, _) => Reach::Whole,
            (false, true) => Reach::SomeMunicipalities,
            (false, false) => return None,
        };
        let date = (first..=last).contains(&year).then(|| day.in_year(year)).flatten()?;
        Some(Holiday { date, reach, de, en })
    }
}

impl Day {
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(day, month) => Date::new(year, month, day).ok(),
            Self::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
            Self::Repentance => Date::new(year, 11, 23).ok()?.nth_weekday(-1, Weekday::Wednesday).ok(),
        }
    }
}

/// Easter Sunday in the Gregorian calendar, by the "anonymous" algorithm printed in Nature, 20 April 1876, and in
/// J. Meeus, Astronomical Algorithms (1991), ch. 8; its letters are kept.
#[must_use]
#[expect(clippy::many_single_char_names, reason = "the letters of the printed algorithm")]
pub fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_sundays_of_the_almanac() {
        for (y, m, d) in [
            (1995, 4, 16),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2016, 3, 27),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2030, 4, 21),
            (2038, 4, 25),
            (2049, 4, 18),
            (1818, 3, 22),
            (2285, 3, 22),
            (1943, 4, 25),
        ] {
            assert_eq!(easter(y), Some(date(y, m, d)));
        }
        assert!((1900..2200).all(|y| easter(y).unwrap().weekday() == Weekday::Sunday));
    }

    fn count(year: i16, land: Land) -> usize {
        public_holidays(year, land).iter().filter(|h| h.reach == Reach::Whole).count()
    }

    #[test]
    fn numbers_of_the_laender() {
        // what the ministries list for 2026 (Sundays of Brandenburg included)
        let expected = [
            (BW, 12),
            (BY, 12),
            (BE, 10),
            (BB, 12),
            (HB, 10),
            (HH, 10),
            (HE, 10),
            (MV, 11),
            (NI, 10),
            (NW, 11),
            (RP, 11),
            (SL, 12),
            (SN, 11),
            (ST, 11),
            (SH, 10),
            (TH, 11),
        ];
        for (land, n) in expected {
            assert_eq!(count(2026, land), n, "{land:?}");
        }
    }

    #[test]
    fn years_in_which_days_came() {
        let on = |y, m, d, land| holiday_on(date(y, m, d), land).map(|h| h.reach);
        assert_eq!((on(2018, 3, 8, BE), on(2019, 3, 8, BE)), (None, Some(Reach::Whole)));
        assert_eq!((on(2022, 3, 8, MV), on(2023, 3, 8, MV)), (None, Some(Reach::Whole)));
        assert_eq!((on(2018, 9, 20, TH), on(2019, 9, 20, TH)), (None, Some(Reach::Whole)));
        for land in Land::all() {
            assert_eq!(on(2017, 10, 31, land), Some(Reach::Whole), "{land:?}");
            let since = [BB, MV, SN, ST, TH].contains(&land);
            let north = [HB, HH, NI, SH].contains(&land);
            assert_eq!(
                (on(2016, 10, 31, land).is_some(), on(2018, 10, 31, land).is_some()),
                (since, since || north),
                "{land:?}"
            );
        }
        assert_eq!(on(2026, 11, 18, SN), Some(Reach::Whole));
        assert_eq!(on(2025, 11, 19, SN), Some(Reach::Whole));
        assert_eq!(
            (on(2025, 5, 8, BE), on(2026, 5, 8, BE), on(2028, 6, 17, BE)),
            (Some(Reach::Whole), None, Some(Reach::Whole))
        );
        assert_eq!((on(2026, 8, 15, BY), on(2026, 8, 15, SL)), (Some(Reach::SomeMunicipalities), Some(Reach::Whole)));
        assert_eq!((on(2026, 8, 8, BY), on(2026, 8, 8, BW)), (Some(Reach::SomeMunicipalities), None));
        assert_eq!(
            (on(2026, 6, 4, SN), on(2026, 6, 4, NW), on(2026, 6, 4, BE)),
            (Some(Reach::SomeMunicipalities), Some(Reach::Whole), None)
        );
        assert!(public_holidays(1994, SN).is_empty());
    }
}
