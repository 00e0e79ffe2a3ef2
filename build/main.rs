//! What is made when the program is built: tables of `data/vocabulary.json` and of `data/musterau.json`, which it then has
//! at hand without reading anything at its start, and what the linker is told.

#![expect(clippy::print_stdout, reason = "that is how a build script speaks to cargo")]

mod demo;
mod linking;
mod vocabulary;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    make("vocabulary.rs", vocabulary::SOURCE, vocabulary::tables)?;
    make("demo.rs", demo::SOURCE, demo::tables)?;
    Ok(linking::tell()?)
}

/// Makes a file of code from a file of data.
fn make(code: &str, source: &str, tables: fn(&str) -> Result<String, Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={source}");
    let code = Path::new(&std::env::var("OUT_DIR")?).join(code);
    let made = tables(&std::fs::read_to_string(source)?).map_err(|error| format!("{source}: {error}"))?;
    Ok(std::fs::write(code, made)?)
}
