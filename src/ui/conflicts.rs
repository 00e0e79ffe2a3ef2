//! What two people changed at once: record and field, our value and theirs, which of them stands.

use super::brush::{centred, layer, write};
use super::theme::Theme;
use crate::app::Context;
use crate::app::conflicts::Conflicts;
use crate::landscape::{Value, vocabulary};
use crate::store::{Conflict, title};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) fn draw(list: &Conflicts, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let rows = u16::try_from(list.list.len() * 3 + 2).unwrap_or(u16::MAX);
    let inside = layer(buf, centred(area, 100, rows.max(6)), cx.texts.house.conflicts_title, theme);
    let fit = usize::from(inside.height / 3).max(1);
    let top = (list.row + 1).saturating_sub(fit);
    let mut cursor = None;
    for (line, (conflict, theirs)) in list.list.iter().skip(top).take(fit).enumerate() {
        let y = inside.y + u16::try_from(line * 3).unwrap_or(0);
        let here = top + line == list.row;
        if here {
            write(buf, inside.x, y, theme.marker, 1, theme.title_focused);
            cursor = Some(Position { x: inside.x, y });
        }
        draw_one(
            conflict,
            *theirs,
            cx,
            theme,
            Rect { x: inside.x + 1, y, width: inside.width.saturating_sub(1), height: 3 },
            buf,
        );
    }
    cursor
}

fn draw_one(conflict: &Conflict, theirs: bool, cx: &Context, theme: &Theme, place: Rect, buf: &mut Buffer) {
    let texts = &cx.texts.house;
    let shape = conflict.kind.shape();
    let name = cx.data.store().get(conflict.kind, &conflict.id);
    let name = name.map_or_else(|| conflict.id.to_string(), |record| title(cx.data.store(), record));
    let field = conflict
        .field
        .as_ref()
        .map_or("", |(field, _)| vocabulary::field_label(shape.name, shape.spec(*field).key, cx.lang));
    let room = usize::from(place.width);
    write(buf, place.x, place.y, &format!("{name} · {field}"), room, theme.strong);
    if conflict.field.is_none() {
        write(buf, place.x, place.y + 1, texts.conflicts_deleted, room, theme.quiet);
        return;
    }
    for (row, (label, value, stands)) in
        [(texts.conflicts_mine, &conflict.ours, !theirs), (texts.conflicts_theirs, &conflict.theirs, theirs)]
            .into_iter()
            .enumerate()
    {
        let sign = if stands { "●" } else { "○" };
        let text = format!("{sign} {label}: {}", said(value.as_ref()));
        let style = if stands { theme.plain } else { theme.quiet };
        write(buf, place.x, place.y + 1 + u16::try_from(row).unwrap_or(0), &text, room, style);
    }
}

/// A value in one line.
fn said(value: Option<&Value>) -> String {
    match value {
        None => "–".to_owned(),
        Some(Value::Text(text)) => text.to_string(),
        Some(Value::Texts(texts)) => texts.join(", "),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Flag(flag)) => if *flag { "✓" } else { "✗" }.to_owned(),
        Some(Value::Range(min, max)) => format!("{min}–{max}"),
        Some(Value::Ratings(ratings)) => {
            ratings.iter().map(|(dimension, rating)| format!("{dimension} {rating}")).collect::<Vec<_>>().join(", ")
        }
        Some(Value::Parts(parts)) => format!("{} ×", parts.len()),
    }
}
