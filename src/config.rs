//! What one user has settled: language, theme, keys, which actor they are; and where things lie on this machine.
//! The file is optional and never written by the program. A fault in it is told and left out, the rest holds.
//! Knows nothing of the rest of the house but the two languages.

pub mod clock;
mod paths;
mod settings;

pub use paths::Paths;
pub use settings::{Fault, Settings, What, read};

/// A file with every setting explained and switched off.
pub const DEFAULT: &str = include_str!("config/default.toml");
