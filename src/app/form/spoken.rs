//! Rhythms as people say them: "jeden 2. Dienstag, 14 Uhr, 90 Minuten, nicht in den Ferien". The rule comes into its own
//! field; what else was said comes into the fields beside it, so that no word is lost. What can be meant in several ways
//! is not taken before one of them was chosen.

use super::{Fault, Form, Row, ways};
use crate::app::Context;
use crate::app::pick::{Hit, Pick};
use crate::calendar::{Reading, Recurrence, Unclear, read_phrase};
use crate::i18n::{Lang, fill};
use crate::landscape::{Field, Type, rhythm, vocabulary};
use crate::search::fold;

/// So many ways to understand a rhythm are shown while it is typed; the list has them all.
const SHOWN: usize = 4;

/// What the text means: a value of the list by its name in either language, a word, an RRULE, or a phrase.
pub(super) fn read(text: &str) -> Result<Vec<Reading>, Unclear> {
    let folded = fold(text);
    let named = vocabulary::values("rhythm_rule")
        .iter()
        .find(|entry| [Lang::De, Lang::En].iter().any(|lang| fold(entry.label(*lang)) == folded));
    if let Some(entry) = named {
        let rule = entry.rule.unwrap_or(entry.key);
        return rule.parse().map_or_else(|_| read_phrase(rule), |rhythm| Ok(vec![only(rhythm)]));
    }
    text.parse::<Recurrence>().map_or_else(|_| read_phrase(text), |rhythm| Ok(vec![only(rhythm)]))
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

/// What a form says below a rhythm that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The words.
    pub text: String,
    /// It cannot be taken like this.
    pub open: bool,
}

impl Form {
    /// Takes over a rhythm as it was said.
    pub(super) fn take_phrase(&mut self, field: Field, text: &str, cx: &Context) -> Result<(), Fault> {
        if text.trim().is_empty() {
            self.set_typed(field, None, cx);
            return Ok(());
        }
        let mut ways = ways::of(&self.record, text, cx).map_err(|_| Fault::Rule)?;
        match (ways.pop(), ways.len()) {
            (Some(way), 0) => self.take_way(&way, cx),
            (Some(_), _) => return Err(Fault::Several),
            (None, _) => return Err(Fault::Rule),
        }
        Ok(())
    }

    /// The fault of a rhythm that is typed and not taken over yet.
    pub(super) fn phrase_fault(&self, text: &str, cx: &Context) -> Option<Fault> {
        if text.trim().is_empty() {
            return None;
        }
        match ways::of(&self.record, text, cx) {
            Ok(ways) if ways.len() == 1 => None,
            Ok(ways) if ways.len() > 1 => Some(Fault::Several),
            _ => Some(Fault::Rule),
        }
    }

    /// The rule and what was said besides it.
    fn take_way(&mut self, way: &ways::Way, cx: &Context) {
        for (field, value) in way.said() {
            self.set_typed(field, value, cx);
            self.open(field);
        }
        if let (true, Some(time)) = (way.asks(&self.record), way.reading.time) {
            self.open(rhythm::START);
            if let Some((line, _)) = self.line_mut(rhythm::START) {
                line.replace(&format!(" {}", time.strftime("%H:%M")));
            }
        }
    }

    /// A list of all that can be meant, when there are several.
    pub(super) fn which(&self, field: Field, cx: &Context) -> Option<Pick> {
        let ways = ways::of(&self.record, self.line(field)?.text(), cx).ok().filter(|ways| ways.len() > 1)?;
        let labels = ways::apart(&ways, &self.record, cx);
        let hits = ways.iter().zip(labels).enumerate().map(|(at, (way, label))| Hit {
            key: at.to_string(),
            label,
            note: way.next(&self.record, cx),
        });
        Some(Pick::offered(hits.collect(), cx).titled(cx.texts.spoken.which))
    }

    /// One of them was chosen.
    pub(super) fn take_chosen(&mut self, field: Field, keys: &[String], cx: &Context) {
        let text = self.line(field).map_or(String::new(), |line| line.text().to_owned());
        let ways = ways::of(&self.record, &text, cx).unwrap_or_default();
        let chosen = keys.first().and_then(|key| ways.get(key.parse::<usize>().ok()?));
        if let Some(way) = chosen {
            self.take_way(way, cx);
            self.walk(1);
        }
    }

    /// What is understood of a rhythm, and when it would be next; where it is not understood, from where on.
    #[must_use]
    pub fn understood(&self, row: Row, cx: &Context) -> Vec<Understood> {
        let Row::Field(field) = row else { return Vec::new() };
        if self.shape.spec(field).of != Type::Rule {
            return Vec::new();
        }
        let text = self.line(field).map_or("", |line| line.text().trim());
        let typing = self.is_typed_on(field);
        if text.is_empty() || (!typing && self.focus != row) {
            return Vec::new();
        }
        let texts = &cx.texts.spoken;
        let say = |text: String, open: bool| Understood { text, open };
        match ways::of(&self.record, text, cx) {
            Err(unclear) if unclear.rest.trim().is_empty() => vec![say(texts.incomplete.to_owned(), true)],
            Err(unclear) => vec![say(fill(texts.unclear, &[unclear.rest.trim()]), true)],
            Ok(ways) if ways.len() > 1 && typing => {
                let one = |way: &ways::Way| {
                    let (said, next) = (way.speak(&self.record, cx), way.next(&self.record, cx));
                    say(format!("· {said} → {next}"), false)
                };
                let head = say(fill(texts.several, &[&ways.len().to_string()]), true);
                let more = ways.len().checked_sub(SHOWN).filter(|more| *more > 0);
                let more = more.map(|more| say(fill(texts.more, &[&more.to_string()]), false));
                std::iter::once(head).chain(ways.iter().take(SHOWN).map(one)).chain(more).collect()
            }
            Ok(ways) => {
                let Some(way) = ways.first() else { return Vec::new() };
                let means = typing.then(|| say(fill(texts.means, &[&way.speak(&self.record, cx)]), false));
                let next = say(fill(texts.next, &[&way.next(&self.record, cx)]), false);
                let next = Some(next).filter(|_| way.has_rule());
                means.into_iter().chain(next).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Option<String> {
        read(text).ok()?.into_iter().next()?.rhythm.map(|rhythm| rhythm.to_string())
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
