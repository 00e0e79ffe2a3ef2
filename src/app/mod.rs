//! What the program can do and what it knows while it runs. Knows no terminal and nothing of drawing.
//!
//! ```text
//!  Input ─► keymap (top layer, pane, everywhere) ─► Action ─► update(&mut Model) ─► Effects ─► the edge
//!                                                     ▲                                          │
//!                                                     └──────────── results come back ───────────┘
//! ```

pub mod action;
pub mod card;
pub mod effect;
pub mod form;
pub mod key;
pub mod keymap;
pub mod line;
pub mod message;
pub mod overlay;
pub mod pick;

pub use action::Action;
pub use effect::Effect;
pub use message::Message;
pub use overlay::{Context, Lookup, Outcome, Reply};

/// A layer above the panes.
#[derive(Debug)]
pub enum Overlay {
    /// A form.
    Form(Box<form::Form>),
    /// A picker of values or references.
    Pick(Box<pick::Pick>),
}
