//! How long the map takes: places of 390 and of 3,000 nodes, a frame of each, the order of the matrix; the stress against
//! Graphviz where `neato` is at hand (its time is that of the whole command).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark may"
)]

#[path = "../tests/support/camps.rs"]
mod camps;

use runde::analysis::map::layout::{Work, stress};
use runde::analysis::map::{Graph, Node, Point, arrange, labels, matrix};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

fn neato(graph: &Graph) -> Option<Vec<Point>> {
    let mut text = "graph {\n".to_owned();
    (0..graph.nodes.len()).for_each(|node| writeln!(text, "{node};").unwrap());
    graph.ties.iter().for_each(|tie| writeln!(text, "{} -- {};", tie.a, tie.b).unwrap());
    text.push('}');
    let mut neato = Command::new("neato");
    neato.args(["-Tplain", "-Gmode=major", "-Nshape=point"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut neato = neato.stderr(Stdio::null()).spawn().ok()?;
    neato.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let plain = String::from_utf8(neato.wait_with_output().ok()?.stdout).ok()?;
    let mut places = vec![Point::default(); graph.nodes.len()];
    for line in plain.lines().filter(|line| line.starts_with("node ")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        places[words[1].parse::<usize>().unwrap()] =
            Point { x: words[2].parse().unwrap(), y: words[3].parse().unwrap() };
    }
    Some(places)
}

/// The names of all nodes on a sheet of 200 × 60 cells.
fn name(graph: &Graph, places: &[Point]) -> usize {
    let sheet = runde::app::map::Sheet::of(places, 400, 240, 1.0, None);
    let wish = |(node, place): (&Node, &Point)| {
        let (x, y) = sheet.dot(*place);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "on the sheet")]
        let (x, y) = (x as usize / 2, y as usize / 4);
        labels::Wish { x, y, wide: 1, names: labels::names(&node.name, "", 30), first: false }
    };
    let wishes: Vec<labels::Wish> = graph.nodes.iter().zip(places).map(wish).collect();
    labels::place(&wishes, 200, 60).len()
}

fn main() {
    for (networks, actors) in [(100, 290), (600, 2400)] {
        let graph = camps::graph(networks, actors, 64);
        let count = networks + actors;
        let begun = Instant::now();
        let places = arrange(&graph, &Work::default()).unwrap();
        println!("map/layout/{count}: {:.0?}", begun.elapsed());
        let begun = Instant::now();
        let named = name(&graph, &places);
        println!("map/names/{count}: {:.2?}, {named} names", begun.elapsed());
        let begun = Instant::now();
        let order = matrix::order(&graph);
        println!("map/matrix/{count}: {:.1?}, {} rows", begun.elapsed(), order.rows.len());
        let ours = stress(&graph, &places);
        let begun = Instant::now();
        if let Some(theirs) = neato(&graph) {
            let took = begun.elapsed();
            let theirs = stress(&graph, &theirs);
            println!("map/stress/{count}: {ours:.0}, neato {theirs:.0} in {took:.1?}: {:.3}", ours / theirs);
        }
    }
}
