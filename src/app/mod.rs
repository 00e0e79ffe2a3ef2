//! What the program can do and what it knows while it runs. Knows no terminal and nothing of drawing.
//!
//! ```text
//!  Input ─► keymap (top layer, pane, everywhere) ─► Action ─► update(&mut Model) ─► Effects ─► the edge
//!                                                     ▲                                          │
//!                                                     └──────────── results come back ───────────┘
//! ```

pub mod action;
pub mod apart;
pub mod asked;
pub mod board;
mod calendar_of;
pub mod calendar_view;
mod calendars;
pub mod card;
pub mod chooser;
mod clash_list;
pub mod compare_list;
pub mod confirm;
pub mod conflicts;
mod draft;
pub mod effect;
mod embedding_view;
pub mod event;
mod evidence_list;
mod find_date;
pub mod finder;
pub mod form;
mod gap_list;
mod governance;
pub mod grid;
pub mod inquiry;
pub mod insight;
pub mod job;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod line;
mod load_list;
pub mod map;
pub mod message;
pub mod minutes;
pub mod model;
pub mod overlay;
pub mod pane;
pub mod pick;
mod privacy;
pub mod prompt;
pub mod refusal;
mod responsibility;
pub mod screen;
mod tasks;
pub mod telling;
pub mod trail;
mod twin_list;
mod unite;
pub mod unreadable;
pub mod upcoming;
pub mod update;

pub use action::Action;
pub use board::Board;
pub use effect::Effect;
pub use event::{Event, handle};
pub use message::Message;
pub use model::Model;
pub use overlay::{Context, Lookup, Outcome, Overlay, Reply};
