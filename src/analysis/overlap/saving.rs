//! What would be saved by merging two networks, or by dropping one: meetings and hours a year of all seats. A merged
//! network is taken to meet as often as the one of the two that meets more, as long as that one's meetings, with every
//! guest of both once. Knows no screens.

use crate::analysis::load::{Body, Loads};
use crate::analysis::seats::Seats;
use crate::store::Store;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};

/// What a landscape's networks cost, to be asked about pairs.
#[derive(Debug)]
pub struct Costs<'s> {
    bodies: HashMap<String, Body>,
    seats: Seats<'s>,
    day: String,
}

/// Meetings a year, and hours a year of all seats together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Meetings a year.
    pub meetings: f64,
    /// Hours a year of all seats together.
    pub hours: f64,
}

/// What would be saved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Saving {
    /// By merging the two.
    pub merged: Cost,
    /// By dropping the first or the second.
    pub dropped: [Cost; 2],
    /// A length is assumed, since nothing is known of it.
    pub assumed: bool,
}

impl<'s> Costs<'s> {
    /// Those of the year from today on.
    #[must_use]
    pub fn of(store: &'s Store, today: Date) -> Self {
        let bodies = Loads::of(store, today).bodies.into_iter();
        let bodies = bodies.map(|body| (body.network.to_string(), body)).collect();
        Costs { bodies, seats: Seats::of(store), day: today.to_string() }
    }

    /// What would be saved with these two; nothing where one of them has ended or nobody knows how often it meets.
    #[must_use]
    pub fn saving(&self, a: &str, b: &str) -> Option<Saving> {
        let (one, other) = (self.bodies.get(a)?, self.bodies.get(b)?);
        if one.meetings <= 0.0 || other.meetings <= 0.0 {
            return None;
        }
        let busier = if other.meetings > one.meetings { other } else { one };
        let together = busier.hours() * count(self.guests(&[a, b]));
        let before = one.all_hours() + other.all_hours();
        let cost = |body: &Body| Cost { meetings: body.meetings, hours: body.all_hours() };
        Some(Saving {
            merged: Cost { meetings: one.meetings.min(other.meetings), hours: (before - together).max(0.0) },
            dropped: [cost(one), cost(other)],
            assumed: one.lasts.assumed || other.lasts.assumed,
        })
    }

    /// How many different guests these networks have: an institution that somebody named sits for is not one more.
    fn guests(&self, networks: &[&str]) -> usize {
        let seats = networks.iter().flat_map(|id| self.seats.in_network(id)).filter(|seat| seat.on(&self.day));
        let mut at: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for seat in seats {
            at.entry(seat.at).or_default().extend(seat.person);
        }
        at.values().map(|people| people.len().max(1)).sum()
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
