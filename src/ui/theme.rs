//! Named styles; with and without colour they mean the same. Knows no panels.

use crate::app::card::Tone;
use ratatui::style::{Color, Modifier, Style};

/// The styles of the screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Theme {
    /// Text as it is.
    pub plain: Style,
    /// Less important text.
    pub quiet: Style,
    /// More important text.
    pub strong: Style,
    /// The name of another record.
    pub name: Style,
    /// Well.
    pub good: Style,
    /// To be looked at.
    pub warn: Style,
    /// The row one stands on.
    pub selected: Style,
    /// Letters that answer the query.
    pub matched: Style,
    /// The title of a panel.
    pub title: Style,
    /// The title of the panel that has the focus.
    pub title_focused: Style,
    /// The border of a panel.
    pub border: Style,
    /// The border of the panel that has the focus.
    pub border_focused: Style,
    /// A text field.
    pub input: Style,
    /// What marks the row one stands on.
    pub marker: &'static str,
}

impl Theme {
    /// The terminal's own colours, with accents from the sixteen.
    #[must_use]
    pub fn terminal() -> Self {
        let plain = Style::new();
        Theme {
            plain,
            quiet: plain.add_modifier(Modifier::DIM),
            strong: plain.add_modifier(Modifier::BOLD),
            name: plain.fg(Color::Cyan),
            good: plain.fg(Color::Green),
            warn: plain.fg(Color::Yellow),
            selected: plain.add_modifier(Modifier::REVERSED),
            matched: plain.add_modifier(Modifier::UNDERLINED),
            title: plain.add_modifier(Modifier::BOLD),
            title_focused: plain.add_modifier(Modifier::BOLD),
            border: plain.add_modifier(Modifier::DIM),
            border_focused: plain,
            input: plain.add_modifier(Modifier::UNDERLINED),
            marker: "▌",
        }
    }

    /// The style of a tone.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => self.plain,
            Tone::Quiet => self.quiet,
            Tone::Strong => self.strong,
            Tone::Name => self.name,
            Tone::Good => self.good,
            Tone::Warn => self.warn,
        }
    }
}
