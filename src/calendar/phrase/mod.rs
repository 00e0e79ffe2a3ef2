//! Spoken rhythms, German or English, as rules: "jeden 2. Dienstag im Monat 14 Uhr", "3–4 mal im Jahr".
//!
//! The phrase is cut into tokens; clause by clause fills the slots of a [`frame::Frame`] in any order. A word that fits no
//! clause stops the reading with its place: nothing is guessed, nothing is dropped. What can be meant in several ways
//! gives all readings, the likeliest first. Knows no records and not what day it is.

pub(super) mod clock;
mod days;
mod extras;
mod frame;
pub(super) mod lexicon;
mod meaning;
mod often;
mod reading;
pub(super) mod token;
mod wish;

pub use wish::{Wish, read_wish};

use jiff::civil::{Date, Time};

use self::frame::{Frame, set};
use self::token::{Scan, tokens};
use super::{Avoid, Length, Recurrence, Rule};

/// No one speaks longer than this, in bytes.
const LONGEST: usize = 400;

/// One way to understand a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The rule or word; none where only a number per year was said.
    pub rhythm: Option<Recurrence>,
    /// When it begins.
    pub time: Option<Time>,
    /// How long it lasts.
    pub length: Option<Length>,
    /// How often a year, at least and at most, where that was said instead of (or beside) a rule.
    pub per_year: Option<(u16, u16)>,
    /// What is kept clear of.
    pub avoid: Vec<Avoid>,
    /// The day from which it holds, where one was said.
    pub start: Option<Date>,
    /// The rule gives no days before a start is known ("every other Tuesday": which?).
    pub needs_anchor: bool,
}

/// The phrase was understood only up to here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not understood from byte {at}: {rest:?}")]
pub struct Unclear {
    /// Byte offset of the first thing that does not fit; the length of the phrase if no rhythm was said at all.
    pub at: usize,
    /// What stands there.
    pub rest: String,
}

/// Understands a spoken rhythm; German and English both go, whatever the screen speaks.
///
/// # Errors
/// [`Unclear`] with the place of the first word that does not fit.
pub fn read_phrase(text: &str) -> Result<Vec<Reading>, Unclear> {
    read(text).map_err(|at| Unclear { at, rest: text.get(at..).unwrap_or_default().chars().take(80).collect() })
}

fn read(text: &str) -> Result<Vec<Reading>, usize> {
    if text.len() > LONGEST {
        return Err((0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0));
    }
    let mut frame = Frame::default();
    let from = written_rule(text, &mut frame)?;
    let tokens = tokens(text, from);
    let mut scan = Scan::new(&tokens);
    while let Some(at) = scan.at() {
        let before = scan.pos();
        if !clause(&mut scan, &mut frame, at)? && !padding(&mut scan) || scan.pos() == before {
            return Err(at);
        }
    }
    frame.readings(text.len())
}

/// A rule of RFC 5545 at the beginning of the phrase; gives the place after it.
fn written_rule(text: &str, frame: &mut Frame) -> Result<usize, usize> {
    let start = text.len() - text.trim_start().len();
    let body = text.get(start..).unwrap_or_default();
    let is = |word: &str| body.get(..word.len()).is_some_and(|b| b.eq_ignore_ascii_case(word));
    if !is("FREQ=") && !is("RRULE:") {
        return Ok(0);
    }
    let rule = body.split_whitespace().next().unwrap_or_default();
    let parsed: Rule = rule.trim_end_matches(',').parse().map_err(|e| match e {
        super::Error::UnknownPart { at, .. }
        | super::Error::PartTwice { at, .. }
        | super::Error::Unexpected { at, .. } => start + at,
        _ => start,
    })?;
    set(&mut frame.rule, start, parsed)?;
    Ok(start + rule.len())
}

/// Tries the clauses in turn. True if one was found; an error if it says again, and differently, what was said before.
fn clause(scan: &mut Scan<'_>, frame: &mut Frame, at: usize) -> Result<bool, usize> {
    if let Some(months) = extras::other_months(scan) {
        set(&mut frame.months, at, (months, true))?;
    } else if let Some(avoid) = extras::avoid(scan) {
        if !frame.avoid.is_empty() {
            return Err(at);
        }
        frame.avoid = avoid;
    } else if let Some(word) = extras::keyword(scan) {
        set(&mut frame.keyword, at, word)?;
    } else if let Some(day) = extras::until(scan) {
        set(&mut frame.until, at, day)?;
    } else if let Some(day) = extras::start(scan) {
        set(&mut frame.start, at, day)?;
    } else if let Some(length) = clock::length(scan) {
        set(&mut frame.length, at, length)?;
    } else if let Some(often) = often::how_often(scan) {
        let once_every = often.least == 1 && often.most == 1 && often.unit.is_none() && lexicon::each(scan.word(0));
        if !once_every {
            set(&mut frame.often, at, often)?;
        }
    } else {
        return day_clause(scan, frame, at);
    }
    Ok(true)
}

/// The clauses that name days.
fn day_clause(scan: &mut Scan<'_>, frame: &mut Frame, at: usize) -> Result<bool, usize> {
    if let Some(interval) = often::interval(scan) {
        // "jeden 1. Dienstag jeden Monat": after an ordinal a bare unit is what it counts in
        if frame.interval.as_ref().is_some_and(|i| i.what == interval) {
            return Ok(true);
        }
        set(&mut frame.interval, at, interval)?;
    } else if let Some(unit) = extras::within(scan) {
        set(&mut frame.within, at, unit)?;
    } else if let Some(days) = scan.attempt(extras::dates) {
        frame.nth.push(frame::Said { at, what: days.0 });
        set(&mut frame.months, at, (vec![days.1], false))?;
    } else if let Some(times) = clock::times(scan) {
        set(&mut frame.times, at, times)?;
    } else if let Some(nth) = days::nth(scan) {
        frame.nth.push(frame::Said { at, what: nth });
    } else if let Some((days, part)) = days::weekdays(scan) {
        set(&mut frame.weekdays, at, days)?;
        frame.part = frame.part.or(part);
    } else if let Some(months) = days::months(scan) {
        set(&mut frame.months, at, months)?;
    } else if extras::each_before_ordinal(scan) {
        frame.each = true;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// Signs and words without weight between clauses.
fn padding(scan: &mut Scan<'_>) -> bool {
    let sign = scan
        .sign(0)
        .is_some_and(|c| matches!(c, ',' | ';' | '.' | ':' | '/' | '(' | ')' | '|' | '&' | '+' | '-' | '@'));
    if scan.eat_all("wo es ihn gibt") || scan.eat_all("where there is one") {
        return true;
    }
    let filler = lexicon::filler(scan.word(0));
    scan.skip(usize::from(sign || filler));
    sign || filler
}
