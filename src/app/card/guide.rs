//! How far the guiding questions of a network are answered, as the guide sees it. One line of the card.

use super::row::{Row, Tone};
use super::sheet::Sheet;
use super::voices;
use crate::guide::{Facts, Status, of_network};
use crate::i18n::fill;
use crate::landscape::{Field, Kind, Record, network, question, vocabulary};

/// How far the questions are answered.
pub(super) struct Answered {
    /// How many of them.
    pub done: usize,
    /// How many there are to answer.
    pub of: usize,
    /// Those left, as keys.
    pub open: Vec<&'static str>,
}

/// The questions to a network as the guide sees them; those given up are not counted.
pub(super) fn answered(sheet: &Sheet) -> Answered {
    let said = voices::about(sheet);
    let rhythms = sheet.from(Kind::Rhythm).map(|rhythm| &**rhythm).collect();
    let facts = Facts::new(sheet.store(), sheet.record, &sheet.today, rhythms, said);
    let states =
        of_network().map(|key| (key, facts.state(key).status)).filter(|(_, status)| *status != Status::Dropped);
    let mut sum = Answered { done: 0, of: 0, open: Vec::new() };
    for (key, status) in states {
        sum.of += 1;
        if status.done() {
            sum.done += 1;
        } else {
            sum.open.push(key);
        }
    }
    sum
}

/// "▰▰▰▱ 3 von 4 · offen: Ziele".
pub(super) fn row(sheet: &Sheet) -> Row {
    let Answered { done, of, open } = answered(sheet);
    let bar = format!("{}{} ", "▰".repeat(done), "▱".repeat(of - done));
    let tone = if open.is_empty() { Tone::Good } else { Tone::Plain };
    let texts = sheet.texts();
    let row = Row::fact(texts.questions).say(&bar, tone);
    let row = row.say(&fill(texts.n_of_m, &[&done.to_string(), &of.to_string()]), Tone::Plain);
    let short = |key: &&str| vocabulary::entry("questions", key).map(|entry| entry.short(sheet.lang()));
    let open: Vec<&str> = open.iter().filter_map(short).collect();
    let row = if open.is_empty() { row } else { row.and(&fill(texts.open, &[&open.join(", ")]), Tone::Quiet) };
    row.at(sheet.at(network::QUESTIONS))
}

/// What people decided about single questions: whom to ask, why one was given up.
pub(super) fn decided(sheet: &Sheet, field: Field) -> Vec<Row> {
    sheet.record.parts(field).iter().map(|part| decided_one(sheet, part).at(sheet.at_part(field, part))).collect()
}

fn decided_one(sheet: &Sheet, part: &Record) -> Row {
    let key = part.text(question::KEY);
    let asked = vocabulary::entry("questions", key).map_or(key, |entry| entry.short(sheet.lang()));
    let status = sheet.label("question_status", part.text(question::STATUS));
    let row = Row::item().say(asked, Tone::Plain).and(status, Tone::Plain);
    let row = match part.text(question::ASK) {
        "" => row,
        whom => row.and(sheet.texts().ask, Tone::Quiet).then(sheet.link(Row::default(), whom)),
    };
    row.and(part.text(question::REASON), Tone::Quiet)
}
