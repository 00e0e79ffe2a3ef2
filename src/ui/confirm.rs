//! A question: what is asked, what it concerns, which keys answer.

use super::brush::{centred, layer, write};
use super::theme::Theme;
use crate::app::Context;
use crate::app::confirm::Confirm;
use crate::text::{clean, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) fn draw(confirm: &Confirm, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let columns = area.width.min(72);
    let room = usize::from(columns.saturating_sub(4));
    let question = clean(&confirm.question);
    let asked = wrap(&question, room);
    let lines: Vec<String> = confirm.lines.iter().flat_map(|line| bullet(line, room)).collect();
    let rows = u16::try_from(asked.len() + lines.len() + 4).unwrap_or(u16::MAX);
    let area = centred(area, columns, rows);
    let inside = layer(buf, area, "?", theme);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let mut y = inside.y;
    for line in asked {
        write(buf, inside.x, y, line, room, theme.strong);
        y += 1;
    }
    let last = inside.bottom().saturating_sub(1);
    let space = usize::from(last.saturating_sub(y));
    let hidden = lines.len().saturating_sub(space);
    for (at, line) in lines.iter().take(space).enumerate() {
        let text = if hidden > 0 && at + 1 == space { format!("… +{}", hidden + 1) } else { line.clone() };
        write(buf, inside.x, y, &text, room, theme.plain);
        y += 1;
    }
    write(buf, inside.x, last, cx.texts.house.yes_no, room, theme.quiet);
    Some(Position { x: inside.x, y: last })
}

/// A line with a dot before it, what does not fit hanging below.
fn bullet(line: &str, room: usize) -> Vec<String> {
    let clean = clean(line);
    let parts = wrap(&clean, room.saturating_sub(2)).into_iter().map(str::to_owned);
    parts.enumerate().map(|(at, part)| format!("{}{part}", if at == 0 { "· " } else { "  " })).collect()
}
