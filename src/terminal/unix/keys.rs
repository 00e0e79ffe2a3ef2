//! Which key a control byte or a control sequence stands for: xterm and what behaves like it (PC-style and VT220 keys,
//! modifyOtherKeys, CSI u), the Linux console, rxvt. Only tables; must not know how bytes arrive.

use crate::app::key::{Code, Key};

/// Modifiers of a sequence: 1 + Shift 1 + Alt 2 + Ctrl 4 (xterm), above that keys we give no meaning.
#[derive(Clone, Copy)]
struct Held(u16);

impl Held {
    const fn shift(self) -> bool {
        self.0 & 1 != 0
    }

    fn on(self, code: Code) -> Key {
        Key::with(code, self.0 & 4 != 0, self.0 & 2 != 0)
    }
}

/// A control byte typed alone. `^H` is Backspace, as many terminals send it.
pub(super) fn control(byte: u8) -> Option<Key> {
    let ctrl = |c: u8| Key::with(Code::Char(char::from(c)), true, false);
    Some(match byte {
        b'\r' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x08 | 0x7F => Key::plain(Code::Backspace),
        0x1B => Key::plain(Code::Esc),
        0x00 => ctrl(b' '),
        0x01..=0x1A => ctrl(byte + b'a' - 1),
        0x1C..=0x1F => ctrl(byte + b'@'),
        _ => return None,
    })
}

/// Keys named by the last letter of a sequence (`ESC O A`, `ESC [ 1 ; 5 A`).
pub(super) fn lettered(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'M' => Code::Enter,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        b'Z' => Code::BackTab,
        _ => return None,
    })
}

/// Function keys of the Linux console (`ESC [ [ A`).
pub(super) fn console(last: u8) -> Option<Code> {
    matches!(last, b'A'..=b'E').then(|| Code::F(last - b'A' + 1))
}

/// Keys named by a number (`ESC [ 5 ~`).
fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(u8::try_from(number).ok()? - 10),
        17..=21 => Code::F(u8::try_from(number).ok()? - 11),
        23 | 24 => Code::F(u8::try_from(number).ok()? - 12),
        _ => return None,
    })
}

/// Keys named by their character (`ESC [ 97 ; 5 u`).
fn spelled(character: u32, held: Held) -> Option<Code> {
    Some(match character {
        13 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        9 if held.shift() => Code::BackTab,
        9 => Code::Tab,
        _ => {
            let c = char::from_u32(character).filter(|c| !c.is_control() && !('\u{E000}'..='\u{F8FF}').contains(c))?;
            Code::Char(if held.shift() { c.to_uppercase().next().unwrap_or(c) } else { c })
        }
    })
}

/// The key of a sequence `ESC [ numbers last`; none for releases, for keys we do not have and for everything else.
pub(super) fn sequence(numbers: &[u8], last: u8) -> Option<Key> {
    let fields: Vec<(u32, u32)> = std::str::from_utf8(numbers).ok()?.split(';').map(field).collect::<Option<_>>()?;
    let number = |n: usize| fields.get(n).map_or(0, |field| field.0);
    let held = Held(u16::try_from(number(1).saturating_sub(1)).ok()?);
    let released = fields.get(1).is_some_and(|field| field.1 == 3);
    if released || held.0 > 7 {
        return None;
    }
    match last {
        b'~' if number(0) == 27 => spelled(number(2), held).map(|code| held.on(code)),
        b'~' => numbered(number(0)).map(|code| held.on(code)),
        b'u' => spelled(number(0), held).map(|code| held.on(code)),
        b'^' => numbered(number(0)).map(|code| Key::with(code, true, false)),
        b'$' => numbered(number(0)).map(Key::plain),
        b'@' => numbered(number(0)).map(|code| Key::with(code, true, false)),
        b'M' => None,
        _ if number(0) <= 1 => lettered(last).map(|code| held.on(code)),
        _ => None,
    }
}

/// A number and its first sub-number; both 0 when left out.
fn field(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split(':').map(|part| if part.is_empty() { Some(0) } else { part.parse().ok() });
    Some((parts.next()??, parts.next().unwrap_or(Some(0))?))
}
