//! What people decided about pairs, and on which data: a verdict holds until what it was given on is other. Knows no
//! screens.

use super::same::{SETS, leaders};
use crate::landscape::{Kind, Record, network, verdict};
use crate::store::Store;
use std::collections::HashMap;

/// A verdict that is none yet.
const UNCHECKED: &str = "unchecked";

/// Verdicts by their ordered pair; of several the last given.
pub(super) struct Verdicts<'s>(HashMap<(&'s str, &'s str), &'s Record>);

impl<'s> Verdicts<'s> {
    pub(super) fn of(records: impl Iterator<Item = &'s Record>) -> Self {
        let mut found: HashMap<(&str, &str), &Record> = HashMap::new();
        for record in records {
            let (a, b) = (record.text(verdict::A), record.text(verdict::B));
            let last = found.entry(if a <= b { (a, b) } else { (b, a) }).or_insert(record);
            if record.text(verdict::DATE) > last.text(verdict::DATE) {
                *last = record;
            }
        }
        Verdicts(found)
    }

    pub(super) fn all(store: &'s Store) -> Self {
        Verdicts::of(store.all(Kind::Verdict).map(|record| &**record))
    }

    pub(super) fn about(&self, a: &str, b: &str) -> Option<&'s Record> {
        self.0.get(&(a, b)).copied()
    }
}

/// Does a verdict still hold on these data? One of which nobody noted on which it was given does.
pub(super) fn holds(record: &Record, basis: &str) -> bool {
    let on = record.text(verdict::BASIS);
    record.text(verdict::VERDICT) != UNCHECKED && (on.is_empty() || on == basis)
}

/// A fingerprint of what was compared (FNV-1a, 64 bits): it changes when members, themes, phases, target groups, area,
/// purpose or coordination of one of the two do.
pub(super) fn fingerprint(sides: [(&Record, &[&str]); 2], day: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for (record, members) in sides {
        eat(&record.id);
        for id in members {
            eat(id);
        }
        for field in SETS {
            eat("");
            record.texts(field).iter().for_each(|value| eat(value));
        }
        eat(record.text(network::AREA));
        record.text(network::PURPOSE).split_whitespace().for_each(&mut eat);
        eat("");
        leaders(record, day).into_iter().for_each(&mut eat);
    }
    format!("{hash:016x}")
}
