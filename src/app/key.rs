//! One key as the rest of the program sees it, and its one notation: `Ctrl-d`, `Space`, `PgDn`, `Shift-Tab`, `ü`, `:`.
//! Shift is folded into the character. Must not know which library or platform delivered the key.

use std::{fmt, str::FromStr};

use unicode_normalization::UnicodeNormalization;

use crate::i18n::Lang;

/// Which key, without Ctrl and Alt. Shift is part of it: `A`, `?`, [`Code::BackTab`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A typed character, as the keyboard layout gave it; never a control character.
    Char(char),
    /// Enter, Return.
    Enter,
    /// Escape.
    Esc,
    /// The key that deletes to the left.
    Backspace,
    /// The key that deletes to the right.
    Delete,
    /// Tabulator.
    Tab,
    /// Shift and tabulator.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Start of line.
    Home,
    /// End of line.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Function key, counted from 1.
    F(u8),
    /// Insert.
    Insert,
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt (Meta) was held.
    pub alt: bool,
}

/// Text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such key: {text:?}")]
pub struct KeyError {
    /// The text as it was given.
    pub text: String,
}

/// Name in the notation, English name on keyboards, German name on keyboards.
const NAMES: [(Code, &str, &str, &str); 17] = [
    (Code::Char(' '), "Space", "Space", "Leertaste"),
    (Code::Enter, "Enter", "Enter", "Enter"),
    (Code::Esc, "Esc", "Esc", "Esc"),
    (Code::Backspace, "Backspace", "Backspace", "Rücktaste"),
    (Code::Delete, "Del", "Del", "Entf"),
    (Code::Insert, "Ins", "Ins", "Einfg"),
    (Code::Tab, "Tab", "Tab", "Tab"),
    (Code::BackTab, "Shift-Tab", "Shift-Tab", "Umschalt-Tab"),
    (Code::Up, "Up", "↑", "↑"),
    (Code::Down, "Down", "↓", "↓"),
    (Code::Left, "Left", "←", "←"),
    (Code::Right, "Right", "→", "→"),
    (Code::Home, "Home", "Home", "Pos1"),
    (Code::End, "End", "End", "Ende"),
    (Code::PageUp, "PgUp", "PgUp", "Bild↑"),
    (Code::PageDown, "PgDn", "PgDn", "Bild↓"),
    (Code::Char('<'), "lt", "<", "<"),
];

/// Spellings accepted besides the ones in [`NAMES`].
const ALIASES: [(&str, Code); 8] = [
    ("Return", Code::Enter),
    ("Escape", Code::Esc),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("BackTab", Code::BackTab),
    ("BS", Code::Backspace),
];

impl Code {
    fn named(text: &str) -> Option<Self> {
        let by_name = NAMES.iter().find(|(_, name, ..)| name.eq_ignore_ascii_case(text)).map(|row| row.0);
        by_name
            .or_else(|| ALIASES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|row| row.1))
            .or_else(|| function_key(text))
    }

    fn typed(text: &str) -> Option<Self> {
        // ASCII needs no composing, and nearly all keys are of it.
        let composed = || {
            let mut chars = text.nfc();
            chars.next().filter(|_| chars.next().is_none())
        };
        let typed = match text.as_bytes() {
            [byte] => Some(char::from(*byte)),
            _ if text.is_ascii() => None,
            _ => composed(),
        };
        typed.filter(|c| !c.is_control()).map(Self::Char)
    }

    fn parse(text: &str) -> Option<Self> {
        if let Some(code) = Self::typed(text).or_else(|| Self::named(text)) {
            return Some(code);
        }
        let shifted = strip_modifier(text, "Shift-")?;
        match Self::typed(shifted)? {
            Self::Char(c) if c.is_lowercase() => c.to_uppercase().next().map(Self::Char),
            _ => None,
        }
    }
}

fn function_key(text: &str) -> Option<Code> {
    let number = text.strip_prefix(['F', 'f'])?;
    let number: u8 = number.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

/// `text` without a leading modifier, as long as a key remains.
fn strip_modifier<'t>(text: &'t str, modifier: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(modifier.len())?;
    (head.eq_ignore_ascii_case(modifier) && !tail.is_empty()).then_some(tail)
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A typed character without modifiers.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A key with modifiers, folded so that each key press has one value only: letters with Ctrl are lower case
    /// (terminals do not tell the difference), Shift-Tab is [`Code::BackTab`].
    #[must_use]
    pub fn with(code: Code, ctrl: bool, alt: bool) -> Self {
        let code = match code {
            Code::Char(c) if ctrl => Code::Char(c.to_lowercase().next().unwrap_or(c)),
            other => other,
        };
        Self { code, ctrl, alt }
    }

    /// The character a text field receives, if this key types one.
    #[must_use]
    pub const fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The name for help and hint bar as printed on keyboards of that language: `Strg-d`, `Leertaste`, `Entf`.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let (ctrl, alt) = match lang {
            Lang::De => ("Strg-", "Alt-"),
            Lang::En => ("Ctrl-", "Alt-"),
        };
        let word = NAMES.iter().find(|row| row.0 == self.code).map(|row| match lang {
            Lang::De => row.3,
            Lang::En => row.2,
        });
        self.spelled(ctrl, alt, word)
    }

    fn spelled(self, ctrl: &str, alt: &str, word: Option<&str>) -> String {
        let mut text = String::new();
        if self.ctrl {
            text.push_str(ctrl);
        }
        if self.alt {
            text.push_str(alt);
        }
        match (word, self.code) {
            (Some(word), _) => text.push_str(word),
            (None, Code::Char(c)) => text.push(c),
            (None, Code::F(number)) => text.extend(["F", &number.to_string()]),
            (None, _) => {}
        }
        text
    }
}

impl From<char> for Key {
    fn from(c: char) -> Self {
        Self::char(c)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.code {
            Code::Char('<') => None,
            code => NAMES.iter().find(|row| row.0 == code).map(|row| row.1),
        };
        f.pad(&self.spelled("Ctrl-", "Alt-", word))
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            if let Some(tail) = strip_modifier(rest, "Ctrl-").filter(|_| !ctrl) {
                (rest, ctrl) = (tail, true);
            } else if let Some(tail) = strip_modifier(rest, "Alt-").filter(|_| !alt) {
                (rest, alt) = (tail, true);
            } else {
                break;
            }
        }
        let code = Code::parse(rest).ok_or_else(|| KeyError { text: text.to_owned() })?;
        Ok(Self::with(code, ctrl, alt))
    }
}

/// A row of keys from text: plain text is typed letter by letter, named keys stand in angle brackets:
/// `amt<Enter>`, `<Ctrl-s>`, `<lt>` for `<`. A line feed is Enter, a tabulator is Tab.
///
/// # Errors
/// [`KeyError`] with the text in the brackets, when it names no key or the bracket is not closed.
pub fn keys(text: &str) -> Result<Vec<Key>, KeyError> {
    let mut row = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let Some(named) = rest.strip_prefix('<') else {
            row.push(match c {
                '\n' => Key::plain(Code::Enter),
                '\t' => Key::plain(Code::Tab),
                c => Key::char(c),
            });
            rest = rest.strip_prefix(c).unwrap_or_default();
            continue;
        };
        let (name, tail) = named.split_once('>').ok_or_else(|| KeyError { text: rest.to_owned() })?;
        row.push(name.parse()?);
        rest = tail;
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn one_notation_there_and_back() {
        let all = [
            "Ctrl-d",
            "Space",
            "PgDn",
            "PgUp",
            "F1",
            "F12",
            "Shift-Tab",
            "Tab",
            "ü",
            "ß",
            "ẞ",
            ":",
            "?",
            "-",
            "Ctrl--",
            "<",
            "Alt-b",
            "Ctrl-Alt-x",
            "Del",
            "Ins",
            "Home",
            "End",
            "Up",
            "Down",
            "Left",
            "Right",
            "Enter",
            "Esc",
            "Backspace",
            "G",
            "Ctrl-Space",
            "Alt-Enter",
            "漢",
            "€",
            "F",
            "1",
        ];
        for text in all {
            assert_eq!(key(text).to_string(), text);
        }
    }

    #[test]
    fn other_spellings_mean_the_same_key() {
        for (text, same) in [
            ("ctrl-d", "Ctrl-d"),
            ("Ctrl-D", "Ctrl-d"),
            ("Alt-Ctrl-x", "Ctrl-Alt-x"),
            ("space", "Space"),
            (" ", "Space"),
            ("PageDown", "PgDn"),
            ("Delete", "Del"),
            ("Shift-g", "G"),
            ("Shift-ü", "Ü"),
            ("u\u{308}", "ü"),
            ("f5", "F5"),
            ("lt", "<"),
        ] {
            assert_eq!(key(text), key(same), "{text}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused_with_its_text() {
        for text in [
            "",
            "Ctrl-",
            "Strg-d",
            "ab",
            "F0",
            "F25",
            "F300",
            "Shift-Up",
            "Ctrl-Ctrl-x",
            "\u{1b}",
            "Shift-?",
            "Hyper-x",
        ] {
            assert_eq!(text.parse::<Key>(), Err(KeyError { text: text.to_owned() }));
        }
    }

    #[test]
    fn names_follow_the_keyboard_of_the_language() {
        for (text, de, en) in [
            ("Ctrl-d", "Strg-d", "Ctrl-d"),
            ("Space", "Leertaste", "Space"),
            ("Del", "Entf", "Del"),
            ("Shift-Tab", "Umschalt-Tab", "Shift-Tab"),
            ("PgDn", "Bild↓", "PgDn"),
            ("Home", "Pos1", "Home"),
            ("Up", "↑", "↑"),
            ("F1", "F1", "F1"),
            ("ü", "ü", "ü"),
            ("<", "<", "<"),
        ] {
            assert_eq!((key(text).name(Lang::De).as_str(), key(text).name(Lang::En).as_str()), (de, en));
        }
    }

    #[test]
    fn only_plain_characters_type_text() {
        assert_eq!(key("ü").text(), Some('ü'));
        assert_eq!(key("Space").text(), Some(' '));
        for text in ["Ctrl-a", "Alt-a", "Enter", "Tab", "F1"] {
            assert_eq!(key(text).text(), None, "{text}");
        }
    }

    #[test]
    fn a_row_of_keys_reads_like_typing() {
        let row = keys("ö a<Enter><Ctrl-s><lt>b\n").unwrap();
        let shown: Vec<String> = row.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["ö", "Space", "a", "Enter", "Ctrl-s", "<", "b", "Enter"]);
        assert_eq!(keys("a<Entr>"), Err(KeyError { text: "Entr".to_owned() }));
        assert_eq!(keys("a<Enter"), Err(KeyError { text: "<Enter".to_owned() }));
    }
}
