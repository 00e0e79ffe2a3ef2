//! Text for the clipboard of the terminal, by the sequence OSC 52: it works over ssh, and needs no answer. Plain also
//! inside tmux, which hands it on with `set -g set-clipboard on`; no pass-through wrapping is tried. Whether the terminal
//! obeys is not known, so a message should say "copied, if the terminal allows it".

use crossterm::{Command, clipboard::CopyToClipboard};

use super::Error;

/// Most bytes of text that are sent; terminals cut or ignore longer sequences.
const LIMIT: usize = 70_000;

/// The sequence that puts `text` into the clipboard.
pub(super) fn sequence(text: &str) -> Result<String, Error> {
    if text.len() > LIMIT {
        return Err(Error::TooLongToCopy { bytes: text.len(), limit: LIMIT });
    }
    let mut sequence = String::new();
    CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence).map_err(std::io::Error::other)?;
    Ok(sequence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_out_encoded() {
        assert_eq!(sequence("Ä\u{1b}").unwrap(), "\u{1b}]52;c;w4Qb\u{1b}\\");
    }

    #[test]
    fn too_much_text_is_refused_with_its_size() {
        assert!(sequence(&"a".repeat(LIMIT)).is_ok());
        assert!(matches!(sequence(&"ä".repeat(LIMIT)), Err(Error::TooLongToCopy { bytes: 140_000, limit: 70_000 })));
    }
}
