//! Rhythms as people say them: "jeden 2. Dienstag, 14 Uhr, 90 Minuten, nicht in den Ferien". The rule comes into its own
//! field; what else was said comes into the fields that are still empty, so that no word is lost.

use super::{Fault, Form};
use crate::app::Context;
use crate::calendar::{Bounds, Moment, Reading, Recurrence, Series, read_phrase};
use crate::i18n::Lang;
use crate::landscape::{Field, Value, rhythm, vocabulary};
use crate::search::fold;
use jiff::civil::Date;

/// What the text means: a value of the list by its name in either language, a word, an RRULE, or a phrase.
pub(super) fn read(text: &str) -> Option<Reading> {
    let folded = fold(text);
    let named = vocabulary::values("rhythm_rule")
        .iter()
        .find(|entry| [Lang::De, Lang::En].iter().any(|lang| fold(entry.label(*lang)) == folded));
    let text = named.map_or(text, |entry| entry.rule.unwrap_or(entry.key));
    match text.parse::<Recurrence>() {
        Ok(rhythm) => Some(only(rhythm)),
        Err(_) => read_phrase(text).ok()?.into_iter().next(),
    }
}

fn only(rhythm: Recurrence) -> Reading {
    let (time, length, per_year, start) = (None, None, None, None);
    Reading { rhythm: Some(rhythm), time, length, per_year, avoid: Vec::new(), start, needs_anchor: false }
}

/// A stored rule as people say it: by its name in the list, else in words; what is none, as it is.
pub(super) fn shown(rule: &str, lang: Lang) -> String {
    let named = vocabulary::values("rhythm_rule").iter().find(|entry| entry.rule.unwrap_or(entry.key) == rule);
    if let Some(entry) = named {
        return entry.label(lang).to_owned();
    }
    rule.parse::<Recurrence>().map_or_else(|_| rule.to_owned(), |rhythm| crate::calendar::speak(&rhythm, None, lang))
}

impl Form {
    /// Takes over a rhythm as it was said.
    pub(super) fn take_phrase(&mut self, field: Field, text: &str, cx: &Context) -> Result<(), Fault> {
        if text.trim().is_empty() {
            self.set_typed(field, None, cx);
            return Ok(());
        }
        let reading = read(text.trim()).ok_or(Fault::Rule)?;
        let rule = reading.rhythm.as_ref().map(ToString::to_string);
        self.set_typed(field, rule.as_deref().and_then(Value::text), cx);
        if self.shape == &rhythm::SHAPE {
            self.take_along(&reading, cx);
        }
        Ok(())
    }

    /// What was said besides the rule.
    fn take_along(&mut self, reading: &Reading, cx: &Context) {
        let per_year = reading.per_year.map(|(min, max)| Value::Range(min.into(), max.into()));
        let length = reading.length.and_then(|length| Value::text(&length.to_string()));
        let avoid = Value::set(reading.avoid.iter().map(|avoid| avoid.key()));
        let start = first(reading, cx.now.date()).and_then(|start| Value::text(&start.to_string()));
        let said =
            [(rhythm::PER_YEAR, per_year), (rhythm::DURATION, length), (rhythm::AVOID, avoid), (rhythm::START, start)];
        for (field, value) in said {
            if value.is_some() && !self.is_filled(field) {
                self.set_typed(field, value, cx);
                self.open(field);
            }
        }
    }
}

/// When it first meets, if a day or an hour was said: the anchor, which carries the hour.
fn first(reading: &Reading, today: Date) -> Option<Moment> {
    if reading.start.is_none() && reading.time.is_none() {
        return None;
    }
    let from = Moment { date: reading.start.unwrap_or(today), time: reading.time };
    let rule = reading.rhythm.as_ref()?.rule()?.clone();
    if reading.start.is_some() {
        return Some(from);
    }
    let next = Series::new(rule, from).occurrences(Moment::day(today), Bounds::default()).next();
    Some(next.unwrap_or(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Option<String> {
        read(text)?.rhythm.map(|rhythm| rhythm.to_string())
    }

    #[test]
    fn rules_by_name_word_rrule_or_phrase() {
        assert_eq!(rule("alle 2 Wochen").as_deref(), Some("FREQ=WEEKLY;INTERVAL=2"));
        assert_eq!(rule("As Needed").as_deref(), Some("as_needed"));
        assert_eq!(rule("freq=monthly;byday=2tu").as_deref(), Some("FREQ=MONTHLY;BYDAY=2TU"));
        assert_eq!(rule("jeden 2. Dienstag im Monat").as_deref(), Some("FREQ=MONTHLY;BYDAY=2TU"));
        assert_eq!(rule("irgendwie"), None);
        assert_eq!(shown("FREQ=WEEKLY;INTERVAL=2", Lang::De), "alle 2 Wochen");
    }
}
