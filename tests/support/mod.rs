//! What several tests share.
#![allow(dead_code)]

pub mod camps;
pub mod desk;
pub mod dice;
pub mod session;
pub mod shell;
pub mod stores;

/// The number of rounds of a random test: the given one times `RUNDE_ROUNDS`.
pub fn rounds(base: u32) -> u32 {
    std::env::var("RUNDE_ROUNDS").ok().and_then(|text| text.parse::<u32>().ok()).unwrap_or(1) * base
}
