//! A recurrence rule: the part of RFC 5545 §3.3.10 that meetings need, and its one way of being written.
//! Knows nothing of start dates (that is `series`) nor of how a rule is read (that is `parse`).

use std::fmt;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

/// The unit a rule counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freq {
    /// Days.
    Daily,
    /// Weeks, from the rule's week start.
    Weekly,
    /// Calendar months.
    Monthly,
    /// Calendar years.
    Yearly,
}

/// A weekday, or the n-th (from the end: −n-th) such weekday of the month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ByDay {
    /// ±1 … ±53, never 0.
    pub nth: Option<i8>,
    /// The weekday.
    pub weekday: Weekday,
}

/// The last moment a rule may give, itself included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Until {
    /// The whole of a day.
    Date(Date),
    /// A wall-clock time.
    Local(DateTime),
    /// A time in UTC; see [`Rule::localized`].
    Utc(DateTime),
}

/// How a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum End {
    /// It does not.
    #[default]
    Never,
    /// After so many occurrences.
    Count(u16),
    /// At a moment.
    Until(Until),
}

/// A checked rule. Lists are sorted and without doubles; parts without effect are left out, so that two rules that say
/// the same in the same parts are equal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    pub(super) freq: Freq,
    pub(super) interval: u16,
    pub(super) end: End,
    pub(super) months: Vec<i8>,
    pub(super) month_days: Vec<i8>,
    pub(super) days: Vec<ByDay>,
    pub(super) set_pos: Vec<i16>,
    pub(super) week_start: Weekday,
}

/// Monday to Friday.
pub(super) const WORK_DAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

impl Rule {
    /// The bare rule: every day, week, month or year.
    #[must_use]
    pub const fn every(interval: u16, freq: Freq) -> Self {
        Self {
            freq,
            interval: if interval == 0 { 1 } else { interval },
            end: End::Never,
            months: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            set_pos: Vec::new(),
            week_start: Weekday::Monday,
        }
    }

    /// The unit the rule counts in.
    #[must_use]
    pub const fn freq(&self) -> Freq {
        self.freq
    }

    /// Every so many units, at least 1.
    #[must_use]
    pub const fn interval(&self) -> u16 {
        self.interval
    }

    /// How the rule ends.
    #[must_use]
    pub const fn end(&self) -> End {
        self.end
    }

    /// The weekdays, with their ordinals.
    #[must_use]
    pub fn days(&self) -> &[ByDay] {
        &self.days
    }

    /// The months (1–12).
    #[must_use]
    pub fn months(&self) -> &[i8] {
        &self.months
    }

    /// The days of the month (1–31, or counted from the end).
    #[must_use]
    pub fn month_days(&self) -> &[i8] {
        &self.month_days
    }

    /// The same rule with another end.
    #[must_use]
    pub fn ending(mut self, end: End) -> Self {
        self.end = end;
        self
    }

    /// The same rule with an end given in UTC turned into the wall-clock time of `zone`. Without this step such an end is
    /// compared with wall-clock times as it stands.
    #[must_use]
    pub fn localized(mut self, zone: &TimeZone) -> Self {
        if let End::Until(Until::Utc(at)) = self.end
            && let Ok(there) = at.to_zoned(TimeZone::UTC)
        {
            self.end = End::Until(Until::Local(there.with_time_zone(zone.clone()).datetime()));
        }
        self
    }

    /// Does the day (not only the hour) of the occurrences depend on where the series starts?
    #[must_use]
    pub fn needs_anchor(&self) -> bool {
        let open = match self.freq {
            Freq::Daily => false,
            Freq::Weekly => self.days.is_empty(),
            Freq::Monthly | Freq::Yearly => self.days.is_empty() && self.month_days.is_empty(),
        };
        open || self.interval > 1 || matches!(self.end, End::Count(_))
    }

    /// The nominal gap between two occurrences of a bare rule, in days; used where nothing was observed yet.
    #[must_use]
    pub fn nominal_days(&self) -> f64 {
        const YEAR: f64 = 365.2425;
        let unit = match self.freq {
            Freq::Daily => 1.0,
            Freq::Weekly => 7.0,
            Freq::Monthly => YEAR / 12.0,
            Freq::Yearly => YEAR,
        };
        unit * f64::from(self.interval) / self.per_period()
    }

    /// About how many occurrences a period has (a weekday in a month counts 4.35 times).
    fn per_period(&self) -> f64 {
        let len = |n: usize| f64::from(u16::try_from(n).unwrap_or(u16::MAX));
        let months = if self.months.is_empty() { 12.0 } else { len(self.months.len()) };
        let plain = len(self.days.iter().filter(|d| d.nth.is_none()).count());
        let nth = len(self.days.len()) - plain;
        let in_month = |weekdays: f64| match (self.month_days.len(), self.days.is_empty()) {
            (0, true) => 1.0,
            (0, false) => nth + weekdays * 365.2425 / 84.0,
            (n, true) => len(n),
            (n, false) => len(n) * (nth + weekdays) / 7.0,
        };
        let all = match self.freq {
            Freq::Daily => {
                let days = if self.days.is_empty() { 1.0 } else { plain / 7.0 };
                let dates = if self.month_days.is_empty() { 1.0 } else { len(self.month_days.len()) * 12.0 / 365.2425 };
                days * dates * months / 12.0
            }
            Freq::Weekly => plain.max(1.0) * months / 12.0,
            Freq::Monthly => in_month(plain) * months / 12.0,
            Freq::Yearly if self.months.is_empty() && self.month_days.is_empty() => {
                if self.days.is_empty() {
                    1.0
                } else {
                    nth + plain * 52.18
                }
            }
            Freq::Yearly => in_month(plain) * months,
        };
        if self.set_pos.is_empty() { all } else { all.min(len(self.set_pos.len())) }.max(0.001)
    }

    /// Sorts the lists, drops doubles and what has no effect.
    pub(super) fn settle(mut self) -> Self {
        self.months.sort_unstable();
        self.months.dedup();
        sort_from_end(&mut self.month_days);
        sort_from_end(&mut self.set_pos);
        self.days.sort_by_key(|d| {
            let nth = d.nth.unwrap_or(0);
            (d.nth.is_some(), nth < 0, nth, d.weekday.to_monday_zero_offset())
        });
        self.days.dedup();
        let weeks_matter = self.freq == Freq::Weekly && (self.interval > 1 || !self.set_pos.is_empty());
        if !weeks_matter {
            self.week_start = Weekday::Monday;
        }
        self
    }
}

/// 1, 2, 3 …, then −3, −2, −1: the order in which they fall.
fn sort_from_end<N: Ord + Copy + Default>(numbers: &mut Vec<N>) {
    numbers.sort_unstable_by_key(|&n| (n < N::default(), n));
    numbers.dedup();
}

/// Two letters of RFC 5545.
pub(super) const fn letters(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

impl fmt::Display for Freq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        })
    }
}

impl fmt::Display for ByDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            write!(f, "{nth}")?;
        }
        f.write_str(letters(self.weekday))
    }
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(day) => write!(f, "{}", day.strftime("%Y%m%d")),
            Self::Local(at) => write!(f, "{}", at.strftime("%Y%m%dT%H%M%S")),
            Self::Utc(at) => write!(f, "{}Z", at.strftime("%Y%m%dT%H%M%S")),
        }
    }
}

/// The canonical text: FREQ first, then the parts in this order, each only if it has an effect.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", self.freq)?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.end {
            End::Never => {}
            End::Count(n) => write!(f, ";COUNT={n}")?,
            End::Until(until) => write!(f, ";UNTIL={until}")?,
        }
        list(f, "BYMONTH", &self.months)?;
        list(f, "BYMONTHDAY", &self.month_days)?;
        list(f, "BYDAY", &self.days)?;
        list(f, "BYSETPOS", &self.set_pos)?;
        if self.week_start != Weekday::Monday {
            write!(f, ";WKST={}", letters(self.week_start))?;
        }
        Ok(())
    }
}

/// `;NAME=a,b,c`, or nothing.
fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, items: &[T]) -> fmt::Result {
    for (i, item) in items.iter().enumerate() {
        if i == 0 {
            write!(f, ";{name}={item}")?;
        } else {
            write!(f, ",{item}")?;
        }
    }
    Ok(())
}
