//! The map as SVG for documents: light ground, signs that read in black and white, generic fonts, nothing from elsewhere.
//! Well-formed whatever the data hold. Knows no files.

use crate::analysis::map::labels::{Wish, names, place};
use crate::analysis::map::layout::corners;
use crate::analysis::map::{Graph, Node, Point};
use crate::arrange::Arrange as _;
use crate::i18n::Lang;
use crate::landscape::{Kind, vocabulary};
use crate::text::{clean, width};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Width and height of the picture in px.
const PAGE: (f64, f64) = (1400.0, 900.0);
/// A cell of the grid in which names are placed, in px.
const CELL: (f64, f64) = (7.0, 15.0);
/// Room for the title, for the legend, and at the sides, in px.
const ROOM: (f64, f64, f64) = (64.0, 70.0, 40.0);
/// Of networks with more ties than this, only the strongest of each are drawn, so many.
const BACKBONE: (usize, usize) = (400, 3);
/// Colours that stand out on white and are told apart by people with red-green weakness (Okabe & Ito, 2008).
const COLOURS: [&str; 6] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];
/// The colour of everything else.
const GREY: &str = "#5f5f5f";

/// What the picture shows.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'g> {
    /// The graph.
    pub graph: &'g Graph,
    /// Where its nodes lie.
    pub places: &'g [Point],
    /// The node in the middle, if only its surroundings are shown.
    pub focus: Option<usize>,
    /// The heading.
    pub title: &'g str,
    /// What it holds for and how to read it.
    pub note: &'g str,
}

/// The picture as text.
#[must_use]
pub fn svg(picture: &Picture, lang: Lang) -> String {
    let graph = picture.graph;
    let at = on_page(picture.places);
    let themes = themes(graph);
    let ((wide, high), side) = (PAGE, ROOM.2);
    let (title, note) = (escaped(picture.title), escaped(picture.note));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n<title>{title}</title>\n\
         <rect width=\"{wide}\" height=\"{high}\" fill=\"#ffffff\"/>\n\
         <text x=\"{side}\" y=\"32\" font-size=\"20\" font-weight=\"bold\">{title}</text>\n\
         <text x=\"{side}\" y=\"52\" fill=\"{GREY}\">{note}</text>\n"
    );
    draw_ties(graph, &at, &mut out);
    let weight = |node: &usize| graph.nodes.get(*node).map_or(0, |node| node.weight);
    let mut ranked: Vec<usize> = (0..graph.nodes.len()).collect();
    ranked.arrange_by_key(|node| (picture.focus != Some(*node), Reverse(weight(node)), *node));
    for node in ranked.iter().rev() {
        if let (Some(found), Some(place)) = (graph.nodes.get(*node), at.get(*node)) {
            draw_node(found, *place, colour(found, &themes), &mut out);
        }
    }
    draw_names(graph, &ranked, &at, picture.focus, &mut out);
    draw_legend(graph, &themes, lang, &mut out);
    out.push_str("</svg>\n");
    out
}

/// The places on the page: as large as it allows, wider where there is room.
fn on_page(places: &[Point]) -> Vec<Point> {
    let (low, high) = corners(places);
    // Names stand to the right of their signs.
    let room = (PAGE.0 - 2.0 * ROOM.2 - 80.0, PAGE.1 - ROOM.0 - ROOM.1 - 20.0);
    let fit = (room.0 / (high.x - low.x).max(0.5), room.1 / (high.y - low.y).max(0.5));
    let least = fit.0.min(fit.1);
    let scale = (fit.0.min(least * 1.6), fit.1.min(least * 1.6));
    let middle = (f64::midpoint(low.x, high.x), f64::midpoint(low.y, high.y));
    let on = |place: &Point| Point {
        x: PAGE.0 / 2.0 - 40.0 + (place.x - middle.0) * scale.0,
        y: ROOM.0 + 10.0 + room.1 / 2.0 + (place.y - middle.1) * scale.1,
    };
    places.iter().map(on).collect()
}

/// The themes most networks have, with their colours.
fn themes(graph: &Graph) -> Vec<(String, &'static str)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for node in graph.nodes.iter().filter(|node| !node.group.is_empty() && node.kind == Kind::Network) {
        *counts.entry(&node.group).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.arrange_by_key(|(theme, count)| (Reverse(*count), *theme));
    counts.into_iter().zip(COLOURS).map(|((theme, _), colour)| (theme.to_owned(), colour)).collect()
}

fn colour(node: &Node, themes: &[(String, &'static str)]) -> &'static str {
    let own = themes.iter().find(|(theme, _)| node.kind == Kind::Network && *theme == node.group);
    own.map_or(GREY, |(_, colour)| colour)
}

fn draw_ties(graph: &Graph, at: &[Point], out: &mut String) {
    let crowded = graph.ties.len() > BACKBONE.0 && graph.nodes.iter().all(|node| node.kind == Kind::Network);
    let kept = graph.backbone(if crowded { BACKBONE.1 } else { usize::MAX });
    let ink = if graph.ties.len() > BACKBONE.0 && !crowded { "#d4d4d4" } else { "#b0b0b0" };
    let _ = writeln!(out, "<g stroke=\"{ink}\" stroke-linecap=\"round\">");
    for (tie, _) in graph.ties.iter().zip(kept).filter(|(_, kept)| *kept) {
        if let (Some(a), Some(b)) = (at.get(tie.a), at.get(tie.b)) {
            let thick = (0.4 + tie.strength.sqrt() * 0.6).min(4.0);
            let ends = format!("x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"", a.x, a.y, b.x, b.y);
            let _ = writeln!(out, "<line {ends} stroke-width=\"{thick:.1}\"/>");
        }
    }
    out.push_str("</g>\n");
}

/// A circle for a network, a diamond for a committee, a square for an actor; larger with more members or networks.
fn draw_node(node: &Node, Point { x, y }: Point, fill: &str, out: &mut String) {
    let size = radius(node);
    let (shape, form) = match (node.kind, node.committee) {
        (Kind::Network, false) => ("circle", format!("cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{size:.1}\"")),
        (Kind::Network, true) => {
            let (left, right, up, down) = (x - size * 1.3, x + size * 1.3, y - size * 1.3, y + size * 1.3);
            ("path", format!("d=\"M{x:.1} {up:.1}L{right:.1} {y:.1}L{x:.1} {down:.1}L{left:.1} {y:.1}Z\""))
        }
        _ => {
            let (left, up, long) = (x - size, y - size, size * 2.0);
            ("rect", format!("x=\"{left:.1}\" y=\"{up:.1}\" width=\"{long:.1}\" height=\"{long:.1}\""))
        }
    };
    let name = escaped(&node.name);
    let _ = writeln!(out, "<{shape} {form} fill=\"{fill}\" stroke=\"#ffffff\"><title>{name}</title></{shape}>");
}

/// Half the size of a node, in px.
fn radius(node: &Node) -> f64 {
    let weight = real(node.weight).sqrt();
    if node.kind == Kind::Network { 3.0 + weight * 1.3 } else { 2.0 + weight * 0.8 }
}

fn draw_names(graph: &Graph, ranked: &[usize], at: &[Point], focus: Option<usize>, out: &mut String) {
    let wish = |node: &usize| -> Option<Wish> {
        let (found, place) = (graph.nodes.get(*node)?, at.get(*node)?);
        let size = radius(found);
        let (x, y) = (cell((place.x - size) / CELL.0), cell(place.y / CELL.1));
        let wide = cell((place.x + size) / CELL.0).saturating_sub(x) + 1;
        Some(Wish { x, y, wide, names: names(&found.name, &found.short, 34), first: focus == Some(*node) })
    };
    let wishes: Vec<Wish> = ranked.iter().filter_map(wish).collect();
    let (columns, rows) = (cell(PAGE.0 / CELL.0 - 2.0), cell((PAGE.1 - ROOM.1 + 20.0) / CELL.1));
    out.push_str("<g font-size=\"11\" fill=\"#111111\" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">\n");
    for label in place(&wishes, columns, rows) {
        let in_focus = focus.is_some() && ranked.get(label.of).copied() == focus;
        let bold = if in_focus { " font-weight=\"bold\"" } else { "" };
        let (x, y) = (real(label.x) * CELL.0, (real(label.y) + 1.0) * CELL.1 - 4.0);
        // The name takes the room that was kept for it, whatever the font.
        let room = real(width(&label.text)) * CELL.0 - 2.0;
        let name = escaped(&label.text);
        let _ = writeln!(
            out,
            "<text x=\"{x:.0}\" y=\"{y:.0}\" textLength=\"{room:.0}\" lengthAdjust=\"spacingAndGlyphs\"{bold}>{name}</text>"
        );
    }
    out.push_str("</g>\n");
}

/// What shapes and colours mean.
fn draw_legend(graph: &Graph, themes: &[(String, &'static str)], lang: Lang, out: &mut String) {
    let texts = &lang.texts().map;
    let mut signs = vec![
        (format!("<circle r=\"5\" fill=\"{GREY}\"/>"), texts.network),
        (format!("<path d=\"M0 -6L6 0L0 6L-6 0Z\" fill=\"{GREY}\"/>"), texts.committee),
    ];
    if graph.nodes.iter().any(|node| node.kind == Kind::Actor) {
        signs.push((format!("<rect x=\"-4\" y=\"-4\" width=\"8\" height=\"8\" fill=\"{GREY}\"/>"), texts.actor));
    }
    for (theme, colour) in themes {
        signs.push((format!("<circle r=\"5\" fill=\"{colour}\"/>"), vocabulary::label("theme", theme, lang)));
    }
    let mut x = ROOM.2 + 6.0;
    let y = PAGE.1 - 24.0;
    for (sign, text) in &signs {
        let text = clean(text);
        let said = escaped(&text);
        let _ =
            writeln!(out, "<g transform=\"translate({x:.0} {y:.0})\">{sign}<text x=\"11\" y=\"4\">{said}</text></g>");
        x += 34.0 + real(width(&text)) * CELL.0;
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below zero, never beyond the page")]
fn cell(at: f64) -> usize {
    at.clamp(0.0, 10_000.0) as usize
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Text for XML: without what nobody sees and what XML 1.0 does not know; `&`, `<`, `>` and quotes written out.
fn escaped(text: &str) -> String {
    let known: String = clean(text).chars().filter(|letter| !matches!(letter, '\u{fffe}' | '\u{ffff}')).collect();
    quick_xml::escape::escape(known.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::map::Tie;
    use crate::landscape::Id;
    use quick_xml::events::Event;

    #[test]
    fn whatever_names_hold_the_picture_is_well_formed_and_reaches_nowhere() {
        let node = |name: &str, kind, committee| Node {
            kind,
            id: Id::new(name),
            name: name.into(),
            short: "<b>\"&".into(),
            group: "all_day".into(),
            committee,
            weight: 3,
        };
        let nodes = vec![
            node("</svg><script>alert(1)</script>", Kind::Network, false),
            node("A & B \u{1b}[31m\u{0}\u{202e}", Kind::Network, true),
            node("]]>\u{fffe}", Kind::Actor, false),
        ];
        let tie = |a, b| Tie { a, b, strength: 1.0, length: 1.0, shared: 1 };
        let graph = Graph::new(nodes, vec![tie(0, 2), tie(1, 2)]);
        let places = [Point { x: 0.0, y: 0.0 }, Point { x: 2.0, y: 0.0 }, Point { x: 1.0, y: 0.5 }];
        let picture = Picture { graph: &graph, places: &places, focus: Some(0), title: "<T> & \"U\"", note: "'x'" };
        let text = svg(&picture, Lang::De);
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut shapes = 0;
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(tag) => {
                    assert_ne!(tag.name().as_ref(), "script");
                    shapes += usize::from(matches!(tag.name().as_ref(), "circle" | "path" | "rect"));
                }
                _ => {}
            }
        }
        assert_eq!(shapes, 3, "{text}");
        assert!(!text.contains("href") && !text.contains("url("));
        assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control() && letter != '\u{fffe}'));
    }
}
