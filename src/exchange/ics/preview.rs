//! What an import would do, line by line, and the one change that does it.

use crate::calendar::{Moment, show_date, show_moment, speak};
use crate::i18n::{Lang, fill};
use crate::landscape::vocabulary;
use crate::store::Change;

/// What becomes of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A new record.
    Create,
    /// A record changes.
    Update,
    /// It is here already.
    Unchanged,
    /// It cannot be taken.
    Error,
}

impl Action {
    /// The word in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Action::Create => "create",
            Action::Update => "update",
            Action::Unchanged => "unchanged",
            Action::Error => "error",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let texts = &lang.texts().exchange;
        match self {
            Action::Create => texts.action_create,
            Action::Update => texts.action_update,
            Action::Unchanged => texts.action_unchanged,
            Action::Error => texts.action_error,
        }
    }
}

/// Why it becomes that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A meeting at this time.
    Meeting(Moment),
    /// A rhythm by this rule; without one: by its dates.
    Rhythm(Option<crate::calendar::Rule>),
    /// Free days, first and last.
    Holiday(Moment, Moment),
    /// These fields of this shape change.
    Changes(&'static str, Vec<&'static str>),
    /// Nothing is different.
    Nothing,
    /// No network of this name.
    NoNetwork,
    /// Several networks.
    Several(Vec<String>),
    /// A part of the rule.
    RulePart(String),
    /// Something else in the rule.
    RuleWrong(String),
    /// Something this program does not do.
    Unsupported(String),
    /// No DTSTART.
    NoStart,
    /// No UID.
    NoUid,
    /// The UID stands in the file twice.
    UidTwice,
    /// Not a date.
    BadDate(String),
    /// A zone nobody knows.
    UnknownZone(String),
    /// The clock of another zone.
    OtherClock(String),
    /// More than so many.
    TooMany(usize),
    /// No end.
    CutOff,
    /// Not UTF-8.
    NotUtf8,
    /// The series of a changed date is not here.
    NoSeries,
    /// A holiday with a time.
    NotAllDay,
    /// Nothing to be made of it.
    Unreadable,
}

impl Why {
    /// In words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let texts = &lang.texts().exchange;
        match self {
            Why::Meeting(at) => fill(texts.as_meeting, &[&shown(*at, lang)]),
            Why::Rhythm(Some(rule)) => fill(texts.as_rhythm, &[&speak(&rule.clone().into(), None, lang)]),
            Why::Rhythm(None) => fill(texts.as_rhythm, &["RDATE"]),
            Why::Holiday(from, until) => fill(texts.as_holiday, &[&shown(*from, lang), &shown(*until, lang)]),
            Why::Changes(shape, keys) => {
                let labels: Vec<_> = keys.iter().map(|key| vocabulary::field_label(shape, key, lang)).collect();
                fill(texts.changes, &[&labels.join(", ")])
            }
            Why::Nothing => texts.nothing_new.to_owned(),
            Why::NoNetwork => texts.no_network.to_owned(),
            Why::Several(names) => fill(texts.several_networks, &[&names.join(", ")]),
            Why::RulePart(part) => fill(texts.rule_part, &[part]),
            Why::RuleWrong(text) => fill(texts.rule_wrong, &[text]),
            Why::Unsupported(what) => fill(texts.unsupported, &[what]),
            Why::NoStart => texts.no_start.to_owned(),
            Why::NoUid => texts.no_uid.to_owned(),
            Why::UidTwice => texts.uid_twice.to_owned(),
            Why::BadDate(text) => fill(texts.bad_date, &[text]),
            Why::UnknownZone(name) => fill(texts.unknown_zone, &[name]),
            Why::OtherClock(name) => fill(texts.other_clock, &[name]),
            Why::TooMany(most) => fill(texts.too_many, &[&most.to_string()]),
            Why::CutOff => texts.cut_off.to_owned(),
            Why::NotUtf8 => texts.not_utf8.to_owned(),
            Why::NoSeries => texts.no_series.to_owned(),
            Why::NotAllDay => texts.not_all_day.to_owned(),
            Why::Unreadable => texts.unreadable_here.to_owned(),
        }
    }
}

fn shown(at: Moment, lang: Lang) -> String {
    if at.time.is_none() { show_date(at.date, lang) } else { show_moment(at, lang) }
}

/// One event of the file and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file it begins in.
    pub line: usize,
    /// What becomes of it.
    pub action: Action,
    /// The shape it becomes: meeting, rhythm, holiday.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// What an import would do.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Every event, in the order of the file.
    pub rows: Vec<Row>,
    /// All of it as one step; without edits when there is nothing to do.
    pub change: Change,
}

impl Preview {
    /// How many rows there are of a kind.
    #[must_use]
    pub fn count(&self, action: Action) -> usize {
        self.rows.iter().filter(|row| row.action == action).count()
    }
}
