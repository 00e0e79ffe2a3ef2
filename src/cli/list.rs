//! `runde list`: one line a record, narrowed by terms; as a table for spreadsheets or as whole records.

use super::args::List;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use super::say::Reader;
use super::sheet;
use crate::analysis::series;
use crate::landscape::{Kind, Record, actor, evidence, meeting, network, relation, vocabulary};
use crate::search::fold;
use crate::search::terms::Terms;
use crate::store::{Store, record_json, title};

pub(super) fn run(args: &List, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let Some(kind) = Kind::from_plural(&args.what) else { return Ok(2) };
    let store = desk.load()?;
    let terms = Terms::parse(args.filter.as_deref().unwrap_or(""), kind.shape());
    let mut records: Vec<&Record> =
        store.all(kind).map(|record| &**record).filter(|record| terms.matches(record, &store)).collect();
    let reader = Reader { store: &store, lang: desk.lang };
    if args.json {
        desk.out.json(&array(&records))?;
    } else {
        records.sort_by_cached_key(|record| order(&store, kind, record));
        if args.csv {
            let sheet = sheet::sheet(reader, kind, &records).map_err(Failure::Io)?;
            desk.out.raw(&sheet)?;
        } else {
            let rows: Vec<Vec<String>> = records.iter().map(|record| row(reader, kind, record)).collect();
            let aligned = desk.out.terminal;
            desk.out.text(&columns(&rows, aligned))?;
        }
    }
    if records.is_empty() {
        let words = desk.texts.nothing_listed;
        desk.say(words)?;
        return Ok(1);
    }
    Ok(0)
}

/// Whole records as they stand in the file.
fn array(records: &[&Record]) -> String {
    let records: Vec<String> = records.iter().map(|record| record_json(record)).collect();
    if records.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", records.join(",\n")) }
}

/// What a list is sorted by: the day where there is one, else the name.
fn order(store: &Store, kind: Kind, record: &Record) -> (String, String) {
    let day = match kind {
        Kind::Meeting => record.text(meeting::AT),
        Kind::Evidence => record.text(evidence::DATE),
        _ => "",
    };
    (day.to_owned(), fold(&title(store, record)))
}

/// Id, name, and what one wants to know at a glance.
fn row(reader: Reader<'_>, kind: Kind, record: &Record) -> Vec<String> {
    let label = |list, key| vocabulary::label(list, key, reader.lang).to_owned();
    let (middle, end) = match kind {
        Kind::Network => {
            (label("network_kind", record.text(network::KIND)), label("lifecycle", record.text(network::LIFECYCLE)))
        }
        Kind::Actor if record.flag(actor::PERSON) == Some(true) => {
            (record.text(actor::FUNCTION).to_owned(), reader.field(record, actor::UNIT_OF))
        }
        Kind::Actor => (label("actor_kind", record.text(actor::KIND)), reader.field(record, actor::UNIT_OF)),
        Kind::Relation => {
            (label("relation_kind", record.text(relation::KIND)), reader.field(record, relation::INTENSITY))
        }
        Kind::Rhythm => (series::spoken(record, reader.lang), reader.field(record, crate::landscape::rhythm::PLACE)),
        Kind::Meeting => (reader.field(record, meeting::AT), reader.field(record, meeting::STATUS)),
        Kind::Evidence => (reader.field(record, evidence::DATE), reader.field(record, evidence::KIND)),
        Kind::Landscape | Kind::Verdict => (String::new(), String::new()),
    };
    let cells = [record.id.to_string(), title(reader.store, record), middle, end];
    cells.into_iter().map(|cell| one_line(&cell)).collect()
}
