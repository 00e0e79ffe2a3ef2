//! Ratings of people: they belong to bodies and ties, never to a person.

use super::{Desk, Flaw, Level};
use crate::landscape::{Kind, actor, evidence, statement};
use crate::store::Store;

/// Looks at the statements of a piece of evidence.
pub(super) fn look(store: &Store, desk: &mut Desk<'_>) {
    if desk.kind != Kind::Evidence {
        return;
    }
    for said in desk.record.parts(evidence::STATEMENTS) {
        let rates = !said.ratings(statement::RATINGS).is_empty() || said.number(statement::INTENSITY).is_some();
        let person = said.texts(statement::ABOUT).iter().find(|id| is_person(store, id));
        if let Some(person) = person.filter(|_| rates) {
            let place = Some((said.key(), Some(statement::RATINGS)));
            desk.note(Level::Warning, Some(evidence::STATEMENTS), place, Flaw::PersonRated((&**person).into()));
        }
    }
}

fn is_person(store: &Store, id: &str) -> bool {
    let found = store.resolve(id).filter(|(kind, _)| *kind == Kind::Actor);
    found.is_some_and(|(_, record)| record.flag(actor::PERSON) == Some(true))
}
