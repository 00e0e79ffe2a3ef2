//! How meanings look. Three themes: the terminal's own colours with quiet accents, the same for light backgrounds, and
//! one without any colour. No style relies on colour alone; none sets a background.

use crate::app::card::Tone;
use crate::app::model::ThemeName;
use ratatui::style::{Color, Modifier, Style};

/// Colours of groups.
const GROUPS: [Color; 6] = [Color::Cyan, Color::Green, Color::Magenta, Color::Blue, Color::Red, Color::Yellow];
/// The same on a light ground, where cyan and yellow fade.
const ON_LIGHT: [Color; 4] = [Color::Blue, Color::Green, Color::Magenta, Color::Red];

/// The named styles.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Text as it is.
    pub plain: Style,
    /// Less important.
    pub quiet: Style,
    /// More important.
    pub strong: Style,
    /// The name of another record.
    pub name: Style,
    /// Well.
    pub good: Style,
    /// To be looked at.
    pub warn: Style,
    /// The selected row of what has the keys.
    pub selected: Style,
    /// Letters that were searched for.
    pub matched: Style,
    /// A title.
    pub title: Style,
    /// The title of what has the keys.
    pub title_focused: Style,
    /// A border.
    pub border: Style,
    /// The border of what has the keys.
    pub border_focused: Style,
    /// Text being typed.
    pub input: Style,
    /// Colours that tell groups apart; none without colour.
    pub groups: &'static [Color],
    /// The sign before the selected row.
    pub marker: &'static str,
}

impl Theme {
    /// The theme of this name; without colour it is the colourless one.
    #[must_use]
    pub fn of(name: ThemeName, colour: bool) -> Theme {
        match (colour, name) {
            (true, ThemeName::Default) => {
                Theme { groups: &GROUPS, ..Theme::coloured(Color::Cyan, Color::Green, Color::Yellow) }
            }
            (true, ThemeName::Light) => {
                Theme { groups: &ON_LIGHT, ..Theme::coloured(Color::Blue, Color::Green, Color::Magenta) }
            }
            (false, _) | (_, ThemeName::Plain) => Theme::colourless(),
        }
    }

    fn colourless() -> Theme {
        let plain = Style::new();
        Theme {
            plain,
            quiet: plain.add_modifier(Modifier::DIM),
            strong: plain.add_modifier(Modifier::BOLD),
            name: plain,
            good: plain,
            warn: plain.add_modifier(Modifier::BOLD),
            selected: plain.add_modifier(Modifier::REVERSED),
            matched: plain.add_modifier(Modifier::UNDERLINED),
            title: plain,
            title_focused: plain.add_modifier(Modifier::BOLD),
            border: plain.add_modifier(Modifier::DIM),
            border_focused: plain,
            input: plain,
            groups: &[],
            marker: "▌",
        }
    }

    fn coloured(name: Color, good: Color, warn: Color) -> Theme {
        let base = Theme::colourless();
        Theme {
            name: base.name.fg(name),
            good: base.good.fg(good),
            warn: base.warn.fg(warn),
            matched: base.matched.fg(warn),
            title_focused: base.title_focused.fg(name),
            border_focused: base.border_focused.fg(name),
            ..base
        }
    }

    /// How a tone looks.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(theme: &Theme) -> [Style; 13] {
        [
            theme.plain,
            theme.quiet,
            theme.strong,
            theme.name,
            theme.good,
            theme.warn,
            theme.selected,
            theme.matched,
            theme.title,
            theme.title_focused,
            theme.border,
            theme.border_focused,
            theme.input,
        ]
    }

    #[test]
    fn without_colour_no_style_has_any() {
        for theme in [Theme::of(ThemeName::Plain, true), Theme::of(ThemeName::Light, false)] {
            assert!(styles(&theme).iter().all(|style| style.fg.is_none() && style.bg.is_none()));
        }
    }

    #[test]
    fn no_theme_assumes_a_background() {
        for name in [ThemeName::Default, ThemeName::Light] {
            let unsafe_ones = [Color::Black, Color::White, Color::DarkGray, Color::Gray];
            for style in styles(&Theme::of(name, true)) {
                assert!(style.bg.is_none() && style.fg.is_none_or(|fg| !unsafe_ones.contains(&fg)));
            }
        }
    }
}
