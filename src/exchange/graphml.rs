//! GraphML 1.0 (Brandes, Eiglsperger, Herman, Himsolt & Marshall, GraphML progress report, Graph Drawing 2001): for visone, yEd,
//! Gephi, igraph and others. A key for every field, none for what no node has.

use super::graph::{Fields, Given, Graph};
use super::xml::{begin, end, plain, token};
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io;

type Out = Writer<Vec<u8>>;

/// The graph as a GraphML file.
///
/// # Errors
/// None that writing into memory knows.
pub fn graphml(graph: &Graph) -> io::Result<String> {
    let mut out = begin()?;
    let root = out.create_element("graphml").with_attributes([
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
        ),
    ]);
    root.write_inner_content(|out| {
        key(out, "node", "label", "string")?;
        for (name, value) in graph.node_fields() {
            key(out, "node", name, kind(value))?;
        }
        key(out, "edge", "type", "string")?;
        for (name, value) in graph.tie_fields() {
            key(out, "edge", name, kind(value))?;
        }
        let content = out.create_element("graph").with_attributes([("id", "G"), ("edgedefault", "undirected")]);
        content.write_inner_content(|out| inside(graph, out))?;
        Ok(())
    })?;
    end(out)
}

fn kind(value: &Given) -> &'static str {
    match value {
        Given::Text(_) => "string",
        Given::Whole(_) => "int",
        Given::Real(_) => "double",
        Given::Flag(_) => "boolean",
    }
}

fn key(out: &mut Out, of: &str, name: &str, kind: &str) -> io::Result<()> {
    let id = format!("{of}-{name}");
    let attributes = [("id", id.as_str()), ("for", of), ("attr.name", name), ("attr.type", kind)];
    out.create_element("key").with_attributes(attributes).write_empty()?;
    Ok(())
}

fn inside(graph: &Graph, out: &mut Out) -> io::Result<()> {
    let text = format!("{}, {}", plain(&graph.title), graph.day);
    out.create_element("desc").write_text_content(BytesText::new(&text))?;
    let ids: Vec<String> = graph.nodes.iter().map(|node| token(&node.id)).collect();
    for (node, id) in graph.nodes.iter().zip(&ids) {
        let element = out.create_element("node").with_attribute(("id", id.as_str()));
        element.write_inner_content(|out| {
            data(out, "node", "label", &node.label)?;
            all(out, "node", &node.fields)
        })?;
    }
    for (at, tie) in graph.ties.iter().enumerate() {
        let (Some(from), Some(to)) = (ids.get(tie.from), ids.get(tie.to)) else { continue };
        let id = format!("e{at}");
        let attributes = [("id", id.as_str()), ("source", from.as_str()), ("target", to.as_str())];
        out.create_element("edge").with_attributes(attributes).write_inner_content(|out| {
            data(out, "edge", "type", tie.kind)?;
            all(out, "edge", &tie.fields)
        })?;
    }
    Ok(())
}

fn all(out: &mut Out, of: &str, fields: &Fields) -> io::Result<()> {
    fields.iter().try_for_each(|(name, value)| data(out, of, name, &value.text()))
}

fn data(out: &mut Out, of: &str, name: &str, value: &str) -> io::Result<()> {
    let (key, value) = (format!("{of}-{name}"), plain(value));
    out.create_element("data").with_attribute(("key", key.as_str())).write_text_content(BytesText::new(&value))?;
    Ok(())
}
