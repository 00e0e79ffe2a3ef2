//! Which other networks look like this one: many of the same members. And what people decided about it. Compared are
//! only networks that share a member, found through who refers to the members.

use super::row::{At, Follow, Row, Tone};
use super::sheet::Sheet;
use crate::i18n::fill;
use crate::landscape::{Kind, Record, member, network, role, verdict};
use std::collections::{HashMap, HashSet};

/// Members shared before two networks are called alike, and their share of the smaller one in percent: below three
/// shared members the overlap of small networks says nothing.
const LEAST: usize = 3;
const SHARE: usize = 60;
/// Members from which on all networks are looked at once instead of those of each member.
const MANY: usize = 200;
/// How many are shown.
const SHOWN: usize = 2;

/// The actors that count as members today, each once.
pub(super) fn members<'a>(sheet: &Sheet, network: &'a Record) -> HashSet<&'a str> {
    let seats = network.parts(network::MEMBERS).iter();
    let counting = seats.filter(|seat| sheet.sits(seat) && role::of_seat(seat).member);
    counting.map(|seat| seat.text(member::ACTOR)).filter(|actor| !actor.is_empty()).collect()
}

/// The networks most alike, and the verdicts about this one.
pub(super) fn rows(sheet: &Sheet, here: &HashSet<&str>) -> Vec<Row> {
    let verdicts: Vec<&Record> = sheet.from(Kind::Verdict).map(|record| &**record).collect();
    let mut judged: HashSet<&str> = HashSet::new();
    let mut rows = Vec::new();
    for alike in most_alike(sheet, here) {
        let decided = verdicts.iter().find(|verdict| other_side(sheet, verdict) == &*alike.network.id);
        let row = alike_row(sheet, &alike);
        rows.push(match decided {
            Some(verdict) => {
                judged.insert(&verdict.id);
                row.and(sheet.label("verdict", verdict.text(verdict::VERDICT)), Tone::Quiet)
                    .at(At::record(Kind::Verdict, &verdict.id))
            }
            None => row.at(At::record(sheet.kind, &sheet.record.id)),
        });
    }
    let left = verdicts.iter().filter(|verdict| !judged.contains(verdict.id.as_str()));
    rows.extend(left.map(|verdict| verdict_row(sheet, verdict)));
    for (row, label) in rows.iter_mut().zip(std::iter::once(sheet.texts().alike)) {
        label.clone_into(&mut row.label);
    }
    rows
}

/// A network with the number of shared members, the size of this one and of that one.
struct Alike<'a> {
    network: &'a Record,
    shared: usize,
    here: usize,
    there: usize,
}

fn most_alike<'a>(sheet: &Sheet<'a>, here: &HashSet<&str>) -> Vec<Alike<'a>> {
    if here.len() < LEAST {
        return Vec::new();
    }
    let mut found: Vec<Alike> = candidates(sheet, here)
        .into_iter()
        .filter(|network| network.id != sheet.record.id)
        .filter_map(|network| {
            let there = members(sheet, network);
            let shared = there.intersection(here).count();
            let alike = shared >= LEAST && shared * 100 >= SHARE * here.len().min(there.len());
            alike.then_some(Alike { network, shared, here: here.len(), there: there.len() })
        })
        .collect();
    found.sort_by(|a, b| b.shared.cmp(&a.shared).then(a.there.cmp(&b.there)).then(a.network.id.cmp(&b.network.id)));
    found.truncate(SHOWN);
    found
}

/// The networks worth comparing: those that share enough members, or simply all where looking each member up would take
/// longer than that.
fn candidates<'a>(sheet: &Sheet<'a>, here: &HashSet<&str>) -> Vec<&'a Record> {
    if here.len() > MANY {
        return sheet.store().all(Kind::Network).map(|network| &**network).collect();
    }
    let mut shared: HashMap<&str, (usize, &'a Record)> = HashMap::new();
    for network in here.iter().flat_map(|actor| sheet.others(Kind::Network, actor)) {
        shared.entry(&network.id).or_insert((0, network)).0 += 1;
    }
    shared.into_values().filter(|(count, _)| *count >= LEAST).map(|(_, network)| network).collect()
}

fn alike_row(sheet: &Sheet, alike: &Alike) -> Row {
    let (shared, texts) = (alike.shared.to_string(), sheet.texts());
    let said = if alike.here <= alike.there {
        fill(texts.shared_here, &[&shared, &alike.here.to_string()])
    } else {
        fill(texts.shared_there, &[&shared, &alike.there.to_string()])
    };
    sheet.link(Row::fact(""), &alike.network.id).and(&said, Tone::Plain)
}

/// The record a verdict compares the sheet's record with.
fn other_side<'v>(sheet: &Sheet, verdict: &'v Record) -> &'v str {
    let (a, b) = (verdict.text(verdict::A), verdict.text(verdict::B));
    if a == sheet.id() { b } else { a }
}

/// "Judged: double structure with …"; Enter leads to the verdict.
pub(super) fn verdict_row(sheet: &Sheet, verdict: &Record) -> Row {
    let other = sheet.link(Row::fact(""), other_side(sheet, verdict));
    let mut row = other.and(sheet.label("verdict", verdict.text(verdict::VERDICT)), Tone::Plain);
    row.follow = Some(Follow::Record(Kind::Verdict, verdict.id.clone()));
    row.at(At::record(Kind::Verdict, &verdict.id))
}
