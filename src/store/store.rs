//! One education landscape in memory: the landscape and seven tables. Knows nothing of files and of undo.

use super::Table;
use crate::landscape::{Extra, Field, Id, Kind, Record, actor, network, the_landscape};
use smol_str::SmolStr;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The format version this program writes.
pub const VERSION: u64 = 1;

/// All records. A clone is a snapshot and costs next to nothing.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) landscape: Arc<Record>,
    pub(super) tables: [Table; 7],
    pub(super) forgotten: Arc<[SmolStr]>,
    pub(super) extra: Arc<Extra>,
    pub(super) version: u64,
    /// Merged id → the record that stands for it now; made when first asked for, for all snapshots that say the same.
    former: Arc<OnceLock<Former>>,
}

type Former = HashMap<SmolStr, (Kind, Id)>;

/// The records that were put together in others keep leading there through these fields.
const FORMERLY: [(Kind, Field); 2] = [(Kind::Actor, actor::FORMERLY), (Kind::Network, network::FORMERLY)];

impl Default for Store {
    fn default() -> Self {
        Store {
            landscape: Arc::new(Record::new(&the_landscape::SHAPE, Store::landscape_id())),
            tables: Default::default(),
            forgotten: Arc::new([]),
            extra: Arc::new(Vec::new()),
            version: VERSION,
            former: Arc::default(),
        }
    }
}

impl Store {
    /// The word by which the landscape itself is referred to.
    pub const LANDSCAPE: &'static str = "landscape";

    /// The id of the landscape's own record.
    #[must_use]
    pub fn landscape_id() -> Id {
        Id::new(Store::LANDSCAPE)
    }

    /// The landscape's own record.
    #[must_use]
    pub fn landscape(&self) -> &Arc<Record> {
        &self.landscape
    }

    /// The records of a kind; none for the landscape, which is only one.
    #[must_use]
    pub fn table(&self, kind: Kind) -> Option<&Table> {
        self.tables.get(kind.place()?)
    }

    /// All records of a kind by id.
    pub fn all(&self, kind: Kind) -> impl DoubleEndedIterator<Item = &Arc<Record>> + Clone {
        self.table(kind).into_iter().flat_map(Table::iter)
    }

    /// How many records of a kind.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.table(kind).map_or(1, Table::len)
    }

    /// The record with this id and its kind.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<(Kind, &Arc<Record>)> {
        if id == Store::LANDSCAPE {
            return Some((Kind::Landscape, &self.landscape));
        }
        Kind::MANY.into_iter().find_map(|kind| Some((kind, self.get(kind, id)?)))
    }

    /// The record with this id, or the one it was merged into.
    #[must_use]
    pub fn resolve(&self, id: &str) -> Option<(Kind, &Arc<Record>)> {
        self.find(id).or_else(|| {
            let (kind, id) = self.known_former().get(id)?;
            Some((*kind, self.get(*kind, id)?))
        })
    }

    /// Makes what [`Self::resolve`] needs, before somebody waits for it.
    pub fn prepare(&self) {
        self.known_former();
    }

    fn known_former(&self) -> &Former {
        self.former.get_or_init(|| self.former())
    }

    fn former(&self) -> Former {
        let merged = FORMERLY.into_iter().flat_map(|(kind, field)| {
            let records = self.all(kind);
            records.flat_map(move |record| record.texts(field).iter().map(move |old| (old, (kind, record.id.clone()))))
        });
        merged.map(|(old, now)| (old.clone(), now)).collect()
    }

    /// Forgets what was merged into what, when a record says something else of it than before.
    fn forget_former(&mut self, kind: Kind, before: Option<&Record>, after: Option<&Record>) {
        let Some((_, field)) = FORMERLY.into_iter().find(|(one, _)| *one == kind) else { return };
        let [before, after] = [before, after].map(|record| record.map_or(&[][..], |record| record.texts(field)));
        if before != after {
            self.former = Arc::default();
        }
    }

    /// The record of this kind with this id.
    #[must_use]
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Arc<Record>> {
        match kind {
            Kind::Landscape => (id == Store::LANDSCAPE).then_some(&self.landscape),
            _ => self.table(kind)?.get(id),
        }
    }

    /// The same, looked for first at this place among those of its kind.
    pub(super) fn get_near(&self, kind: Kind, id: &Id, nth: usize) -> Option<&Arc<Record>> {
        match self.table(kind) {
            Some(table) => table.get_near(id, nth),
            None => self.get(kind, id),
        }
    }

    /// The ids of people erased on request.
    #[must_use]
    pub fn forgotten(&self) -> &[SmolStr] {
        &self.forgotten
    }

    /// The version of the file it came from; higher than ours means read-only.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Was it written by a newer program, so that we must not write it?
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// Has it any record at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tables.iter().all(Table::is_empty) && self.landscape.cells().next().is_none()
    }

    pub(super) fn put(&mut self, kind: Kind, record: Arc<Record>) -> Option<Arc<Record>> {
        let old = match kind.place() {
            Some(place) => self.tables.get_mut(place)?.put(record.clone()),
            None => Some(std::mem::replace(&mut self.landscape, record.clone())),
        };
        self.forget_former(kind, old.as_deref(), Some(&record));
        old
    }

    pub(super) fn remove(&mut self, kind: Kind, id: &str) -> Option<Arc<Record>> {
        let old = self.tables.get_mut(kind.place()?)?.remove(id);
        self.forget_former(kind, old.as_deref(), None);
        old
    }
}
