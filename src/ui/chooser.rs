//! A list to choose from: commands with their keys, dim with a reason when refused.

use super::brush::{centred, layer, write, write_right};
use super::theme::Theme;
use crate::app::Context;
use crate::app::chooser::{Chooser, Entry, Topic};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) fn draw(chooser: &Chooser, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let texts = &cx.texts.house;
    let title = match chooser.topic {
        Topic::Commands => texts.commands_title,
        Topic::Keys => texts.keys_title,
        Topic::Sort => texts.sort_title,
        Topic::Attach => texts.attach_title,
        Topic::Start => texts.first_title,
        Topic::Compare => cx.texts.compare.choose,
        Topic::Pair => cx.texts.twins.choose_title,
    };
    let rows = u16::try_from(chooser.entries.len() + 3).unwrap_or(u16::MAX);
    let area = centred(area, 76, rows.clamp(6, 28));
    let inside = layer(buf, area, title, theme);
    let used = write(buf, inside.x, inside.y, "› ", 2, theme.strong);
    let text = chooser.line.text();
    write(buf, inside.x + used, inside.y, text, usize::from(inside.width.saturating_sub(used)), theme.input);
    let before = text.get(..chooser.line.cursor()).unwrap_or("");
    let cursor = Position { x: inside.x + used + u16::try_from(width(before)).unwrap_or(0), y: inside.y };
    let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let height = usize::from(list.height).max(1);
    let top = (chooser.row + 1).saturating_sub(height);
    let shown = chooser.shown.iter().filter_map(|at| chooser.entries.get(*at));
    for (line, entry) in shown.skip(top).take(height).enumerate() {
        let place = Rect { y: list.y + u16::try_from(line).unwrap_or(0), height: 1, ..list };
        draw_entry(entry, top + line == chooser.row, theme, place, buf);
    }
    Some(cursor)
}

fn draw_entry(entry: &Entry, here: bool, theme: &Theme, place: Rect, buf: &mut Buffer) {
    if here {
        write(buf, place.x, place.y, theme.marker, 1, theme.title_focused);
    }
    let body = Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place };
    let style = if entry.refused.is_some() { theme.quiet } else { theme.plain };
    let right = write_right(buf, body, body.y, &entry.keys, theme.strong);
    let room = usize::from(body.width.saturating_sub(right + 2));
    let used = usize::from(write(buf, body.x, body.y, &entry.text, room, style));
    let beside = entry.refused.as_deref().unwrap_or(&entry.beside);
    let room = room.saturating_sub(used + 2);
    if room >= 6 {
        write(buf, body.x + u16::try_from(used + 2).unwrap_or(0), body.y, beside, room, theme.quiet);
    }
    if here {
        buf.set_style(body, theme.selected);
    }
}
