//! A program in a pseudo-terminal: start it at a size, send keys, wait for what the screen shows, read cells with their
//! styles, resize, signal, cut the line. Waits are for content, with a deadline, and print the screen when it passes.
//! Knows nothing of the program. Answers no queries of the program: what asks the terminal would hang here.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its part of the harness")]

use std::{
    fs::{File, OpenOptions},
    io::{Read, Write},
    num::NonZeroU16,
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// Longest wait for anything: generous, because test machines are busy.
pub const DEADLINE: Duration = Duration::from_secs(15);

/// Printed behind the program's last byte, to know that all of them were read.
const GONE: &[u8] = b"\x1b]7777;gone\x07";

/// A running program and its terminal.
pub struct Pty {
    shared: Arc<(Mutex<Shared>, Condvar)>,
    line: Option<Line>,
    reader: Option<JoinHandle<()>>,
    pid: Pid,
}

/// Both ends of the line. The program's end is held open too, to read its modes.
struct Line {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    slave: File,
}

struct Shared {
    parser: vt100::Parser,
    raw: Vec<u8>,
    closing: bool,
    frozen: bool,
    exit: Option<ExitStatus>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn some(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a screen has columns and rows")
}

/// Waits until something outside any terminal holds true.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + DEADLINE;
    while !holds() {
        assert!(Instant::now() < deadline, "waited in vain for {what}");
        thread::park_timeout(Duration::from_millis(2));
    }
}

impl Pty {
    /// Starts a program in a terminal of that size, as xterm without locale surprises.
    pub fn start(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        for name in ["NO_COLOR", "COLORTERM", "VISUAL", "EDITOR", "TMUX"] {
            command.env_remove(name);
        }
        Self::start_as_is(command, columns, rows)
    }

    /// As [`Pty::start`], with the environment the command brings.
    pub fn start_as_is(mut command: CommandBuilder, columns: u16, rows: u16) -> Self {
        command.env("TERM", "xterm-256color");
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let name = pair.master.tty_name().unwrap();
        let no_controlling = i32::try_from(rustix::fs::OFlags::NOCTTY.bits()).unwrap();
        let slave = OpenOptions::new().read(true).write(true).custom_flags(no_controlling).open(name).unwrap();
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
        let parser = vt100::Parser::new(some(rows), some(columns), 0);
        let shared = Shared { parser, raw: Vec::new(), closing: false, frozen: false, exit: None };
        let shared = Arc::new((Mutex::new(shared), Condvar::new()));
        let reader = read_on(pair.master.try_clone_reader().unwrap(), Arc::clone(&shared));
        let ended = Arc::clone(&shared);
        thread::spawn(move || {
            let status = child.wait().unwrap();
            ended.0.lock().unwrap().exit = Some(status);
            ended.1.notify_all();
        });
        let writer = pair.master.take_writer().unwrap();
        Self { shared, line: Some(Line { master: pair.master, writer, slave }), reader: Some(reader), pid }
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.0.lock().unwrap()
    }

    fn line(&mut self) -> &mut Line {
        self.line.as_mut().expect("the line is not cut")
    }

    /// Sends bytes as the keyboard would.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let line = self.line();
        line.writer.write_all(bytes.as_ref()).unwrap();
        line.writer.flush().unwrap();
    }

    /// Pastes as a terminal does: in brackets only where the program asked for them.
    pub fn paste(&mut self, text: &str) {
        let brackets = self.screen(vt100::Screen::bracketed_paste);
        let text = if brackets { format!("\x1b[200~{text}\x1b[201~") } else { text.to_owned() };
        self.send(text);
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.lock().parser.set_size(some(rows), some(columns));
        self.line().master.resize(size(columns, rows)).unwrap();
    }

    /// Looks at the screen as it is now.
    pub fn screen<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.lock().parser.screen())
    }

    /// The screen's text, one line per row, without blanks at the end.
    pub fn text(&self) -> String {
        self.screen(vt100::Screen::contents)
    }

    /// One row of the screen.
    pub fn row(&self, row: u16) -> String {
        self.text().lines().nth(row.into()).unwrap_or_default().to_owned()
    }

    /// The cell in which `text` starts on the screen.
    pub fn cell_of(&self, text: &str) -> vt100::Cell {
        self.screen(|screen| {
            let (rows, columns) = screen.size();
            for row in 0..rows.get() {
                for column in 0..columns.get() {
                    if screen.contents_between(row, column, row, columns.get()).starts_with(text) {
                        return screen.cell(row, column).unwrap().clone();
                    }
                }
            }
            panic!("{text:?} is not on the screen:\n{}", screen.contents());
        })
    }

    /// Every byte the program has sent so far.
    pub fn raw(&self) -> Vec<u8> {
        self.lock().raw.clone()
    }

    /// Waits until the screen is as wanted.
    pub fn wait_for(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        self.wait_shared(what, |shared| wanted(shared.parser.screen()));
    }

    /// Waits until the text is on the screen.
    pub fn wait_text(&self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has sent these bytes.
    pub fn wait_bytes(&self, bytes: &[u8]) {
        self.wait_shared("bytes", |shared| memchr::memmem::find(&shared.raw, bytes).is_some());
    }

    fn wait_shared(&self, what: &str, wanted: impl Fn(&Shared) -> bool) {
        let looked = self.shared.1.wait_timeout_while(self.lock(), DEADLINE, |shared| !wanted(shared));
        let (shared, timeout) = looked.unwrap();
        if timeout.timed_out() {
            let state = format!("{:?}\n{}", shared.exit, shared.parser.screen().contents());
            drop(shared);
            panic!("waited in vain for {what}; the program's end and the screen: {state}");
        }
    }

    /// The modes of the line (`stty -a`), to compare before and after.
    pub fn modes(&mut self) -> String {
        format!("{:?}", rustix::termios::tcgetattr(&self.line().slave).unwrap())
    }

    /// The device of the program's end of the line.
    pub fn name(&mut self) -> PathBuf {
        self.line().master.tty_name().unwrap()
    }

    /// The process.
    pub fn pid(&self) -> Pid {
        self.pid
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Stops reading what the program sends, as a frozen window does, or goes on.
    pub fn freeze(&self, frozen: bool) {
        self.lock().frozen = frozen;
        self.shared.1.notify_all();
    }

    /// Waits for the program's end, whatever it may still have sent.
    pub fn wait_end(&self) -> ExitStatus {
        self.wait_shared("the end", |shared| shared.exit.is_some());
        self.lock().exit.clone().unwrap()
    }

    /// Waits for the program's end; everything it sent has been read then.
    pub fn wait_exit(&mut self) -> ExitStatus {
        let exit = self.wait_end();
        if let Some(line) = &mut self.line {
            line.slave.write_all(GONE).unwrap();
            self.wait_bytes(GONE);
        }
        exit
    }

    /// Cuts the line: the terminal is gone.
    pub fn cut(&mut self) {
        let Some(Line { master, writer, mut slave }) = self.line.take() else { return };
        self.lock().closing = true;
        self.shared.1.notify_all();
        drop(writer);
        drop(master);
        // The reader sleeps in a read of its own copy of the line; a byte from the other end wakes it.
        let _ = slave.write_all(b" ");
        drop(slave);
        let _ = self.reader.take().map(JoinHandle::join);
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.lock().exit.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
        self.cut();
    }
}

fn read_on(mut reader: Box<dyn Read + Send>, shared: Arc<(Mutex<Shared>, Condvar)>) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut bytes = [0; 16 * 1024];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            let mut now = shared.0.lock().unwrap();
            if now.closing {
                break;
            }
            now = shared.1.wait_while(now, |now| now.frozen && !now.closing).unwrap();
            now.raw.extend_from_slice(&bytes[..count]);
            now.parser.process(&bytes[..count]);
            shared.1.notify_all();
        }
    })
}
