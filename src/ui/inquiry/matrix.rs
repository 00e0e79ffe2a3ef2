//! The matrix on the screen.
//!
//! ```text
//!  ┌ Leitfragen · 732 von 1402 geklärt · 41 unbelegt · meiste Lücken zuerst /theme:… ┐
//!  │ Ganze Landschaft   ● Netzwerke zum Thema   · Kommunales Portal             1/2  │
//!  │ Netzwerke 100 von 100          wer dabei Beschluss …    two lines of heads      │
//!  │                                     Charakter Koordin.                          │
//!  │▌AK Übergang Schule–Beruf       ●    ○    ·    ●                           9/14  │
//!  │ geklärt in %                   94   61   40                                 52  │
//!  │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄│
//!  │ the question in full, how it stands and why, what Enter does, the signs         │
//!  └─────────────────────────────────────────────────────────────────────────────────┘
//! ```

mod foot;

use super::super::brush::{layer, write, write_right};
use super::super::theme::Theme;
use super::table::Table;
use crate::app::Context;
use crate::app::inquiry::matrix::{Matrix, Order};
use crate::app::inquiry::{Cell, Line};
use crate::guide::{of_landscape, of_network};
use crate::i18n::{fill, inquiry};
use crate::landscape::vocabulary;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

pub(in crate::ui) fn draw(
    matrix: &Matrix,
    cx: &Context,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let heading = heading(matrix, cx, area.width);
    let inside = layer(buf, area, &heading, theme);
    let body = foot::draw(matrix, cx, theme, inside, buf);
    let table = Table::of(body, of_network().count());
    let mut y = body.y;
    let mut cursor = None;
    if !matrix.by_theme {
        cursor = draw_landscape(matrix, cx, theme, Rect { height: 1, ..body }, table, buf);
        y += 1;
    }
    if table.headed() && body.bottom().saturating_sub(y) >= 5 {
        draw_heads(matrix, cx, theme, Rect { y, height: 2, ..body }, table, buf);
        y += 2;
    }
    let sums = body.bottom().saturating_sub(y) >= 6;
    let bottom = body.bottom().saturating_sub(u16::from(sums));
    let list = Rect { y, height: bottom.saturating_sub(y), ..body };
    let in_list = if matrix.by_theme {
        draw_themes(matrix, cx, theme, list, table, buf)
    } else {
        draw_networks(matrix, cx, theme, list, table, buf)
    };
    if sums {
        draw_sums(matrix, cx, theme, Rect { y: bottom, height: 1, ..body }, table, buf);
    }
    if matrix.types() {
        let x = area.x + 3 + u16::try_from(width(&heading)).unwrap_or(0);
        return Some(Position { x: x.min(area.right().saturating_sub(1)), y: area.y });
    }
    cursor.or(in_list)
}

/// What of all is answered, unproven, does not fit; order and filter. Where there is no room, the filter stays.
fn heading(matrix: &Matrix, cx: &Context, columns: u16) -> String {
    let texts = &cx.texts.inquiry;
    let (done, of, unproven) = matrix.overall();
    let order = match matrix.order {
        _ if matrix.by_theme => texts.by_theme,
        Order::Missing => texts.by_missing,
        Order::Name => texts.by_name,
        Order::Question => texts.by_question,
    };
    let filter = format!(" /{}", matrix.line.text());
    let filter = if matrix.types() || !matrix.line.text().is_empty() { filter.as_str() } else { "" };
    let mut said = format!("{} · {}", texts.title, fill(texts.overall, &[&done.to_string(), &of.to_string()]));
    let more = [
        (matrix.doubts() > 0).then(|| fill(texts.n_doubts, &[&matrix.doubts().to_string()])),
        Some(order.to_owned()),
        (unproven > 0).then(|| fill(texts.n_unproven, &[&unproven.to_string()])),
    ];
    for part in more.into_iter().flatten() {
        if width(&said) + width(&part) + width(filter) + 9 <= usize::from(columns) {
            said.push_str(" · ");
            said.push_str(&part);
        }
    }
    said + filter
}

/// The questions to the whole landscape, each with its name.
fn draw_landscape(
    matrix: &Matrix,
    cx: &Context,
    theme: &Theme,
    place: Rect,
    table: Table,
    buf: &mut Buffer,
) -> Option<Position> {
    let here = matrix.row == 0;
    let name = if usize::from(table.names) < 16 { &matrix.landscape.name } else { cx.texts.inquiry.landscape };
    let style = if here { theme.strong } else { theme.name };
    write(buf, place.x + 1, place.y, name, usize::from(table.names), style);
    let named = table.cell >= 3;
    let mut x = table.left;
    let mut cursor = None;
    for (at, (key, cell)) in of_landscape().zip(&matrix.landscape.cells).enumerate() {
        let selected = here && at == matrix.wide;
        let used = draw_sign(cell, selected, theme, Rect { x, width: 2, ..place }, buf);
        if selected {
            cursor = Some(Position { x, y: place.y });
        }
        x += used + 1;
        if named {
            let short = vocabulary::entry("questions", key).map_or(key, |entry| entry.short(cx.lang));
            let room = usize::from(table.right.saturating_sub(x + 1));
            x += write(buf, x, place.y, short, room, if selected { theme.title_focused } else { theme.plain }) + 3;
        }
    }
    let line = &matrix.landscape;
    write_right(buf, Rect { width: place.width - 1, ..place }, place.y, &progress(line.done, line.of), theme.quiet);
    if here {
        write(buf, place.x, place.y, theme.marker, 1, theme.title_focused);
    }
    cursor
}

fn progress(done: usize, of: usize) -> String {
    format!("{done}/{of}")
}

/// Two lines of heads, every other question in the lower one.
fn draw_heads(matrix: &Matrix, cx: &Context, theme: &Theme, place: Rect, table: Table, buf: &mut Buffer) {
    let texts = &cx.texts.inquiry;
    let count = matrix.networks().count().to_string();
    let left = if matrix.by_theme {
        texts.themes.to_owned()
    } else {
        fill(texts.networks, &[&count, &matrix.count().to_string()])
    };
    write(buf, place.x + 1, place.y + 1, &left, usize::from(table.names), theme.title);
    for (at, key) in of_network().enumerate() {
        let y = place.y + u16::from(at % 2 == 1);
        let fallback = vocabulary::entry("questions", key).map_or(key, |entry| entry.short(cx.lang));
        let (short, long) = inquiry::head(key, cx.lang).unwrap_or((fallback, fallback));
        let head = if width(long) <= table.head() { long } else { short };
        let here = at == matrix.column && !matrix.on_landscape();
        let style = if here { theme.title_focused } else { theme.quiet };
        write(buf, table.x(at), y, head, table.head(), style);
    }
}

fn draw_networks(
    matrix: &Matrix,
    cx: &Context,
    theme: &Theme,
    list: Rect,
    table: Table,
    buf: &mut Buffer,
) -> Option<Position> {
    let count = matrix.networks().count();
    if count == 0 {
        write(buf, list.x + 1, list.y, cx.texts.inquiry.nothing_fits, usize::from(list.width - 2), theme.quiet);
        return Some(Position { x: list.x, y: list.y });
    }
    let height = usize::from(list.height).max(1);
    let row = matrix.row.saturating_sub(1);
    let top = row.saturating_sub(height / 2).min(count.saturating_sub(height));
    let mut cursor = None;
    for (y, (at, line)) in (list.y..list.bottom()).zip(matrix.networks().enumerate().skip(top)) {
        let here = at + 1 == matrix.row;
        let place = Rect { y, height: 1, ..list };
        draw_line(line, here.then_some(matrix.column), theme, place, table, buf);
        if here {
            cursor = Some(Position { x: table.x(matrix.column), y });
        }
    }
    cursor
}

fn draw_line(line: &Line, selected: Option<usize>, theme: &Theme, place: Rect, table: Table, buf: &mut Buffer) {
    let here = selected.is_some();
    let names = usize::from(table.names);
    write(buf, place.x + 1, place.y, &line.name, names, if here { theme.strong } else { theme.plain });
    for (at, cell) in line.cells.iter().enumerate() {
        let cells = Rect { x: table.x(at), width: table.cell, ..place };
        draw_sign(cell, selected == Some(at), theme, cells, buf);
    }
    let right = Rect { width: place.width - 1, ..place };
    write_right(buf, right, place.y, &progress(line.done, line.of), theme.quiet);
    if here {
        write(buf, place.x, place.y, theme.marker, 1, theme.title_focused);
    }
}

/// One sign, with `!` where hand and data do not fit. Gives the columns used.
fn draw_sign(cell: &Cell, selected: bool, theme: &Theme, place: Rect, buf: &mut Buffer) -> u16 {
    let doubt = cell.doubt.as_ref().is_some_and(|doubt| !doubt.is_note());
    let text = match (doubt, place.width) {
        (true, 1) => "!".to_owned(),
        (true, _) => format!("{}!", cell.sign),
        _ => cell.sign.to_owned(),
    };
    let style = if doubt {
        theme.warn
    } else if cell.status.to_ask() {
        theme.plain
    } else {
        theme.good
    };
    let used = write(buf, place.x, place.y, &text, usize::from(place.width), style);
    if selected {
        let columns = if place.width >= 3 { 2 } else { 1 };
        buf.set_style(
            Rect { width: columns, ..place },
            theme.selected.add_modifier(ratatui::style::Modifier::REVERSED),
        );
    }
    used
}

fn draw_themes(
    matrix: &Matrix,
    cx: &Context,
    theme: &Theme,
    list: Rect,
    table: Table,
    buf: &mut Buffer,
) -> Option<Position> {
    let height = usize::from(list.height).max(1);
    let top = matrix.row.saturating_sub(height / 2).min(matrix.themes.len().saturating_sub(height));
    let mut cursor = None;
    for (y, (at, one)) in (list.y..list.bottom()).zip(matrix.themes.iter().enumerate().skip(top)) {
        let here = at == matrix.row;
        let style = if here { theme.strong } else { theme.plain };
        let mark = if one.focus { format!(" ({})", cx.texts.inquiry.focus) } else { String::new() };
        let name = format!("{} {}{mark}", one.name, one.networks);
        write(buf, list.x + 1, y, &name, usize::from(table.names), style);
        for (question, share) in one.shares.iter().enumerate() {
            let place = Rect { x: table.x(question), y, width: table.cell, height: 1 };
            let selected = here && question == matrix.column;
            draw_share(share.percent(), selected, theme, place, buf);
        }
        let all = one.all.percent().map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"));
        write_right(buf, Rect { width: list.width - 1, ..list }, y, &all, theme.quiet);
        if here {
            write(buf, list.x, y, theme.marker, 1, theme.title_focused);
            cursor = Some(Position { x: table.x(matrix.column), y });
        }
    }
    cursor
}

/// A share: percents where there is room, else a sign that fills up.
fn draw_share(percent: Option<usize>, selected: bool, theme: &Theme, place: Rect, buf: &mut Buffer) {
    let text = match percent {
        None => "–".to_owned(),
        // Three digits would touch the next column.
        Some(100) if place.width == 3 => "●".to_owned(),
        Some(percent) if place.width >= 3 => percent.to_string(),
        Some(0) => "·".to_owned(),
        Some(100) => "●".to_owned(),
        Some(percent) if percent < 34 => "◔".to_owned(),
        Some(percent) if percent < 67 => "◑".to_owned(),
        Some(_) => "◕".to_owned(),
    };
    let style: Style = if percent == Some(100) { theme.good } else { theme.plain };
    let used = write(buf, place.x, place.y, &text, usize::from(place.width), style);
    if selected {
        let cells = Rect { width: used.max(1), ..place };
        buf.set_style(cells, theme.selected.add_modifier(ratatui::style::Modifier::REVERSED));
    }
}

fn draw_sums(matrix: &Matrix, cx: &Context, theme: &Theme, place: Rect, table: Table, buf: &mut Buffer) {
    write(buf, place.x + 1, place.y, cx.texts.inquiry.sum, usize::from(table.names), theme.quiet);
    for (at, share) in matrix.sums.iter().enumerate() {
        draw_share(share.percent(), false, theme, Rect { x: table.x(at), width: table.cell, ..place }, buf);
    }
    if let Some(percent) = matrix.sum().percent() {
        let right = Rect { width: place.width - 1, ..place };
        write_right(buf, right, place.y, &format!("{percent} %"), theme.quiet);
    }
}
