//! Bytes from a Unix terminal in, [`Input`]s out. Keeps what is not complete yet, so that a sequence or a paste that
//! arrives in parts is still one thing, and nobody ever has to wait inside a read. Sequences: ECMA-48, xterm's "Control
//! Sequences", bracketed paste. Must not know where the bytes come from.

use std::{mem, time::Duration};

use memchr::memmem;

use super::keys;
use crate::{
    app::key::{Code, Key},
    terminal::{Input, paste},
};

const ESC: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";
/// Longest sequence that is believed in.
const LONGEST: usize = 64;

/// How long a lone Esc may be the start of a sequence. Terminals send a sequence in one piece.
const ESC_PATIENCE: Duration = Duration::from_millis(2);
/// How long the rest of a sequence or a character may take.
const PATIENCE: Duration = Duration::from_millis(50);
/// How long a paste may pause before it counts as finished.
const PASTE_PATIENCE: Duration = Duration::from_secs(1);

/// Bytes not understood yet, and the paste under way.
#[derive(Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// What stands at the beginning of the bytes, and how long it is.
enum Found {
    Nothing(usize),
    This(usize, Input),
    PasteStart(usize),
    Incomplete,
}

impl Decoder {
    /// Takes more bytes and tells what they mean.
    pub(super) fn feed(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        let mut rest = mem::take(&mut self.bytes);
        rest.extend_from_slice(bytes);
        let mut at = 0;
        while let Some(left) = rest.get(at..).filter(|left| !left.is_empty()) {
            let used = if self.paste.is_some() { self.paste_on(left, inputs) } else { self.key(left, inputs) };
            let Some(used) = used else { break };
            at += used;
        }
        rest.drain(..at);
        self.bytes = rest;
    }

    fn key(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) -> Option<usize> {
        match find(bytes) {
            Found::Incomplete => None,
            Found::Nothing(used) => Some(used),
            Found::This(used, input) => {
                inputs.push(input);
                Some(used)
            }
            Found::PasteStart(used) => {
                self.paste = Some(Vec::new());
                Some(used)
            }
        }
    }

    /// The paste goes on until its end; what may be the beginning of the end waits.
    fn paste_on(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) -> Option<usize> {
        let paste = self.paste.get_or_insert_default();
        if let Some(end) = memmem::find(bytes, PASTE_END) {
            paste.extend_from_slice(bytes.get(..end)?);
            inputs.push(Input::Paste(paste::clean(paste)));
            self.paste = None;
            return Some(end + PASTE_END.len());
        }
        let waits = (1..PASTE_END.len()).rev().find(|n| PASTE_END.get(..*n).is_some_and(|head| bytes.ends_with(head)));
        let sure = bytes.len() - waits.unwrap_or(0);
        paste.extend_from_slice(bytes.get(..sure)?);
        (sure > 0).then_some(sure)
    }

    /// How long to wait for the rest of what has begun; nothing when all is told.
    pub(super) fn patience(&self) -> Option<Duration> {
        match (&self.paste, self.bytes.as_slice()) {
            (Some(_), _) => Some(PASTE_PATIENCE),
            (None, []) => None,
            (None, [ESC]) => Some(ESC_PATIENCE),
            (None, _) => Some(PATIENCE),
        }
    }

    /// No more comes: what has begun is taken for what it is.
    pub(super) fn give_up(&mut self, inputs: &mut Vec<Input>) {
        let bytes = mem::take(&mut self.bytes);
        if let Some(mut paste) = self.paste.take() {
            paste.extend_from_slice(&bytes);
            inputs.push(Input::Paste(paste::clean(&paste)));
            return;
        }
        match bytes.as_slice() {
            [ESC, letter @ (b'[' | b'O')] => {
                inputs.push(Input::Key(Key::with(Code::Char(char::from(*letter)), false, true)));
            }
            [ESC, b'[' | b'O', ..] => {}
            [ESC, ..] => inputs.push(Input::Key(Key::plain(Code::Esc))),
            _ => {}
        }
    }
}

/// The first input in the bytes.
fn find(bytes: &[u8]) -> Found {
    match bytes {
        [ESC] | [ESC, b'O'] => Found::Incomplete,
        [ESC, ESC, ..] => Found::This(1, Input::Key(Key::plain(Code::Esc))),
        [ESC, b'[', rest @ ..] => control_sequence(rest),
        [ESC, b'O', letter, ..] => match keys::lettered(*letter) {
            Some(code) => Found::This(3, Input::Key(Key::plain(code))),
            None => Found::This(2, Input::Key(Key::with(Code::Char('O'), false, true))),
        },
        [ESC, rest @ ..] => match character(rest) {
            Found::This(used, Input::Key(key)) => Found::This(used + 1, Input::Key(Key { alt: true, ..key })),
            Found::Nothing(used) => Found::Nothing(used + 1),
            other => other,
        },
        _ => character(bytes),
    }
}

/// A control key or a character in UTF-8.
fn character(bytes: &[u8]) -> Found {
    let Some(first) = bytes.first() else { return Found::Incomplete };
    if let Some(key) = keys::control(*first) {
        return Found::This(1, Input::Key(key));
    }
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 1,
    };
    let whole = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(whole).map(|text| text.chars().next()) {
        Ok(Some(c)) if !c.is_control() => Found::This(length, Input::Key(Key::char(c))),
        Err(error) if error.error_len().is_none() => Found::Incomplete,
        Err(error) => Found::Nothing(error.error_len().unwrap_or(1)),
        Ok(_) => Found::Nothing(length),
    }
}

/// What follows ESC [.
fn control_sequence(rest: &[u8]) -> Found {
    if let [b'[', tail @ ..] = rest {
        return match tail.first() {
            None => Found::Incomplete,
            Some(letter) => {
                keys::console(*letter).map_or(Found::Nothing(4), |code| Found::This(4, Input::Key(Key::plain(code))))
            }
        };
    }
    let Some(end) = rest.iter().position(|byte| !matches!(byte, 0x20..=0x23 | 0x25..=0x3F)) else {
        return if rest.len() > LONGEST { Found::Nothing(rest.len() + 2) } else { Found::Incomplete };
    };
    let used = end + 3;
    match (rest.get(..end).unwrap_or_default(), rest.get(end).copied().unwrap_or_default()) {
        (_, 0x00..=0x1F | 0x7F..) => Found::Nothing(used - 1),
        (b"", b'I') => Found::This(used, Input::Focus(true)),
        (b"", b'O') => Found::This(used, Input::Focus(false)),
        (b"200", b'~') => Found::PasteStart(used),
        (numbers, last) => {
            keys::sequence(numbers, last).map_or(Found::Nothing(used), |key| Found::This(used, Input::Key(key)))
        }
    }
}

#[cfg(test)]
mod tests;
