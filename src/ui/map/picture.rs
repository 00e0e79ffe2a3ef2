//! The picture: ties as braille lines, nodes as signs, names where they find room. Ties of the selected node and of the way
//! lie above the others.

use super::canvas::{Canvas, whole};
use super::signs::style;
use super::words::sign_of;
use crate::analysis::map::labels::{Wish, names, place};
use crate::app::map::{Map, View};
use crate::ui::brush::write;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

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
    draw_names(map, &ranked, theme, body, buf);
    // The least important first, so that a sign is never hidden by one that matters less.
    for (node, (x, y)) in ranked.iter().rev() {
        draw_sign(map, *node, screen(body, *x, *y), theme, buf);
    }
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
    let near: Vec<usize> = centre.map_or_else(Vec::new, |here| map.nearest(here).into_iter().map(|near| near.0).collect());
    let rank = |node: &usize| {
        let weight = map.graph.nodes.get(*node).map_or(0, |node| node.weight);
        let first = match () {
            () if map.here == Some(*node) => 0,
            () if map.way.contains(node) => 1,
            () if map.hub() == Some(*node) => 2,
            () if map.way.is_empty() && near.iter().take(12).any(|near| near == node) => 3,
            () if !map.fits(*node) => 5,
            () => 4,
        };
        (first, std::cmp::Reverse(weight), *node)
    };
    let mut all: Vec<usize> = (0..map.graph.nodes.len()).collect();
    all.sort_by_key(rank);
    all
}

fn draw_ties(map: &Map, at: &[Option<(f64, f64)>], theme: &Theme, body: Rect, buf: &mut Buffer) {
    // Around one node and on a large sheet all ties find room; else the strongest of each.
    let most = match map.view {
        _ if map.around.is_some() => 6,
        View::Networks if body.width >= 150 => 3,
        View::Networks => 2,
        _ if body.width >= 110 => 3,
        _ => 1,
    };
    let kept = map.graph.backbone(most);
    let centre = map.hub().or(map.here);
    let [mut quiet, mut near, mut strong] = [Canvas::over(body), Canvas::over(body), Canvas::over(body)];
    for (place, tie) in map.graph.ties.iter().enumerate() {
        let dot = |node: usize| at.get(node).copied().flatten();
        let (Some(a), Some(b)) = (dot(tie.a), dot(tie.b)) else { continue };
        let touches = centre.is_some_and(|here| tie.a == here || tie.b == here);
        if map.on_way(tie.a, tie.b) {
            strong.line(a, b, 1);
        } else if touches && map.way.is_empty() {
            near.line(a, b, 1);
        } else if kept.get(place).copied().unwrap_or(false) && map.way.is_empty() {
            quiet.line(a, b, 3);
        }
    }
    quiet.draw(theme.border, buf);
    near.draw(theme.name, buf);
    strong.draw(theme.title_focused, buf);
}

fn draw_names(map: &Map, ranked: &[(usize, (usize, usize))], theme: &Theme, body: Rect, buf: &mut Buffer) {
    let wish = |(node, (x, y)): &(usize, (usize, usize))| {
        let named = map.fits(*node).then(|| map.graph.nodes.get(*node)).flatten();
        let most = LONGEST.min(usize::from(body.width) / 3);
        let names = named.map_or_else(Vec::new, |node| names(&node.name, &node.short, most));
        Wish { x: *x, y: *y, wide: 1, names }
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
        write(buf, x, y, &label.text, usize::from(body.right().saturating_sub(x)), style);
    }
}

fn draw_sign(map: &Map, node: usize, (x, y): (u16, u16), theme: &Theme, buf: &mut Buffer) {
    let Some(found) = map.graph.nodes.get(node) else { return };
    let quiet = !map.fits(node) || !map.way.is_empty() && !map.way.contains(&node);
    let looks = if quiet { theme.quiet } else { style(found, theme) };
    let looks = if map.here == Some(node) { looks.patch(theme.selected) } else { looks };
    write(buf, x, y, sign_of(map, node), 1, looks);
}
