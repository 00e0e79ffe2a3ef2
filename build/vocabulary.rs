//! The vocabulary: value lists, and the names of kinds and fields.

#![expect(clippy::indexing_slicing, reason = "a value that is not there is null; a fault stops the build")]

use serde_json::Value;
use std::error::Error;
use std::fmt::Write as _;

pub const SOURCE: &str = "data/vocabulary.json";

/// The tables `landscape/vocabulary.rs` takes in.
pub fn tables(source: &str) -> Result<String, Box<dyn Error>> {
    let vocabulary: Value = serde_json::from_str(source)?;
    let mut out = String::new();
    lists(&vocabulary["lists"], &mut out)?;
    fields(&vocabulary["fields"], &mut out)?;
    Ok(out)
}

/// The value lists by name; each with its values in the order of the file.
fn lists(lists: &Value, out: &mut String) -> Result<(), Box<dyn Error>> {
    let mut number = 0;
    out.push_str("pub(super) static LISTS: &[(&str, List)] = &[\n");
    for (name, list) in sorted(lists)? {
        let values = list["values"].as_array().ok_or("a list without values")?;
        write!(out, "({name:?}, List {{ {}, values: &[", texts(list, &["de", "en"], &[])?)?;
        for value in values {
            let optional = ["long_de", "long_en", "short_de", "short_en", "sector", "class", "rule"];
            writeln!(out, "Entry {{ number: {number}, {} }},", texts(value, &["key", "de", "en"], &optional)?)?;
            number += 1;
        }
        out.push_str("] }),\n");
    }
    writeln!(out, "];\npub(super) const COUNT: usize = {number};")?;
    Ok(())
}

/// The names of kinds and fields, by shape and key.
fn fields(fields: &Value, out: &mut String) -> Result<(), Box<dyn Error>> {
    out.push_str("pub(super) static FIELDS: &[(&str, &[(&str, FieldText)])] = &[\n");
    for (shape, fields) in sorted(fields)? {
        writeln!(out, "({shape:?}, &[")?;
        for (key, field) in sorted(fields)? {
            let texts = texts(field, &["de", "en"], &["hint_de", "hint_en", "de_plural", "en_plural"])?;
            writeln!(out, "({key:?}, FieldText {{ {texts} }}),")?;
        }
        out.push_str("]),\n");
    }
    out.push_str("];\n");
    Ok(())
}

/// The members of a map by name.
fn sorted(map: &Value) -> Result<Vec<(&String, &Value)>, Box<dyn Error>> {
    let mut all: Vec<_> = map.as_object().ok_or("not a map")?.iter().collect();
    all.sort_by_key(|(name, _)| *name);
    Ok(all)
}

/// Texts as fields of a struct: those that must be there, then those that may.
fn texts(from: &Value, needed: &[&str], optional: &[&str]) -> Result<String, Box<dyn Error>> {
    let known = |name: &String| needed.iter().chain(optional).any(|known| known == name) || name == "values";
    if let Some(unknown) = from.as_object().and_then(|map| map.keys().find(|name| !known(name))) {
        return Err(format!("nobody reads {unknown}").into());
    }
    let mut all = Vec::new();
    for name in needed {
        let text = from[*name].as_str().ok_or_else(|| format!("no {name} in {from}"))?;
        all.push(format!("{name}: {text:?}"));
    }
    all.extend(optional.iter().map(|name| format!("{name}: {:?}", from[*name].as_str())));
    Ok(all.join(", "))
}
