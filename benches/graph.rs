//! How long measures take beside igraph and networkx: the same graphs, in turns, in one run. Betweenness at 290 × 100 and
//! 5,000 × 1,000 beside igraph; overlaps beside networkx' projection; 100,000 × 10,000, where sources are drawn.
//!
//! `cargo bench --bench graph [-- ROUNDS]`; without python3, igraph and networkx it says so and gives our times alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark may"
)]

use runde::analysis::graph::TwoMode;
use runde::analysis::measures::measure;
use runde::analysis::paths::{EXACT, paths};
use runde::analysis::projection;
use runde::analysis::work::Work;
use runde::landscape::Id;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

/// Actors take one to five seats, mostly in networks of their camp; large networks are more likely than small ones.
fn graph(actors: usize, networks: usize) -> TwoMode {
    let mut state = 64_u64;
    let mut below = move |n: usize| {
        // the constants of Knuth's MMIX generator
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % n
    };
    let mut ties = std::collections::BTreeSet::new();
    for actor in 0..actors {
        let camp = below(8);
        for _ in 0..=below(5) {
            let body = below(networks).min(below(networks));
            ties.insert((actor, if below(5) == 0 { body } else { (body / 8 * 8 + camp).min(networks - 1) }));
        }
    }
    let ids = |letter: char, count: usize| (0..count).map(|at| Id::new(&format!("{letter}{at:06}"))).collect();
    TwoMode { actors: ids('a', actors), networks: ids('n', networks), ties: ties.into_iter().collect() }
}

/// The others, asked through a pipe.
struct Others {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Others {
    fn start() -> Option<Self> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/graph_times.py");
        let mut python = Command::new("python3");
        let mut child = python.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
        let (to, from) = (child.stdin.take()?, BufReader::new(child.stdout.take()?));
        Some(Others { child, to, from })
    }

    fn ask(&mut self, line: &str) -> Option<String> {
        writeln!(self.to, "{line}").ok()?;
        let mut answer = String::new();
        self.from.read_line(&mut answer).ok().filter(|bytes| *bytes > 0)?;
        Some(answer.trim().to_owned())
    }

    fn load(&mut self, two: &TwoMode) -> Option<String> {
        let mut file = tempfile::NamedTempFile::new().ok()?;
        for (actor, network) in &two.ties {
            writeln!(file, "{actor} {network}").ok()?;
        }
        self.ask(&format!("load {} {} {}", two.actors.len(), two.networks.len(), file.path().display()))
    }
}

impl Drop for Others {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Both in turns; the median of each, and of the ratios of neighbours in time.
fn beside(what: &str, rounds: usize, others: Option<&mut Others>, word: &str, mut ours: impl FnMut()) {
    let time = |ours: &mut dyn FnMut()| {
        let begun = Instant::now();
        ours();
        begun.elapsed().as_secs_f64()
    };
    ours();
    let Some(others) = others else {
        let all = (0..rounds).map(|_| time(&mut ours)).collect();
        println!("{what}: {:.2} ms (alone)", median(all) * 1e3);
        return;
    };
    let pair = |_| {
        let own = time(&mut ours);
        (own, others.ask(word).unwrap().parse::<f64>().unwrap())
    };
    let pairs: Vec<(f64, f64)> = (0..rounds).map(pair).collect();
    let mut ratios: Vec<f64> = pairs.iter().map(|(own, other)| own / other).collect();
    ratios.sort_by(f64::total_cmp);
    println!(
        "{what}: {:.2} ms, theirs {:.2} ms; ratio {:.3} (of {rounds} pairs, {:.3} to {:.3})",
        median(pairs.iter().map(|pair| pair.0).collect()) * 1e3,
        median(pairs.iter().map(|pair| pair.1).collect()) * 1e3,
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1]
    );
}

fn main() {
    let rounds = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(5);
    let mut others = Others::start();
    for (actors, networks) in [(290, 100), (5_000, 1_000)] {
        let two = graph(actors, networks);
        let name = format!("{actors} × {networks} ({} ties)", two.ties.len());
        match others.as_mut().map(|others| others.load(&two)) {
            Some(Some(versions)) => println!("{name}: igraph and networkx {versions}"),
            _ => {
                println!("{name}: no python3 with igraph and networkx here (pip install igraph networkx)");
                others = None;
            }
        }
        let neighbours = two.neighbours();
        let ours = || drop(std::hint::black_box(paths(&neighbours, EXACT, &Work::default())));
        beside(&format!("betweenness/{name}, igraph"), rounds, others.as_mut(), "betweenness", ours);
        if let Some(values) = others.as_mut().and_then(|others| others.ask("values")) {
            let found = paths(&neighbours, EXACT, &Work::default()).unwrap().betweenness;
            let theirs = values.split(' ').map(|value| value.parse::<f64>().unwrap());
            let off = found.iter().zip(theirs).map(|(own, theirs)| (own - theirs).abs() / theirs.max(1.0));
            println!("betweenness/{name}: at most {:.1e} apart", off.fold(0.0, f64::max));
        }
        let ours = || drop(std::hint::black_box(projection::networks(&two)));
        beside(&format!("overlaps/{name}, networkx"), rounds, others.as_mut(), "projection", ours);
        let begun = Instant::now();
        let all = measure(&two);
        println!(
            "measures/{name}: all of them {:.1} ms, {} parts",
            begun.elapsed().as_secs_f64() * 1e3,
            all.components.len()
        );
    }
    let two = graph(100_000, 10_000);
    let begun = Instant::now();
    let all = measure(&two);
    let took = begun.elapsed().as_secs_f64();
    let largest = all.actors.iter().chain(&all.networks).map(|row| row.betweenness_centrality).fold(0.0, f64::max);
    let estimate = all.estimate.unwrap();
    println!(
        "measures/100000 × 10000 ({} ties): {took:.1} s, {} of {} sources, betweenness ± {:.2e} (largest {largest:.2e})",
        two.ties.len(),
        estimate.sources,
        estimate.of,
        estimate.error
    );
    let begun = Instant::now();
    let pairs = projection::networks(&two).len();
    println!("overlaps/100000 × 10000: {:.2} s, {pairs} pairs", begun.elapsed().as_secs_f64());
}
