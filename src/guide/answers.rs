//! What the fields answer, in words: one text a line, the institutions of seats with or without the people who take them.

use super::matrix::Line;
use crate::analysis::series;
use crate::arrange::Arrange as _;
use crate::i18n::{Lang, fill};
use crate::landscape::{
    Field, Kind, Record, actor, channel, embedding, goal, member, network, role, the_landscape, vocabulary,
};
use crate::store::{Store, name_of};

/// How answers are to be said.
#[derive(Clone, Copy)]
pub struct Saying<'a> {
    /// All data.
    pub store: &'a Store,
    /// The day that counts, `YYYY-MM-DD`.
    pub day: &'a str,
    /// In this language.
    pub lang: Lang,
    /// May people be named?
    pub people: bool,
}

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What is known.
    pub text: String,
    /// The record it leads to: a rhythm, the other side of a tie, who sits there.
    pub to: Option<(Kind, Box<str>)>,
    /// The part of the field it stands in, by its key.
    pub part: Option<Box<str>>,
}

impl Answer {
    fn of(text: impl Into<String>) -> Option<Answer> {
        let text = text.into();
        (!text.is_empty()).then_some(Answer { text, to: None, part: None })
    }
}

impl<'a> Saying<'a> {
    fn label(self, list: &str, key: &'a str) -> &'a str {
        vocabulary::label(list, key, self.lang)
    }

    /// What an id is called; a person by their institution where people are not to be named.
    #[must_use]
    pub fn name(self, id: &str) -> String {
        match self.store.resolve(id) {
            _ if id.is_empty() => String::new(),
            Some((Kind::Actor, record)) if !self.people && record.flag(actor::PERSON) == Some(true) => {
                match record.text(actor::UNIT_OF) {
                    "" => self.lang.texts().inquiry.individual.to_owned(),
                    unit => name_of(self.store, unit),
                }
            }
            _ => name_of(self.store, id),
        }
    }

    /// Where an id leads, if it leads anywhere.
    fn to(self, id: &str) -> Option<(Kind, Box<str>)> {
        self.store.resolve(id).map(|(kind, record)| (kind, record.id.as_str().into()))
    }

    /// What the fields of a line answer to a question; nothing where no field does.
    #[must_use]
    pub fn answers(self, line: &Line<'a>, key: &str) -> Vec<Answer> {
        let record = line.record;
        let labels = |field: Field, list: &str| {
            let all = record.texts(field).iter().map(|key| self.label(list, key));
            Answer::of(all.collect::<Vec<_>>().join(", "))
        };
        let label = |field: Field, list: &str| Answer::of(self.label(list, record.text(field)));
        match key {
            "members" => self.members(record).into_iter().collect(),
            "character" => labels(network::CHARACTER, "character").into_iter().collect(),
            "decisions" => label(network::DECISION_POWER, "decision_power").into_iter().collect(),
            "coordination" => self.coordination(record),
            "activity" => self.activity(record).into_iter().collect(),
            "rhythm" => line.rhythms.iter().filter_map(|rhythm| self.rhythm(rhythm)).collect(),
            "between_meetings" => {
                let notes = Answer::of(record.text(network::BETWEEN_NOTES));
                labels(network::BETWEEN_MEETINGS, "between_meetings").into_iter().chain(notes).collect()
            }
            "term" => self.term(record).into_iter().collect(),
            "digital" => self.channels(record.parts(network::CHANNELS)),
            "portal" => {
                let parts = record.parts(the_landscape::CHANNELS).iter();
                parts
                    .filter(|part| part.text(channel::KIND) == "portal")
                    .filter_map(|part| self.channel(part))
                    .collect()
            }
            "embedding" => self.ties(record, |_| true),
            "planning_ties" => self.ties(record, |kind| kind == Some(Kind::Actor)),
            "goals" => record.parts(network::GOALS).iter().filter_map(|part| self.goal(part)).collect(),
            "common_ground" => Answer::of(record.text(network::COMMON_GROUND)).into_iter().collect(),
            "networks_on_theme" => self.on_theme(record).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The institutions that sit there as members, each once; how many first.
    fn members(self, record: &'a Record) -> Option<Answer> {
        let seats = record.parts(network::MEMBERS).iter();
        let seats = seats.filter(|seat| role::seat_on(seat, self.day) && role::of_seat(seat).member);
        let mut names: Vec<String> =
            seats.map(|seat| self.name(seat.text(member::ACTOR))).filter(|name| !name.is_empty()).collect();
        let text = match names.len() {
            0 => return None,
            1 => self.lang.texts().inquiry.one_seat.to_owned(),
            count => fill(self.lang.texts().inquiry.n_seats, &[&count.to_string()]),
        };
        names.arrange_by_key(|name| crate::search::fold(name));
        names.dedup();
        Answer::of(format!("{text}: {}", names.join(", ")))
    }

    /// Who leads, in which role.
    fn coordination(self, record: &'a Record) -> Vec<Answer> {
        let seats = record.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, self.day));
        let mut leading: Vec<(u8, &Record)> =
            seats.filter_map(|seat| Some((role::of_seat(seat).leads?, seat))).collect();
        leading.arrange_by_key(|(rank, _)| *rank);
        let said = |(_, seat): (u8, &'a Record)| {
            let roles = seat.texts(member::ROLES).iter().filter(|one| role::of(one).leads.is_some());
            let roles: Vec<&str> = roles.map(|one| self.label("role", one)).collect();
            let person = if self.people { self.name(seat.text(member::PERSON)) } else { String::new() };
            let who: Vec<String> =
                [person, self.name(seat.text(member::ACTOR))].into_iter().filter(|name| !name.is_empty()).collect();
            let to = [seat.text(member::PERSON), seat.text(member::ACTOR)].into_iter().find_map(|id| self.to(id));
            let text = format!("{} ({})", who.join(", "), roles.join(", "));
            Answer { text, to, part: Some(seat.key().into()) }
        };
        leading.into_iter().map(said).collect()
    }

    fn activity(self, record: &Record) -> Option<Answer> {
        let digits = record.number(network::ACTIVITY)?.to_string();
        let entry = vocabulary::entry("activity", &digits);
        Answer::of(entry.map_or(digits.clone(), |entry| format!("{} ({digits})", entry.label(self.lang))))
    }

    fn rhythm(self, rhythm: &Record) -> Option<Answer> {
        let answer = Answer::of(series::spoken(rhythm, self.lang))?;
        Some(Answer { to: Some((Kind::Rhythm, rhythm.id.as_str().into())), ..answer })
    }

    fn term(self, record: &'a Record) -> Option<Answer> {
        let until = record.text(network::UNTIL);
        let until =
            until.parse().map_or_else(|_| until.to_owned(), |day| crate::calendar::show_partial(day, self.lang));
        let until = if until.is_empty() { until } else { fill(self.lang.texts().inquiry.until, &[&until]) };
        let said = [self.label("term", record.text(network::TERM)), &until];
        Answer::of(said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "))
    }

    fn channels(self, parts: &'a [Record]) -> Vec<Answer> {
        parts.iter().filter_map(|part| self.channel(part)).collect()
    }

    fn channel(self, part: &'a Record) -> Option<Answer> {
        let kind = self.label("channel_kind", part.text(channel::KIND));
        let name = part.text(channel::NAME);
        let text = if kind.is_empty() || kind == name { name.to_owned() } else { format!("{name} ({kind})") };
        Some(Answer { part: Some(part.key().into()), ..Answer::of(text)? })
    }

    /// Ties to bodies of a kind: the other side, what kind of tie, how often.
    fn ties(self, record: &'a Record, wanted: impl Fn(Option<Kind>) -> bool) -> Vec<Answer> {
        let tie = |part: &'a Record| {
            let to = self.to(part.text(embedding::TO));
            if !wanted(to.as_ref().map(|(kind, _)| *kind)) {
                return None;
            }
            let kind = self.label("embedding_tie", part.text(embedding::TIE));
            let beside = [kind, part.text(embedding::FREQUENCY)];
            let beside: Vec<&str> = beside.into_iter().filter(|text| !text.is_empty()).collect();
            let name = self.name(part.text(embedding::TO));
            let text = if beside.is_empty() { name } else { format!("{name} ({})", beside.join(", ")) };
            Some(Answer { to, part: Some(part.key().into()), ..Answer::of(text)? })
        };
        record.parts(network::EMBEDDING).iter().filter_map(tie).collect()
    }

    fn goal(self, part: &Record) -> Option<Answer> {
        let carried: Vec<String> = part.texts(goal::CARRIED_BY).iter().map(|id| self.name(id)).collect();
        let text = part.text(goal::TEXT);
        let text = if carried.is_empty() { text.to_owned() } else { format!("{text} ({})", carried.join(", ")) };
        Some(Answer { part: Some(part.key().into()), ..Answer::of(text)? })
    }

    /// How many networks work on each of our focus themes.
    fn on_theme(self, landscape: &'a Record) -> Option<Answer> {
        let count = |theme: &str| {
            let works = |record: &Record| record.texts(network::THEMES).iter().any(|one| **one == *theme);
            self.store.all(Kind::Network).filter(|record| works(record)).count()
        };
        let themes = landscape.texts(the_landscape::THEMES).iter();
        let said = themes.map(|theme| format!("{} {}", self.label("theme", theme), count(theme)));
        Answer::of(said.collect::<Vec<_>>().join(" · "))
    }
}
