//! Colours or none.

use std::{env, ffi::OsStr};

use ratatui::{buffer::Buffer, style::Color};

/// What the user asked for on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ColourWish {
    /// As the environment says.
    #[default]
    Auto,
    /// Colours whatever the environment says.
    Always,
    /// No colours.
    Never,
}

/// Whether the screen has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Accents in colour.
    On,
    /// Bold, reverse and underline only.
    Off,
}

impl Colour {
    /// The wish, weighed against the environment: `NO_COLOR` set and not empty (<https://no-color.org>) or `TERM=dumb`
    /// mean no colours.
    #[must_use]
    pub fn decide(wish: ColourWish) -> Self {
        Self::weigh(wish, env::var_os("NO_COLOR").as_deref(), env::var_os("TERM").as_deref())
    }

    fn weigh(wish: ColourWish, no_color: Option<&OsStr>, term: Option<&OsStr>) -> Self {
        let forbidden = no_color.is_some_and(|value| !value.is_empty()) || term == Some(OsStr::new("dumb"));
        match (wish, forbidden) {
            (ColourWish::Never, _) | (ColourWish::Auto, true) => Self::Off,
            (ColourWish::Always, _) | (ColourWish::Auto, false) => Self::On,
        }
    }
}

/// Takes every colour that is sent out of a frame; weight, reverse and underline stay.
pub(super) fn bleach(frame: &mut Buffer) {
    for cell in &mut frame.content {
        cell.fg = Color::Reset;
        cell.bg = Color::Reset;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides_unless_the_user_does() {
        let weigh =
            |wish, no: Option<&str>, term: Option<&str>| Colour::weigh(wish, no.map(OsStr::new), term.map(OsStr::new));
        assert_eq!(weigh(ColourWish::Auto, None, Some("xterm")), Colour::On);
        assert_eq!(weigh(ColourWish::Auto, Some(""), None), Colour::On);
        assert_eq!(weigh(ColourWish::Auto, Some("1"), Some("xterm")), Colour::Off);
        assert_eq!(weigh(ColourWish::Auto, None, Some("dumb")), Colour::Off);
        assert_eq!(weigh(ColourWish::Always, Some("1"), Some("dumb")), Colour::On);
        assert_eq!(weigh(ColourWish::Never, None, Some("xterm")), Colour::Off);
    }
}
