//! Who is tied to whom, and how: seats that count on the day, embedding, relations outside networks, what is part of what.
//! A tie to somebody who stays out goes to their institution, or stays out too. Knows no format.

use super::fields::given;
use super::{Fields, Given, Node, Tie, Wish};
use crate::analysis::graph::{Whom, stands_for};
use crate::landscape::{Id, Kind, Record, actor, embedding, member, network, relation, role};
use crate::store::Store;
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The nodes by their records.
struct Places<'s> {
    store: &'s Store,
    at: HashMap<&'s str, usize>,
    wish: Wish<'s>,
}

impl Places<'_> {
    /// The node of a record, or of the institution of a person who stays out.
    fn of(&self, id: &str) -> Option<usize> {
        let (_, record) = self.store.resolve(id)?;
        if let Some(at) = self.at.get(record.id.as_str()) {
            return Some(*at);
        }
        let (_, unit) = self.store.resolve(record.text(actor::UNIT_OF))?;
        self.at.get(unit.id.as_str()).copied()
    }

    fn tie(&self, from: &str, to: &str, kind: &'static str, fields: Fields) -> Option<Tie> {
        let (from, to) = (self.of(from)?, self.of(to)?);
        (from != to).then_some(Tie { from, to, kind, fields })
    }
}

pub(super) fn ties(store: &Store, nodes: &[Node], wish: Wish<'_>) -> Vec<Tie> {
    let at = nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect();
    let places = Places { store, at, wish };
    let bodies = || {
        let networks = nodes.iter().filter(|node| node.kind == Kind::Network);
        networks.filter_map(|node| store.get(Kind::Network, &node.id).map(|record| &**record))
    };
    let mut ties: Vec<Tie> = bodies().flat_map(|body| memberships(&places, body)).collect();
    ties.extend(bodies().flat_map(|body| embeddings(&places, body)));
    ties.extend(store.all(Kind::Relation).filter_map(|record| related(&places, record)));
    ties.extend(bodies().filter_map(|body| places.tie(&body.id, body.text(network::PART_OF), "part_of", Vec::new())));
    let actors = nodes.iter().filter(|node| node.kind == Kind::Actor);
    let actors = actors.filter_map(|node| store.get(Kind::Actor, &node.id));
    ties.extend(actors.filter_map(|who| places.tie(&who.id, who.text(actor::UNIT_OF), "unit_of", Vec::new())));
    ties
}

/// The seats of one actor in one network, put together.
#[derive(Default)]
struct Seats {
    count: i64,
    roles: BTreeSet<SmolStr>,
    voting: Option<bool>,
    from: BTreeSet<SmolStr>,
    until: BTreeSet<SmolStr>,
}

fn memberships(places: &Places<'_>, body: &Record) -> Vec<Tie> {
    let whom = if places.wish.people { Whom::People } else { Whom::Institutions };
    let mut found: BTreeMap<Id, Seats> = BTreeMap::new();
    let seats = body.parts(network::MEMBERS).iter().filter(|seat| role::seat_on(seat, places.wish.day));
    for seat in seats.filter(|seat| role::of_seat(seat).tie) {
        let Some(who) = stands_for(places.store, seat, whom) else { continue };
        let sum = found.entry(who).or_default();
        sum.count += 1;
        sum.roles.extend(seat.texts(member::ROLES).iter().cloned());
        sum.voting = match (sum.voting, seat.flag(member::VOTING)) {
            (Some(one), Some(other)) => Some(one || other),
            (one, other) => one.or(other),
        };
        sum.from.insert(seat.text(member::FROM).into());
        sum.until.insert(seat.text(member::UNTIL).into());
    }
    let tie = |(who, seats): (Id, Seats)| {
        // Straight from its node: somebody who stays out has been given to their institution already.
        let from = places.at.get(places.store.resolve(&who)?.1.id.as_str()).copied()?;
        let to = places.of(&body.id)?;
        Some(Tie { from, to, kind: "membership", fields: seats.fields() })
    };
    found.into_iter().filter_map(tie).collect()
}

impl Seats {
    fn fields(self) -> Fields {
        let mut fields = vec![("seats", Given::Whole(self.count))];
        let joined = |texts: BTreeSet<SmolStr>| texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        if !self.roles.is_empty() {
            fields.push(("roles", Given::Text(joined(self.roles).join("|"))));
        }
        fields.extend(self.voting.map(|voting| ("voting", Given::Flag(voting))));
        // From the first to the last; open where one of the seats is.
        if let Some(from) = self.from.first().filter(|from| !from.is_empty()) {
            fields.push(("from", Given::Text(from.to_string())));
        }
        let open = self.until.contains("");
        if let Some(until) = self.until.last().filter(|until| !open && !until.is_empty()) {
            fields.push(("until", Given::Text(until.to_string())));
        }
        fields
    }
}

fn embeddings(places: &Places<'_>, body: &Record) -> Vec<Tie> {
    let parts = body.parts(network::EMBEDDING).iter();
    let told = parts.filter_map(|part| {
        let fields = fields(part, &[embedding::TIE, embedding::ORDER, embedding::FREQUENCY, embedding::LAST]);
        places.tie(&body.id, part.text(embedding::TO), "embedding", fields)
    });
    told.collect()
}

fn related(places: &Places<'_>, record: &Record) -> Option<Tie> {
    if !role::valid_on(record.text(relation::FROM), record.text(relation::UNTIL), places.wish.day) {
        return None;
    }
    let mut said = fields(record, &[relation::INTENSITY, relation::FROM, relation::UNTIL, relation::DOCUMENT]);
    if !record.text(relation::KIND).is_empty() {
        said.push(("relation", Given::Text(record.text(relation::KIND).to_owned())));
    }
    if places.wish.confidential {
        said.extend(fields(record, &[relation::NOTES]));
    }
    places.tie(record.text(relation::A), record.text(relation::B), "relation", said)
}

fn fields(record: &Record, wanted: &[crate::landscape::Field]) -> Fields {
    let told = wanted.iter().filter_map(|field| Some((record.shape.spec(*field).key, given(record.get(*field)?)?)));
    told.collect()
}
