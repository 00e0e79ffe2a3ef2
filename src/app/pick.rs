//! Pickers.

/// A picker of values or references.
#[derive(Debug)]
pub struct Pick {}
