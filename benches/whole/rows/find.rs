//! From a typed letter to the last change of the screen it brings: the worst letter of each word, beside fzf on the list
//! of names. `runde` looks through all fields, fzf through the names.

use crate::peers::Peers;
use crate::terminal::Terminal;
use crate::{Landscape, median, rounds};
use std::time::Duration;

const WORDS: [&str; 2] = ["jugendam", "schönaug"];

pub fn run(landscapes: &[Landscape], peers: &Peers) {
    println!("\nkey → last change of the result, worst letter, ms (median of rounds)   target ≤ 0.35");
    for landscape in landscapes {
        for word in WORDS {
            let ours = worst(&landscape.command(), " ", word, landscape.count, peers);
            let fzf = peers.fzf_on(&landscape.names).map(|command| worst(&command, "", word, landscape.count, peers));
            let beside =
                fzf.map_or("fzf is not installed".into(), |fzf| format!("fzf {fzf:>8.1}   ratio {:.2}", ours / fzf));
            println!("  {:<8} {:>9} names  {word}   runde {ours:>8.1}   {beside}", landscape.name, landscape.count);
        }
    }
}

fn worst(command: &[String], before: &str, word: &str, count: usize, peers: &Peers) -> f64 {
    let (load, calm) = match count {
        ..50_000 => (1500, 250),
        50_000..500_000 => (3000, 500),
        _ => (15_000, 1200),
    };
    let mut worst: Vec<Duration> = Vec::new();
    for _ in 0..rounds(if count > 50_000 { 3 } else { 5 }) {
        // Each round in a fresh program: fzf remembers what it has answered once.
        let mut terminal = Terminal::start(command, peers.home.path());
        terminal.quiet(Duration::from_millis(load));
        if !before.is_empty() {
            terminal.send(before);
            terminal.quiet(Duration::from_millis(calm));
        }
        let mut times = Vec::new();
        for letter in word.chars() {
            let pressed = terminal.send(&letter.to_string());
            let (last, _) = terminal.quiet(Duration::from_millis(calm));
            times.extend(last.map(|last| last - pressed));
        }
        worst.extend(times.into_iter().max());
    }
    median(&mut worst)
}
