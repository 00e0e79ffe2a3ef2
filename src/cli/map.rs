//! `runde export svg`: the map as a picture for documents, all of it or what is around one record.

use super::args::Export;
use super::desk::Desk;
use super::export::only;
use super::fault::Failure;
use super::save::save;
use crate::analysis::agenda::zone;
use crate::analysis::map::layout::Work;
use crate::analysis::map::{Graph, arrange, networks, two_mode, walk};
use crate::calendar::show_date;
use crate::exchange::svg::{Picture, svg as draw};
use crate::i18n::fill;
use crate::landscape::{Id, Kind};
use crate::store::{Store, name_of, title};

/// How many steps around a record are shown: its partners, and what they are in.
const STEPS: usize = 2;

pub(super) fn svg(args: &Export, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = desk.now.with_time_zone(zone(&store)).date();
    let day = show_date(today, desk.lang);
    let both = two_mode(&store, &today.to_string());
    let texts = &desk.lang.texts().map;
    let around = match (&args.network, &args.actor) {
        (Some(name), _) => Some(only(&store, Kind::Network, name, desk)?),
        (None, Some(name)) => Some(only(&store, Kind::Actor, name, desk)?),
        (None, None) => None,
    };
    let (graph, note) = match &around {
        Some(id) => (surroundings(&both, id, &store, desk)?, fill(texts.around, &[&name_of(&store, id), &day])),
        None if args.actors => (both, fill(texts.bodies_and_actors, &[&day])),
        None => (networks(&both), fill(texts.bodies, &[&day])),
    };
    let places = arrange(&graph, &Work::default()).unwrap_or_default();
    let focus = around.and_then(|id| graph.find(&id));
    let title = title(&store, store.landscape());
    let title = if title == Store::LANDSCAPE { texts.title.to_owned() } else { title };
    let picture = Picture { graph: &graph, places: &places, focus, title: &title, note: &note };
    save(args.output.as_deref(), draw(&picture, desk.lang).as_bytes(), desk)
}

fn surroundings(both: &Graph, id: &Id, store: &Store, desk: &Desk<'_>) -> Result<Graph, Failure> {
    let here = both.find(id);
    let here = here.ok_or_else(|| Failure::Words(fill(desk.lang.texts().map.not_here, &[&name_of(store, id)])))?;
    let ring = walk::rings(both, here, STEPS);
    Ok(both.part(|node| ring.get(node).copied().flatten().is_some()))
}
