//! A line of a conversation that was left half typed: kept while the program runs and, as text, for after a crash.

use super::Conversation;
use crate::app::Context;
use crate::landscape::{Id, Kind, Record};
use crate::store::record_json;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A line that has not landed yet, and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Half {
    who: Id,
    preset: Record,
    body: Id,
    key: String,
    text: String,
}

/// The same as it is kept.
#[derive(Serialize, Deserialize)]
pub(in crate::app) struct Kept {
    who: String,
    id: String,
    evidence: Box<RawValue>,
    body: String,
    key: String,
    text: String,
}

impl Half {
    /// As it is kept.
    pub(in crate::app) fn kept(&self) -> Option<Kept> {
        Some(Kept {
            who: self.who.to_string(),
            id: self.preset.id.to_string(),
            evidence: RawValue::from_string(record_json(&self.preset)).ok()?,
            body: self.body.to_string(),
            key: self.key.clone(),
            text: self.text.clone(),
        })
    }

    /// As it was kept.
    pub(in crate::app) fn restored(kept: &Kept) -> Option<Half> {
        let preset = crate::app::form::draft::read(Kind::Evidence.shape(), kept.evidence.get(), &kept.id)?;
        let (who, body) = (Id::new(&kept.who), Id::new(&kept.body));
        Some(Half { who, preset, body, key: kept.key.clone(), text: kept.text.clone() })
    }
}

impl Conversation {
    /// What is left half typed.
    #[must_use]
    pub fn half(&self) -> Option<Half> {
        let text = self.line.text();
        let item = self.item()?;
        let half = || Half {
            who: self.who.clone(),
            preset: self.preset.clone(),
            body: item.body.clone(),
            key: item.key.to_owned(),
            text: text.to_owned(),
        };
        (!text.trim().is_empty()).then(half)
    }

    /// The conversation in which a line was left half typed.
    #[must_use]
    pub(in crate::app) fn resumed(half: &Half, cx: &Context) -> Conversation {
        let mut held = Conversation::over(half.who.clone(), half.preset.clone(), cx);
        held.take_up_line(half, cx);
        held
    }

    /// Takes up a line that was left half typed with the same person, and with it that conversation.
    pub(in crate::app) fn take_up(&mut self, half: &Half, cx: &Context) -> bool {
        if half.who != self.who {
            return false;
        }
        self.preset = half.preset.clone();
        self.take_up_line(half, cx);
        true
    }

    fn take_up_line(&mut self, half: &Half, cx: &Context) {
        let there = |item: &super::Item| item.body == half.body && item.key == half.key;
        if !self.items.iter().any(there) && cx.data.store().get(Kind::Network, &half.body).is_some() {
            self.add(half.body.clone(), cx);
        }
        self.at = self.items.iter().position(there).unwrap_or(self.at);
        self.line.replace(&half.text);
    }
}
