//! A program in a pseudo-terminal whose output is timed, piece by piece, as it arrives. Shows nothing and judges nothing.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// The longest wait for anything.
const DEADLINE: Duration = Duration::from_secs(60);

/// A running program.
pub struct Terminal {
    pieces: Receiver<(Instant, Vec<u8>)>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    /// When it was started.
    pub started: Instant,
}

impl Terminal {
    /// Starts a program at 120×40, with a home of its own.
    pub fn start(command: &[String], home: &std::path::Path) -> Self {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (send, pieces) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    break;
                }
            }
        });
        let mut builder = CommandBuilder::new(&command[0]);
        builder.args(&command[1..]);
        builder.env("TERM", "xterm-256color");
        builder.env("LANG", "de_DE.UTF-8");
        builder.env("HOME", home);
        for name in ["NO_COLOR", "COLORTERM", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "FZF_DEFAULT_OPTS"] {
            builder.env_remove(name);
        }
        let started = Instant::now();
        let child = pair.slave.spawn_command(builder).unwrap();
        Self { pieces, writer, child, _master: pair.master, started }
    }

    /// The number of the process.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap_or(0)
    }

    /// Presses keys.
    pub fn send(&mut self, keys: &str) -> Instant {
        let now = Instant::now();
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        now
    }

    /// Waits until the output holds `mark` at the end of what has come since the last wait, and tells when it came.
    pub fn until(&self, wanted: impl Fn(&[u8]) -> bool) -> Instant {
        let mut all = Vec::new();
        loop {
            let (when, piece) = self.pieces.recv_timeout(DEADLINE).expect("the program answers");
            all.extend_from_slice(&piece);
            if wanted(&all) {
                return when;
            }
        }
    }

    /// Waits until nothing has come for so long; tells when the last piece came, if any did, and what came.
    pub fn quiet(&self, calm: Duration) -> (Option<Instant>, Vec<u8>) {
        let (mut last, mut all) = (None, Vec::new());
        while let Ok((when, piece)) = self.pieces.recv_timeout(calm) {
            last = Some(when);
            all.extend_from_slice(&piece);
        }
        (last, all)
    }

    /// Memory of the process in MiB: now, and at most.
    pub fn memory(&self) -> (f64, f64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid())).unwrap_or_default();
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("0");
            line.trim_start_matches(':').split_whitespace().next().and_then(|kib| kib.parse().ok()).unwrap_or(0.0)
        };
        let [now, most]: [f64; 2] = [of("VmRSS"), of("VmHWM")];
        (now / 1024.0, most / 1024.0)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
