//! What single networks lack: coordination, members, rhythm, sources, fresh data, time; and sectors that the other
//! networks on their themes have. Knows no screens.

use super::{Detail, Gap, GapKind, MissingSector};
use crate::analysis::day::last_day;
use crate::analysis::graph::{Whom, seated};
use crate::analysis::{sector, takeover};
use crate::landscape::{Kind, Record, evidence, meeting, member, network, rhythm, role, statement};
use crate::store::Store;
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Other networks on a theme before their sectors say anything.
const PEERS: usize = 5;
/// The share of them, in percent, that must have a sector before it is missed elsewhere.
const MOST: usize = 90;

/// What is known about networks beside their own records.
struct Known<'s> {
    rhythms: HashMap<&'s str, Vec<&'s Record>>,
    meetings: HashMap<&'s str, Vec<&'s Record>>,
    /// Network, seat or tie → the pieces of evidence that speak of it.
    sources: HashMap<&'s str, Vec<&'s Record>>,
}

impl<'s> Known<'s> {
    fn of(store: &'s Store) -> Self {
        let mut rhythms: HashMap<&str, Vec<&Record>> = HashMap::new();
        for record in store.all(Kind::Rhythm) {
            rhythms.entry(record.text(rhythm::NETWORK)).or_default().push(record);
        }
        let mut meetings: HashMap<&str, Vec<&Record>> = HashMap::new();
        for record in store.all(Kind::Meeting) {
            for id in record.texts(meeting::NETWORKS) {
                meetings.entry(id).or_default().push(record);
            }
        }
        let mut sources: HashMap<&str, Vec<&Record>> = HashMap::new();
        for record in store.all(Kind::Evidence) {
            let about = record.parts(evidence::STATEMENTS).iter().flat_map(|part| part.texts(statement::ABOUT));
            for id in about.collect::<BTreeSet<_>>() {
                sources.entry(id).or_default().push(record);
            }
        }
        Known { rhythms, meetings, sources }
    }

    /// The pieces of evidence about a network, its seats or its ties, each once.
    fn sources(&self, network: &Record) -> BTreeMap<&'s str, &'s Record> {
        let parts = network.parts(network::MEMBERS).iter().chain(network.parts(network::EMBEDDING));
        let ids = parts.map(|part| part.id.as_str()).filter(|id| !id.is_empty()).chain([network.id.as_str()]);
        let found = ids.filter_map(|id| self.sources.get(id)).flatten();
        found.map(|record| (record.id.as_str(), *record)).collect()
    }
}

/// What each of these networks lacks.
pub(super) fn gaps(store: &Store, living: &[&Record], today: Date) -> Vec<Gap> {
    let known = Known::of(store);
    let each = living.par_iter().map(|record| gaps_of(record, &known, today));
    each.flatten_iter().collect()
}

fn gaps_of(record: &Record, known: &Known, today: Date) -> Vec<Gap> {
    let mut found = people(record, &today.to_string());
    let rhythms = known.rhythms.get(record.id.as_str()).map_or(&[][..], Vec::as_slice);
    if !rhythms.iter().any(|one| !matches!(one.text(rhythm::RULE), "unknown" | "none_yet")) {
        found.push(Gap::body(GapKind::NoRhythm, record, Detail::Plain));
    }
    found.extend(sources(record, known));
    found.extend(time(record, today));
    let meetings = known.meetings.get(record.id.as_str()).map_or(&[][..], Vec::as_slice);
    if let Some(seen) = takeover::of(meetings, rhythms, today).filter(|seen| seen.overdue || seen.dormant) {
        let kind = if seen.dormant { GapKind::Dormant } else { GapKind::Overdue };
        found.push(Gap::body(kind, record, Detail::Day(seen.last.to_string().into())));
    }
    found
}

/// Nobody coordinates, nobody sits there.
fn people(record: &Record, day: &str) -> Vec<Gap> {
    let seats = || record.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, day));
    let mut found = Vec::new();
    if !seats().any(|seat| role::of_seat(seat).leads.is_some()) {
        found.push(Gap::body(GapKind::NoCoordination, record, Detail::Plain));
    }
    let somebody = |seat: &Record| !seat.text(member::ACTOR).is_empty() || !seat.text(member::PERSON).is_empty();
    if !seats().any(|seat| somebody(seat) && role::of_seat(seat).member) {
        found.push(Gap::body(GapKind::NoMembers, record, Detail::Plain));
    }
    found
}

fn sources(record: &Record, known: &Known) -> Option<Gap> {
    let sources = known.sources(record);
    match sources.values().next() {
        None => Some(Gap::body(GapKind::NoEvidence, record, Detail::Plain)),
        Some(only) if sources.len() == 1 => {
            Some(Gap::body(GapKind::OneSource, record, Detail::Day(only.text(evidence::DATE).into())))
        }
        Some(_) => None,
    }
}

/// Ends soon, or nobody looked at it for long.
fn time(record: &Record, today: Date) -> Vec<Gap> {
    let mut found = Vec::new();
    let (until, checked) = (record.text(network::UNTIL), record.text(network::CHECKED_ON));
    if last_day(until).is_some_and(|end| end >= today && end <= today.saturating_add(6.months())) {
        found.push(Gap::body(GapKind::Ending, record, Detail::Day(until.into())));
    }
    match last_day(checked) {
        None => found.push(Gap::body(GapKind::Unchecked, record, Detail::Plain)),
        Some(day) if day < today.saturating_sub(12.months()) => {
            found.push(Gap::body(GapKind::Stale, record, Detail::Day(checked.into())));
        }
        Some(_) => {}
    }
    found
}

/// Sectors a network lacks though most other networks on one of its themes have them.
pub(super) fn sectors(store: &Store, living: &[&Record], day: &str) -> Vec<Gap> {
    let have = |record: &Record| -> BTreeSet<&str> {
        let seated = seated(store, record, day, Whom::Institutions);
        let sectors = seated.iter().filter_map(|id| sector::of(store, id));
        sectors.filter(|sector| *sector != "other").collect()
    };
    let present: Vec<(&Record, BTreeSet<&str>)> = living.par_iter().map(|record| (*record, have(record))).collect();
    let mut on: HashMap<&str, (usize, BTreeMap<&str, usize>)> = HashMap::new();
    for (record, sectors) in present.iter().filter(|(_, sectors)| !sectors.is_empty()) {
        for theme in record.texts(network::THEMES) {
            let (all, each) = on.entry(theme).or_default();
            *all += 1;
            for sector in sectors {
                *each.entry(sector).or_default() += 1;
            }
        }
    }
    let lacking = present.iter().filter(|(_, sectors)| !sectors.is_empty()).filter_map(|(record, sectors)| {
        let missing = missing(record, sectors, &on);
        (!missing.is_empty()).then(|| Gap::body(GapKind::MissingSectors, record, Detail::Sectors(missing)))
    });
    lacking.collect()
}

fn missing(
    record: &Record,
    own: &BTreeSet<&str>,
    on: &HashMap<&str, (usize, BTreeMap<&str, usize>)>,
) -> Vec<MissingSector> {
    let mut found: BTreeMap<&str, MissingSector> = BTreeMap::new();
    for theme in record.texts(network::THEMES) {
        let Some((all, each)) = on.get(&**theme).filter(|(all, _)| *all > PEERS) else { continue };
        let of = all - 1;
        for (sector, with) in each.iter().filter(|(sector, _)| !own.contains(*sector)) {
            if with * 100 >= of * MOST {
                let one = MissingSector { sector: (*sector).into(), theme: theme.clone(), with: *with, of };
                found.entry(sector).or_insert(one);
            }
        }
    }
    found.into_values().collect()
}
