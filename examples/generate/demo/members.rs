//! Seats: from `awo/awol<liga:v` to a record. `handle[/person][<sender][:roles]`, `!person`, `kind*number`.

use super::names::Names;
use crate::records::{Member, set};
use crate::rng::Rng;
use anyhow::Result;
use std::collections::HashMap;

/// How often each institution has been seated so far: whoever sits least comes first when a table asks for anyone.
pub(super) type Seated = HashMap<&'static str, u32>;

/// One seat as the table has it, with everything looked up.
struct Seat {
    handle: &'static str,
    person: &'static str,
    sender: &'static str,
    roles: &'static str,
}

/// All seats of a network.
pub(super) fn members(
    names: &mut Names,
    network: &'static str,
    line: &'static str,
    since: &str,
    seated: &mut Seated,
) -> Result<Vec<Member>> {
    let mut rng = Rng::of(&["members", network]);
    let mut seats = Vec::new();
    for token in line.split_whitespace() {
        match token.split_once('*') {
            Some((kind, number)) => {
                let number = number.parse()?;
                seats.extend(anyone(names, kind, number, &seats, seated));
            }
            None => seats.push(seat(token)),
        }
    }
    let mut members = Vec::new();
    for seat in &seats {
        *seated.entry(seat.handle).or_default() += 1;
        let others: Vec<&str> = seats.iter().map(|seat| seat.person).collect();
        let member = member(names, network, seat, &others, since, &mut rng)?;
        let beside = beside(names, seat, (&member.person, &others), since, &mut rng)?;
        members.push(member);
        members.extend(beside);
    }
    let ids = names.ids.parts("m", members.len(), &[network]);
    for (member, id) in members.iter_mut().zip(ids) {
        member.id = id;
    }
    Ok(members)
}

fn seat(token: &'static str) -> Seat {
    let (rest, roles) = token.split_once(':').unwrap_or((token, ""));
    let (rest, sender) = rest.split_once('<').unwrap_or((rest, ""));
    if let Some(person) = rest.strip_prefix('!') {
        return Seat { handle: "", person, sender, roles };
    }
    let (handle, person) = rest.split_once('/').unwrap_or((rest, ""));
    Seat { handle, person, sender, roles }
}

/// Institutions of a kind that sit least; never those who are meant to stand apart.
fn anyone(names: &Names, kind: &str, number: usize, seats: &[Seat], seated: &Seated) -> Vec<Seat> {
    const APART: [&str; 6] = ["Rauhenstein", "Tiefengrund", "Obersteig", "Kaltenbuch", "Wehrau", "Altenlohe"];
    let mut free: Vec<&'static str> = names
        .institutions
        .iter()
        .filter(|(handle, entry)| {
            entry.kind.contains(kind)
                && !handle.starts_with("is")
                && !APART.contains(&names.town(handle))
                && seats.iter().all(|seat| seat.handle != **handle)
        })
        .map(|(handle, _)| *handle)
        .collect();
    free.sort_by_key(|handle| (seated.get(handle).copied().unwrap_or(0), *handle));
    free.into_iter().take(number).map(|handle| Seat { handle, person: "", sender: "", roles: "" }).collect()
}

/// `others` are the people the table names for other seats.
fn member(names: &Names, network: &str, seat: &Seat, others: &[&str], since: &str, rng: &mut Rng) -> Result<Member> {
    let mut roles = set(seat.roles.chars().filter_map(role));
    if roles.is_empty() && rng.chance(75) {
        roles = set(["member"]);
    }
    let mut member = Member {
        roles,
        voting: voting(seat.roles),
        from: begin(since, rng),
        attendance: attendance(rng).to_owned(),
        ..Member::default()
    };
    if seat.handle.is_empty() {
        member.actor = names.person(seat.person)?;
    } else {
        member.actor = names.institution(seat.handle)?;
        let mut people = names.people_of(seat.handle);
        people.retain(|person| !others.contains(person));
        let person = if seat.person.is_empty() && rng.chance(60) && network != "bkonf" {
            rng.pick(&people).unwrap_or("")
        } else {
            seat.person
        };
        if !person.is_empty() {
            member.person = names.person(person)?;
        }
    }
    if !seat.sender.is_empty() {
        member.sent_by = names.any(seat.sender)?;
    }
    Ok(member)
}

/// A deputy or an earlier period beside a seat: they do not count as members today. `taken` are the seat's holder (by
/// id) and everyone the table names.
fn beside(names: &Names, seat: &Seat, taken: (&str, &[&str]), since: &str, rng: &mut Rng) -> Result<Option<Member>> {
    let chance = rng.below(100);
    if seat.handle.is_empty() || since.get(..4).is_none_or(|year| year > "2021") || chance >= 20 {
        return Ok(None);
    }
    let mut member = Member { actor: names.institution(seat.handle)?, ..Member::default() };
    if chance < 12 {
        member.roles = set(["deputy"]);
        member.from = begin(since, rng);
        let mut people = names.people_of(seat.handle);
        people.retain(|key| !taken.1.contains(key) && names.people.get(key).is_some_and(|entry| entry.id != taken.0));
        if let Some(person) = rng.pick(&people) {
            member.person = names.person(person)?;
        }
    } else {
        member.roles = set(["member"]);
        since.clone_into(&mut member.from);
        member.until = format!("{}-12-31", 2021 + rng.below(2));
    }
    Ok(Some(member))
}

fn role(letter: char) -> Option<&'static str> {
    Some(match letter {
        'c' => "chair",
        'd' => "deputy_chair",
        'k' => "coordination",
        'o' => "office",
        'm' => "moderation",
        'p' => "minutes",
        'i' => "convenor",
        'v' => "voting_member",
        'a' => "advisory_member",
        'x' => "expert",
        'g' => "guest",
        't' => "sponsor_top",
        _ => return None,
    })
}

fn voting(roles: &str) -> Option<bool> {
    if roles.contains('v') {
        Some(true)
    } else if roles.contains('a') {
        Some(false)
    } else {
        None
    }
}

/// Some have been there from the start, some came later, of some nobody knows.
fn begin(since: &str, rng: &mut Rng) -> String {
    let year: u64 = since.get(..4).and_then(|year| year.parse().ok()).unwrap_or(2020);
    match rng.below(10) {
        0..=3 => since.to_owned(),
        4..=7 => (year.max(2023) + rng.below(3)).min(2026).to_string(),
        _ => String::new(),
    }
}

fn attendance(rng: &mut Rng) -> &'static str {
    match rng.below(100) {
        0..=67 => "regular",
        68..=87 => "irregular",
        88..=90 => "never",
        _ => "",
    }
}
