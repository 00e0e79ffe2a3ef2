//! A rule with its start, end and exceptions: the occurrences, in order, within bounds. Wall-clock times throughout;
//! a zone comes in only through [`Moment::to_zoned`]. Knows no records.

use jiff::ToSpan;
use jiff::civil::Date;

use super::expand::Expansion;
use super::rule::{End, Until};
use super::{Error, Moment, Result, Rule};

/// How far an expansion may go, so that no rule can keep the program busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The most years from the first day asked for.
    pub years: i16,
    /// The most occurrences.
    pub occurrences: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { years: 5, occurrences: 5000 }
    }
}

impl Bounds {
    fn last_day(self, from: Date) -> Date {
        from.saturating_add(self.years.years())
    }
}

/// When a body means to meet.
///
/// The start anchors the rule and gives every occurrence its time of day. It is an occurrence itself only if the rule
/// says so (RFC 5545 leaves that open; calendars differ, we do not invent a meeting).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The rule; none where only single dates are known.
    pub rule: Option<Rule>,
    /// Anchor, and the hour of all occurrences.
    pub start: Moment,
    /// Last moment of the rule (a day: the whole day), beside an end within the rule itself.
    pub until: Option<Moment>,
    /// Occurrences that fall out; a day without a time takes out all of that day.
    pub skip: Vec<Moment>,
    /// Occurrences beside the rule, also after its end; a day without a time gets that of the start.
    pub extra: Vec<Moment>,
}

impl Series {
    /// A series without exceptions.
    #[must_use]
    pub const fn new(rule: Rule, start: Moment) -> Self {
        Self { rule: Some(rule), start, until: None, skip: Vec::new(), extra: Vec::new() }
    }

    /// The occurrences from a moment on, lazily; they stop silently at the bounds.
    #[must_use]
    pub fn occurrences(&self, from: Moment, bounds: Bounds) -> Occurrences<'_> {
        let last = bounds.last_day(from.date.max(self.start.date));
        self.up_to(from, last, bounds.occurrences)
    }

    /// The occurrences in `from <= occurrence < until`.
    ///
    /// # Errors
    /// [`Error::TooFar`] if the span is longer than the bounds allow, [`Error::TooMany`] if it holds more.
    pub fn between(&self, from: Moment, until: Moment, bounds: Bounds) -> Result<Vec<Moment>> {
        if until.date > bounds.last_day(from.date) {
            return Err(Error::TooFar { until, years: bounds.years });
        }
        let one_more = bounds.occurrences.saturating_add(1);
        let found: Vec<_> = self.up_to(from, until.date, one_more).take_while(|m| *m < until).collect();
        if found.len() > bounds.occurrences { Err(Error::TooMany { limit: bounds.occurrences }) } else { Ok(found) }
    }

    fn up_to(&self, from: Moment, last: Date, left: usize) -> Occurrences<'_> {
        let hour = |m: &Moment| Moment { time: m.time.or(self.start.time), ..*m };
        let mut extra: Vec<_> = self.extra.iter().map(hour).filter(|m| *m >= from && m.date <= last).collect();
        extra.sort_unstable_by(|a, b| b.cmp(a));
        extra.dedup();
        let by_rule = self.rule.as_ref().map(|rule| ByRule::new(rule, self, from, last));
        Occurrences { skip: &self.skip, by_rule, ahead: None, extra, left }
    }
}

/// The occurrences of a series in order.
#[derive(Debug)]
pub struct Occurrences<'s> {
    skip: &'s [Moment],
    by_rule: Option<ByRule<'s>>,
    /// Taken from the rule, not given out.
    ahead: Option<Moment>,
    /// The single ones, last first.
    extra: Vec<Moment>,
    left: usize,
}

impl Iterator for Occurrences<'_> {
    type Item = Moment;

    fn next(&mut self) -> Option<Moment> {
        loop {
            self.left.checked_sub(1)?;
            if self.ahead.is_none() {
                self.ahead = self.by_rule.as_mut().and_then(Iterator::next);
            }
            let next = match (self.ahead, self.extra.last().copied()) {
                (None, None) => return None,
                (Some(rule), Some(extra)) => rule.min(extra),
                (Some(one), None) | (None, Some(one)) => one,
            };
            if self.ahead == Some(next) {
                self.ahead = None;
            }
            if self.extra.last() == Some(&next) {
                self.extra.pop();
            }
            if !self.skip.iter().any(|s| s.covers(next)) {
                self.left -= 1;
                return Some(next);
            }
        }
    }
}

/// What the rule alone gives.
#[derive(Debug)]
struct ByRule<'s> {
    expansion: Expansion<'s>,
    end: End,
    until: Option<Moment>,
    start: Moment,
    from: Moment,
    last: Date,
    /// Number of the next period.
    period: i32,
    /// Days of the current period, and how many are used up.
    days: Vec<Date>,
    used: usize,
}

impl<'s> ByRule<'s> {
    fn new(rule: &'s Rule, series: &Series, from: Moment, last: Date) -> Self {
        let expansion = Expansion::new(rule, series.start.date);
        // a rule that counts has to be counted from its start; all others begin near the window
        let period = if matches!(rule.end(), End::Count(_)) { 0 } else { expansion.period_at(from.date) };
        let until = series.until;
        Self { expansion, end: rule.end(), until, start: series.start, from, last, period, days: Vec::new(), used: 0 }
    }

    fn next_day(&mut self) -> Option<Date> {
        loop {
            if let Some(day) = self.days.get(self.used) {
                self.used += 1;
                return Some(*day);
            }
            let start = self.expansion.period_start(self.period).filter(|s| *s <= self.last)?;
            self.period += 1;
            self.used = 0;
            self.expansion.days(start, &mut self.days);
        }
    }

    fn has_ended(&mut self, at: Moment) -> bool {
        let by_rule = match &mut self.end {
            End::Never => false,
            End::Count(0) => true,
            End::Count(left) => {
                *left -= 1;
                false
            }
            End::Until(Until::Date(day)) => at.date > *day,
            End::Until(Until::Local(end) | Until::Utc(end)) => at > Moment::from(*end),
        };
        let past = |end: Moment| if end.time.is_some() { at > end } else { at.date > end.date };
        by_rule || self.until.is_some_and(past)
    }
}

impl Iterator for ByRule<'_> {
    type Item = Moment;

    fn next(&mut self) -> Option<Moment> {
        loop {
            let day = self.next_day()?;
            let at = Moment { date: day, time: self.start.time };
            if day < self.start.date {
                continue;
            }
            if day > self.last || self.has_ended(at) {
                self.last = Date::MIN;
                self.days.clear();
                return None;
            }
            if at >= self.from {
                return Some(at);
            }
        }
    }
}
