//! Who counts: the one table of roles (OParl issue #405: deputies must not be counted as members).

use super::{Record, member};

/// What a seat in a role stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Counted when members are counted.
    pub member: bool,
    /// Has to come: adds to the yearly load of meetings.
    pub load: bool,
    /// Ties actor and network in the two-mode graph.
    pub tie: bool,
    /// Leads or coordinates the body; the order in which a card names who does.
    pub leads: Option<u8>,
}

const fn counts(member: bool, load: bool, tie: bool, leads: Option<u8>) -> Counts {
    Counts { member, load, tie, leads }
}

/// The table: role key → what it counts as.
pub const TABLE: [(&str, Counts); 17] = [
    ("coordination", counts(true, true, true, Some(0))),
    ("chair", counts(true, true, true, Some(1))),
    ("office", counts(true, true, true, Some(2))),
    ("deputy_chair", counts(true, true, true, Some(3))),
    ("moderation", counts(true, true, true, Some(4))),
    ("convenor", counts(true, true, true, Some(5))),
    ("minutes", counts(true, true, true, None)),
    ("voting_member", counts(true, true, true, None)),
    ("advisory_member", counts(true, true, true, None)),
    ("member", counts(true, true, true, None)),
    ("expert", counts(true, true, true, None)),
    ("other", counts(true, true, true, None)),
    ("deputy", counts(false, false, false, None)),
    ("guest", counts(false, false, false, None)),
    ("observer", counts(false, false, false, None)),
    ("funder", counts(false, false, false, None)),
    ("sponsor_top", counts(false, false, false, None)),
];

/// What a role counts as. A role of the office's own making counts as a member.
#[must_use]
pub fn of(role: &str) -> Counts {
    TABLE.iter().find(|(key, _)| *key == role).map_or(counts(true, true, true, None), |(_, counts)| *counts)
}

/// What a seat counts as: the most its roles give; a seat without a role is a member's.
#[must_use]
pub fn of_seat(seat: &Record) -> Counts {
    let roles = seat.texts(member::ROLES);
    if roles.is_empty() {
        return of("member");
    }
    roles.iter().map(|role| of(role)).fold(counts(false, false, false, None), |sum, one| Counts {
        member: sum.member || one.member,
        load: sum.load || one.load,
        tie: sum.tie || one.tie,
        leads: match (sum.leads, one.leads) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        },
    })
}

/// Is a period `from`–`until` (either may be empty, either may be a year or a month only) valid on `day`
/// (`YYYY-MM-DD`)? A year counts from its first to its last day.
#[must_use]
pub fn valid_on(from: &str, until: &str, day: &str) -> bool {
    let begun = from.is_empty() || day.get(..from.len().min(day.len())).is_some_and(|known| known >= from);
    let over = !until.is_empty() && day.get(..until.len().min(day.len())).is_some_and(|known| known > until);
    begun && !over
}

/// Is this seat taken on `day`?
#[must_use]
pub fn seat_on(seat: &Record, day: &str) -> bool {
    valid_on(seat.text(member::FROM), seat.text(member::UNTIL), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_cover_their_whole_period() {
        assert!(valid_on("2026", "", "2026-01-01"));
        assert!(!valid_on("2026-02", "", "2026-01-31"));
        assert!(valid_on("", "2026", "2026-12-31"));
        assert!(!valid_on("", "2026", "2027-01-01"));
        assert!(valid_on("2026-11-23", "2026-11-23", "2026-11-23"));
    }

    #[test]
    fn a_deputy_who_also_takes_minutes_counts() {
        use crate::landscape::{Id, Value};
        let seat = |roles: &[&str]| {
            Record::new(&member::SHAPE, Id::none()).with(member::ROLES, Value::set(roles.iter().copied()))
        };
        assert!(!of_seat(&seat(&["deputy"])).member);
        assert!(of_seat(&seat(&["deputy", "minutes"])).member);
        assert!(of_seat(&seat(&[])).tie);
        assert_eq!(of_seat(&seat(&["chair", "coordination"])).leads, Some(0));
    }
}
