//! A line of the minutes that was left half typed: kept while the program runs and, as text, for after a crash.

use super::Section;
use crate::landscape::{Id, Kind, Record, meeting};
use crate::store::record_json;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A line that has not landed yet, and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Half {
    /// The meeting as it was opened.
    pub preset: Record,
    /// The section it was typed in.
    pub section: Section,
    /// What was typed.
    pub text: String,
}

/// The same as it is kept.
#[derive(Serialize, Deserialize)]
pub(in crate::app) struct Kept {
    id: String,
    meeting: Box<RawValue>,
    section: usize,
    text: String,
}

impl Half {
    /// Does it belong to this meeting? One that is only expected is known by its bodies, its rhythm and its day.
    pub(super) fn is_of(&self, other: &Record) -> bool {
        let known_by = [meeting::NETWORKS, meeting::RHYTHM, meeting::OCCURRENCE, meeting::AT];
        self.preset.id == other.id || known_by.iter().all(|field| self.preset.get(*field) == other.get(*field))
    }

    /// As it is kept.
    pub(in crate::app) fn kept(&self) -> Option<Kept> {
        Some(Kept {
            id: self.preset.id.to_string(),
            meeting: RawValue::from_string(record_json(&self.preset)).ok()?,
            section: self.section as usize,
            text: self.text.clone(),
        })
    }

    /// As it was kept.
    pub(in crate::app) fn restored(kept: &Kept) -> Option<Half> {
        let preset = crate::app::form::draft::read(Kind::Meeting.shape(), kept.meeting.get(), &kept.id)?;
        debug_assert_eq!(preset.id, Id::new(&kept.id));
        Some(Half { preset, section: *Section::ALL.get(kept.section)?, text: kept.text.clone() })
    }
}
