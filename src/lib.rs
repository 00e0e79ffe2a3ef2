//! `runde`: who works with whom in a municipal education landscape.
//!
//! The rooms, from the inside out; each may use what stands before it, never what stands after it
//! (`tests/house.rs` holds the arrows to that):
//!
//! ```text
//!  main ── cli ──(only the table of keys)─┐
//!    └──── ui ──────────► app ────────────┴─► exchange ─► guide ─► analysis ─► { search · calendar } ─► store ─► landscape
//!  terminal (edge; knows app::key)                                   (i18n, text, arrange, config: leaves anyone may read)
//! ```

pub mod analysis;
pub mod app;
pub mod arrange;
pub mod calendar;
pub mod cli;
pub mod config;
pub mod exchange;
pub mod guide;
pub mod i18n;
pub mod landscape;
pub mod program;
pub mod search;
pub mod store;
pub mod terminal;
pub mod text;
pub mod ui;
