//! What a record is sorted by in a list: texts that compare as the order wants it. Knows no lists.

use super::SortBy;
use crate::analysis::series::{self, Ahead, Almanac};
use crate::landscape::{Kind, Record, actor, member, network, rhythm, role};
use crate::search;
use crate::store::{Data, title};
use jiff::civil::DateTime;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// What keys are made from, beside the record itself.
pub(super) struct Ground<'d> {
    data: &'d Data,
    /// Made when the first date is asked for.
    almanac: OnceLock<Almanac>,
    now: DateTime,
    today: String,
    /// In how many networks each actor sits, where it was counted for all at once.
    seats: Option<HashMap<&'d str, usize>>,
    /// What the meetings say of the time to come, where they were all looked at at once.
    ahead: Option<Ahead<'d>>,
}

impl<'d> Ground<'d> {
    /// That of these data at this hour.
    pub(super) fn of(data: &'d Data, now: DateTime) -> Self {
        Ground { data, almanac: OnceLock::new(), now, today: now.date().to_string(), seats: None, ahead: None }
    }

    /// The same, with the networks of all actors counted.
    pub(super) fn counted(mut self) -> Self {
        let mut seats = HashMap::new();
        for network in self.data.store().all(Kind::Network) {
            for id in takers(network, &self.today) {
                *seats.entry(id).or_insert(0) += 1;
            }
        }
        self.seats = Some(seats);
        self
    }

    /// The same, with all meetings looked at.
    pub(super) fn looking_ahead(mut self) -> Self {
        self.ahead = Some(Ahead::of(self.data.store(), self.now));
        self
    }

    /// The key of a record.
    pub(super) fn key(&self, kind: Kind, sort: SortBy, record: &Record) -> Arc<str> {
        let name = || search::fold(&title(self.data.store(), record));
        match sort {
            SortBy::Name => name(),
            SortBy::Kind => {
                let kind = if kind == Kind::Network { record.text(network::KIND) } else { record.text(actor::KIND) };
                format!("{kind}\u{1}{}", name())
            }
            SortBy::Size => format!("{:09}\u{1}{}", 999_999_999 - self.size(kind, record), name()),
            SortBy::NextDate => {
                let almanac = self.almanac.get_or_init(|| Almanac::of(self.data.store()));
                let next = match &self.ahead {
                    Some(ahead) => almanac.first_beside(ahead, self.data.store(), record),
                    None => almanac.first(self.data, record, self.now),
                };
                let next = next.map(|moment| moment.to_string());
                format!("{}\u{1}{}", next.unwrap_or_else(|| series::later(record.text(rhythm::RULE)).into()), name())
            }
            SortBy::Checked => {
                let field = if kind == Kind::Network { network::CHECKED_ON } else { actor::CHECKED_ON };
                format!("{}\u{1}{}", record.text(field), name())
            }
        }
        .into()
    }

    /// The members a network has today, each once; the networks an actor is a member of today.
    fn size(&self, kind: Kind, record: &Record) -> usize {
        if kind == Kind::Network {
            let actors = members(record, &self.today).map(|seat| seat.text(member::ACTOR));
            return actors.filter(|id| !id.is_empty()).collect::<HashSet<_>>().len();
        }
        match &self.seats {
            Some(seats) => seats.get(record.id.as_str()).copied().unwrap_or(0),
            None => {
                let networks = self.data.refs().from(Kind::Network, &record.id, self.data.store());
                networks.into_iter().filter(|one| takers(one, &self.today).contains(record.id.as_str())).count()
            }
        }
    }
}

/// The seats of a network that count as members today.
fn members<'r>(network: &'r Record, today: &str) -> impl Iterator<Item = &'r Record> {
    let seats = network.parts(network::MEMBERS).iter();
    seats.filter(move |seat| role::seat_on(seat, today) && role::of_seat(seat).member)
}

/// Who takes those seats, institutions and people, each once.
fn takers<'r>(network: &'r Record, today: &str) -> HashSet<&'r str> {
    members(network, today).flat_map(|seat| [seat.text(member::ACTOR), seat.text(member::PERSON)]).collect()
}
