//! From a key to the frame that answers it.

use super::start::END;
use crate::peers::Peers;
use crate::terminal::Terminal;
use crate::{Landscape, quantile, rounds};
use std::time::Duration;

/// Going through the lists, filtering, finding, the card and back; `Esc` ends what was typed and is not timed, since a
/// terminal has to wait whether more follows.
const WALK: [&str; 6] =
    ["jjjjjjjj\tjjjj\tjj\t", "/ganzt", "\x1b", " jugendam", "\x1b", "jj\rjjjkkk\u{4}\u{15}GgG\u{4}g"];

/// Keys pressed while a store is loaded, and while each of many edits is saved.
const MOVES: &str = "jjjkjjkkjjjkjjkkjjjkjjkkjjjkjjkk\t";

pub fn run(landscapes: &[Landscape], peers: &Peers) {
    println!(
        "\nkey → frame, ms             keys     median     p99    p99.9     worst   targets: 2 · 5 (demo) · 16 (p99.9)"
    );
    for landscape in landscapes.iter().filter(|landscape| landscape.name != "5000") {
        tell(&landscape.name, &mut walking(landscape, peers));
        if landscape.file.is_some() {
            tell(&format!("{}, loading", landscape.name), &mut loading(landscape, peers));
        }
        tell(&format!("{}, saving", landscape.name), &mut saving(landscape, peers));
    }
}

fn tell(name: &str, times: &mut [Duration]) {
    let [median, often, mostly, worst] = [0.5, 0.99, 0.999, 1.0].map(|share| quantile(times, share));
    println!("  runde {name:<18} {:>6} {median:>10.2} {often:>8.2} {mostly:>8.2} {worst:>9.2}", times.len());
}

/// Until the program has loaded and is quiet.
fn settled(command: &[String], landscape: &Landscape, peers: &Peers) -> Terminal {
    let terminal = Terminal::start(command, peers.home.path());
    terminal.quiet(Duration::from_secs(if landscape.count > 500_000 { 15 } else { 3 }));
    terminal
}

/// Presses a key and waits for its frame.
fn press(terminal: &mut Terminal, key: char) -> Duration {
    let pressed = terminal.send(&key.to_string());
    terminal.until(|bytes| memchr::memmem::find(bytes, END).is_some()).0 - pressed
}

fn walking(landscape: &Landscape, peers: &Peers) -> Vec<Duration> {
    let mut terminal = settled(&landscape.command(), landscape, peers);
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..rounds(20) {
        for word in WALK {
            for key in word.chars() {
                if key == '\x1b' {
                    terminal.send("\x1b");
                    terminal.quiet(Duration::from_millis(120));
                    continue;
                }
                times.push(press(&mut terminal, key));
            }
        }
        terminal.send("\x1b");
        terminal.quiet(Duration::from_millis(120));
    }
    times
}

/// From the first frame on for about as long as loading takes, and a little longer.
fn loading(landscape: &Landscape, peers: &Peers) -> Vec<Duration> {
    let mut times = Vec::new();
    let long = Duration::from_micros(8 * landscape.count as u64);
    for _ in 0..rounds(2) {
        let mut terminal = Terminal::start(&landscape.command(), peers.home.path());
        terminal.until(|bytes| memchr::memmem::find(bytes, END).is_some());
        while terminal.started.elapsed() < long {
            times.extend(MOVES.chars().map(|key| press(&mut terminal, key)));
        }
    }
    times
}

/// Deletes a body in a copy of the store, then takes that back and does it again, moving on while it is saved.
fn saving(landscape: &Landscape, peers: &Peers) -> Vec<Duration> {
    let copy = peers.home.path().join("saving.json");
    let mut command = landscape.command();
    if let Some(file) = &landscape.file {
        std::fs::copy(file, &copy).unwrap();
        let place = command.iter().position(|word| word == "--file").unwrap() + 1;
        command[place] = copy.display().to_string();
    }
    let mut terminal = settled(&command, landscape, peers);
    let mut times = vec![press(&mut terminal, 'x'), press(&mut terminal, 'y')];
    for edit in "uUuUuUuUuU".chars().cycle().take(rounds(10)) {
        times.push(press(&mut terminal, edit));
        times.extend(MOVES.chars().map(|key| press(&mut terminal, key)));
    }
    drop(terminal);
    let _ = std::fs::remove_file(&copy);
    times
}
