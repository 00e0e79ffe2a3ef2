//! What can be done with a reading: its next dates, and the reading said again. Knows no records.

use jiff::civil::Date;

use super::Reading;
use crate::calendar::{Bounds, Moment, Rule, Series, speak, speak_avoid, speak_per_year};
use crate::i18n::Lang;

impl Reading {
    /// The day the dates are counted from: the one that was said, else the first on which the rule can give a date at all
    /// ("every other Tuesday": the next Tuesday).
    #[must_use]
    pub fn anchor(&self, from: Date) -> Option<Moment> {
        let rule = self.rhythm.as_ref()?.rule()?;
        let begin = Moment { date: self.start.unwrap_or(from), time: self.time };
        if self.start.is_some() {
            return Some(begin);
        }
        let every = Rule { interval: 1, ..rule.clone() };
        Some(Series::new(every, begin).occurrences(begin, Bounds::default()).next().unwrap_or(begin))
    }

    /// The next dates from a day on, counted from the anchor; none for what is no rule.
    #[must_use]
    pub fn next(&self, from: Date, count: usize) -> Vec<Moment> {
        let rule = self.rhythm.as_ref().and_then(|rhythm| rhythm.rule());
        let Some((rule, anchor)) = rule.zip(self.anchor(from)) else { return Vec::new() };
        let bounds = Bounds { years: 50, occurrences: count };
        Series::new(rule.clone(), anchor).occurrences(Moment::day(from), bounds).collect()
    }

    /// The reading in words, with its length and what it keeps clear of.
    #[must_use]
    pub fn speak(&self, lang: Lang) -> String {
        let mut said = match (&self.rhythm, self.per_year) {
            (Some(rhythm), _) => speak(rhythm, self.time, lang),
            (None, Some(per_year)) => speak_per_year(per_year, lang),
            (None, None) => String::new(),
        };
        if let Some(length) = self.length {
            said.push_str(&format!(", {}", length.speak(lang)));
        }
        let avoid = speak_avoid(&self.avoid, lang);
        if !avoid.is_empty() {
            said.push_str(&format!(", {avoid}"));
        }
        said
    }
}
