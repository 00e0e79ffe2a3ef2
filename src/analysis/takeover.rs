//! What a body's noted meetings show of its rhythm, beside what people say: the facts, and the rule that would fit.
//! Knows no screens and never what day it is.

use super::habit::{YEAR, held, times_a_year};
use crate::arrange::Arrange as _;
use crate::calendar::{Bounds, Held, Moment, Observed, Recurrence, Rule, Series, observe};
use crate::landscape::{Record, Value, rhythm};
use jiff::civil::Date;

/// Only the last so many meetings say where a rule is anchored.
const LATEST: usize = 60;

/// The facts of the meetings that took place by a day; none where there were none. `rhythms` are those people speak of:
/// together they say when a meeting is overdue while few were noted.
#[must_use]
pub fn of(meetings: &[&Record], rhythms: &[&Record], today: Date) -> Option<Observed> {
    let times: f64 = rhythms.iter().filter_map(|one| times_a_year(one)).sum();
    observe(&held(meetings.iter().copied(), today), today, (times > 0.0).then(|| YEAR / times))
}

/// A rhythm with the rule that was observed: anchored in the last meeting that keeps to it, with the usual hour and, where
/// none was said, the usual length. Nothing where no rule fits, or where the rule that is there fits as well.
#[must_use]
pub fn taken_over(record: &Record, meetings: &[&Record], seen: &Observed) -> Option<Record> {
    let proposal = seen.proposal.as_ref()?;
    let rule = proposal.rule.to_string();
    if record.text(rhythm::RULE) == rule || keeps_to(record, meetings, seen) {
        return None;
    }
    let said: Option<Moment> = record.text(rhythm::START).parse().ok();
    let time = seen.time.or(said.and_then(|start| start.time));
    let date = anchor(&proposal.rule, &held(meetings.iter().copied(), seen.last), seen.last)?;
    let new =
        record.clone().with_text(rhythm::RULE, &rule).with_text(rhythm::START, &Moment { date, time }.to_string());
    Some(match seen.length {
        Some(length) if new.text(rhythm::DURATION).is_empty() => {
            new.with(rhythm::DURATION, Value::text(&length.to_string()))
        }
        _ => new,
    })
}

/// Does a rhythm's own rule fit the meetings as well as the one proposed?
#[must_use]
pub fn keeps_to(record: &Record, meetings: &[&Record], seen: &Observed) -> bool {
    let fits = |rule: &Rule| on_rule(rule, &held(meetings.iter().copied(), seen.last), seen.last).len();
    let own = record.text(rhythm::RULE).parse::<Recurrence>().ok();
    own.as_ref()
        .and_then(Recurrence::rule)
        .zip(seen.proposal.as_ref())
        .is_some_and(|(rule, best)| fits(rule) >= best.fits)
}

/// The last day that lies on the rule as most of the days lie on it.
fn anchor(rule: &Rule, held: &[Held], last: Date) -> Option<Date> {
    on_rule(rule, held, last).last().copied()
}

/// The days that lie on the rule, counted from the day that suits most of them.
fn on_rule(rule: &Rule, held: &[Held], last: Date) -> Vec<Date> {
    let mut dates: Vec<Date> = held.iter().map(|one| one.at.date).filter(|date| *date <= last).collect();
    dates.arrange_by(Ord::cmp);
    dates.dedup();
    let on = |from: Date| -> Vec<Date> {
        let series = Series::new(rule.clone(), Moment::day(from));
        let years = i16::try_from((last - from).get_days() / 365 + 1).unwrap_or(i16::MAX);
        let bounds = Bounds { years, ..Bounds::default() };
        let all = series.occurrences(Moment::day(from), bounds).map(|at| at.date).take_while(|date| *date <= last);
        let all: Vec<Date> = all.collect();
        dates.iter().copied().filter(|date| all.binary_search(date).is_ok()).collect()
    };
    dates.iter().rev().take(LATEST).map(|from| on(*from)).max_by_key(Vec::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::landscape::{Id, Kind, meeting};
    use jiff::civil::date;

    #[test]
    fn what_was_observed_becomes_the_rule_anchored_where_most_meetings_lie() {
        let days = ["2026-01-14", "2026-01-28", "2026-02-11", "2026-02-18", "2026-02-25", "2026-03-11"];
        let meetings: Vec<Record> = days
            .iter()
            .map(|day| Record::new(Kind::Meeting.shape(), Id::none()).with_text(meeting::AT, &format!("{day}T15:00")))
            .collect();
        let meetings: Vec<&Record> = meetings.iter().collect();
        let said = Record::new(Kind::Rhythm.shape(), Id::new("r-1")).with(rhythm::PER_YEAR, Some(Value::Range(6, 6)));
        let seen = of(&meetings, &[&said], date(2026, 3, 20)).unwrap();
        let new = taken_over(&said, &meetings, &seen).unwrap();
        assert_eq!(new.text(rhythm::RULE), "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE");
        assert_eq!(new.text(rhythm::START), "2026-03-11T15:00");
        assert_eq!(new.range(rhythm::PER_YEAR), Some((6, 6)), "what people say stays");
        assert!(taken_over(&new, &meetings, &seen).is_none());
    }
}
