//! Who sits in which networks on a day, of all networks at once: whether two are close is then told from numbers, however
//! often their members sit elsewhere. Made beside the loop where a landscape is large.

use super::{CLAIMED, reaches};
use crate::analysis::graph::{Whom, exists, seated};
use crate::analysis::work::Work;
use crate::landscape::{Id, Kind};
use crate::store::Store;
use std::collections::{BTreeSet, HashMap};

/// Who sits where.
#[derive(Debug, Default)]
pub struct Seats {
    /// The networks there are, and how many sit in each.
    networks: Vec<(Id, usize)>,
    /// Institution → the places of its networks in that list.
    of: HashMap<Id, Vec<u32>>,
}

impl Seats {
    /// Those of a day (`YYYY-MM-DD`). Nothing when the work was called off.
    #[must_use]
    pub fn of(store: &Store, day: &str, work: &Work) -> Option<Self> {
        let mut seats = Seats::default();
        // One processor is left to whoever draws.
        for record in store.all(Kind::Network).filter(|record| exists(record, day)) {
            if work.called_off() {
                return None;
            }
            let sit = seated(store, record, day, Whom::Institutions);
            let place = u32::try_from(seats.networks.len()).unwrap_or(u32::MAX);
            seats.networks.push((record.id.clone(), sit.len()));
            for who in sit {
                seats.of.entry(who).or_default().push(place);
            }
        }
        Some(seats)
    }

    /// The networks that share so many members with these that both are close, as far as is known here.
    pub(super) fn close_to(&self, here: &BTreeSet<Id>) -> impl Iterator<Item = &Id> {
        let mut shared = vec![0_usize; self.networks.len()];
        for place in here.iter().filter_map(|who| self.of.get(who)).flatten() {
            shared.get_mut(*place as usize).into_iter().for_each(|count| *count += 1);
        }
        let each = self.networks.iter().zip(shared);
        let close = each.filter(|((_, there), shared)| reaches(*shared, [here.len(), *there], CLAIMED));
        close.map(|((id, _), _)| id)
    }
}
