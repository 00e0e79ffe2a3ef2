//! Random rules against python-dateutil: 20,000 a round, the same dates to the end of the sixth year.
//!
//! Without python3 and dateutil the test says so and passes, except where `CI` is set. `RUNDE_ROUNDS` multiplies,
//! `RUNDE_SEED` changes the rules.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::process::Command;

use jiff::civil::Date;
use runde::calendar::{Bounds, Moment, Rule, Series};

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// The oracle's lines; none if there is no oracle here.
fn vectors(seed: u64, count: u64) -> Option<String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/dateutil_vectors.py");
    let out = Command::new("python3").arg(script).args([seed.to_string(), count.to_string()]).output();
    match out {
        Ok(out) if out.status.success() => Some(String::from_utf8(out.stdout).unwrap()),
        Ok(out) => missing(&String::from_utf8_lossy(&out.stderr)),
        Err(error) => missing(&error.to_string()),
    }
}

fn missing(why: &str) -> Option<String> {
    assert!(std::env::var("CI").as_deref() != Ok("true"), "the oracle has to be there in CI: {why}");
    println!("SKIPPED: no python3 with dateutil here (pip install python-dateutil): {why}");
    None
}

fn at_two(day: Date) -> Moment {
    Moment::at(day, jiff::civil::time(14, 0, 0, 0))
}

fn compare(line: &str) {
    let mut columns = line.split('\t');
    let mut column = || columns.next().unwrap_or_default();
    let (rule, start, dates) = (column(), column(), column());
    let start: Date = start.parse().unwrap();
    let expected: Vec<Date> = dates.split_whitespace().map(|d| d.parse().unwrap()).collect();
    let series = Series::new(rule.parse::<Rule>().unwrap_or_else(|e| panic!("{rule}: {e}")), at_two(start));
    let bounds = Bounds { years: 8, occurrences: 60 };
    let window = |from: Date| {
        let all = series.occurrences(at_two(from), bounds).map(|m| m.date);
        all.take_while(|d| d.year() <= start.year() + 6).collect::<Vec<_>>()
    };
    assert_eq!(window(start), expected, "{rule} from {start}");
    // entering in the middle gives the same as walking there
    if let Some(middle) = expected.get(expected.len() / 2) {
        let rest = &expected[expected.len() / 2..];
        assert_eq!(&window(*middle)[..rest.len()], rest, "{rule} from {start}, entered at {middle}");
    }
}

#[test]
fn same_dates_as_dateutil() {
    let (seed, count) = (number("RUNDE_SEED", 5545), 20_000 * number("RUNDE_ROUNDS", 1));
    println!("seed {seed}, {count} rules");
    let Some(lines) = vectors(seed, count) else { return };
    assert_eq!(u64::try_from(lines.lines().count()).unwrap(), count);
    let dates: usize = lines.lines().map(|line| line.split_whitespace().count() - 2).sum();
    assert!(dates > lines.lines().count() * 10, "the rules should mostly give dates");
    lines.lines().for_each(compare);
}
