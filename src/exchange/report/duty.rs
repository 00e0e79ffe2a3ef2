//! Shared responsibility in the report: who has taken on what, what is to become of each body, how binding bodies are by what
//! they may decide, what is new and what runs out. Names no people unless asked for.

use super::bodies::{is_person, unit_of};
use super::{Desk, voices::Names};
use crate::analysis::duties::{ALL, duties};
use crate::analysis::governance::{BINDINGNESS, POWER, governance};
use crate::analysis::steps::outlooks;
use crate::arrange::Arrange as _;
use crate::exchange::asks::asked;
use crate::exchange::minutes::day;
use crate::landscape::{Record, network, step, vocabulary};
use jiff::ToSpan;
use serde::Serialize;
use std::collections::BTreeMap;

/// Somebody and how much they have taken on.
#[derive(Clone, Debug, Serialize)]
pub struct Holder {
    /// The institution.
    pub name: String,
    /// Coordination, chair, office of so many bodies.
    pub leads: usize,
    /// Goals they carry.
    pub goals: usize,
    /// Open tasks from meetings.
    pub tasks: usize,
    /// Next steps.
    pub steps: usize,
    /// All together.
    pub all: usize,
}

/// A step that is planned for a body.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// The body.
    pub network: String,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub who: String,
    /// Until when; may be empty.
    pub due: String,
}

/// A body whose future is undecided.
#[derive(Clone, Debug, Serialize)]
pub struct Undecided {
    /// The body.
    pub network: String,
    /// What asks for a decision.
    pub asks: Vec<String>,
}

/// Who does what, and what is to come.
#[derive(Clone, Debug, Serialize)]
pub struct Duties {
    /// Who has taken on most, at most fifteen.
    pub holders: Vec<Holder>,
    /// How many institutions have taken on anything.
    pub all: usize,
    /// Planned steps.
    pub steps: Vec<Step>,
    /// Bodies whose future is undecided although something asks for a decision.
    pub undecided: Vec<Undecided>,
    /// Bodies nothing is noted about.
    pub nothing: usize,
}

/// How many institutions the table shows.
const SHOWN: usize = 15;

pub(super) fn responsibility(desk: Desk<'_>) -> Duties {
    let names = Names::of(desk);
    let since = desk.now.date().saturating_sub(12.months()).to_string();
    let mut by_name: BTreeMap<String, [usize; 5]> = BTreeMap::new();
    let holders = duties(desk.store(), &desk.day(), &since);
    for one in holders.iter().filter(|one| one.carries() > 0) {
        let counts = by_name.entry(public(desk, &one.actor.id)).or_default();
        for (count, what) in counts.iter_mut().zip(ALL) {
            *count += one.count(what);
        }
    }
    let holder = |(name, [leads, goals, tasks, steps, _]): (String, [usize; 5])| Holder {
        name,
        leads,
        goals,
        tasks,
        steps,
        all: leads + goals + tasks + steps,
    };
    let mut rows: Vec<Holder> = by_name.into_iter().map(holder).collect();
    rows.arrange_by_key(|one| std::cmp::Reverse(one.all));
    let all = rows.len();
    rows.truncate(SHOWN);
    let found = outlooks(desk.store(), desk.now.date());
    let planned = found.iter().flat_map(|one| one.open.iter().map(|part| planned(desk, one.body, part, &names)));
    let undecided = found.iter().filter(|one| one.is_undecided()).map(|one| Undecided {
        network: desk.name(&one.body.id),
        asks: one.asks.iter().map(|asks| asked(asks, desk.store(), &desk.day(), desk.lang)).collect(),
    });
    let nothing = found.iter().filter(|one| one.open.is_empty() && one.asks.is_empty()).count();
    Duties { holders: rows, all, steps: planned.collect(), undecided: undecided.collect(), nothing }
}

fn planned(desk: Desk<'_>, body: &Record, part: &Record, names: &Names) -> Step {
    let mut who: Vec<String> = part.texts(step::WHO).iter().map(|id| public(desk, id)).collect();
    who.dedup();
    let due = part.text(step::DUE);
    Step {
        network: desk.name(&body.id),
        text: names.without(part.text(step::TEXT), desk),
        who: who.join(", "),
        due: if due.is_empty() { String::new() } else { day(due, desk.lang) },
    }
}

/// The name of a record; of a person only when people are to be named, else their institution.
pub(super) fn public(desk: Desk<'_>, id: &str) -> String {
    if is_person(desk, id) && !desk.include.people { unit_of(desk, id) } else { desk.name(id) }
}

/// A row of the governance map.
#[derive(Clone, Debug, Serialize)]
pub struct Level {
    /// How binding.
    pub label: String,
    /// How many bodies, by what they may decide; the last for those of which that is not known.
    pub counts: Vec<usize>,
    /// All of the row.
    pub all: usize,
}

/// From loose exchange to binding steering.
#[derive(Clone, Debug, Serialize)]
pub struct Governance {
    /// What bodies may decide.
    pub powers: Vec<String>,
    /// The most binding first; those of which that is not known last.
    pub levels: Vec<Level>,
}

pub(super) fn governance_map(desk: Desk<'_>) -> Governance {
    let found = governance(desk.store());
    let powers = vocabulary::values(POWER);
    let unknown = desk.lang.texts().duty.unknown;
    let steps = vocabulary::values(BINDINGNESS);
    let row = |step: Option<usize>| {
        let label = step.and_then(|at| steps.get(at)).map_or(unknown, |entry| entry.label(desk.lang));
        let columns = (0..powers.len()).map(Some).chain([None]);
        let counts: Vec<usize> = columns.map(|power| found.get(&(step, power)).map_or(0, Vec::len)).collect();
        Level { label: label.to_owned(), all: counts.iter().sum(), counts }
    };
    let levels = (0..steps.len()).rev().map(Some).chain([None]).map(row).filter(|level| level.all > 0).collect();
    let powers = powers.iter().map(|entry| entry.label(desk.lang)).chain([unknown]);
    Governance { powers: powers.map(str::to_owned).collect(), levels }
}

/// A body and the day something happens to it.
#[derive(Clone, Debug, Serialize)]
pub struct Dated {
    /// The body.
    pub network: String,
    /// The day.
    pub day: String,
}

/// What comes and goes.
#[derive(Clone, Debug, Serialize)]
pub struct Development {
    /// Founded in the last two years.
    pub founded: Vec<Dated>,
    /// Not there yet: ideas, and those being set up.
    pub coming: Vec<String>,
    /// Asleep.
    pub dormant: Vec<String>,
    /// Ends within a year.
    pub ending: Vec<Dated>,
    /// Ended or merged in the last two years, or nobody knows when.
    pub ended: Vec<Dated>,
}

pub(super) fn development(desk: Desk<'_>) -> Development {
    let today = desk.now.date();
    let (past, ahead) = (today.saturating_sub(24.months()).to_string(), today.saturating_add(12.months()).to_string());
    let now = today.to_string();
    let between = |day: &str, from: &str, until: &str| {
        !day.is_empty() && from.get(..day.len()).is_some_and(|from| from <= day) && day <= until
    };
    let dated = |body: &Record, day_of: &str| Dated {
        network: desk.name(&body.id),
        day: if day_of.is_empty() { String::new() } else { day(day_of, desk.lang) },
    };
    let life = |body: &&Record, keys: &[&str]| keys.contains(&body.text(network::LIFECYCLE));
    let from = |body: &&Record| between(body.text(network::FROM), &past, &now);
    let until = |body: &&Record| between(body.text(network::UNTIL), &now, &ahead);
    let over = |body: &&Record| {
        let end = body.text(network::UNTIL);
        life(body, &["ended", "merged"]) && (end.is_empty() || between(end, &past, &now))
    };
    Development {
        founded: desk.alive().filter(from).map(|body| dated(body, body.text(network::FROM))).collect(),
        coming: desk.alive().filter(|body| life(body, &["idea", "founding"])).map(|body| desk.name(&body.id)).collect(),
        dormant: desk.alive().filter(|body| life(body, &["dormant"])).map(|body| desk.name(&body.id)).collect(),
        ending: desk.alive().filter(until).map(|body| dated(body, body.text(network::UNTIL))).collect(),
        ended: desk.networks().filter(over).map(|body| dated(body, body.text(network::UNTIL))).collect(),
    }
}
