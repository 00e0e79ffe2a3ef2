//! How far the guiding questions of a network are answered, read simply from what is filled in. One line of the card.

use super::row::{Row, Tone};
use super::sheet::Sheet;
use crate::i18n::fill;
use crate::landscape::{Field, Kind, Record, evidence, network, question, role, statement, vocabulary};

/// How far the questions are answered.
pub(super) struct Answered {
    /// How many of them.
    pub done: usize,
    /// How many there are to answer.
    pub of: usize,
    /// Those left, as keys.
    pub open: Vec<&'static str>,
}

/// The questions to a network and whether they are answered: by what people decided about the question, else by the
/// fields that hold the answer.
pub(super) fn answered(sheet: &Sheet) -> Answered {
    let mut sum = Answered { done: 0, of: 0, open: Vec::new() };
    let asked = vocabulary::values("questions").iter().filter(|entry| entry.class == Some("network"));
    for key in asked.map(|entry| entry.key) {
        let state = sheet.record.parts(network::QUESTIONS).iter().find(|part| part.text(question::KEY) == key);
        let known = match state.map_or("", |state| state.text(question::STATUS)) {
            "dropped" => continue,
            "answered" | "does_not_exist" => true,
            "" => filled(sheet, key),
            _ => false,
        };
        sum.of += 1;
        if known {
            sum.done += 1;
        } else {
            sum.open.push(key);
        }
    }
    sum
}

/// Is there something in the fields that answers this question?
fn filled(sheet: &Sheet, key: &str) -> bool {
    let record = sheet.record;
    let any = |fields: &[Field]| fields.iter().any(|field| record.get(*field).is_some());
    match key {
        "members" => any(&[network::MEMBERS]),
        "character" => any(&[network::CHARACTER]),
        "decisions" => any(&[network::DECISION_POWER]),
        "coordination" => {
            record.parts(network::MEMBERS).iter().any(|seat| sheet.sits(seat) && role::of_seat(seat).leads.is_some())
        }
        "activity" => any(&[network::ACTIVITY]),
        "rhythm" => sheet.from(Kind::Rhythm).next().is_some(),
        "between_meetings" => any(&[network::BETWEEN_MEETINGS, network::BETWEEN_NOTES]),
        "term" => any(&[network::TERM, network::UNTIL]),
        "digital" => any(&[network::CHANNELS]),
        "embedding" => any(&[network::EMBEDDING]),
        "planning_ties" => record.parts(network::EMBEDDING).iter().any(|tie| leads_to_planning(sheet, tie)),
        "goals" => any(&[network::GOALS]),
        "common_ground" => any(&[network::COMMON_GROUND]),
        _ => sheet.from(Kind::Evidence).any(|source| says(source, key, sheet.id())),
    }
}

fn leads_to_planning(sheet: &Sheet, tie: &Record) -> bool {
    sheet.store().get(Kind::Actor, tie.text(crate::landscape::embedding::TO)).is_some()
}

/// Does somebody answer or rate this about the network?
fn says(source: &Record, key: &str, id: &str) -> bool {
    source.parts(evidence::STATEMENTS).iter().any(|said| {
        let rated = said.ratings(statement::RATINGS).iter().any(|(dimension, _)| &**dimension == key);
        (rated || said.text(statement::QUESTION) == key)
            && said.texts(statement::ABOUT).iter().any(|about| &**about == id)
    })
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
