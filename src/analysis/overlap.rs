//! Pairs of networks that look alike: who sits in both, and apart from that what else is the same. No score: each part
//! is given by itself, and people decide. Knows no screens.

use super::graph::{TwoMode, Whom};
use crate::landscape::{Field, Id, Kind, Record, member, network, role, verdict};
use crate::store::Store;
use std::collections::{BTreeSet, HashMap};

/// Members shared before a pair is looked at: below that the overlap of small networks says nothing.
pub const LEAST: usize = 3;
/// The share of the smaller network's members, in percent, from which on a pair is claimed.
pub const CLAIMED: usize = 66;
/// The same, from which on a pair is shown when all are wanted.
pub const WEAK: usize = 33;

/// Fields of networks that are compared as sets.
const SETS: [Field; 3] = [network::THEMES, network::PHASES, network::TARGET_GROUPS];

/// Two networks that look alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The first by id.
    pub a: Id,
    /// The other one.
    pub b: Id,
    /// Members in both.
    pub shared: usize,
    /// Members of the first.
    pub of_a: usize,
    /// Members of the other.
    pub of_b: usize,
    /// What else is the same: field and value, or `coordinator` and the actor.
    pub alike: Vec<(&'static str, Box<str>)>,
    /// What people decided, if they did.
    pub verdict: Option<Box<str>>,
    /// The verdict was given on the data of now (or nobody noted on which): the pair is settled.
    pub settled: bool,
    /// What a verdict given now rests on.
    pub basis: String,
    /// One is recorded as part of the other.
    pub nested: bool,
}

impl Pair {
    /// Shared by all members of both (Jaccard), 0–1.
    #[must_use]
    pub fn jaccard(&self) -> f64 {
        share(self.shared, self.of_a + self.of_b - self.shared)
    }

    /// Shared by the members of the smaller, 0–1.
    #[must_use]
    pub fn overlap_coefficient(&self) -> f64 {
        share(self.shared, self.of_a.min(self.of_b))
    }

    /// The shares of A's members that sit in B, and of B's that sit in A, 0–1.
    #[must_use]
    pub fn shares(&self) -> (f64, f64) {
        (share(self.shared, self.of_a), share(self.shared, self.of_b))
    }

    /// Is it claimed: enough members shared, not recorded as part of one another, not settled?
    #[must_use]
    pub fn is_claimed(&self) -> bool {
        !self.nested && !self.settled && self.reaches(CLAIMED)
    }

    fn reaches(&self, percent: usize) -> bool {
        self.shared * 100 >= percent * self.of_a.min(self.of_b)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let real = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}

/// The pairs of a day (`YYYY-MM-DD`), most alike first: those that share [`LEAST`] members and [`WEAK`] percent.
/// Compared are only networks with a common member, found by walking each actor's networks.
#[must_use]
pub fn pairs(store: &Store, day: &str) -> Vec<Pair> {
    let two = TwoMode::of(store, day, Whom::Institutions, |_| true);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); two.networks.len()];
    let mut sits_in: Vec<Vec<usize>> = vec![Vec::new(); two.actors.len()];
    for (actor, network) in &two.ties {
        members.get_mut(*network).into_iter().for_each(|list| list.push(*actor));
        sits_in.get_mut(*actor).into_iter().for_each(|list| list.push(*network));
    }
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for networks in &sits_in {
        for (at, a) in networks.iter().enumerate() {
            for b in networks.iter().skip(at + 1) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let verdicts = verdicts(store);
    let enough = shared.into_iter().filter(|(_, shared)| *shared >= LEAST);
    let mut found: Vec<Pair> = enough
        .filter_map(|((a, b), shared)| {
            let sides = [(two.networks.get(a)?, members.get(a)?), (two.networks.get(b)?, members.get(b)?)];
            pair(store, &two, sides, shared, day, &verdicts)
        })
        .filter(|pair| pair.reaches(WEAK))
        .collect();
    found.sort_by(|one, other| {
        let order = other.overlap_coefficient().total_cmp(&one.overlap_coefficient());
        order.then(other.shared.cmp(&one.shared)).then((&one.a, &one.b).cmp(&(&other.a, &other.b)))
    });
    found
}

type Verdicts<'s> = HashMap<(&'s str, &'s str), &'s Record>;

fn verdicts(store: &Store) -> Verdicts<'_> {
    let ordered = |record: &'_ std::sync::Arc<Record>| record.text(verdict::A) <= record.text(verdict::B);
    let each = store.all(Kind::Verdict).map(|record| {
        let (a, b) = (record.text(verdict::A), record.text(verdict::B));
        (if ordered(record) { (a, b) } else { (b, a) }, &**record)
    });
    each.collect()
}

fn pair(
    store: &Store,
    two: &TwoMode,
    sides: [(&Id, &Vec<usize>); 2],
    shared: usize,
    day: &str,
    verdicts: &Verdicts<'_>,
) -> Option<Pair> {
    let [(a, in_a), (b, in_b)] = sides;
    let (one, other) = (store.get(Kind::Network, a)?, store.get(Kind::Network, b)?);
    let nested = one.text(network::PART_OF) == b.as_str() || other.text(network::PART_OF) == a.as_str();
    let alike = alike(one, other, day);
    let basis = fingerprint(two, [(one, in_a), (other, in_b)]);
    let decided = verdicts.get(&(a.as_str(), b.as_str()));
    let on = decided.map(|record| record.text(verdict::BASIS));
    Some(Pair {
        a: a.clone(),
        b: b.clone(),
        shared,
        of_a: in_a.len(),
        of_b: in_b.len(),
        alike,
        verdict: decided.map(|record| record.text(verdict::VERDICT).into()),
        settled: on.is_some_and(|on| on.is_empty() || on == basis),
        basis,
        nested,
    })
}

/// What else is the same in both.
fn alike(one: &Record, other: &Record, day: &str) -> Vec<(&'static str, Box<str>)> {
    let mut out = Vec::new();
    for field in SETS {
        let theirs = other.texts(field);
        let both = one.texts(field).iter().filter(|value| theirs.contains(value));
        out.extend(both.map(|value| (one.shape.spec(field).key, value.clone())));
    }
    let area = one.text(network::AREA);
    if !area.is_empty() && area == other.text(network::AREA) {
        out.push(("area", area.into()));
    }
    let leading = leaders(other, day);
    out.extend(leaders(one, day).intersection(&leading).map(|actor| ("coordinator", (*actor).into())));
    out
}

fn leaders<'r>(network: &'r Record, day: &str) -> BTreeSet<&'r str> {
    let seats = network.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, day));
    let leading = seats.filter(|seat| role::of_seat(seat).leads.is_some());
    leading.map(|seat| seat.text(member::ACTOR)).filter(|actor| !actor.is_empty()).collect()
}

/// A fingerprint of what was compared (FNV-1a, 64 bits): it changes when members, themes, phases, target groups or the
/// area of one of the two do.
fn fingerprint(two: &TwoMode, sides: [(&std::sync::Arc<Record>, &Vec<usize>); 2]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for (record, members) in sides {
        eat(&record.id);
        members.iter().filter_map(|at| two.actors.get(*at)).for_each(|id| eat(id));
        for field in SETS {
            eat("");
            record.texts(field).iter().for_each(|value| eat(value));
        }
        eat(record.text(network::AREA));
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    const DAY: &str = "2026-11-23";

    #[test]
    fn on_the_demo_exactly_what_was_planted_is_claimed() {
        let store = store::read(store::DEMO).unwrap().store;
        let found = pairs(&store, DAY);
        let mut claimed: Vec<(&str, &str)> =
            found.iter().filter(|pair| pair.is_claimed()).map(|pair| (&*pair.a, &*pair.b)).collect();
        claimed.sort_unstable();
        let planted = [
            ("ak-digitale-bildung-z4dbhm", "unterarbeitsgruppe-9p4bg6"),
            ("ak-uebergang-schule-beruf-80ces2", "netzwerk-berufsorientierung-brcyp9"),
            ("praeventionskette-gut-aufwachsen-gtfm9g", "runder-tisch-gegen-kinderarmut-yq1dvs"),
        ];
        assert_eq!(claimed, planted);
    }

    #[test]
    fn a_judged_pair_is_quiet_until_its_data_change() {
        let text = |theme: &str, basis: &str| {
            let seats = r#"[{"id":"m-1","actor":"a1"},{"id":"m-2","actor":"a2"},{"id":"m-3","actor":"a3"}]"#;
            format!(
                r#"{{"format":"runde","version":1,"landscape":{{"name":"L"}},
                "actors":[{{"id":"a1","name":"A"}},{{"id":"a2","name":"B"}},{{"id":"a3","name":"C"}}],
                "networks":[{{"id":"n1","name":"N","themes":["{theme}"],"members":{seats}}},
                {{"id":"n2","name":"M","members":{seats}}}],
                "verdicts":[{{"id":"v-1","a":"n1","b":"n2","verdict":"wanted","basis":"{basis}"}}]}}"#
            )
        };
        let look = |theme: &str, basis: &str| pairs(&store::read(&text(theme, basis)).unwrap().store, DAY).remove(0);
        let basis = look("digital", "").basis;
        assert!(look("digital", &basis).settled && !look("digital", &basis).is_claimed());
        assert!(look("language", &basis).is_claimed());
    }
}
