//! The terminal on Unix: its modes, its size, and bytes out. Must not know what the bytes mean.

mod decode;
mod keys;
mod listen;
mod signals;

use std::{
    io,
    os::fd::OwnedFd,
    process::{Child, Stdio},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fs::{Mode, OFlags, open},
    io::{Errno, retry_on_intr},
    process::{Pid, Signal, WaitOptions, getpgrp, getpid, getsid, kill_current_process_group, kill_process, waitpid},
    stdio,
    termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr, ttyname},
};

pub(super) use listen::Listener;
pub use listen::Waker;

/// The settings of the line (termios) before us.
pub(super) type Modes = Termios;

/// The terminal: where keys come from and where frames go.
pub(super) struct Tty {
    input: OwnedFd,
    output: OwnedFd,
}

impl Tty {
    /// Standard output, if it is a terminal; keys from standard input if that is one too (it may be a pipe with data),
    /// else from the device of standard output.
    pub(super) fn open() -> io::Result<Option<Self>> {
        if !isatty(stdio::stdout()) {
            return Ok(None);
        }
        let output = rustix::io::dup(stdio::stdout())?;
        let input = if isatty(stdio::stdin()) {
            rustix::io::dup(stdio::stdin())?
        } else {
            open(ttyname(&output, Vec::new())?, OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty())?
        };
        rustix::io::fcntl_setfd(&input, rustix::io::FdFlags::CLOEXEC)?;
        rustix::io::fcntl_setfd(&output, rustix::io::FdFlags::CLOEXEC)?;
        Ok(Some(Self { input, output }))
    }

    /// Where keys come from, to wait for them.
    fn input_fd(&self) -> &OwnedFd {
        &self.input
    }

    /// Every key at once and unchanged; returns the modes before.
    pub(super) fn make_raw(&self) -> io::Result<Modes> {
        let before = tcgetattr(&self.input)?;
        let mut raw = before.clone();
        raw.make_raw();
        retry_on_intr(|| tcsetattr(&self.input, OptionalActions::Now, &raw))?;
        Ok(before)
    }

    pub(super) fn restore(&self, before: &Modes) {
        let _ = retry_on_intr(|| tcsetattr(&self.input, OptionalActions::Now, before));
    }

    /// Columns and rows; 80×24 where the terminal does not say.
    pub(super) fn size(&self) -> (u16, u16) {
        match tcgetwinsize(&self.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
            _ => (80, 24),
        }
    }

    /// Whether a few bytes can be written without waiting for long: not when the window is frozen or the line stalls.
    pub(super) fn takes_more(&self) -> bool {
        let patience = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
        poll(&mut [PollFd::new(&self.output, PollFlags::OUT)], Some(&patience)) != Ok(0)
    }

    /// Writes everything, waiting where the terminal is slow.
    pub(super) fn write_all(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.output, bytes) {
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    let _ = poll(&mut [PollFd::new(&self.output, PollFlags::OUT)], None::<&Timespec>);
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// The terminal as standard input of a program it is handed to.
    pub(super) fn for_child(&self) -> io::Result<Stdio> {
        Ok(Stdio::from(self.input.try_clone()?))
    }
}

/// Waits for a program that has the terminal. When it is stopped (Ctrl-Z), we stop with it, so that the shell comes
/// forward. Returns whether it succeeded and its exit code, none if it was killed.
pub(super) fn wait_for(child: &mut Child) -> io::Result<(bool, Option<i32>)> {
    let pid = Pid::from_child(child);
    loop {
        match retry_on_intr(|| waitpid(Some(pid), WaitOptions::UNTRACED))? {
            Some((_, status)) if status.stopped() => kill_process(getpid(), Signal::STOP)?,
            Some((_, status)) => return Ok((status.exit_status() == Some(0), status.exit_status())),
            None => {}
        }
    }
}

/// Stops the program with everything in its process group, until the shell continues it. False, without stopping, when
/// there is no shell above that could: the group of a session's first process would never be continued.
pub(super) fn stop() -> io::Result<bool> {
    if getsid(None)? == getpgrp() {
        return Ok(false);
    }
    kill_current_process_group(Signal::STOP)?;
    Ok(true)
}
