//! The guiding questions: what is answered, on whose word, what is open, and whom to ask next. Knows no screens.
//!
//! ```text
//!  records + evidence ─► facts ─► state (one question) ─► matrix ─► ask (whom next) ─► interview (for one person)
//! ```

pub mod answers;
pub mod ask;
pub mod cover;
pub mod doubt;
mod facts;
pub mod interview;
mod matrix;
mod place;
mod state;

pub use crate::analysis::voices::Said;
pub use facts::Facts;
pub use matrix::{Line, line_of, matrix};
pub use place::{Place, place};
pub use state::{State, Status};

use crate::landscape::{Record, vocabulary};
use crate::store::Store;

/// The keys of the questions asked of every network, in the order of the vocabulary.
pub fn of_network() -> impl Iterator<Item = &'static str> + Clone {
    of_class("network")
}

/// The keys of the questions asked once, of the landscape.
pub fn of_landscape() -> impl Iterator<Item = &'static str> + Clone {
    of_class("landscape")
}

fn of_class(class: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    vocabulary::values("questions").iter().filter(move |entry| entry.class == Some(class)).map(|entry| entry.key)
}

/// How a question stands for a network (or for the landscape's own record) on `day` (`YYYY-MM-DD`). Looks only at what
/// concerns this record; [`matrix`] looks at everything once for all of them.
#[must_use]
pub fn state<'a>(store: &'a Store, record: &'a Record, key: &str, day: &'a str) -> State<'a> {
    matrix::facts(store, record, day).state(key)
}
