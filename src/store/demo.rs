//! The built-in fictional landscape. Its records lie in the program (`build/demo.rs`), so that nothing has to be read.

use super::{Store, Table};
use crate::landscape::Kind;
use std::sync::Arc;

mod records {
    //! The records `build/demo.rs` makes of `data/musterau.json`.

    use crate::landscape::{
        List, Record, Shape, Value, actor, channel, decision, embedding, evidence, goal, holiday, lent, meeting,
        member, network, question, relation, rhythm, statement, step, task, the_landscape, verdict,
    };
    use smol_str::SmolStr;

    include!(concat!(env!("OUT_DIR"), "/demo.rs"));
}

/// The text of its file.
pub const DEMO: &str = include_str!("../../data/musterau.json");

/// The landscape as it is read from its file.
#[must_use]
pub fn demo() -> Store {
    let mut store = Store::default();
    let mut landscape = records::LANDSCAPE.clone();
    landscape.id = Store::landscape_id();
    store.landscape = Arc::new(landscape);
    for (shape, records) in records::KINDS {
        let table = Kind::of(shape).and_then(Kind::place).and_then(|place| store.tables.get_mut(place));
        let records = records.iter().cloned().map(Arc::new).collect();
        if let (Some(table), Ok((filled, _))) = (table, Table::new(records)) {
            *table = filled;
        }
    }
    store
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{read, write};

    #[test]
    fn what_lies_in_the_program_is_what_is_in_the_file() {
        assert!(write(&demo()) == DEMO.as_bytes());
        let read = read(DEMO).unwrap().store;
        assert_eq!(demo().landscape(), read.landscape());
        for kind in Kind::MANY {
            assert!(demo().all(kind).eq(read.all(kind)), "{kind:?}");
        }
    }
}
