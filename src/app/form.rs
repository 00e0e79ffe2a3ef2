//! Forms.

/// A form for a record or a part of one.
#[derive(Debug)]
pub struct Form {}
