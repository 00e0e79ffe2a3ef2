//! `runde rule`: a spoken rhythm as a rule with its next dates, every way it can be meant; a rule is spoken back.

use super::args::Rule;
use super::desk::Desk;
use super::fault::Failure;
use crate::analysis::free_days::FreeDays;
use crate::calendar::{Moment, Reading, Unclear, read_date, read_phrase, show_moment, weekday_letters};
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Record, Value, rhythm};
use crate::store::json::Json;
use jiff::civil::Date;

pub(super) fn run(args: &Rule, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let today = desk.now.date();
    let from = match &args.from {
        None => today,
        Some(text) => {
            read_date(text, today).map_err(|_| Failure::Words(fill(desk.texts.no_value, &[text, "--from"])))?
        }
    };
    let phrase = args.phrase.join(" ");
    let readings = read_phrase(&phrase).map_err(|unclear| Failure::Words(words(&phrase, &unclear, desk.lang)))?;
    let free = desk.load_quietly().map(|store| FreeDays::of(&store));
    let dates = Dates { from, count: usize::from(args.count), free: free.as_ref() };
    if args.json {
        let readings = readings.iter().map(|reading| json(reading, &dates)).collect();
        desk.out.json(&Json::map([("readings", Json::List(readings))]).pretty())?;
        return Ok(0);
    }
    if readings.len() > 1 {
        let said = fill(desk.lang.texts().calendar.ambiguous, &[&readings.len().to_string()]);
        desk.say(&said)?;
    }
    for (at, reading) in readings.iter().enumerate() {
        let gap = if at > 0 { "\n" } else { "" };
        desk.out.text(&format!("{gap}{}", lines(reading, &dates, desk.lang)))?;
    }
    Ok(0)
}

/// Which dates are wanted, and the free days where the landscape is at hand.
struct Dates<'f> {
    from: Date,
    count: usize,
    free: Option<&'f FreeDays>,
}

impl Dates<'_> {
    /// The next dates, without those the reading keeps clear of.
    fn next(&self, reading: &Reading) -> Vec<Moment> {
        let avoid = Value::set(reading.avoid.iter().map(|avoid| avoid.key()));
        let Some((free, avoid)) = self.free.zip(avoid) else { return reading.next(self.from, self.count) };
        let record = Record::new(&rhythm::SHAPE, Id::none()).with(rhythm::AVOID, Some(avoid));
        // of a hundred dates a few weeks of holidays leave enough
        let dates = reading.next(self.from, self.count.saturating_mul(2).max(100));
        dates.into_iter().filter(|at| !free.avoids(&record, at.date)).take(self.count).collect()
    }
}

/// What is not understood, and where that begins.
fn words(phrase: &str, unclear: &Unclear, lang: Lang) -> String {
    let texts = &lang.texts().calendar;
    if unclear.rest.trim().is_empty() {
        return fill(texts.no_rhythm, &[phrase]);
    }
    let before = phrase.get(..unclear.at).map_or(0, |text| text.chars().count());
    fill(texts.not_understood, &[phrase, &unclear.rest, &(before + 1).to_string()])
}

fn rrule(reading: &Reading) -> Option<String> {
    reading.rhythm.as_ref().map(ToString::to_string)
}

fn json(reading: &Reading, dates: &Dates<'_>) -> Json {
    let next = dates.next(reading);
    Json::map([
        ("rrule", rrule(reading).map_or(Json::Null, Json::Text)),
        ("de", Json::Text(reading.speak(Lang::De))),
        ("en", Json::Text(reading.speak(Lang::En))),
        ("next", Json::texts(next.iter().map(ToString::to_string))),
    ])
}

/// In words, as a rule, then a line for each date.
fn lines(reading: &Reading, dates: &Dates<'_>, lang: Lang) -> String {
    let texts = &lang.texts().calendar;
    let mut lines = vec![reading.speak(lang)];
    lines.extend(rrule(reading));
    if let Some(anchor) = reading.anchor(dates.from).filter(|_| reading.needs_anchor) {
        lines.push(fill(texts.counted_from, &[&crate::calendar::show_date(anchor.date, lang)]));
    }
    let next = dates.next(reading);
    if next.is_empty() {
        lines.push(format!("  {}", texts.no_dates));
    }
    let date = |at: &Moment| {
        let holiday = dates.free.and_then(|free| free.name_on(at.date, lang));
        let holiday = holiday.map_or_else(String::new, |name| format!(" ({name})"));
        format!("  {} {}{holiday}", weekday_letters(at.date.weekday(), lang), show_moment(*at, lang))
    };
    lines.extend(next.iter().map(date));
    lines.join("\n") + "\n"
}
