//! Named styles. Must not know where they are used.

use crate::app::card::Tone;
use ratatui::style::{Color, Modifier, Style};

/// The styles of the screen by what they mean.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Theme {
    pub plain: Style,
    pub quiet: Style,
    pub strong: Style,
    pub name: Style,
    pub good: Style,
    pub warn: Style,
    pub selected: Style,
    pub matched: Style,
    pub title: Style,
    pub title_focused: Style,
    pub border: Style,
    pub border_focused: Style,
    pub input: Style,
    pub marker: &'static str,
}

impl Default for Theme {
    fn default() -> Self {
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
            title: plain,
            title_focused: plain.add_modifier(Modifier::BOLD),
            border: plain.add_modifier(Modifier::DIM),
            border_focused: plain,
            input: plain,
            marker: "▌",
        }
    }
}

impl Theme {
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
