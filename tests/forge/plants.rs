//! Made-up landscapes in which structures are planted: what was planted is written down while it is made, so that nobody
//! has to compute it. Knows nothing of the analysis.
//!
//! ```text
//!  ground: networks of 8–18 members, each with two or more of twelve well-connected actors
//!  plants: doubles, groups inside others, isolates, camps apart, people everything hangs on, bare themes …
//!  decoys: what looks like a double but is none: recorded as part, judged, only half shared, over, only deputies
//! ```

use super::Dice;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The day of the landscape.
pub const TODAY: &str = "2026-11-23";
const HUBS: usize = 12;
const THEMES: [&str; 8] = ["all_day", "language", "transitions", "careers", "inclusion", "digital", "stem", "health"];
const PHASES: [&str; 4] = ["kita", "primary", "lower_secondary", "vocational"];

/// What was planted, by ids.
#[derive(Debug, Default)]
pub struct Truth {
    /// Double structures and groups inside another, each pair in order.
    pub doubles: BTreeSet<(String, String)>,
    /// Actors in no network.
    pub isolates: BTreeSet<String>,
    /// The networks of each camp.
    pub camps: BTreeSet<Vec<String>>,
    /// People everything hangs on, with the networks that fall off.
    pub hangs: BTreeSet<(String, Vec<String>)>,
    /// Themes of the landscape without a network.
    pub bare: BTreeSet<String>,
    /// Networks nobody coordinates.
    pub unled: BTreeSet<String>,
    /// Networks without a rhythm.
    pub no_rhythm: BTreeSet<String>,
    /// Networks that end within six months.
    pub ending: BTreeSet<String>,
}

/// A landscape being made.
pub struct Plants {
    dice: Dice,
    actors: Vec<Value>,
    /// How many actors were ever made: ids are given once.
    made: usize,
    /// Networks of the ground on which something was planted.
    touched: BTreeSet<usize>,
    networks: Vec<(Value, Vec<Value>)>,
    verdicts: Vec<Value>,
    rhythms: Vec<Value>,
    /// What was planted.
    pub truth: Truth,
}

impl Plants {
    /// The landscape of a seed, and what was planted in it.
    pub fn grow(seed: u64) -> (String, Truth) {
        let mut plants = Plants {
            dice: Dice::new(seed),
            actors: Vec::new(),
            made: 0,
            touched: BTreeSet::new(),
            networks: Vec::new(),
            verdicts: Vec::new(),
            rhythms: Vec::new(),
            truth: Truth::default(),
        };
        let ground = 20 + plants.dice.below(60);
        plants.ground(ground);
        for _ in 0..plants.dice.below(4) {
            plants.double(ground);
        }
        for _ in 0..plants.dice.below(3) {
            plants.inside(ground, false);
        }
        plants.decoys(ground);
        for _ in 0..plants.dice.below(3) {
            plants.camp();
        }
        for _ in 0..plants.dice.below(3) {
            plants.holder();
        }
        for _ in 0..plants.dice.below(6) {
            let id = plants.actor(false);
            plants.truth.isolates.insert(id);
        }
        plants.single();
        (plants.text(), plants.truth)
    }

    fn actor(&mut self, person: bool) -> String {
        let id = format!("{}-{:05}", if person { "p" } else { "amt" }, self.made);
        self.made += 1;
        let name = super::office(&mut self.dice);
        let mut record = json!({"id": id, "name": name, "kind": "library"});
        if person {
            record["person"] = json!(true);
        }
        self.actors.push(record);
        id
    }

    fn seat(&self, actor: &str) -> Value {
        json!({"id": format!("m-{}-{actor}", self.networks.len()), "actor": actor, "roles": ["member"]})
    }

    /// A network of these actors; the first coordinates it.
    fn network(&mut self, members: &[String]) -> String {
        let id = format!("netz-{:05}", self.networks.len());
        let themes = [*self.dice.pick(&THEMES)];
        let phases = [*self.dice.pick(&PHASES)];
        let mut seats: Vec<Value> = members.iter().map(|actor| self.seat(actor)).collect();
        if let Some(first) = seats.first_mut() {
            first["roles"] = json!(["coordination"]);
        }
        let name = format!("Netzwerk {}", super::town(&mut self.dice));
        let record = json!({"id": id, "name": name, "themes": themes, "phases": phases, "checked_on": "2026-09"});
        self.networks.push((record, seats));
        self.rhythms.push(json!({"id": format!("r-{id}"), "network": id, "rule": "FREQ=MONTHLY;INTERVAL=3"}));
        id
    }

    /// Networks and their members, none like another: each has two hubs, so that all hang together by more than one.
    fn ground(&mut self, count: usize) {
        let hubs: Vec<String> = (0..HUBS).map(|_| self.actor(false)).collect();
        let pool: Vec<String> = (0..count * 7).map(|_| self.actor(false)).collect();
        let mut unused: BTreeSet<String> = pool.iter().cloned().collect();
        for _ in 0..count {
            let size = 8 + self.dice.below(11);
            let mut members = Vec::new();
            let led = 2 + self.dice.below(2);
            while members.len() < led {
                let hub = self.dice.pick(&hubs).clone();
                if !members.contains(&hub) {
                    members.push(hub);
                }
            }
            while members.len() < size {
                let actor = self.dice.pick(&pool).clone();
                if !members.contains(&actor) {
                    unused.remove(&actor);
                    members.push(actor);
                }
            }
            self.network(&members);
        }
        self.actors.retain(|record| !unused.contains(record["id"].as_str().unwrap()));
    }

    fn members(&self, at: usize) -> Vec<String> {
        self.networks[at].1.iter().map(|seat| seat["actor"].as_str().unwrap().to_owned()).collect()
    }

    fn id(&self, at: usize) -> String {
        self.networks[at].0["id"].as_str().unwrap().to_owned()
    }

    /// A network with a share of the members of one of the ground, and some of its own.
    fn like(&mut self, ground: usize, percent: (usize, usize)) -> (usize, usize) {
        let at = self.untouched(ground);
        let members = self.members(at);
        let share = percent.0 + self.dice.below(percent.1 - percent.0);
        let mut other: Vec<String> = members.iter().take((members.len() * share).div_ceil(100)).cloned().collect();
        while other.len() < members.len() {
            let own = self.actor(false);
            other.push(own);
        }
        self.network(&other);
        (at, self.networks.len() - 1)
    }

    /// A network of the ground on which nothing was planted yet.
    fn untouched(&mut self, ground: usize) -> usize {
        loop {
            let at = self.dice.below(ground);
            if self.touched.insert(at) {
                return at;
            }
        }
    }

    fn double(&mut self, ground: usize) {
        let (a, b) = self.like(ground, (70, 96));
        self.truth.doubles.insert((self.id(a), self.id(b)));
    }

    /// A group of whom all sit in a larger one; recorded as part of it, it is no double structure.
    fn inside(&mut self, ground: usize, recorded: bool) {
        let at = self.untouched(ground);
        let size = 4 + self.dice.below(3);
        // Not the hubs, which stand first: they would make it look like others, too.
        let members: Vec<String> = self.members(at).into_iter().rev().take(size).collect();
        let id = self.network(&members);
        if recorded {
            let place = self.networks.len() - 1;
            self.networks[place].0["part_of"] = json!(self.id(at));
        } else {
            self.truth.doubles.insert((self.id(at), id));
        }
    }

    /// What looks like a double structure and is none.
    fn decoys(&mut self, ground: usize) {
        let kinds = self.dice.below(64);
        let wants = |bit: usize| kinds >> bit & 1 == 1;
        if wants(0) {
            self.inside(ground, true);
        }
        if wants(1) {
            let (a, b) = self.like(ground, (70, 96));
            let ids = (self.id(a), self.id(b));
            self.verdicts.push(json!({"id": "v-1", "a": ids.0, "b": ids.1, "verdict": "wanted", "date": "2026-01-01"}));
        }
        if wants(2) {
            self.like(ground, (35, 55));
        }
        if wants(3) {
            let (a, b) = self.like(ground, (70, 96));
            self.left_alone(a, b, 0);
            self.networks[b].0["until"] = json!("2025-06-30");
        }
        if wants(4) {
            let (a, b) = self.like(ground, (70, 96));
            self.left_alone(a, b, 2);
            self.networks[b].1.iter_mut().skip(2).for_each(|seat| seat["until"] = json!("2024"));
        }
        if wants(5) {
            let (a, b) = self.like(ground, (70, 96));
            self.left_alone(a, b, 2);
            self.networks[b].1.iter_mut().skip(2).for_each(|seat| seat["roles"] = json!(["deputy"]));
        }
    }

    /// Actors whose only seats, from the so many-th on, will not count: they are in no network.
    fn left_alone(&mut self, a: usize, b: usize, from: usize) {
        let others = self.members(a);
        let own = self.members(b).into_iter().skip(from).filter(|actor| !others.contains(actor));
        self.truth.isolates.extend(own);
    }

    /// Networks that share members with each other and with nobody else.
    fn camp(&mut self) {
        let common: Vec<String> = (0..3).map(|_| self.actor(false)).collect();
        let mut ids = Vec::new();
        for _ in 0..2 + self.dice.below(2) {
            let mut members = common[..2].to_vec();
            let own = 5 + self.dice.below(3);
            members.extend((0..own).map(|_| self.actor(false)));
            ids.push(self.network(&members));
        }
        // The third sits in one of them, so that it is no isolate.
        let last = self.networks.len() - 1;
        let seat = json!({"id": format!("m-x-{}", common[2]), "actor": common[2]});
        self.networks[last].1.push(seat);
        self.truth.camps.insert(ids);
    }

    /// A person in several networks, and the only one who ties some of them to the rest.
    fn holder(&mut self) {
        let person = self.actor(true);
        for at in 0..2 {
            let seat = json!({"id": format!("m-h{at}-{person}"), "actor": person});
            self.networks[at].1.push(seat);
        }
        let mut ids = Vec::new();
        for _ in 0..=self.dice.below(3) {
            let mut members: Vec<String> = (0..6).map(|_| self.actor(false)).collect();
            members.push(person.clone());
            ids.push(self.network(&members));
        }
        self.truth.hangs.insert((person, ids));
    }

    /// What single networks lack.
    fn single(&mut self) {
        for at in 0..self.networks.len() {
            let (id, over) = (self.id(at), self.networks[at].0.get("until").is_some());
            if over {
                continue;
            }
            match self.dice.below(20) {
                0 => {
                    self.networks[at].1[0]["roles"] = json!(["member"]);
                    self.truth.unled.insert(id);
                }
                1 => {
                    self.rhythms.retain(|rhythm| rhythm["network"] != id.as_str());
                    self.truth.no_rhythm.insert(id);
                }
                2 => {
                    self.networks[at].0["until"] = json!("2027-02");
                    self.truth.ending.insert(id);
                }
                3 => self.networks[at].0["until"] = json!("2027-12-31"),
                _ => {}
            }
        }
    }

    fn text(&mut self) -> String {
        let bare = ["school_absence", "sports", "bne"];
        let bare: Vec<&str> = bare.into_iter().take(self.dice.below(4)).collect();
        self.truth.bare = bare.iter().map(|theme| (*theme).to_owned()).collect();
        let own = self.networks[0].0["themes"][0].clone();
        let themes: Vec<Value> = bare.iter().map(|theme| json!(theme)).chain([own]).collect();
        let networks: Vec<Value> = self
            .networks
            .iter()
            .map(|(record, seats)| {
                let mut record = record.clone();
                record["members"] = json!(seats);
                record
            })
            .collect();
        let file = json!({"format": "runde", "version": 1, "landscape": {"name": "L", "themes": themes},
            "actors": self.actors, "networks": networks, "rhythms": self.rhythms, "verdicts": self.verdicts});
        file.to_string()
    }
}
