//! The matrix: a row for each network, a column for each actor, a square where one sits in the other. Those with much in
//! common stand together, so that blocks show.

use super::signs::style;
use super::words::brief;
use crate::app::Context;
use crate::app::map::Map;
use crate::text::{clean, pad};
use crate::ui::brush::write;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::HashSet;

pub(super) fn draw(map: &Map, _: &Context, theme: &Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
    let names = (body.width / 3).min(30);
    let sheet = Rect { x: body.x + names + 1, width: body.width.saturating_sub(names + 1), ..body };
    let top = first(map.cell.0, usize::from(sheet.height), map.order().rows.len());
    let left = first(map.cell.1, usize::from(sheet.width), map.order().columns.len());
    for (line, row) in map.order().rows.iter().enumerate().skip(top).take(usize::from(sheet.height)) {
        let y = sheet.y + u16::try_from(line - top).unwrap_or(0);
        let Some(network) = map.graph.nodes.get(*row) else { continue };
        let here = line == map.cell.0;
        let looks = if here { theme.selected } else { theme.plain };
        let name = pad(&clean(brief(network)), usize::from(names.saturating_sub(1)));
        write(buf, body.x, y, &name, usize::from(names), looks);
        let sits: HashSet<usize> = map.graph.near(*row).iter().map(|(actor, _)| *actor).collect();
        let columns = map.order().columns.iter().enumerate().skip(left).take(usize::from(sheet.width));
        for (place, actor) in columns {
            let x = sheet.x + u16::try_from(place - left).unwrap_or(0);
            let crossed = here || place == map.cell.1;
            let fits = map.fits(*row) || map.fits(*actor);
            let (sign, looks) = match (sits.contains(actor), crossed) {
                (true, _) if fits => ("■", style(network, theme)),
                (true, _) => ("■", theme.quiet),
                (false, true) => (if here { "─" } else { "│" }, theme.border),
                (false, false) => continue,
            };
            let both = here && place == map.cell.1;
            write(
                buf,
                x,
                y,
                if both && sign != "■" { "┼" } else { sign },
                1,
                if both { looks.patch(theme.selected) } else { looks },
            );
        }
    }
    let inside = |at: usize, from: usize| u16::try_from(at - from).unwrap_or(0);
    Some(Position { x: sheet.x + inside(map.cell.1, left), y: sheet.y + inside(map.cell.0, top) })
}

/// The first of so many that is shown, so that the one pointed at is near the middle.
fn first(at: usize, shown: usize, all: usize) -> usize {
    at.saturating_sub(shown / 2).min(all.saturating_sub(shown))
}
