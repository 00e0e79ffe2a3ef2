//! `runde next`: meetings to come, noted or expected, of all networks.

use super::args::Next;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use super::say::Reader;
use crate::analysis::agenda::{EXPECTED, Item, upcoming, zone};
use crate::calendar::{Moment, read_date, weekday_letters};
use crate::i18n::{Lang, fill};
use crate::landscape::{Id, vocabulary};
use crate::store::json::Json;
use crate::store::{Store, name_of};
use jiff::ToSpan;

pub(super) fn run(args: &Next, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = desk.now.with_time_zone(zone(&store)).date();
    let from = match &args.from {
        None => today,
        Some(text) => {
            read_date(text, today).map_err(|_| Failure::Words(fill(desk.texts.no_value, &[text, "--from"])))?
        }
    };
    let until = from.saturating_add(i32::from(args.days).days());
    let items = upcoming(&store, Moment::day(from), Moment::day(until));
    if args.json {
        let items = items.iter().map(|item| json(&store, item, desk.lang)).collect();
        desk.out.json(&Json::List(items).pretty())?;
    } else {
        let reader = Reader { store: &store, lang: desk.lang };
        let rows: Vec<Vec<String>> = items.iter().map(|item| row(reader, item)).collect();
        let aligned = desk.out.terminal;
        desk.out.text(&columns(&rows, aligned))?;
    }
    if items.is_empty() {
        let words = fill(desk.texts.nothing_next, &[&args.days.to_string()]);
        desk.say(&words)?;
        return Ok(1);
    }
    Ok(0)
}

fn row(reader: Reader<'_>, item: &Item) -> Vec<String> {
    let day = format!("{} {}", weekday_letters(item.at.date.weekday(), reader.lang), reader.at(item.at));
    let names: Vec<String> = item.networks.iter().map(|id| name_of(reader.store, id)).collect();
    let status = match &*item.status {
        EXPECTED => reader.lang.texts().cli.expected,
        status => vocabulary::label("meeting_status", status, reader.lang),
    };
    let mode = vocabulary::label("meeting_mode", &item.mode, reader.lang);
    let place = [&*item.place, mode].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let free = item.free.as_ref().map_or("", |free| free.name(reader.lang)).to_owned();
    [day, names.join(" + "), status.to_owned(), place, free].iter().map(|cell| one_line(cell)).collect()
}

fn json(store: &Store, item: &Item, lang: Lang) -> Json {
    let network = |id: &Id| Json::map([("id", Json::text(id)), ("name", Json::Text(name_of(store, id)))]);
    let id = |id: &Option<Id>| id.as_ref().map_or(Json::Null, |id| Json::text(id));
    Json::map([
        ("at", Json::Text(item.at.to_string())),
        ("network", item.networks.first().map_or(Json::Null, network)),
        ("networks", Json::List(item.networks.iter().map(network).collect())),
        ("rhythm", id(&item.rhythm)),
        ("meeting", id(&item.meeting)),
        ("status", Json::text(&item.status)),
        ("place", Json::text_or_null(&item.place)),
        ("mode", Json::text_or_null(&item.mode)),
        ("free_day", item.free.as_ref().map_or(Json::Null, |free| Json::text(free.name(lang)))),
    ])
}
