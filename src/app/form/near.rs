//! Look-alikes of a network while it is being typed, before a double is founded; and opening one of them instead, while
//! what was typed is kept. Computes nothing itself.

use super::{Form, Purpose};
use crate::analysis::overlap::near::{Near, near};
use crate::analysis::overlap::words;
use crate::app::chooser::{Choice, Chooser, Entry, Topic};
use crate::app::{Context, Message, Outcome, Overlay, Reply};
use crate::landscape::{Kind, Record, network};
use crate::search::landscape::Found;
use crate::store::title;

/// How many names are looked up.
const NAMES: usize = 8;
/// Letters from which on a name says anything.
const LETTERS: usize = 3;

/// What the look-alikes rest on: the name that is typed and the record without it.
pub(super) type Basis = (String, Record);

impl Form {
    /// Is this a network that is not there yet?
    #[must_use]
    pub fn is_new_network(&self) -> bool {
        self.purpose == Purpose::Create(Kind::Network)
    }

    /// The networks that look like the one being typed.
    #[must_use]
    pub fn near(&self) -> &[Near] {
        &self.near
    }

    /// Looks for them again if what they rest on is other.
    pub(super) fn look_near(&mut self, cx: &Context) {
        if !self.is_new_network() {
            return;
        }
        let typed = self.line(network::NAME).map_or("", |line| line.text().trim()).to_owned();
        if self.near_of.as_ref().is_some_and(|(name, record)| *name == typed && *record == self.record) {
            return;
        }
        let named = |found: &Found| found.field.is_none_or(|field| [network::SHORT, network::ALIASES].contains(&field));
        let called: Vec<_> = if typed.chars().count() < LETTERS {
            Vec::new()
        } else {
            let found = cx.lookup.found(&typed, &[Kind::Network], NAMES).into_iter();
            found.filter(named).map(|found| found.id).collect()
        };
        let day = cx.now.date().to_string();
        self.near = near(cx.data.store(), cx.data.refs(), &self.record, &called, &day);
        self.near_of = Some((typed, self.record.clone()));
    }

    /// Opens the one that looks like it; of several, which.
    pub(super) fn instead(&self, cx: &Context) -> Reply {
        let store = cx.data.store();
        let entry = |near: &Near| {
            let record = store.get(Kind::Network, &near.id)?;
            Some(Entry {
                text: title(store, record),
                beside: words::near(near, cx.lang),
                keys: String::new(),
                refused: None,
                choice: Choice::Go(Kind::Network, near.id.clone()),
            })
        };
        match self.near.as_slice() {
            [] => Reply::Say(Message::hint(cx.texts.twins.nothing_near)),
            [only] => Reply::Close(Outcome::Go(Kind::Network, only.id.clone())),
            several => {
                let entries = several.iter().filter_map(entry).collect();
                Reply::Open(Box::new(Overlay::Chooser(Box::new(Chooser::new(Topic::Pair, entries)))))
            }
        }
    }
}
