//! A line to type in, in a frame that says what for.

use super::brush::{centred, panel, write};
use super::theme::Theme;
use crate::app::Context;
use crate::app::prompt::Prompt;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

pub(super) fn draw(prompt: &Prompt, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = centred(area, area.width.min(72), 3);
    Clear.render(area, buf);
    let inside = panel(buf, area, prompt.title(cx), true, true, theme);
    let used = write(buf, inside.x, inside.y, "› ", 2, theme.strong);
    let room = usize::from(inside.width.saturating_sub(used + 1));
    // Of a long path the part before the cursor is seen.
    let text = prompt.line.text();
    let before = text.get(..prompt.line.cursor()).unwrap_or("");
    let mut from = 0;
    for (at, letter) in before.char_indices() {
        if width(before.get(from..).unwrap_or("")) <= room {
            break;
        }
        from = at + letter.len_utf8();
    }
    write(buf, inside.x + used, inside.y, text.get(from..).unwrap_or(""), room, theme.input);
    let left = u16::try_from(width(before.get(from..).unwrap_or(""))).unwrap_or(0);
    Some(Position { x: (inside.x + used + left).min(inside.right().saturating_sub(1)), y: inside.y })
}
