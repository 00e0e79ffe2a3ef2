//! The data set in memory and on disk. Knows no keys, no screens.

pub mod file;
