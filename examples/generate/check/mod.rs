//! Looks at a finished store as a stranger would and says what stands in it: the demo's planted structures, by its own
//! plain counting. Knows only the file's keys, nothing of how the file was made.

mod graph;
mod refs;
mod signs;
pub(crate) mod store;

pub(crate) use graph::{apart, cut_points, overlaps};
pub(crate) use refs::{double_ids, lost_references};
pub(crate) use signs::{contradicted, ending, late, stale, uncovered, unled, without};

use serde_json::Value;
use store::{Store, array};

/// Everything, one line each.
pub(crate) fn report(file: &Value) -> Vec<String> {
    let store = Store::new(file);
    let mut lines = Vec::new();
    for list in ["actors", "networks", "relations", "rhythms", "meetings", "evidence", "verdicts"] {
        lines.push(format!("{list}: {}", array(file, list).len()));
    }
    lines.push(format!("people: {}", store.people().count()));
    lines.push(format!(
        "memberships: {}",
        store.networks().map(|network| array(network, "members").len()).sum::<usize>()
    ));
    lines.push(format!("lost references: {:?}", lost_references(file)));
    lines.push(format!("ids given twice: {:?}", double_ids(file)));
    for rolled in [false, true] {
        for pair in overlaps(&store, rolled).iter().filter(|pair| pair.contained() >= 0.65) {
            lines.push(format!("overlap (people as institutions: {rolled}): {}", pair.say(&store)));
        }
        lines.push(format!("components (people as institutions: {rolled}): {:?}", sizes(&apart(&store, rolled))));
        lines.push(format!(
            "cut points (people as institutions: {rolled}): {:?}",
            store.names(&cut_points(&store, rolled))
        ));
    }
    let mut say = |what: &str, ids: &[&str]| lines.push(format!("{what}: {:?}", store.names(ids)));
    say("in no network", &store.isolated());
    say("nobody coordinates", &unled(&store));
    say("without members", &without(&store, "members"));
    say("without rhythm", &without(&store, "rhythms"));
    say("without evidence", &without(&store, "evidence"));
    say("contradicting voices", &contradicted(&store));
    say("ending within six months", &ending(&store));
    say("not looked at for a year", &stale(&store));
    lines.push(format!("focus themes nobody covers: {:?}", uncovered(&store)));
    for (network, times) in late(&store) {
        lines.push(format!("late: {} ({times:.1} × its rhythm)", store.name(network)));
    }
    lines
}

fn sizes(parts: &[Vec<&str>]) -> Vec<usize> {
    parts.iter().map(Vec::len).collect()
}
