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

pub fn run(landscapes: &[Landscape], peers: &Peers) {
    println!(
        "\nkey → frame, ms             keys     median     p99    p99.9     worst   targets: 2 · 5 (demo) · 16 (p99.9)"
    );
    for landscape in landscapes.iter().filter(|landscape| landscape.name != "5000") {
        let mut terminal = Terminal::start(&landscape.command(), peers.home.path());
        terminal.quiet(Duration::from_secs(if landscape.count > 500_000 { 15 } else { 3 }));
        let mut times: Vec<Duration> = Vec::new();
        for _ in 0..rounds(20) {
            for word in WALK {
                for key in word.chars() {
                    let pressed = terminal.send(&key.to_string());
                    if key == '\x1b' {
                        terminal.quiet(Duration::from_millis(120));
                        continue;
                    }
                    let (answered, _) = terminal.until(|bytes| memchr::memmem::find(bytes, END).is_some());
                    times.push(answered - pressed);
                }
            }
            terminal.send("\x1b");
            terminal.quiet(Duration::from_millis(120));
        }
        let [median, often, mostly, worst] = [0.5, 0.99, 0.999, 1.0].map(|share| quantile(&mut times, share));
        println!(
            "  runde {:<18} {:>6} {median:>10.2} {often:>8.2} {mostly:>8.2} {worst:>9.2}",
            landscape.name,
            times.len()
        );
    }
}
