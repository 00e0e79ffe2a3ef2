//! Pajek's network file (mrvar.fdv.uni-lj.si/pajek): two-mode, actors first, so that UCINET, visone and igraph know both
//! sides. It holds memberships only; other ties would not lead from one mode to the other.

use super::graph::{Given, Graph};
use crate::landscape::Kind;

/// The graph as a Pajek file.
#[must_use]
pub fn pajek(graph: &Graph) -> String {
    let mut out = format!("*Vertices {} {}\n", graph.nodes.len(), graph.actors());
    for (at, node) in graph.nodes.iter().enumerate() {
        let shape = if node.kind == Kind::Network { "ellipse" } else { "box" };
        out.push_str(&format!("{} {} 0.0 0.0 {shape}\n", at + 1, quoted(&node.label)));
    }
    out.push_str("*Edges\n");
    for tie in graph.ties.iter().filter(|tie| tie.kind == "membership") {
        let seats = tie.fields.iter().find(|(name, _)| *name == "seats");
        let seats = seats.map_or_else(|| "1".to_owned(), |(_, value): &(_, Given)| value.text());
        out.push_str(&format!("{} {} {seats}\n", tie.from + 1, tie.to + 1));
    }
    out
}

/// A label in quotes. The format knows no way to write a quote inside, so that one becomes another.
fn quoted(label: &str) -> String {
    let kept = label.chars().filter(|letter| !letter.is_control());
    let kept: String = kept.map(|letter| if matches!(letter, '"' | '\\') { '\'' } else { letter }).collect();
    format!("\"{kept}\"")
}
