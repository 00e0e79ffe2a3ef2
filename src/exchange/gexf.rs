//! GEXF 1.3, the format of Gephi (gexf.net): fields as attributes, the mode as colour, the place on our own map, so that the
//! picture is recognised.

use super::graph::{Fields, Given, Graph, Node};
use super::xml::{begin, end, plain, token};
use crate::analysis::map::Point;
use crate::landscape::Kind;
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io;

type Out = Writer<Vec<u8>>;

/// Colours of actors and networks that people with red-green weakness tell apart (Okabe & Ito, 2008).
const ACTOR: [(&str, &str); 3] = [("r", "230"), ("g", "159"), ("b", "0")];
const NETWORK: [(&str, &str); 3] = [("r", "0"), ("g", "114"), ("b", "178")];
/// Length of a tie on Gephi's sheet.
const SCALE: f64 = 100.0;

/// The graph as a GEXF file; places are those of the nodes, where they are known.
///
/// # Errors
/// None that writing into memory knows.
pub fn gexf(graph: &Graph, places: &[Option<Point>]) -> io::Result<String> {
    let mut out = begin()?;
    let root = out.create_element("gexf").with_attributes([
        ("xmlns", "http://gexf.net/1.3"),
        ("xmlns:viz", "http://gexf.net/1.3/viz"),
        ("version", "1.3"),
    ]);
    root.write_inner_content(|out| {
        let meta = out.create_element("meta").with_attribute(("lastmodifieddate", graph.day.as_str()));
        meta.write_inner_content(|out| {
            out.create_element("creator").write_text_content(BytesText::new("runde"))?;
            out.create_element("description").write_text_content(BytesText::new(&plain(&graph.title)))?;
            Ok(())
        })?;
        let content =
            out.create_element("graph").with_attributes([("defaultedgetype", "undirected"), ("mode", "static")]);
        content.write_inner_content(|out| inside(graph, places, out))?;
        Ok(())
    })?;
    end(out)
}

fn inside(graph: &Graph, places: &[Option<Point>], out: &mut Out) -> io::Result<()> {
    attributes(out, "node", &graph.node_fields())?;
    let kind = Given::Text(String::new());
    let mut fields = vec![("type", &kind)];
    fields.extend(graph.tie_fields());
    attributes(out, "edge", &fields)?;
    let ids: Vec<String> = graph.nodes.iter().map(|node| token(&node.id)).collect();
    out.create_element("nodes").write_inner_content(|out| {
        for (at, (one, id)) in graph.nodes.iter().zip(&ids).enumerate() {
            node(out, one, id, places.get(at).copied().flatten())?;
        }
        Ok(())
    })?;
    out.create_element("edges").write_inner_content(|out| {
        for (at, tie) in graph.ties.iter().enumerate() {
            let (Some(from), Some(to)) = (ids.get(tie.from), ids.get(tie.to)) else { continue };
            let id = at.to_string();
            let ends = [("id", id.as_str()), ("source", from.as_str()), ("target", to.as_str())];
            let mut fields = vec![("type", Given::Text(tie.kind.to_owned()))];
            fields.extend(tie.fields.iter().cloned());
            out.create_element("edge").with_attributes(ends).write_inner_content(|out| values(out, &fields))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn attributes(out: &mut Out, of: &str, fields: &[(&'static str, &Given)]) -> io::Result<()> {
    out.create_element("attributes").with_attribute(("class", of)).write_inner_content(|out| {
        for (name, value) in fields {
            let kind = match value {
                Given::Text(_) => "string",
                Given::Whole(_) => "integer",
                Given::Real(_) => "double",
                Given::Flag(_) => "boolean",
            };
            let attributes = [("id", *name), ("title", *name), ("type", kind)];
            out.create_element("attribute").with_attributes(attributes).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn node(out: &mut Out, node: &Node, id: &str, place: Option<Point>) -> io::Result<()> {
    let label = plain(&node.label);
    let element = out.create_element("node").with_attributes([("id", id), ("label", label.as_str())]);
    element.write_inner_content(|out| {
        values(out, &node.fields)?;
        let colour = if node.kind == Kind::Network { NETWORK } else { ACTOR };
        out.create_element("viz:color").with_attributes(colour).write_empty()?;
        if let Some(place) = place {
            // Up is up in Gephi.
            let (x, y) = (format!("{:.1}", place.x * SCALE), format!("{:.1}", -place.y * SCALE));
            let place = [("x", x.as_str()), ("y", y.as_str()), ("z", "0")];
            out.create_element("viz:position").with_attributes(place).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn values(out: &mut Out, fields: &Fields) -> io::Result<()> {
    out.create_element("attvalues").write_inner_content(|out| {
        for (name, value) in fields {
            let value = plain(&value.text());
            out.create_element("attvalue")
                .with_attributes([("for", *name), ("value", value.as_str())])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
