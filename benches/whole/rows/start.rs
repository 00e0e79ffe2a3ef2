//! From the start of the process to the first frame that shows data, and until all of it can be searched; memory then.

use crate::peers::Peers;
use crate::terminal::Terminal;
use crate::{Landscape, median, rounds, typed};
use std::num::NonZeroU16;
use std::time::{Duration, Instant};

/// The end of each frame of `runde`.
pub const END: &[u8] = b"\x1b[?2026l";

/// What was seen of one start.
struct Seen {
    first: Duration,
    data: Duration,
    all: Duration,
    memory: (f64, f64),
}

pub fn run(landscapes: &[Landscape], peers: &Peers) {
    println!("\nstart, ms (median)          first frame   data shown  all usable   MiB steady    peak");
    for landscape in landscapes {
        let tries = rounds(if landscape.count > 500_000 {
            3
        } else if landscape.count > 50_000 {
            5
        } else if landscape.name == "demo" {
            61
        } else {
            21
        });
        // What it is measured against starts in turn with it.
        let least = least(landscape, peers);
        let (mut seen, mut others) = (Vec::new(), Vec::new());
        for _ in 0..tries {
            others.extend(least.iter().map(|least| once_until(&least.command, least.mark, peers)));
            seen.push(start(landscape, peers));
        }
        let other = least.map(|least| (least.name, median(&mut others)));
        match other {
            Some((name, ms)) => println!("  {name:<26} {ms:>10.1}"),
            None => println!("  three lines in ratatui       not built: cargo build --release --examples"),
        }
        let of = |pick: fn(&Seen) -> Duration| median(&mut seen.iter().map(pick).collect::<Vec<_>>());
        let (first, data, all) = (of(|seen| seen.first), of(|seen| seen.data), of(|seen| seen.all));
        seen.sort_by(|a, b| a.memory.1.total_cmp(&b.memory.1));
        let (now, most) = seen[seen.len() / 2].memory;
        println!("  runde {:<20} {first:>10.1} {data:>12.1} {all:>11.1} {now:>12.1} {most:>7.1}", landscape.name);
        if let Some(command) = peers.fzf_on(&landscape.names) {
            let count = format!("{}/{}", landscape.count, landscape.count);
            let ms = until_output(&command, count.as_bytes(), peers, tries);
            println!("  fzf on its {:<15} {ms:>10.1} {:>12} {ms:>11.1}", "names", "");
        }
        match other {
            Some((_, three)) if landscape.file.is_none() => {
                println!("  demo ÷ three lines                      {:>12.2}   target ≤ 2.5", data / three);
            }
            Some((_, typed)) => {
                println!("  all usable ÷ read and parsed                        {:>12.2}   target ≤ 1.3", all / typed);
            }
            None => {}
        }
    }
}

/// What a start is measured against.
struct Least {
    name: &'static str,
    command: Vec<String>,
    /// What it writes when it is done.
    mark: &'static [u8],
}

/// For the demo a program that draws three lines, if it was built; for a file a process that reads it with `serde_json`.
fn least(landscape: &Landscape, peers: &Peers) -> Option<Least> {
    let Some(file) = &landscape.file else {
        let command = vec![peers.three_lines.clone()?];
        return Some(Least { name: "three lines in ratatui", command, mark: b"three" });
    };
    let this = std::env::current_exe().unwrap();
    let command = vec![this.display().to_string(), typed::ALONE.to_owned(), file.display().to_string()];
    Some(Least { name: "read, serde_json typed", command, mark: typed::DONE })
}

/// Until a program has shown some text.
fn until_output(command: &[String], mark: &[u8], peers: &Peers, tries: usize) -> f64 {
    median(&mut (0..tries).map(|_| once_until(command, mark, peers)).collect::<Vec<_>>())
}

fn once_until(command: &[String], mark: &[u8], peers: &Peers) -> Duration {
    let terminal = Terminal::start(command, peers.home.path());
    terminal.until(|bytes| memchr::memmem::find(bytes, mark).is_some()).0 - terminal.started
}

fn start(landscape: &Landscape, peers: &Peers) -> Seen {
    let terminal = Terminal::start(&landscape.command(), peers.home.path());
    let (rows, columns) = (NonZeroU16::new(40).unwrap(), NonZeroU16::new(120).unwrap());
    let mut screen = vt100::Parser::new(rows, columns, 0);
    let (mut first, mut data): (Option<Instant>, Option<Instant>) = (None, None);
    loop {
        let (when, bytes) = terminal.until(|bytes| bytes.ends_with(END));
        screen.process(&bytes);
        let text = screen.screen().contents();
        let foot = text.lines().skip(38).collect::<String>();
        first = first.or(Some(when));
        if !text.contains("Netzwerke 0") {
            data = data.or(Some(when));
            if !foot.contains('%') {
                let since = |then: Option<Instant>| then.map_or(Duration::ZERO, |then| then - terminal.started);
                let all = when - terminal.started;
                return Seen { first: since(first), data: since(data), all, memory: terminal.memory() };
            }
        }
    }
}
