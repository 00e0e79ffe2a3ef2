//! Who is who: from the short keys of the tables to the ids of the file.

use super::text::{self, Block, PEOPLE, cell};
use crate::ids::Ids;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, HashMap};

/// An institution or a person as the tables have it.
pub(super) struct Entry {
    /// Its id in the file.
    pub(super) id: String,
    /// The kind of the section it stands in; empty for people.
    pub(super) kind: &'static str,
    /// Its line.
    pub(super) line: &'static str,
    /// The institution it belongs to, or an empty key.
    pub(super) unit: &'static str,
}

/// All short keys.
pub(super) struct Names {
    pub(super) ids: Ids,
    pub(super) institutions: BTreeMap<&'static str, Entry>,
    pub(super) people: BTreeMap<&'static str, Entry>,
    networks: HashMap<&'static str, String>,
}

impl Names {
    /// Reads all tables and gives everyone an id.
    pub(super) fn new(blocks: &[Block]) -> Result<Self> {
        let mut names = Names {
            ids: Ids::default(),
            institutions: BTreeMap::new(),
            people: BTreeMap::new(),
            networks: HashMap::new(),
        };
        names.read_institutions()?;
        for line in text::lines(PEOPLE) {
            let handle = cell(line, '|', 0);
            let id = names.ids.record("p", &[handle]);
            names.people.insert(handle, Entry { id, kind: "", line, unit: cell(line, '|', 3) });
        }
        for block in blocks {
            let id = names.ids.slug(block.head(1), block.handle);
            if names.networks.insert(block.handle, id).is_some() {
                bail!("two networks `{}`", block.handle);
            }
        }
        Ok(names)
    }

    fn read_institutions(&mut self) -> Result<()> {
        let mut kind = "";
        for line in text::INSTITUTIONS.into_iter().flat_map(text::lines) {
            if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                kind = section;
                continue;
            }
            let handle = cell(line, '|', 0);
            let id = self.ids.slug(cell(line, '|', 1), handle);
            let entry = Entry { id, kind, line, unit: cell(line, '|', 3) };
            if self.institutions.insert(handle, entry).is_some() {
                bail!("two institutions `{handle}`");
            }
        }
        Ok(())
    }

    /// The id of an institution.
    pub(super) fn institution(&self, handle: &str) -> Result<String> {
        let entry = self.institutions.get(handle).with_context(|| format!("no institution `{handle}`"))?;
        Ok(entry.id.clone())
    }

    /// The id of a person.
    pub(super) fn person(&self, handle: &str) -> Result<String> {
        let entry = self.people.get(handle).with_context(|| format!("no person `{handle}`"))?;
        Ok(entry.id.clone())
    }

    /// The id of a network.
    pub(super) fn network(&self, handle: &str) -> Result<String> {
        self.networks.get(handle).cloned().with_context(|| format!("no network `{handle}`"))
    }

    /// The id of a network, an institution or a person, whichever has the key.
    pub(super) fn any(&self, handle: &str) -> Result<String> {
        self.network(handle).or_else(|_| self.institution(handle)).or_else(|_| self.person(handle))
    }

    /// The people of an institution.
    pub(super) fn people_of(&self, handle: &str) -> Vec<&'static str> {
        self.people.iter().filter(|(_, entry)| entry.unit == handle).map(|(key, _)| *key).collect()
    }

    /// Is the institution part of the county's own administration? Its schools and museums are not.
    pub(super) fn is_internal(&self, handle: &str) -> bool {
        const HOUSES: [&str; 4] = ["school", "museum", "theatre", "kita"];
        handle == "lra"
            || self.institutions.get(handle).is_some_and(|entry| {
                let house = entry.kind != "school_office" && HOUSES.iter().any(|end| entry.kind.ends_with(end));
                !house && self.is_internal(entry.unit)
            })
    }

    /// The town of an institution.
    pub(super) fn town(&self, handle: &str) -> &'static str {
        self.institutions.get(handle).map_or("", |entry| cell(entry.line, '|', 4))
    }
}
