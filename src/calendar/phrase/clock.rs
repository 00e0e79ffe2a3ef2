//! Hours and lengths in a phrase: "14 Uhr", "9:30–11", "halb drei", "half past two", "2 Stunden".
//! Where an hour may be meant before or after noon, both come out, the likelier first.

use jiff::civil::Time;

use super::lexicon::{cardinal, part_of_day, weekday};
use super::token::Scan;
use crate::calendar::Length;

/// An hour that was said.
#[derive(Clone, Copy, Debug)]
struct Clock {
    hour: u32,
    minute: u32,
    sure: Sure,
}

/// How sure it is which half of the day is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    /// As on a 24-hour clock, or with a part of the day.
    Exact,
    /// "3 Uhr", "3:30": nobody meets at three at night.
    Hour,
    /// "um acht": morning or evening.
    Bare,
}

impl Clock {
    fn time(hour: u32, minute: u32) -> Option<Time> {
        Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
    }

    /// The times it may mean, the likeliest first.
    fn times(self) -> Vec<Time> {
        let later = (self.hour % 12) + 12;
        let hours = match (self.sure, self.hour) {
            (Sure::Exact, h) => vec![h],
            (_, 1..=6) => vec![later, self.hour],
            (Sure::Bare, 7..=8) => vec![self.hour, later],
            (_, h) => vec![h],
        };
        hours.into_iter().filter_map(|h| Self::time(h, self.minute)).collect()
    }

    /// In the half of the day that was named.
    fn within(mut self, before_noon: bool) -> Self {
        self.sure = Sure::Exact;
        match (before_noon, self.hour) {
            (true, 12) => self.hour = 0,
            (false, 1..=11) => self.hour += 12,
            _ => {}
        }
        self
    }
}

/// A time and, where a range was said, how long it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) time: Time,
    pub(super) length: Option<Length>,
}

/// "14 Uhr", "um drei", "von 9 bis 11": every way to read it.
pub(super) fn times(scan: &mut Scan<'_>) -> Option<Vec<Slot>> {
    scan.attempt(|s| {
        let led = s.eat(&["um", "at", "ab", "gegen", "von", "from", "ca", "circa", "zwischen", "between"]);
        while led && s.eat(&["ca", "circa", "etwa", "about", "around"]) {}
        let first = clock(s, led).or_else(|| bare(s).filter(|_| range_follows(s)))?;
        let last = s.attempt(|s| {
            let dash = s.eat_sign('-') || s.eat(&["bis", "to", "till", "until", "und", "and"]);
            dash.then(|| clock(s, true)).flatten()
        });
        // "9-11 Uhr", "2-4 pm": what stands after the second hour holds for the first too
        let first = match last {
            Some(end) if first.sure == Sure::Bare && end.sure == Sure::Exact && first.hour <= 12 => {
                let same_half = first.within(end.hour < 12);
                if same_half.hour < end.hour { same_half } else { first }
            }
            Some(end) if first.sure == Sure::Bare => Clock { sure: end.sure.max_with(first.sure), ..first },
            _ => first,
        };
        let slots: Vec<_> =
            first.times().into_iter().map(|time| Slot { time, length: last.and_then(|e| lasts(time, e)) }).collect();
        (!slots.is_empty() && (last.is_none() || slots.iter().all(|s| s.length.is_some()))).then_some(slots)
    })
}

impl Sure {
    fn max_with(self, other: Self) -> Self {
        if self == Self::Exact { other } else { self }
    }
}

/// From the start to the end; an end that may be before or after noon is the next one after the start.
fn lasts(start: Time, end: Clock) -> Option<Length> {
    let minutes = |h: u32, m: u32| h * 60 + m;
    let from = minutes(u32::try_from(start.hour()).ok()?, u32::try_from(start.minute()).ok()?);
    let to = minutes(end.hour, end.minute);
    let step = if end.sure == Sure::Exact || end.hour > 12 { 24 * 60 } else { 12 * 60 };
    let end = (0..3).map(|n| to + n * step).find(|t| *t > from)?;
    Length::of_minutes(end - from)
}

/// Is this hour the first of a range ("9-11")?
fn range_follows(scan: &Scan<'_>) -> bool {
    let mut ahead = scan.clone();
    let dash = ahead.eat_sign('-') || ahead.eat(&["bis", "to"]);
    dash && clock(&mut ahead, true).is_some()
}

/// An hour of one or two digits or a word, nothing else.
fn bare(scan: &mut Scan<'_>) -> Option<Clock> {
    let hour = match scan.number(0) {
        Some(n) if scan.digits(0) <= 2 => {
            scan.skip(1);
            n
        }
        Some(_) => return None,
        None => scan.take(|w| cardinal(w).filter(|_| !w.starts_with("ein") || w == "eins"))?.into(),
    };
    let sure = if hour > 12 || hour == 0 { Sure::Exact } else { Sure::Bare };
    (hour < 24).then_some(Clock { hour, minute: 0, sure })
}

/// One hour; `led` says that a word before it makes a bare number an hour.
fn clock(scan: &mut Scan<'_>, led: bool) -> Option<Clock> {
    let found =
        scan.attempt(spoken).or_else(|| scan.attempt(with_minutes)).or_else(|| scan.attempt(full_hour)).or_else(
            || {
                scan.attempt(|s| {
                    let clock = bare(s).filter(|_| led)?;
                    // not the hour, but what is counted or dated
                    let other = s.glued(0) && (s.sign(0) == Some('.') && s.digits(1) > 0 || s.sign(0) == Some(':'));
                    let unit = super::lexicon::unit(s.word(0)).is_some() || length_unit(s.word(0)).is_some();
                    (!other && !unit && s.sign(0) != Some('.')).then_some(clock)
                })
            },
        )?;
    Some(day_half(scan).map_or(found, |before_noon| if found.hour <= 12 { found.within(before_noon) } else { found }))
}

/// "pm", "nachmittags", "in the evening" after the hour: is it before noon?
fn day_half(scan: &mut Scan<'_>) -> Option<bool> {
    scan.attempt(|s| {
        if matches!(s.word(0), "a" | "p") && s.sign(1) == Some('.') && s.word(2) == "m" {
            let before_noon = s.word(0) == "a";
            s.skip(3);
            s.eat_sign('.');
            return Some(before_noon);
        }
        // the German "am" before a day is no English "am"
        let german = s.word(0) == "am"
            && (weekday(s.word(1)).is_some() || s.number(1).is_some() || super::lexicon::ordinal(s.word(1)).is_some());
        s.eat_all("in the");
        if german { None } else { s.take(part_of_day) }
    })
}

/// "halb drei", "viertel nach zwei", "half past two", "noon".
fn spoken(scan: &mut Scan<'_>) -> Option<Clock> {
    let hour = |s: &mut Scan<'_>| bare(s).filter(|c| c.hour <= 12).map(|c| c.hour);
    let before =
        |hour: u32, minute: u32| Clock { hour: if hour == 1 { 12 } else { hour - 1 }, minute, sure: Sure::Hour };
    if scan.eat(&["noon", "midday"]) {
        return Some(Clock { hour: 12, minute: 0, sure: Sure::Exact });
    }
    let clock = if scan.eat_all("half past") {
        Clock { hour: hour(scan)?, minute: 30, sure: Sure::Hour }
    } else if scan.eat_all("viertel nach") || scan.eat_all("quarter past") {
        Clock { hour: hour(scan)?, minute: 15, sure: Sure::Hour }
    } else if scan.eat_all("viertel vor") || scan.eat_all("quarter to") || scan.eat(&["dreiviertel"]) {
        before(hour(scan).filter(|h| *h > 0)?, 45)
    } else if scan.eat(&["halb"]) {
        before(hour(scan).filter(|h| *h > 0)?, 30)
    } else {
        return None;
    };
    scan.eat(&["uhr", "oclock"]);
    Some(clock)
}

/// "9:30", "14.30 Uhr", "14h30", "14 Uhr 30".
fn with_minutes(scan: &mut Scan<'_>) -> Option<Clock> {
    let (hour, digits) = (scan.number(0)?, scan.digits(0));
    let glued = scan.glued(1) && scan.glued(2);
    let minute = scan.number(2).filter(|m| scan.digits(2) == 2 && *m < 60)?;
    let colon = glued && (scan.sign(1) == Some(':') || scan.word(1) == "h");
    // a dot may also belong to a date: "14.12.", "14.12.2026"
    let date = scan.glued(3) && scan.sign(3) == Some('.') && (minute <= 12 || scan.glued(4) && scan.digits(4) > 0);
    let dot = glued && scan.sign(1) == Some('.') && !date;
    let uhr = scan.word(1) == "uhr" && scan.word(3) != "minuten" && !matches!(scan.sign(3), Some('.' | ':' | '-'));
    if !(colon || dot || uhr) || hour > 23 {
        return None;
    }
    scan.skip(3);
    if scan.sign(0) == Some(':') && scan.glued(0) && scan.digits(1) == 2 {
        scan.skip(2);
    }
    let named = scan.eat(&["uhr", "h", "oclock"]);
    let loose = digits == 1 && (1..=6).contains(&hour) && !uhr;
    let sure = if loose { Sure::Hour } else { Sure::Exact };
    (!dot || named || digits <= 2).then_some(Clock { hour, minute, sure })
}

/// "14 Uhr", "2 o'clock", "3pm", "drei Uhr", "14h".
fn full_hour(scan: &mut Scan<'_>) -> Option<Clock> {
    let digits = scan.digits(0);
    let mut clock = bare(scan)?;
    let english = matches!(scan.word(0), "pm" | "am") || matches!(scan.word(0), "a" | "p") && scan.word(2) == "m";
    if english {
        return day_half(scan).map(|before_noon| clock.within(before_noon)).filter(|c| c.hour < 24);
    }
    let h = clock.hour > 8 && scan.word(0) == "h";
    if !scan.eat(&["uhr", "oclock"]) && !h {
        return None;
    }
    scan.skip(usize::from(h));
    if clock.sure == Sure::Bare {
        clock.sure = if digits == 2 && clock.hour < 10 { Sure::Exact } else { Sure::Hour };
    }
    Some(clock)
}

/// Minutes in a unit of time.
fn length_unit(word: &str) -> Option<u32> {
    match word {
        "h" | "std" | "stunde" | "stunden" | "hour" | "hours" | "hr" | "hrs" | "stuendig" | "stuendige" => Some(60),
        "min" | "mins" | "minute" | "minuten" | "minutes" | "minuetig" | "minuetige" => Some(1),
        _ => None,
    }
}

/// A time of day as it is typed into a field: a bare number is an hour of the 24-hour clock.
pub(in crate::calendar) fn typed(scan: &mut Scan<'_>) -> Option<Time> {
    clock(scan, true).and_then(|c| Clock::time(c.hour, c.minute))
}

/// "2 Stunden", "1,5 h", "90 min", "anderthalb Stunden", "eine halbe Stunde", "für 2 h 30 min".
pub(in crate::calendar) fn length(scan: &mut Scan<'_>) -> Option<Length> {
    scan.attempt(|s| {
        let led = s.eat(&["fuer", "for", "dauer", "duration", "dauert", "lasts", "lasting"]);
        s.eat_sign(':');
        // "15h" is rather an hour of the day than a length
        if !led && s.word(1) == "h" && s.number(0).is_some_and(|n| n > 8) {
            return None;
        }
        if s.eat_all("eine halbe stunde") || s.eat_all("half an hour") || s.eat_all("halbe stunde") {
            return Length::of_minutes(30);
        }
        let first = one_length(s)?;
        let more = s.attempt(|s| {
            s.eat(&["und", "and"]);
            one_length(s).filter(|more| *more < 60)
        });
        Length::of_minutes(first + more.unwrap_or(0))
    })
}

fn one_length(scan: &mut Scan<'_>) -> Option<u32> {
    scan.attempt(|s| {
        let halves = [("anderthalb", 90), ("eineinhalb", 90), ("zweieinhalb", 150), ("dreieinhalb", 210)];
        if let Some((_, minutes)) = halves.iter().find(|(word, _)| s.eat(&[word])) {
            return (s.take(length_unit)? == 60).then_some(*minutes);
        }
        let glued_word = ["stuendig", "stuendige", "minuetig", "minuetige"]
            .iter()
            .find_map(|end| Some(u32::from(cardinal(s.word(0).strip_suffix(end)?)?) * length_unit(end)?));
        if let Some(minutes) = glued_word {
            s.skip(1);
            return Some(minutes);
        }
        let (whole, tenths) = amount(s)?;
        s.eat_sign('-');
        let unit = s.take(length_unit)?;
        let minutes = whole.checked_mul(unit)?.checked_add(tenths * unit / 10)?;
        s.eat_sign('.');
        Some(minutes)
    })
}

/// A number, with one decimal at most: 1,5 → (1, 5).
fn amount(scan: &mut Scan<'_>) -> Option<(u32, u32)> {
    let Some(whole) = scan.number(0) else {
        return scan.take(|w| cardinal(w).or((w == "an" || w == "a").then_some(1))).map(|n| (n.into(), 0));
    };
    scan.skip(1);
    let decimal = matches!(scan.sign(0), Some(',' | '.')) && scan.glued(0) && scan.glued(1) && scan.digits(1) == 1;
    let tenths = scan.number(1).filter(|_| decimal).unwrap_or(0);
    scan.skip(if decimal { 2 } else { 0 });
    Some((whole, tenths))
}
