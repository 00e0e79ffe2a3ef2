//! The interview guide for one person, as Markdown to print or to write into: data protection first, then network by
//! network what is open. It quotes nobody: what others said in confidence is not for this person's ears.

use super::matrix::Line;
use super::state::State;
use crate::analysis::voices::contradicted;
use crate::arrange::Arrange as _;
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, member, network, role, vocabulary};
use crate::store::{Store, title};
use std::fmt::Write;

/// The interview guide for an actor. Lines from [`super::matrix`] of the same store and day.
#[must_use]
pub fn interview(store: &Store, lines: &[Line<'_>], who: &Record, day: &str, lang: Lang) -> String {
    let texts = &lang.texts().guide;
    let mut out = format!("# {}\n\n", fill(texts.title, &[&escaped(&title(store, who))]));
    let _ = write!(out, "## {}\n\n", texts.privacy_title);
    for line in texts.privacy {
        let _ = writeln!(out, "- [ ] {line}");
    }
    let _ = write!(out, "\n## {}\n", texts.networks_title);
    let theirs: Vec<&Line> = lines.iter().skip(1).filter(|line| sits(store, line.record, who, day)).collect();
    if theirs.is_empty() {
        let _ = write!(out, "\n{}\n", texts.nowhere);
    }
    for line in theirs {
        let _ = write!(out, "\n### {}\n\n", escaped(&title(store, line.record)));
        out.push_str(&about(line, who, lang));
    }
    if let Some(line) = lines.first().filter(|line| line.open().next().is_some()) {
        let _ = write!(out, "\n## {}\n\n", texts.landscape_title);
        out.push_str(&about(line, who, lang));
    }
    out
}

/// What there is to talk about with somebody, network by network: what is open, what contradicts itself, what is known but
/// proven by nobody. Planned for them first, then in the order of the vocabulary; the whole landscape last.
#[must_use]
pub fn agenda<'l, 'a>(
    store: &Store,
    lines: &'l [Line<'a>],
    who: &Record,
    day: &str,
) -> Vec<(&'l Line<'a>, Vec<Point>)> {
    let theirs = lines.iter().skip(1).filter(|line| sits(store, line.record, who, day));
    let landscape = lines.first().filter(|line| line.open().next().is_some());
    theirs.chain(landscape).map(|line| (line, points(line, who))).collect()
}

/// Why a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is planned for this conversation.
    Planned,
    /// Nobody has answered it, or not whole.
    Open,
    /// Sources contradict each other.
    Contradicted,
    /// There is an answer nobody stands behind.
    Unproven,
}

/// A question for the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The question.
    pub key: &'static str,
    /// Why it is asked.
    pub why: Why,
}

/// What there is to ask about one line.
#[must_use]
pub fn points(line: &Line<'_>, who: &Record) -> Vec<Point> {
    let against = contradicted(&line.said);
    let why = |key: &str, state: &State<'_>| {
        if state.status.to_ask() && state.ask == &*who.id {
            Some(Why::Planned)
        } else if state.status.to_ask() {
            Some(Why::Open)
        } else if against.contains(&key) {
            Some(Why::Contradicted)
        } else {
            state.unproven().then_some(Why::Unproven)
        }
    };
    let points = line.states.iter().filter_map(|(key, state)| Some(Point { key, why: why(key, state)? }));
    let mut points: Vec<Point> = points.collect();
    points.arrange_by_key(|point| point.why);
    points
}

/// Does this actor sit in the network on the day, as a person or as an institution?
fn sits(store: &Store, body: &Record, who: &Record, day: &str) -> bool {
    let is = |id: &str| matches!(store.resolve(id), Some((Kind::Actor, found)) if found.id == who.id);
    let seats = body.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, day));
    seats.into_iter().any(|seat| is(seat.text(member::ACTOR)) || is(seat.text(member::PERSON)))
}

/// What is open, contradictory or unproven about one network.
fn about(line: &Line<'_>, who: &Record, lang: Lang) -> String {
    let texts = &lang.texts().guide;
    let mut out = String::new();
    for (key, state) in line.states.iter().filter(|(_, state)| state.status.to_ask()) {
        let _ = writeln!(out, "- {}{}", question(key, lang), planned(state, who, lang));
    }
    if out.is_empty() {
        let _ = writeln!(out, "{}", texts.all_known);
    }
    let short = |key: &str| vocabulary::entry("questions", key).map_or("", |entry| entry.short(lang));
    let against = contradicted(&line.said);
    let contradicted: Vec<&str> =
        line.states.iter().map(|(key, _)| *key).filter(|key| against.contains(key)).map(short).collect();
    let unproven: Vec<&str> =
        line.states.iter().filter(|(_, state)| state.unproven()).map(|(key, _)| short(key)).collect();
    for (text, found) in [(texts.contradiction, contradicted), (texts.proof_wanted, unproven)] {
        if !found.is_empty() {
            let _ = write!(out, "\n{}\n", fill(text, &[&found.join(", ")]));
        }
    }
    let _ = write!(out, "\n{}\n", texts.answers);
    out
}

fn question(key: &'static str, lang: Lang) -> &'static str {
    vocabulary::label("questions", key, lang)
}

fn planned(state: &State<'_>, who: &Record, lang: Lang) -> String {
    if state.ask == &*who.id { format!(" *({})*", lang.texts().guide.for_you) } else { String::new() }
}

/// A name as Markdown shows it: signs with a meaning of their own lose it, and it stays on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
