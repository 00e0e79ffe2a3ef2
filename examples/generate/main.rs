//! Makes stores: the demo landscape `data/musterau.json`, or a made-up one of any size. Prints to standard output.
//! Knows nothing of the library: its own plain records make it an independent witness of the file's canonical form.
//!
//! ```text
//! cargo run --release --example generate -- demo > target/musterau.json && mv target/musterau.json data/
//! cargo run --release --example generate -- check
//! cargo run --release --example generate -- random --networks 1000 --seed 7
//! cargo run --release --example generate -- random --records 1000000
//! ```

mod canonical;
mod check;
mod demo;
mod ids;
mod random;
mod records;
mod rng;

use anyhow::{Context, Result, bail};
use std::io::{self, BufWriter, Write};

const USAGE: &str = "generate demo | check | random (--networks N | --records N) [--seed S]";

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match words.as_slice() {
        ["demo"] => canonical::write(&demo::build()?, &mut out)?,
        ["check"] => {
            let mut file = Vec::new();
            canonical::write(&demo::build()?, &mut file)?;
            for line in check::report(&serde_json::from_slice(&file)?) {
                writeln!(out, "{line}")?;
            }
        }
        ["random", options @ ..] => canonical::write(&random_size(options)?, &mut out)?,
        _ => bail!(USAGE),
    }
    out.flush()?;
    Ok(())
}

fn random_size(options: &[&str]) -> Result<random::Random> {
    let mut size = random::Size::of_networks(100);
    let mut seed = 1;
    for pair in options.chunks(2) {
        let [name, number] = pair else { bail!(USAGE) };
        let number: u64 = number.parse().with_context(|| format!("{name} wants a whole number"))?;
        match *name {
            "--networks" => size = random::Size::of_networks(number),
            "--records" => size = random::Size::of_records(number),
            "--seed" => seed = number,
            _ => bail!(USAGE),
        }
    }
    Ok(random::Random::new(size, seed))
}
