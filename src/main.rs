//! The program `runde`.
fn main() {}
