//! The map: a picture or the matrix, and below it in words what is selected, whom it is tied to, and what the signs mean.

mod canvas;
mod matrix;
mod picture;
mod signs;
mod words;

use super::brush::{layer, write};
use super::theme::Theme;
use crate::app::Context;
use crate::app::map::{Map, View};
use crate::calendar::show_date;
use crate::i18n::fill;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) fn draw(map: &Map, cx: &Context, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let heading = heading(map, cx);
    let inside = layer(buf, area, &heading, theme);
    let body = words::draw(map, cx, theme, inside, buf);
    let cursor = if map.is_known() && map.graph.nodes.is_empty() {
        say(cx.texts.map.empty, theme, body, buf)
    } else if map.is_known() && map.view == View::Matrix {
        matrix::draw(map, cx, theme, body, buf)
    } else if map.places().is_some() {
        picture::draw(map, theme, body, buf)
    } else {
        say(&fill(cx.texts.map.working, &[&map.percent().to_string()]), theme, body, buf)
    };
    if map.types() {
        let x = area.x + 3 + u16::try_from(width(&heading)).unwrap_or(0);
        return Some(Position { x: x.min(area.right().saturating_sub(1)), y: area.y });
    }
    cursor
}

fn say(text: &str, theme: &Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
    write(buf, body.x + 1, body.y, text, usize::from(body.width.saturating_sub(1)), theme.quiet);
    Some(Position { x: body.x, y: body.y })
}

/// Title, view, what it is narrowed to.
fn heading(map: &Map, cx: &Context) -> String {
    let texts = &cx.texts.map;
    let view = match map.view {
        View::Networks => texts.networks,
        View::Both => texts.both,
        View::Matrix => texts.matrix,
    };
    let mut heading = format!("{} · {view}", texts.title);
    if let Some(day) = map.then() {
        heading.push_str(&format!(" · {}", fill(texts.beside, &[&show_date(day, cx.lang)])));
    }
    if let Some((middle, steps)) = map.around {
        let name = map.graph.nodes.get(middle).map_or("", |node| words::brief(node));
        let around = if steps == 1 { texts.around_one } else { texts.around_two };
        heading.push_str(&format!(" · {around} {name}"));
    }
    if map.types() || !map.line.text().is_empty() {
        heading.push_str(&format!(" /{}", map.line.text()));
    }
    heading
}
