//! Is a body still there? Knows one record at a time.

use super::{Record, network, vocabulary};

/// Has this body ended, or gone into another?
#[must_use]
pub fn is_over(body: &Record) -> bool {
    matches!(body.text(network::LIFECYCLE), "ended" | "merged")
}

/// Is it a political committee?
#[must_use]
pub fn is_committee(body: &Record) -> bool {
    vocabulary::entry("network_kind", body.text(network::KIND)).is_some_and(|entry| entry.class == Some("committee"))
}
