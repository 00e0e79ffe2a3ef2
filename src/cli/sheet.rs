//! Records as a table that a German Excel opens by a double click: semicolons, UTF-8 with its mark, CR LF – and no cell
//! that a spreadsheet would take for a formula (OWASP, "CSV Injection").

use super::say::Reader;
use crate::landscape::{Kind, Record, vocabulary};
use csv::{Terminator, WriterBuilder};
use std::io::{Error, Result};

/// What a formula may begin with; full-width forms too, since some programs fold them.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The table: a row with the names of the fields, then one row a record.
pub(super) fn sheet(reader: Reader<'_>, kind: Kind, records: &[&Record]) -> Result<String> {
    let mut writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(Vec::new());
    let shape = kind.shape();
    let heads = std::iter::once("id").chain(shape.specs.iter().map(|spec| spec.key));
    writer.write_record(heads.map(|key| vocabulary::field_label(shape.name, key, reader.lang)))?;
    for record in records {
        let cells = shape.fields().map(|(field, _)| guarded(reader.field(record, field)));
        writer.write_record(std::iter::once(guarded(record.id.to_string())).chain(cells))?;
    }
    let bytes = writer.into_inner().map_err(|error| Error::other(error.to_string()))?;
    let table = String::from_utf8(bytes).map_err(Error::other)?;
    Ok(format!("\u{feff}{table}"))
}

/// A cell that no program takes for a formula.
fn guarded(cell: String) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula() {
        for start in FORMULA {
            assert!(guarded(format!("{start}1+1")).starts_with('\''), "{start:?}");
        }
        assert_eq!(guarded("a=b".to_owned()), "a=b");
        assert_eq!(guarded(String::new()), "");
    }
}
