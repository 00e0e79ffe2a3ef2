//! All networks and all questions at once: one walk through the evidence. Knows no words.

use super::facts::Facts;
use super::{State, of_landscape, of_network};
use crate::analysis::voices::{Said, all_said, by_subject};
use crate::landscape::{Kind, Record, network, rhythm, statement};
use crate::store::Store;
use std::collections::HashMap;

/// A network (or the landscape) and its questions.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The network; or the landscape's own record.
    pub record: &'a Record,
    /// How each question stands, by its key, in the order of the vocabulary.
    pub states: Vec<(&'static str, State<'a>)>,
    /// What was said, for those who want to look deeper.
    pub said: Vec<Said<'a>>,
    /// The network's rhythms.
    pub rhythms: Vec<&'a Record>,
}

impl Line<'_> {
    /// How many questions are answered, and of how many (those given up left out).
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let count =
            |wanted: fn(super::Status) -> bool| self.states.iter().filter(|(_, one)| wanted(one.status)).count();
        (count(super::Status::done), count(|status| status != super::Status::Dropped))
    }

    /// The questions still to be asked.
    pub fn open(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.states.iter().filter(|(_, state)| state.status.to_ask()).map(|(key, _)| *key)
    }
}

/// The landscape, then every network by id, on `day` (`YYYY-MM-DD`).
#[must_use]
pub fn matrix<'a>(store: &'a Store, day: &'a str) -> Vec<Line<'a>> {
    let mut said = by_subject(store);
    let mut rhythms: HashMap<&str, Vec<&Record>> = HashMap::new();
    for one in store.all(Kind::Rhythm) {
        if let Some((Kind::Network, owner)) = store.resolve(one.text(rhythm::NETWORK)) {
            rhythms.entry(&owner.id).or_default().push(one);
        }
    }
    let records = std::iter::once(store.landscape()).chain(store.all(Kind::Network));
    let line = |record: &'a Record| {
        let id: &str = &record.id;
        let (rhythms, said) = (rhythms.remove(id).unwrap_or_default(), said.remove(id).unwrap_or_default());
        line(Facts::new(store, record, day, rhythms, said))
    };
    records.map(|record| &**record).map(line).collect()
}

/// The line of one network, or of the landscape's own record, without looking at the others.
#[must_use]
pub fn line_of<'a>(store: &'a Store, record: &'a Record, day: &'a str) -> Line<'a> {
    line(facts(store, record, day))
}

fn line(facts: Facts<'_>) -> Line<'_> {
    let states = match facts.record.id.as_str() {
        Store::LANDSCAPE => of_landscape().map(|key| (key, facts.state(key))).collect(),
        _ => of_network().map(|key| (key, facts.state(key))).collect(),
    };
    Line { record: facts.record, states, said: facts.said, rhythms: facts.rhythms }
}

/// What is known about one record.
pub(super) fn facts<'a>(store: &'a Store, record: &'a Record, day: &'a str) -> Facts<'a> {
    let is = |id: &str| id == &*record.id || store.resolve(id).is_some_and(|(_, found)| found.id == record.id);
    let rhythms = store.all(Kind::Rhythm).filter(|one| is(one.text(rhythm::NETWORK))).map(|one| &**one);
    let parts = [network::MEMBERS, network::EMBEDDING].into_iter().flat_map(|field| record.parts(field));
    let parts: Vec<&str> = match record.shape.name {
        "network" => parts.map(|part| &*part.id).collect(),
        _ => Vec::new(),
    };
    let about = |said: &Record| said.texts(statement::ABOUT).iter().any(|id| parts.contains(&&**id) || is(id));
    let said = all_said(store).filter(|one| about(one.said));
    Facts::new(store, record, day, rhythms.collect(), said.collect())
}
