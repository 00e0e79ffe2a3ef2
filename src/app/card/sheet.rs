//! What every part of a card needs: the record, who refers to it, the words of the language, today. Knows no layout.

use super::row::{At, Follow, Row, Tone};
use super::when;
use crate::app::Context;
use crate::i18n::{CardTexts, Lang, fill};
use crate::landscape::{Field, Kind, Record, role, vocabulary};
use crate::store::{Store, title};
use smol_str::SmolStr;
use std::sync::Arc;

/// One record on the table.
pub(super) struct Sheet<'a> {
    pub cx: &'a Context<'a>,
    pub kind: Kind,
    pub record: &'a Arc<Record>,
    /// The records that refer to it, by kind and id.
    pub referring: Vec<(Kind, &'a Arc<Record>)>,
    /// Today as the store writes it.
    pub today: String,
    /// How many lines of a section are said before somebody looks at them.
    pub first: usize,
}

impl<'a> Sheet<'a> {
    pub fn new(cx: &'a Context<'a>, kind: Kind, record: &'a Arc<Record>, first: usize) -> Self {
        let referring = cx.data.refs().to(&record.id, cx.data.store());
        Sheet { referring, first, ..Sheet::alone(cx, kind, record) }
    }

    /// The record without those that refer to it.
    pub fn alone(cx: &'a Context<'a>, kind: Kind, record: &'a Arc<Record>) -> Self {
        Sheet { cx, kind, record, referring: Vec::new(), today: cx.now.date().to_string(), first: usize::MAX }
    }

    pub fn store(&self) -> &'a Store {
        self.cx.data.store()
    }

    pub fn texts(&self) -> &'static CardTexts {
        &self.cx.texts.card
    }

    pub fn lang(&self) -> Lang {
        self.cx.lang
    }

    pub fn id(&self) -> &'a str {
        &self.record.id
    }

    pub fn title(&self) -> String {
        title(self.store(), self.record)
    }

    /// The records of a kind that refer to this one.
    pub fn from(&self, kind: Kind) -> impl Iterator<Item = &'a Arc<Record>> + Clone {
        self.referring.iter().filter(move |(found, _)| *found == kind).map(|(_, record)| *record)
    }

    /// The records of a kind that refer to another one.
    pub fn others(&self, kind: Kind, id: &str) -> Vec<&'a Arc<Record>> {
        self.cx.data.refs().from(kind, id, self.store())
    }

    /// A field of this record.
    pub fn at(&self, field: Field) -> At {
        At::field(self.kind, &self.record.id, field)
    }

    /// A part of this record.
    pub fn at_part(&self, field: Field, part: &Record) -> At {
        At::part(self.kind, &self.record.id, field, part.key())
    }

    /// A value of a list in the language.
    pub fn label<'v>(&self, list: &str, key: &'v str) -> &'v str {
        vocabulary::label(list, key, self.lang())
    }

    /// Values of a list in the language, one after the other.
    pub fn labels(&self, list: &str, keys: &[SmolStr], between: &str) -> String {
        keys.iter().map(|key| self.label(list, key)).collect::<Vec<_>>().join(between)
    }

    /// What an id is called; nothing for the empty one.
    pub fn name(&self, id: &str) -> String {
        match self.store().resolve(id) {
            _ if id.is_empty() => String::new(),
            Some((_, record)) => title(self.store(), record),
            None => fill(self.texts().missing, &[id]),
        }
    }

    /// The line with the name of a record more, leading there unless it leads elsewhere already.
    pub fn link(&self, row: Row, id: &str) -> Row {
        match self.store().resolve(id) {
            _ if id.is_empty() => row,
            Some((kind, record)) => {
                let row = row.and(&title(self.store(), record), Tone::Name);
                if record.id == self.record.id { row } else { row.to(Follow::Record(kind, record.id.clone())) }
            }
            None => row.and(&fill(self.texts().missing, &[id]), Tone::Warn),
        }
    }

    /// The line with the names of records more.
    pub fn links(&self, row: Row, ids: &[SmolStr]) -> Row {
        ids.iter().fold(row, |row, id| self.link(row, id))
    }

    /// The line saying that there is nothing to call the thing by.
    pub fn nameless(&self, row: Row) -> Row {
        row.say(self.texts().nameless, Tone::Warn)
    }

    /// The line leading to a record.
    pub fn lead(row: Row, kind: Kind, record: &Record) -> Row {
        row.to(Follow::Record(kind, record.id.clone()))
    }

    /// Is the seat taken today?
    pub fn sits(&self, seat: &Record) -> bool {
        role::seat_on(seat, &self.today)
    }

    /// Is a day, month or year over?
    pub fn past(&self, date: &str) -> bool {
        !role::valid_on("", date, &self.today)
    }

    /// Days from today to a date; negative for the past, nothing for dates not known to the day.
    pub fn days_to(&self, date: &str) -> Option<i32> {
        when::days_between(self.cx.now.date(), date)
    }

    /// A day with how far away it is: "08.12.2026 (in 15 Tagen)".
    pub fn day_and_distance(&self, date: &str) -> String {
        with_distance(when::day(date, self.lang()), self.days_to(date), self.texts())
    }

    /// A day and hour with how far away it is.
    pub fn moment_and_distance(&self, moment: &str) -> String {
        with_distance(when::moment(moment, self.lang()), self.days_to(moment), self.texts())
    }

    /// A period: "seit 2021", "2019 – 2023", "bis 31.12.2026", "ab 01.02.2027".
    pub fn period(&self, from: &str, until: &str) -> String {
        let (texts, lang) = (self.texts(), self.lang());
        match (from, until) {
            ("", "") => String::new(),
            ("", until) => fill(texts.until, &[&when::day(until, lang)]),
            (from, "") if !role::valid_on(from, "", &self.today) => fill(texts.starting, &[&when::day(from, lang)]),
            (from, "") => fill(texts.since, &[&when::day(from, lang)]),
            (from, until) => format!("{} – {}", when::day(from, lang), when::day(until, lang)),
        }
    }
}

fn with_distance(date: String, days: Option<i32>, texts: &CardTexts) -> String {
    match days {
        Some(days) => format!("{date} ({})", when::distance(days, texts)),
        None => date,
    }
}

/// Rows under a heading with their number; nothing at all without rows.
pub(super) fn counted(rows: &mut Vec<Row>, heading: &str, count: usize, section: Vec<Row>) {
    under(rows, &format!("{heading} {count}"), section);
}

/// Rows under a heading; nothing at all without rows.
pub(super) fn under(rows: &mut Vec<Row>, heading: &str, section: Vec<Row>) {
    if !section.is_empty() {
        rows.push(Row::heading(heading));
        rows.extend(section);
    }
}
