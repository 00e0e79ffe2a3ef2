//! A record as a plain card: labels at the left, values at the right, parts indented. Made from the table of fields, so
//! that nothing is left out. Knows no terminal.

use super::say::Reader;
use crate::landscape::{Kind, Record, Type, Value, vocabulary};
use crate::store::{Refs, title};
use crate::text::{pad, width};

/// The widest column of labels.
const WIDEST: usize = 26;

/// The lines below the name.
pub(super) fn card(reader: Reader<'_>, kind: Kind, record: &Record) -> String {
    let id_label = vocabulary::field_label(record.shape.name, "id", reader.lang);
    let mut rows = vec![(id_label.to_owned(), record.id.to_string())];
    rows.extend(plain_rows(reader, record));
    let mut out = lines(&rows, "");
    for (field, value) in record.cells() {
        let Value::Parts(parts) = value else { continue };
        out.push_str(&format!("\n{} ({})\n", reader.label(record, field), parts.len()));
        for part in parts {
            let text = lines(&plain_rows(reader, part), "    ");
            out.push_str("  - ");
            out.push_str(text.trim_start());
        }
    }
    let extra: Vec<(String, String)> =
        record.extra().iter().map(|(key, json)| (key.to_string(), json.to_string())).collect();
    if !extra.is_empty() {
        out.push_str(&format!("\n{}\n{}", reader.lang.texts().cli.unknown_fields, lines(&extra, "  ")));
    }
    out.push_str(&named_in(reader, kind, record));
    out
}

/// The filled fields that are not lists of parts.
fn plain_rows(reader: Reader<'_>, record: &Record) -> Vec<(String, String)> {
    let plain = record.cells().filter(|(field, _)| !matches!(record.shape.spec(*field).of, Type::Parts(_)));
    plain.map(|(field, _)| (reader.label(record, field).to_owned(), reader.field(record, field))).collect()
}

/// Labels and values side by side; the lines of a longer text below each other.
fn lines(rows: &[(String, String)], indent: &str) -> String {
    let column = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0).min(WIDEST);
    let mut out = String::new();
    for (label, value) in rows {
        for (at, line) in value.lines().enumerate() {
            let label = if at == 0 { label } else { "" };
            out.push_str(format!("{indent}{}  {line}", pad(label, column)).trim_end());
            out.push('\n');
        }
    }
    out
}

/// The records that name this one.
fn named_in(reader: Reader<'_>, kind: Kind, record: &Record) -> String {
    if !matches!(kind, Kind::Actor | Kind::Network) {
        return String::new();
    }
    let found = Refs::of(reader.store).to(&record.id, reader.store);
    let mut rows = Vec::new();
    for kind in [Kind::Network, Kind::Actor, Kind::Relation, Kind::Rhythm, Kind::Meeting, Kind::Evidence] {
        let of_kind: Vec<_> = found.iter().filter(|(found, _)| *found == kind).collect();
        let names = of_kind.iter().map(|(_, other)| match kind {
            Kind::Meeting => reader.moment(other.text(crate::landscape::meeting::AT)),
            Kind::Rhythm => crate::analysis::series::spoken(other, reader.lang),
            _ => title(reader.store, other),
        });
        let names = names.collect::<Vec<_>>().join("\n");
        rows.extend(
            (!names.is_empty())
                .then(|| (vocabulary::kind_label(kind.name(), of_kind.len(), reader.lang).to_owned(), names)),
        );
    }
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", reader.lang.texts().cli.named_in, lines(&rows, "  "))
}
