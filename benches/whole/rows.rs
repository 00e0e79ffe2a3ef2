//! The rows of the table, one file each.

pub mod find;
pub mod keys;
pub mod rest;
pub mod start;
pub mod store;
