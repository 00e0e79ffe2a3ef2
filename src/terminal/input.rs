//! What the terminal tells the program, whatever the platform. Must not know how it arrives.

use crate::app::key::Key;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed (or repeats).
    Key(Key),
    /// Text was pasted: line breaks are `\n`, of all control characters only `\n` and `\t` are left.
    Paste(String),
    /// The screen now has this many columns and rows; the next frame is drawn in full.
    Resize(u16, u16),
    /// The window has or has lost the focus.
    Focus(bool),
    /// A [`Waker`](super::Waker) was used.
    Woken,
    /// Somebody asks the program to stop for a while (SIGTSTP): call [`Terminal::suspend`](super::Terminal::suspend).
    Suspend,
    /// The program was stopped from outside and goes on; the next frame is drawn in full.
    Resumed,
    /// The program must end; it has about a second.
    Quit(Cause),
}

/// Why the program must end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The terminal is gone (SIGHUP, or the line was cut).
    HangUp,
    /// SIGINT.
    Interrupt,
    /// SIGTERM.
    Terminate,
}

impl Cause {
    /// Exit code by custom of the shells: 128 and the number of the signal.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::HangUp => 129,
            Self::Interrupt => 130,
            Self::Terminate => 143,
        }
    }
}
