//! Reads the file by its keys: who is who, which seats count on the day.

use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// The day the demo is looked at, as text.
pub(crate) const TODAY: &str = "2026-11-23";

/// A field as text, or nothing.
pub(crate) fn text<'a>(record: &'a Value, key: &str) -> &'a str {
    record.get(key).and_then(Value::as_str).unwrap_or("")
}

/// A list, or an empty one.
pub(crate) fn array<'a>(record: &'a Value, key: &str) -> &'a [Value] {
    record.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A list of texts.
pub(crate) fn texts<'a>(record: &'a Value, key: &str) -> Vec<&'a str> {
    array(record, key).iter().filter_map(Value::as_str).collect()
}

/// A file with its records by id.
pub(crate) struct Store<'a> {
    pub(crate) file: &'a Value,
    actors: HashMap<&'a str, &'a Value>,
    by_id: HashMap<&'a str, &'a Value>,
}

impl<'a> Store<'a> {
    /// Over a file.
    pub(crate) fn new(file: &'a Value) -> Self {
        let actors: HashMap<&str, &Value> =
            array(file, "actors").iter().map(|actor| (text(actor, "id"), actor)).collect();
        let networks = array(file, "networks").iter().map(|network| (text(network, "id"), network));
        Store { file, by_id: actors.clone().into_iter().chain(networks).collect(), actors }
    }

    /// All networks.
    pub(crate) fn networks(&self) -> impl Iterator<Item = &'a Value> + use<'a> {
        array(self.file, "networks").iter()
    }

    /// Networks that have not ended.
    pub(crate) fn living(&self) -> impl Iterator<Item = &'a Value> + use<'a> {
        self.networks().filter(|network| !["ended", "merged"].contains(&text(network, "lifecycle")))
    }

    /// People in a function.
    pub(crate) fn people(&self) -> impl Iterator<Item = &'a Value> + use<'a> {
        array(self.file, "actors").iter().filter(|actor| actor.get("person").is_some())
    }

    /// The name of an actor or network.
    pub(crate) fn name(&self, id: &'a str) -> &'a str {
        self.by_id.get(id).map_or(id, |record| text(record, "name"))
    }

    /// The names of several.
    pub(crate) fn names(&self, ids: &[&'a str]) -> Vec<&'a str> {
        ids.iter().map(|id| self.name(id)).collect()
    }

    /// Who is a member today; people stand for their institution if they are rolled up.
    pub(crate) fn members(&self, network: &'a Value, rolled: bool) -> BTreeSet<&'a str> {
        let seats = array(network, "members").iter().filter(|seat| counts(seat));
        seats.map(|seat| self.rolled(text(seat, "actor"), rolled)).collect()
    }

    fn rolled(&self, id: &'a str, rolled: bool) -> &'a str {
        match self.actors.get(id) {
            Some(actor) if rolled && actor.get("person").is_some() => text(actor, "unit_of"),
            _ => id,
        }
    }

    /// Institutions that sit nowhere, neither themselves nor by one of their people; plannings are not meant to sit.
    pub(crate) fn isolated(&self) -> Vec<&'a str> {
        let seated: BTreeSet<&str> = self
            .living()
            .flat_map(|network| [true, false].map(|rolled| self.members(network, rolled)))
            .flatten()
            .collect();
        let planning = |kind: &str| ["planning", "_concept", "_strategy"].iter().any(|end| kind.ends_with(end));
        let institutions = array(self.file, "actors").iter().filter(|actor| actor.get("person").is_none());
        let alone = institutions.filter(|actor| !planning(text(actor, "kind")) && !seated.contains(text(actor, "id")));
        alone.map(|actor| text(actor, "id")).collect()
    }
}

/// Is the seat taken today, in a role that counts?
pub(crate) fn counts(seat: &Value) -> bool {
    const BESIDE: [&str; 5] = ["deputy", "guest", "observer", "funder", "sponsor_top"];
    let roles = texts(seat, "roles");
    let (from, until) = (text(seat, "from"), text(seat, "until"));
    let begun = TODAY.get(..from.len()).is_none_or(|known| known >= from);
    let over = !until.is_empty() && TODAY.get(..until.len()).is_some_and(|known| known > until);
    (roles.is_empty() || roles.iter().any(|role| !BESIDE.contains(role))) && begun && !over
}
