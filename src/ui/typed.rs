//! A line typed below what it belongs to: a rule, what is understood so far, the prompt with the line. Knows no layers.

use super::brush::write;
use super::theme::Theme;
use crate::app::line::Line;
use crate::text::{clean, lines, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What stands at the foot.
pub(super) struct Typed<'t> {
    /// What is asked for.
    pub prompt: &'t str,
    /// What to type, while nothing is typed.
    pub hint: &'t str,
    /// What is understood of what was typed.
    pub told: &'t str,
    /// The line.
    pub line: &'t Line,
}

impl Typed<'_> {
    /// Draws the foot; gives the place left above it and that of the cursor.
    pub(super) fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) -> (Rect, Option<Position>) {
        let columns = usize::from(area.width.saturating_sub(2));
        let told = lines(&clean(self.told), columns, if area.height < 10 { 1 } else { 2 });
        let rows = u16::try_from(told.len()).unwrap_or(0) + 2;
        let above = Rect { height: area.height.saturating_sub(rows), ..area };
        let whole = usize::from(area.width);
        write(buf, area.x, above.bottom(), &"┄".repeat(whole), whole, theme.border);
        for (y, line) in (above.bottom() + 1..).zip(&told) {
            write(buf, area.x + 1, y, line, columns, theme.quiet);
        }
        let place = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        (above, Some(self.draw_line(theme, place, buf)))
    }

    /// The prompt and the line; of a long one the part with the cursor.
    fn draw_line(&self, theme: &Theme, place: Rect, buf: &mut Buffer) -> Position {
        let prompt = format!("{} › ", self.prompt);
        let used = write(buf, place.x + 1, place.y, &prompt, usize::from(place.width) - 1, theme.strong);
        let x = place.x + 1 + used;
        let room = usize::from(place.right().saturating_sub(x + 1)).max(1);
        let (text, cursor) = (self.line.text(), self.line.cursor());
        if text.is_empty() {
            write(buf, x, place.y, self.hint, room, theme.quiet);
            return Position { x, y: place.y };
        }
        let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let fits = |from: &usize| text.get(*from..cursor).is_some_and(|before| width(before) < room);
        let from = starts.find(fits).unwrap_or(0).min(cursor);
        write(buf, x, place.y, text.get(from..).unwrap_or(""), room, theme.input);
        let before = u16::try_from(width(text.get(from..cursor).unwrap_or(""))).unwrap_or(0);
        Position { x: (x + before).min(place.right().saturating_sub(1)), y: place.y }
    }
}
