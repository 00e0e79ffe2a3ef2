//! The days a rule means, period by period. A month is a mask of 31 bits, so that limits are one `&` and a day that does
//! not exist has no bit: it is skipped, never shifted (RFC 5545 §3.3.10). Knows no times of day and no end of the rule.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::rule::{Freq, Rule};

/// A rule tied to the day its series starts on.
#[derive(Clone, Debug)]
pub(super) struct Expansion<'r> {
    rule: &'r Rule,
    anchor: Date,
    /// First day of the week the anchor is in.
    week: Date,
    /// Bit per weekday (Monday = 1) that the rule names without an ordinal.
    weekdays: u8,
}

impl<'r> Expansion<'r> {
    pub(super) fn new(rule: &'r Rule, anchor: Date) -> Self {
        let into_week = anchor.weekday().since(rule.week_start);
        let plain = rule.days.iter().filter(|d| d.nth.is_none());
        let weekdays = plain.fold(0, |bits, d| bits | 1 << d.weekday.to_monday_zero_offset());
        Self { rule, anchor, week: anchor.saturating_sub(i32::from(into_week).days()), weekdays }
    }

    /// Number of the period (counted in intervals from the anchor's, 0) that ends the search for days before `from`.
    pub(super) fn period_at(&self, from: Date) -> i32 {
        let days = |start: Date| (from - start).get_days();
        let month = |d: Date| i32::from(d.year()) * 12 + i32::from(d.month());
        let units = match self.rule.freq {
            Freq::Daily => days(self.anchor),
            Freq::Weekly => days(self.week) / 7,
            Freq::Monthly => month(from) - month(self.anchor),
            Freq::Yearly => i32::from(from.year()) - i32::from(self.anchor.year()),
        };
        units.max(0) / i32::from(self.rule.interval)
    }

    /// First day of the `k`-th period; none beyond the end of the calendar.
    pub(super) fn period_start(&self, k: i32) -> Option<Date> {
        let units = k.checked_mul(self.rule.interval.into())?;
        match self.rule.freq {
            Freq::Daily => later(self.anchor, units),
            Freq::Weekly => later(self.week, units.checked_mul(7)?),
            Freq::Monthly => {
                let month = i32::from(self.anchor.year()) * 12 + i32::from(self.anchor.month()) - 1 + units;
                let year = i16::try_from(month.div_euclid(12)).ok()?;
                Date::new(year, i8::try_from(month.rem_euclid(12)).ok()? + 1, 1).ok()
            }
            Freq::Yearly => Date::new(i16::try_from(i32::from(self.anchor.year()) + units).ok()?, 1, 1).ok(),
        }
    }

    /// Writes the days of the period that starts on `start` to `out`, in order.
    pub(super) fn days(&self, start: Date, out: &mut Vec<Date>) {
        out.clear();
        match self.rule.freq {
            Freq::Daily if self.fits_day(start) => out.push(start),
            Freq::Weekly => self.week_days(start, out),
            Freq::Monthly if self.in_months(start) => push_month(start, self.month_mask(start), out),
            Freq::Yearly => self.year_days(start, out),
            Freq::Daily | Freq::Monthly => {}
        }
        if !self.rule.set_pos.is_empty() {
            self.pick(out);
        }
    }

    /// BYSETPOS: only these places of the set.
    fn pick(&self, days: &mut Vec<Date>) {
        let last = i32::try_from(days.len()).unwrap_or(i32::MAX);
        let place = |&pos: &i16| if pos > 0 { i32::from(pos) - 1 } else { last + i32::from(pos) };
        let mut picked: Vec<Date> =
            self.rule.set_pos.iter().filter_map(|p| days.get(usize::try_from(place(p)).ok()?).copied()).collect();
        picked.sort_unstable();
        picked.dedup();
        *days = picked;
    }

    fn in_months(&self, day: Date) -> bool {
        self.rule.months.is_empty() || self.rule.months.contains(&day.month())
    }

    fn fits_day(&self, day: Date) -> bool {
        let from_end = day.day() - day.days_in_month() - 1;
        let dates = &self.rule.month_days;
        self.in_months(day)
            && (self.weekdays == 0 || self.weekdays >> day.weekday().to_monday_zero_offset() & 1 == 1)
            && (dates.is_empty() || dates.contains(&day.day()) || dates.contains(&from_end))
    }

    fn week_days(&self, start: Date, out: &mut Vec<Date>) {
        let wanted =
            if self.weekdays == 0 { 1 << self.anchor.weekday().to_monday_zero_offset() } else { self.weekdays };
        let mut bit = self.rule.week_start.to_monday_zero_offset();
        for step in 0..7 {
            if wanted >> bit & 1 == 1
                && let Some(day) = later(start, step).filter(|d| self.in_months(*d))
            {
                out.push(day);
            }
            bit = (bit + 1) % 7;
        }
    }

    fn year_days(&self, start: Date, out: &mut Vec<Date>) {
        let rule = self.rule;
        let whole_year = rule.months.is_empty() && !rule.days.is_empty();
        if rule.months.is_empty() && rule.days.is_empty() && rule.month_days.is_empty() {
            // neither month nor day named: the day of the anchor, where the year has it
            out.extend(Date::new(start.year(), self.anchor.month(), self.anchor.day()).ok());
            return;
        }
        let nth = if whole_year { self.nth_of_year(start) } else { Vec::new() };
        for month in 1..=12 {
            let Ok(first) = Date::new(start.year(), month, 1) else { continue };
            if !self.in_months(first) {
                continue;
            }
            let mask = if whole_year { self.mask_in_year(first, &nth) } else { self.month_mask(first) };
            push_month(first, mask, out);
        }
    }

    /// Days of one month where ordinals count within the month.
    fn month_mask(&self, first: Date) -> u32 {
        let rule = self.rule;
        let dates = self.date_mask(first);
        if rule.days.is_empty() {
            return if rule.month_days.is_empty() { bit(self.anchor.day()) & all(first) } else { dates };
        }
        let nth = rule.days.iter().filter_map(|d| first.nth_weekday_of_month(d.nth?, d.weekday).ok());
        let days = nth.fold(self.weekday_mask(first), |mask, day| mask | bit(day.day()));
        if rule.month_days.is_empty() { days } else { days & dates }
    }

    /// Days of one month where ordinals count within the year.
    fn mask_in_year(&self, first: Date, nth: &[Date]) -> u32 {
        let here = nth.iter().filter(|d| d.month() == first.month());
        let days = here.fold(self.weekday_mask(first), |mask, day| mask | bit(day.day()));
        if self.rule.month_days.is_empty() { days } else { days & self.date_mask(first) }
    }

    /// The days with an ordinal, counted within the year.
    fn nth_of_year(&self, first: Date) -> Vec<Date> {
        let last = first.last_of_year();
        let day = |nth: i8, weekday: jiff::civil::Weekday| {
            let day = if nth > 0 {
                let lead = i32::from(weekday.since(first.weekday()));
                later(first, lead + 7 * (i32::from(nth) - 1))?
            } else {
                let lead = i32::from(last.weekday().since(weekday));
                later(last, -lead + 7 * (i32::from(nth) + 1))?
            };
            (day.year() == first.year()).then_some(day)
        };
        self.rule.days.iter().filter_map(|d| day(d.nth?, d.weekday)).collect()
    }

    fn weekday_mask(&self, first: Date) -> u32 {
        let mut mask = 0;
        let mut weekday = first.weekday().to_monday_zero_offset();
        for day in 1..=7 {
            if self.weekdays >> weekday & 1 == 1 {
                mask |= bit(day) | bit(day + 7) | bit(day + 14) | bit(day + 21) | bit(day + 28);
            }
            weekday = (weekday + 1) % 7;
        }
        mask & all(first)
    }

    fn date_mask(&self, first: Date) -> u32 {
        let last = first.days_in_month();
        let day = |n: i8| if n > 0 { n } else { last + 1 + n };
        self.rule.month_days.iter().map(|&n| day(n)).filter(|&n| n > 0).fold(0, |mask, n| mask | bit(n)) & all(first)
    }
}

/// So many days later (earlier, if negative).
fn later(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// Bit of a day of the month; 0 beyond the 31st.
fn bit(day: i8) -> u32 {
    1_u32.checked_shl(u32::from(day.unsigned_abs())).unwrap_or(0)
}

/// All days the month has.
fn all(first: Date) -> u32 {
    (bit(first.days_in_month()) << 1).wrapping_sub(2)
}

fn push_month(first: Date, mut mask: u32, out: &mut Vec<Date>) {
    while mask != 0 {
        let day = i8::try_from(mask.trailing_zeros()).unwrap_or(0);
        out.extend(Date::new(first.year(), first.month(), day).ok());
        mask &= mask - 1;
    }
}
