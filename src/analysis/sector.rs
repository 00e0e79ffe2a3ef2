//! The sector of an actor. Knows no screens.

use crate::landscape::{Kind, actor, vocabulary};
use crate::store::Store;

/// The sector of an actor: its own, that of its kind, or that of what it belongs to.
#[must_use]
pub fn of<'a>(store: &'a Store, id: &str) -> Option<&'a str> {
    let mut at = store.get(Kind::Actor, id)?;
    // A circle of units is a fault of the data; three steps up is as deep as offices go.
    for _ in 0..4 {
        match at.text(actor::SECTOR) {
            "" => {}
            sector => return Some(sector),
        }
        if let Some(sector) = vocabulary::entry("actor_kind", at.text(actor::KIND)).and_then(|entry| entry.sector) {
            return Some(sector);
        }
        at = store.get(Kind::Actor, at.text(actor::UNIT_OF))?;
    }
    None
}
