//! A board: headings, rows with aligned columns, details of the selected row below. Columns that find no room go by rank.

use super::brush::{layer, write, write_right};
use super::theme::Theme;
use crate::app::Context;
use crate::app::board::{Align, Board, Column, Row};
use crate::i18n::fill;
use crate::text::{capital, clean, width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Blanks between two columns.
const GAP: u16 = 2;

pub(super) fn draw(board: &Board, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let heading = heading(board, cx, area.width);
    let inside = layer(buf, area, &heading, theme);
    let cursor = draw_inside(board, cx, theme, inside, buf);
    if board.types() {
        let x = area.x + 3 + u16::try_from(width(&heading)).unwrap_or(0);
        return Some(Position { x: x.min(area.right().saturating_sub(1)), y: area.y });
    }
    cursor
}

/// Title, number of rows, mode, filter. Where a text that is typed finds no room behind the title, the title goes.
fn heading(board: &Board, cx: &Context, room: u16) -> String {
    let typed = board.content.typed(cx);
    let mut heading = capital(&board.content.title(cx));
    if let Some(typed) = typed.as_ref().filter(|_| board.content.types()) {
        let whole = format!("{heading} {} · {typed}", board.len());
        let fits = width(&whole) + 6 <= usize::from(room);
        return if fits { whole } else { format!("{} · {typed}", board.len()) };
    }
    if board.content.counts() && (board.percent().is_none() || !board.is_empty()) {
        heading.push_str(&format!(" {}", board.len()));
    }
    if let Some(percent) = board.percent() {
        heading.push_str(&format!(" · {}", fill(cx.texts.house.working, &[&percent.to_string()])));
    }
    let modes = board.content.modes(cx);
    if let Some(mode) = modes.get(board.mode).filter(|_| modes.len() > 1) {
        heading.push_str(&format!(" · {mode}"));
    }
    if let Some(typed) = typed {
        heading.push_str(&format!(" · {typed}"));
    }
    if board.filters() || !board.line.text().is_empty() {
        heading.push_str(&format!(" /{}", board.line.text()));
    }
    heading
}

fn draw_inside(board: &Board, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) -> Option<Position> {
    let inside = draw_line(board, cx, theme, inside, buf);
    let body = draw_foot(board, cx, theme, inside, buf);
    if board.is_empty() {
        let columns = usize::from(body.width.saturating_sub(2));
        let empty = if board.percent().is_some() { cx.texts.house.wait } else { board.content.empty(cx) };
        for (y, line) in (body.y..body.bottom()).zip(wrap(empty, columns)) {
            write(buf, body.x + 1, y, line, columns, theme.quiet);
        }
        return Some(Position { x: body.x, y: body.y });
    }
    let places = places(board, body.width.saturating_sub(2));
    let headed = body.height >= 4;
    if headed {
        draw_head(board, &places, theme, body, buf);
    }
    let list = if headed { Rect { y: body.y + 1, height: body.height - 1, ..body } } else { body };
    draw_rows(board, &places, theme, list, buf)
}

/// What always stands in the last line, where there is room for more than it. Gives the place left.
fn draw_line(board: &Board, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) -> Rect {
    let Some(line) = board.content.line(cx).filter(|_| inside.height >= 5) else { return inside };
    let columns = usize::from(inside.width.saturating_sub(2));
    let lines = wrap(&line, columns);
    let most = if inside.height >= 16 { 2 } else { 1 };
    let rows = u16::try_from(lines.len().min(most)).unwrap_or(1);
    for (y, line) in (inside.bottom().saturating_sub(rows)..inside.bottom()).zip(lines) {
        write(buf, inside.x + 1, y, line, columns, theme.quiet);
    }
    Rect { height: inside.height - rows, ..inside }
}

/// The details of the selected row. Gives the place left for the list.
fn draw_foot(board: &Board, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) -> Rect {
    let columns = usize::from(inside.width.saturating_sub(2));
    let mut said = Vec::new();
    if let Some(row) = board.selected() {
        said = board.content.below(board.mode, board.sort.map(|(column, _)| column), cx);
        said.extend(row.foot.iter().cloned());
    }
    if said.is_empty() || inside.height < 12 {
        return inside;
    }
    let lines: Vec<String> = said.iter().flat_map(|(label, text)| told(label, text, columns)).collect();
    let most = usize::from(inside.height / 3).max(3);
    let rows = u16::try_from(lines.len().min(most)).unwrap_or(3).max(3);
    let top = inside.bottom().saturating_sub(rows + 1);
    write(buf, inside.x, top, &"┄".repeat(columns + 2), columns + 2, theme.border);
    for (y, line) in (top + 1..inside.bottom()).zip(lines) {
        write(buf, inside.x + 1, y, &line, columns, theme.plain);
    }
    Rect { height: inside.height - rows - 1, ..inside }
}

fn told(label: &str, text: &str, columns: usize) -> Vec<String> {
    let all = if label.is_empty() { clean(text).into_owned() } else { format!("{label}: {}", clean(text)) };
    wrap(&all, columns).into_iter().map(str::to_owned).collect()
}

/// Where each column that finds room begins, and how wide it is.
fn places(board: &Board, room: u16) -> Vec<(usize, u16, u16)> {
    let narrowest =
        board.columns.iter().find(|column| column.widest.is_none()).map_or(0, |column| column.least).min(room / 2);
    let most = (room / 2).max(narrowest);
    let sized = |(at, column): (usize, &Column)| (at, column.widest.map(|widest| needed(board, at, column, widest)));
    let mut wanted: Vec<(usize, Option<u16>)> = board.columns.iter().enumerate().map(sized).collect();
    let taken = |wanted: &[(usize, Option<u16>)]| -> u16 {
        wanted.iter().map(|(_, columns)| columns.unwrap_or(narrowest).min(most) + GAP).sum::<u16>().saturating_sub(GAP)
    };
    while taken(&wanted) > room && wanted.len() > 1 {
        let rank = |at: usize| board.columns.get(at).map_or(0, |column| column.rank);
        let Some(last) = (0..wanted.len()).rev().max_by_key(|place| wanted.get(*place).map_or(0, |(at, _)| rank(*at)))
        else {
            break;
        };
        if wanted.get(last).is_none_or(|(at, _)| rank(*at) == 0) {
            break;
        }
        wanted.remove(last);
    }
    let left = room.saturating_sub(taken(&wanted)) + narrowest;
    let mut x = 0;
    let place = |(at, columns): (usize, Option<u16>)| {
        let columns = columns.map_or(left, |columns| columns.min(most)).min(room.saturating_sub(x));
        let place = (at, x, columns);
        x += columns + GAP;
        place
    };
    wanted.into_iter().map(place).collect()
}

/// How wide a column is at most: as its widest text, or its heading.
fn needed(board: &Board, at: usize, column: &Column, widest: u16) -> u16 {
    let texts = board.shown().take(2_000).filter_map(|row| row.cells.get(at)).map(|cell| width(&cell.text));
    // A column that can be sorted by leaves room for the arrow.
    let arrow = if column.fixed { 0 } else { 2 };
    let needed = texts.max().unwrap_or(0).max(width(&column.title) + arrow);
    u16::try_from(needed).unwrap_or(widest).min(widest)
}

fn draw_head(board: &Board, places: &[(usize, u16, u16)], theme: &Theme, body: Rect, buf: &mut Buffer) {
    for (at, x, columns) in places {
        let Some(column) = board.columns.get(*at) else { continue };
        let arrow = match board.sort {
            Some((by, down)) if by == *at => {
                if down {
                    " ▾"
                } else {
                    " ▴"
                }
            }
            _ => "",
        };
        let place = Rect { x: body.x + 1 + x, y: body.y, width: *columns, height: 1 };
        put(buf, place, &format!("{}{arrow}", column.title), column.align, theme.quiet);
    }
}

fn draw_rows(
    board: &Board,
    places: &[(usize, u16, u16)],
    theme: &Theme,
    list: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let height = usize::from(list.height).max(1);
    let top = board.row.saturating_sub(height / 2).min(board.len().saturating_sub(height));
    let mut cursor = None;
    for (line, (at, row)) in board.shown().enumerate().skip(top).take(height).enumerate() {
        let place = Rect { y: list.y + u16::try_from(line).unwrap_or(0), height: 1, ..list };
        draw_row(board, row, places, theme, place, buf);
        if at == board.row {
            write(buf, place.x, place.y, theme.marker, 1, theme.title_focused);
            let body = Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place };
            buf.set_style(body, theme.selected);
            cursor = Some(Position { x: place.x, y: place.y });
        }
    }
    cursor
}

fn draw_row(board: &Board, row: &Row, places: &[(usize, u16, u16)], theme: &Theme, place: Rect, buf: &mut Buffer) {
    for (at, x, columns) in places {
        let (Some(column), Some(cell)) = (board.columns.get(*at), row.cells.get(*at)) else { continue };
        let cells = Rect { x: place.x + 1 + x, width: *columns, ..place };
        put(buf, cells, &cell.text, column.align, theme.tone(cell.tone));
    }
}

fn put(buf: &mut Buffer, place: Rect, text: &str, align: Align, style: ratatui::style::Style) {
    match align {
        Align::Left => write(buf, place.x, place.y, text, usize::from(place.width), style),
        Align::Right => write_right(buf, place, place.y, text, style),
    };
}
