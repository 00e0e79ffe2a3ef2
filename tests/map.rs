//! The map as people see it, and its layout against Graphviz's neato (stress majorization by its authors): the same
//! graphs, the same lengths, our stress at most 1.1 times theirs.
//!
//! Without Graphviz the comparison says so and passes, except where `CI` is set. `RUNDE_SEED` changes the random graphs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a test may fall over, and says so"
)]

mod support;

use runde::analysis::map::layout::{Work, stress};
use runde::analysis::map::{Graph, Node, Point, Tie, arrange, networks, two_mode};
use runde::landscape::{Id, Kind};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;
use support::session::DEMO;

fn demo() -> Graph {
    two_mode(&runde::store::read(DEMO).unwrap().store, "2026-11-23")
}

/// A two-mode graph by chance: actors take seats, most of them few, in networks of their camp.
fn random(networks: usize, actors: usize, seed: u64) -> Graph {
    let mut state = seed;
    let mut below = move |n: usize| {
        // the constants of Knuth's MMIX generator
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % n
    };
    let node = |at: usize| Node {
        kind: if at < networks { Kind::Network } else { Kind::Actor },
        id: Id::new(&format!("n{at}")),
        name: format!("Nummer {at}"),
        short: String::new(),
        group: String::new(),
        committee: false,
        weight: 1,
    };
    let mut ties = std::collections::BTreeSet::new();
    for actor in 0..actors {
        let camp = below(8);
        for _ in 0..=below(3) {
            let network = if below(5) == 0 { below(networks) } else { (below(networks / 8) * 8 + camp) % networks };
            ties.insert((network, networks + actor));
        }
    }
    let tie = |(a, b)| Tie { a, b, strength: 1.0, length: 1.0, shared: 1 };
    Graph::new((0..networks + actors).map(node).collect(), ties.into_iter().map(tie).collect())
}

/// The places neato finds, in lengths of a tie; none when there is no neato here.
fn neato(graph: &Graph, strict: bool) -> Option<Vec<Point>> {
    let mut text = "graph {\n".to_owned();
    (0..graph.nodes.len()).for_each(|node| writeln!(text, "{node};").unwrap());
    graph.ties.iter().for_each(|tie| writeln!(text, "{} -- {} [len={}];", tie.a, tie.b, tie.length).unwrap());
    text.push('}');
    let epsilon = if strict { "-Gepsilon=0.0001" } else { "-Gstart=self" };
    let mut neato = Command::new("neato");
    neato.args(["-Tplain", "-Gmode=major", "-Nshape=point", epsilon]);
    let started = neato.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let Ok(mut started) = started else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "Graphviz has to be there in CI");
        println!("SKIPPED: no neato here (apt-get install graphviz)");
        return None;
    };
    started.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let plain = String::from_utf8(started.wait_with_output().unwrap().stdout).unwrap();
    let mut places = vec![Point::default(); graph.nodes.len()];
    for line in plain.lines().filter(|line| line.starts_with("node ")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let at: usize = words[1].parse().unwrap();
        places[at] = Point { x: words[2].parse().unwrap(), y: words[3].parse().unwrap() };
    }
    Some(places)
}

#[test]
fn the_layout_is_as_true_as_neatos() {
    let seed = std::env::var("RUNDE_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(64);
    println!("seed {seed}");
    let both = demo();
    let mut graphs = vec![("demo, both".to_owned(), both.clone()), ("demo, networks".to_owned(), networks(&both))];
    for round in 0..3 {
        graphs.push((format!("random 390, {round}"), random(100, 290, seed + round)));
    }
    for (name, graph) in graphs {
        let begun = Instant::now();
        let ours = stress(&graph, &arrange(&graph, &Work::default()).unwrap());
        let took = begun.elapsed();
        for strict in [false, true] {
            let Some(theirs) = neato(&graph, strict) else { return };
            let theirs = stress(&graph, &theirs);
            println!(
                "{name}: ours {ours:.1} in {took:.0?}, neato {theirs:.1} (strict: {strict}): {:.3}",
                ours / theirs
            );
            assert!(ours <= 1.1 * theirs, "{name}: {ours} against {theirs}");
        }
    }
}
