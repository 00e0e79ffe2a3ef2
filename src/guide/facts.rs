//! What is known about one network, or about the landscape: its record, its rhythms, and what was said about it; and
//! which of its fields answer which question. Knows no hand-made decisions.

use super::state::Status;
use crate::analysis::voices::Said;
use crate::landscape::{Field, Kind, Record, channel, embedding, network, rhythm, role, statement, the_landscape};
use crate::store::Store;
use std::collections::BTreeMap;

/// What is known about one network or about the landscape.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// All data.
    pub store: &'a Store,
    /// The network; or the landscape's own record.
    pub record: &'a Record,
    /// The day that counts, `YYYY-MM-DD`.
    pub day: &'a str,
    /// The network's rhythms.
    pub rhythms: Vec<&'a Record>,
    /// What was said about the network, its seats and its ties.
    pub said: Vec<Said<'a>>,
    /// The evidence that speaks to each question, each piece once.
    by_key: BTreeMap<&'a str, Vec<&'a Record>>,
}

/// The field of decisions about questions.
pub(super) fn questions(record: &Record) -> Field {
    if is_landscape(record) { the_landscape::QUESTIONS } else { network::QUESTIONS }
}

fn is_landscape(record: &Record) -> bool {
    record.shape.name == the_landscape::SHAPE.name
}

fn known(is: bool) -> Status {
    if is { Status::Answered } else { Status::Open }
}

impl<'a> Facts<'a> {
    /// What is known about a record: its rhythms, and what was said about it. Walks through what was said once, whatever
    /// the number of questions.
    #[must_use]
    pub fn new(
        store: &'a Store,
        record: &'a Record,
        day: &'a str,
        rhythms: Vec<&'a Record>,
        said: Vec<Said<'a>>,
    ) -> Self {
        let mut by_key: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
        for Said { source, said } in said.iter().copied() {
            let rated = said.ratings(statement::RATINGS).iter().map(|(dimension, _)| &**dimension);
            for key in rated.chain([said.text(statement::QUESTION)]) {
                let sources = by_key.entry(key).or_default();
                if !sources.iter().any(|one| one.id == source.id) {
                    sources.push(source);
                }
            }
        }
        Facts { store, record, day, rhythms, said, by_key }
    }

    /// The evidence that speaks to a question: by its key, or by a rating of the same name. Each piece once.
    pub(super) fn sources(&self, key: &str) -> Vec<&'a Record> {
        self.by_key.get(key).cloned().unwrap_or_default()
    }

    /// What follows from the data alone.
    pub(super) fn derived(&self, key: &str, sources: &[&Record]) -> Status {
        let held = if is_landscape(self.record) { self.landscape_holds(key) } else { self.network_holds(key) };
        match held {
            // No field holds the answer to a question of this kind: what people say is the answer.
            None => known(!sources.is_empty()),
            Some(Status::Open) if !sources.is_empty() => Status::Partly,
            Some(status) => status,
        }
    }

    /// What the fields of a network say; nothing when no field is made for the question.
    fn network_holds(&self, key: &str) -> Option<Status> {
        let record = self.record;
        let any = |fields: &[Field]| known(fields.iter().any(|field| record.get(*field).is_some()));
        Some(match key {
            "members" => any(&[network::MEMBERS]),
            "character" => any(&[network::CHARACTER]),
            // That nothing is decided here is an answer.
            "decisions" if record.text(network::DECISION_POWER) == "none" => Status::DoesNotExist,
            "decisions" => any(&[network::DECISION_POWER]),
            "coordination" => known(self.coordinated()),
            "activity" => any(&[network::ACTIVITY]),
            "rhythm" => self.rhythm(),
            "between_meetings" => self.between(),
            "term" => {
                known(!matches!(record.text(network::TERM), "" | "unknown") || record.get(network::UNTIL).is_some())
            }
            "digital" => any(&[network::CHANNELS]),
            "embedding" => any(&[network::EMBEDDING]),
            "planning_ties" => known(record.parts(network::EMBEDDING).iter().any(|tie| self.leads_to_unit(tie))),
            "goals" => any(&[network::GOALS]),
            "common_ground" => any(&[network::COMMON_GROUND]),
            _ => return None,
        })
    }

    /// What the landscape's own fields say.
    fn landscape_holds(&self, key: &str) -> Option<Status> {
        let themes = self.record.texts(the_landscape::THEMES);
        Some(match key {
            "networks_on_theme" => known(
                self.store
                    .all(Kind::Network)
                    .any(|network| network.texts(network::THEMES).iter().any(|theme| themes.contains(theme))),
            ),
            "portal" => {
                known(self.record.parts(the_landscape::CHANNELS).iter().any(|one| one.text(channel::KIND) == "portal"))
            }
            _ => return None,
        })
    }

    fn coordinated(&self) -> bool {
        let seats = self.record.parts(network::MEMBERS).iter();
        seats.filter(|seat| role::seat_on(seat, self.day)).any(|seat| role::of_seat(seat).leads.is_some())
    }

    /// A rhythm "unknown" is no answer; "none yet" is one.
    fn rhythm(&self) -> Status {
        let mut rules = self.rhythms.iter().map(|rhythm| rhythm.text(rhythm::RULE));
        if rules.clone().any(|rule| !matches!(rule, "unknown" | "none_yet")) {
            Status::Answered
        } else if rules.any(|rule| rule == "none_yet") {
            Status::DoesNotExist
        } else {
            Status::Open
        }
    }

    fn between(&self) -> Status {
        match self.record.texts(network::BETWEEN_MEETINGS) {
            [only] if &**only == "nothing" => Status::DoesNotExist,
            [] => known(self.record.get(network::BETWEEN_NOTES).is_some()),
            _ => Status::Answered,
        }
    }

    /// Units of the administration and sectoral plannings are actors; committees are networks.
    fn leads_to_unit(&self, tie: &Record) -> bool {
        matches!(self.store.resolve(tie.text(embedding::TO)), Some((Kind::Actor, _)))
    }
}
