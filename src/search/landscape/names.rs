//! The names of bodies and people, each folded once, however many records refer to it.

use super::super::fold::fold_into;
use super::super::letters::letters;
use super::super::parts::starts;
use super::super::shelf::{Folded, SHORT};
use crate::landscape::{Kind, Record};
use crate::store::{Directory, Lookup, Store, called};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// What finds records by their ids, and perhaps knows their names as the search has them.
pub(super) trait Naming: Lookup {
    /// The folded name of the record with this id, if it is at hand.
    fn named(&self, id: &str) -> Option<Folded<'_>>;

    /// The same, if it is a body or a person.
    fn named_body(&self, id: &str) -> Option<Folded<'_>>;
}

impl Naming for Store {
    fn named(&self, _: &str) -> Option<Folded<'_>> {
        None
    }

    fn named_body(&self, _: &str) -> Option<Folded<'_>> {
        None
    }
}

/// A directory with the folded names of its records.
pub(super) struct Names<'s> {
    directory: Directory<'s>,
    shares: Vec<Share>,
}

/// The folded names of some records.
#[derive(Default)]
struct Share {
    folded: String,
    names: Vec<Name>,
}

struct Name {
    place: Range<usize>,
    set: u64,
    starts: u64,
}

/// Records of a share; more of them are folded side by side.
const SHARE: usize = 4096;

impl<'s> Names<'s> {
    /// The names of a store.
    pub(super) fn of(store: &'s Store) -> Self {
        let directory = Directory::of(store);
        let fold = |records: &[(Kind, &Arc<Record>)]| {
            let mut share = Share::default();
            for (kind, record) in records {
                // Nobody refers to relations by their names, which would be long.
                share.take(&if *kind == Kind::Relation { "".into() } else { called(&directory, record) });
            }
            share
        };
        let records = directory.records();
        let shares = match records.len() {
            ..=SHARE => records.chunks(SHARE).map(fold).collect(),
            _ => records.par_chunks(SHARE).map(fold).collect(),
        };
        Names { directory, shares }
    }
}

impl Share {
    fn take(&mut self, name: &str) {
        let from = self.folded.len();
        fold_into(name, &mut self.folded);
        let folded = self.folded.as_bytes().get(from..).unwrap_or(&[]);
        self.names.push(Name { place: from..self.folded.len(), set: letters(folded), starts: starts(folded) });
    }
}

impl Lookup for Names<'_> {
    fn resolve(&self, id: &str) -> Option<(Kind, &Arc<Record>)> {
        self.directory.resolve(id)
    }
}

impl Naming for Names<'_> {
    fn named(&self, id: &str) -> Option<Folded<'_>> {
        self.at(self.directory.place(id)?)
    }

    fn named_body(&self, id: &str) -> Option<Folded<'_>> {
        let place = self.directory.place(id)?;
        let (kind, _) = self.directory.records().get(place)?;
        self.at(place).filter(|_| matches!(kind, Kind::Network | Kind::Actor))
    }
}

impl Names<'_> {
    fn at(&self, place: usize) -> Option<Folded<'_>> {
        let share = self.shares.get(place / SHARE)?;
        let name = share.names.get(place % SHARE).filter(|name| (1..=SHORT).contains(&name.place.len()))?;
        Some(Folded { text: share.folded.get(name.place.clone())?, set: name.set, starts: name.starts })
    }
}
