//! Events of the terminal library into [`Input`]s, for platforms where it reads the keyboard (Windows). Must not know
//! how they are waited for.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{Input, paste};
use crate::app::key::{Code, Key};

/// The input of an event; none for releases, mouse and keys we do not have.
pub(super) fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => self::key(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(paste::clean(text.as_bytes()))),
        Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        Event::FocusGained => Some(Input::Focus(true)),
        Event::FocusLost => Some(Input::Focus(false)),
        Event::Mouse(_) => None,
    }
}

/// Windows reports releases, and the third level (`AltGr`) as Ctrl with Alt: with both, a character is a typed one.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    let code = code(event.code, held(KeyModifiers::SHIFT))?;
    match code {
        Code::Char(c) if ctrl && alt => Some(Key::char(c)),
        code => Some(Key::with(code, ctrl, alt)),
    }
}

fn code(code: KeyCode, shift: bool) -> Option<Code> {
    Some(match code {
        KeyCode::Char(c) if !c.is_control() => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Option<String> {
        match input(Event::Key(KeyEvent::new_with_kind(code, modifiers, kind))) {
            Some(Input::Key(key)) => Some(key.to_string()),
            _ => None,
        }
    }

    #[test]
    fn altgr_types_and_releases_are_nothing() {
        let (press, repeat, release) = (KeyEventKind::Press, KeyEventKind::Repeat, KeyEventKind::Release);
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        for (code, modifiers, kind, key) in [
            (KeyCode::Char('\\'), altgr, press, Some("\\")),
            (KeyCode::Char('@'), altgr, press, Some("@")),
            (KeyCode::Char('€'), altgr, repeat, Some("€")),
            (KeyCode::Char('A'), KeyModifiers::SHIFT, press, Some("A")),
            (KeyCode::Char('?'), KeyModifiers::SHIFT, press, Some("?")),
            (KeyCode::Char('d'), KeyModifiers::CONTROL, press, Some("Ctrl-d")),
            (KeyCode::Char('b'), KeyModifiers::ALT, press, Some("Alt-b")),
            (KeyCode::BackTab, KeyModifiers::SHIFT, press, Some("Shift-Tab")),
            (KeyCode::Tab, KeyModifiers::SHIFT, press, Some("Shift-Tab")),
            (KeyCode::Delete, altgr, press, Some("Ctrl-Alt-Del")),
            (KeyCode::Char('a'), KeyModifiers::NONE, release, None),
            (KeyCode::CapsLock, KeyModifiers::NONE, press, None),
        ] {
            assert_eq!(pressed(code, modifiers, kind).as_deref(), key);
        }
    }

    #[test]
    fn everything_else_keeps_its_meaning() {
        assert_eq!(input(Event::Resize(80, 24)), Some(Input::Resize(80, 24)));
        assert_eq!(input(Event::FocusLost), Some(Input::Focus(false)));
        assert_eq!(input(Event::Paste("a\r\n\u{1b}b".into())), Some(Input::Paste("a\nb".into())));
    }
}
