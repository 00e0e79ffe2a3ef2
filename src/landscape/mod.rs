//! The terms of the field: actors, networks, rhythms, meetings, evidence. Knows no files, no terminals, no languages.
//!
//! A record is a row of values in the order of its *shape*, the one table of fields from which reading, writing, forms,
//! search, checks and the JSON Schema all take what they know:
//!
//! ```text
//!  Shape ── Spec (key, type, group) ──► Record { id, filled: Fields, values, extra }
//!    actor · network · relation · rhythm · meeting · evidence · verdict · landscape        (kinds)
//!    member · goal · step · task · channel · embedding · decision · statement · question · holiday   (parts)
//! ```

mod fields;
pub mod id;
mod kind;
mod lent;
pub mod life;
mod list;
mod record;
pub mod role;
mod shape;
pub mod shapes;
pub mod vocabulary;

pub use fields::Fields;
pub use id::Id;
pub use kind::Kind;
pub use lent::lent;
pub use list::List;
pub use record::{Extra, Record, Value};
pub use shape::{Field, Group, KeyedBy, Shape, Spec, Target, Type};
pub use shapes::{
    actor, channel, decision, embedding, evidence, goal, holiday, meeting, member, network, question, relation, rhythm,
    statement, step, task, the_landscape, verdict,
};
