//! Public holidays of the sixteen Länder, 2015 to 2040, against python's `holidays`: not one day is different.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

use runde::calendar::{Land, Reach, public_holidays};
use std::collections::BTreeSet;
use std::process::Command;

#[test]
fn the_same_days_as_the_oracle() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/holidays_de.py");
    let out = Command::new("python3").arg(script).args(["2015", "2040"]).output();
    let told = match out {
        Ok(out) if out.status.success() => String::from_utf8(out.stdout).unwrap(),
        other => {
            let why =
                other.map_or_else(|error| error.to_string(), |out| String::from_utf8_lossy(&out.stderr).into_owned());
            assert!(std::env::var("CI").as_deref() != Ok("true"), "the oracle has to be there in CI: {why}");
            println!("SKIPPED: no python3 with holidays here (pip install holidays): {why}");
            return;
        }
    };
    let theirs: BTreeSet<String> = told.lines().map(str::to_owned).collect();
    let all = (2015..=2040).flat_map(|year| Land::all().map(move |land| (year, land)));
    // Days that only some municipalities keep (Augsburg, Assumption Day in Bavaria, Corpus Christi in Saxony and
    // Thuringia) are not public holidays of the Land for either.
    let ours: BTreeSet<String> = all
        .flat_map(|(year, land)| public_holidays(year, land).into_iter().map(move |day| (day, land)))
        .filter(|(day, _)| day.reach == Reach::Whole)
        .map(|(day, land)| format!("{} {}", day.date, land.letters().to_ascii_uppercase()))
        .collect();
    assert!(ours.len() > 26 * 16 * 9);
    let odd: Vec<_> = ours.symmetric_difference(&theirs).collect();
    assert!(odd.is_empty(), "{odd:?}");
}
