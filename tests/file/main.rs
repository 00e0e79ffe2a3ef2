//! The file on disk, attacked: killed saves, refused system calls, full disks, other writers, odd places.
//! Numbers of rounds are those of a commit; the variable `RUNDE_ROUNDS` multiplies them.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "tests may stop and print, in their helpers too"
)]

mod backups;
mod cases;
mod child;
mod faults;
mod full;
mod kills;
mod modes;
mod power;
mod support;
mod writers;
