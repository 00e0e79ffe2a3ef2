//! Idling, `runde find` as a whole process, and the size of the binary.

use crate::peers::Peers;
use crate::terminal::Terminal;
use crate::{Landscape, median, rounds};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub fn run(landscapes: &[Landscape], peers: &Peers) {
    idle(&landscapes[0], peers);
    find(&landscapes[0], peers);
    size(Path::new(env!("CARGO_BIN_EXE_runde")));
}

/// System calls while nothing happens: 10 s, 60 s and more with `RUNDE_ROUNDS` above 1.
fn idle(landscape: &Landscape, peers: &Peers) {
    let seconds = if rounds(1) > 1 { 60 } else { 10 };
    let terminal = Terminal::start(&landscape.command(), peers.home.path());
    terminal.quiet(Duration::from_secs(2));
    let log = peers.home.path().join("strace");
    let mut strace = Command::new("timeout");
    strace.args(["-s", "INT", &seconds.to_string(), "strace", "-f", "-qq", "-o"]).arg(&log);
    strace.args(["-p", &terminal.pid().to_string()]).stderr(Stdio::null());
    let ran = strace.status();
    let calls = std::fs::read_to_string(&log).unwrap_or_default();
    // What was under way when strace came shows as resumed or unfinished; it is no call that was made meanwhile.
    let made =
        |line: &&str| !line.contains("resumed>") && !line.contains("<unfinished") && !line.contains("restart_syscall");
    let made = calls.lines().filter(made).filter(|line| !line.contains("<detached")).count();
    match ran {
        Ok(_) if !calls.is_empty() => println!("\nidle: {made} system calls in {seconds} s   target 0"),
        _ => println!("\nidle: strace is not installed or may not look"),
    }
}

fn find(landscape: &Landscape, peers: &Peers) {
    let time = |command: &mut Command| {
        let start = Instant::now();
        let ran = command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).status();
        ran.is_ok().then(|| start.elapsed())
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..rounds(31) {
        ours.extend(time(Command::new(env!("CARGO_BIN_EXE_runde")).args(["--demo", "find", "jugendamt"])));
        if let Some((fzf, _)) = &peers.fzf {
            let line = format!("exec '{fzf}' --filter jugendamt < '{}'", landscape.names.display());
            theirs.extend(time(Command::new("sh").args(["-c", &line])));
        }
    }
    let ours = median(&mut ours);
    match &peers.fzf {
        Some(_) => {
            let theirs = median(&mut theirs);
            println!(
                "runde find on the demo: {ours:.1} ms · fzf --filter on its names: {theirs:.1} ms   ratio {:.2}   target ≤ 1.2",
                ours / theirs
            );
        }
        None => println!("runde find on the demo: {ours:.1} ms · fzf is not installed"),
    }
}

fn size(binary: &Path) {
    let bytes = std::fs::metadata(binary).map_or(0, |facts| facts.len());
    println!("binary: {:.1} MB   target ≤ 12 (stripped)", bytes as f64 / 1e6);
    if let Ok(output) = Command::new("ldd").arg(binary).output() {
        let names = String::from_utf8_lossy(&output.stdout)
            .lines()
            .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
            .collect::<Vec<_>>();
        println!("libraries: {}   target: only libc (with its loader)", names.join(" · "));
    }
}
