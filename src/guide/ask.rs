//! Whom to ask next, and why, in words: those who could answer most of what is still open.

use super::cover::{Person, order};
use super::matrix::Line;
use crate::analysis::betweenness::betweenness;
use crate::analysis::sector;
use crate::analysis::work::Work;
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, Kind, Record, actor, evidence, member, network, role, the_landscape, vocabulary};
use crate::store::Store;
use std::collections::{BTreeMap, BTreeSet};

/// The share of the highest betweenness from which somebody is called a bridge.
const BRIDGE: f64 = 0.25;

/// Somebody to talk to.
#[derive(Clone, Debug)]
pub struct Informant<'a> {
    /// The person; or the institution, where no person is named.
    pub actor: &'a Record,
    /// The networks they sit in with open questions: places in the matrix.
    pub covers: Vec<usize>,
    /// How many open questions about these networks.
    pub open: usize,
    /// Betweenness in the two-mode graph, 0–1 of the highest of all candidates.
    pub bridge: f64,
    /// Their sector, when no piece of evidence has heard it yet.
    pub new_sector: Option<&'static str>,
}

/// The order in which to ask at most `limit` people. Lines from [`super::matrix`] of the same store and day.
#[must_use]
pub fn ask<'a>(store: &'a Store, lines: &[Line<'a>], day: &str, limit: usize) -> Vec<Informant<'a>> {
    ask_beside(store, lines, day, limit, &Work::default()).unwrap_or_default()
}

/// The same as work beside the loop. Nothing when it was called off.
#[must_use]
pub fn ask_beside<'a>(
    store: &'a Store,
    lines: &[Line<'a>],
    day: &str,
    limit: usize,
    work: &Work,
) -> Option<Vec<Informant<'a>>> {
    let seats = seats(store, lines, day);
    let ids: Vec<&Id> = seats.keys().copied().collect();
    let networks: Vec<&[usize]> = seats.values().map(Vec::as_slice).collect();
    let between = betweenness(&networks, lines.len(), work)?;
    let highest = between.iter().copied().fold(0.0, f64::max);
    let sectors = vocabulary::values("sector");
    let place_of = |id: &str| sectors.iter().position(|entry| Some(entry.key) == sector::of(store, id));
    let heard: BTreeSet<usize> = heard(store).iter().filter_map(|id| place_of(id)).collect();
    let people: Vec<Person> = seats
        .iter()
        .zip(&between)
        .map(|((id, networks), between)| Person {
            networks: networks.clone(),
            bridge: if highest > 0.0 { between / highest } else { 0.0 },
            sector: place_of(id).filter(|sector| !heard.contains(sector)),
        })
        .collect();
    let open: Vec<usize> = lines.iter().map(|line| line.open().count()).collect();
    let informant = |place: usize| {
        let person = people.get(place)?;
        let actor = store.get(Kind::Actor, ids.get(place)?)?;
        let count = |network: &usize| open.get(*network).copied().unwrap_or(0);
        let covers: Vec<usize> = person.networks.iter().copied().filter(|network| count(network) > 0).collect();
        let new_sector = person.sector.and_then(|sector| sectors.get(sector)).map(|entry| entry.key);
        Some(Informant { actor, open: covers.iter().map(count).sum(), covers, bridge: person.bridge, new_sector })
    };
    Some(order(&people, &open, limit).into_iter().filter_map(informant).collect())
}

/// Why this person, in words.
#[must_use]
pub fn reasons(one: &Informant<'_>, lang: Lang) -> Vec<String> {
    let texts = &lang.texts().guide;
    let open = one.open.to_string();
    let mut reasons = vec![match one.covers.len() {
        1 => fill(texts.could_answer_one, &[&open]),
        many => fill(texts.could_answer, &[&many.to_string(), &open]),
    }];
    if one.bridge >= BRIDGE {
        reasons.push(texts.bridge.to_owned());
    }
    if let Some(sector) = one.new_sector {
        reasons.push(fill(texts.sector, &[vocabulary::label("sector", sector, lang)]));
    }
    reasons
}

/// Who sits where on the day, ourselves left out: who could tell, and the places of the networks in the matrix.
fn seats<'a>(store: &'a Store, lines: &[Line<'a>], day: &str) -> BTreeMap<&'a Id, Vec<usize>> {
    let mut found: BTreeMap<&Id, Vec<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate().skip(1) {
        for seat in line.record.parts(network::MEMBERS) {
            if !role::seat_on(seat, day) || !role::of_seat(seat).tie {
                continue;
            }
            if let Some(who) = informant(store, seat) {
                let places = found.entry(&who.id).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
    }
    found
}

/// Who tells about a seat: the person who sits there, else the institution. Not our own office.
fn informant<'a>(store: &'a Store, seat: &Record) -> Option<&'a Record> {
    let of = |id: &str| match store.resolve(id) {
        Some((Kind::Actor, found)) => Some(&**found),
        _ => None,
    };
    let own = store.landscape().text(the_landscape::OWN_UNIT);
    let institution = of(seat.text(member::ACTOR))?;
    let who = of(seat.text(member::PERSON)).unwrap_or(institution);
    let ours = [institution, who].iter().any(|one| *one.id == *own || one.text(actor::UNIT_OF) == own);
    (own.is_empty() || !ours).then_some(who)
}

/// Everybody a piece of evidence names as a partner.
#[must_use]
pub fn heard(store: &Store) -> BTreeSet<&str> {
    store.all(Kind::Evidence).flat_map(|source| source.texts(evidence::WITH)).map(|id| &**id).collect()
}
