//! `runde clashes`: meetings at the same time that expect the same guests, and days on which too much is asked of one.

use super::args::Clashes;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use super::say::Reader;
use crate::analysis::agenda::{Item, upcoming, zone};
use crate::analysis::clashes::{Clash, FullDay, clashes, full_days};
use crate::calendar::{Moment, weekday_letters};
use crate::i18n::fill;
use crate::landscape::Id;
use crate::store::json::Json;
use crate::store::{Store, name_of};
use jiff::ToSpan;

pub(super) fn run(args: &Clashes, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = desk.now.with_time_zone(zone(&store)).date();
    let until = today.saturating_add(i32::from(args.days).days());
    let items = upcoming(&store, Moment::day(today), Moment::day(until));
    let found = clashes(&store, &items);
    if args.json {
        let found = found.iter().filter_map(|clash| json(&store, &items, clash)).collect();
        desk.out.json(&Json::List(found).pretty())?;
    } else {
        let reader = Reader { store: &store, lang: desk.lang };
        let aligned = desk.out.terminal;
        let rows: Vec<Vec<String>> = found.iter().filter_map(|clash| row(reader, &items, clash)).collect();
        desk.out.text(&columns(&rows, aligned))?;
        let days: Vec<Vec<String>> = full_days(&store, &items).iter().map(|day| day_row(reader, &items, day)).collect();
        if !days.is_empty() {
            let gap = if rows.is_empty() { "" } else { "\n" };
            desk.out.text(&format!("{gap}{}\n", desk.lang.texts().calendar.full_days))?;
            desk.out.text(&columns(&days, aligned))?;
        }
    }
    if found.is_empty() {
        let words = fill(desk.lang.texts().calendar.no_clashes, &[&args.days.to_string()]);
        desk.say(&words)?;
        return Ok(0);
    }
    Ok(1)
}

fn pair<'i>(items: &'i [Item], clash: &Clash) -> Option<(&'i Item, &'i Item)> {
    items.get(clash.a).zip(items.get(clash.b))
}

fn names(store: &Store, ids: &[Id], between: &str) -> String {
    ids.iter().map(|id| name_of(store, id)).collect::<Vec<_>>().join(between)
}

fn day(reader: Reader<'_>, at: Moment) -> String {
    format!("{} {}", weekday_letters(at.date.weekday(), reader.lang), reader.at(at))
}

fn row(reader: Reader<'_>, items: &[Item], clash: &Clash) -> Option<Vec<String>> {
    let (a, b) = pair(items, clash)?;
    let body = |item: &Item| {
        let time = item.at.time.map_or_else(String::new, |time| time.strftime("%H:%M ").to_string());
        format!("{time}{}", names(reader.store, &item.networks, " + "))
    };
    let cells = [day(reader, a.at.max(b.at)), body(a), body(b), names(reader.store, &clash.shared, ", ")];
    Some(cells.iter().map(|cell| one_line(cell)).collect())
}

fn day_row(reader: Reader<'_>, items: &[Item], full: &FullDay) -> Vec<String> {
    let bodies = full.items.iter().filter_map(|item| items.get(*item));
    let bodies = bodies.map(|item| names(reader.store, &item.networks, " + ")).collect::<Vec<_>>().join(", ");
    let cells = [day(reader, Moment::day(full.date)), name_of(reader.store, &full.who), bodies];
    cells.iter().map(|cell| one_line(cell)).collect()
}

fn json(store: &Store, items: &[Item], clash: &Clash) -> Option<Json> {
    let (a, b) = pair(items, clash)?;
    let named = |id: &Id| Json::map([("id", Json::text(id)), ("name", Json::Text(name_of(store, id)))]);
    let body = |item: &Item| item.networks.first().map_or(Json::Null, named);
    Some(Json::map([
        ("at", Json::Text(a.at.max(b.at).to_string())),
        ("a", body(a)),
        ("b", body(b)),
        ("shared", Json::List(clash.shared.iter().map(named).collect())),
    ]))
}
