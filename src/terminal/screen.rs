//! The terminal between "as the shell left it" and "ours", and the way back, which must work from everywhere: at the
//! end, in a panic, from the signal watcher. The only state shared between threads, and never held while drawing.

use std::{
    io::{self, Write},
    mem,
    sync::{Mutex, PoisonError},
};

use super::platform::{Modes, Tty};

/// Other screen, bracketed paste, focus reports; cursor hidden until a frame shows it.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?1004h\x1b[?25l";
/// The way back: end of a frame cut short, plain style, all that [`ENTER`] switched on, cursor shown.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?1004l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// The terminal and how it was before us.
pub(super) struct Screen {
    tty: Tty,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    before: Option<Modes>,
    later: Vec<String>,
}

impl Screen {
    pub(super) fn new(tty: Tty) -> Self {
        Self { tty, state: Mutex::default() }
    }

    pub(super) const fn tty(&self) -> &Tty {
        &self.tty
    }

    /// Takes the terminal over. Nothing happens when it is ours already.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.before.is_some() {
            return Ok(());
        }
        state.before = Some(self.tty.make_raw()?);
        drop(state);
        self.tty.write_all(ENTER).inspect_err(|_| self.leave())
    }

    /// Takes the terminal over once more, after somebody else changed it behind our back.
    #[cfg(unix)]
    pub(super) fn enter_again(&self) -> io::Result<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(before) = state.before.take() else { return Ok(()) };
        let made = self.tty.make_raw();
        state.before = Some(before);
        drop(state);
        made?;
        self.tty.write_all(ENTER)
    }

    /// Gives the terminal back as it was, and prints what had to wait. Nothing happens when it is given back already.
    /// Failure is not reported: where this is called there is nothing left to try.
    pub(super) fn leave(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(before) = state.before.take() else { return };
        let later = mem::take(&mut state.later);
        drop(state);
        self.tty.restore(&before);
        if self.tty.takes_more() {
            let _ = self.tty.write_all(LEAVE);
        }
        for message in later {
            let _ = writeln!(io::stderr(), "{message}");
        }
    }

    /// Keeps a message until the terminal is given back. False when nothing is in the way of printing it now.
    pub(super) fn say_later(&self, message: &str) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let ours = state.before.is_some();
        if ours {
            state.later.push(message.to_owned());
        }
        ours
    }
}
