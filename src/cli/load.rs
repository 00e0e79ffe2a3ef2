//! `runde load`: meetings and hours a year for each actor; for one of them also body by body.

use super::args::Load as Args;
use super::desk::Desk;
use super::fault::Failure;
use super::out::{columns, one_line};
use super::resolve::{Meant, resolve};
use super::show::several;
use crate::analysis::agenda::zone;
use crate::analysis::load::{Load, Loads};
use crate::i18n::{Lang, fill};
use crate::landscape::Kind;
use crate::store::json::Json;
use crate::store::{Store, name_of};

pub(super) fn run(args: &Args, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    let store = desk.load()?;
    let today = desk.now.with_time_zone(zone(&store)).date();
    let loads = Loads::of(&store, today);
    if args.actor.is_empty() {
        return all(&store, &loads, args.json, desk);
    }
    let name = args.actor.join(" ");
    let record = match resolve(&store, &name) {
        Meant::One(Kind::Actor, record) => record,
        Meant::One(..) => return Err(Failure::Words(fill(desk.lang.texts().calendar.not_an_actor, &[&name]))),
        Meant::Several(candidates) => return several(&name, &candidates, &store, desk),
        Meant::Nobody => {
            let words = fill(desk.texts.nobody, &[&name]);
            desk.say(&words)?;
            return Ok(1);
        }
    };
    let found = loads.actor(&record.id);
    if args.json {
        desk.out.json(&Json::List(found.iter().map(|load| json(&store, load)).collect()).pretty())?;
    } else if let Some(load) = found {
        let rows = body_rows(&store, &loads, load, desk.lang);
        let aligned = desk.out.terminal;
        desk.out.text(&columns(&rows, aligned))?;
    }
    if found.is_none() {
        let words = fill(desk.lang.texts().calendar.no_seat, &[&name_of(&store, &record.id)]);
        desk.say(&words)?;
        return Ok(1);
    }
    Ok(0)
}

fn all(store: &Store, loads: &Loads, as_json: bool, desk: &mut Desk<'_>) -> Result<u8, Failure> {
    if as_json {
        desk.out.json(&Json::List(loads.actors.iter().map(|load| json(store, load)).collect()).pretty())?;
    } else {
        let rows: Vec<Vec<String>> = loads.actors.iter().map(|load| row(store, load, desk.lang)).collect();
        let aligned = desk.out.terminal;
        desk.out.text(&columns(&rows, aligned))?;
    }
    if loads.actors.is_empty() {
        let words = desk.texts.nothing_listed;
        desk.say(words)?;
        return Ok(1);
    }
    Ok(0)
}

/// One decimal, with the comma of the language, where there is anything behind it.
fn number(number: f64, lang: Lang) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").map_or(text.clone(), str::to_owned);
    lang.pick(text.replace('.', ","), text)
}

fn row(store: &Store, load: &Load, lang: Lang) -> Vec<String> {
    let tilde = if load.assumed { "~" } else { "" };
    let texts = &lang.texts().calendar;
    vec![
        one_line(&name_of(store, &load.actor)),
        format!("{} {}", number(load.meetings, lang), texts.meetings_a_year),
        format!("{tilde}{} {}", number(load.hours, lang), texts.hours_a_year),
    ]
}

/// The sum, then body by body.
fn body_rows(store: &Store, loads: &Loads, load: &Load, lang: Lang) -> Vec<Vec<String>> {
    let mut rows = vec![row(store, load, lang)];
    for (at, seats) in &load.bodies {
        let Some(body) = loads.bodies.get(*at) else { continue };
        let times = f64::from(u32::try_from(*seats).unwrap_or(u32::MAX));
        let own = Load {
            actor: body.network.clone(),
            meetings: body.meetings * times,
            hours: body.hours() * times,
            assumed: body.lasts.assumed && body.meetings > 0.0,
            bodies: Vec::new(),
        };
        rows.push(row(store, &own, lang));
    }
    rows
}

fn json(store: &Store, load: &Load) -> Json {
    let number = |number: f64| Json::Raw(format!("{:?}", (number * 100.0).round() / 100.0));
    Json::map([
        ("id", Json::text(&load.actor)),
        ("name", Json::Text(name_of(store, &load.actor))),
        ("meetings_per_year", number(load.meetings)),
        ("hours_per_year", number(load.hours)),
    ])
}
