//! What the dates of held meetings show: the usual gap, weekday and hour, a rule that would fit, whether a meeting is
//! overdue. Knows no records; every fact needs at least one meeting.

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::guess::guess;
use super::{Length, Moment, Rule};

/// A meeting that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// When it began.
    pub at: Moment,
    /// When it ended, where known; an end before the beginning is taken for a slip and not used.
    pub until: Option<Moment>,
}

impl From<Moment> for Held {
    fn from(at: Moment) -> Self {
        Self { at, until: None }
    }
}

/// A rule proposed for what was observed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The rule.
    pub rule: Rule,
    /// How many of the meetings it would have given.
    pub fits: usize,
    /// How many meetings there were.
    pub of: usize,
}

/// The facts about the meetings of one body up to a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// How many were held (two on one day are one).
    pub meetings: usize,
    /// The last day.
    pub last: Date,
    /// Days since then.
    pub days_since: i32,
    /// Median days from one meeting to the next; sittings of one week count as one where weeks mostly lie between.
    pub median_gap_days: Option<f64>,
    /// How often a year, over the whole time observed; from half a year on.
    pub per_year: Option<f64>,
    /// The weekday of more than half of them.
    pub weekday: Option<Weekday>,
    /// The most usual hour, where more than half of those with a known hour began then.
    pub time: Option<Time>,
    /// The usual length.
    pub length: Option<Length>,
    /// A rule that fits more than half of them; from three meetings on.
    pub proposal: Option<Proposal>,
    /// More than 1.5 × the rhythm since the last meeting.
    pub overdue: bool,
    /// More than 2.5 × the rhythm since the last meeting: asleep?
    pub dormant: bool,
}

const OVERDUE: f64 = 1.5;
const DORMANT: f64 = 2.5;
/// Meetings closer together than this on average are a weekly matter: two in a week are then two.
const WEEKS_BETWEEN: f64 = 14.0;

/// The facts as of a day; none if nothing was held by then.
///
/// Dates after `today` are plans and do not count. `nominal_days` is the gap of the agreed rhythm, used for `overdue` and
/// `dormant` where fewer than three meetings show no rhythm of their own.
#[must_use]
pub fn observe(held: &[Held], today: Date, nominal_days: Option<f64>) -> Option<Observed> {
    let mut past: Vec<Held> = held.iter().copied().filter(|h| h.at.date <= today).collect();
    past.sort_unstable();
    let mut dates: Vec<Date> = past.iter().map(|h| h.at.date).collect();
    dates.dedup();
    let (first, last) = (*dates.first()?, *dates.last()?);
    let sittings = one_a_week(&dates);
    let median_gap_days = median(sittings.windows(2).filter_map(days).collect());
    let days_since = (today - last).get_days();
    let shown = median_gap_days.filter(|_| sittings.len() > 2);
    let rhythm = shown.or(nominal_days).or(median_gap_days);
    let beyond = |factor: f64| rhythm.is_some_and(|r| f64::from(days_since) > factor * r);
    let span = f64::from((last - first).get_days());
    let count = f64::from(u32::try_from(dates.len()).unwrap_or(u32::MAX));
    Some(Observed {
        meetings: dates.len(),
        last,
        days_since,
        median_gap_days,
        per_year: (span >= 182.0).then(|| (count - 1.0) * 365.2425 / span),
        weekday: usual(dates.iter().map(|d| d.weekday())),
        time: usual(past.iter().filter_map(|h| h.at.time)),
        length: usual(past.iter().filter_map(length)),
        proposal: median_gap_days.and_then(|gap| guess(&sittings, gap)),
        overdue: beyond(OVERDUE),
        dormant: beyond(DORMANT),
    })
}

/// Days between two dates that follow each other.
fn days(pair: &[Date]) -> Option<f64> {
    match pair {
        [a, b] => Some(f64::from((*b - *a).get_days())),
        _ => None,
    }
}

/// The dates without the second sitting of a week, unless meeting several times a week is the habit.
fn one_a_week(dates: &[Date]) -> Vec<Date> {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return Vec::new() };
    let gaps = f64::from(u32::try_from(dates.len()).unwrap_or(u32::MAX)) - 1.0;
    let mut kept = dates.to_vec();
    if f64::from((*last - *first).get_days()) >= WEEKS_BETWEEN * gaps {
        kept.dedup_by_key(|d| d.saturating_sub(i32::from(d.weekday().to_monday_zero_offset()).days()));
    }
    kept
}

/// The middle one; of two in the middle their mean.
fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_unstable_by(f64::total_cmp);
    let (low, high) = (numbers.get(numbers.len().checked_sub(1)? / 2)?, numbers.get(numbers.len() / 2)?);
    Some(f64::midpoint(*low, *high))
}

/// What more than half of them are.
fn usual<T: PartialEq + Copy>(all: impl Iterator<Item = T>) -> Option<T> {
    let all: Vec<T> = all.collect();
    let count = |x: &T| all.iter().filter(|y| *y == x).count();
    all.iter().find(|x| count(x) * 2 > all.len()).copied()
}

/// How long a meeting took, if it began and ended at known times within a day of each other.
fn length(held: &Held) -> Option<Length> {
    let (from, until) = (held.at.date.to_datetime(held.at.time?), held.until?);
    let until = until.date.to_datetime(until.time?);
    let minutes = u32::try_from(until.duration_since(from).as_mins()).ok().filter(|m| *m < 24 * 60)?;
    Length::of_minutes(minutes)
}
