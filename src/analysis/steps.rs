//! Next steps: what is to become of each body – kept, developed, merged, ended – and where that is undecided although
//! something asks for it. Knows no screens and no words.

use crate::arrange::Arrange as _;
use crate::landscape::life::{is_committee, is_over};
use crate::landscape::{Id, Kind, Record, network, role, step, verdict};
use crate::store::Store;
use jiff::civil::Date;
use smol_str::SmolStr;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How many months ahead an end asks for a decision.
const AHEAD: i32 = 12;

/// What asks for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// People judged it a double of this body, or said that both are to be put together or tuned to each other.
    Double(Id, SmolStr),
    /// It ends within a year, or should have: the date as it stands.
    Ends(SmolStr),
    /// It is asleep or running out: its lifecycle.
    Fades(SmolStr),
    /// Nobody coordinates it.
    Unled,
}

impl Asks {
    /// A word for it, the same in every language.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Asks::Double(..) => "double",
            Asks::Ends(_) => "ends",
            Asks::Fades(_) => "fades",
            Asks::Unled => "unled",
        }
    }
}

/// A body and what is to become of it.
#[derive(Clone, Debug)]
pub struct Outlook<'s> {
    /// The body.
    pub body: &'s Arc<Record>,
    /// Its steps that are not done, the most urgent first.
    pub open: Vec<&'s Record>,
    /// The last step that was done.
    pub done: Option<&'s Record>,
    /// What asks for a decision; whether there is a step or not.
    pub asks: Vec<Asks>,
}

impl Outlook<'_> {
    /// Is it undecided although something asks for a decision?
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.open.is_empty() && !self.asks.is_empty()
    }

    /// Is an open step past its day?
    #[must_use]
    pub fn is_overdue(&self, day: &str) -> bool {
        self.open.iter().any(|part| is_past(part.text(step::DUE), day))
    }
}

/// Is a day, month or year over on this day?
#[must_use]
pub fn is_past(due: &str, day: &str) -> bool {
    !due.is_empty() && day.get(..due.len()).is_some_and(|now| due < now)
}

/// All bodies that exist, political committees left out: what is undecided first, then what is planned, then the rest.
#[must_use]
pub fn outlooks(store: &Store, today: Date) -> Vec<Outlook<'_>> {
    let day = today.to_string();
    let until = today.saturating_add(jiff::Span::new().months(AHEAD)).to_string();
    let doubles = doubles(store);
    let bodies = store.all(Kind::Network).filter(|body| !is_over(body) && !is_committee(body));
    let mut found: Vec<Outlook<'_>> = bodies
        .map(|body| {
            let steps = body.parts(network::NEXT_STEPS);
            let mut open: Vec<&Record> = steps.iter().filter(|part| part.text(step::DONE_ON).is_empty()).collect();
            open.arrange_by_key(|part| (part.text(step::DUE).is_empty(), part.text(step::DUE)));
            let done = steps.iter().filter(|part| !part.text(step::DONE_ON).is_empty());
            let done = done.max_by_key(|part| part.text(step::DONE_ON));
            Outlook { body, open, done, asks: asks(body, &doubles, &day, &until) }
        })
        .collect();
    let due = |one: &Outlook<'_>| one.open.first().map_or("", |part| part.text(step::DUE)).to_owned();
    found.arrange_by_key(|one| {
        let rank = if one.is_undecided() { 0 } else { usize::from(one.open.is_empty()) + 1 };
        let due = due(one);
        (rank, due.is_empty(), due, crate::search::fold(one.body.text(network::NAME)))
    });
    found
}

fn asks(body: &Record, doubles: &HashMap<&str, Vec<(Id, SmolStr)>>, day: &str, until: &str) -> Vec<Asks> {
    let with = doubles.get(&*body.id).into_iter().flatten();
    let mut asks: Vec<Asks> = with.map(|(other, verdict)| Asks::Double(other.clone(), verdict.clone())).collect();
    let ends = body.text(network::UNTIL);
    if !ends.is_empty() && ends <= until.get(..ends.len()).unwrap_or(until) {
        asks.push(Asks::Ends(ends.into()));
    }
    let life = body.text(network::LIFECYCLE);
    if matches!(life, "dormant" | "winding_down") {
        asks.push(Asks::Fades(life.into()));
    }
    let mut seats = body.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, day)).peekable();
    if seats.peek().is_some() && !seats.any(|seat| role::of_seat(seat).leads.is_some()) {
        asks.push(Asks::Unled);
    }
    asks
}

/// By body: with whom people said it is a double, or is to be merged or tuned.
fn doubles(store: &Store) -> HashMap<&str, Vec<(Id, SmolStr)>> {
    let mut found: HashMap<&str, Vec<(Id, SmolStr)>> = HashMap::new();
    let mut seen = HashSet::new();
    for one in store.all(Kind::Verdict) {
        let judged = one.text(verdict::VERDICT);
        if !matches!(judged, "merge_candidate" | "double_structure" | "coordinate") {
            continue;
        }
        let alive = |field| {
            let found = store.resolve(one.text(field)).filter(|(kind, _)| *kind == Kind::Network);
            found.map(|(_, body)| body).filter(|body| !is_over(body))
        };
        let Some((a, b)) = alive(verdict::A).zip(alive(verdict::B)) else { continue };
        for (this, other) in [(a, b), (b, a)] {
            if this.id != other.id && seen.insert((this.id.clone(), other.id.clone())) {
                found.entry(&this.id).or_default().push((other.id.clone(), judged.into()));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read;

    #[test]
    fn what_asks_for_a_decision_and_has_none_comes_first() {
        let store = read(
            r#"{"format":"runde","version":1,"networks":[
            {"id":"a","name":"A","until":"2027-03"},
            {"id":"b","name":"B","lifecycle":"dormant","next_steps":[{"id":"s-1","text":"beenden","due":"2026-10"}]},
            {"id":"c","name":"C"},{"id":"d","name":"D","until":"2029"},
            {"id":"e","name":"E","lifecycle":"ended"},{"id":"f","name":"F","kind":"school_committee","until":"2027"}],
            "verdicts":[{"id":"v-1","a":"c","b":"d","verdict":"merge_candidate"},{"id":"v-2","a":"a","b":"e","verdict":"merge_candidate"},
            {"id":"v-3","a":"a","b":"b","verdict":"wanted"}]}"#,
        )
        .unwrap()
        .store;
        let found = outlooks(&store, jiff::civil::date(2026, 11, 25));
        let order: Vec<(&str, bool)> = found.iter().map(|one| (&*one.body.id, one.is_undecided())).collect();
        assert_eq!(order, [("a", true), ("c", true), ("d", true), ("b", false)]);
        assert_eq!(found[0].asks, [Asks::Ends("2027-03".into())]);
        assert_eq!(found[1].asks, [Asks::Double(Id::new("d"), "merge_candidate".into())]);
        assert!(found[3].is_overdue("2026-11-25"));
    }
}
