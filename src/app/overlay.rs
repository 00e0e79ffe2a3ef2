//! Layers above the panes. Each is a small machine of its own: actions in, a reply out; it looks at the data through its
//! context and changes nothing but itself. The house carries out what the reply asks for.
//!
//! ```text
//!   form ─ picks a reference ─► picker ─ new… ─► form          top layer gets every action first
//!     ◄──── Outcome::Picked ──────┘  ◄── Outcome::Change ─┘     what it closes with goes to the layer below
//! ```

use super::{Action, Effect, Message};
use crate::i18n::{Lang, Texts};
use crate::landscape::{Id, Kind, Record};
use crate::store::{Change, Data};
use jiff::civil::DateTime;

/// What a layer may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The data.
    pub data: &'a Data,
    /// Finds records by what people type.
    pub lookup: &'a dyn Lookup,
    /// The words of the language.
    pub texts: &'static Texts,
    /// The language.
    pub lang: Lang,
    /// Now, in the landscape's time zone.
    pub now: DateTime,
    /// Which actor the user is, if the configuration says so.
    pub me: &'a str,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
}

/// What a layer wants after an action.
#[derive(Debug)]
pub enum Reply {
    /// Nothing more.
    Stay,
    /// The action is not for this layer: try the rest of the table.
    Pass,
    /// Another layer above this one.
    Open(Box<super::Overlay>),
    /// This layer is done.
    Close(Outcome),
    /// Something at the edge (copy, editor, link), the layer stays.
    Effect(Effect),
    /// Something to say, the layer stays.
    Say(Message),
}

/// What a layer closes with; the layer below receives it first.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing came of it.
    Nothing,
    /// Go to this record.
    Go(Kind, Id),
    /// These ids or values were picked.
    Picked(Vec<String>),
    /// A part was edited.
    Part(Record),
    /// A change is to be carried out; it made or touched this record.
    Change(Change, Kind, Id),
    /// An action was chosen (palette, help).
    Act(Action),
}

/// Finds records by what people type; the search engine behind it is the same everywhere.
pub trait Lookup {
    /// The best matches among these kinds, the best first. An empty query finds nothing.
    fn find(&self, query: &str, kinds: &[Kind], limit: usize) -> Vec<(Kind, Id)>;
}
