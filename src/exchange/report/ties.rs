//! What ties the bodies to the rest: digital forms, politics and planning, goals and who carries them.

use super::Desk;
use crate::arrange::Arrange as _;
use crate::landscape::{
    Kind, Record, actor, channel, embedding, goal, meeting, network, task, the_landscape, vocabulary,
};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// A digital form.
#[derive(Clone, Debug, Serialize)]
pub struct Channel {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// What it does: inform, connect, steer; may be empty.
    pub function: String,
    /// Who runs it; may be empty.
    pub operator: String,
    /// The body it belongs to; empty for the landscape's own.
    pub network: String,
}

/// Digital forms.
#[derive(Clone, Debug, Serialize)]
pub struct Channels {
    /// Those of the whole landscape, a municipal portal among them.
    pub landscape: Vec<Channel>,
    /// Those of single bodies.
    pub networks: Vec<Channel>,
}

/// A tie of a body.
#[derive(Clone, Debug, Serialize)]
pub struct Tie {
    /// The body.
    pub network: String,
    /// What kind of tie.
    pub kind: String,
    /// How often; may be empty.
    pub frequency: String,
}

/// A committee, planning or unit and what is tied to it.
#[derive(Clone, Debug, Serialize)]
pub struct TiedTo {
    /// Its name.
    pub name: String,
    /// Who is tied to it.
    pub ties: Vec<Tie>,
}

/// Ties to politics and planning.
#[derive(Clone, Debug, Serialize)]
pub struct Embedding {
    /// What bodies are tied to, the most tied first.
    pub to: Vec<TiedTo>,
    /// Ties people say are missing: body and where it should be tied to.
    pub missing: Vec<(String, String)>,
    /// Committees and plannings nothing is tied to.
    pub untied: Vec<String>,
    /// Bodies without any tie.
    pub without: Vec<String>,
}

/// A goal and who carries it.
#[derive(Clone, Debug, Serialize)]
pub struct Goal {
    /// What is to be reached.
    pub text: String,
    /// Who carries it.
    pub carried_by: Vec<String>,
    /// Whose goal it is; empty for the landscape's.
    pub of: String,
}

/// What is to be reached.
#[derive(Clone, Debug, Serialize)]
pub struct Goals {
    /// The landscape's own goals.
    pub landscape: Vec<Goal>,
    /// The goals bodies have named.
    pub networks: Vec<Goal>,
    /// How many bodies have named none.
    pub without: usize,
    /// Tasks of meetings that are not done.
    pub open_tasks: usize,
    /// Of these those whose day has passed.
    pub overdue_tasks: usize,
}

pub(super) fn channels(desk: Desk<'_>) -> Channels {
    let of = |record: &Record, field, network: &str| -> Vec<Channel> {
        record.parts(field).iter().map(|part| channel(desk, part, network)).collect()
    };
    let networks = desk.alive().flat_map(|record| of(record, network::CHANNELS, &desk.name(&record.id))).collect();
    Channels { landscape: of(desk.store().landscape(), the_landscape::CHANNELS, ""), networks }
}

fn channel(desk: Desk<'_>, part: &Record, network: &str) -> Channel {
    let operator = part.text(channel::OPERATOR);
    Channel {
        name: part.text(channel::NAME).to_owned(),
        kind: desk.label("channel_kind", part.text(channel::KIND)).to_owned(),
        function: desk.label("channel_function", part.text(channel::FUNCTION)).to_owned(),
        operator: if operator.is_empty() { String::new() } else { desk.name(operator) },
        network: network.to_owned(),
    }
}

pub(super) fn embedding(desk: Desk<'_>) -> Embedding {
    let (mut to, mut missing, mut without) = (BTreeMap::<&str, Vec<Tie>>::new(), Vec::new(), Vec::new());
    for network in desk.alive() {
        let ties = network.parts(network::EMBEDDING);
        let name = desk.name(&network.id);
        if ties.is_empty() && !is_committee(network) {
            without.push(name.clone());
        }
        for part in ties {
            match part.text(embedding::TIE) {
                "none_but_should" => missing.push((name.clone(), desk.name(part.text(embedding::TO)))),
                tie => to.entry(part.text(embedding::TO)).or_default().push(Tie {
                    network: name.clone(),
                    kind: desk.label("embedding_tie", tie).to_owned(),
                    frequency: part.text(embedding::FREQUENCY).to_owned(),
                }),
            }
        }
    }
    let untied = untied(desk, &to.keys().copied().collect());
    let mut to: Vec<TiedTo> = to.into_iter().map(|(id, ties)| TiedTo { name: desk.name(id), ties }).collect();
    to.arrange_by_key(|one| (std::cmp::Reverse(one.ties.len()), crate::search::fold(&one.name)));
    Embedding { to, missing, untied, without }
}

fn is_committee(network: &Record) -> bool {
    vocabulary::entry("network_kind", network.text(network::KIND)).is_some_and(|entry| entry.class == Some("committee"))
}

/// Committees and sectoral plannings to which no body is tied.
fn untied(desk: Desk<'_>, tied: &HashSet<&str>) -> Vec<String> {
    let committees = desk.alive().filter(|network| is_committee(network));
    let planning = |record: &Record| {
        vocabulary::entry("actor_kind", record.text(actor::KIND)).is_some_and(|entry| entry.class == Some("planning"))
    };
    let plannings = desk.store().all(Kind::Actor).map(|record| &**record).filter(|record| planning(record));
    let free = committees.chain(plannings).filter(|record| !tied.contains(record.id.as_str()));
    free.map(|record| desk.name(&record.id)).collect()
}

pub(super) fn goals(desk: Desk<'_>) -> Goals {
    let names = super::voices::Names::of(desk);
    let goal = |one: &crate::analysis::goals::Goal<'_>| Goal {
        text: names.without(one.part.text(goal::TEXT), desk),
        carried_by: one.carried_by.iter().map(|(_, record)| super::duty::public(desk, &record.id)).collect(),
        of: if one.is_shared() { String::new() } else { desk.name(&one.of.id) },
    };
    let all = crate::analysis::goals::goals(desk.store());
    let day = desk.day();
    let meetings = desk.store().all(Kind::Meeting).flat_map(|record| record.parts(meeting::TASKS));
    let tasks: Vec<&Record> = meetings.collect();
    let carried: HashSet<&str> = tasks.iter().map(|part| part.text(task::CARRIED_FROM)).collect();
    let open = || {
        let live = tasks.iter().filter(|part| !carried.contains(part.id.as_str()));
        live.filter(|part| part.text(task::DONE_ON).is_empty())
    };
    let late = |part: &&&Record| {
        let due = part.text(task::DUE);
        !due.is_empty() && day.get(..due.len()).is_some_and(|known| due < known)
    };
    Goals {
        landscape: all.iter().filter(|one| one.is_shared()).map(goal).collect(),
        networks: all.iter().filter(|one| !one.is_shared()).map(goal).collect(),
        without: crate::analysis::goals::without_goal(desk.store()).len(),
        open_tasks: open().count(),
        overdue_tasks: open().filter(late).count(),
    }
}
