//! What does not fit together in decisions about guiding questions: a hand that contradicts the data, keys nobody knows.

use super::matrix::Line;
use super::state::{State, Status};
use super::{facts, of_landscape, of_network};
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, Record, question, vocabulary};
use crate::store::Store;

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Set open by hand, although there is an answer.
    OpenButAnswered,
    /// Said not to exist, although the data hold it.
    GoneButThere,
    /// Set answered by hand, although neither a field, nor evidence, nor a reason says what the answer is.
    AnsweredNowhere,
    /// Given up without a reason.
    DroppedWhy,
    /// A conversation is planned with nobody.
    PlannedWithNobody,
    /// A question this program does not know.
    UnknownQuestion(Box<str>),
    /// A status this program does not know.
    UnknownStatus(Box<str>),
    /// A question that is not asked of a record of this kind.
    NotAskedHere,
}

impl Doubt {
    /// Only good to know: nothing is wrong, something is missing.
    #[must_use]
    pub fn is_note(&self) -> bool {
        matches!(self, Doubt::DroppedWhy | Doubt::PlannedWithNobody)
    }

    /// Does it stand for something that has no place in the matrix?
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Doubt::UnknownQuestion(_) | Doubt::UnknownStatus(_) | Doubt::NotAskedHere)
    }

    /// In words.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        let texts = &lang.texts().inquiry;
        match self {
            Doubt::OpenButAnswered => texts.doubt_open.to_owned(),
            Doubt::GoneButThere => texts.doubt_gone.to_owned(),
            Doubt::AnsweredNowhere => texts.doubt_nowhere.to_owned(),
            Doubt::DroppedWhy => texts.doubt_dropped.to_owned(),
            Doubt::PlannedWithNobody => texts.doubt_planned.to_owned(),
            Doubt::NotAskedHere => texts.doubt_not_here.to_owned(),
            Doubt::UnknownQuestion(key) => fill(texts.doubt_question, &[key]),
            Doubt::UnknownStatus(key) => fill(texts.doubt_status, &[key]),
        }
    }
}

impl State<'_> {
    /// What does not fit between the hand and the data.
    #[must_use]
    pub fn doubt(&self) -> Option<Doubt> {
        if !self.by_hand {
            return None;
        }
        match self.status {
            Status::Open if self.derived.done() => Some(Doubt::OpenButAnswered),
            Status::DoesNotExist if self.derived == Status::Answered => Some(Doubt::GoneButThere),
            Status::Answered if self.derived == Status::Open && self.reason.is_empty() => Some(Doubt::AnsweredNowhere),
            Status::Dropped if self.reason.is_empty() => Some(Doubt::DroppedWhy),
            Status::Planned if self.ask.is_empty() && self.reason.is_empty() => Some(Doubt::PlannedWithNobody),
            _ => None,
        }
    }
}

/// Something that does not fit, and where.
#[derive(Clone, Debug)]
pub struct Doubtful<'a> {
    /// The kind of the record.
    pub kind: Kind,
    /// The network; or the landscape's own record.
    pub record: &'a Record,
    /// The question, as it stands in the file.
    pub key: &'a str,
    /// What does not fit.
    pub doubt: Doubt,
}

/// Everything that does not fit, line by line.
#[must_use]
pub fn doubts<'a>(lines: &[Line<'a>]) -> Vec<Doubtful<'a>> {
    lines.iter().flat_map(of_line).collect()
}

fn of_line<'a>(line: &Line<'a>) -> Vec<Doubtful<'a>> {
    let record = line.record;
    let landscape = record.id.as_str() == Store::LANDSCAPE;
    let kind = if landscape { Kind::Landscape } else { Kind::Network };
    let asked =
        |key: &str| if landscape { of_landscape().any(|one| one == key) } else { of_network().any(|one| one == key) };
    let doubt = |part: &'a Record| {
        let (key, status) = (part.text(question::KEY), part.text(question::STATUS));
        let doubt = if vocabulary::entry("questions", key).is_none() {
            Doubt::UnknownQuestion(key.into())
        } else if !asked(key) {
            Doubt::NotAskedHere
        } else if !status.is_empty() && Status::of_key(status).is_none() {
            Doubt::UnknownStatus(status.into())
        } else {
            line.states.iter().find(|(found, _)| *found == key).and_then(|(_, state)| state.doubt())?
        };
        Some(Doubtful { kind, record, key, doubt })
    };
    record.parts(facts::questions(record)).iter().filter_map(doubt).collect()
}
