//! Draws a card: the subtitle, facts with their labels in a column, sections of items under quiet headings. The name of
//! the record stands in the border, which the caller draws. Everything here follows from the card and the width alone.

mod line;

use super::brush::put;
use super::theme::Theme;
use crate::app::card::{Card, Row, Tone};
use crate::text;
use line::{Line, fit_one, lines};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// The column in front: the marker of the selected line.
const GUTTER: usize = 1;
/// Between label and value.
const GAP: usize = 1;
/// The narrowest and the widest column of labels.
const LABEL: (usize, usize) = (10, 16);
/// Narrower than this, labels stand above their values.
const STACKED: usize = 34;
/// Narrower than this, labels of several words take several lines, to leave room for the values.
const ROOMY: usize = 56;
/// How far an item hangs behind its first line.
const HANG: usize = 2;

/// The width of the column of labels of a card, as it is drawn in a width; 0 where labels stand above their values.
#[must_use]
pub fn label_width(card: &Card, width: usize) -> usize {
    if width < STACKED {
        return 0;
    }
    let labels = card.rows.iter().map(|row| row.label.as_str());
    let widest = if width < ROOMY {
        labels.flat_map(str::split_whitespace).map(text::width).max()
    } else {
        labels.map(text::width).max()
    };
    let widest = widest.unwrap_or(0);
    widest.clamp(LABEL.0, LABEL.1)
}

/// The lines a row takes on a screen of `width` columns with labels of `label` columns ([`label_width`]).
#[must_use]
pub fn height(row: &Row, width: usize, label: usize) -> usize {
    if takes_one_line(row, width, label) { 1 } else { laid_out(row, width, label).len() }
}

/// Whether a row takes one line for certain: most do, and need not be laid out to know it.
fn takes_one_line(row: &Row, width: usize, label: usize) -> bool {
    if row.heading || row.item {
        return fit_one(&row.spans, GUTTER, width);
    }
    let labelled = label > 0 && text::plain_width(&row.label).is_some_and(|wide| wide <= label);
    labelled && fit_one(&row.spans, GUTTER + label + GAP, width)
}

/// The lines the subtitle takes.
fn subtitle_height(card: &Card, width: usize) -> usize {
    if card.subtitle.is_empty() { 0 } else { subtitle(card, width).len() }
}

/// The line of the screen on which a row begins when the card is scrolled to `top`; none above it.
#[must_use]
pub fn place(card: &Card, row: usize, top: usize, width: usize) -> Option<u16> {
    let label = label_width(card, width);
    let before: usize = card.rows.iter().take(row).map(|row| height(row, width, label)).sum();
    u16::try_from((subtitle_height(card, width) + before).checked_sub(top)?).ok()
}

/// The first line of the screen to show so that the selected row is seen whole, moving as little as possible from `top`.
/// The first rows bring the subtitle with them, the first row of a section its heading.
#[must_use]
pub fn scroll(card: &Card, selected: Option<usize>, top: usize, width: usize, rows: usize) -> usize {
    if selected.is_none() && top == 0 {
        return 0;
    }
    let label = label_width(card, width);
    let heights: Vec<usize> = card.rows.iter().map(|row| height(row, width, label)).collect();
    let before = |at: usize| subtitle_height(card, width) + heights.iter().take(at).sum::<usize>();
    let total = before(heights.len());
    let top = top.min(total.saturating_sub(rows));
    let Some(at) = selected.filter(|at| *at < heights.len()) else { return top };
    let mut first = at;
    while first > 0 && card.rows.get(first - 1).is_some_and(|row| row.heading) {
        first -= 1;
    }
    let (start, end) = (before(at), before(at + 1));
    let from = if first == 0 { 0 } else { before(first) };
    match end.saturating_sub(rows) {
        lowest if lowest <= from => top.clamp(lowest, from),
        lowest if lowest <= start => top.clamp(lowest, start),
        lowest => top.clamp(start, lowest),
    }
}

/// Draws the card from line `top` on. Gives back where the selected row begins, for the cursor.
pub fn draw(
    card: &Card,
    selected: Option<usize>,
    top: usize,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let width = usize::from(area.width);
    let label = label_width(card, width);
    let (first, skipped) = above(card, top, width, label);
    let head = if first == 0 { subtitle_height(card, width) } else { 0 };
    let head = subtitle(card, width).into_iter().take(head).map(|line| (line, false));
    let body = card.rows.iter().enumerate().skip(first).flat_map(|(at, row)| {
        let marked = selected == Some(at);
        laid_out(row, width, label).into_iter().map(move |line| (line, marked))
    });
    let mut cursor = None;
    for ((line, marked), y) in head.chain(body).skip(skipped).zip(area.top()..area.bottom()) {
        paint(&line, marked, theme, Rect { y, height: 1, ..area }, buf);
        if marked {
            cursor.get_or_insert(Position { x: area.x, y });
        }
    }
    cursor
}

/// How many rows lie above line `top` as a whole, and how many lines of the next are above it; those of the subtitle where
/// no row is. What is above the screen is measured, not laid out.
fn above(card: &Card, top: usize, width: usize, label: usize) -> (usize, usize) {
    let mut start = subtitle_height(card, width);
    let mut first = 0;
    for row in &card.rows {
        let end = start + height(row, width, label);
        if end > top {
            break;
        }
        (first, start) = (first + 1, end);
    }
    (first, if first == 0 { top } else { top.saturating_sub(start) })
}

fn subtitle(card: &Card, width: usize) -> Vec<Line> {
    let row = Row::item().say(&card.subtitle, Tone::Quiet);
    lines(&row.spans, GUTTER, GUTTER, width)
}

/// A row as lines of the screen, its label in front.
fn laid_out(row: &Row, width: usize, label: usize) -> Vec<Line> {
    if row.heading {
        return heading(row, width);
    }
    if row.item {
        let prose = row.spans.len() == 1 && row.at.as_ref().is_some_and(|at| matches!(at.field, Some((_, None))));
        return lines(&row.spans, GUTTER, GUTTER + if prose { 0 } else { HANG }, width);
    }
    if label == 0 {
        let mut all = if row.label.is_empty() { Vec::new() } else { vec![Line::of(&row.label, GUTTER, Tone::Quiet)] };
        all.extend(lines(&row.spans, GUTTER + HANG, GUTTER + HANG, width));
        return all;
    }
    let start = GUTTER + label + GAP;
    let mut all = lines(&row.spans, start, start, width);
    let label_lines = text::clean(&row.label);
    for (at, part) in text::wrap(&label_lines, label).into_iter().enumerate().filter(|(_, part)| !part.is_empty()) {
        match all.get_mut(at) {
            Some(line) => line.put_before(part, GUTTER, Tone::Quiet),
            None => all.push(Line::of(part, GUTTER, Tone::Quiet)),
        }
    }
    all
}

/// A heading with a thin rule to the right edge.
fn heading(row: &Row, width: usize) -> Vec<Line> {
    let mut all = lines(&row.spans, GUTTER, GUTTER, width);
    if let Some(last) = all.last_mut() {
        let room = width.saturating_sub(last.end() + 2);
        last.add(&format!(" {}", "─".repeat(room)), Tone::Quiet);
    }
    all
}

fn paint(line: &Line, marked: bool, theme: &Theme, area: Rect, buf: &mut Buffer) {
    if marked {
        buf.set_style(area, theme.selected);
        buf.set_stringn(area.x, area.y, theme.marker, GUTTER, theme.selected);
    }
    for (column, words, tone) in line.pieces() {
        let Some(room) = usize::from(area.width).checked_sub(column) else { continue };
        let style = if marked { emphasis(theme.tone(tone)).patch(theme.selected) } else { theme.tone(tone) };
        let x = area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
        put(buf, x, area.y, words, room, style);
    }
}

/// What is left of a tone on a selected line: weight, no colour and no dimness, so that it can be read.
fn emphasis(style: Style) -> Style {
    Style { fg: None, bg: None, ..style }.remove_modifier(ratatui::style::Modifier::DIM)
}
