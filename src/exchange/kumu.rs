//! Kumu's JSON ("blueprint", docs.kumu.io): elements and connections; connections name their elements by label, so that
//! every label is made to stand for one element only.

use super::graph::{Fields, Given, Graph, Node};
use crate::i18n::Lang;
use crate::landscape::{Kind, vocabulary};
use crate::store::json::Json;
use std::collections::HashMap;

/// The graph as Kumu takes it; kinds and themes in this language.
#[must_use]
pub fn kumu(graph: &Graph, lang: Lang) -> String {
    let labels = labels(graph);
    let elements = graph.nodes.iter().zip(&labels).map(|(node, label)| element(node, label, lang));
    let connections = graph.ties.iter().filter_map(|tie| {
        let (from, to) = (labels.get(tie.from)?, labels.get(tie.to)?);
        // A seat has no direction; what belongs to something else points there.
        let direction = if matches!(tie.kind, "membership" | "relation") { "undirected" } else { "directed" };
        let mut pairs = vec![
            ("from".to_owned(), Json::text(from)),
            ("to".to_owned(), Json::text(to)),
            ("type".to_owned(), Json::text(tie.kind)),
            ("direction".to_owned(), Json::text(direction)),
        ];
        pairs.extend(fields(&tie.fields));
        Some(Json::Map(pairs))
    });
    let (elements, connections) = (elements.collect(), connections.collect());
    Json::map([("elements", Json::List(elements)), ("connections", Json::List(connections))]).pretty()
}

/// Labels of which each stands for one node: those that are there twice are followed by the id.
fn labels(graph: &Graph) -> Vec<String> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for node in &graph.nodes {
        *count.entry(&node.label).or_default() += 1;
    }
    let label = |node: &Node| match count.get(node.label.as_str()) {
        Some(1) => node.label.clone(),
        _ => format!("{} ({})", node.label, node.id),
    };
    graph.nodes.iter().map(label).collect()
}

fn element(node: &Node, label: &str, lang: Lang) -> Json {
    let text = |name: &str| node.fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.text());
    let list = if node.kind == Kind::Network { "network_kind" } else { "actor_kind" };
    let kind = text("kind").filter(|kind| !kind.is_empty()).unwrap_or_else(|| node.kind.name().to_owned());
    let mut pairs = vec![
        ("id".to_owned(), Json::text(&node.id)),
        ("label".to_owned(), Json::text(label)),
        ("type".to_owned(), Json::text(vocabulary::label(list, &kind, lang))),
    ];
    pairs.extend(text("purpose").map(|purpose| ("description".to_owned(), Json::text(&purpose))));
    if let Some(themes) = text("themes") {
        let themes = themes.split('|').map(|theme| vocabulary::label("theme", theme, lang));
        pairs.push(("tags".to_owned(), Json::texts(themes)));
    }
    pairs.extend(fields(&node.fields));
    Json::Map(pairs)
}

/// Fields by name; several values of one are a list. (`tags` are Kumu's own, and `from` is where a connection begins.)
fn fields(fields: &Fields) -> impl Iterator<Item = (String, Json)> + '_ {
    let kept = fields.iter().filter(|(name, _)| !matches!(*name, "purpose" | "tags"));
    kept.map(|(name, value)| {
        let value = match value {
            Given::Text(text) if text.contains('|') => Json::texts(text.split('|')),
            Given::Text(text) => Json::text(text),
            Given::Whole(number) => Json::Whole(*number),
            Given::Flag(flag) => Json::Flag(*flag),
            Given::Real(number) => Json::Raw(number.to_string()),
        };
        (if *name == "from" { "since" } else { *name }.to_owned(), value)
    })
}
