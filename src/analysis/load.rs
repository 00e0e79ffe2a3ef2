//! Work load: how many meetings and hours a year every actor has, and what bodies cost. Knows no screens.
//!
//! A year is the one from today on. A body meets as often as its dated rhythms and planned meetings give in it; where it
//! has no dates, as often as its rule says without them, as people say ("3–4 times a year": the middle), or as it was
//! observed. Seats count that count for load and are taken today. A seat counts for its institution and, where one is
//! named, for the person too: an institution's row sums up everybody it sends, a person's row only their own seats.

use super::agenda::{end_of_network, series, upcoming, zone};
use super::habit::{held, times_a_year};
use super::lengths::{Lasts, Lengths};
use super::seats::Seats;
use crate::arrange::Arrange as _;
use crate::calendar::{Moment, observe};
use crate::landscape::{Id, Kind, Record, meeting, rhythm};
use crate::store::Store;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// Where the number of meetings comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Dates: of rhythms, or planned.
    Dates,
    /// What people say.
    Said,
    /// What was observed.
    Observed,
    /// Nothing is known.
    Unknown,
}

/// What a body asks for in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The body.
    pub network: Id,
    /// Meetings a year.
    pub meetings: f64,
    /// How long one lasts.
    pub lasts: Lasts,
    /// How many seats have to come.
    pub seats: usize,
    /// Where the number of meetings comes from.
    pub basis: Basis,
}

impl Body {
    /// Hours a year for one who comes to all meetings.
    #[must_use]
    pub fn hours(&self) -> f64 {
        self.meetings * f64::from(self.lasts.minutes) / 60.0
    }

    /// Hours a year of all seats together.
    #[must_use]
    pub fn all_hours(&self) -> f64 {
        self.hours() * count(self.seats)
    }

    /// Hours a year of all seats together that were saved if it met only half as often.
    #[must_use]
    pub fn saved_by_half(&self) -> f64 {
        self.all_hours() / 2.0
    }
}

/// What an actor has to do in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// The actor.
    pub actor: Id,
    /// Meetings a year, over all seats.
    pub meetings: f64,
    /// Hours a year, over all seats.
    pub hours: f64,
    /// A part of the hours is assumed, since nothing is known of a length.
    pub assumed: bool,
    /// The bodies, by their places, with the number of seats; what takes most hours first.
    pub bodies: Vec<(usize, usize)>,
}

/// The load of a landscape.
#[derive(Clone, Debug, Default)]
pub struct Loads {
    /// Every body that has not ended.
    pub bodies: Vec<Body>,
    /// Every actor with a seat that counts, the heaviest first.
    pub actors: Vec<Load>,
}

impl Loads {
    /// That of a landscape, for the year from today on.
    #[must_use]
    pub fn of(store: &Store, today: Date) -> Self {
        let seats = Seats::of(store);
        let day = today.to_string();
        let mut bodies = bodies(store, today);
        let mut by_actor: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for (at, body) in bodies.iter_mut().enumerate() {
            let mut taken: Vec<_> = seats.in_network(&body.network).iter().filter(|seat| seat.on(&day)).collect();
            taken.dedup_by_key(|seat| (seat.at, seat.person));
            body.seats = taken.len();
            for seat in taken {
                let person = seat.person.filter(|person| *person != seat.at);
                for who in [Some(seat.at), person].into_iter().flatten() {
                    let held = by_actor.entry(who).or_default();
                    match held.last_mut().filter(|(body, _)| *body == at) {
                        Some((_, seats)) => *seats += 1,
                        None => held.push((at, 1)),
                    }
                }
            }
        }
        let mut actors: Vec<Load> = by_actor.into_iter().map(|(who, held)| load(who, held, &bodies)).collect();
        actors.arrange_by(|a, b| {
            b.hours.total_cmp(&a.hours).then(b.meetings.total_cmp(&a.meetings)).then_with(|| a.actor.cmp(&b.actor))
        });
        Loads { bodies, actors }
    }

    /// That of one actor.
    #[must_use]
    pub fn actor(&self, id: &str) -> Option<&Load> {
        self.actors.iter().find(|load| *load.actor == *id)
    }
}

fn load(who: &str, mut held: Vec<(usize, usize)>, bodies: &[Body]) -> Load {
    let hours = |(at, seats): &(usize, usize)| bodies.get(*at).map_or(0.0, |body| body.hours() * count(*seats));
    let meetings = |(at, seats): &(usize, usize)| bodies.get(*at).map_or(0.0, |body| body.meetings * count(*seats));
    held.arrange_by(|a, b| hours(b).total_cmp(&hours(a)).then(a.0.cmp(&b.0)));
    let assumed = held.iter().filter_map(|(at, _)| bodies.get(*at)).any(|b| b.lasts.assumed && b.meetings > 0.0);
    Load {
        actor: Id::new(who),
        meetings: held.iter().map(meetings).sum(),
        hours: held.iter().map(hours).sum(),
        assumed,
        bodies: held,
    }
}

/// Every body that has not ended, with its meetings a year; seats are counted later.
fn bodies(store: &Store, today: Date) -> Vec<Body> {
    let lengths = Lengths::of(store);
    let dates = Dates::of(store, today);
    let lasting =
        |record: &&Record| end_of_network(store, &record.id).is_some_and(|end| end.is_none_or(|end| end >= today));
    let body = |record: &Record| {
        let (meetings, basis) = dates.rate(&record.id);
        Body { network: record.id.clone(), meetings, lasts: lengths.network(&record.id), seats: 0, basis }
    };
    store.all(Kind::Network).map(|record| &**record).filter(lasting).map(body).collect()
}

/// What is known about how often bodies meet.
struct Dates<'s> {
    today: Date,
    /// Dates of the year by body: those of rhythms, and those that were only planned.
    by_rhythm: HashMap<Id, usize>,
    planned: HashMap<Id, usize>,
    /// Meetings a year of rhythms without dates, as said.
    said: HashMap<&'s str, f64>,
    noted: HashMap<&'s str, Vec<&'s Record>>,
}

impl<'s> Dates<'s> {
    fn of(store: &'s Store, today: Date) -> Self {
        let mut said: HashMap<&str, f64> = HashMap::new();
        let mut undated: HashSet<&str> = HashSet::new();
        let zone = zone(store);
        for record in store.all(Kind::Rhythm).filter(|record| series(record, today, &zone).is_none()) {
            undated.insert(&record.id);
            if let Some(times) = times_a_year(record) {
                *said.entry(record.text(rhythm::NETWORK)).or_default() += times;
            }
        }
        let (mut by_rhythm, mut planned) = (HashMap::new(), HashMap::new());
        for item in upcoming(store, Moment::day(today), Moment::day(today.saturating_add(1.year()))) {
            let dated = item.rhythm.as_ref().is_some_and(|rhythm| !undated.contains(rhythm.as_str()));
            let table = if dated { &mut by_rhythm } else { &mut planned };
            for network in item.networks {
                *table.entry(network).or_default() += 1;
            }
        }
        let mut noted: HashMap<&str, Vec<&Record>> = HashMap::new();
        for record in store.all(Kind::Meeting) {
            for network in record.texts(meeting::NETWORKS) {
                noted.entry(network).or_default().push(record);
            }
        }
        Dates { today, by_rhythm, planned, said, noted }
    }

    /// Meetings a year of a body, and where that comes from.
    fn rate(&self, id: &Id) -> (f64, Basis) {
        let of = |table: &HashMap<Id, usize>| count(table.get(id).copied().unwrap_or(0));
        let (dated, planned) = (of(&self.by_rhythm), of(&self.planned));
        if let Some(said) = self.said.get(id.as_str()) {
            return (dated + said.max(planned), Basis::Said);
        }
        if dated + planned > 0.0 {
            return (dated + planned, Basis::Dates);
        }
        let held = held(self.noted.get(id.as_str()).into_iter().flatten().copied(), self.today);
        match observe(&held, self.today, None).filter(|seen| !seen.dormant).and_then(|seen| seen.per_year) {
            Some(times) => (times, Basis::Observed),
            None => (0.0, Basis::Unknown),
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
