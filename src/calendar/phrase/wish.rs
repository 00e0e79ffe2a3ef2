//! Wishes for a date: "dienstags oder donnerstags 14–17 Uhr", "vormittags, 90 Minuten". Days, a stretch of the day and a
//! length, in any order; what is not understood stops the reading with its place. Knows no records.

use jiff::ToSpan;
use jiff::civil::{Time, Weekday};

use super::clock::{self, Slot};
use super::days::weekdays;
use super::lexicon::part_of_day;
use super::token::{Scan, tokens};
use super::{LONGEST, Unclear, padding};
use crate::arrange::Arrange as _;
use crate::calendar::Length;
use crate::calendar::rule::WORK_DAYS;

/// When people would like to meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// On which weekdays; Monday to Friday where nothing was said.
    pub days: Vec<Weekday>,
    /// Not before this hour.
    pub from: Time,
    /// Over by this hour.
    pub until: Time,
    /// How long, where that was said.
    pub length: Option<Length>,
    /// Exactly at `from`: "dienstags 14 Uhr".
    pub sharp: bool,
}

const MORNING: Time = Time::constant(8, 0, 0, 0);
const NOON: Time = Time::constant(12, 0, 0, 0);
const AFTERNOON: Time = Time::constant(13, 0, 0, 0);
const EVENING: Time = Time::constant(18, 0, 0, 0);

impl Default for Wish {
    /// Working days, 8 to 18.
    fn default() -> Self {
        Wish { days: WORK_DAYS.to_vec(), from: MORNING, until: EVENING, length: None, sharp: false }
    }
}

/// What was said so far.
#[derive(Default)]
struct Said {
    days: Vec<Weekday>,
    from: Option<Time>,
    until: Option<Time>,
    length: Option<Length>,
    sharp: bool,
}

/// Understands wishes for a date; German and English both go. No words at all are no particular wishes.
///
/// # Errors
/// [`Unclear`] with the place of the first word that does not fit.
pub fn read_wish(text: &str) -> Result<Wish, Unclear> {
    let unclear = |at: usize| Unclear { at, rest: text.get(at..).unwrap_or_default().chars().take(80).collect() };
    if text.len() > LONGEST {
        return Err(unclear(0));
    }
    let tokens = tokens(text, 0);
    let mut scan = Scan::new(&tokens);
    let mut said = Said::default();
    while let Some(at) = scan.at() {
        let before = scan.pos();
        let understood = said.clause(&mut scan) || joining(&mut scan) || padding(&mut scan);
        if !understood || scan.pos() == before {
            return Err(unclear(at));
        }
    }
    let wish = said.wish();
    if wish.from > wish.until { Err(unclear(0)) } else { Ok(wish) }
}

fn joining(scan: &mut Scan<'_>) -> bool {
    scan.eat(&["oder", "or", "und", "and", "am", "on"])
}

impl Said {
    fn clause(&mut self, scan: &mut Scan<'_>) -> bool {
        if let Some(length) = clock::length(scan) {
            self.length = Some(length);
        } else if let Some((days, part)) = weekdays(scan) {
            self.days.extend(days);
            self.half_day(part);
        } else if let Some(time) = bound(scan, &["bis", "until", "till", "before", "vor"]) {
            self.until = Some(time);
        } else if let Some(time) = bound(scan, &["ab", "nach", "after", "from", "since"]) {
            self.from = Some(time);
        } else if let Some(slots) = clock::times(scan) {
            self.hours(&slots);
        } else if scan.word(0) == "mittags" || part_of_day(scan.word(0)).is_none() {
            return false;
        } else {
            let part = part_of_day(scan.word(0));
            scan.skip(1);
            self.half_day(part);
        }
        true
    }

    fn half_day(&mut self, before_noon: Option<bool>) {
        let Some(before_noon) = before_noon else { return };
        let (from, until) = if before_noon { (MORNING, NOON) } else { (AFTERNOON, EVENING) };
        self.from = self.from.or(Some(from));
        self.until = self.until.or(Some(until));
    }

    /// A stretch of the day, or one hour; of several ways to read it the likeliest.
    fn hours(&mut self, slots: &[Slot]) {
        let Some(slot) = slots.first() else { return };
        self.from = Some(slot.time);
        self.sharp = slot.length.is_none();
        if let Some(length) = slot.length {
            self.until = slot.time.checked_add(i64::from(length.minutes()).minutes()).ok();
        }
    }

    fn wish(self) -> Wish {
        let usual = Wish::default();
        let mut days = self.days;
        days.arrange_by_key(|day| day.to_monday_zero_offset());
        days.dedup();
        let from = self.from.unwrap_or(usual.from);
        let until = self.until.unwrap_or(if from < usual.until { usual.until } else { Time::constant(22, 0, 0, 0) });
        Wish {
            days: if days.is_empty() { usual.days } else { days },
            from,
            until,
            length: self.length,
            sharp: self.sharp && self.until.is_none(),
        }
    }
}

/// An hour after one of these words, which is no stretch ("ab 14 Uhr", "bis 16 Uhr").
fn bound(scan: &mut Scan<'_>, words: &[&str]) -> Option<Time> {
    scan.attempt(|s| {
        let led = s.eat(words);
        let slots = led.then(|| clock::times(s)).flatten()?;
        slots.first().filter(|slot| slot.length.is_none()).map(|slot| slot.time)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        match read_wish(text) {
            Err(unclear) => format!("unclear at {}", unclear.at),
            Ok(wish) => {
                let days: Vec<String> = wish.days.iter().map(|day| day.to_monday_one_offset().to_string()).collect();
                let length = wish.length.map_or(String::new(), |length| format!(" {length}"));
                let sharp = if wish.sharp { " sharp" } else { "" };
                let hours = [wish.from, wish.until].map(|time| time.strftime("%H:%M").to_string()).join("-");
                format!("{} {hours}{length}{sharp}", days.join(""))
            }
        }
    }

    #[test]
    fn wishes_in_both_languages() {
        for (text, expected) in [
            ("", "12345 08:00-18:00"),
            ("dienstags oder donnerstags 14–17 Uhr", "24 14:00-17:00"),
            ("Di, Do 14-17 Uhr, 90 Minuten", "24 14:00-17:00 PT1H30M"),
            ("Tuesdays or Thursdays 2-5 pm", "24 14:00-17:00"),
            ("14–17 Uhr", "12345 14:00-17:00"),
            ("mittwochs ab 14 Uhr", "3 14:00-18:00"),
            ("freitags bis 12 Uhr", "5 08:00-12:00"),
            ("ab 9 Uhr bis 15 Uhr", "12345 09:00-15:00"),
            ("vormittags", "12345 08:00-12:00"),
            ("montags nachmittags 2 Stunden", "1 13:00-18:00 PT2H"),
            ("Wednesday mornings", "3 08:00-12:00"),
            ("dienstags 14 Uhr", "2 14:00-18:00 sharp"),
            ("donnerstags 19 Uhr", "4 19:00-22:00 sharp"),
            ("Mo–Do", "1234 08:00-18:00"),
            ("dienstags im Mondschein", "unclear at 13"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
