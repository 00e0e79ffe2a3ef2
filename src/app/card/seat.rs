//! Seats in a network: who leads, who takes part, who used to. Shared by the cards of networks and actors.

use super::row::{Row, Tone};
use super::sheet::Sheet;
use crate::landscape::{Record, member, role};

/// The id people want to see first for a seat: the person if one is known, else the institution.
pub(super) fn who(seat: &Record) -> &str {
    match seat.text(member::PERSON) {
        "" => seat.text(member::ACTOR),
        person => person,
    }
}

/// Its roles in brackets, as far as they say more than that somebody takes part.
pub(super) fn roles(sheet: &Sheet, seat: &Record) -> String {
    let roles = seat.texts(member::ROLES);
    let mut said: Vec<&str> =
        roles.iter().filter(|role| &***role != "member").map(|role| sheet.label("role", role)).collect();
    let votes = roles.iter().any(|role| &**role == "voting_member");
    match seat.flag(member::VOTING) {
        Some(true) if !votes => said.push(sheet.texts().votes),
        Some(false) => said.push(sheet.texts().no_vote),
        _ => {}
    }
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

/// Since when, how regularly, sent by whom: what comes last in the line of a seat.
pub(super) fn details(sheet: &Sheet, row: Row, seat: &Record) -> Row {
    let row = row.and(&sheet.period(seat.text(member::FROM), seat.text(member::UNTIL)), Tone::Quiet);
    let row = match seat.text(member::ATTENDANCE) {
        "" | "regular" | "unknown" => row,
        "never" => row.and(sheet.texts().never_comes, Tone::Warn),
        other => row.and(sheet.label("attendance", other), Tone::Quiet),
    };
    match seat.text(member::SENT_BY) {
        "" => row,
        by => row.and(&crate::i18n::fill(sheet.texts().sent_by, &[&sheet.name(by)]), Tone::Quiet),
    }
}

/// The place of a seat among those of its network: who leads first, who counts as a member next.
pub(super) fn rank(seat: &Record) -> (u8, bool) {
    let counts = role::of_seat(seat);
    (counts.leads.unwrap_or(u8::MAX), !counts.member)
}

/// The role by which a seat leads, if it does.
pub(super) fn leading_role(seat: &Record) -> Option<&str> {
    let ranked = seat.texts(member::ROLES).iter().filter_map(|role| Some((role::of(role).leads?, &**role)));
    ranked.min().map(|(_, role)| role)
}
