//! Whose meetings a calendar shows: all, those in the filter, those of one body, those one actor is expected in.

use super::Context;
use crate::analysis::agenda::{Item, upcoming};
use crate::analysis::seats::Seats;
use crate::calendar::Moment;
use crate::landscape::{Id, Kind, Record, meeting, rhythm};
use crate::store::name_of;
use jiff::civil::Date;

/// Whose meetings are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// All networks.
    All,
    /// The networks in the filter.
    Filter(Vec<Id>),
    /// One network.
    Network(Id),
    /// The networks an actor has to come to.
    Actor(Id),
}

impl Of {
    /// Those of a record: a body, a rhythm's or a meeting's body, an actor.
    #[must_use]
    pub fn record(kind: Kind, record: &Record) -> Option<Of> {
        match kind {
            Kind::Network => Some(Of::Network(record.id.clone())),
            Kind::Actor => Some(Of::Actor(record.id.clone())),
            Kind::Rhythm => Some(Of::Network(Id::new(record.text(rhythm::NETWORK)))),
            Kind::Meeting => record.texts(meeting::NETWORKS).first().map(|id| Of::Network(Id::new(id))),
            _ => None,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self, cx: &Context) -> String {
        let texts = &cx.texts.calendar;
        match self {
            Of::All => texts.of_all.to_owned(),
            Of::Filter(_) => texts.of_filter.to_owned(),
            Of::Network(id) | Of::Actor(id) => name_of(cx.data.store(), id),
        }
    }

    /// The meetings of these days, `until` not included: of the past those that were noted, ahead also what rhythms say.
    pub(super) fn meetings(&self, from: Date, until: Date, cx: &Context) -> Vec<Item> {
        let store = cx.data.store();
        let seats = Seats::of(store);
        let mut items = upcoming(store, Moment::day(from), Moment::day(until));
        items.retain(|item| item.meeting.is_some() || item.at.date >= cx.now.date());
        items.retain(|item| match self {
            Of::All => true,
            Of::Filter(ids) => item.networks.iter().any(|id| ids.contains(id)),
            Of::Network(own) => item.networks.contains(own),
            Of::Actor(who) => {
                let day = item.at.date.to_string();
                let all = item.networks.iter().flat_map(|id| seats.in_network(id));
                all.clone().any(|seat| (*seat.at == **who || seat.person == Some(who.as_str())) && seat.on(&day))
            }
        });
        items
    }
}
