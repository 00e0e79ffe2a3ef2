//! A picture in rows and columns: heads, cells with a sign or a number and the first names, and below it in words what the
//! selected cell holds and what the signs mean.

use super::brush::{layer, write};
use super::theme::Theme;
use crate::app::Context;
use crate::app::grid::{Cell, Grid, Head};
use crate::text::{capital, clean, clip, width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From this width on a cell has room for names, and a head of a column for several lines.
const NAMED: u16 = 8;
/// From this width on a head of a column has its whole name, where the screen is wide.
const WIDE: usize = 12;
/// From this width on the heads of rows have their whole names.
const ROOMY: u16 = 90;
/// The most lines of the heads of columns.
const MOST_HEAD_LINES: usize = 3;
/// The most columns of the heads of rows.
const WIDEST_HEAD: u16 = 34;

pub(super) fn draw(grid: &Grid, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let heading = heading(grid, cx);
    let inside = layer(buf, area, &heading, theme);
    let body = draw_words(grid, cx, theme, inside, buf);
    let cursor = if grid.sheet.rows.is_empty() || grid.sheet.columns.is_empty() {
        write(buf, body.x + 1, body.y, cx.texts.duty.grid_empty, usize::from(body.width), theme.quiet);
        Some(Position { x: body.x, y: body.y })
    } else {
        draw_sheet(grid, theme, body, buf)
    };
    if grid.types() {
        let x = area.x + 3 + u16::try_from(width(&heading)).unwrap_or(0);
        return Some(Position { x: x.min(area.right().saturating_sub(1)), y: area.y });
    }
    cursor
}

/// Title, order, filter.
fn heading(grid: &Grid, cx: &Context) -> String {
    let mut heading = capital(&grid.content.title(cx));
    if let Some(order) = grid.content.order(cx).filter(|_| grid.sorted) {
        heading.push_str(&format!(" · {order}"));
    }
    if grid.types() || !grid.line.text().is_empty() {
        heading.push_str(&format!(" /{}", grid.line.text()));
    }
    heading
}

/// The words below: the cell, its items, the legend. Gives the place left for the picture.
fn draw_words(grid: &Grid, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) -> Rect {
    let columns = usize::from(inside.width.saturating_sub(2));
    let rows: u16 = match inside.height {
        0..=7 => return inside,
        8..=15 => 2,
        16..=27 => 6,
        _ => 8,
    };
    let legend = grid.content.legend(&grid.sheet, cx);
    let wrapped = if rows > 2 { wrap(&legend, columns) } else { Vec::new() };
    let legend: Vec<&str> = wrapped.into_iter().take(usize::from(rows / 2)).collect();
    let top = inside.bottom().saturating_sub(rows + 1);
    let x = inside.x + 1;
    write(buf, inside.x, top, &"┄".repeat(columns + 2), columns + 2, theme.border);
    let Some((row, column)) = grid.heads() else { return Rect { height: inside.height - rows - 1, ..inside } };
    let group = if column.group.is_empty() { String::new() } else { format!(" ({})", column.group) };
    let head = format!("{} × {}{group}", clean(&row.name), clean(&column.name));
    write(buf, x, top + 1, &head, columns, theme.strong);
    let room = usize::from(rows).saturating_sub(1 + legend.len());
    let items = grid.cell().map_or(&[][..], |cell| &cell.items);
    if items.is_empty() && room > 0 {
        write(buf, x, top + 2, grid.content.nothing(cx), columns, theme.quiet);
    }
    let first = (grid.item + 1).saturating_sub(room);
    for (y, (at, item)) in (top + 2..).zip(items.iter().enumerate().skip(first).take(room)) {
        let here = at == grid.item;
        let style = if here { theme.selected } else { theme.plain };
        write(buf, x, y, if here { theme.marker } else { " " }, 1, theme.title_focused);
        let last = y + 1 == top + 2 + u16::try_from(room).unwrap_or(0);
        let hidden = items.len().saturating_sub(at + 1);
        let more = if last && hidden > 0 { format!("  (+{hidden})") } else { String::new() };
        write(buf, x + 2, y, &format!("{}{more}", clean(&item.text)), columns.saturating_sub(2), style);
    }
    let from = inside.bottom().saturating_sub(u16::try_from(legend.len()).unwrap_or(0));
    for (y, line) in (from..).zip(legend) {
        write(buf, x, y, line, columns, theme.quiet);
    }
    Rect { height: inside.height - rows - 1, ..inside }
}

/// Where things lie: columns of the heads, size of a cell, which cells are in view.
struct Places {
    heads: u16,
    cell: (u16, u16),
    first: (usize, usize),
    shown: (usize, usize),
    top: u16,
    /// Short names for the rows, and for the columns.
    brief: (bool, bool),
}

fn named(head: &Head, brief: bool) -> &str {
    if brief { &head.short } else { &head.name }
}

fn places(grid: &Grid, body: Rect) -> Places {
    let (least, most, tallest) = grid.content.cell_size();
    let brief = body.width < ROOMY;
    let widest = grid.sheet.rows.iter().map(|head| width(named(head, brief)) + 4).max().unwrap_or(0);
    let heads = u16::try_from(widest).unwrap_or(WIDEST_HEAD).min(WIDEST_HEAD).min(body.width * 2 / 5);
    let grouped = grid.sheet.columns.iter().any(|head| !head.group.is_empty());
    let count = |len: usize| u16::try_from(len).unwrap_or(u16::MAX).max(1);
    let room = body.width.saturating_sub(heads);
    let wide = (room / count(grid.sheet.columns.len())).clamp(least, most);
    let roomy = usize::from(wide) >= WIDE && !brief;
    let lines = |head: &Head| wrap(named(head, !roomy), usize::from(wide.saturating_sub(1))).len();
    let tallest_head = grid.sheet.columns.iter().map(lines).max().unwrap_or(1).clamp(1, MOST_HEAD_LINES);
    let top = match (body.height > 6, wide >= NAMED) {
        (false, _) => 1,
        (true, true) => u16::try_from(tallest_head).unwrap_or(1),
        (true, false) => 1 + u16::from(grouped),
    };
    let tall = body.height.saturating_sub(top).max(1);
    let high = (tall / count(grid.sheet.rows.len())).clamp(1, tallest);
    let shown = (usize::from((tall / high).max(1)), usize::from((room / wide).max(1)));
    let first = |at: usize, shown: usize, all: usize| at.saturating_sub(shown / 2).min(all.saturating_sub(shown));
    let first = (first(grid.at.0, shown.0, grid.sheet.rows.len()), first(grid.at.1, shown.1, grid.sheet.columns.len()));
    Places { heads, cell: (wide, high), first, shown, top, brief: (brief, !roomy) }
}

fn draw_sheet(grid: &Grid, theme: &Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
    let places = places(grid, body);
    draw_columns(grid, &places, theme, body, buf);
    let mut cursor = None;
    let rows = grid.sheet.rows.iter().enumerate().skip(places.first.0).take(places.shown.0);
    for (line, (row, head)) in rows.enumerate() {
        let y = body.y + places.top + u16::try_from(line).unwrap_or(0) * places.cell.1;
        draw_head(
            (head, places.brief.0),
            row == grid.at.0,
            Rect { y, width: places.heads, height: 1, ..body },
            theme,
            buf,
        );
        for column in (places.first.1..grid.sheet.columns.len()).take(places.shown.1) {
            let across = u16::try_from(column - places.first.1).unwrap_or(0) * places.cell.0;
            let place = Rect { x: body.x + places.heads + across, y, width: places.cell.0, height: places.cell.1 };
            let here = (row, column) == grid.at;
            let crossed = row == grid.at.0 || column == grid.at.1;
            draw_cell(grid.sheet.cells.get(&(row, column)), (here, crossed), place, theme, buf);
            if here {
                cursor = Some(Position { x: place.x, y: place.y });
            }
        }
    }
    cursor
}

fn draw_head((head, brief): (&Head, bool), here: bool, place: Rect, theme: &Theme, buf: &mut Buffer) {
    let style = if here { theme.selected } else { theme.plain };
    write(buf, place.x, place.y, if here { theme.marker } else { " " }, 1, theme.title_focused);
    let sign = if head.warn { "! " } else { "" };
    let room = usize::from(place.width.saturating_sub(2));
    let text = format!("{sign}{}", clean(named(head, brief)));
    write(buf, place.x + 1, place.y, &clip(&text, room), room, style);
}

/// The heads of the columns, and above them the names of their groups.
fn draw_columns(grid: &Grid, places: &Places, theme: &Theme, body: Rect, buf: &mut Buffer) {
    let heads = grid.sheet.columns.iter().enumerate().skip(places.first.1).take(places.shown.1);
    let mut group = "";
    let room = usize::from(places.cell.0.saturating_sub(1));
    for (at, head) in heads {
        let across = u16::try_from(at - places.first.1).unwrap_or(0) * places.cell.0;
        let x = body.x + places.heads + across;
        let y = body.y + places.top - 1;
        if places.top > 1 && places.cell.0 < NAMED && head.group != group {
            group = &head.group;
            let same = grid.sheet.columns.iter().skip(at).take_while(|other| other.group == group).count();
            let wide = (usize::from(places.cell.0) * same).min(usize::from(body.right().saturating_sub(x)));
            write(buf, x, body.y, &clip(group, wide.saturating_sub(1)), wide, theme.quiet);
        }
        let style = if at == grid.at.1 { theme.selected } else { theme.quiet };
        let text = clean(named(head, places.brief.1));
        if places.cell.0 < NAMED {
            let sign = if head.warn { "!" } else { "" };
            let cut: String = format!("{sign}{text}").chars().take(room.max(1)).collect();
            write(buf, x, y, &cut, room, style);
            continue;
        }
        let lines = wrap(&text, room);
        let lines: Vec<&str> = lines.into_iter().take(usize::from(places.top)).collect();
        let first = places.top.saturating_sub(u16::try_from(lines.len()).unwrap_or(0));
        for (y, line) in (body.y + first..).zip(lines) {
            write(buf, x, y, line, room, style);
        }
    }
}

/// A cell: its sign or number, and where there is room the first names it holds.
fn draw_cell(cell: Option<&Cell>, (here, crossed): (bool, bool), place: Rect, theme: &Theme, buf: &mut Buffer) {
    let room = usize::from(place.width.saturating_sub(1));
    let Some(cell) = cell else {
        let sign = if here { "□" } else { "·" };
        let style = if here {
            theme.selected
        } else if crossed {
            theme.border
        } else {
            theme.quiet
        };
        if here || crossed {
            write(buf, place.x, place.y, sign, room, style);
        }
        return;
    };
    let style = theme.tone(cell.tone);
    let style = if here { style.patch(theme.selected) } else { style };
    let used = write(buf, place.x, place.y, &clean(&cell.text), room, style);
    if place.width < NAMED {
        return;
    }
    let names = cell.items.iter().map(|item| clean(&item.text));
    let style = if here { theme.selected } else { theme.quiet };
    let lines = usize::from(place.height);
    let beside = room.saturating_sub(usize::from(used) + 1);
    for (at, name) in names.take(lines).enumerate() {
        let y = place.y + u16::try_from(at).unwrap_or(0);
        write(buf, place.x + used + 1, y, &clip(&name, beside), beside, style);
    }
}
