//! Proposes a rule for observed dates: the candidates near the observed gap are expanded and compared with the dates.

use crate::arrange::Arrange as _;
use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::expand::Expansion;
use super::observed::Proposal;
use super::rule::{ByDay, Freq, Rule};

/// At least so many meetings make a habit.
const FEWEST: usize = 3;
/// Only the last so many meetings are looked at: habits change.
const MOST: usize = 60;
/// A candidate may differ from the observed gap by this share.
const NEAR: f64 = 0.35;

/// The rule that most of the dates follow, if it is more than half of them; of equal ones the simplest.
pub(super) fn guess(dates: &[Date], gap: f64) -> Option<Proposal> {
    let dates = dates.get(dates.len().saturating_sub(MOST)..)?;
    if dates.len() < FEWEST {
        return None;
    }
    // several times a week the gaps take turns (2, 5, 2 …): then their mean says more
    let gap = if gap < 7.0 { mean_gap(dates)? } else { gap };
    let near = |rule: &Rule| (rule.nominal_days() - gap).abs() <= NEAR * gap;
    let candidates = weekly(dates, gap).into_iter().chain(monthly(dates, gap)).filter(near);
    let mut best: Option<Proposal> = None;
    for rule in candidates {
        let fits = fitting(&rule, dates);
        if best.as_ref().is_none_or(|b| fits > b.fits) {
            best = Some(Proposal { rule, fits, of: dates.len() });
        }
    }
    best.filter(|b| b.fits * 2 > b.of)
}

/// How many of the dates the rule gives, if it starts in the period that suits most of them.
fn fitting(rule: &Rule, dates: &[Date]) -> usize {
    let Some(first) = dates.first() else { return 0 };
    let start = match rule.freq {
        Freq::Weekly => first.saturating_sub(i32::from(first.weekday().to_monday_zero_offset()).days()),
        _ => first.first_of_month(),
    };
    let every_period = Rule { interval: 1, ..rule.clone() };
    let expansion = Expansion::new(&every_period, start);
    let mut days = Vec::new();
    let mut phases: HashMap<i32, usize> = HashMap::new();
    for date in dates {
        let period = expansion.period_at(*date);
        if let Some(start) = expansion.period_start(period) {
            expansion.days(start, &mut days);
            if days.contains(date) {
                *phases.entry(period % i32::from(rule.interval)).or_default() += 1;
            }
        }
    }
    phases.into_values().max().unwrap_or(0)
}

fn mean_gap(dates: &[Date]) -> Option<f64> {
    let span = f64::from((*dates.last()? - *dates.first()?).get_days());
    Some(span / f64::from(u32::try_from(dates.len() - 1).ok()?))
}

/// The weekdays that occur at least half as often as the most frequent one; that one first.
fn weekdays(dates: &[Date]) -> Vec<Weekday> {
    let mut counts: Vec<(usize, Weekday)> = Vec::new();
    for weekday in Weekday::Monday.cycle_forward().take(7) {
        let n = dates.iter().filter(|d| d.weekday() == weekday).count();
        if n > 0 {
            counts.push((n, weekday));
        }
    }
    counts.arrange_by_key(|c| std::cmp::Reverse(c.0));
    let most = counts.first().map_or(0, |c| c.0);
    counts.retain(|c| c.0 * 2 >= most);
    counts.into_iter().map(|c| c.1).collect()
}

/// Every n weeks on the usual weekday, for n around the gap; on several weekdays where they meet more than once a week.
fn weekly(dates: &[Date], gap: f64) -> Vec<Rule> {
    let days = weekdays(dates);
    let plain = |days: &[Weekday]| days.iter().map(|w| ByDay { nth: None, weekday: *w }).collect::<Vec<_>>();
    let n = rounded(gap / 7.0);
    let mut rules = Vec::new();
    for count in 1..=days.len().min(if gap < 5.0 { 5 } else { 1 }) {
        for weeks in n.saturating_sub(1).max(1)..=n + 1 {
            let chosen = days.get(..count).unwrap_or_default();
            rules.push(Rule { days: plain(chosen), ..Rule::every(weeks, Freq::Weekly) }.settle());
        }
    }
    rules.arrange_by_key(|r| r.interval.abs_diff(n));
    rules
}

/// Every n months: on the n-th or last of a weekday that occurs, on a day of the month that occurs twice.
fn monthly(dates: &[Date], gap: f64) -> Vec<Rule> {
    let n = rounded(gap * 12.0 / 365.2425);
    let mut rules = Vec::new();
    for months in n.saturating_sub(1).max(1)..=n + 1 {
        let every = Rule::every(months, Freq::Monthly);
        for weekday in weekdays(dates).into_iter().take(2) {
            for nth in [1, 2, 3, 4, -1] {
                rules.push(Rule { days: vec![ByDay { nth: Some(nth), weekday }], ..every.clone() });
            }
        }
        let mut days: Vec<i8> = dates.iter().map(|d| d.day()).collect();
        days.arrange_by(Ord::cmp);
        let twice: Vec<i8> =
            days.chunk_by(|a, b| a == b).filter(|c| c.len() > 1).filter_map(|c| c.first().copied()).collect();
        rules.extend(twice.into_iter().map(|d| Rule { month_days: vec![d], ..every.clone() }));
    }
    rules.arrange_by_key(|r| r.interval.abs_diff(n));
    rules
}

/// To the next whole number, at least 1, at most 120.
fn rounded(x: f64) -> u16 {
    (1..=120).min_by(|a, b| (x - f64::from(*a)).abs().total_cmp(&(x - f64::from(*b)).abs())).unwrap_or(1)
}
