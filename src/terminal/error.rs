//! What can go wrong at the edge towards the terminal, with the facts a message for people needs.

use std::{io, path::PathBuf};

/// Trouble with the terminal or with a program it was handed to.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Standard output is no terminal, so there is nothing to draw on.
    #[error("standard output is not a terminal")]
    NotATerminal,
    /// The terminal cannot be read or set up.
    #[error("terminal: {0}")]
    Io(#[from] io::Error),
    /// Text too long for the clipboard sequence; sizes in bytes.
    #[error("{bytes} bytes are too many for the clipboard, at most {limit}")]
    TooLongToCopy {
        /// Size of the text.
        bytes: usize,
        /// The most that is sent.
        limit: usize,
    },
    /// An address that is not opened: neither https, http nor mailto, or with characters no address has.
    #[error("not a web or mail address: {url:?}")]
    LinkRefused {
        /// The address as given.
        url: String,
    },
    /// No program on this computer opens the address.
    #[error("nothing opens {url:?}: {reason}")]
    NothingOpens {
        /// The address as given.
        url: String,
        /// What the system said, or that there is no desktop.
        reason: String,
    },
    /// `$VISUAL` or `$EDITOR` cannot be split into words.
    #[error("not an editor command: {command:?}")]
    EditorCommand {
        /// The value of the variable.
        command: String,
    },
    /// The editor did not start.
    #[error("{program} does not start: {source}")]
    EditorStart {
        /// First word of the command.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// The editor reported failure although text was changed; the text is kept.
    #[error("{program} failed ({code:?}), text kept in {}", kept.display())]
    EditorFailed {
        /// First word of the command.
        program: String,
        /// Its exit code, if it was not killed.
        code: Option<i32>,
        /// Where the changed text is.
        kept: PathBuf,
    },
    /// What the editor left cannot be read as UTF-8 text; the file is kept.
    #[error("{} cannot be read: {source}", kept.display())]
    EditorText {
        /// Where the file is.
        kept: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}
