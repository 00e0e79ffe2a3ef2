//! The rules that the days, months and intervals of a phrase amount to. Knows no words.

use jiff::civil::Weekday;

use super::days::Nth;
use super::frame::{Frame, Meant, Said};
use super::lexicon::Unit;
use crate::calendar::MOST_INTERVAL;
use crate::calendar::rule::{ByDay, Freq, Rule, WORK_DAYS};
use crate::calendar::speech::Scope;

impl Frame {
    /// The rules the days, months and intervals amount to.
    pub(super) fn rules(&self, end: usize) -> Meant<Vec<Rule>> {
        match (&self.weekdays, self.nth.first()) {
            (Some(days), None) => self.by_weekdays(days).map(|r| vec![r]),
            (Some(days), Some(nth)) => Err(days.at.max(nth.at)),
            (None, Some(nth)) => self.by_nth(nth.at),
            (None, None) => self.bare(end).map(|r| vec![r]),
        }
    }

    /// The months, and whether they only limit the rule.
    fn months(&self) -> (Vec<i8>, bool) {
        self.months.as_ref().map(|m| m.what.clone()).unwrap_or_default()
    }

    fn interval(&self) -> Option<(u16, Unit)> {
        self.interval.as_ref().map(|i| (i.what.least, i.what.unit))
    }

    fn bare(&self, end: usize) -> Meant<Rule> {
        if let Some(within) = &self.within {
            return Err(within.at);
        }
        let (months, only) = self.months();
        let at = self.interval.as_ref().map_or(end, |i| i.at);
        let rule = match self.interval() {
            None if !months.is_empty() && !only => Rule::every(1, Freq::Yearly),
            None => return Err(self.months.as_ref().map_or(end, |m| m.at)),
            Some((n, unit)) => every(n, unit).ok_or(at)?,
        };
        let months_at = self.months.as_ref().map_or(at, |m| m.at);
        named_months(Rule { months, ..rule }, only).ok_or(months_at)
    }

    fn by_weekdays(&self, days: &Said<Vec<Weekday>>) -> Meant<Rule> {
        let at = self.interval.as_ref().map_or(days.at, |i| i.at);
        if let Some(within) = &self.within {
            return Err(within.at);
        }
        let rule = match self.interval() {
            None | Some((1, Unit::Day)) => Rule::every(1, Freq::Weekly),
            Some((n, Unit::Week)) => every(n, Unit::Week).ok_or(at)?,
            Some(_) => return Err(days.at.max(at)),
        };
        let plain = days.what.iter().map(|w| ByDay { nth: None, weekday: *w }).collect();
        Ok(Rule { days: plain, months: self.months().0, ..rule })
    }

    fn by_nth(&self, at: usize) -> Meant<Vec<Rule>> {
        let mut rule = Rule::every(1, Freq::Monthly);
        let mut working = Vec::new();
        for Said { at, what } in &self.nth {
            match what {
                Nth::Weekday(nth, weekday) => {
                    rule.days.extend(nth.iter().map(|n| ByDay { nth: Some(*n), weekday: *weekday }));
                }
                Nth::Working(nth) => working.extend(nth.iter().map(|n| i16::from(*n))),
                Nth::Date(nth) if nth.iter().all(|n| n.abs() <= 31) => rule.month_days.extend(nth),
                Nth::Date(_) => return Err(*at),
            }
        }
        let kinds = [!rule.days.is_empty(), !working.is_empty(), !rule.month_days.is_empty()];
        if kinds.iter().filter(|k| **k).count() != 1 {
            return Err(self.nth.last().map_or(at, |n| n.at));
        }
        if !working.is_empty() {
            rule.set_pos = working;
            rule.days = WORK_DAYS.iter().map(|w| ByDay { nth: None, weekday: *w }).collect();
        }
        let within = self.within.as_ref().map(|w| w.what);
        let unsaid = within.is_none() && self.interval.is_none() && self.months.is_none();
        let scoped = self.scoped(&rule).ok_or(self.interval_at().unwrap_or(at))?;
        Ok(match (unsaid && self.each, self.nth.as_slice()) {
            (true, [Said { what: Nth::Weekday(nth, weekday), .. }]) => match nth.as_slice() {
                [n @ 2..=4] => {
                    let mut weekly = Rule::every(n.unsigned_abs().into(), Freq::Weekly);
                    weekly.days = vec![ByDay { nth: None, weekday: *weekday }];
                    // "jeden zweiten Dienstag" mostly means every other one, "jeden dritten" the third of the month
                    if *n == 2 { vec![weekly, scoped] } else { vec![scoped, weekly] }
                }
                _ => vec![scoped],
            },
            _ => vec![scoped],
        })
    }

    /// The rule with the stretch its ordinals count in.
    fn scoped(&self, rule: &Rule) -> Option<Rule> {
        let within = self.within.as_ref().map(|w| w.what);
        let (months, only) = self.months();
        let ordinals: Vec<i16> =
            rule.set_pos.iter().copied().chain(rule.days.iter().filter_map(|d| d.nth.map(i16::from))).collect();
        let dates = &rule.month_days;
        let months_of = |scope: Scope| {
            let ahead = ordinals.iter().all(|n| (1..5).contains(n)) && dates.iter().all(|n| *n == 1);
            let back = ordinals.iter().all(|n| (-4..0).contains(n)) && dates.iter().all(|n| *n == -1);
            (ahead || back).then(|| scope.months(back)).flatten().filter(|_| months.is_empty())
        };
        let small = ordinals.iter().all(|n| n.abs() <= 5) || !rule.set_pos.is_empty();
        let monthly = |n: u16| Rule { interval: n, months: months.clone(), ..rule.clone() };
        let yearly = |n: u16| Rule { freq: Freq::Yearly, ..monthly(n) };
        let one_set = rule.set_pos.is_empty() || months.len() < 2;
        match (self.interval(), within) {
            (None | Some((1, Unit::Quarter | Unit::Month)), Some(Unit::Quarter)) | (Some((1, Unit::Quarter)), None) => {
                Some(Rule { months: months_of(Scope::Quarter)?.to_vec(), ..rule.clone() })
            }
            (None, Some(Unit::HalfYear)) | (Some((1, Unit::HalfYear)), None) => {
                Some(Rule { months: months_of(Scope::HalfYear)?.to_vec(), ..rule.clone() })
            }
            (None, Some(Unit::Month)) if !months.is_empty() || small => Some(monthly(1)).filter(|_| small),
            (Some((n, Unit::Month)), None | Some(Unit::Month)) if small => named_months(monthly(n), only),
            (Some((n, Unit::Year)), None | Some(Unit::Year | Unit::Month)) if one_set => {
                (!months.is_empty() || dates.is_empty()).then(|| yearly(n))
            }
            (None, Some(Unit::Year)) if one_set => (!months.is_empty() || dates.is_empty()).then(|| yearly(1)),
            (None, None) if months.is_empty() || only => Some(monthly(1)).filter(|_| small),
            (None, None) if one_set => Some(yearly(1)).filter(|_| small),
            _ => None,
        }
        .filter(|r| (1..=MOST_INTERVAL).contains(&r.interval))
    }
}

/// "halbjährlich im April und Oktober": if just as many months are named as the interval gives, it is every year in
/// those; other months do not go with it, unless they are said to limit it ("nur").
fn named_months(rule: Rule, only: bool) -> Option<Rule> {
    if rule.freq != Freq::Monthly || rule.interval == 1 || rule.months.is_empty() || only {
        return Some(rule);
    }
    let fits = usize::from(rule.interval) * rule.months.len() == 12 && rule.set_pos.is_empty();
    fits.then_some(Rule { freq: Freq::Yearly, interval: 1, ..rule })
}

/// A bare rule.
fn every(n: u16, unit: Unit) -> Option<Rule> {
    let (n, freq) = match unit {
        Unit::Day => (n, Freq::Daily),
        Unit::Week => (n, Freq::Weekly),
        Unit::Month => (n, Freq::Monthly),
        Unit::Quarter => (n.checked_mul(3)?, Freq::Monthly),
        Unit::HalfYear => (n.checked_mul(6)?, Freq::Monthly),
        Unit::Year => (n, Freq::Yearly),
        Unit::Term => return None,
    };
    (1..=MOST_INTERVAL).contains(&n).then(|| Rule::every(n, freq))
}
