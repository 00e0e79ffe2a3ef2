//! The picture: ties as braille lines, nodes as signs, names where they find room. Ties of the selected node and of the way
//! lie above the others.

use super::canvas::{Canvas, whole};
use super::signs::style;
use super::words::sign_of;
use crate::analysis::map::difference::Mark;
use crate::analysis::map::labels::{Wish, names, place};
use crate::app::map::{Map, View};
use crate::arrange::Arrange as _;
use crate::landscape::Kind;
use crate::text::width;
use crate::ui::brush::write;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// So many of the selected node's ties are drawn: the strongest.
const CLOSE: usize = 10;
/// Up to so many ties that are new or gone, all of them are drawn.
const FEW: usize = 40;
/// From so many members on a network is named before others.
const LARGE: usize = 14;
/// Names are cut beyond so many columns.
const LONGEST: usize = 30;

pub(super) fn draw(map: &Map, theme: &Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
    let dots = (usize::from(body.width) * 2, usize::from(body.height) * 4);
    let (sheet, places) = (map.sheet(dots.0, dots.1)?, map.places()?);
    let at: Vec<Option<(f64, f64)>> =
        places.iter().enumerate().map(|(node, place)| map.shows(node).then(|| sheet.dot(*place))).collect();
    draw_ties(map, &at, theme, body, buf);
    let cell = |node: usize| -> Option<(usize, usize)> {
        let (x, y) = at.get(node).copied().flatten()?;
        let (x, y) = (whole(x)? / 2, whole(y)? / 4);
        (x < usize::from(body.width) && y < usize::from(body.height)).then_some((x, y))
    };
    let ranked: Vec<(usize, (usize, usize))> =
        by_importance(map).into_iter().filter_map(|node| Some((node, cell(node)?))).collect();
    // The least important first, so that a sign is never hidden by one that matters less.
    for (node, (x, y)) in ranked.iter().rev() {
        draw_sign(map, *node, screen(body, *x, *y), theme, buf);
    }
    draw_names(map, &ranked, theme, body, buf);
    let (x, y) = map.here.and_then(cell)?;
    let (x, y) = screen(body, x, y);
    Some(Position { x, y })
}

fn screen(body: Rect, x: usize, y: usize) -> (u16, u16) {
    (body.x + u16::try_from(x).unwrap_or(0), body.y + u16::try_from(y).unwrap_or(0))
}

/// The selected one, the way, its neighbours, then by size.
fn by_importance(map: &Map) -> Vec<usize> {
    let centre = map.hub().or(map.here);
    let near: Vec<usize> =
        centre.map_or_else(Vec::new, |here| map.nearest(here).into_iter().map(|near| near.0).collect());
    let rank = |node: &usize| {
        let weight = map.graph.nodes.get(*node).map_or(0, |node| node.weight);
        let first = match () {
            () if map.here == Some(*node) => 0,
            () if map.way.contains(node) => 1,
            () if map.hub() == Some(*node) => 2,
            () if map.way.is_empty() && near.iter().take(CLOSE).any(|near| near == node) => 3,
            () if !map.fits(*node) => 5,
            () => 4,
        };
        (first, std::cmp::Reverse(weight), *node)
    };
    let mut all: Vec<usize> = (0..map.graph.nodes.len()).collect();
    all.arrange_by_key(rank);
    all
}

fn draw_ties(map: &Map, at: &[Option<(f64, f64)>], theme: &Theme, body: Rect, buf: &mut Buffer) {
    // Around one node and on a large sheet all ties find room; else the strongest of each.
    let most = match map.view {
        _ if map.around.is_some() => 1,
        View::Networks if body.width >= 110 => 2,
        View::Networks => 1,
        _ if body.width >= 150 => 2,
        _ => 1,
    };
    let kept = map.graph.backbone(most);
    let centre = map.hub().or(map.here);
    let near: Vec<usize> =
        centre.map_or_else(Vec::new, |here| map.nearest(here).into_iter().map(|near| near.0).collect());
    let strongest = near.get(..CLOSE.min(near.len())).unwrap_or(&[]);
    let other = |a: usize, b: usize| if centre == Some(a) { b } else { a };
    let [mut quiet, mut close, mut strong] = [Canvas::over(body), Canvas::over(body), Canvas::over(body)];
    // Of many ties that are new or gone, only the strong ones, and those of networks that are so themselves.
    let told = map.marks.1.iter().filter(|mark| **mark != Mark::Same).count() <= FEW;
    let at_change = |node: usize| map.mark(node) != Mark::Same;
    let [mut come, mut left] = [Canvas::over(body), Canvas::over(body)];
    for (place, tie) in map.graph.ties.iter().enumerate() {
        let dot = |node: usize| at.get(node).copied().flatten();
        let (Some(a), Some(b)) = (dot(tie.a), dot(tie.b)) else { continue };
        let shown =
            map.way.is_empty() && (told || kept.get(place) == Some(&true) || at_change(tie.a) || at_change(tie.b));
        match map.marks.1.get(place).filter(|_| shown) {
            Some(Mark::New) => come.line(a, b, 1),
            // Gone: broken lines, so that nothing rests on colour.
            Some(Mark::Gone) => left.line(a, b, 4),
            _ => {}
        }
        let touches = centre.is_some_and(|here| tie.a == here || tie.b == here);
        let touches = touches && strongest.contains(&other(tie.a, tie.b));
        if map.on_way(tie.a, tie.b) {
            strong.line(a, b, 1);
        } else if touches && map.way.is_empty() {
            close.line(a, b, 1);
        } else if kept.get(place).copied().unwrap_or(false) && map.way.is_empty() {
            quiet.line(a, b, if map.view == View::Networks { 2 } else { 3 });
        }
    }
    quiet.draw(theme.border, buf);
    left.draw(theme.warn, buf);
    come.draw(theme.good, buf);
    close.draw(theme.name, buf);
    strong.draw(theme.title_focused, buf);
}

fn draw_names(map: &Map, ranked: &[(usize, (usize, usize))], theme: &Theme, body: Rect, buf: &mut Buffer) {
    let wish = |(node, (x, y)): &(usize, (usize, usize))| {
        let aside = !map.way.is_empty() && !map.way.contains(node);
        let found = (map.fits(*node) && !aside).then(|| map.graph.nodes.get(*node)).flatten();
        let most = LONGEST.min(usize::from(body.width) / 3);
        let names = found.map_or_else(Vec::new, |node| names(&node.name, &node.short, most));
        Wish { x: *x, y: *y, wide: 1, names, first: comes_first(map, *node) }
    };
    let wishes: Vec<Wish> = ranked.iter().map(wish).collect();
    for label in place(&wishes, usize::from(body.width), usize::from(body.height)) {
        let Some((node, _)) = ranked.get(label.of) else { continue };
        let style = match () {
            () if map.here == Some(*node) => theme.selected,
            () if map.way.contains(node) || map.hub() == Some(*node) => theme.strong,
            () if map.line.text().is_empty() => theme.plain,
            () => theme.matched,
        };
        let (x, y) = screen(body, label.x, label.y);
        fresh(buf, x, y, width(&label.text));
        let used = write(buf, x, y, &label.text, usize::from(body.right().saturating_sub(x)), style);
        // No line runs into the name.
        for beside in [x.checked_sub(1), Some(x + used)].into_iter().flatten() {
            let inside = beside >= body.x && beside < body.right();
            if inside && buf.cell((beside, y)).is_some_and(|cell| is_line(cell.symbol())) {
                fresh(buf, beside, y, 1);
            }
        }
    }
}

/// Names that may cover the signs of lesser nodes: of the selected one and, among all actors, of the large networks.
fn comes_first(map: &Map, node: usize) -> bool {
    let large = || map.graph.nodes.get(node).is_some_and(|node| node.kind == Kind::Network && node.weight >= LARGE);
    map.here == Some(node)
        || map.way.contains(&node)
        || map.view == View::Both && map.around.is_none() && map.way.is_empty() && large()
}

fn draw_sign(map: &Map, node: usize, (x, y): (u16, u16), theme: &Theme, buf: &mut Buffer) {
    let Some(found) = map.graph.nodes.get(node) else { return };
    let aside = !map.way.is_empty() && !map.way.contains(&node);
    let quiet = aside || !map.fits(node);
    let looks = match map.mark(node) {
        _ if quiet => theme.quiet,
        Mark::Same => style(found, theme),
        Mark::New => theme.good,
        Mark::Gone => theme.warn,
    };
    let looks = if map.here == Some(node) { looks.patch(theme.selected) } else { looks };
    fresh(buf, x, y, 1);
    write(buf, x, y, if aside { "·" } else { sign_of(map, node) }, 1, looks);
}

/// Takes away what was drawn there, its style too.
fn fresh(buf: &mut Buffer, x: u16, y: u16, columns: usize) {
    for x in (x..buf.area.right()).take(columns) {
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.reset();
        }
    }
}

fn is_line(symbol: &str) -> bool {
    symbol.chars().next().is_some_and(|sign| ('\u{2800}'..='\u{28FF}').contains(&sign))
}
