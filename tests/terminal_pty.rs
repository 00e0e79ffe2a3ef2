//! The terminal edge in a real (pseudo-)terminal: whatever happens, the terminal is given back as it was. The program
//! under test is this test executable itself, started again with [`CHILD`] set, running [`child`].
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fall"
)]

#[path = "pty/mod.rs"]
mod pty;

use std::{
    env, fs,
    path::Path,
    process::{self, Command},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::CommandBuilder;
use pty::{Pty, until};
use ratatui::{
    buffer::Buffer,
    layout::Position,
    style::{Color, Style, Stylize},
    text::Line,
    widgets::Widget,
};
use runde::{
    app::key::Key,
    terminal::{ColourWish, Input, Rescue, Terminal},
    text::{Breaks, fit},
};
use rustix::process::Signal;

/// Set in the started copy of this executable; the value is the command-line wish for colours.
const CHILD: &str = "RUNDE_PTY_CHILD";
/// File the rescue closure of the child writes.
const RESCUE: &str = "RUNDE_PTY_RESCUE";

// ---- the program under test -----------------------------------------------------------------------------------------

/// Not a test but the program under test, when [`CHILD`] is set.
#[test]
fn child() {
    let Ok(wish) = env::var(CHILD) else { return };
    let wish = match wish.as_str() {
        "never" => ColourWish::Never,
        "always" => ColourWish::Always,
        _ => ColourWish::Auto,
    };
    let rescue: Rescue = Arc::new(|| {
        if let Ok(path) = env::var(RESCUE) {
            fs::write(path, format!("rescued after {}", BATCHES.load(SeqCst))).unwrap();
        }
    });
    let code = live(Terminal::enter(wish, &rescue).unwrap());
    process::exit(code);
}

/// How often the child has waited.
static BATCHES: AtomicUsize = AtomicUsize::new(0);

/// Shows what arrives, and obeys a few keys.
fn live(mut terminal: Terminal) -> i32 {
    let mut log = vec![String::from("ready")];
    let (mut timeout, mut stubborn) = (None, false);
    loop {
        BATCHES.fetch_add(1, SeqCst);
        terminal.draw(|frame| show(frame, &log)).unwrap();
        let inputs = terminal.wait(timeout).unwrap();
        log.push(format!("batch of {}", inputs.len()));
        for input in inputs {
            log.push(fit(&format!("{input:?}"), 70, Breaks::Signs));
            match &input {
                Input::Quit(_) if stubborn => {}
                Input::Quit(cause) => return cause.exit_code().into(),
                Input::Key(key) if key.to_string() == "i" => stubborn = true,
                Input::Suspend => log.push(format!("stopped {:?}", terminal.suspend().unwrap())),
                Input::Key(key) if key.to_string() == "q" => return 0,
                Input::Key(key) => log.extend(obey(*key, &mut terminal, &mut timeout)),
                Input::Paste(text) => log.push(format!("{} bytes pasted", text.len())),
                _ => {}
            }
        }
    }
}

fn obey(key: Key, terminal: &mut Terminal, timeout: &mut Option<Duration>) -> Option<String> {
    match key.to_string().as_str() {
        "p" => panic!("fell on purpose"),
        "w" => {
            let fallen = thread::spawn(|| panic!("worker fell on purpose")).join();
            return Some(format!("worker gone {}", fallen.is_err()));
        }
        "h" => {
            terminal.draw(|frame| write(frame, "hanging")).unwrap();
            loop {
                thread::park();
            }
        }
        "f" => loop {
            terminal.redraw();
            terminal.draw(|frame| write(frame, &"flood ".repeat(300))).unwrap();
        },
        "k" => {
            let waker = terminal.waker();
            thread::spawn(move || (0..1000).for_each(|_| waker.wake()));
        }
        "t" => *timeout = Some(Duration::from_millis(20)),
        "l" => terminal.redraw(),
        "c" => terminal.copy("Ämter").unwrap(),
        "e" => return Some(format!("edited {:?}", terminal.edit("alter Text\n", ".md"))),
        "Ctrl-z" => return Some(format!("stopped {:?}", terminal.suspend().unwrap())),
        _ => {}
    }
    None
}

fn show(frame: &mut Buffer, log: &[String]) -> Option<Position> {
    let area = frame.area;
    let head =
        Line::from(vec!["selected".yellow().reversed().bold(), format!(" {}x{}", area.width, area.height).into()]);
    head.render(area, frame);
    let rows = usize::from(area.height.saturating_sub(1));
    for (row, text) in (1..).zip(log.iter().skip(log.len().saturating_sub(rows))) {
        frame.set_stringn(0, row, text, area.width.into(), Style::new().fg(Color::Reset));
    }
    None
}

fn write(frame: &mut Buffer, text: &str) -> Option<Position> {
    text.render(frame.area, frame);
    None
}

// ---- what surrounds it ----------------------------------------------------------------------------------------------

fn program() -> CommandBuilder {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(["child", "--exact", "--nocapture", "--test-threads=1", "--quiet"]);
    command.env(CHILD, "auto");
    command
}

/// The program, ready, and the modes its terminal had before.
fn started(command: CommandBuilder) -> (Pty, String) {
    let mut cooked = Pty::start(CommandBuilder::new("true"), 80, 24);
    cooked.wait_exit();
    let before = cooked.modes();
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("ready");
    assert!(pty.screen(|screen| screen.alternate_screen() && screen.bracketed_paste()));
    assert_ne!(pty.modes(), before, "not in raw mode");
    (pty, before)
}

fn assert_given_back(pty: &mut Pty, before: &str) {
    assert_eq!(pty.modes(), before);
    pty.screen(|screen| {
        assert!(!screen.alternate_screen(), "other screen not left");
        assert!(!screen.bracketed_paste(), "bracketed paste still on");
        assert!(!screen.hide_cursor(), "cursor hidden");
        assert!(!screen.bold() && !screen.inverse(), "style left behind");
    });
    let raw = pty.raw();
    let last = |bytes: &[u8]| memchr::memmem::rfind(&raw, bytes);
    assert!(last(b"\x1b[?1004l") > last(b"\x1b[?1004h"), "focus reports still on");
    assert_nothing_asked(&raw);
}

/// Every control sequence (ESC [ … letter) the program sent: what is between, and the letter.
fn sequences(raw: &[u8]) -> Vec<(String, u8)> {
    let mut found = Vec::new();
    for start in memchr::memmem::find_iter(raw, b"\x1b[") {
        let rest = &raw[start + 2..];
        let end = rest.iter().position(|byte| (0x40..=0x7E).contains(byte)).unwrap();
        found.push((String::from_utf8(rest[..end].to_vec()).unwrap(), rest[end]));
    }
    found
}

/// Nothing that makes a terminal answer: reports of status, device, size, keyboard, colours.
fn assert_nothing_asked(raw: &[u8]) {
    for (numbers, letter) in sequences(raw) {
        let asks = matches!(letter, b'n' | b'c' | b't' | b'x') || (letter == b'u' && numbers.contains('?'));
        assert!(!asks && !numbers.contains('$'), "ESC[{numbers}{}", char::from(letter));
    }
    assert!(memchr::memmem::find(raw, b"\x1bP").is_none() && memchr::memmem::find(raw, b";?\x07").is_none());
}

/// A started program that must be gone soon after `blow`, by which end.
fn ends(command: CommandBuilder, blow: impl FnOnce(&mut Pty), within: Duration) -> (Pty, portable_pty::ExitStatus) {
    let (mut pty, before) = started(command);
    let start = Instant::now();
    blow(&mut pty);
    let exit = pty.wait_exit();
    assert!(start.elapsed() < within, "took {:?}", start.elapsed());
    assert_given_back(&mut pty, &before);
    (pty, exit)
}

/// Repetitions of the ways out; `RUNDE_ROUNDS` times more.
fn rounds() -> impl Iterator<Item = u32> {
    0..env::var("RUNDE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(1)
}

const SOON: Duration = Duration::from_secs(1);
const STUCK: Duration = Duration::from_secs(4);

// ---- leaving --------------------------------------------------------------------------------------------------------

#[test]
fn quitting_gives_the_terminal_back() {
    for _ in rounds() {
        let (_, exit) = ends(program(), |pty| pty.send("q"), SOON);
        assert_eq!((exit.exit_code(), exit.signal()), (0, None));
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message_and_rescues() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rescue");
    let mut command = program();
    command.env(RESCUE, &file);
    let (pty, exit) = ends(command, |pty| pty.send("p"), Duration::from_secs(5));
    assert_ne!(exit.exit_code(), 0);
    let raw = pty.raw();
    let left = memchr::memmem::rfind(&raw, b"\x1b[?1049l").unwrap();
    assert!(memchr::memmem::find(&raw, b"fell on purpose").unwrap() > left);
    assert!(fs::read_to_string(file).unwrap().starts_with("rescued"));
}

#[test]
fn a_panic_of_a_worker_does_not_spoil_the_screen_and_is_told_at_the_end() {
    let (mut pty, before) = started(program());
    pty.send("w");
    pty.wait_text("worker gone true");
    assert!(!pty.text().contains("worker fell"));
    pty.send("q");
    pty.wait_exit();
    assert_given_back(&mut pty, &before);
    assert!(pty.text().contains("worker fell on purpose"));
}

#[test]
fn signals_end_the_program_with_their_code() {
    let signals = [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)];
    for (signal, code) in rounds().flat_map(|_| signals) {
        let (_, exit) = ends(program(), |pty| pty.signal(signal), SOON);
        assert_eq!((exit.exit_code(), exit.signal()), (code, None), "{signal:?}");
    }
}

#[test]
fn a_program_that_hangs_is_ended_rescued_and_the_terminal_given_back() {
    let folder = tempfile::tempdir().unwrap();
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let file = folder.path().join(format!("rescue-{}", signal.as_raw()));
        let mut command = program();
        command.env(RESCUE, &file);
        let blow = |pty: &mut Pty| {
            pty.send("h");
            pty.wait_text("hanging");
            pty.signal(signal);
        };
        let (_, exit) = ends(command, blow, STUCK);
        assert!(exit.signal().is_some(), "{exit:?}");
        assert!(fs::read_to_string(file).unwrap().starts_with("rescued"));
    }
}

#[test]
fn a_frozen_terminal_does_not_keep_the_program_alive() {
    let (mut pty, before) = started(program());
    pty.send("f");
    pty.wait_text("flood");
    pty.freeze(true);
    pty.signal(Signal::TERM);
    let start = Instant::now();
    assert!(pty.wait_end().signal().is_some());
    assert!(start.elapsed() < STUCK, "{:?}", start.elapsed());
    pty.freeze(false);
    assert_eq!(pty.modes(), before);
}

#[test]
fn a_program_that_ignores_the_hang_up_sleeps_until_it_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rescue");
    let mut command = program();
    command.env(RESCUE, &file);
    let (mut pty, _) = started(command);
    pty.send("i");
    pty.wait_text("Char('i')");
    let start = Instant::now();
    pty.cut();
    pty.wait_exit();
    assert!(start.elapsed() < STUCK, "{:?}", start.elapsed());
    let rescued = fs::read_to_string(file).unwrap();
    let batches: usize = rescued.strip_prefix("rescued after ").unwrap().parse().unwrap();
    assert!(batches < 10, "waited {batches} times");
}

#[test]
fn a_lost_terminal_ends_the_program_without_spinning() {
    for _ in rounds() {
        let (mut pty, _) = started(program());
        let start = Instant::now();
        pty.cut();
        let exit = pty.wait_exit();
        assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
        assert_eq!(exit.exit_code(), 129);
    }
}

#[test]
fn a_terminal_lost_inside_a_sequence_or_a_paste_ends_the_program_too() {
    for begun in ["\x1b[1;", "\x1b[200~half a paste", "\u{1b}"] {
        let (mut pty, _) = started(program());
        pty.send(begun);
        let start = Instant::now();
        pty.cut();
        pty.wait_exit();
        assert!(start.elapsed() < SOON, "{:?} after {begun:?}", start.elapsed());
    }
}

// ---- stopping -------------------------------------------------------------------------------------------------------

/// A shell with job control and the program in it.
fn in_shell(variables: &str) -> (Pty, String) {
    let mut shell = CommandBuilder::new("bash");
    shell.args(["--norc", "--noprofile", "--noediting", "-i"]);
    shell.env("PS1", "$ ");
    let mut pty = Pty::start(shell, 100, 24);
    pty.wait_text("$ ");
    let modes = shell_modes(&mut pty, "before");
    let exe = env::current_exe().unwrap();
    pty.send(format!(
        "{CHILD}=auto {variables} {} child --exact --nocapture --test-threads=1 --quiet\n",
        exe.display()
    ));
    pty.wait_text("ready");
    (pty, modes)
}

/// The modes a program started by the shell would see.
fn shell_modes(pty: &mut Pty, mark: &str) -> String {
    pty.send(format!("clear; echo {mark}'='$(stty -g)'='\n"));
    let start = format!("{mark}=");
    pty.wait_for(mark, |screen| screen.contents().split_once(&start).is_some_and(|(_, rest)| rest.contains('=')));
    let text = pty.text();
    text.split_once(&start).unwrap().1.split_once('=').unwrap().0.to_owned()
}

fn stops_and_goes_on(stop: impl Fn(&mut Pty)) {
    let (mut pty, before) = in_shell("");
    for _ in rounds().chain(0..1) {
        stop(&mut pty);
        pty.wait_for("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("Stopped"));
        assert!(!pty.screen(|screen| screen.bracketed_paste() || screen.hide_cursor()));
        assert_eq!(shell_modes(&mut pty, "stopped"), before);
        pty.send("fg\n");
        pty.wait_for("the program", |screen| screen.alternate_screen() && screen.contents().contains("stopped true"));
        assert_eq!(pty.row(0), "selected 100x24");
        pty.send("y");
        pty.wait_text("Char('y')");
    }
    pty.send("q");
    pty.wait_for("the shell", |screen| !screen.alternate_screen());
    assert_eq!(shell_modes(&mut pty, "after"), before);
    pty.send("exit\n");
    pty.wait_exit();
}

#[test]
fn ctrl_z_stops_for_the_shell_and_fg_goes_on() {
    stops_and_goes_on(|pty| pty.send("\x1a"));
}

#[test]
fn an_editor_that_stops_brings_the_shell_forward() {
    let folder = tempfile::tempdir().unwrap();
    let editor = script(folder.path(), "echo editing; kill -TSTP $$; echo neu > \"$1\"");
    let (mut pty, before) = in_shell(&format!("VISUAL={editor}"));
    pty.send("e");
    pty.wait_for("the shell", |screen| screen.contents().contains("editing") && screen.contents().contains("Stopped"));
    assert_eq!(shell_modes(&mut pty, "stopped"), before);
    pty.send("fg\n");
    pty.wait_text(r#"edited Ok(Changed("neu\n"))"#);
    pty.send("q");
    pty.wait_for("the shell", |screen| !screen.alternate_screen());
    assert_eq!(shell_modes(&mut pty, "after"), before);
}

#[test]
fn a_size_changed_while_stopped_is_seen() {
    let (mut pty, _) = in_shell("");
    pty.send("\x1a");
    pty.wait_for("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("Stopped"));
    pty.resize(60, 20);
    pty.send("fg\n");
    pty.wait_text("selected 60x20");
    pty.send("q");
    pty.wait_for("the shell", |screen| !screen.alternate_screen());
}

#[test]
fn without_a_shell_above_ctrl_z_does_nothing() {
    let (mut pty, before) = started(program());
    pty.send("\x1a");
    pty.wait_text("stopped false");
    pty.signal(Signal::TSTP);
    pty.wait_text("Suspend");
    pty.send("q");
    pty.wait_exit();
    assert_given_back(&mut pty, &before);
}

#[test]
fn stopped_from_outside_it_takes_the_terminal_again() {
    let (mut pty, before) = started(program());
    pty.signal(Signal::STOP);
    let line =
        rustix::fs::open(pty.name(), rustix::fs::OFlags::RDWR | rustix::fs::OFlags::NOCTTY, rustix::fs::Mode::empty())
            .unwrap();
    let raw = pty.modes();
    let mut changed = rustix::termios::tcgetattr(&line).unwrap();
    changed.local_modes |= rustix::termios::LocalModes::ECHO | rustix::termios::LocalModes::ICANON;
    rustix::termios::tcsetattr(&line, rustix::termios::OptionalActions::Now, &changed).unwrap();
    pty.signal(Signal::CONT);
    pty.wait_text("Resumed");
    assert_eq!(pty.modes(), raw);
    pty.send("q");
    pty.wait_exit();
    assert_given_back(&mut pty, &before);
}

// ---- inputs ---------------------------------------------------------------------------------------------------------

#[test]
fn a_paste_is_one_input_without_control_characters() {
    let (mut pty, _) = started(program());
    pty.paste(":q\r\nzwei\x1b[31m\x03q");
    pty.wait_text(r#"Paste(":q\nzwei[31mq")"#);
    pty.paste(&"Bildungsbüro\r".repeat(75_000));
    pty.wait_text("1050000 bytes pasted");
    pty.send("j");
    pty.wait_text("Char('j')");
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_data() {
    let itself = program();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "echo data | \"$@\"", "sh"]);
    command.args(itself.get_argv());
    command.env(CHILD, "auto");
    let (mut pty, before) = started(command);
    pty.send("y");
    pty.wait_text("Char('y')");
    pty.send("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    assert_given_back(&mut pty, &before);
}

#[test]
fn without_a_terminal_it_says_so() {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["child", "--exact", "--nocapture"]).env(CHILD, "auto");
    let output = command.output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("NotATerminal"));
}

#[test]
fn typing_ahead_arrives_complete() {
    let (mut pty, _) = started(program());
    pty.send("x".repeat(3000) + "\x1b[5~ü");
    pty.wait_text("Char('ü')");
    let rows = pty.text();
    assert!(rows.contains("PageUp"), "{rows}");
}

#[test]
fn a_resize_is_told_and_drawn() {
    let (mut pty, _) = started(program());
    for (columns, rows) in [(120, 40), (40, 12), (20, 6), (1, 1), (400, 200), (80, 24)] {
        pty.resize(columns, rows);
        let wanted: String = format!("selected {columns}x{rows}").chars().take(columns.into()).collect();
        pty.wait_for(&wanted, |screen| screen.contents().starts_with(&wanted));
    }
    pty.wait_text("Resize(80, 24)");
}

#[test]
fn a_waker_wakes_and_focus_is_told() {
    let (mut pty, _) = started(program());
    pty.send("k");
    pty.wait_text("Woken");
    pty.send("\x1b[O\x1b[I");
    pty.wait_text("Focus(false)");
    pty.wait_text("Focus(true)");
    pty.send("\x1b");
    pty.wait_text("Esc");
    pty.send("t");
    pty.wait_text("batch of 0");
}

#[test]
fn half_a_sequence_does_not_stop_wakers() {
    let (mut pty, _) = started(program());
    pty.send("k\x1b[200~never finished");
    pty.wait_text("Woken");
    pty.wait_text(r#"Paste("never finished")"#);
}

#[test]
fn copying_sends_the_text_to_the_terminal() {
    let (mut pty, _) = started(program());
    pty.send("c");
    pty.wait_bytes(b"\x1b]52;c;w4RtdGVy\x1b\\");
}

// ---- the editor -----------------------------------------------------------------------------------------------------

/// An executable script that stands for the user's editor.
fn script(folder: &Path, lines: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("editor");
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path.display().to_string()
}

fn with_editor(lines: &str, check: impl FnOnce(&mut Pty)) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = program();
    command.env("TMPDIR", folder.path());
    let editor = script(folder.path(), lines);
    command.env("VISUAL", format!("{editor} --wait"));
    command.env("EDITOR", "false");
    let mut pty = Pty::start_as_is(command, 80, 24);
    pty.wait_text("ready");
    pty.send("e");
    check(&mut pty);
    assert!(pty.screen(|screen| screen.alternate_screen() && screen.bracketed_paste()));
    pty.send("y");
    pty.wait_text("Char('y')");
    pty.send("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

#[test]
fn the_editor_has_the_terminal_and_its_text_comes_back() {
    let lines = r#"test "$1" = --wait || exit 9
        echo "args $# name ${2##*.}"; cat "$2"; stty -a | grep -o ' icanon'; read answer
        printf 'neuer Text %s\n' "$answer" > "$2""#;
    with_editor(lines, |pty| {
        pty.wait_for("the editor", |screen| !screen.alternate_screen() && screen.contents().contains(" icanon"));
        assert!(
            pty.text().contains("args 2 name md\r\nalter Text") || pty.text().contains("args 2 name md\nalter Text")
        );
        assert!(!pty.screen(vt100::Screen::bracketed_paste));
        pty.send("hier\n");
        pty.wait_text(r#"edited Ok(Changed("neuer Text hier\n"))"#);
    });
}

#[test]
fn unchanged_or_given_up_is_no_change() {
    for lines in ["exit 0", "exit 1", ": > \"$2\"; exit 1", "rm \"$2\"; exit 1"] {
        with_editor(lines, |pty| pty.wait_text("edited Ok(Unchanged)"));
    }
}

#[test]
fn changed_text_of_a_failed_editor_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept");
    let lines = format!("echo wichtig > \"$2\"; echo \"$2\" > '{}'; exit 3", kept.display());
    with_editor(&lines, |pty| {
        pty.wait_text("EditorFailed");
        let path = fs::read_to_string(&kept).unwrap();
        assert_eq!(fs::read_to_string(path.trim_end()).unwrap(), "wichtig\n");
    });
}

#[test]
fn nothing_of_the_text_stays_behind() {
    let folder = tempfile::tempdir().unwrap();
    let seen = folder.path().join("seen");
    let lines = format!("cp \"$2\" \"$2~\"; echo x >> \"$2\"; dirname \"$2\" > '{}'", seen.display());
    with_editor(&lines, |pty| {
        pty.wait_text("edited Ok(Changed");
        let path = fs::read_to_string(&seen).unwrap();
        assert!(!Path::new(path.trim_end()).exists(), "{path}");
    });
}

#[test]
fn ctrl_c_in_the_editor_does_not_end_the_program() {
    let lines = "trap 'echo caught; sleep 2; exit 0' INT; echo waiting; while :; do sleep 0.05; done";
    with_editor(lines, |pty| {
        pty.wait_text("waiting");
        pty.send("\x03");
        pty.wait_text("edited Ok(Unchanged)");
    });
}

// ---- output ---------------------------------------------------------------------------------------------------------

/// Colours set by the program's style sequences.
fn colours(raw: &[u8]) -> Vec<String> {
    let styles = sequences(raw).into_iter().filter(|(_, letter)| *letter == b'm').map(|(numbers, _)| numbers);
    let is_colour = |n: &str| n.parse().is_ok_and(|n: u16| matches!(n, 30..=38 | 40..=48 | 58 | 90..=107));
    styles.filter(|numbers| numbers.split(';').any(|n| is_colour(n) || n.is_empty())).collect()
}

#[test]
fn with_colours_the_selection_is_coloured() {
    let (pty, _) = started(program());
    let cell = pty.cell_of("selected");
    assert!(cell.inverse() && cell.bold());
    assert_eq!(cell.fgcolor(), vt100::Color::Idx(3));
    assert!(!colours(&pty.raw()).is_empty());
}

#[test]
fn without_colours_weight_and_reverse_remain_and_no_colour_is_sent() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb"), (CHILD, "never")] {
        let mut command = CommandBuilder::new("env");
        command.arg(format!("{name}={value}"));
        let itself = program();
        command.args(itself.get_argv());
        if name != CHILD {
            command.env(CHILD, "auto");
        }
        let pty = Pty::start(command, 80, 24);
        pty.wait_text("ready");
        let cell = pty.cell_of("selected");
        assert!(cell.inverse() && cell.bold(), "{name}");
        assert_eq!(cell.fgcolor(), vt100::Color::Default, "{name}");
        assert_eq!(colours(&pty.raw()), Vec::<String>::new(), "{name}");
    }
}

// ---- idle -----------------------------------------------------------------------------------------------------------

#[test]
fn idle_means_no_system_call_at_all() {
    if Command::new("strace").arg("-V").output().is_err() {
        assert_ne!(env::var("CI").as_deref(), Ok("true"), "strace is needed here");
        eprintln!("SKIPPED: strace is not installed, idleness was not checked");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("calls");
    let itself = program();
    let mut command = CommandBuilder::new("strace");
    command.args(["-f", "-o", log.to_str().unwrap()]);
    command.args(itself.get_argv());
    command.env(CHILD, "auto");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("ready");
    let calls = || fs::read_to_string(&log).unwrap();
    until("sleep of the test runner, the loop and the watcher", || asleep(&calls()) == 3);
    let before = calls();
    // Not waiting for something: this is the time in which nothing may happen.
    thread::park_timeout(Duration::from_secs(2));
    let after = calls();
    assert!(after == before, "calls while idle: {}", &after[before.len()..]);
    pty.send("y");
    pty.wait_text("Char('y')");
    assert!(calls().len() > before.len(), "strace does not see calls");
    pty.send("q");
    pty.wait_exit();
}

/// Threads that wait in a call which can last for ever, by a log of strace; 0 when another thread is still busy.
fn asleep(calls: &str) -> usize {
    let mut last = std::collections::BTreeMap::new();
    for call in calls.lines() {
        let (thread, call) = call.split_once(' ').unwrap_or((call, ""));
        last.insert(thread, call);
    }
    let waits = |call: &str| ["poll(", "recvfrom(", "read(", "futex("].into_iter().any(|wait| call.contains(wait));
    let sleeping = last.values().filter(|call| waits(call) && !call.contains(" = ")).count();
    if sleeping == last.len() { sleeping } else { 0 }
}
