//! How long the calendar takes: all occurrences of 10,000 random rhythms over two years, phrases understood, clashes among
//! what these rhythms give, work load for 100,000 memberships, a free date; and the same for the demo landscape.
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
use runde::analysis::agenda::upcoming;
use runde::analysis::clashes::clashes;
use runde::analysis::load::Loads;
use runde::analysis::slots::slots;
use runde::calendar::{Bounds, Moment, Rule, Series, Wish, read_phrase};
use runde::i18n::Lang;
use runde::store::{self, Store};

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

/// A landscape of these rhythms, one a body, every body with ten seats: 100,000 memberships among 20,000 actors.
fn landscape(rhythms: &[(String, Date)]) -> Store {
    let list = |parts: Vec<String>| parts.join(",\n");
    let actors = list((0..20_000).map(|n| format!(r#"{{"id": "a-{n:05}", "name": "Amt {n}"}}"#)).collect());
    let seats = |body: usize| {
        // a stride without a common divisor with 20,000, so that bodies share members, but never two seats one actor
        let seat = |n: usize| {
            let actor = (body * 7 + n * 1_999) % 20_000;
            format!(r#"{{"id": "s{n}", "actor": "a-{actor:05}"}}"#)
        };
        list((0..10).map(seat).collect())
    };
    let body = |n: usize| format!(r#"{{"id": "n-{n:05}", "name": "Runde {n}", "members": [{}]}}"#, seats(n));
    let networks = list((0..rhythms.len()).map(body).collect());
    let rhythm = |(n, (rule, start)): (usize, &(String, Date))| {
        let hour = 8 + n % 10;
        format!(
            r#"{{"id": "r-{n:05}", "network": "n-{n:05}", "rule": "{rule}", "start": "{start}T{hour:02}:00", "duration": "PT1H30M"}}"#
        )
    };
    let rhythms = list(rhythms.iter().enumerate().map(rhythm).collect());
    let text = format!(
        r#"{{"format": "runde", "version": 1, "actors": [{actors}], "networks": [{networks}], "rhythms": [{rhythms}]}}"#
    );
    store::read(&text).unwrap().store
}

/// What the screens ask for, on one landscape.
fn questions(criterion: &mut Criterion, name: &str, store: &Store, network: &str, years: i16) {
    let today = Date::new(2026, 11, 23).unwrap();
    let from = if years > 1 { Date::new(2025, 1, 1).unwrap() } else { today };
    let (from, until) = (Moment::day(from), Moment::day(from.saturating_add(jiff::Span::new().years(years))));
    criterion.bench_function(&format!("{name}: all meetings, {years} years"), |b| {
        b.iter(|| upcoming(black_box(store), from, until).len());
    });
    let items = upcoming(store, from, until);
    println!("{name}: {} meetings, {} clashes", items.len(), clashes(store, &items).len());
    criterion.bench_function(&format!("{name}: clashes among them"), |b| {
        b.iter(|| clashes(black_box(store), &items).len());
    });
    criterion.bench_function(&format!("{name}: work load"), |b| {
        b.iter(|| Loads::of(black_box(store), today).actors.len());
    });
    criterion.bench_function(&format!("{name}: a free date"), |b| {
        b.iter(|| slots(black_box(store), network, &Wish::default(), today.at(10, 0, 0, 0), Lang::De).len());
    });
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
    let demo = store::read(store::DEMO).unwrap().store;
    questions(&mut criterion, "demo", &demo, "runder-tisch-ganztag-sk3jq4", 1);
    let mut criterion = criterion.sample_size(10);
    questions(&mut criterion, "10,000 bodies", &landscape(&rhythms), "n-00000", 2);
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
