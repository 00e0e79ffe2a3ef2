//! Goals: those of the landscape and of every body, who carries them, and which nobody carries. Knows no screens.

use crate::landscape::life::is_over;
use crate::landscape::{Kind, Record, goal, network, the_landscape};
use crate::store::Store;
use std::sync::Arc;

/// A goal, whose it is, and who carries it.
#[derive(Clone, Debug)]
pub struct Goal<'s> {
    /// The network; or the landscape's own record.
    pub of: &'s Arc<Record>,
    /// The kind of that record.
    pub kind: Kind,
    /// The goal.
    pub part: &'s Record,
    /// Networks and actors that carry it today: bodies that have ended carry nothing any more.
    pub carried_by: Vec<(Kind, &'s Arc<Record>)>,
}

impl Goal<'_> {
    /// Does nobody carry it?
    #[must_use]
    pub fn is_orphan(&self) -> bool {
        self.carried_by.is_empty()
    }

    /// Is it one of the whole landscape?
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.kind == Kind::Landscape
    }
}

/// The goals of the landscape in their order, then those of the bodies that still exist.
#[must_use]
pub fn goals(store: &Store) -> Vec<Goal<'_>> {
    let landscape = store.landscape();
    let own = landscape.parts(the_landscape::GOALS).iter().map(|part| goal(store, (Kind::Landscape, landscape), part));
    let alive = store.all(Kind::Network).filter(|body| !is_over(body));
    let theirs = alive
        .flat_map(|body| body.parts(network::GOALS).iter().map(move |part| goal(store, (Kind::Network, body), part)));
    own.chain(theirs).collect()
}

fn goal<'s>(store: &'s Store, (kind, of): (Kind, &'s Arc<Record>), part: &'s Record) -> Goal<'s> {
    let carriers = part.texts(goal::CARRIED_BY).iter().filter_map(|id| store.resolve(id));
    let alive = |(kind, record): &(Kind, &Arc<Record>)| *kind != Kind::Network || !is_over(record);
    Goal { of, kind, part, carried_by: carriers.filter(alive).collect() }
}

/// The bodies that exist and have named no goal; political committees left out, whose goals are the council's.
#[must_use]
pub fn without_goal(store: &Store) -> Vec<&Arc<Record>> {
    let bodies = store.all(Kind::Network);
    let none = |body: &&Arc<Record>| body.parts(network::GOALS).is_empty();
    bodies.filter(|body| !is_over(body) && !crate::landscape::life::is_committee(body)).filter(none).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{DEMO, read};

    #[test]
    fn on_the_demo_one_goal_of_the_landscape_is_carried_by_nobody() {
        let store = read(DEMO).unwrap().store;
        let goals = goals(&store);
        let orphans: Vec<&str> = goals
            .iter()
            .filter(|goal| goal.is_shared() && goal.is_orphan())
            .map(|goal| goal.part.text(crate::landscape::goal::TEXT))
            .collect();
        assert_eq!(orphans, ["Jugendliche, die der Schule fernbleiben, gehen niemandem verloren"]);
        assert_eq!(goals.iter().filter(|goal| goal.is_shared()).count(), 6);
    }

    #[test]
    fn a_body_that_has_ended_carries_nothing_and_has_no_goals_any_more() {
        let store = read(
            r#"{"format":"runde","version":1,"landscape":{"name":"L","goals":[
            {"id":"g-1","text":"A","carried_by":["old"]},{"id":"g-2","text":"B","carried_by":["new","old"]},
            {"id":"g-3","text":"C","carried_by":["gone"]}]},
            "networks":[{"id":"new","name":"N"},{"id":"old","name":"O","lifecycle":"ended","goals":[{"id":"g-4","text":"D"}]}]}"#,
        )
        .unwrap()
        .store;
        let goals = goals(&store);
        let carried: Vec<(&str, usize)> = goals.iter().map(|goal| (&*goal.part.id, goal.carried_by.len())).collect();
        assert_eq!(carried, [("g-1", 0), ("g-2", 1), ("g-3", 0)]);
        assert_eq!(without_goal(&store).len(), 1);
    }
}
