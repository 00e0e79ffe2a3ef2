//! A line of the minutes as it is typed: `Protokoll verschicken @jugendamt bis 15.12.` is a task with who and until when.
//! What is not understood stays in the text, as typed.

use crate::app::Context;
use crate::calendar::{PartialDate, read_partial};
use crate::landscape::{Id, Kind, actor, network};
use crate::search::fold;
use crate::store::name_of;
use jiff::civil::Date;
use smol_str::SmolStr;

/// The longest name in words.
const WORDS: usize = 7;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The text without what was understood beside it.
    pub text: String,
    /// Whom `@name` means.
    pub who: Vec<Id>,
    /// Names nobody has.
    pub unknown: Vec<String>,
    /// Until when.
    pub due: Option<PartialDate>,
}

/// Whom a name may mean.
pub struct Circle<'a> {
    /// The kinds of record that can be meant.
    pub kinds: &'a [Kind],
    /// Those at the table: of several that fit they are meant.
    pub near: &'a [SmolStr],
    /// Names that were picked from a list, and whom they mean.
    pub picked: &'a [(String, Id)],
}

/// Reads a line. With `dated`, a day after "bis", "until" or "by" is when it is due.
#[must_use]
pub fn read(line: &str, circle: &Circle, dated: bool, cx: &Context) -> Entry {
    let (due, rest) = if dated { due(line, cx.now.date()) } else { (None, line.to_owned()) };
    let mut entry = Entry { due, ..Entry::default() };
    let mut said = String::new();
    for (at, piece) in pieces(&rest).into_iter().enumerate() {
        if at == 0 {
            said.push_str(piece);
            continue;
        }
        let words: Vec<&str> = piece.split_whitespace().collect();
        let named = (1..=words.len().min(WORDS)).rev().find_map(|count| {
            let name = words.get(..count)?.join(" ");
            Some((whom(name.trim_end_matches([',', ';']), circle, cx)?, count))
        });
        match named {
            Some((id, count)) => {
                if !entry.who.contains(&id) {
                    entry.who.push(id);
                }
                said.push(' ');
                said.push_str(&words.get(count..).unwrap_or_default().join(" "));
            }
            None => {
                entry.unknown.push(words.first().copied().unwrap_or_default().to_owned());
                said.push('@');
                said.push_str(piece);
            }
        }
    }
    entry.text = said.split_whitespace().collect::<Vec<_>>().join(" ");
    entry
}

/// The text cut before each `@` that begins a word; the sign itself is left out.
fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        if letter == '@' && before.is_whitespace() {
            cuts.push(at);
        }
        before = letter;
    }
    let ends = cuts.iter().copied().chain([text.len()]);
    let starts = std::iter::once(0).chain(cuts.iter().map(|at| at + 1));
    starts.zip(ends).filter_map(|(from, to)| text.get(from..to)).collect()
}

/// The day it is due, and the text without it.
fn due(line: &str, today: Date) -> (Option<PartialDate>, String) {
    let mut at = 0;
    let words: Vec<(usize, &str)> = line
        .split(' ')
        .map(|word| {
            let here = at;
            at += word.len() + 1;
            (here, word)
        })
        .collect();
    let marks = words.iter().enumerate().rev();
    for (place, (from, _)) in marks.filter(|(_, (_, word))| matches!(fold(word).as_str(), "bis" | "until" | "by")) {
        let after = words.get(place + 1..).unwrap_or_default();
        for count in (1..=after.len().min(4)).rev() {
            let said: Vec<&str> = after.iter().take(count).map(|(_, word)| *word).collect();
            if let Ok(day) = read_partial(said.join(" ").trim_end_matches([',', ';', '!']), today) {
                let end = after.get(count).map_or(line.len(), |(end, _)| *end);
                let (before, behind) = (line.get(..*from).unwrap_or(""), line.get(end..).unwrap_or(""));
                return (Some(day), format!("{before}{behind}"));
            }
        }
    }
    (None, line.to_owned())
}

/// Whom a name means: one picked, one at the table, else the best match; more than one word must all be in the name.
fn whom(name: &str, circle: &Circle, cx: &Context) -> Option<Id> {
    let folded = fold(name);
    if folded.is_empty() {
        return None;
    }
    if let Some((_, id)) = circle.picked.iter().find(|(picked, _)| fold(picked) == folded) {
        return Some(id.clone());
    }
    let store = cx.data.store();
    let words: Vec<&str> = folded.split_whitespace().collect();
    let holds = |id: &str| {
        let names = names(id, cx);
        let has = |word: &&str| names.split_whitespace().any(|part| part.starts_with(*word));
        words.iter().all(has)
    };
    let exact = |id: &str| fold(&name_of(store, id)) == folded;
    if let Some(id) = circle.near.iter().find(|id| exact(id)).or_else(|| circle.near.iter().find(|id| holds(id))) {
        return Some(Id::new(id));
    }
    let found = cx.lookup.find(name, circle.kinds, 8);
    // A name that is only alike is nobody's: a task must not go to the wrong people.
    let inside = |id: &Id| words.iter().all(|word| names(id, cx).contains(*word));
    found
        .iter()
        .map(|(_, id)| id)
        .find(|id| holds(id))
        .or_else(|| found.iter().map(|(_, id)| id).find(|id| inside(id)))
        .cloned()
}

/// Name, short name and aliases, folded.
fn names(id: &str, cx: &Context) -> String {
    let Some((kind, record)) = cx.data.store().resolve(id) else { return String::new() };
    let (name, short, aliases) = match kind {
        Kind::Actor => (actor::NAME, actor::SHORT, actor::ALIASES),
        Kind::Network => (network::NAME, network::SHORT, network::ALIASES),
        _ => return String::new(),
    };
    let all = [record.text(name), record.text(short)].into_iter().chain(record.texts(aliases).iter().map(|one| &**one));
    fold(&all.collect::<Vec<_>>().join(" "))
}
