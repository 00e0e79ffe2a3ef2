//! A made-up landscape of any size: skewed degrees, umlauts everywhere, shares of kinds like the demo's. Every record
//! comes out of its own number, so the file streams; only the ids of actors and networks are held, sorted.

mod bodies;
mod events;
mod people;
mod words;

use crate::canonical::{Records, Source};
use crate::ids::letters;
use crate::records::{Actor, Evidence, Landscape, Meeting, Network, Relation, Rhythm, Verdict, set};
use crate::rng::Rng;

/// How many records of each kind.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    institutions: u64,
    people: u64,
    networks: u64,
    relations: u64,
    rhythms: u64,
    meetings: u64,
    evidence: u64,
}

impl Size {
    /// So many networks and everything else in the demo's proportion.
    pub(crate) fn of_networks(networks: u64) -> Self {
        Size {
            institutions: (networks * 29 / 10).max(8),
            people: (networks * 156 / 100).max(4),
            networks,
            relations: networks * 6 / 10,
            rhythms: networks * 12 / 10,
            meetings: networks * 8,
            evidence: networks * 8 / 10,
        }
    }

    /// So many records over all kinds; what the proportion leaves over becomes meetings.
    pub(crate) fn of_records(records: u64) -> Self {
        let mut size = Size::of_networks((records * 100 / 1606).max(1));
        let others = size.institutions + size.people + size.networks + size.relations + size.rhythms + size.evidence;
        size.meetings = records.saturating_sub(others);
        size
    }
}

/// The landscape: its size, its seed, and the sorted ids of those others refer to.
pub(crate) struct Random {
    size: Size,
    seed: u64,
    /// Actors by id, each with its number; institutions first by number, then people.
    actors: Vec<(Box<str>, u64)>,
    networks: Vec<(Box<str>, u64)>,
}

impl Random {
    /// Prepares the ids; the records are made while they are written.
    pub(crate) fn new(size: Size, seed: u64) -> Self {
        let mut random = Random { size, seed, actors: Vec::new(), networks: Vec::new() };
        random.actors = (0..size.institutions + size.people).map(|n| (random.actor_id(n).into(), n)).collect();
        random.networks = (0..size.networks).map(|n| (random.network_id(n).into(), n)).collect();
        random.actors.sort_unstable();
        random.networks.sort_unstable();
        random
    }

    /// The chance of one record.
    fn rng(&self, what: &str, number: u64) -> Rng {
        let mut mixed = Rng::of(&[what]);
        Rng::new(self.seed ^ mixed.bits() ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn landscape_record(&self) -> Landscape {
        Landscape {
            name: format!("Landkreis Größenfeld {}", self.seed),
            area: "Landkreis".to_owned(),
            land: "sn".to_owned(),
            timezone: "Europe/Berlin".to_owned(),
            own_unit: self.actor_id(0),
            themes: set(["all_day", "language", "transitions"]),
            ..Landscape::default()
        }
    }
}

/// `r-000000k3f9`: ids by rising number stand in order; the letter says the kind.
fn id(letter: char, number: u64) -> String {
    format!("{letter}-{}", letters(number, 10))
}

/// The id of a part: its record's number times the most parts a record has, plus its place.
fn part(letter: char, number: u64, place: usize) -> String {
    format!("{letter}-{}", letters(number * 64 + place as u64, 6))
}

impl Source for Random {
    fn landscape(&self) -> Landscape {
        self.landscape_record()
    }

    fn actors(&self) -> Records<'_, Actor> {
        Box::new(self.actors.iter().map(|(_, number)| self.actor(*number)))
    }

    fn networks(&self) -> Records<'_, Network> {
        Box::new(self.networks.iter().map(|(_, number)| self.network(*number)))
    }

    fn relations(&self) -> Records<'_, Relation> {
        Box::new((0..self.size.relations).map(|number| self.relation(number)))
    }

    fn rhythms(&self) -> Records<'_, Rhythm> {
        Box::new((0..self.size.rhythms).map(|number| self.rhythm(number)))
    }

    fn meetings(&self) -> Records<'_, Meeting> {
        Box::new((0..self.size.meetings).map(|number| self.meeting(number)))
    }

    fn evidence(&self) -> Records<'_, Evidence> {
        Box::new((0..self.size.evidence).map(|number| self.piece(number)))
    }

    fn verdicts(&self) -> Records<'_, Verdict> {
        Box::new(std::iter::empty())
    }
}
