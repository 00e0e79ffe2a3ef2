//! How long the calendar takes: all occurrences of 10,000 random rhythms over two years, and phrases understood.
//!
//! Where python3 with dateutil is at hand, the same rules are expanded there once and the ratio is printed; we ask for 50.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

use criterion::Criterion;
use jiff::civil::{Date, time};
use runde::calendar::{Bounds, Moment, Rule, Series, read_phrase};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/dateutil_vectors.py");

/// Rules of the kinds bodies have, with starts within one year; the numbers come from a small generator with a fixed seed.
fn rhythms() -> Vec<(String, Date)> {
    let mut state = 5545_u64;
    let mut below = |n: u64| {
        // the constants of Knuth's MMIX generator
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    let days = ["MO", "TU", "WE", "TH", "FR"];
    (0..10_000)
        .map(|_| {
            let n = below(6) + 1;
            let (a, b) = (days[usize::try_from(below(5)).unwrap()], days[usize::try_from(below(5)).unwrap()]);
            let rule = match below(8) {
                0 => format!("FREQ=WEEKLY;INTERVAL={n};BYDAY={a}"),
                1 => format!("FREQ=WEEKLY;BYDAY={a},{b}"),
                2 => format!("FREQ=MONTHLY;BYDAY={}{a}", below(4) + 1),
                3 => format!("FREQ=MONTHLY;INTERVAL={n};BYDAY=-1{a}"),
                4 => format!("FREQ=MONTHLY;BYMONTHDAY={}", below(31) + 1),
                5 => "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1".to_owned(),
                6 => format!("FREQ=YEARLY;BYMONTH=5,11;BYDAY={}{a}", below(4) + 1),
                _ => format!("FREQ=DAILY;INTERVAL={}", n * 3),
            };
            (
                rule,
                Date::new(2025, 1, 1)
                    .unwrap()
                    .saturating_add(jiff::Span::new().days(i64::try_from(below(365)).unwrap())),
            )
        })
        .collect()
}

/// Reads and expands all; the number of occurrences up to the end of the year after the start.
fn expand(rhythms: &[(String, Date)]) -> usize {
    let count = |(rule, start): &(String, Date)| {
        let start = Moment::at(*start, time(14, 0, 0, 0));
        let until = Moment::day(Date::new(start.date.year() + 2, 1, 1).unwrap());
        Series::new(rule.parse::<Rule>().unwrap(), start).between(start, until, Bounds::default()).unwrap().len()
    };
    rhythms.iter().map(count).sum()
}

/// Seconds and number of dates of the same work in python-dateutil.
fn dateutil(rhythms: &[(String, Date)]) -> Option<(f64, usize)> {
    let lines = rhythms.iter().fold(String::new(), |mut text, (rule, start)| {
        writeln!(text, "{rule}\t{start}").unwrap();
        text
    });
    let mut python =
        Command::new("python3").args([SCRIPT, "--time"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    python.stdin.take()?.write_all(lines.as_bytes()).ok()?;
    let out = python.wait_with_output().ok().filter(|o| o.status.success())?;
    let text = String::from_utf8(out.stdout).ok()?;
    let (seconds, dates) = text.trim().split_once(' ')?;
    Some((seconds.parse().ok()?, dates.parse().ok()?))
}

fn main() {
    let rhythms = rhythms();
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("10,000 rhythms over two years", |b| b.iter(|| expand(black_box(&rhythms))));
    let phrases: Vec<&str> =
        include_str!("../tests/data/phrases.tsv").lines().filter_map(|l| l.split('\t').nth(1)).collect();
    criterion.bench_function("the phrases of the table", |b| {
        b.iter(|| phrases.iter().filter(|p| read_phrase(black_box(p)).is_ok()).count());
    });
    criterion.final_summary();

    let begin = Instant::now();
    let ours = expand(&rhythms);
    let seconds = begin.elapsed().as_secs_f64();
    match dateutil(&rhythms) {
        Some((theirs, dates)) => {
            assert_eq!(ours, dates, "the same occurrences");
            println!(
                "{ours} occurrences: {:.1} ms; python-dateutil {:.0} ms; ratio {:.0}",
                seconds * 1e3,
                theirs * 1e3,
                theirs / seconds
            );
        }
        None => println!("{ours} occurrences: {:.1} ms; no python3 with dateutil here, no ratio", seconds * 1e3),
    }
}
