//! The graph as other programs take it: every network and actor with its fields and measures, every tie with its kind. One
//! description for all formats. People and what is confidential stay out unless asked for. Knows no format.
//!
//! ```text
//!  Store + day ─► Graph (nodes: mode, fields; ties: kind, fields) ─► graphml · gexf · dot · kumu · pajek
//! ```

mod fields;
mod ties;

use crate::analysis::graph::{TwoMode, Whom};
use crate::analysis::measures::{Row, measure};
use crate::landscape::{Id, Kind, Record, actor};
use crate::store::{Store, title};
use std::collections::{BTreeMap, HashMap};

/// What goes into it.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'w> {
    /// The day (`YYYY-MM-DD`) whose networks and seats count.
    pub day: &'w str,
    /// People themselves, where they are noted; else they stand for their institution, or are left out.
    pub people: bool,
    /// Notes too.
    pub confidential: bool,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A text; of sets, the values divided by a bar.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number.
    Real(f64),
    /// Yes or no.
    Flag(bool),
}

impl Given {
    /// The value in letters.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Given::Text(text) => text.clone(),
            Given::Whole(number) => number.to_string(),
            Given::Real(number) => number.to_string(),
            Given::Flag(flag) => flag.to_string(),
        }
    }
}

/// Fields by name, in their order.
pub type Fields = Vec<(&'static str, Given)>;

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Actor or network.
    pub kind: Kind,
    /// Its record.
    pub id: Id,
    /// Its name.
    pub label: String,
    /// Its fields; the first is always its mode.
    pub fields: Fields,
}

/// One tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The node it comes from, by place.
    pub from: usize,
    /// The node it leads to, by place.
    pub to: usize,
    /// `membership`, `embedding`, `relation`, `part_of`, `unit_of`.
    pub kind: &'static str,
    /// Its fields, without the kind.
    pub fields: Fields,
}

/// The whole graph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The landscape's name.
    pub title: String,
    /// The day it holds for.
    pub day: String,
    /// Actors first, then networks, each by id.
    pub nodes: Vec<Node>,
    /// Memberships first.
    pub ties: Vec<Tie>,
}

impl Graph {
    /// How many of the nodes are actors; they come first.
    #[must_use]
    pub fn actors(&self) -> usize {
        self.nodes.iter().take_while(|node| node.kind == Kind::Actor).count()
    }

    /// The names of all fields of nodes, each with a value of it.
    #[must_use]
    pub fn node_fields(&self) -> Vec<(&'static str, &Given)> {
        named(self.nodes.iter().flat_map(|node| &node.fields))
    }

    /// The names of all fields of ties, each with a value of it.
    #[must_use]
    pub fn tie_fields(&self) -> Vec<(&'static str, &Given)> {
        named(self.ties.iter().flat_map(|tie| &tie.fields))
    }
}

fn named<'f>(fields: impl Iterator<Item = &'f (&'static str, Given)>) -> Vec<(&'static str, &'f Given)> {
    let mut known: BTreeMap<&'static str, &Given> = BTreeMap::new();
    for (name, value) in fields {
        known.entry(name).or_insert(value);
    }
    known.into_iter().collect()
}

/// The graph of a day: networks that `wanted` takes, all institutions, and people if they are wished for.
#[must_use]
pub fn graph(store: &Store, wish: Wish<'_>, wanted: impl Fn(&Record) -> bool) -> Graph {
    let whom = if wish.people { Whom::People } else { Whom::Institutions };
    let two = TwoMode::of(store, wish.day, whom, wanted);
    let measures = measure(&two);
    let rows: HashMap<&str, &Row> =
        two.actors.iter().zip(&measures.actors).map(|(id, row)| (id.as_str(), row)).collect();
    let person = |record: &Record| record.flag(actor::PERSON) == Some(true);
    let actors = store.all(Kind::Actor).filter(|record| wish.people || !person(record));
    let mut nodes: Vec<Node> =
        actors.map(|record| node(store, Kind::Actor, record, rows.get(record.id.as_str()).copied(), wish)).collect();
    for (id, row) in two.networks.iter().zip(&measures.networks) {
        nodes.extend(store.get(Kind::Network, id).map(|record| node(store, Kind::Network, record, Some(row), wish)));
    }
    let ties = ties::ties(store, &nodes, wish);
    Graph { title: title(store, store.landscape()), day: wish.day.to_owned(), nodes, ties }
}

fn node(store: &Store, kind: Kind, record: &Record, row: Option<&Row>, wish: Wish<'_>) -> Node {
    let mut fields = vec![("mode", Given::Text(kind.name().to_owned()))];
    fields.extend(fields::of(record, wish));
    if kind == Kind::Actor
        && let Some(sector) = crate::analysis::sector::of(store, &record.id)
    {
        fields.retain(|(name, _)| *name != "sector");
        fields.push(("sector", Given::Text(sector.to_owned())));
    }
    fields.extend(row.into_iter().flat_map(measured));
    let label = title(store, record).split_whitespace().collect::<Vec<_>>().join(" ");
    Node { kind, id: record.id.clone(), label, fields }
}

fn measured(row: &Row) -> Fields {
    let whole = |count: usize| Given::Whole(i64::try_from(count).unwrap_or(i64::MAX));
    vec![
        ("degree", whole(row.degree)),
        ("betweenness", Given::Real(row.betweenness_centrality)),
        ("closeness", Given::Real(row.closeness_centrality)),
        ("component", whole(row.component)),
        ("k_core", whole(row.k_core)),
        ("cut_point", Given::Flag(row.cut_point)),
    ]
}
