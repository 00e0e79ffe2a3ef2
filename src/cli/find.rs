//! `runde find`: the search of the program, one line a hit.

use super::args::Find;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use crate::i18n::{Lang, fill};
use crate::landscape::{Kind, vocabulary};
use crate::search::fold;
use crate::search::landscape::{Found, Landscape};
use crate::search::passage::passage;
use crate::store::json::Json;
use crate::store::{Store, context, title};

pub(super) fn run(args: &Find, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let kinds = match &args.kind {
        None => Kind::ALL.to_vec(),
        Some(name) => vec![kind(name).ok_or_else(|| unknown(name, desk))?],
    };
    // The process ends with the answer: taking apart what was read would only make people wait.
    let store: &'static Store = Box::leak(Box::new(desk.load()?));
    let query = args.words.join(" ");
    let found = Landscape::find_once(store, &query, &kinds, args.limit);
    if args.json {
        let hits = found.iter().filter_map(|hit| json(store, hit)).collect();
        desk.out.json(&Json::List(hits).pretty())?;
    } else {
        let aligned = desk.out.terminal;
        let rows: Vec<Vec<String>> = found.iter().filter_map(|hit| row(store, hit, &query, desk)).collect();
        desk.out.text(&columns(&rows, aligned))?;
    }
    if found.is_empty() {
        let words = fill(desk.texts.nothing_found, &[&query]);
        desk.say(&words)?;
        return Ok(1);
    }
    Ok(0)
}

fn row(store: &Store, hit: &Found, query: &str, desk: &Desk<'_>) -> Option<Vec<String>> {
    let record = store.get(hit.kind, &hit.id)?;
    let kind_label = vocabulary::kind_label(hit.kind.name(), 1, desk.lang).to_owned();
    let mut beside = one_line(&context(store, hit.kind, record));
    if let Some((field, text)) = passage(record, hit.field, query) {
        let label = vocabulary::field_label(record.shape.name, record.shape.spec(field).key, desk.lang);
        let found_in = fill(desk.texts.found_in, &[label, &one_line(&text)]);
        beside = if beside.is_empty() { found_in } else { format!("{beside} · {found_in}") };
    }
    Some(vec![hit.id.to_string(), one_line(&title(store, record)), kind_label, beside])
}

fn json(store: &Store, hit: &Found) -> Option<Json> {
    let record = store.get(hit.kind, &hit.id)?;
    Some(Json::map([
        ("id", Json::text(&hit.id)),
        ("kind", Json::text(hit.kind.name())),
        ("name", Json::Text(title(store, record))),
        ("context", Json::Text(context(store, hit.kind, record).into_owned())),
        ("score", Json::Whole(i64::try_from(hit.score >> 1).unwrap_or(i64::MAX))),
        ("field", hit.field.map_or(Json::Null, |field| Json::text(record.shape.spec(field).key))),
    ]))
}

/// The kind a word stands for: its key, or what it is called in either language.
fn kind(name: &str) -> Option<Kind> {
    let wanted = fold(name);
    Kind::ALL.into_iter().find(|kind| {
        let labels =
            [Lang::De, Lang::En].map(|lang| [1, 2].map(|n| fold(vocabulary::kind_label(kind.name(), n, lang))));
        wanted == kind.name() || wanted == kind.plural() || labels.as_flattened().contains(&wanted)
    })
}

fn unknown(name: &str, desk: &Desk<'_>) -> Failure {
    let kinds = Kind::ALL.map(Kind::name).join(", ");
    Failure::Words([fill(desk.texts.no_value, &[name, "--kind"]), fill(desk.texts.possible, &[&kinds])].join("\n"))
}
