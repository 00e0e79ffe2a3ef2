//! Pairs of networks that look alike: who sits in both, and apart from that what else is the same. No score: each part
//! is given by itself, and people decide. The one finder of look-alikes: lists, cards, forms and commands ask here.
//! Knows no screens.
//!
//! ```text
//!  members (graph) ─┐                          ┌─► words    why, in both languages
//!  same, content  ──┼─► Pair (shares, alike) ──┤
//!  judged         ──┘    verdict, basis        └─► saving   meetings and hours a year
//! ```

mod content;
mod judged;
pub mod near;
mod same;
pub mod saving;
mod seats;
pub mod words;

use super::graph::{TwoMode, Whom, exists, seated};
use super::projection::{self, share};
use super::work::Work;
use crate::landscape::{Id, Kind, Record, actor, network, the_landscape, verdict};
use crate::store::{Refs, Store};
use judged::{Verdicts, fingerprint, holds};
use rayon::prelude::*;
use same::{Traits, same};
pub use seats::Seats;
use smol_str::SmolStr;
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Members shared before a pair is looked at: below that the overlap of small networks says nothing.
pub const LEAST: usize = 3;
/// The share of the smaller network's members, in percent, from which on a pair is claimed.
pub const CLAIMED: usize = 66;
/// The same, from which on a pair is shown when all are wanted.
pub const WEAK: usize = 33;
/// Words of the purpose shared, from which on networks on the same theme and phase are shown without shared members.
const WORDS: usize = 4;
/// Words of the name shared, from which on they are.
const NAME_WORDS: usize = 2;
/// A word that so many networks use tells none of them apart.
const MANY_USE: usize = 40;
/// Members from which on all networks are looked at instead of those of each member.
const MANY: usize = 200;

/// Why a pair is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Members shared.
    Members,
    /// The same theme, phase and words, but hardly a member.
    Content,
}

/// Two networks that look alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The first by id.
    pub a: Id,
    /// The other one.
    pub b: Id,
    /// Why it is shown.
    pub by: By,
    /// Members in both.
    pub shared: usize,
    /// Members of the first.
    pub of_a: usize,
    /// Members of the other.
    pub of_b: usize,
    /// What else is the same: field and value, or `coordinator` and the actor.
    pub alike: Vec<(&'static str, SmolStr)>,
    /// What people decided, if they did.
    pub verdict: Option<SmolStr>,
    /// The record of what they decided.
    pub judged_in: Option<Id>,
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

    /// Do all members of one sit in the other?
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.shared > 0 && self.shared == self.of_a.min(self.of_b)
    }

    /// Do they share so many members that the pair is claimed, whatever was decided?
    #[must_use]
    pub fn is_close(&self) -> bool {
        self.by == By::Members && self.reaches(CLAIMED)
    }

    /// Is it claimed: enough members shared, not recorded as part of one another, not settled?
    #[must_use]
    pub fn is_claimed(&self) -> bool {
        !self.nested && !self.settled && self.is_close()
    }

    /// The other of the two.
    #[must_use]
    pub fn other(&self, id: &str) -> &Id {
        if self.a.as_str() == id { &self.b } else { &self.a }
    }

    fn reaches(&self, percent: usize) -> bool {
        reaches(self.shared, [self.of_a, self.of_b], percent)
    }

    /// The same theme and phase in the same area, with words in common?
    fn is_near_in_content(&self, areas: [&str; 2]) -> bool {
        let count = |field: &str| self.alike.iter().filter(|(key, _)| *key == field).count();
        let [one, other] = areas;
        let apart = !one.is_empty() && !other.is_empty() && one != other;
        let said = count("purpose") >= WORDS || count("name") >= NAME_WORDS;
        !apart && count("themes") > 0 && count("phases") > 0 && said
    }
}

/// Are so many of the members shared, in percent of the smaller?
fn reaches(shared: usize, members: [usize; 2], percent: usize) -> bool {
    let [one, other] = members;
    shared >= LEAST && shared * 100 >= percent * one.min(other)
}

/// The pairs of a day (`YYYY-MM-DD`), most alike first: those that share [`LEAST`] members and [`WEAK`] percent, then
/// those that only say the same.
#[must_use]
pub fn pairs(store: &Store, day: &str) -> Vec<Pair> {
    pairs_beside(store, day, &Work::default()).unwrap_or_default()
}

/// The same as work beside the loop. Nothing when it was called off.
#[must_use]
pub fn pairs_beside(store: &Store, day: &str, work: &Work) -> Option<Vec<Pair>> {
    let two = TwoMode::of(store, day, Whom::Institutions, |_| true);
    let mut members: Vec<Vec<&str>> = vec![Vec::new(); two.networks.len()];
    for (actor, network) in &two.ties {
        let id = two.actors.get(*actor).map(Id::as_str);
        members.get_mut(*network).into_iter().for_each(|list| list.extend(id));
    }
    work.step(1, 4)?;
    let shared: HashMap<(usize, usize), usize> =
        projection::networks(&two).iter().map(|pair| ((pair.a, pair.b), pair.shared)).collect();
    let besides = besides(store);
    let records = two.networks.iter().filter_map(|id| store.get(Kind::Network, id));
    let records: Vec<&Record> = records.map(|record| &**record).collect();
    let traits: Vec<Traits> = records.par_iter().map(|record| Traits::of(record, &besides)).collect();
    let verdicts = Verdicts::all(store);
    work.step(2, 4)?;
    let side = |at: usize| Some((traits.get(at)?, members.get(at)?.as_slice()));
    let close = shared.iter().filter(|(_, shared)| **shared >= LEAST).map(|(places, shared)| (*places, *shared));
    let content =
        alike_in_content(&traits).into_iter().map(|places| (places, shared.get(&places).copied().unwrap_or(0)));
    let mut all: Vec<((usize, usize), usize)> = close.chain(content).collect();
    all.sort_unstable();
    all.dedup();
    work.step(3, 4)?;
    let each = all.par_iter().filter_map(|((a, b), shared)| pair([side(*a)?, side(*b)?], *shared, day, &verdicts));
    let mut found: Vec<Pair> = each.collect();
    order(&mut found);
    Some(found)
}

/// The close pairs one network is in, most alike first; found through who refers to its members, so that a card need not
/// compare everything with everything.
#[must_use]
pub fn close_pairs_of(store: &Store, refs: &Refs, id: &str, day: &str) -> Vec<Pair> {
    close_pairs_among(store, refs, id, day, |here| neighbours(store, refs, here))
}

/// The same, found by what is known of all networks.
#[must_use]
pub fn close_pairs_by(store: &Store, refs: &Refs, id: &str, day: &str, seats: &Seats) -> Vec<Pair> {
    let likely = |here: &BTreeSet<Id>| {
        let others = seats.close_to(here).filter_map(|other| store.get(Kind::Network, other));
        others.map(|record| &**record).collect()
    };
    close_pairs_among(store, refs, id, day, likely)
}

/// The close pairs one network is in with those that are likely, given who sits in it.
fn close_pairs_among<'s>(
    store: &'s Store,
    refs: &Refs,
    id: &str,
    day: &str,
    likely: impl Fn(&BTreeSet<Id>) -> Vec<&'s Record>,
) -> Vec<Pair> {
    let Some(record) = store.get(Kind::Network, id) else { return Vec::new() };
    let here = seated(store, record, day, Whom::Institutions);
    if here.len() < LEAST {
        return Vec::new();
    }
    // Most networks are close to none: what is compared besides is made for the first one.
    let besides = LazyCell::new(|| besides(store));
    let verdicts =
        LazyCell::new(|| Verdicts::of(refs.from(Kind::Verdict, id, store).into_iter().map(|record| &**record)));
    let own = LazyCell::new(|| Traits::of(record, &besides));
    let each = likely(&here).into_iter().filter(|other| other.id != record.id && exists(other, day));
    let each = each.filter_map(|other| {
        let there = seated(store, other, day, Whom::Institutions);
        let shared = there.intersection(&here).count();
        if !reaches(shared, [here.len(), there.len()], CLAIMED) {
            return None;
        }
        let theirs = Traits::of(other, &besides);
        let (one, two): (Vec<&str>, Vec<&str>) =
            (here.iter().map(Id::as_str).collect(), there.iter().map(Id::as_str).collect());
        let sides = [(&*own, one.as_slice()), (&theirs, two.as_slice())];
        let sides = if record.id < other.id { sides } else { [sides[1], sides[0]] };
        pair(sides, shared, day, &verdicts)
    });
    let mut found: Vec<Pair> = each.collect();
    order(&mut found);
    found
}

/// What a verdict about two networks given now rests on; nothing where one of them is not there.
#[must_use]
pub fn basis(store: &Store, [a, b]: [&Id; 2], day: &str) -> Option<String> {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    let (one, other) = (store.get(Kind::Network, a)?, store.get(Kind::Network, b)?);
    let [ours, theirs] = [one, other].map(|record| seated(store, record, day, Whom::Institutions));
    let ours: Vec<&str> = ours.iter().map(Id::as_str).collect();
    let theirs: Vec<&str> = theirs.iter().map(Id::as_str).collect();
    Some(fingerprint([(one, &ours), (other, &theirs)], day))
}

/// The networks in which at least [`LEAST`] of these actors, or somebody who works there, may sit.
fn neighbours<'s>(store: &'s Store, refs: &Refs, here: &BTreeSet<Id>) -> Vec<&'s Record> {
    if here.len() > MANY {
        return store.all(Kind::Network).map(|record| &**record).collect();
    }
    let mut found: HashMap<&Id, usize> = HashMap::new();
    for id in here {
        let people = refs.from(Kind::Actor, id, store).into_iter();
        let people = people.filter(|one| one.flag(actor::PERSON) == Some(true)).map(|one| &one.id);
        let of_this: HashSet<&Id> = people.chain([id]).flat_map(|who| networks(refs, who)).collect();
        for network in of_this {
            *found.entry(network).or_default() += 1;
        }
    }
    let often = found.into_iter().filter(|(_, count)| *count >= LEAST);
    often.filter_map(|(id, _)| store.get(Kind::Network, id).map(|record| &**record)).collect()
}

/// The networks that may name this actor.
fn networks<'r>(refs: &'r Refs, actor: &str) -> impl Iterator<Item = &'r Id> {
    refs.hints(actor).filter(|(kind, _)| *kind == Kind::Network).map(|(_, id)| id)
}

/// Words that stand everywhere in this landscape: those of its name.
fn besides(store: &Store) -> Vec<String> {
    content::stems(store.landscape().text(the_landscape::NAME))
}

/// Pairs worth comparing by what they say: those that share enough words.
fn alike_in_content(traits: &[Traits]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (least, words) in [(WORDS, same::purpose as fn(&_) -> &_), (NAME_WORDS, same::name)] {
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, one) in traits.iter().enumerate() {
            for word in words(one).keys() {
                by_word.entry(word.as_str()).or_default().push(at);
            }
        }
        // A word that very many use says little, and would make this slow.
        let rare = by_word.into_values().filter(|list| list.len() <= MANY_USE).collect::<Vec<_>>();
        let mut uses = vec![Vec::new(); traits.len()];
        for (word, list) in rare.iter().enumerate() {
            for at in list {
                uses.get_mut(*at).into_iter().for_each(|words: &mut Vec<usize>| words.push(word));
            }
        }
        let pairs = projection::pairs(&uses, &rare).into_iter().filter(|pair| pair.shared >= least);
        found.extend(pairs.map(|pair| (pair.a, pair.b)));
    }
    found
}

fn order(found: &mut [Pair]) {
    found.sort_by(|one, other| {
        let order = other.overlap_coefficient().total_cmp(&one.overlap_coefficient());
        let order = (one.by == By::Content).cmp(&(other.by == By::Content)).then(order);
        order.then(other.shared.cmp(&one.shared)).then((&one.a, &one.b).cmp(&(&other.a, &other.b)))
    });
}

/// The pair of two sides in the order of their ids, if it is worth showing.
fn pair(sides: [(&Traits, &[&str]); 2], shared: usize, day: &str, verdicts: &Verdicts<'_>) -> Option<Pair> {
    let [(one, in_a), (other, in_b)] = sides;
    let (a, b) = (&one.record.id, &other.record.id);
    let nested = one.record.text(network::PART_OF) == b.as_str() || other.record.text(network::PART_OF) == a.as_str();
    let basis = fingerprint([(one.record, in_a), (other.record, in_b)], day);
    let decided = verdicts.about(a, b);
    let mut pair = Pair {
        a: a.clone(),
        b: b.clone(),
        by: By::Members,
        shared,
        of_a: in_a.len(),
        of_b: in_b.len(),
        alike: same(one, other, day),
        verdict: decided.map(|record| record.text(verdict::VERDICT).into()),
        judged_in: decided.map(|record| record.id.clone()),
        settled: decided.is_some_and(|record| holds(record, &basis)),
        basis,
        nested,
    };
    if !pair.reaches(WEAK) {
        pair.by = By::Content;
        let areas = [one, other].map(|side| side.record.text(network::AREA));
        return (!nested && pair.is_near_in_content(areas)).then_some(pair);
    }
    Some(pair)
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
    fn a_card_finds_what_the_list_finds() {
        let store = store::read(store::DEMO).unwrap().store;
        let refs = crate::store::Refs::of(&store);
        let seats = Seats::of(&store, DAY, &Work::default()).unwrap();
        let all: Vec<Pair> = pairs(&store, DAY).into_iter().filter(Pair::is_close).collect();
        assert!(all.len() >= 3, "{}", all.len());
        for record in store.all(Kind::Network).filter(|record| exists(record, DAY)) {
            let there: Vec<&Pair> = all.iter().filter(|pair| pair.a == record.id || pair.b == record.id).collect();
            let here = close_pairs_of(&store, &refs, &record.id, DAY);
            assert_eq!(here.iter().collect::<Vec<_>>(), there, "{}", record.id);
            assert_eq!(close_pairs_by(&store, &refs, &record.id, DAY, &seats), here, "{}", record.id);
        }
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
        // What a key notes is what the list compares with; one of which nothing is known holds.
        let store = store::read(&text("digital", "")).unwrap().store;
        let ids = ["n2", "n1"].map(Id::new);
        assert_eq!(super::basis(&store, [&ids[0], &ids[1]], DAY).unwrap(), basis);
        assert!(look("digital", "").settled);
    }
}
