//! DOT, the language of Graphviz (graphviz.org/doc/info/lang.html): for pictures. Actors are boxes, networks ellipses; fields
//! that Graphviz does not know are kept by programs that read the file.

use super::graph::{Fields, Given, Graph};
use crate::landscape::Kind;

/// The graph as a DOT file.
#[must_use]
pub fn dot(graph: &Graph) -> String {
    let mut out = format!("graph {} {{\n  graph [day={}];\n", quoted(&graph.title), quoted(&graph.day));
    for node in &graph.nodes {
        let shape = if node.kind == Kind::Network { "ellipse" } else { "box" };
        let first = [("label", Given::Text(node.label.clone())), ("shape", Given::Text(shape.to_owned()))];
        out.push_str(&format!("  {} [{}];\n", quoted(&node.id), attributes(first, &node.fields)));
    }
    for tie in &graph.ties {
        let (Some(from), Some(to)) = (graph.nodes.get(tie.from), graph.nodes.get(tie.to)) else { continue };
        let first = [("type", Given::Text(tie.kind.to_owned()))];
        let said = attributes(first, &tie.fields);
        out.push_str(&format!("  {} -- {} [{said}];\n", quoted(&from.id), quoted(&to.id)));
    }
    out.push_str("}\n");
    out
}

fn attributes(first: impl IntoIterator<Item = (&'static str, Given)>, fields: &Fields) -> String {
    let first = first.into_iter();
    let rest = fields.iter().cloned();
    first.chain(rest).map(|(name, value)| format!("{name}={}", quoted(&value.text()))).collect::<Vec<_>>().join(", ")
}

/// A text in quotes: a backslash or a quote in it is written with a backslash, a line break as `\n`.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
