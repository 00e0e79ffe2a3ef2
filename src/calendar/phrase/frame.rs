//! What a phrase has said so far, slot by slot, and the readings this gives together. Knows no words.

use jiff::civil::{Date, Weekday};

use super::Reading;
use super::clock::Slot;
use super::days::Nth;
use super::lexicon::Unit;
use super::often::{Interval, Or, Times};
use crate::calendar::rule::{End, Freq, Rule, Until};
use crate::calendar::{Avoid, Keyword, Length, MOST_COUNT, Recurrence};

/// Said, and where.
#[derive(Clone, Debug)]
pub(super) struct Said<T> {
    pub(super) at: usize,
    pub(super) what: T,
}

/// The slots of a phrase.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Where "jeden", "every" stood before an ordinal.
    pub(super) each: bool,
    pub(super) rule: Option<Said<Rule>>,
    pub(super) keyword: Option<Said<Keyword>>,
    pub(super) interval: Option<Said<Interval>>,
    pub(super) often: Option<Said<Times>>,
    pub(super) within: Option<Said<Unit>>,
    pub(super) nth: Vec<Said<Nth>>,
    pub(super) weekdays: Option<Said<Vec<Weekday>>>,
    pub(super) months: Option<Said<(Vec<i8>, bool)>>,
    pub(super) times: Option<Said<Vec<Slot>>>,
    pub(super) length: Option<Said<Length>>,
    pub(super) until: Option<Said<Date>>,
    pub(super) start: Option<Said<Date>>,
    /// The half of the day that was named with a weekday: before noon?
    pub(super) part: Option<bool>,
    pub(super) avoid: Vec<Vec<Avoid>>,
}

/// One way to read the rhythm itself.
#[derive(Clone, Debug)]
struct Rhythm {
    what: Option<Recurrence>,
    per_year: Option<(u16, u16)>,
}

impl Rhythm {
    fn rule(rule: Rule) -> Self {
        Self { what: Some(rule.settle().into()), per_year: None }
    }
}

/// Where the phrase says two things that do not go together.
pub(super) type Meant<T> = Result<T, usize>;

/// Puts a value into a slot that must be empty.
pub(super) fn set<T>(slot: &mut Option<Said<T>>, at: usize, what: T) -> Meant<()> {
    if slot.is_some() {
        return Err(at);
    }
    *slot = Some(Said { at, what });
    Ok(())
}

impl Frame {
    /// All readings, the likeliest first; or the place that does not fit. `end` is the length of the phrase.
    pub(super) fn readings(mut self, end: usize) -> Meant<Vec<Reading>> {
        let mut readings = self.yearly_number(end);
        let count = self.take_count();
        if self.avoid.is_empty() {
            self.avoid.push(Vec::new());
        }
        if !readings.is_empty() && count.as_ref().is_some_and(|c| c.what.least != c.what.most) {
            return Ok(readings);
        }
        for rhythm in self.rhythms(end)? {
            let what = self.ended(rhythm.what, count.as_ref())?;
            for slot in self.slots()? {
                for avoid in &self.avoid {
                    let start = self.start.as_ref().map(|s| s.what);
                    let rule = what.as_ref().and_then(Recurrence::rule);
                    readings.push(Reading {
                        rhythm: what.clone(),
                        time: slot.map(|s| s.time),
                        length: slot.and_then(|s| s.length).or(self.length.as_ref().map(|l| l.what)),
                        per_year: rhythm.per_year,
                        avoid: avoid.clone(),
                        start,
                        needs_anchor: start.is_none() && rule.is_some_and(Rule::needs_anchor),
                    });
                }
            }
        }
        Ok(readings)
    }

    /// "jährlich 3–4 Sitzungen": the number may go with the adverb, then no end is meant.
    fn yearly_number(&self, end: usize) -> Vec<Reading> {
        let (Some(often), Some(interval)) = (&self.often, &self.interval) else { return Vec::new() };
        let Times { least, most, unit: None, in_all: false } = often.what else { return Vec::new() };
        if interval.what.least != 1 || interval.what.most != 1 {
            return Vec::new();
        }
        let times = Times { least, most, unit: Some(interval.what.unit), in_all: false };
        let often = Some(Said { at: often.at, what: times });
        Self { often, interval: None, ..self.clone() }.readings(end).unwrap_or_default()
    }

    /// "10-mal" without a unit is not a rhythm but the end of one.
    fn take_count(&mut self) -> Option<Said<Times>> {
        if self.often.as_ref().is_some_and(|o| o.what.unit.is_none()) { self.often.take() } else { None }
    }

    fn slots(&self) -> Meant<Vec<Option<Slot>>> {
        match (&self.times, &self.length) {
            (None, _) => Ok(vec![None]),
            (Some(times), Some(length)) if times.what.iter().any(|s| s.length.is_some()) => Err(length.at),
            (Some(times), _) => {
                let half = |s: &&Slot| self.part.is_none_or(|before_noon| before_noon == (s.time.hour() < 12));
                let within: Vec<_> = times.what.iter().filter(half).collect();
                let slots = if within.is_empty() { times.what.iter().collect() } else { within };
                Ok(slots.into_iter().copied().map(Some).collect())
            }
        }
    }

    /// The rhythm with the end that was said.
    fn ended(&self, what: Option<Recurrence>, count: Option<&Said<Times>>) -> Meant<Option<Recurrence>> {
        let end = match (count, &self.until) {
            (None, None) => return Ok(what),
            (Some(count), None) => {
                let Times { least, most, .. } = count.what;
                if least != most || most > MOST_COUNT {
                    return Err(count.at);
                }
                Said { at: count.at, what: End::Count(most) }
            }
            (None, Some(until)) => Said { at: until.at, what: End::Until(Until::Date(until.what)) },
            (Some(_), Some(until)) => return Err(until.at),
        };
        match what {
            Some(Recurrence::Rule(rule)) if rule.end == End::Never => Ok(Some(rule.ending(end.what).into())),
            _ => Err(end.at),
        }
    }

    /// The rhythm in all its readings.
    fn rhythms(&self, end: usize) -> Meant<Vec<Rhythm>> {
        if let Some(word) = &self.keyword {
            let other = [
                self.first_day(),
                self.interval_at(),
                self.often.as_ref().map(|o| o.at),
                self.months.as_ref().map(|m| m.at),
            ];
            return other
                .into_iter()
                .flatten()
                .next()
                .map_or_else(|| Ok(vec![Rhythm { what: Some(word.what.into()), per_year: None }]), Err);
        }
        if let Some(rule) = &self.rule {
            return match self.first_day().or(self.interval_at()).or(self.months.as_ref().map(|m| m.at)) {
                Some(at) => Err(at),
                None => Ok(vec![Rhythm::rule(rule.what.clone())]),
            };
        }
        if let Some(often) = &self.often {
            return self.counted(often);
        }
        if let Some(Said { at, what: Interval { least, most, unit, .. } }) =
            self.interval.as_ref().filter(|i| i.what.least != i.what.most)
        {
            let per = |n: u16| Some(per_year(*unit, n)).filter(|n| *n > 0).ok_or(*at);
            return match self.first_day().or(self.months.as_ref().map(|m| m.at)) {
                Some(at) => Err(at),
                None => Ok(vec![Rhythm { what: None, per_year: Some((per(*most)?, per(*least)?)) }]),
            };
        }
        if self.interval.as_ref().is_some_and(|i| i.what.unit == Unit::Term && i.what.least == 1)
            && self.first_day().is_none()
        {
            return Ok(vec![Rhythm { what: Some(Keyword::SchoolTerm.into()), per_year: None }]);
        }
        let mut rhythms: Vec<_> = self.rules(end)?.into_iter().map(Rhythm::rule).collect();
        let named = self.first_day().is_some() || self.months.is_some();
        rhythms.extend(self.interval.as_ref().and_then(|i| i.what.or).filter(|_| !named).map(|or| match or {
            Or::PerYear(n) => Rhythm { what: None, per_year: Some((n, n)) },
            Or::Years(n) => Rhythm::rule(Rule::every(n, Freq::Yearly)),
        }));
        Ok(rhythms)
    }

    pub(super) fn interval_at(&self) -> Option<usize> {
        self.interval.as_ref().map(|i| i.at).or(self.within.as_ref().map(|w| w.at))
    }

    /// Where the first day is named.
    fn first_day(&self) -> Option<usize> {
        self.nth.first().map(|n| n.at).or(self.weekdays.as_ref().map(|w| w.at))
    }

    /// "zweimal im Jahr": a number only, a bare rule where the year can be divided, or the days that were named with it.
    fn counted(&self, often: &Said<Times>) -> Meant<Vec<Rhythm>> {
        let Times { least, most, unit, .. } = often.what;
        let unit = unit.ok_or(often.at)?;
        let exactly = (least == most).then_some(least);
        if let Some(at) = self.interval_at() {
            return Err(at);
        }
        if exactly == Some(1) {
            let interval = Some(Said { at: often.at, what: Interval::of((1, unit)) });
            return Self { often: None, interval, ..self.clone() }.rhythms(often.at);
        }
        let named = match (&self.weekdays, &self.months) {
            (Some(days), _) if unit == Unit::Week => Some(days.what.len()),
            (_, Some(months)) if unit == Unit::Year => Some(months.what.0.len()),
            (None, None) if unit == Unit::Month && !self.nth.is_empty() => Some(self.nth_count()),
            _ => None,
        };
        if let Some(named) = named {
            let fits = exactly.map(usize::from) == Some(named);
            let interval = (unit != Unit::Year).then_some(Said { at: often.at, what: Interval::of((1, unit)) });
            let frame = Self { often: None, interval, ..self.clone() };
            return if fits { frame.rhythms(often.at) } else { Err(often.at) };
        }
        if let Some(at) = self.first_day().or(self.months.as_ref().map(|m| m.at)) {
            return Err(at);
        }
        let times = |n: u16| n.checked_mul(unit.per_year()).filter(|n| *n <= 1000).ok_or(often.at);
        let per_year = Some((times(least)?, times(most)?));
        let bare = Rhythm { what: None, per_year };
        Ok(match (exactly, unit) {
            (Some(n @ (2 | 3 | 4 | 6 | 12)), Unit::Year) => {
                let rule = Rule::every(12 / n, Freq::Monthly);
                vec![Rhythm { per_year, ..Rhythm::rule(rule) }, bare]
            }
            _ => vec![bare],
        })
    }

    fn nth_count(&self) -> usize {
        let count = |nth: &Nth| match nth {
            Nth::Weekday(n, _) | Nth::Working(n) | Nth::Date(n) => n.len(),
        };
        self.nth.iter().map(|n| count(&n.what)).sum()
    }
}

/// How often a year, rounded, if it is every `n` units.
fn per_year(unit: Unit, n: u16) -> u16 {
    let n = n.max(1);
    (unit.per_year() + n / 2) / n
}
