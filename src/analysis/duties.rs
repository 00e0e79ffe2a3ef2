//! Duties: who has taken on what – coordination, chair and office of bodies, goals, open tasks of meetings, next steps, and
//! what was handed over to them by decision. Knows no screens and not what day it is.
//!
//! People act for their institution: what a person has taken on is counted with the institution they belong to, and told
//! with their name.

use super::goals::goals;
use super::tasks::live;
use crate::arrange::Arrange as _;
use crate::landscape::life::is_over;
use crate::landscape::{Kind, Record, actor, decision, meeting, member, network, role, step, task};
use crate::store::Store;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What kind of duty it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Coordinates, chairs or keeps the office of a body.
    Leads,
    /// Carries a goal.
    Carries,
    /// Has an open task from a meeting.
    Task,
    /// Is to take a next step with a body.
    Step,
    /// Was handed something by a decision of a body.
    Handed,
}

/// All kinds, in the order they are told.
pub const ALL: [What; 5] = [What::Leads, What::Carries, What::Task, What::Step, What::Handed];

/// One thing somebody has taken on.
#[derive(Clone, Copy, Debug)]
pub struct Duty<'s> {
    /// What kind of duty.
    pub what: What,
    /// Who does it: the person where one is named.
    pub who: &'s Record,
    /// The record it stands in: a network, a meeting, the landscape.
    pub kind: Kind,
    /// That record.
    pub of: &'s Arc<Record>,
    /// The part that says so: a seat, a goal, a task, a step, a decision.
    pub part: &'s Record,
}

/// Somebody and what they have taken on.
#[derive(Clone, Debug)]
pub struct Holder<'s> {
    /// The institution; the person, where they belong to none.
    pub actor: &'s Arc<Record>,
    /// Their duties, in the order of [`ALL`].
    pub duties: Vec<Duty<'s>>,
}

impl Holder<'_> {
    /// How many of this kind.
    #[must_use]
    pub fn count(&self, what: What) -> usize {
        self.duties.iter().filter(|duty| duty.what == what).count()
    }

    /// How much they carry: everything but decisions that went to them, which say nothing about being done.
    #[must_use]
    pub fn carries(&self) -> usize {
        self.duties.len() - self.count(What::Handed)
    }
}

/// Who has taken on what on a day (`YYYY-MM-DD`), those who carry most first. Decisions count from `since` on.
#[must_use]
pub fn duties<'s>(store: &'s Store, day: &str, since: &str) -> Vec<Holder<'s>> {
    let mut found: BTreeMap<&str, Holder<'s>> = BTreeMap::new();
    let mut add = |what, id: &str, kind, of, part| {
        let Some((Kind::Actor, who)) = store.resolve(id) else { return };
        let home = home(store, who);
        let holder = found.entry(&home.id).or_insert_with(|| Holder { actor: home, duties: Vec::new() });
        holder.duties.push(Duty { what, who, kind, of, part });
    };
    for body in store.all(Kind::Network).filter(|body| !is_over(body)) {
        let seats = body.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, day));
        for seat in seats.filter(|seat| leads(seat)) {
            let person = seat.text(member::PERSON);
            let who = if store.resolve(person).is_some() { person } else { seat.text(member::ACTOR) };
            add(What::Leads, who, Kind::Network, body, seat);
        }
        for part in body.parts(network::NEXT_STEPS).iter().filter(|part| part.text(step::DONE_ON).is_empty()) {
            part.texts(step::WHO).iter().for_each(|who| add(What::Step, who, Kind::Network, body, part));
        }
    }
    for goal in goals(store) {
        for (_, who) in &goal.carried_by {
            add(What::Carries, &who.id, goal.kind, goal.of, goal.part);
        }
    }
    for one in live(store).into_iter().filter(super::tasks::Task::is_open) {
        one.part.texts(task::WHO).iter().for_each(|who| add(What::Task, who, Kind::Meeting, one.meeting, one.part));
    }
    for held in store.all(Kind::Meeting).filter(|held| held.text(meeting::AT) >= since) {
        for part in held.parts(meeting::DECISIONS) {
            add(What::Handed, part.text(decision::TO), Kind::Meeting, held, part);
        }
    }
    let mut holders: Vec<Holder<'s>> = found.into_values().collect();
    for holder in &mut holders {
        holder.duties.arrange_by_key(|duty| duty.what);
    }
    holders.arrange_by_key(|holder| (std::cmp::Reverse(holder.carries()), holder.actor.text(actor::NAME).to_owned()));
    holders
}

/// Coordination, chair and office; a deputy chair or a moderation is not a duty of its own.
fn leads(seat: &Record) -> bool {
    role::of_seat(seat).leads.is_some_and(|rank| rank <= 2)
}

/// The institution somebody acts for.
fn home<'s>(store: &'s Store, who: &'s Arc<Record>) -> &'s Arc<Record> {
    match store.resolve(who.text(actor::UNIT_OF)) {
        Some((Kind::Actor, unit)) if who.flag(actor::PERSON) == Some(true) => unit,
        _ => who,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read;

    #[test]
    fn what_people_have_taken_on_counts_with_their_institution() {
        let store = read(
            r#"{"format":"runde","version":1,
            "landscape":{"name":"L","goals":[{"id":"g-1","text":"A","carried_by":["amt","n"]}]},
            "actors":[{"id":"amt","name":"Amt"},{"id":"p-1","name":"Anna","person":true,"unit_of":"amt"},
                {"id":"p-2","name":"Berta","person":true}],
            "networks":[{"id":"n","name":"N","members":[
                {"id":"m-1","actor":"amt","person":"p-1","roles":["chair"]},
                {"id":"m-2","actor":"p-2","roles":["coordination"],"until":"2025"},
                {"id":"m-3","actor":"p-2","roles":["moderation"]}],
                "next_steps":[{"id":"s-1","text":"x","who":["p-2"]},{"id":"s-2","text":"y","who":["p-2"],"done_on":"2026"}]}],
            "meetings":[{"id":"t-1","networks":["n"],"at":"2026-01-01","status":"held",
                "tasks":[{"id":"a-1","text":"x","who":["p-1","p-2"]}],"decisions":[{"id":"d-1","text":"z","to":"amt"}]},
                {"id":"t-2","networks":["n"],"at":"2024-01-01","status":"held","decisions":[{"id":"d-2","text":"z","to":"amt"}]}]}"#,
        )
        .unwrap()
        .store;
        let holders = duties(&store, "2026-11-25", "2025-11-25");
        let counts: Vec<(&str, Vec<usize>)> =
            holders.iter().map(|one| (&*one.actor.id, ALL.map(|what| one.count(what)).to_vec())).collect();
        assert_eq!(counts, [("amt", vec![1, 1, 1, 0, 1]), ("p-2", vec![0, 0, 1, 1, 0])]);
        assert_eq!(holders[0].carries(), 3);
        assert_eq!(holders[0].duties[0].who.id.as_str(), "p-1");
    }
}
