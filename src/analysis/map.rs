//! The map of the landscape: who is tied to whom, where each one lies, which names find room, which blocks show. Knows no
//! screens and no files.
//!
//! ```text
//!  store ─► graph (networks × actors, or networks by shared actors) ─┬─► layout (distances ─► start ─► stress ─► pack)
//!                                                                     ├─► walk (rings, paths)   ├─► matrix (blocks)
//!                                                                     └─► labels (never over each other)
//! ```

pub mod difference;
mod distance;
pub mod graph;
pub mod labels;
pub mod layout;
pub mod matrix;
mod pack;
mod start;
mod stress;
pub mod walk;

pub use graph::{Graph, Node, Tie, networks, of, two_mode};
pub use layout::{Point, arrange};
