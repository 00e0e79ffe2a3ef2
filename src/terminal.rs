//! The edge towards the terminal: enter and leave, events, signals, suspend, editor, clipboard. Knows nothing of the domain.
//!
//! ```text
//!  keys, paste, signals, wakers ─► wait() ─► [Input] ─► (the program) ─► draw() ─► one write per frame
//! ```
//!
//! The terminal is asked nothing, ever: no cursor position, no capabilities. A frame fills the size the system reports;
//! after a resize, the editor or a stop it is drawn anew instead of cleared.

mod clipboard;
mod colour;
mod editor;
mod error;
mod frames;
mod input;
mod link;
mod painter;
mod paste;
mod pen;
mod rescue;
mod screen;

#[cfg(any(windows, test))]
mod translate;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::{io, sync::Arc, time::Duration};

use ratatui::{buffer::Buffer, layout::Position};

pub use colour::{Colour, ColourWish};
pub use editor::EditorOutcome;
pub use error::Error;
pub use input::{Cause, Input};
pub use link::open_link;
pub use platform::Waker;
pub use rescue::Rescue;

use frames::Frames;
use screen::Screen;
#[cfg(unix)]
use unix as platform;
#[cfg(windows)]
use windows as platform;

/// The terminal while it is ours. Given back when dropped, on panic, and before signals end the program.
pub struct Terminal {
    screen: Arc<Screen>,
    listener: platform::Listener,
    frames: Frames,
    colour: Colour,
}

impl Terminal {
    /// Takes the terminal over: other screen, every key, bracketed paste, focus reports; catches signals and the panics
    /// of this thread. `rescue` runs when the program falls or does not answer a signal; see [`Rescue`].
    ///
    /// # Errors
    /// [`Error::NotATerminal`] when standard output is none, [`Error::Io`] when it cannot be set up.
    pub fn enter(wish: ColourWish, rescue: &Rescue) -> Result<Self, Error> {
        let tty = platform::Tty::open()?.ok_or(Error::NotATerminal)?;
        let size = tty.size();
        let screen = Arc::new(Screen::new(tty));
        let listener = platform::Listener::new(&screen, rescue)?;
        rescue::on_panic(&screen, rescue);
        screen.enter()?;
        Ok(Self { screen, listener, frames: Frames::new(size), colour: Colour::decide(wish) })
    }

    /// Whether frames may have colours. Where not, any that are drawn are taken out.
    #[must_use]
    pub const fn colour(&self) -> Colour {
        self.colour
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.screen.tty().size()
    }

    /// Lets other threads wake [`Terminal::wait`].
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.listener.waker()
    }

    /// Waits until something happens, then tells all that has, so that one frame is enough for it. Sleeps without
    /// waking up; `timeout` is for clocks (midnight). Empty when the time is over.
    ///
    /// # Errors
    /// [`Error::Io`] when the terminal cannot be read. A hang-up is no error but [`Input::Quit`].
    pub fn wait(&mut self, timeout: Option<Duration>) -> Result<Vec<Input>, Error> {
        let inputs = self.listener.wait(timeout)?;
        let changed = inputs.iter().rev().find_map(|input| match input {
            Input::Resize(columns, rows) => Some((*columns, *rows)),
            _ => None,
        });
        if inputs.contains(&Input::Resumed) || changed.is_some() {
            self.frames = Frames::new(changed.unwrap_or_else(|| self.size()));
        }
        Ok(inputs)
    }

    /// Draws a frame and sends what differs from the one before, in one piece; `render` tells where the cursor is, if it
    /// is to be seen. A terminal that is gone is no error here; the next [`Terminal::wait`] tells [`Cause::HangUp`].
    ///
    /// # Errors
    /// None in practice: a frame is made in memory.
    pub fn draw(&mut self, render: impl FnOnce(&mut Buffer) -> Option<Position>) -> Result<(), Error> {
        let colour = self.colour;
        let render = |buffer: &mut Buffer| {
            let cursor = render(buffer);
            if colour == Colour::Off {
                colour::bleach(buffer);
            }
            cursor
        };
        let mut sent = Ok(());
        self.frames.draw(render, |bytes| sent = self.screen.tty().write_all(bytes))?;
        self.note(sent);
        Ok(())
    }

    /// A terminal that takes nothing more is gone, which [`Terminal::wait`] then tells.
    fn note(&mut self, sent: io::Result<()>) {
        if sent.is_err() {
            self.listener.lost();
        }
    }

    /// The next frame is drawn in full (Ctrl-l).
    pub fn redraw(&mut self) {
        self.frames = Frames::new(self.size());
    }

    /// Gives the terminal back and stops the program until the shell continues it (Ctrl-z, [`Input::Suspend`]). False
    /// when there is no shell above that could continue it, as in a terminal window of its own; nothing happens then.
    ///
    /// # Errors
    /// [`Error::Io`] when the terminal cannot be taken over again.
    pub fn suspend(&mut self) -> Result<bool, Error> {
        self.screen.leave();
        let stopped = self.listener.stop();
        self.come_back()?;
        Ok(stopped?)
    }

    /// Hands the terminal to the user's editor (`$VISUAL`, `$EDITOR`, else vi or notepad) with `text` in a private file
    /// named with `suffix` (`.md`). A line feed, `\r\n` or byte order mark the editor added by itself is taken back.
    ///
    /// # Errors
    /// The editor errors of [`Error`]; changed text is never lost, the error says where it is.
    pub fn edit(&mut self, text: &str, suffix: &str) -> Result<EditorOutcome, Error> {
        let tty = self.screen.tty().for_child()?;
        self.listener.hand_over(true);
        self.screen.leave();
        let outcome = editor::edit(text, suffix, tty, platform::wait_for);
        let back = self.come_back();
        self.listener.hand_over(false);
        back.and(outcome)
    }

    fn come_back(&mut self) -> Result<(), Error> {
        self.screen.enter()?;
        self.redraw();
        Ok(())
    }

    /// Puts text into the clipboard of the terminal (OSC 52), also through ssh, and through tmux with
    /// `set-clipboard on`. The terminal does not say whether it obeyed.
    ///
    /// # Errors
    /// [`Error::TooLongToCopy`] above 70,000 bytes.
    pub fn copy(&mut self, text: &str) -> Result<(), Error> {
        let sequence = clipboard::sequence(text)?;
        let sent = self.screen.tty().write_all(sequence.as_bytes());
        self.note(sent);
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.screen.leave();
    }
}
