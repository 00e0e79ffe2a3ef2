//! The lines of a calendar file: folded ones put together (before letters are looked at, since a fold may cut one), and
//! those between BEGIN:VEVENT and its end kept together. What lies inside an event (alarms) is left aside.

use super::{Fault, MOST_EVENTS};
use std::borrow::Cow;

/// The longest line of an event, folds taken out.
const LONGEST: usize = 1 << 20;

/// An event as its lines.
pub(super) struct Block<'f> {
    /// The line of its BEGIN, from 1.
    pub(super) line: usize,
    /// Its own properties.
    pub(super) lines: Vec<Cow<'f, [u8]>>,
    /// It had no end.
    pub(super) cut: bool,
    /// A line was too long.
    pub(super) long: bool,
}

/// A file as events.
pub(super) struct File<'f> {
    pub(super) name: Option<Vec<u8>>,
    pub(super) blocks: Vec<Block<'f>>,
}

/// Takes a file apart.
pub(super) fn blocks(bytes: &[u8]) -> Result<File<'_>, Fault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut file = File { name: None, blocks: Vec::new() };
    let (mut open, mut depth, mut calendar): (Option<Block<'_>>, usize, bool) = (None, 0, false);
    for (number, line) in (Unfolded { rest: bytes, number: 1 }) {
        match (boundary(&line), open.as_mut()) {
            (Some((true, "VCALENDAR")), None) => calendar = true,
            (Some((true, "VEVENT")), _) => {
                close(&mut file, open.take(), true)?;
                depth = 0;
                open = Some(Block { line: number, lines: Vec::new(), cut: false, long: false });
            }
            (Some((false, "VEVENT")), Some(_)) => close(&mut file, open.take(), false)?,
            (Some((false, "VCALENDAR")), Some(_)) => close(&mut file, open.take(), true)?,
            (Some((true, _)), Some(_)) => depth += 1,
            (Some((false, _)), Some(_)) => depth = depth.saturating_sub(1),
            (None, Some(block)) if depth == 0 => block.take(line),
            (None, None) if file.name.is_none() && is_named(&line, "X-WR-CALNAME") => {
                file.name = Some(line.into_owned());
            }
            _ => {}
        }
    }
    close(&mut file, open, true)?;
    if calendar { Ok(file) } else { Err(Fault::NoCalendar) }
}

fn close<'f>(file: &mut File<'f>, block: Option<Block<'f>>, cut: bool) -> Result<(), Fault> {
    let Some(mut block) = block else { return Ok(()) };
    if file.blocks.len() >= MOST_EVENTS {
        return Err(Fault::TooManyEvents);
    }
    block.cut = cut;
    file.blocks.push(block);
    Ok(())
}

impl<'f> Block<'f> {
    fn take(&mut self, line: Cow<'f, [u8]>) {
        if line.len() > LONGEST {
            self.long = true;
        } else if self.lines.len() <= super::MOST_DATES {
            self.lines.push(line);
        }
    }
}

/// `BEGIN:` or `END:` of one of the parts that matter, or of any other.
fn boundary(line: &[u8]) -> Option<(bool, &'static str)> {
    let (begin, name) = match (strip(line, b"BEGIN:"), strip(line, b"END:")) {
        (Some(name), _) => (true, name),
        (_, Some(name)) => (false, name),
        _ => return None,
    };
    let known = ["VCALENDAR", "VEVENT"];
    let name = name.trim_ascii();
    Some((begin, known.into_iter().find(|one| name.eq_ignore_ascii_case(one.as_bytes())).unwrap_or("")))
}

fn strip<'l>(line: &'l [u8], start: &[u8]) -> Option<&'l [u8]> {
    let (head, rest) = line.split_at_checked(start.len())?;
    head.eq_ignore_ascii_case(start).then_some(rest)
}

/// Is it the property of this name?
pub(super) fn is_named(line: &[u8], name: &str) -> bool {
    strip(line, name.as_bytes()).is_some_and(|rest| matches!(rest.first(), Some(b':' | b';')))
}

/// The lines with their numbers, folds taken out.
struct Unfolded<'f> {
    rest: &'f [u8],
    number: usize,
}

impl<'f> Unfolded<'f> {
    fn line(&mut self) -> Option<&'f [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', self.rest);
        let (line, rest) = self.rest.split_at(end.map_or(self.rest.len(), |end| end + 1));
        self.rest = rest;
        self.number += 1;
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

impl<'f> Iterator for Unfolded<'f> {
    type Item = (usize, Cow<'f, [u8]>);

    fn next(&mut self) -> Option<Self::Item> {
        let number = self.number;
        let mut line = Cow::Borrowed(self.line()?);
        while matches!(self.rest.first(), Some(b' ' | b'\t')) {
            let more = self.line().unwrap_or_default();
            if line.len() <= LONGEST {
                line.to_mut().extend(more.get(1..).unwrap_or_default());
            }
        }
        Some((number, line))
    }
}
