//! What the map says in words: the selected node, whom it is tied to, the way, the meaning of the signs.

use super::signs::{SIGNS, changed, sign, style};
use crate::analysis::map::Node;
use crate::analysis::map::difference::Mark;
use crate::app::Context;
use crate::app::map::{Map, View};
use crate::i18n::fill;
use crate::landscape::{Kind, vocabulary};
use crate::text::{clean, width, wrap};
use crate::ui::brush::write;
use crate::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines of words on a tall screen, and on a low one.
const LINES: (u16, u16) = (4, 2);

/// Draws the words below. Gives the place left for the picture.
pub(super) fn draw(map: &Map, cx: &Context, theme: &Theme, inside: Rect, buf: &mut Buffer) -> Rect {
    let lines = if inside.height >= 16 { LINES.0 } else { LINES.1 };
    let rows = lines + 1;
    if inside.height < rows + 4 {
        return inside;
    }
    let top = inside.bottom() - rows;
    let columns = usize::from(inside.width.saturating_sub(2));
    write(buf, inside.x, top, &"┄".repeat(columns + 2), columns + 2, theme.border);
    let x = inside.x + 1;
    let mut y = top + 1;
    if let Some(node) = map.here.and_then(|here| map.graph.nodes.get(here)) {
        let sign = map.here.map_or("", |here| sign_of(map, here));
        let used = write(buf, x, y, sign, 1, style(node, theme)) + 1;
        let name = clean(&node.name);
        let used = used + write(buf, x + used, y, &name, columns - 1, theme.strong);
        let room = columns.saturating_sub(usize::from(used));
        let state = match map.here.map(|here| map.mark(here)) {
            Some(Mark::New) => format!(" · {}", cx.texts.map.is_new),
            Some(Mark::Gone) => format!(" · {}", cx.texts.map.is_gone),
            _ => String::new(),
        };
        write(buf, x + used, y, &format!("{state} · {}", facts(node, cx)), room, theme.plain);
        y += 1;
    }
    let legend = u16::from(lines == LINES.0);
    let said = if map.way.is_empty() { ties(map, cx, columns * usize::from(lines - 1 - legend)) } else { way(map, cx) };
    let looks = if map.way.is_empty() { theme.plain } else { theme.strong };
    let room = usize::from(lines - 1 - legend);
    // Where there is but one line, it says by `…` that there is more.
    let wrapped = if room == 1 { vec![said.as_str()] } else { wrap(&said, columns) };
    for line in wrapped.into_iter().take(room) {
        write(buf, x, y, line, columns, looks);
        y += 1;
    }
    if legend == 1 {
        write(buf, x, inside.bottom() - 1, &key(map, cx, theme, columns), columns, theme.quiet);
    }
    Rect { height: inside.height - rows, ..inside }
}

/// The sign of a node of the map.
pub(super) fn sign_of(map: &Map, node: usize) -> &'static str {
    changed(map.mark(node)).or_else(|| map.graph.nodes.get(node).map(sign)).unwrap_or("")
}

/// Its abbreviation, or its name.
pub(super) fn brief(node: &Node) -> &str {
    if node.short.is_empty() { &node.name } else { &node.short }
}

/// Kind, group, size.
fn facts(node: &Node, cx: &Context) -> String {
    let texts = &cx.texts.map;
    let record = cx.data.store().get(node.kind, &node.id);
    let kind = |list, field| record.map_or("", |record| vocabulary::label(list, record.text(field), cx.lang));
    let count = node.weight.to_string();
    let (kind, group, size) = match node.kind {
        Kind::Network => (
            kind("network_kind", crate::landscape::network::KIND),
            vocabulary::label("theme", &node.group, cx.lang),
            if node.weight == 1 { texts.member.to_owned() } else { fill(texts.members, &[&count]) },
        ),
        _ => (
            kind("actor_kind", crate::landscape::actor::KIND),
            vocabulary::label("sector", &node.group, cx.lang),
            if node.weight == 1 { texts.sits_one.to_owned() } else { fill(texts.sits, &[&count]) },
        ),
    };
    [kind, group, &size].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Whom the selected node is tied to, the strongest first, as many as fit.
fn ties(map: &Map, cx: &Context, room: usize) -> String {
    let texts = &cx.texts.map;
    let Some(here) = map.here else { return String::new() };
    if map.view == View::Matrix {
        return seat(map, cx);
    }
    let near = map.nearest(here);
    if near.is_empty() {
        return texts.alone.to_owned();
    }
    let mut said = format!("{}: ", texts.tied);
    for (at, (node, shared)) in near.iter().enumerate() {
        let name = map.graph.nodes.get(*node).map_or("", brief);
        let shared = if map.view == View::Networks { format!(" ({shared})") } else { String::new() };
        let one = format!("{}{}{shared}", if at == 0 { "" } else { ", " }, clean(name));
        if at > 0 && width(&said) + width(&one) + 18 > room {
            let left = near.len() - at;
            said.push_str(&format!(" {}", fill(texts.more, &[&left.to_string()])));
            break;
        }
        said.push_str(&one);
    }
    said
}

/// What the cell of the matrix says.
fn seat(map: &Map, cx: &Context) -> String {
    let row = map.order().rows.get(map.cell.0).copied();
    let column = map.order().columns.get(map.cell.1).copied();
    let (Some(row), Some(column)) = (row, column) else { return String::new() };
    let name = |at: usize| map.graph.nodes.get(at).map_or("", |node| node.name.as_str());
    let sits = map.graph.near(row).iter().any(|(actor, _)| *actor == column);
    let said = if sits { cx.texts.map.seat } else { cx.texts.map.no_seat };
    format!("{} × {}: {said}", clean(name(row)), clean(name(column)))
}

fn way(map: &Map, cx: &Context) -> String {
    let names: Vec<String> = map
        .way
        .iter()
        .filter_map(|node| map.graph.nodes.get(*node))
        .map(|node| clean(&node.name).into_owned())
        .collect();
    format!("{}: {}", cx.texts.map.way, names.join(" → "))
}

/// What the signs mean, and how much of the landscape is recorded; where there is no room for all of it, the latter.
fn key(map: &Map, cx: &Context, theme: &Theme, columns: usize) -> String {
    let texts = &cx.texts.map;
    let small = |kind: usize| SIGNS.get(kind).map_or("", |[small, _]| *small);
    let mut parts = vec![format!("{} {}", small(0), texts.network), format!("{} {}", small(1), texts.committee)];
    if map.view != View::Networks {
        parts.push(format!("{} {}", small(2), texts.actor));
    }
    if map.then().is_some() {
        parts.push(texts.changed.to_owned());
    }
    let signs = parts.len();
    parts.push(texts.large.to_owned());
    if !theme.groups.is_empty() {
        parts.push(texts.by_theme.to_owned());
    }
    if map.is_known() {
        let (with, all) = map.recorded();
        parts.push(fill(texts.recorded, &[&with.to_string(), &all.to_string()]));
    }
    while parts.len() > signs + 1 && width(&parts.join(" · ")) > columns {
        parts.remove(parts.len() - 2);
    }
    parts.join(" · ")
}
