//! `runde export graphml|gexf|dot|kumu|pajek`: the graph of a day for other programs.

use super::args::Export;
use super::desk::Desk;
use super::fault::Failure;
use super::insight::day;
use super::save::save;
use crate::analysis::map::layout::Work;
use crate::analysis::map::{Point, arrange, two_mode};
use crate::exchange::graph::{Graph, Wish, graph};
use crate::exchange::{dot::dot, gexf::gexf, graphml::graphml, kumu::kumu, pajek::pajek};
use crate::landscape::Kind;
use crate::search::terms::Terms;
use crate::store::Store;

/// Up to so many nodes, Gephi gets the places of our map.
const PLACED: usize = 4_000;

pub(super) fn run(args: &Export, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let day = day(args.day.as_deref(), &store, desk)?;
    let wants = |what: &str| args.include.iter().any(|one| one == what);
    let wish = Wish { day: &day, people: wants("people"), confidential: wants("confidential") };
    let terms = Terms::parse(args.filter.as_deref().unwrap_or(""), Kind::Network.shape());
    let found = graph(&store, wish, |record| terms.matches(record, &store));
    let text = match args.as_what.as_str() {
        "graphml" => graphml(&found)?,
        "gexf" => gexf(&found, &places(&store, &found))?,
        "dot" => dot(&found),
        "kumu" => kumu(&found, desk.lang),
        _ => pajek(&found),
    };
    save(args.output.as_deref(), text.as_bytes(), desk)
}

/// Where the nodes lie on our map; actors in no network are not on it.
fn places(store: &Store, found: &Graph) -> Vec<Option<Point>> {
    if found.nodes.len() > PLACED {
        return Vec::new();
    }
    let map = two_mode(store, &found.day);
    let places = arrange(&map, &Work::default()).unwrap_or_default();
    let at: std::collections::HashMap<&str, &Point> =
        map.nodes.iter().zip(&places).map(|(node, place)| (node.id.as_str(), place)).collect();
    found.nodes.iter().map(|node| at.get(node.id.as_str()).map(|place| **place)).collect()
}
