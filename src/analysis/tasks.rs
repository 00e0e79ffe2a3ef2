//! Tasks noted in meetings, over all bodies. One that was carried over counts once: the last of its chain is the live
//! one, and it is done when that one is. Knows no screens and never what day it is.

use crate::arrange::Arrange as _;
use crate::landscape::{Kind, Record, meeting, task};
use crate::store::Store;
use smol_str::SmolStr;
use std::collections::HashSet;
use std::sync::Arc;

/// A task and the meeting it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Task<'s> {
    /// The meeting.
    pub meeting: &'s Arc<Record>,
    /// The task itself.
    pub part: &'s Record,
}

impl Task<'_> {
    /// Is it still to be done?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.part.text(task::DONE_ON).is_empty()
    }

    /// Should it have been done before this day (`YYYY-MM-DD`)? A month or a year is over with its last day.
    #[must_use]
    pub fn is_overdue(&self, today: &str) -> bool {
        let due = self.part.text(task::DUE);
        self.is_open() && !due.is_empty() && today.get(..due.len()).is_some_and(|now| due < now)
    }
}

/// The live tasks of all meetings: open ones first, by the day they are due, those without a day last; then the done ones,
/// the latest first.
#[must_use]
pub fn live(store: &Store) -> Vec<Task<'_>> {
    let all = || {
        let meetings = store.all(Kind::Meeting);
        meetings.flat_map(|meeting| meeting.parts(meeting::TASKS).iter().map(move |part| Task { meeting, part }))
    };
    let carried: HashSet<&str> = all().map(|one| one.part.text(task::CARRIED_FROM)).collect();
    let mut tasks: Vec<Task> = all().filter(|one| one.part.id.is_empty() || !carried.contains(&*one.part.id)).collect();
    tasks.arrange_by(|a, b| order(a).cmp(&order(b)));
    tasks
}

/// The open ones a body still has from its meetings, without those of `except`.
#[must_use]
pub fn left_open<'s>(store: &'s Store, networks: &[SmolStr], except: &str) -> Vec<Task<'s>> {
    let ours = |one: &Task| {
        *one.meeting.id != *except && one.meeting.texts(meeting::NETWORKS).iter().any(|id| networks.contains(id))
    };
    live(store).into_iter().filter(|one| one.is_open() && ours(one)).collect()
}

/// Open before done; without a day last; a month behind its days.
fn order<'s>(one: &Task<'s>) -> (bool, bool, std::cmp::Reverse<&'s str>, String, &'s str) {
    let (due, done) = (one.part.text(task::DUE), one.part.text(task::DONE_ON));
    (!done.is_empty(), due.is_empty(), std::cmp::Reverse(done), format!("{due:~<10}"), one.meeting.text(meeting::AT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read;

    #[test]
    fn a_task_carried_over_counts_once_and_is_done_with_its_last() {
        let text = r#"{"format": "runde", "version": 1, "networks": [{"id": "n-000001", "name": "N"}], "meetings": [
            {"id": "t-0000000001", "networks": ["n-000001"], "at": "2026-10-01", "tasks": [
                {"id": "a-000001", "text": "alt", "due": "2026-10-15"},
                {"id": "a-000002", "text": "erledigt", "done_on": "2026-10-20"},
                {"id": "a-000003", "text": "ohne Tag"}]},
            {"id": "t-0000000002", "networks": ["n-000001"], "at": "2026-11-01", "tasks": [
                {"id": "b-000001", "text": "alt", "due": "2026-12", "carried_from": "a-000001"},
                {"id": "b-000002", "text": "neu", "due": "2026-11-10"}]}]}"#;
        let store = read(text).unwrap().store;
        let ids = |tasks: Vec<Task>| tasks.iter().map(|one| one.part.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(live(&store)), ["b-000002", "b-000001", "a-000003", "a-000002"]);
        assert_eq!(ids(left_open(&store, &["n-000001".into()], "t-0000000002")), ["a-000003"]);
        let overdue: Vec<Task> = live(&store).into_iter().filter(|one| one.is_overdue("2026-11-23")).collect();
        assert_eq!(ids(overdue), ["b-000002"]);
    }
}
