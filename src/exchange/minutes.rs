//! The minutes of a meeting as Markdown, in the language asked for: who was there, topics, decisions, tasks. Knows no
//! screens.

use crate::arrange::Arrange as _;
use crate::calendar::{Moment, PartialDate, show_moment, show_partial, weekday_letters};
use crate::i18n::{Lang, fill};
use crate::landscape::{Field, Record, decision, meeting, task, vocabulary};
use crate::store::{Store, name_of};
use crate::text::capital;
use smol_str::SmolStr;

/// The minutes.
#[must_use]
pub fn markdown(store: &Store, record: &Record, lang: Lang) -> String {
    let texts = &lang.texts().minutes;
    let bodies = names(store, record.texts(meeting::NETWORKS)).join(" + ");
    let mut out = format!("# {}\n\n", fill(texts.heading, &[&plain(&bodies)]));
    fact(&mut out, texts.when, &when(record, lang));
    let mode = vocabulary::label("meeting_mode", record.text(meeting::MODE), lang);
    let place = [record.text(meeting::PLACE), mode].into_iter().filter(|part| !part.is_empty());
    fact(&mut out, texts.place, &place.collect::<Vec<_>>().join(", "));
    for (field, label) in
        [(meeting::PRESENT, texts.present), (meeting::EXCUSED, texts.excused), (meeting::ABSENT, texts.absent)]
    {
        let mut names = names(store, record.texts(field));
        names.arrange_by(Ord::cmp);
        fact(&mut out, &capital(label), &names.join(", "));
    }
    let topics: Vec<String> = record.text(meeting::TOPICS).lines().map(plain).filter(|line| !line.is_empty()).collect();
    list(&mut out, texts.topics, &topics);
    let decided = record.parts(meeting::DECISIONS).iter().map(|part| decided(store, part, lang)).collect::<Vec<_>>();
    list(&mut out, texts.decisions, &decided);
    let tasks = record.parts(meeting::TASKS).iter().map(|part| agreed(store, part, lang)).collect::<Vec<_>>();
    list(&mut out, texts.tasks, &tasks);
    if !record.text(meeting::NOTES).trim().is_empty() {
        let label = field_label(meeting::NOTES, record, lang);
        out.push_str(&format!("\n## {label}\n\n{}\n", record.text(meeting::NOTES).trim()));
    }
    out
}

fn field_label(field: Field, record: &Record, lang: Lang) -> &'static str {
    vocabulary::field_label("meeting", record.shape.spec(field).key, lang)
}

/// From when until when.
fn when(record: &Record, lang: Lang) -> String {
    let shown = |text: &str| {
        let moment = text.parse::<Moment>().ok()?;
        Some(format!("{} {}", weekday_letters(moment.date.weekday(), lang), show_moment(moment, lang)))
    };
    let at = record.text(meeting::AT);
    let from = shown(at).unwrap_or_else(|| at.to_owned());
    match record.text(meeting::UNTIL).parse::<Moment>() {
        Ok(Moment { time: Some(time), .. }) => format!("{from}–{}", time.strftime("%H:%M")),
        _ => from,
    }
}

fn decided(store: &Store, part: &Record, lang: Lang) -> String {
    let text = plain(part.text(decision::TEXT));
    match part.text(decision::TO) {
        "" => text,
        to => format!("{text} ({})", fill(lang.texts().minutes.to, &[&plain(&name_of(store, to))])),
    }
}

/// A task with who and until when, ticked when it is done.
fn agreed(store: &Store, part: &Record, lang: Lang) -> String {
    let texts = &lang.texts().minutes;
    let done = part.text(task::DONE_ON);
    let mut said = format!("[{}] {}", if done.is_empty() { " " } else { "x" }, plain(part.text(task::TEXT)));
    let who = names(store, part.texts(task::WHO)).join(", ");
    let due = fill(texts.until, &[&day(part.text(task::DUE), lang)]);
    let beside = [(!who.is_empty()).then(|| plain(&who)), (!part.text(task::DUE).is_empty()).then_some(due)];
    let beside: Vec<String> = beside.into_iter().flatten().collect();
    if !beside.is_empty() {
        said.push_str(&format!(" – {}", beside.join(", ")));
    }
    said
}

/// A date as the language writes it.
#[must_use]
pub fn day(text: &str, lang: Lang) -> String {
    text.parse::<PartialDate>().map_or_else(|_| text.to_owned(), |date| show_partial(date, lang))
}

fn names(store: &Store, ids: &[SmolStr]) -> Vec<String> {
    ids.iter().map(|id| name_of(store, id)).collect()
}

fn fact(out: &mut String, label: &str, text: &str) {
    if !text.is_empty() {
        out.push_str(&format!("- **{label}:** {}\n", plain(text)));
    }
}

fn list(out: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    out.push_str(&format!("\n## {heading}\n\n"));
    for line in lines {
        out.push_str(&format!("- {line}\n"));
    }
}

/// Text that Markdown does not read as signs of its own: in one line, nothing set apart, no tags.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '*' | '_' | '`' | '[' | ']' | '<' | '\\' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}
